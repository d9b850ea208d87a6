#include "gis_io/write/provenance/output_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <mutex>
#include <system_error>
#include <utility>

#include "core/grid/interruption.hpp"
#include "gis_io/write/provenance/transaction.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

std::string cause_zh(int error_number) {
  switch (error_number) {
    case ENOSPC:
      return "磁盘空间不足";
    case EDQUOT:
      return "超出磁盘配额";
    case EFBIG:
      return "超出文件大小上限";
    case EACCES:
      return "没有写入权限";
    case EROFS:
      return "文件系统只读";
    case ENOENT:
      return "文件夹不存在";
    case ENOTDIR:
      return "路径中有一级不是文件夹";
    case EISDIR:
      return "该名称已是文件夹";
    default:
      return std::generic_category().message(error_number);
  }
}

[[noreturn]] void throw_output_error(const std::filesystem::path& path, const std::string& en, const std::string& zh) {
  const std::string name = shown_name(path);
  throw OutputError("write_failed",
                    {fmt::format("cannot write '{}': {}", name, en), fmt::format("无法写入 '{}': {}", name, zh)});
}

}  // namespace

std::string shown_name(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  if (!name.starts_with(kPartialPrefix)) return path.string();
  return (path.parent_path() / name.substr(kPartialPrefix.size())).string();
}

void throw_write_error(const std::filesystem::path& path, int error_number) {
  throw_output_error(path, std::generic_category().message(error_number), cause_zh(error_number));
}

void throw_write_error(const std::filesystem::path& path, const std::string& cause) {
  throw_output_error(path, cause, cause);
}

void survive_file_size_limit() {
  static std::once_flag once;
  std::call_once(once, [] { std::signal(SIGXFSZ, SIG_IGN); });
}

void OutputFile::Closer::operator()(std::FILE* file) const { std::fclose(file); }

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wb")) {
  survive_file_size_limit();
  if (!file_) throw_write_error(path_, errno);
  constexpr std::size_t kBuffer_bytes = std::size_t{1} << 18;  // a file of gigabytes goes out in few calls
  std::setvbuf(file_.get(), nullptr, _IOFBF, kBuffer_bytes);
}

void OutputFile::write(std::string_view bytes) {
  stop_if_interrupted();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) throw_write_error(path_, errno);
}

void OutputFile::close() {
  if (!file_) return;
  // fclose frees the stream even when the last write fails, so it must not be closed again.
  if (std::fclose(file_.release()) != 0) throw_write_error(path_, errno);
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  OutputFile file(path);
  file.write(content);
  file.close();
}

void publish_file(const std::filesystem::path& path, std::string_view content, bool overwrite) {
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  if (std::filesystem::is_directory(status)) throw_write_error(path, EISDIR);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    write_file(path, content);
    return;
  }
  if (std::filesystem::exists(status) && !overwrite) {
    throw OutputError("output_exists",
                      {fmt::format("'{}' exists", path.string()), fmt::format("'{}' 已存在", path.string())}, {},
                      {"Give --overwrite to replace it", "如需替换,请加 --overwrite"});
  }
  const std::string name = path.filename().string();
  if (path.has_parent_path() && !std::filesystem::exists(path.parent_path(), ignored)) throw_write_error(path, ENOENT);
  Transaction files(path.parent_path(), journal_of(name), {name});
  write_file(files.stage(name), content);
  files.commit({});
}

std::string journal_of(const std::string& name) { return ".sise-journal." + name; }

}  // namespace sise
