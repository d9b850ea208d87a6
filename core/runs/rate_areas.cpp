#include "core/runs/rate_areas.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"

namespace sise {
namespace {

bool answers_yes(const EnterpriseRecord& firm, const std::string& question) {
  const auto answer = firm.answers.find(question);
  return answer != firm.answers.end() && says_yes(answer->second);
}

/// 停产, 临时停产 and the like, but not 未停产.
bool is_suspended(const EnterpriseRecord& firm) {
  const auto answer = firm.answers.find("production_state");
  if (answer == firm.answers.end() || answer->second.find("停产") == std::string::npos) return false;
  constexpr std::array<std::string_view, 4> kNegations{"未", "没", "非", "不"};
  return std::none_of(kNegations.begin(), kNegations.end(),
                      [&](std::string_view word) { return answer->second.starts_with(word); });
}

class Sums {
 public:
  Sums(const Register& reg, RateResult& result) : reg_(reg), result_(result) {}

  void points() {
    for (std::size_t i = 0; i < reg_.points.size(); ++i) {
      if (reg_.points[i].state != RowState::counted) continue;
      add_point(result_.district, i);
      for (std::size_t s = 0; s < reg_.sets.size(); ++s) {
        add_point(area_of(s, result_.area_of(i, s)), i);
      }
    }
  }

  void enterprises() {
    for (std::size_t e = 0; e < reg_.enterprises.size(); ++e) {
      if (reg_.enterprises[e].state != RowState::counted) continue;
      add_enterprise(result_.district, e);
      for (std::size_t s = 0; s < reg_.sets.size(); ++s) {
        add_enterprise(area_of(s, result_.enterprises[e].areas[s]), e);
      }
    }
  }

  void dangers() {
    for (std::size_t d = 0; d < reg_.dangers.size(); ++d) {
      const HiddenDanger& danger = reg_.dangers[d];
      if (danger.row_state != RowState::counted) continue;
      result_.district.dangers.add(danger, reg_.date);
      for (std::size_t s = 0; s < reg_.sets.size(); ++s) {
        area_of(s, result_.danger_areas[d * reg_.sets.size() + s]).dangers.add(danger, reg_.date);
      }
    }
  }

 private:
  RatedArea& area_of(std::size_t set, std::int32_t area) {
    RatedSet& sums = result_.sets[set];
    return area == kNoArea ? sums.unplaced : sums.areas[static_cast<std::size_t>(area)];
  }

  void add_point(RatedArea& area, std::size_t i) {
    const RatedPoint& point = result_.points[i];
    area.current.add(point.grade.current);
    area.inherent.add(point.grade.inherent);
    area.by_sector.resize(result_.sectors.size(), Grade::unrated);
    Grade& layer = area.by_sector[point.sector];
    layer = worst(layer, point.grade.current);
    ++area.by_place.at(static_cast<std::size_t>(point.placement.place));
    const bool worse =
        point.grade.current != Grade::unrated &&
        (!area.governing || rank_of(point.grade.current) > rank_of(result_.points[*area.governing].grade.current));
    if (worse) area.governing = i;
  }

  void add_enterprise(RatedArea& area, std::size_t e) const {
    const EnterpriseRecord& record = reg_.enterprises[e];
    area.enterprises.add(result_.enterprises[e].grade());
    area.suspended += static_cast<std::int64_t>(is_suspended(record));
    area.obliged += static_cast<std::int64_t>(answers_yes(record, "obliged"));
    area.reported += static_cast<std::int64_t>(answers_yes(record, "obliged") && answers_yes(record, "reported"));
  }

  const Register& reg_;
  RateResult& result_;
};

/// Residents by the place of their patch: a patch of the source belongs to the area that holds its centre.
void count_people(const Register& reg, RateResult& result) {
  if (!reg.population) return;
  std::optional<PreparedArea> district;
  if (reg.district) district.emplace(*reg.district);
  std::vector<AreaFinder> finders;
  finders.reserve(reg.sets.size());
  for (const BoundarySet& set : reg.sets) finders.emplace_back(set);
  result.district.people = 0.0;
  for (RatedSet& set : result.sets) {
    for (RatedArea& area : set.areas) area.people = 0.0;
  }
  for (const PopulationPatch& patch : reg.population->patches) {
    if (district ? district->contains(patch.centre) : reg.cells.cell_at(patch.centre).has_value()) {
      *result.district.people += patch.people_night;
    }
    for (std::size_t s = 0; s < finders.size(); ++s) {
      const AreaHit hit = finders[s].find(patch.centre);
      if (hit.area != kNoArea) *result.sets[s].areas[static_cast<std::size_t>(hit.area)].people += patch.people_night;
    }
  }
}

}  // namespace

Grade grade_of_layers(std::span<const Grade> layers, const AreaRules& rules) {
  if (rules.method == AreaMethod::layers_uplift) return uplifted(layers, rules);
  Grade grade = Grade::unrated;
  for (const Grade layer : layers) grade = worst(grade, layer);
  return grade;
}

void place_dangers(Register& reg, const DangerLinks& links, const PlaceLadder& ladder, RateResult& result) {
  const std::size_t sets = ladder.sets();
  result.danger_places.resize(reg.dangers.size());
  result.danger_areas.assign(reg.dangers.size() * sets, kNoArea);
  for (std::size_t d = 0; d < reg.dangers.size(); ++d) {
    HiddenDanger& danger = reg.dangers[d];
    if (danger.row_state != RowState::counted) continue;
    Placement& place = result.danger_places[d];
    const std::span<std::int32_t> areas = std::span(result.danger_areas).subspan(d * sets, sets);
    const auto owner = links.owners[d];
    const bool names_words = !danger.where.town.empty() || !danger.where.village.empty();
    if (danger.where.coordinates || (links.points[d].empty() && names_words)) {
      const Whereabouts* firm = owner ? &reg.enterprises[*owner].where : nullptr;
      place = ladder.place(danger.where, firm, danger.findings);
      ladder.find_areas(danger.where, firm, place, danger.findings, areas);
    }
    if (place.place != PlaceClass::county) continue;
    if (!links.points[d].empty()) {
      const std::size_t point = links.points[d].front();
      place = result.points[point].placement;
      for (std::size_t s = 0; s < sets; ++s) areas[s] = result.area_of(point, s);
    } else if (owner) {
      place = result.enterprises[*owner].placement;
      std::copy(result.enterprises[*owner].areas.begin(), result.enterprises[*owner].areas.end(), areas.begin());
    }
  }
}

void sum_areas(const Register& reg, RateResult& result) {
  for (std::size_t s = 0; s < reg.sets.size(); ++s) {
    result.sets[s].areas.resize(reg.sets[s].areas.size());
    result.sets[s].cover = cover_fault(reg.sets[s], reg.district);
    for (std::size_t a = 0; a < reg.sets[s].areas.size(); ++a) {
      result.sets[s].areas[a].area_m2 = area_m2(reg.sets[s].areas[a].shape);
    }
  }
  result.district.area_m2 =
      reg.district ? area_m2(*reg.district) : static_cast<double>(reg.cells.cells()) * reg.cells.cell_area_m2();
  Sums sums(reg, result);
  sums.points();
  sums.enterprises();
  sums.dangers();
  count_people(reg, result);
  const auto set_grade = [&](RatedArea& area) { area.grade = grade_of_layers(area.by_sector, reg.area_rules); };
  set_grade(result.district);
  for (RatedSet& set : result.sets) {
    std::for_each(set.areas.begin(), set.areas.end(), set_grade);
    set_grade(set.unplaced);
  }
}

}  // namespace sise
