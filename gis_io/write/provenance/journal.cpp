#include "gis_io/write/provenance/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "gis_io/write/provenance/output_file.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

[[noreturn]] void refuse_second_run(const fs::path& file) {
  const std::string folder = file.parent_path().string();
  throw OutputError("output_in_use", {fmt::format("another run is writing into '{}'", folder),
                                      fmt::format("另一个运行正在写入 '{}'", folder)});
}

/// The run before us may have removed the file between our opening and our locking it.
bool still_named(int descriptor, const fs::path& file) {
  struct stat ours {};
  struct stat named {};
  return ::fstat(descriptor, &ours) == 0 && ::stat(file.c_str(), &named) == 0 && ours.st_dev == named.st_dev &&
         ours.st_ino == named.st_ino;
}

int open_locked(const fs::path& file) {
  constexpr mode_t kMode = 0666;
  while (true) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, kMode);
    if (descriptor < 0) throw_write_error(file.parent_path(), errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      ::close(descriptor);
      refuse_second_run(file);
    }
    if (still_named(descriptor, file)) return descriptor;
    ::close(descriptor);
  }
}

std::vector<std::string> names_in(const Json& line, const char* key) {
  std::vector<std::string> names;
  for (const Json& name : line.value(key, Json::array())) {
    // Plain names only: a journal cannot make us touch files elsewhere.
    const std::string text = name.is_string() ? name.get<std::string>() : std::string();
    if (!text.empty() && text.find('/') == std::string::npos) names.push_back(text);
  }
  return names;
}

void read_line(const Json& line, Journal::Record& record) {
  if (line.contains("staged")) record.staged = names_in(line, "staged");
  if (line.contains("replaced")) {
    record.replaced = names_in(line, "replaced");
    const std::vector<std::string> names = names_in(line, "outputs");
    const std::vector<std::string> sums = names_in(line, "sha256");
    for (std::size_t i = 0; i < names.size() && i < sums.size(); ++i) record.outputs.push_back({names[i], sums[i]});
  }
  if (line.contains("committed")) record.committed = true;
}

Journal::Record read_record(const fs::path& file) {
  Journal::Record record;
  std::ifstream stream(file, std::ios::binary);
  record.found = stream.is_open();
  for (std::string line; std::getline(stream, line) && !stream.eof();) {
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_object()) read_line(json, record);
  }
  return record;
}

}  // namespace

Journal::Journal(fs::path file) : file_(std::move(file)) {
  std::error_code ignored;
  const bool found = fs::exists(file_, ignored);
  descriptor_ = open_locked(file_);
  former_ = read_record(file_);
  former_.found = found;
}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Journal::append(const std::string& line) {
  survive_file_size_limit();
  const std::string text = line + "\n";
  if (::write(descriptor_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw_write_error(file_.parent_path(), errno);
  }
}

void Journal::begin(const std::vector<std::string>& staged) {
  if (::ftruncate(descriptor_, 0) != 0) throw_write_error(file_.parent_path(), errno);
  append(Json{{"staged", staged}}.dump());
}

void Journal::exchange(const std::vector<std::string>& replaced, const std::vector<OutputRecord>& outputs) {
  Json names = Json::array();
  Json sums = Json::array();
  for (const OutputRecord& output : outputs) {
    names.push_back(output.path);
    sums.push_back(output.sha256);
  }
  append(Json{{"replaced", replaced}, {"outputs", names}, {"sha256", sums}}.dump());
}

void Journal::commit() { append(Json{{"committed", true}}.dump()); }

void Journal::close() {
  if (descriptor_ < 0) return;
  std::error_code ignored;
  fs::remove(file_, ignored);
  ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace sise
