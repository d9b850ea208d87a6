#include "gis_io/write/provenance/transaction.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ranges>

#include <stdexcept>
#include <system_error>
#include <utility>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/sha256.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormerPrefix = ".sise-former.";

fs::path hidden(const fs::path& folder, std::string_view prefix, std::string_view name) {
  return folder / (std::string(prefix) + std::string(name));
}

bool there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

void rename_or_throw(const fs::path& from, const fs::path& to) {
  std::error_code failure;
  fs::rename(from, to, failure);
  if (failure) throw_write_error(to, failure.value());
}

void remove_or_throw(const fs::path& path) {
  std::error_code failure;
  fs::remove(path, failure);
  if (failure) throw_write_error(path, failure.value());
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

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Back to the former files. Every step may have been done before: a former file is hidden or already back, a new one
/// is there or already gone. The file that says that all others stand was set aside first and comes back last.
void roll_back(const fs::path& folder, const Journal::Record& record) {
  for (auto output = record.outputs.rbegin(); output != record.outputs.rend(); ++output) {
    const fs::path path = folder / output->path;
    if (contains(record.replaced, output->path) || !there(path)) continue;
    // What somebody put there since is not ours to remove.
    if (sha256_of_file(path) == output->sha256) remove_or_throw(path);
  }
  for (const auto& name : std::ranges::reverse_view(record.replaced)) {
    const fs::path former = hidden(folder, kFormerPrefix, name);
    if (there(former)) rename_or_throw(former, folder / name);
  }
}

void drop_former(const fs::path& folder, const std::vector<std::string>& replaced) {
  std::error_code ignored;
  for (const std::string& name : replaced) fs::remove(hidden(folder, kFormerPrefix, name), ignored);
}

}  // namespace

Transaction::Transaction(fs::path folder, const std::string& journal, std::vector<std::string> names)
    : folder_(folder.empty() ? fs::path(".") : std::move(folder)),
      names_(std::move(names)),
      journal_(std::make_unique<Journal>(folder_ / journal)) {
  recover();
  try {
    journal_->begin(names_);
  } catch (...) {
    journal_->close();
    throw;
  }
}

Transaction::~Transaction() {
  if (!journal_) return;
  drop_staged(names_);
  journal_->close();
}

void Transaction::recover() {
  Journal::Record record = journal_->former();
  if (!record.found && !names_.empty() && !there(folder_ / names_.back())) {
    // A version of this program that kept no journal was killed in its commit: the former files come back.
    for (const std::string& name : hidden_names(folder_, kFormerPrefix)) {
      if (contains(names_, name)) record.replaced.push_back(name);
    }
    std::stable_partition(record.replaced.begin(), record.replaced.end(),
                          [&](const std::string& name) { return name == names_.back(); });
    if (!record.replaced.empty()) journal_->exchange(record.replaced, {});
  }
  if (record.committed) {
    drop_former(folder_, record.replaced);
  } else {
    roll_back(folder_, record);
  }
  drop_staged(record.staged);
  drop_staged(names_);
}

void Transaction::drop_staged(const std::vector<std::string>& names) const {
  std::error_code ignored;
  const std::vector<std::string> all = hidden_names(folder_, kPartialPrefix);
  for (const std::string& file : all) {
    // A writer's own scratch files start with the name of its output.
    const bool ours =
        std::any_of(names.begin(), names.end(), [&](const std::string& name) { return file.starts_with(name); });
    if (ours) fs::remove(hidden(folder_, kPartialPrefix, file), ignored);
  }
}

std::vector<std::string> Transaction::existing() const {
  std::vector<std::string> found;
  for (const std::string& name : names_) {
    std::error_code ignored;
    if (fs::is_directory(folder_ / name, ignored)) throw_write_error(folder_ / name, EISDIR);
    if (there(folder_ / name)) found.push_back(name);
  }
  return found;
}

fs::path Transaction::stage(std::string_view name) const {
  if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
    throw std::logic_error(fmt::format("output '{}' was not declared", name));
  }
  return hidden(folder_, kPartialPrefix, name);
}

void Transaction::commit(const std::vector<std::string>& stale) {
  Journal::Record record;
  for (auto& name : std::ranges::reverse_view(names_)) {
    if (there(folder_ / name)) record.replaced.push_back(name);
  }
  for (const std::string& name : stale) {
    if (!contains(names_, name) && there(folder_ / name)) record.replaced.push_back(name);
  }
  for (const std::string& name : names_) record.outputs.push_back({name, sha256_of_file(stage(name))});
  journal_->exchange(record.replaced, record.outputs);
  try {
    for (const std::string& name : record.replaced) {
      rename_or_throw(folder_ / name, hidden(folder_, kFormerPrefix, name));
    }
    for (const std::string& name : names_) rename_or_throw(stage(name), folder_ / name);
    journal_->commit();
  } catch (...) {
    try {
      roll_back(folder_, record);
    } catch (const Error&) {
      journal_.reset();  // its file stays: the next run ends what could not be ended here
    }
    throw;
  }
  drop_former(folder_, record.replaced);
  journal_->close();
  journal_.reset();
}

void refuse_inputs_as_outputs(const fs::path& folder, const std::vector<std::string>& names,
                              const std::vector<InputRecord>& inputs) {
  if (folder.empty()) return;
  std::vector<std::string> both;
  for (const std::string& name : names) {
    const bool is_input = std::any_of(inputs.begin(), inputs.end(), [&](const InputRecord& input) {
      std::error_code different;
      return !input.file.empty() && fs::equivalent(folder / name, input.file, different);
    });
    if (is_input) both.push_back((folder / name).string());
  }
  if (both.empty()) return;
  throw OutputError("output_is_input",
                    {fmt::format("this run reads what it would replace: {}", fmt::join(both, ", ")),
                     fmt::format("本次运行的输入文件将被输出替换: {}", fmt::join(both, ", "))},
                    {},
                    {"Name another folder or file with -o; --overwrite does not allow this",
                     "请用 -o 指定另一个文件夹或文件; --overwrite 也不允许这样做"});
}

}  // namespace sise
