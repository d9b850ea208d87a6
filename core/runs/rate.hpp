// What grade has each risk point, enterprise, area and cell of a district's register?
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/rating/register/area_grade.hpp"
#include "core/rating/register/boundary_set.hpp"
#include "core/rating/register/danger_steps.hpp"
#include "core/rating/register/dust_work.hpp"
#include "core/rating/register/enterprise_record.hpp"
#include "core/rating/register/grade_point.hpp"
#include "core/rating/register/hidden_danger.hpp"
#include "core/rating/register/live_alarm.hpp"
#include "core/rating/register/placement.hpp"
#include "core/rating/register/rate_enterprise.hpp"
#include "core/rating/register/safety_indices.hpp"
#include "core/study/population.hpp"

namespace sise {

/// A register as it was read, with the rules to rate it by. Rating takes it, and its rows come back with their findings.
struct Register {
  std::vector<RiskPoint> points;
  std::vector<EnterpriseRecord> enterprises;
  std::vector<HiddenDanger> dangers;
  std::vector<DangerStep> danger_steps;  ///< none: nobody keeps them
  std::vector<BoundarySet> sets;
  GridSpec cells;                                ///< of grades.tif
  std::optional<MultiPolygon> district;          ///< none: the grid's extent
  std::shared_ptr<const Population> population;  ///< null: no source
  PointRules point_rules;
  EnterpriseRules enterprise_rules;
  AreaRules area_rules;
  LedgerRules ledger_rules;
  DustRules dust_rules;
  AccidentFigures accidents;
  std::vector<IndexItem> index_items;
  std::optional<double> kernel_m;       ///< radius of the density of points; none: it is not asked for
  Date date{};                          ///< as of which everything is told; the epoch: nobody knows
  std::vector<LiveDetector> detectors;  ///< none: the project has no live data
  std::vector<ReadingRow> readings;     ///< every row of their files
  LiveRules live_rules;
  Instant live_time{};  ///< as of which alarms are told
};

/// Calls `use(findings, row)` for every row of every file, kind by kind; for the first row of a detector twice, with
/// what is said of the detector and of the reading.
template <class Use>
void each_row(const Register& reg, const Use& use) {
  for (const RiskPoint& point : reg.points) use(point.findings, point.row);
  for (const EnterpriseRecord& firm : reg.enterprises) {
    if (firm.registered) use(firm.findings, firm.row);  // others have no row of their own
  }
  for (const HiddenDanger& danger : reg.dangers) use(danger.findings, danger.row);
  for (const DangerStep& step : reg.danger_steps) use(step.findings, step.row);
  for (const LiveDetector& detector : reg.detectors) use(detector.findings, detector.row);
  for (const ReadingRow& reading : reg.readings) use(reading.findings, reading.row);
}

/// Belongs to the row of the same index.
struct RatedPoint {
  PointGrade grade;
  std::optional<std::size_t> enterprise;
  Placement placement;
  std::uint8_t sector = 0;  ///< index into sectors
};

struct RatedEnterprise {
  GradeCounts current;  ///< of its points
  GradeCounts inherent;
  std::optional<std::size_t> governing;  ///< its worst point
  LedgerCounts dangers;
  Placement placement;
  std::vector<std::int32_t> areas;  ///< one per boundary set
  bool overdue_major = false;
  EnterpriseRating rating;

  [[nodiscard]] Grade grade() const { return rating.grade; }
  /// Some of its points are not rated (or it has none): its grade may be too good.
  [[nodiscard]] bool incomplete() const { return current.unrated() > 0 || current.total() == 0; }
};

/// What is said of one area, or of the whole district.
struct RatedArea {
  GradeCounts current;
  GradeCounts inherent;
  Grade grade = Grade::unrated;          ///< by the area method
  std::optional<std::size_t> governing;  ///< the worst point, the first of its kind
  std::vector<Grade> by_sector;          ///< worst current grade of each sector's points
  PlaceCounts by_place{};
  GradeCounts enterprises;  ///< by their grades
  std::int64_t suspended = 0;
  std::int64_t obliged = 0;   ///< to report risks
  std::int64_t reported = 0;  ///< of those, be it "none"
  LedgerCounts dangers;
  double area_m2 = 0.0;
  std::optional<double> people;  ///< residents (at night); nothing without a source
};

struct RatedSet {
  std::vector<RatedArea> areas;
  RatedArea unplaced;  ///< what belongs to none of them: with it the areas sum up to the district
  CoverFault cover;
};

/// A detector with what is known of it at the register's live time.
struct RatedDetector : DetectorState {
  bool two_near = false;  ///< another of level 1 stands near: as one of level 2
  std::optional<std::size_t> point;
  std::optional<std::size_t> enterprise;
  Placement placement;
  std::vector<std::int32_t> areas;  ///< one per boundary set

  [[nodiscard]] int level() const { return two_near ? 2 : alarm; }
};

struct LiveArea {
  Grade grade = Grade::unrated;
  std::int64_t detectors = 0;
  std::int64_t lost = 0;  ///< nobody has heard of them
  std::int64_t alarms = 0;
};

/// 动态: what live readings make of the present grades. They lift and never lower, and hold for minutes.
struct RatedLive {
  std::vector<RatedDetector> detectors;
  std::vector<Grade> points;
  std::vector<Grade> enterprises;
  std::vector<std::vector<LiveArea>> areas;  ///< by set
  LiveArea district;
};

struct RateResult {
  std::vector<RatedPoint> points;
  std::vector<RatedEnterprise> enterprises;
  std::vector<std::optional<std::size_t>> danger_owners;  ///< enterprise of each hidden danger
  std::vector<Placement> danger_places;                   ///< of every danger
  std::vector<std::int32_t> danger_areas;                 ///< of every danger, one per boundary set
  std::vector<RatedSet> sets;
  RatedArea district;
  std::vector<std::string> sectors;       ///< most points first
  std::vector<std::int32_t> point_areas;  ///< of every point, one per boundary set
  Raster<std::uint8_t> grades;            ///< by the area method; 255: no point here
  std::optional<Raster<float>> kernel;    ///< density of points, weight per km², where it is asked for
  std::optional<RatedLive> live;          ///< nothing without live data
  Raster<std::uint8_t> governing_sector;  ///< index into sectors + 1; 0: none

  [[nodiscard]] std::int32_t area_of(std::size_t point, std::size_t set) const {
    return point_areas[point * sets.size() + set];
  }
};

/// Matches points and dangers with enterprises (those that the registry lacks are added at its end), grades, places and
/// sums. Same result for any number of threads. Throws Interrupted.
[[nodiscard]] RateResult rate(Register& reg, Progress* progress);

}  // namespace sise
