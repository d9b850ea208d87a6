#include "core/runs/societal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"
#include "core/runs/memory_plan.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr std::size_t kTopUnits = 3;
constexpr double kAversion = 1.5;
constexpr std::size_t kLot = 16;  // units whose people are held at once

/// A curve in the making.
struct CurveSum {
  FnCurve curve;
  double by_place = 0.0;
  double reach_m = 0.0;
  std::vector<DeathsOfUnit> units;
};

void add_unit(CurveSum& sum, std::size_t index, const UnitDeaths& unit) {
  sum.curve.add(unit.curve);
  sum.by_place += unit.by_place_per_year;
  sum.reach_m = std::max(sum.reach_m, unit.reach_m);
  sum.units.push_back({index, unit.curve.expected_deaths_per_year()});
}

void add_sum(CurveSum& sum, const CurveSum& more) {
  sum.curve.add(more.curve);
  sum.by_place += more.by_place;
  sum.reach_m = std::max(sum.reach_m, more.reach_m);
  sum.units.insert(sum.units.end(), more.units.begin(), more.units.end());
}

std::vector<DeathsOfUnit> largest(std::vector<DeathsOfUnit> units) {
  std::erase_if(units, [](const DeathsOfUnit& u) { return !(u.deaths_per_year > 0.0); });
  std::stable_sort(units.begin(), units.end(),
                   [](const DeathsOfUnit& a, const DeathsOfUnit& b) { return a.deaths_per_year > b.deaths_per_year; });
  if (units.size() > kTopUnits) units.resize(kTopUnits);
  return units;
}

/// A park as it is judged: units of the study, whichever way it was given.
struct JointUnits {
  std::string name;
  std::vector<std::size_t> units;
  CurveSum sum;
};

class SocietalRun {
 public:
  SocietalRun(const SocietalStudy& study, const SocietalWishes& wishes, Progress* progress)
      : study_(study), wishes_(wishes), progress_(progress), sums_(study.enterprises().size()) {
    result_.grid = deaths_grid(study.assessment().study.grid, wishes.cell_m);
    result_.deaths = Raster<double>(result_.grid.columns, result_.grid.rows, 0.0);
  }

  SocietalResult run() {
    find_parks();
    count_units();
    CurveSum all;
    for (std::size_t e = 0; e < sums_.size(); ++e) {
      result_.enterprises.push_back(enterprise(e));
      add_sum(all, sums_[e]);
    }
    for (const JointUnits& park : parks_) result_.parks.push_back(park_curve(park));
    result_.district = finished(all, SocietalCurve::Kind::district);
    std::stable_sort(result_.enterprises.begin(), result_.enterprises.end(),
                     [](const SocietalCurve& a, const SocietalCurve& b) {
                       return a.expected_deaths_per_year > b.expected_deaths_per_year;
                     });
    return std::move(result_);
  }

 private:
  void find_parks() {
    for (const JointEnterprises& park : wishes_.parks) {
      JointUnits& joint = add_park(park.name);
      for (const std::string& name : park.enterprises) {
        const std::vector<std::size_t>& units = enterprise_named(name, park).units;
        joint.units.insert(joint.units.end(), units.begin(), units.end());
      }
    }
    const Assessment& assessment = study_.assessment();
    for (const Park& park : wishes_.grounds) {
      const ParkUnits there = units_of_park(park, assessment.study, assessment.statuses);
      JointUnits& joint = add_park(park.name.empty() ? park.id : park.name);
      joint.units = there.computed;
      joint.units.insert(joint.units.end(), there.incomplete.begin(), there.incomplete.end());
    }
    parks_of_unit_.resize(assessment.study.units.size());
    for (std::size_t p = 0; p < parks_.size(); ++p) {
      std::vector<std::size_t>& units = parks_[p].units;
      std::sort(units.begin(), units.end());
      units.erase(std::unique(units.begin(), units.end()), units.end());
      for (const std::size_t unit : units) parks_of_unit_[unit].push_back(p);
    }
  }

  JointUnits& add_park(const std::string& name) {
    const auto same = [&](const JointUnits& one) { return one.name == name; };
    if (std::any_of(parks_.begin(), parks_.end(), same)) {
      throw InputError("doubled_park",
                       {fmt::format("two parks are called '{}'", name), fmt::format("有两个园区名为“{}”", name)},
                       {.field = "societal.parks"},
                       {"Parks of [capacity] are drawn with those of [societal]: name them apart, or give each once",
                        "[capacity] 的园区与 [societal] 的园区一并计算:请区分名称,或只给出一次"});
    }
    parks_.push_back({name, {}, {}});
    return parks_.back();
  }

  [[nodiscard]] const Enterprise& enterprise_named(const std::string& name, const JointEnterprises& park) const {
    for (const Enterprise& one : study_.enterprises()) {
      if (one.name == name) return one;
    }
    throw InputError("unknown_enterprise",
                     {fmt::format("park '{}' names enterprise '{}', of which there is no unit", park.name, name),
                      fmt::format("园区“{}”所列企业“{}”没有任何单元", park.name, name)},
                     {.field = "societal.parks"});
  }

  /// In lots, so that what units tell of places need not all be held at once.
  void count_units() {
    std::vector<std::size_t> units;
    const Assessment& assessment = study_.assessment();
    for (std::size_t i = 0; i < assessment.study.units.size(); ++i) {
      if (assessment.statuses[i].computed) units.push_back(i);
    }
    for (std::size_t from = 0; from < units.size(); from += kLot) {
      const std::size_t count = std::min(kLot, units.size() - from);
      std::vector<UnitDeaths> lot(count);
      StagePart part(progress_, static_cast<double>(from) / static_cast<double>(units.size()),
                     static_cast<double>(from + count) / static_cast<double>(units.size()));
      parallel_for(
          static_cast<std::int64_t>(count),
          [&](std::int64_t i) {
            const auto k = static_cast<std::size_t>(i);
            lot[k] = study_.unit(units[from + k], {}, &result_.grid, progress_);
          },
          &part, "societal");
      for (std::size_t k = 0; k < count; ++k) take(units[from + k], lot[k]);
    }
  }

  void take(std::size_t index, const UnitDeaths& unit) {
    add_unit(sums_[study_.enterprise_of(index)], index, unit);
    for (const std::size_t park : parks_of_unit_[index]) add_unit(parks_[park].sum, index, unit);
    result_.of_unit.push_back({index, unit.curve.expected_deaths_per_year()});
    for (const auto& [cell, deaths] : unit.cells) {
      result_.deaths.at(cell % result_.grid.columns, cell / result_.grid.columns) += deaths;
    }
    result_.deaths_outside_per_year += unit.outside_cells_per_year;
  }

  [[nodiscard]] SocietalCurve finished(const CurveSum& sum, SocietalCurve::Kind kind) const {
    SocietalCurve curve;
    curve.kind = kind;
    curve.steps = sum.curve.steps();
    curve.expected_deaths_per_year = sum.curve.expected_deaths_per_year();
    curve.by_place_per_year = sum.by_place;
    curve.averse_per_year = sum.curve.weighted_deaths_per_year(kAversion);
    curve.units = largest(sum.units);
    curve.reach_m = sum.reach_m;
    if (kind == SocietalCurve::Kind::district) return curve;
    curve.judgement = judged(curve.steps, wishes_.criterion);
    for (const FnCriterion& other : wishes_.compare) curve.compared.push_back(judged(curve.steps, other));
    return curve;
  }

  [[nodiscard]] SocietalCurve enterprise(std::size_t e) const {
    const Enterprise& one = study_.enterprises()[e];
    SocietalCurve curve = finished(sums_[e], SocietalCurve::Kind::enterprise);
    curve.name = one.name;
    curve.remarks = study_.remarks_on(e, curve.reach_m);
    curve.warnings = codes_of(study_.assessment().warnings, one.computed);
    curve.rests_on = study_.rests_on(moving_units(sums_[e]), wishes_.criterion);
    if (one.computed.empty()) curve.judgement.reset();
    if (curve.judgement) curve.range = range_of(study_, e, *curve.judgement, wishes_.criterion, progress_);
    return curve;
  }

  /// Units with at least a hundredth of the deaths.
  static std::vector<std::size_t> moving_units(const CurveSum& sum) {
    constexpr double kMoves = 0.01;
    const double all = sum.curve.expected_deaths_per_year();
    std::vector<std::size_t> units;
    for (const DeathsOfUnit& unit : sum.units) {
      if (unit.deaths_per_year > 0.0 && unit.deaths_per_year >= kMoves * all) units.push_back(unit.unit);
    }
    return units;
  }

  [[nodiscard]] SocietalCurve park_curve(const JointUnits& park) const {
    SocietalCurve curve = finished(park.sum, SocietalCurve::Kind::park);
    curve.name = park.name;
    std::vector<std::size_t> computed;
    std::set<std::size_t> members;
    for (const std::size_t unit : park.units) {
      if (study_.assessment().statuses[unit].computed) computed.push_back(unit);
      members.insert(study_.enterprise_of(unit));
    }
    for (const std::size_t e : members) {
      const std::string& name = study_.enterprises()[e].name;
      curve.members.push_back(name);
      for (SocietalRemark remark : study_.remarks_on(e, park.sum.reach_m)) {
        remark.text = {name + ": " + remark.text.en, name + ":" + remark.text.zh};
        curve.remarks.push_back(std::move(remark));
      }
    }
    curve.warnings = codes_of(study_.assessment().warnings, computed);
    curve.rests_on = study_.rests_on(moving_units(park.sum), wishes_.criterion);
    if (computed.empty()) curve.judgement.reset();
    return curve;
  }

  const SocietalStudy& study_;
  const SocietalWishes& wishes_;
  Progress* progress_;
  std::vector<CurveSum> sums_;  ///< of the enterprises
  std::vector<JointUnits> parks_;
  std::vector<std::vector<std::size_t>> parks_of_unit_;
  SocietalResult result_;
};

}  // namespace

GridSpec deaths_grid(const GridSpec& grid, double cell_m) {
  const double times = std::max(1.0, std::round(cell_m / grid.cell_m));
  const auto cells = static_cast<std::int64_t>(times);
  GridSpec coarse = grid;
  coarse.cell_m = grid.cell_m * times;
  coarse.columns = (grid.columns + cells - 1) / cells;
  coarse.rows = (grid.rows + cells - 1) / cells;
  return coarse;
}

WorkNeed societal_need(const SocietalStudy& study, const SocietalWishes& wishes, int threads) {
  constexpr std::int64_t kCellBytes = 44;  // the sum, what is written of it, and three contributors with their shares
  constexpr double kHeldOfPeople =
      0.7;  // of one unit: everybody in its reach with their deaths, beside the whole population
  const GridSpec grid = deaths_grid(study.assessment().study.grid, wishes.cell_m);
  const auto work = static_cast<std::int64_t>(study.risk().work_bytes());
  const auto held =
      static_cast<std::int64_t>(kHeldOfPeople * static_cast<double>(kLot * study.risk().people().bytes()));
  const auto curves = static_cast<std::int64_t>(study.enterprises().size() * FnCurve::bytes());
  const RiskDemand risk = demand_of(study.assessment().risk);
  return {grid.cells(), program_bytes + risk.shared_bytes + risk.kernel_bytes + threads * work + held + curves +
                            grid.cells() * kCellBytes + static_cast<std::int64_t>(study.risk().people().bytes())};
}

SocietalResult societal_run(const SocietalStudy& study, const SocietalWishes& wishes, Progress* progress) {
  return SocietalRun(study, wishes, progress).run();
}

}  // namespace sise
