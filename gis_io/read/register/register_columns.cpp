#include "gis_io/read/register/register_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

/// A word of three Chinese characters or nine letters says enough to be found inside a heading.
constexpr std::size_t kShortestPart = 9;

/// What stands in brackets goes, but for the words that tell the two grades apart: "风险等级(控制后)" is "控制后风险等级".
std::string without_brackets(const std::string& text) {
  std::string out;
  std::string inside;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth > 0) {
      inside += c;
    } else if (c != ' ' && c != ':' && c != '*') {
      out += c;
    }
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  if (inside.find("固有") != std::string::npos) return "固有" + out;
  for (const char* word : {"控制后", "现状", "残余"}) {
    if (inside.find(word) != std::string::npos) return "控制后" + out;
  }
  return out;
}

}  // namespace

std::string heading_key(std::string_view heading) {
  std::string key = without_brackets(normalised(heading));
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return key;
}

RegisterColumns::RegisterColumns(const FeatureTable& table, const RegisterLayer& source, RegisterRecord record,
                                 const std::vector<std::string>& extra, Problems& problems)
    : table_(table), source_(source), taken_(table.columns.size(), false) {
  for (const std::string& column : table.columns) keys_.push_back(heading_key(column));
  std::vector<Wanted> wanted;
  for (const RegisterField& field : register_fields()) {
    if (field.record != record) continue;
    Wanted one{field.name, {heading_key(field.name)}};
    for (const std::string& heading : field.headings) one.keys.push_back(heading_key(heading));
    wanted.push_back(std::move(one));
  }
  for (const std::string& name : extra) {
    const bool known = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& w) { return w.name == name; });
    if (!known) wanted.push_back({name, {heading_key(name)}});
  }
  find_mapped(wanted, problems);
  find_whole(wanted, problems);
  find_by_part(wanted);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!taken_[c]) unmatched_.push_back(table.columns[c]);
  }
}

void RegisterColumns::find_mapped(const std::vector<Wanted>& wanted, Problems& problems) {
  for (const Wanted& one : wanted) {
    const auto mapped = source_.layer.fields.find(one.name);
    if (mapped == source_.layer.fields.end()) continue;
    const auto found = table_.columns_named(mapped->second);
    if (found.empty()) {
      const auto near = nearest_names(mapped->second, table_.columns, 3);
      problems.error("missing_field",
                     {"the table has no column '" + mapped->second + "'", "表格没有 '" + mapped->second + "' 列"},
                     table_.where,
                     {"There are: " + listed(near.empty() ? table_.columns : near),
                      "现有的列: " + listed(near.empty() ? table_.columns : near)});
      continue;
    }
    columns_[one.name] = found.front();
    taken_[found.front()] = true;
  }
}

void RegisterColumns::find_whole(const std::vector<Wanted>& wanted, Problems& problems) {
  for (const Wanted& one : wanted) {
    if (columns_.contains(one.name)) continue;
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < keys_.size(); ++c) {
      if (!taken_[c] && std::find(one.keys.begin(), one.keys.end(), keys_[c]) != one.keys.end()) found.push_back(c);
    }
    if (found.empty()) continue;
    if (found.size() > 1) {
      const std::string first = table_.columns[found[0]];
      const std::string second = table_.columns[found[1]];
      problems.error("ambiguous_field",
                     {fmt::format("two columns can be '{}': {} and {}", one.name, first, second),
                      fmt::format("有两列都可作为 '{}': {} 和 {}", one.name, first, second)},
                     table_.where,
                     {"Say which: " + one.name + " = \"" + first + "\" in its fields",
                      "请在 fields 中指明, 如 " + one.name + " = \"" + first + "\""});
    }
    columns_[one.name] = found.front();
    for (const std::size_t c : found) taken_[c] = true;
  }
}

void RegisterColumns::find_by_part(const std::vector<Wanted>& wanted) {
  for (std::size_t c = 0; c < keys_.size(); ++c) {
    if (taken_[c]) continue;
    const Wanted* best = nullptr;
    std::size_t longest = 0;
    bool tie = false;
    for (const Wanted& one : wanted) {
      for (const std::string& key : one.keys) {
        if (key.size() < kShortestPart || !(keys_[c].ends_with(key) || keys_[c].starts_with(key))) continue;
        if (key.size() > longest) {
          best = &one;
          longest = key.size();
          tie = false;
        } else if (key.size() == longest && best != &one) {
          tie = true;
        }
      }
    }
    if (best == nullptr || tie || columns_.contains(best->name)) continue;
    columns_[best->name] = c;
    taken_[c] = true;
    by_part_.push_back(table_.columns[c] + " -> " + best->name);
  }
}

bool RegisterColumns::has(std::string_view name) const {
  return columns_.find(name) != columns_.end() || source_.layer.constants.contains(std::string(name));
}

std::optional<std::size_t> RegisterColumns::column(std::string_view name) const {
  const auto found = columns_.find(name);
  return found == columns_.end() ? std::nullopt : std::optional(found->second);
}

RegisterColumns::Source RegisterColumns::source(std::string_view name) const {
  Source source;
  source.column = column(name);
  const auto constant = source_.layer.constants.find(std::string(name));
  if (!source.column && constant != source_.layer.constants.end()) source.constant = &constant->second;
  return source;
}

std::string RegisterColumns::text(const FeatureRow& row, const Source& source) {
  if (source.constant != nullptr) return *source.constant;
  if (!source.column) return {};
  const auto written = text_of(row.cells[*source.column]);
  return written ? normalised(*written) : std::string();
}

std::string RegisterColumns::heading(std::string_view name) const {
  const auto found = columns_.find(name);
  return found == columns_.end() ? std::string(name) : table_.columns[found->second];
}

const ColumnDictionary* RegisterColumns::dictionary(std::string_view name) const {
  auto found = source_.dictionary.find(std::string(name));
  if (found == source_.dictionary.end()) found = source_.dictionary.find(heading(name));
  return found == source_.dictionary.end() ? nullptr : &found->second;
}

}  // namespace sise
