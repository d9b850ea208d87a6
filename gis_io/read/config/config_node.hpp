// A configuration file as a tree in which every value knows its file, line and column.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

struct ConfigDate {
  int year = 0;
  int month = 0;
  int day = 0;
  bool operator==(const ConfigDate&) const = default;
};

/// "2026-11-21".
[[nodiscard]] std::string to_string(ConfigDate date);

struct ConfigEntry;

/// One value. Only the member that belongs to `kind` is filled.
struct ConfigNode {
  enum class Kind { null, boolean, integer, number, text, date, array, table };

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0.0;
  std::string text;
  ConfigDate date;
  std::vector<ConfigNode> items;     ///< of an array
  std::vector<ConfigEntry> entries;  ///< of a table, in the order of the file
  Location where;                    ///< file, line, column, and as `field` the dotted key

  [[nodiscard]] const ConfigNode* find(std::string_view key) const;
  [[nodiscard]] ConfigNode* find(std::string_view key);
};

/// A key of a table with its value; key_where is the position of the key itself.
struct ConfigEntry {
  std::string key;
  Location key_where;
  ConfigNode value;
};

/// What a value is, for messages: "a number", "a table" ...
[[nodiscard]] Text kind_label(ConfigNode::Kind kind);

/// "units.fields" + "id" -> "units.fields.id".
[[nodiscard]] std::string dotted(std::string_view parent, std::string_view key);

enum class ConfigFormat { toml, json };

/// Parses a configuration held in memory; `name` is the file's name in messages. A byte-order mark is skipped.
/// Throws ConfigError with the position for invalid UTF-8, a syntax error or a doubled key.
[[nodiscard]] ConfigNode parse_config(std::string_view text, const std::string& name, ConfigFormat format);

/// Reads and parses a file: JSON when it ends in .json or .geojson or starts with '{' or '[' as JSON does, else TOML.
/// `name` is how the user called it. Throws InputError when it cannot be read.
[[nodiscard]] ConfigNode read_config(const std::filesystem::path& path, const std::string& name);

/// The whole of a file's bytes. Throws InputError when it cannot be read.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path, const std::string& name);

/// Applies `--set key=value` texts to the tree: a dotted path and a value in TOML syntax; a value that is not TOML is
/// taken as text, so that `--set model.sigma=briggs_urban` needs no inner quotes. Their location reads "--set".
void apply_overrides(ConfigNode& root, const std::vector<std::string>& overrides, Problems& problems);

}  // namespace sise
