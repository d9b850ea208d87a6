#include "core/rating/register/match_enterprises.hpp"

#include <algorithm>
#include <cmath>

#include "core/rating/register/credit_code.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

std::int64_t cell_key(std::int64_t column, std::int64_t row) { return column * 1'000'003 + row; }

std::int64_t cell_of(double coordinate) {
  return static_cast<std::int64_t>(std::floor(coordinate / EnterpriseMatcher::kNear_m));
}

bool same_county(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

}  // namespace

double similarity(const std::string& a, const std::string& b) {
  const std::size_t longest = std::max(code_points(a).size(), code_points(b).size());
  if (longest == 0) return 0.0;
  return 1.0 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longest);
}

EnterpriseMatcher::EnterpriseMatcher(const std::vector<EnterpriseRecord>& enterprises) : enterprises_(enterprises) {
  for (std::size_t i = 0; i < enterprises.size(); ++i) added(i);
}

void EnterpriseMatcher::added(std::size_t index) {
  const EnterpriseRecord& enterprise = enterprises_[index];
  if (enterprise.state != RowState::counted) return;
  if (enterprise.valid_code) by_code_.emplace(enterprise.uscc, index);
  if (!enterprise.name.empty()) by_name_.emplace(enterprise.name, index);
  for (const std::string& former : enterprise.former_names) by_name_.emplace(former, index);
  if (enterprise.where.coordinates) {
    const Point at = *enterprise.where.coordinates;
    by_cell_.emplace(cell_key(cell_of(at.x), cell_of(at.y)), index);
  }
}

std::optional<std::size_t> EnterpriseMatcher::by_name(const FirmKey& key) const {
  if (key.name.empty()) return std::nullopt;
  std::optional<std::size_t> found;
  const auto [first, last] = by_name_.equal_range(key.name);
  for (auto it = first; it != last; ++it) {
    if (!same_county(key.division, enterprises_[it->second].division)) continue;
    if (!found || it->second < *found) found = it->second;
  }
  return found;
}

std::optional<std::size_t> EnterpriseMatcher::similar_nearby(const FirmKey& key) const {
  if (key.name.empty() || !key.at) return std::nullopt;
  std::optional<std::size_t> best;
  double best_likeness = kSimilar;
  for (std::int64_t dx = -1; dx <= 1; ++dx) {
    for (std::int64_t dy = -1; dy <= 1; ++dy) {
      const auto [first, last] = by_cell_.equal_range(cell_key(cell_of(key.at->x) + dx, cell_of(key.at->y) + dy));
      for (auto it = first; it != last; ++it) {
        const EnterpriseRecord& other = enterprises_[it->second];
        const Point at = *other.where.coordinates;
        if (std::hypot(at.x - key.at->x, at.y - key.at->y) > kNear_m || other.name == key.name) continue;
        const double likeness = similarity(other.name, key.name);
        const bool better = likeness > best_likeness || (likeness == best_likeness && (!best || it->second < *best));
        if (!better) continue;
        best = it->second;
        best_likeness = likeness;
      }
    }
  }
  return best;
}

FirmMatch EnterpriseMatcher::match(const FirmKey& key) const {
  FirmMatch match;
  const bool valid = check_credit_code(key.code) == CodeCheck::ok;
  const auto named = by_name(key);
  if (valid) {
    const auto coded = by_code_.find(key.code);
    if (coded != by_code_.end()) {
      match.by = MatchedBy::code;
      match.enterprise = coded->second;
      const EnterpriseRecord& firm = enterprises_[match.enterprise];
      const bool known =
          key.name.empty() || firm.name == key.name ||
          std::find(firm.former_names.begin(), firm.former_names.end(), key.name) != firm.former_names.end();
      match.other_name = !known;
      return match;
    }
    if (named && enterprises_[*named].valid_code) {
      match.same_name_other_code = true;
      return match;
    }
  }
  if (named) {
    match.by = MatchedBy::name;
    match.enterprise = *named;
    return match;
  }
  match.candidate = similar_nearby(key);
  return match;
}

}  // namespace sise
