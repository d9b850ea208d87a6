#include "core/runs/rate_live.hpp"

#include <algorithm>
#include <cmath>

#include "core/rating/register/link_register.hpp"

namespace sise {
namespace {

/// Detectors name their points and enterprises as the ledger does, and are found by the same rules.
struct DetectorLinks {
  Owners owners;
  NamedPoints points;
};

DetectorLinks link_detectors(Register& reg, const RateResult& result) {
  std::vector<HiddenDanger> named;
  for (LiveDetector& detector : reg.detectors) {
    HiddenDanger one;
    one.id = detector.id;
    one.uscc = detector.uscc;
    one.enterprise_name = detector.enterprise_name;
    one.point_id = detector.point_id;
    one.findings = std::move(detector.findings);
    named.push_back(std::move(one));
  }
  Owners point_owners;
  for (const RatedPoint& point : result.points) point_owners.push_back(point.enterprise);
  std::vector<EnterpriseRecord> firms = reg.enterprises;  // a firm that detectors alone name is none of the register
  DetectorLinks links;
  links.owners = link_dangers(named, firms);
  for (auto& owner : links.owners) {
    if (owner && *owner >= reg.enterprises.size()) owner.reset();
  }
  links.points = link_named_points(named, reg.points, point_owners, links.owners);
  for (std::size_t d = 0; d < named.size(); ++d) reg.detectors[d].findings = std::move(named[d].findings);
  return links;
}

class Live {
 public:
  Live(Register& reg, const PlaceLadder& ladder, RateResult& result)
      : reg_(reg),
        ladder_(ladder),
        result_(result),
        live_(result.live.emplace()),
        links_(link_detectors(reg, result)) {}

  void add() {
    for (const RatedPoint& point : result_.points) live_.points.push_back(point.grade.current);
    for (const RatedEnterprise& firm : result_.enterprises) live_.enterprises.push_back(firm.grade());
    live_.areas.resize(reg_.sets.size());
    for (std::size_t s = 0; s < reg_.sets.size(); ++s) live_.areas[s].resize(reg_.sets[s].areas.size());
    for (std::size_t d = 0; d < reg_.detectors.size(); ++d) read(d);
    join_near_ones();
    for (std::size_t d = 0; d < reg_.detectors.size(); ++d) lift(d);
    for (std::size_t i = 0; i < reg_.points.size(); ++i) {
      const auto owner = result_.points[i].enterprise;
      if (owner) live_.enterprises[*owner] = worst(live_.enterprises[*owner], live_.points[i]);
    }
    sum_areas();
  }

 private:
  void read(std::size_t d) {
    LiveDetector& detector = reg_.detectors[d];
    RatedDetector rated;
    static_cast<DetectorState&>(rated) = state_of(detector, reg_.live_time, reg_.live_rules);
    if (!links_.points[d].empty()) rated.point = links_.points[d].front();
    rated.enterprise = links_.owners[d];
    rated.areas.assign(reg_.sets.size(), kNoArea);
    place(detector, rated);
    live_.detectors.push_back(std::move(rated));
  }

  /// At its own coordinates, else where its point stands, else where its enterprise does.
  void place(LiveDetector& detector, RatedDetector& rated) {
    if (detector.where.coordinates) {
      rated.placement = ladder_.place(detector.where, nullptr, detector.findings);
      ladder_.find_areas(detector.where, nullptr, rated.placement, detector.findings, rated.areas);
    } else if (rated.point) {
      rated.placement = result_.points[*rated.point].placement;
      for (std::size_t s = 0; s < reg_.sets.size(); ++s) rated.areas[s] = result_.area_of(*rated.point, s);
    } else if (rated.enterprise) {
      rated.placement = result_.enterprises[*rated.enterprise].placement;
      rated.areas = result_.enterprises[*rated.enterprise].areas;
    } else {
      add_finding(detector.findings, "detector_of_nobody");
    }
  }

  /// Two of level 1 within so many metres are as one of level 2.
  void join_near_ones() {
    std::vector<std::size_t> first;
    for (std::size_t d = 0; d < live_.detectors.size(); ++d) {
      const RatedDetector& one = live_.detectors[d];
      if (one.alarm == 1 && one.placement.at && one.set_aside == nullptr) first.push_back(d);
    }
    for (const std::size_t a : first) {
      for (const std::size_t b : first) {
        const Point& p = *live_.detectors[a].placement.at;
        const Point& q = *live_.detectors[b].placement.at;
        if (a != b && std::hypot(p.x - q.x, p.y - q.y) <= reg_.live_rules.near_m) live_.detectors[a].two_near = true;
      }
    }
  }

  void lift(std::size_t d) {
    const RatedDetector& detector = live_.detectors[d];
    const Grade alarm = alarm_grade(detector, detector.level());
    for (const std::size_t point : links_.points[d]) live_.points[point] = worst(live_.points[point], alarm);
    if (detector.enterprise)
      live_.enterprises[*detector.enterprise] = worst(live_.enterprises[*detector.enterprise], alarm);
    const auto count = [&](LiveArea& area) {
      area.grade = worst(area.grade, alarm);
      ++area.detectors;
      area.lost += static_cast<std::int64_t>(detector.state == LiveState::stale);
      area.alarms += static_cast<std::int64_t>(detector.alarms());
    };
    count(live_.district);
    for (std::size_t s = 0; s < reg_.sets.size(); ++s) {
      if (detector.areas[s] != kNoArea) count(live_.areas[s][static_cast<std::size_t>(detector.areas[s])]);
    }
  }

  /// Points bring what other detectors made of them; the static colour of an area holds at least.
  void sum_areas() {
    live_.district.grade = worst(live_.district.grade, result_.district.grade);
    for (std::size_t s = 0; s < reg_.sets.size(); ++s) {
      for (std::size_t a = 0; a < live_.areas[s].size(); ++a)
        live_.areas[s][a].grade = worst(live_.areas[s][a].grade, result_.sets[s].areas[a].grade);
      for (std::size_t i = 0; i < reg_.points.size(); ++i) {
        const std::int32_t area = result_.area_of(i, s);
        if (area == kNoArea || reg_.points[i].state != RowState::counted) continue;
        LiveArea& sum = live_.areas[s][static_cast<std::size_t>(area)];
        sum.grade = worst(sum.grade, live_.points[i]);
      }
    }
    for (const Grade grade : live_.points) live_.district.grade = worst(live_.district.grade, grade);
  }

  Register& reg_;
  const PlaceLadder& ladder_;
  RateResult& result_;
  RatedLive& live_;
  DetectorLinks links_;
};

}  // namespace

void add_live(Register& reg, const PlaceLadder& ladder, RateResult& result) {
  if (!reg.detectors.empty()) Live(reg, ladder, result).add();
}

}  // namespace sise
