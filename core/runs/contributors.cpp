#include "core/runs/contributors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/criteria/limits.hpp"
#include "core/geometry/point_distance.hpp"
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

/// Largest first; zeros are none.
void store(const std::vector<Contribution>& largest, double all, std::int64_t column, std::int64_t row,
           Contributors& out) {
  for (std::size_t k = 0; k < largest.size(); ++k) {
    out.unit_number.at(k).at(column, row) = static_cast<float>(largest[k].unit + 1);
    out.share.at(k).at(column, row) = static_cast<float>(largest[k].risk_per_year / all);
  }
}

void fill_cells(const RiskModel& risk, Contributors& out, Progress* progress) {
  parallel_for(
      out.grid.rows,
      [&](std::int64_t row) {
        for (std::int64_t column = 0; column < out.grid.columns; ++column) {
          const Point centre{out.grid.x_min + (static_cast<double>(column) + 0.5) * out.grid.cell_m,
                             out.grid.y_max - (static_cast<double>(row) + 0.5) * out.grid.cell_m};
          const std::vector<Contribution> all = risk.contributions(centre, risk.all_units(), risk.unit_count());
          double sum = 0.0;
          for (const Contribution& one : all) sum += one.risk_per_year;
          const std::size_t most = std::min(kContributors, all.size());
          store({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most)}, sum, column, row, out);
        }
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
    for (const std::size_t unit : risk_.all_units()) sources_.push_back(box_around(sources_of(risk_.unit(unit))));
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
      return distance_m(sources_[unit], {place.x, place.y, place.x, place.y}) <= risk_.reach_m(unit);
    });
  }

  const RiskModel& risk_;
  const Population& population_;
  const std::vector<Enterprise>& enterprises_;
  double level_;
  std::vector<Point> places_;
  std::vector<double> all_;
  std::vector<Bounds> sources_;  ///< per unit, around the places where its accidents start
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
