#include "gis_io/write/provenance/output_set.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
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
constexpr const char* kJournal = ".sise-journal";

/// Creates `folder` with its parents; returns the topmost one that was missing.
fs::path create_folder(const fs::path& folder) {
  fs::path missing;
  std::error_code failure;
  for (fs::path at = fs::absolute(folder).lexically_normal(); !fs::exists(at, failure) && at != at.root_path();
       at = at.parent_path()) {
    if (at.has_filename()) missing = at;
  }
  failure.clear();
  fs::create_directories(folder, failure);
  if (failure) {
    throw OutputError("output_folder",
                      {fmt::format("cannot create the folder '{}': {}", folder.string(), failure.message()),
                       fmt::format("无法创建文件夹 '{}': {}", folder.string(), failure.message())},
                      {}, {"Name another folder with -o", "请用 -o 指定另一个文件夹"});
  }
  return missing;
}

void require_folder(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder, ignored) || fs::is_directory(folder, ignored)) return;
  throw OutputError("output_not_a_folder",
                    {fmt::format("the output folder '{}' is a file", folder.string()),
                     fmt::format("输出文件夹 '{}' 是一个文件", folder.string())},
                    {}, {"Name another folder with -o", "请用 -o 指定另一个文件夹"});
}

bool is_sidecar(std::string_view name) { return name.ends_with(".aux.xml") || name.ends_with(".qml"); }

/// Sidecars before their raster, the manifest last.
std::vector<std::string> in_order_of_publication(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::stable_partition(names.begin(), names.end(), is_sidecar);
  names.emplace_back(kManifest);
  return names;
}

void refuse_existing(const fs::path& folder, std::vector<std::string> existing, bool overwrite) {
  if (existing.empty() || overwrite) return;
  std::sort(existing.begin(), existing.end());
  throw OutputError("output_exists",
                    {fmt::format("'{}' already holds {}", folder.string(), fmt::join(existing, ", ")),
                     fmt::format("'{}' 中已有 {}", folder.string(), fmt::join(existing, ", "))},
                    {}, {"Give --overwrite to replace them", "如需替换,请加 --overwrite"});
}

/// What the manifest of a former run lists. Only plain names: nothing outside the folder is ever touched.
std::vector<std::string> outputs_of_former_run(const fs::path& folder) {
  std::set<std::string> names;
  std::ifstream file(folder / kManifest, std::ios::binary);
  const nlohmann::json manifest = nlohmann::json::parse(file, nullptr, false);
  if (!manifest.is_object() || manifest.value("program", "") != "sise") return {};
  for (const nlohmann::json& output : manifest.value("outputs", nlohmann::json::array())) {
    if (!output.is_object() || !output.contains("path") || !output["path"].is_string()) continue;
    const auto name = output["path"].get<std::string>();
    const bool plain = !name.empty() && !name.starts_with('.') && name.find('/') == std::string::npos;
    std::error_code ignored;
    if (plain && fs::is_regular_file(folder / name, ignored)) names.insert(name);
  }
  return {names.begin(), names.end()};
}

}  // namespace

OutputSet::OutputSet(fs::path folder, std::vector<std::string> names, bool overwrite)
    : folder_(std::move(folder)), names_(std::move(names)) {
  survive_file_size_limit();
  require_folder(folder_);
  topmost_created_ = create_folder(folder_);
  try {
    transaction_ = std::make_unique<Transaction>(folder_, kJournal, in_order_of_publication(names_));
    refuse_existing(folder_, transaction_->existing(), overwrite);
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
  return transaction_->stage(name);
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

void OutputSet::commit(const Provenance& provenance, RunStatus status, const std::vector<SkippedItem>& skipped) {
  const std::vector<std::string> stale = outputs_of_former_run(folder_);
  std::vector<std::string> touched = transaction_->names();
  touched.insert(touched.end(), stale.begin(), stale.end());
  refuse_inputs_as_outputs(folder_, touched, provenance.inputs);
  write_file(transaction_->stage(kManifest), manifest_json(provenance, status, checksums(), skipped));
  transaction_->commit(stale);
  // From here on the new outputs stand: nothing is left to undo.
  topmost_created_.clear();
}

void OutputSet::undo() {
  transaction_.reset();
  if (topmost_created_.empty()) return;
  // Only empty folders go: remove() refuses the others.
  std::error_code ignored;
  fs::path at = fs::absolute(folder_).lexically_normal();
  if (!at.has_filename()) at = at.parent_path();
  while (fs::remove(at, ignored) && at != topmost_created_) at = at.parent_path();
  topmost_created_.clear();
}

std::vector<std::string> with_manifest(std::vector<std::string> names) {
  names.emplace_back(kManifest);
  return names;
}

}  // namespace sise
