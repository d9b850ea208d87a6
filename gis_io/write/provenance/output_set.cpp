#include "gis_io/write/provenance/output_set.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/sha256.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.json";
constexpr std::string_view kFormerPrefix = ".sise-former.";

fs::path hidden(const fs::path& folder, std::string_view prefix, std::string_view name) {
  return folder / (std::string(prefix) + std::string(name));
}

void rename_or_throw(const fs::path& from, const fs::path& to) {
  std::error_code failure;
  fs::rename(from, to, failure);
  if (failure) throw_write_error(to, failure.value());
}

/// Creates `folder` with its parents; returns the topmost one that was missing.
fs::path create_folder(const fs::path& folder) {
  fs::path missing;
  for (fs::path at = fs::absolute(folder).lexically_normal(); !fs::exists(at) && at != at.root_path();
       at = at.parent_path()) {
    if (at.has_filename()) missing = at;
  }
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) {
    throw OutputError("output_folder",
                      {fmt::format("cannot create the folder '{}': {}", folder.string(), failure.message()),
                       fmt::format("无法创建文件夹 '{}': {}", folder.string(), failure.message())});
  }
  return missing;
}

void require_folder(const fs::path& folder) {
  if (!fs::exists(folder) || fs::is_directory(folder)) return;
  throw OutputError("output_not_a_folder",
                    {fmt::format("the output folder '{}' is a file", folder.string()),
                     fmt::format("输出文件夹 '{}' 是一个文件", folder.string())},
                    {}, {"Name another folder with -o", "请用 -o 指定另一个文件夹"});
}

/// The kernel drops this lock with the process, so a killed run never blocks the next one.
int lock_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw_write_error(folder, errno);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(descriptor);
    throw OutputError("output_in_use", {fmt::format("another run is writing into '{}'", folder.string()),
                                        fmt::format("另一个运行正在写入 '{}'", folder.string())});
  }
  return descriptor;
}

std::vector<std::string> hidden_names(const fs::path& folder, std::string_view prefix) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix)) names.push_back(name.substr(prefix.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

void remove_hidden(const fs::path& folder, std::string_view prefix) {
  std::error_code ignored;
  for (const std::string& name : hidden_names(folder, prefix)) fs::remove(hidden(folder, prefix, name), ignored);
}

/// A run killed in the middle of its commit left the former outputs hidden. The manifest is written last: where it
/// is missing the commit did not finish, and the former outputs come back.
void recover(const fs::path& folder) {
  if (!fs::exists(folder / kManifest)) {
    for (const std::string& name : hidden_names(folder, kFormerPrefix)) {
      rename_or_throw(hidden(folder, kFormerPrefix, name), folder / name);
    }
  }
  remove_hidden(folder, kFormerPrefix);
  remove_hidden(folder, kPartialPrefix);
}

void refuse_existing(const fs::path& folder, const std::vector<std::string>& names, bool overwrite) {
  std::vector<std::string> existing;
  for (const std::string& name : names) {
    const fs::path path = folder / name;
    if (fs::is_directory(path)) throw_write_error(path, EISDIR);
    if (fs::exists(path)) existing.push_back(name);
  }
  if (fs::is_directory(folder / kManifest)) throw_write_error(folder / kManifest, EISDIR);
  if (fs::exists(folder / kManifest)) existing.emplace_back(kManifest);
  if (existing.empty() || overwrite) return;
  throw OutputError("output_exists",
                    {fmt::format("'{}' already holds {}", folder.string(), fmt::join(existing, ", ")),
                     fmt::format("'{}' 中已有 {}", folder.string(), fmt::join(existing, ", "))},
                    {}, {"Give --overwrite to replace them", "如需替换,请加 --overwrite"});
}

/// What the manifest of a former run lists. Only plain names: nothing outside the folder is ever touched.
std::set<std::string> outputs_of_former_run(const fs::path& folder) {
  std::set<std::string> names;
  std::ifstream file(folder / kManifest, std::ios::binary);
  const nlohmann::json manifest = nlohmann::json::parse(file, nullptr, false);
  if (!manifest.is_object() || manifest.value("program", "") != "sise") return names;
  for (const nlohmann::json& output : manifest.value("outputs", nlohmann::json::array())) {
    if (!output.is_object() || !output.contains("path") || !output["path"].is_string()) continue;
    const auto name = output["path"].get<std::string>();
    const bool plain = !name.empty() && !name.starts_with('.') && name.find('/') == std::string::npos;
    if (plain && fs::is_regular_file(folder / name)) names.insert(name);
  }
  return names;
}

bool is_sidecar(std::string_view name) { return name.ends_with(".aux.xml") || name.ends_with(".qml"); }

}  // namespace

OutputSet::OutputSet(fs::path folder, std::vector<std::string> names, bool overwrite)
    : folder_(std::move(folder)), names_(std::move(names)) {
  survive_file_size_limit();
  require_folder(folder_);
  topmost_created_ = create_folder(folder_);
  try {
    lock_ = lock_folder(folder_);
    recover(folder_);
    refuse_existing(folder_, names_, overwrite);
  } catch (...) {
    undo();
    throw;
  }
}

OutputSet::~OutputSet() { undo(); }

fs::path OutputSet::stage(std::string_view name) const {
  if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
    throw std::logic_error(fmt::format("output '{}' was not declared", name));
  }
  return hidden(folder_, kPartialPrefix, name);
}

std::vector<std::string> OutputSet::in_order_of_publication() const {
  std::vector<std::string> names = names_;
  std::sort(names.begin(), names.end());
  std::stable_partition(names.begin(), names.end(), is_sidecar);
  names.emplace_back(kManifest);
  return names;
}

std::vector<OutputRecord> OutputSet::checksums() const {
  std::vector<std::string> names = names_;
  std::sort(names.begin(), names.end());
  std::vector<OutputRecord> records;
  for (const std::string& name : names) {
    const fs::path path = stage(name);
    if (!fs::exists(path)) throw std::logic_error(fmt::format("output '{}' was declared but not written", name));
    records.push_back({name, sha256_of_file(path), fs::file_size(path)});
  }
  return records;
}

void OutputSet::set_former_aside(const std::vector<std::string>& names) {
  std::set<std::string> former = outputs_of_former_run(folder_);
  for (const std::string& name : names) {
    if (fs::exists(folder_ / name)) former.insert(name);
  }
  for (const std::string& name : former) {
    rename_or_throw(folder_ / name, hidden(folder_, kFormerPrefix, name));
    set_aside_.push_back(name);
  }
}

void OutputSet::publish(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    rename_or_throw(hidden(folder_, kPartialPrefix, name), folder_ / name);
    published_.push_back(name);
  }
}

void OutputSet::commit(const Provenance& provenance, RunStatus status, const std::vector<SkippedItem>& skipped) {
  write_file(hidden(folder_, kPartialPrefix, kManifest), manifest_json(provenance, status, checksums(), skipped));
  const std::vector<std::string> names = in_order_of_publication();
  try {
    set_former_aside(names);
    publish(names);
  } catch (...) {
    undo();
    throw;
  }
  // From here on the new outputs stand: nothing is left to undo.
  published_.clear();
  set_aside_.clear();
  topmost_created_.clear();
  remove_hidden(folder_, kFormerPrefix);
}

void OutputSet::undo() {
  std::error_code ignored;
  for (const std::string& name : published_) fs::remove(folder_ / name, ignored);
  published_.clear();
  for (const std::string& name : set_aside_) {
    fs::rename(hidden(folder_, kFormerPrefix, name), folder_ / name, ignored);
  }
  set_aside_.clear();
  if (lock_ >= 0) {
    remove_hidden(folder_, kPartialPrefix);
    ::close(lock_);
    lock_ = -1;
  }
  if (topmost_created_.empty()) return;
  // Only empty folders go: remove() refuses the others.
  fs::path at = fs::absolute(folder_).lexically_normal();
  if (!at.has_filename()) at = at.parent_path();
  while (fs::remove(at, ignored) && at != topmost_created_) at = at.parent_path();
  topmost_created_.clear();
}

}  // namespace sise
