#include "gis_io/read/layers/grouped_problems.hpp"

#include <fmt/format.h>

#include <utility>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::size_t kNamed = 8;  ///< rows that a message names one by one

std::string name_of_row(const Location& where) {
  if (where.line == 0) return where.feature;
  const std::string line = std::to_string(where.line);
  return where.feature.empty() ? line : line + " (" + where.feature + ")";
}

}  // namespace

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
