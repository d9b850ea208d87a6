#include "core/runs/contributors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/grid/parallel.hpp"
#include "core/risk/box_nodes.hpp"
#include "core/risk/risk_search.hpp"

namespace sise {
namespace {

constexpr double kEdge_m = 10.0;  // shapes are asked along their edges at this spacing

RiskShares shares_on(const RiskModel& risk, const std::string& id, const Geometry& shape, const GridSpec& grid) {
  const RiskMaximum worst = maximum_risk(risk, risk.all_units(), shape, grid, kEdge_m);
  return {id, worst.risk_per_year, risk.contributions(worst.place, risk.all_units(), kContributors)};
}

/// The largest contributions so far, largest first, equal ones in the order of units; and the sum of all.
struct CellShares {
  std::array<Contribution, kContributors> largest{};
  double all = 0.0;

  void add(Contribution one) {
    all += one.risk_per_year;
    for (Contribution& there : largest) {
      if (one.risk_per_year > there.risk_per_year) std::swap(one, there);
    }
  }
};

/// Zeros are none.
void store(const CellShares& shares, CellIndex cell, Contributors& out) {
  for (std::size_t k = 0; k < kContributors; ++k) {
    const Contribution& one = shares.largest.at(k);
    if (!(one.risk_per_year > 0.0)) return;
    out.unit_number.at(k).at(cell.column, cell.row) = static_cast<float>(one.unit + 1);
    out.share.at(k).at(cell.column, cell.row) = static_cast<float>(one.risk_per_year / shares.all);
  }
}

/// The rectangle beyond which a unit makes no risk.
Bounds reach_box(const RiskModel& risk, std::size_t unit) {
  const std::vector<Point> sources = sources_of(risk.unit(unit));
  const double reach = risk.reach_m(unit);
  const Bounds box = box_around(sources);
  return {box.x_min - reach, box.y_min - reach, box.x_max + reach, box.y_max + reach};
}

/// The cells of one tile are asked together: far from a unit a few nodes serve them all.
void fill_tile(const RiskModel& risk, const std::vector<Bounds>& reaches, const CellWindow& tile, Contributors& out) {
  std::vector<Point> centres;
  for (std::int64_t row = tile.row; row < tile.row + tile.rows; ++row) {
    for (std::int64_t column = tile.column; column < tile.column + tile.columns; ++column)
      centres.push_back(out.grid.centre({column, row}));
  }
  const Bounds box = box_around(centres);
  std::vector<CellShares> shares(centres.size());
  std::vector<double> here(centres.size());
  for (std::size_t unit = 0; unit < risk.unit_count(); ++unit) {
    const Bounds& reach = reaches[unit];
    const bool apart =
        reach.x_max < box.x_min || reach.x_min > box.x_max || reach.y_max < box.y_min || reach.y_min > box.y_max;
    if (apart) continue;
    risk.risk_at(centres, {&unit, 1}, here);
    for (std::size_t i = 0; i < here.size(); ++i) shares[i].add({unit, here[i]});
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i);
    store(shares[i], {tile.column + at % tile.columns, tile.row + at / tile.columns}, out);
  }
}

void fill_cells(const RiskModel& risk, Contributors& out, Progress* progress) {
  constexpr std::int64_t kTile = 12;
  std::vector<Bounds> reaches;
  for (const std::size_t unit : risk.all_units()) reaches.push_back(reach_box(risk, unit));
  const std::int64_t across = (out.grid.columns + kTile - 1) / kTile;
  const std::int64_t down = (out.grid.rows + kTile - 1) / kTile;
  parallel_for(
      across * down,
      [&](std::int64_t index) {
        const std::int64_t column = index % across * kTile;
        const std::int64_t row = index / across * kTile;
        fill_tile(risk, reaches,
                  {column, row, std::min(kTile, out.grid.columns - column), std::min(kTile, out.grid.rows - row)}, out);
      },
      progress, "contributors");
}

/// The risk of each enterprise and of all at every patch of people.
class PeopleAtRisk {
 public:
  PeopleAtRisk(const Assessment& assessment, const std::vector<Enterprise>& enterprises, double level)
      : risk_(assessment.risk), population_(*assessment.study.population), enterprises_(enterprises), level_(level) {
    for (const PopulationPatch& patch : population_.patches) places_.push_back(patch.centre);
    all_.resize(places_.size());
  }

  std::vector<EnterpriseReach> count(Progress* progress) {
    risk_.risk_everywhere(places_, all_, {}, progress);
    double together = 0.0;
    for (std::size_t i = 0; i < places_.size(); ++i) together += exceeds(all_[i], level_) ? people(i) : 0.0;
    std::vector<EnterpriseReach> reaches(enterprises_.size());
    parallel_for(
        static_cast<std::int64_t>(enterprises_.size()),
        [&](std::int64_t index) {
          const auto e = static_cast<std::size_t>(index);
          reaches[e] = of(enterprises_[e]);
          reaches[e].people_above_all = together;
          reaches[e].people_above_without = together - reaches[e].people_above_without;
        },
        progress, "people");
    return reaches;
  }

 private:
  [[nodiscard]] double people(std::size_t i) const {
    const PopulationPatch& patch = population_.patches[i];
    return population_.day_fraction * patch.people_day + (1.0 - population_.day_fraction) * patch.people_night;
  }

  /// people_above_without holds whom the enterprise's end would free, until count() turns it round.
  [[nodiscard]] EnterpriseReach of(const Enterprise& enterprise) const {
    EnterpriseReach reach;
    reach.name = enterprise.name;
    std::vector<Point> near;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (!reaches(enterprise, places_[i])) continue;
      near.push_back(places_[i]);
      which.push_back(i);
    }
    std::vector<double> own(near.size());
    if (!near.empty()) risk_.risk_at(near, enterprise.computed, own);
    for (std::size_t k = 0; k < near.size(); ++k) {
      if (exceeds(own[k], level_)) reach.people_above += people(which[k]);
      const double all = all_[which[k]];
      if (exceeds(all, level_) && !exceeds(all - own[k], level_)) reach.people_above_without += people(which[k]);
    }
    return reach;
  }

  [[nodiscard]] bool reaches(const Enterprise& enterprise, Point place) const {
    return std::any_of(enterprise.computed.begin(), enterprise.computed.end(), [&](std::size_t unit) {
      const Point source = risk_.source_near(unit, place);
      return std::hypot(place.x - source.x, place.y - source.y) <= risk_.reach_m(unit);
    });
  }

  const RiskModel& risk_;
  const Population& population_;
  const std::vector<Enterprise>& enterprises_;
  double level_;
  std::vector<Point> places_;
  std::vector<double> all_;
};

double strictest(const LimitTable& table) {
  double least = std::numeric_limits<double>::infinity();
  for (const Limit& limit : table.by_class) least = std::min(least, limit.value);
  return least;
}

}  // namespace

Contributors contributors_run(const Assessment& assessment, const std::vector<Enterprise>& enterprises,
                              const GridSpec& grid, Progress* progress) {
  const Study& study = assessment.study;
  const RiskModel& risk = assessment.risk;
  risk.build_kernels(progress);
  Contributors out;
  out.grid = grid;
  for (std::size_t k = 0; k < kContributors; ++k) {
    out.unit_number.at(k) = Raster<float>(grid.columns, grid.rows, 0.0F);
    out.share.at(k) = Raster<float>(grid.columns, grid.rows, 0.0F);
  }
  out.targets.resize(study.targets.size());
  out.units.resize(study.units.size());
  const auto count = static_cast<std::int64_t>(study.targets.size() + study.units.size());
  parallel_for(
      count,
      [&](std::int64_t index) {
        auto i = static_cast<std::size_t>(index);
        if (i < study.targets.size()) {
          out.targets[i] = shares_on(risk, study.targets[i].id, study.targets[i].geometry, study.grid);
          return;
        }
        i -= study.targets.size();
        out.units[i] = shares_on(risk, study.units[i].id, study.units[i].geometry, study.grid);
      },
      progress, "shares");
  fill_cells(risk, out, progress);
  out.level_per_year = strictest(study.criteria.rules.individual_risk_existing);
  if (study.population) out.enterprises = PeopleAtRisk(assessment, enterprises, out.level_per_year).count(progress);
  return out;
}

}  // namespace sise
