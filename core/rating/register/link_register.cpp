#include "core/rating/register/link_register.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "core/rating/register/credit_code.hpp"
#include "core/rating/register/match_enterprises.hpp"

namespace sise {
namespace {

EnterpriseRecord enterprise_of(const FirmKey& key, const std::string& sector, const Whereabouts& where, RowRef row) {
  EnterpriseRecord firm;
  firm.uscc = key.code;
  firm.valid_code = check_credit_code(key.code) == CodeCheck::ok;
  firm.name = key.name;
  firm.id = !key.code.empty() ? key.code : key.name;
  firm.sector = sector;
  firm.registered = false;
  firm.where.town = where.town;
  firm.where.village = where.village;
  firm.row = row;
  return firm;
}

/// One kind of row: how it names its firm, and what is told of the match.
class Linker {
 public:
  explicit Linker(std::vector<EnterpriseRecord>& enterprises)
      : enterprises_(enterprises), matcher_(enterprises), any_registry_(!enterprises.empty()) {}

  std::optional<std::size_t> owner(const FirmKey& key, const std::string& sector, const Whereabouts& where, RowRef row,
                                   Findings& findings) {
    if (key.code.empty() && key.name.empty()) {
      add_finding(findings, "no_enterprise");
      return std::nullopt;
    }
    const FirmMatch match = matcher_.match(key);
    if (match.by == MatchedBy::code) {
      if (match.other_name) add_finding(findings, "renamed", {}, key.name);
      return match.enterprise;
    }
    if (match.by == MatchedBy::name) {
      if (enterprises_[match.enterprise].registered) add_finding(findings, "matched_by_name", {}, key.name);
      return match.enterprise;
    }
    if (match.same_name_other_code) add_finding(findings, "same_name_two_codes", {}, key.name);
    if (match.candidate) add_finding(findings, "candidate", {}, enterprises_[*match.candidate].name);
    if (any_registry_) add_finding(findings, "not_in_registry", {}, key.name.empty() ? key.code : key.name);
    enterprises_.push_back(enterprise_of(key, sector, where, row));
    matcher_.added(enterprises_.size() - 1);
    return enterprises_.size() - 1;
  }

 private:
  std::vector<EnterpriseRecord>& enterprises_;
  EnterpriseMatcher matcher_;
  bool any_registry_;
};

void take_over(EnterpriseRecord& kept, EnterpriseRecord& other) {
  if (!other.name.empty() && other.name != kept.name) {
    kept.former_names.push_back(other.name);
    add_finding(other.findings, "renamed", {}, kept.name);
  }
  kept.former_names.insert(kept.former_names.end(), other.former_names.begin(), other.former_names.end());
  for (const auto& [question, answer] : other.answers) kept.answers.try_emplace(question, answer);
  if (!kept.where.coordinates) {
    kept.where.coordinates = other.where.coordinates;
    kept.where.coarse = other.where.coarse;
  }
  if (kept.where.town.empty()) kept.where.town = other.where.town;
  if (kept.where.village.empty()) kept.where.village = other.where.village;
  if (!kept.staff) kept.staff = other.staff;
  if (kept.sector.empty()) kept.sector = other.sector;
  other.state = RowState::repeated;
  add_finding(other.findings, "duplicate_row", {}, kept.name);
}

void tell_shared_places(std::vector<EnterpriseRecord>& enterprises) {
  constexpr double kDecimetres = 10.0;
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> at;
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    const EnterpriseRecord& firm = enterprises[i];
    if (firm.state != RowState::counted || !firm.where.coordinates) continue;
    const Point p = *firm.where.coordinates;
    at[{std::llround(p.x * kDecimetres), std::llround(p.y * kDecimetres)}].push_back(i);
  }
  for (const auto& [place, firms] : at) {
    if (firms.size() < 2) continue;
    for (const std::size_t i : firms) {
      add_finding(enterprises[i].findings, "shared_place", {}, std::to_string(firms.size()));
    }
  }
}

}  // namespace

void merge_registry(std::vector<EnterpriseRecord>& enterprises) {
  std::unordered_map<std::string, std::size_t> by_code;
  std::unordered_map<std::string, std::size_t> by_name;
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    EnterpriseRecord& firm = enterprises[i];
    if (firm.state != RowState::counted) continue;
    if (firm.valid_code) {
      const auto [it, fresh] = by_code.emplace(firm.uscc, i);
      if (!fresh) {
        take_over(enterprises[it->second], firm);
        continue;
      }
    }
    if (firm.name.empty()) continue;
    const auto [it, fresh] = by_name.emplace(firm.name + "\n" + firm.division, i);
    if (fresh) continue;
    EnterpriseRecord& other = enterprises[it->second];
    if (firm.valid_code && other.valid_code) {
      add_finding(firm.findings, "same_name_two_codes", {}, other.uscc);
      add_finding(other.findings, "same_name_two_codes", {}, firm.uscc);
    } else if (!firm.valid_code) {
      take_over(other, firm);
    } else {  // the row with a sound code stays
      take_over(firm, other);
      it->second = i;
    }
  }
  tell_shared_places(enterprises);
}

Owners link_points(std::vector<RiskPoint>& points, std::vector<EnterpriseRecord>& enterprises) {
  Linker linker(enterprises);
  Owners owners(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    RiskPoint& point = points[i];
    if (point.state != RowState::counted) continue;
    const FirmKey key{point.uscc, point.enterprise_name, {}, point.where.coordinates};
    owners[i] = linker.owner(key, point.sector, point.where, point.row, point.findings);
  }
  return owners;
}

Owners link_dangers(std::vector<HiddenDanger>& dangers, std::vector<EnterpriseRecord>& enterprises) {
  Linker linker(enterprises);
  Owners owners(dangers.size());
  for (std::size_t i = 0; i < dangers.size(); ++i) {
    HiddenDanger& danger = dangers[i];
    if (danger.row_state != RowState::counted) continue;
    const FirmKey key{danger.uscc, danger.enterprise_name, {}, danger.where.coordinates};
    owners[i] = linker.owner(key, danger.sector, danger.where, danger.row, danger.findings);
  }
  return owners;
}

NamedPoints link_named_points(std::vector<HiddenDanger>& dangers, const std::vector<RiskPoint>& points,
                              const Owners& point_owners, Owners& danger_owners) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_id;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].state != RowState::counted) continue;
    by_id[points[i].written_id.empty() ? points[i].id : points[i].written_id].push_back(i);
  }
  NamedPoints named(dangers.size());
  for (std::size_t d = 0; d < dangers.size(); ++d) {
    HiddenDanger& danger = dangers[d];
    if (danger.row_state != RowState::counted || danger.point_id.empty()) continue;
    const auto found = by_id.find(danger.point_id);
    if (found == by_id.end()) {
      add_finding(danger.findings, "no_such_point", {}, danger.point_id);
      continue;
    }
    std::optional<std::size_t>& owner = danger_owners[d];
    for (const std::size_t i : found->second) {
      if (!owner || !point_owners[i] || point_owners[i] == owner) named[d].push_back(i);
    }
    if (named[d].empty()) add_finding(danger.findings, "point_of_another", {}, danger.point_id);
    if (named[d].size() > 1) add_finding(danger.findings, "several_points", {}, danger.point_id);
    if (!owner && named[d].size() == 1) owner = point_owners[named[d].front()];
  }
  return named;
}

}  // namespace sise
