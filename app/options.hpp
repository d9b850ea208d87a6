// The flags that every command takes.
#pragma once
#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise::app {

enum class ProgressMode { automatic, always, never, json };
enum class LogFormat { text, json };

struct CommonOptions {
  int threads = 0;  ///< 0: as many as the machine offers
  bool overwrite = false;
  bool dry_run = false;
  std::vector<std::string> set;  ///< key=value, as written
  std::optional<std::int64_t> max_memory_bytes;
  std::optional<std::int64_t> max_cells;
  ProgressMode progress = ProgressMode::automatic;
  LogFormat log_format = LogFormat::text;
  bool quiet = false;
  Language language = Language::en;
};

/// The language of messages before anything is parsed: --lang among the arguments, else LC_ALL, LC_MESSAGES or LANG,
/// else English.
[[nodiscard]] Language early_language(const std::vector<std::string>& arguments);

/// The format of errors before anything is parsed: --log-format json among the arguments.
[[nodiscard]] LogFormat early_log_format(const std::vector<std::string>& arguments);

/// Adds the flags to the program or to a command; all write into the same options.
void add_common_flags(CLI::App& app, CommonOptions& options);

/// "4G", "1500M", "800000000", "1.5GiB" in bytes (powers of 1024); nullopt for anything else.
[[nodiscard]] std::optional<std::int64_t> bytes_from(const std::string& text);

}  // namespace sise::app
