// One file on its way out: every failed write is an OutputError that names the file.
#pragma once
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sise {

/// Files under construction carry this prefix in their folder until they are complete.
inline constexpr std::string_view kPartialPrefix = ".sise-partial.";

/// The name a person knows a file by: `path` without the prefix of files under construction.
[[nodiscard]] std::string shown_name(const std::filesystem::path& path);

/// Throws OutputError "cannot write <file>: <cause>"; the cause is an errno, or a library's own words.
[[noreturn]] void throw_write_error(const std::filesystem::path& path, int error_number);
[[noreturn]] void throw_write_error(const std::filesystem::path& path, const std::string& cause);

/// Makes writes beyond the limit on file size return an error instead of killing the process (SIGXFSZ).
void survive_file_size_limit();

/// Buffered writing. close() must be called: only then is it known that everything arrived.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);

  void write(std::string_view bytes);
  void close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const;
  };

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closer> file_;
};

/// Writes a whole file at `path` directly.
void write_file(const std::filesystem::path& path, std::string_view content);

/// Name of the journal of files that are written beside others, after their first file.
[[nodiscard]] std::string journal_of(const std::string& name);

/// Writes `path` for `-o FILE`: beside its name and renamed, or straight into a device or pipe.
/// An existing file is refused unless `overwrite`; so is a folder.
void publish_file(const std::filesystem::path& path, std::string_view content, bool overwrite);

}  // namespace sise
