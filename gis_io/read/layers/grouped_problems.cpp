#include "gis_io/read/layers/grouped_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::size_t kNamed = 4;     ///< rows that a message names beside the first
constexpr std::size_t kSeparate = 5;  ///< faults that differ in their value and are still told one by one

std::string name_of_row(const Location& where) {
  if (where.line == 0) return where.feature;
  const std::string line = std::to_string(where.line);
  return where.feature.empty() ? line : line + " (" + where.feature + ")";
}

/// What a message quotes first: the value at fault, as a rule.
std::string quoted_value(const std::string& message) {
  const std::size_t open = message.find('\'');
  const std::size_t close = open == std::string::npos ? open : message.find('\'', open + 1);
  return close == std::string::npos ? std::string() : message.substr(open, close - open + 1);
}

std::string row_and_value(const Diagnostic& diagnostic, bool with_value) {
  const std::string row = name_of_row(diagnostic.where);
  const std::string value = with_value ? quoted_value(diagnostic.message.en) : std::string();
  return value.empty() ? row : row + ": " + value;
}

Diagnostic merged(const std::vector<const Diagnostic*>& same, bool with_values) {
  Diagnostic diagnostic = *same.front();
  std::vector<std::string> others;
  for (auto it = same.begin() + 1; it != same.end(); ++it) others.push_back(row_and_value(**it, with_values));
  const std::string names = listed(others, kNamed);
  diagnostic.message.en += fmt::format(" (and {} more: {})", others.size(), names);
  diagnostic.message.zh += fmt::format("(另有 {} 处:{})", others.size(), names);
  return diagnostic;
}

using KindOfFault = std::tuple<Diagnostic::Severity, std::string, std::string, std::string, std::string, std::string>;

KindOfFault kind_of(const Diagnostic& d) {
  return {d.severity, d.code, d.where.file, d.where.layer, d.where.field, d.remedy.en};
}

bool names_a_row(const Diagnostic& d) { return d.where.line > 0 || !d.where.feature.empty(); }

/// Those of one kind: together where they say the same or are many, else one by one.
void tell_kind(const std::vector<const Diagnostic*>& same, std::vector<Diagnostic>& told) {
  const bool equal =
      std::all_of(same.begin(), same.end(), [&](const Diagnostic* d) { return d->message == same.front()->message; });
  if (same.size() > 1 && (equal || same.size() > kSeparate)) {
    told.push_back(merged(same, !equal));
  } else {
    for (const Diagnostic* d : same) told.push_back(*d);
  }
}

}  // namespace

std::vector<Diagnostic> without_repeats(const std::vector<Diagnostic>& problems) {
  std::set<std::pair<Diagnostic::Severity, std::string>> seen;
  std::vector<Diagnostic> once;
  for (const Diagnostic& d : problems) {
    if (seen.emplace(d.severity, d.code + render(d, Language::en) + d.remedy.en).second) once.push_back(d);
  }
  return once;
}

std::vector<Diagnostic> grouped_by_column(const std::vector<Diagnostic>& problems) {
  std::map<KindOfFault, std::vector<const Diagnostic*>> kinds;
  for (const Diagnostic& d : problems) {
    if (names_a_row(d)) kinds[kind_of(d)].push_back(&d);
  }
  std::vector<Diagnostic> told;
  for (const Diagnostic& d : problems) {
    const auto kind = names_a_row(d) ? kinds.find(kind_of(d)) : kinds.end();
    if (kind == kinds.end()) {
      told.push_back(d);
    } else if (kind->second.front() == &d) {
      tell_kind(kind->second, told);
    }
  }
  return told;
}

void GroupedProblems::add(const std::string& key, const Diagnostic& diagnostic) {
  const auto [it, fresh] = groups_.try_emplace(key, Group{diagnostic, {}});
  if (fresh) {
    order_.push_back(key);
  } else {
    it->second.others.push_back(name_of_row(diagnostic.where));
  }
}

void GroupedProblems::tell(Problems& problems) const {
  for (const std::string& key : order_) {
    const Group& group = groups_.at(key);
    Diagnostic diagnostic = group.first;
    if (!group.others.empty()) {
      const std::string names = listed(group.others, kNamed);
      diagnostic.message.en += fmt::format(" (and {} more: {})", group.others.size(), names);
      diagnostic.message.zh += fmt::format("(另有 {} 处:{})", group.others.size(), names);
    }
    problems.add(std::move(diagnostic));
  }
}

}  // namespace sise
