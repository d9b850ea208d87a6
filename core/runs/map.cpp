#include "core/runs/map.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

// AQ/T 3046-2013 draws contours down to 1e-8 per year.
constexpr std::array<double, 5> kDecades{1e-8, 1e-7, 1e-6, 1e-5, 1e-4};

std::vector<double> contour_levels(const FourColourMap& map, Contours contours) {
  const std::vector<double> limits = map.risk_bounds();
  std::set<double> levels(limits.begin(), limits.end());
  if (contours == Contours::limits_and_decades) levels.insert(kDecades.begin(), kDecades.end());
  return {levels.begin(), levels.end()};
}

Geometry whole(const GridSpec& grid) {
  const Bounds b = grid.bounds();
  return as_geometry(
      {{{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}});
}

}  // namespace

MapRun::MapRun(const Study& study, const SubstanceTable& substances, const Projection& projection)
    : study_(study), assessment_(study, substances, projection), map_(assessment_) {}

MemoryPlan MapRun::plan(const ReceiverDemand& receiver, const Budget& budget) const {
  const std::size_t patches = study_.population ? study_.population->patches.size() : 0;
  return plan_memory(study_.grid, demand_of(assessment_.risk), receiver, patches, budget);
}

MapResult MapRun::run(const MemoryPlan& plan, BandReceiver& receiver, Progress* progress, Contours contours) {
  assessment_.risk.set_budget(plan.risk);
  MapCollector collector(study_, contour_levels(map_, contours));
  for (std::int64_t row = 0; row < study_.grid.rows; row += plan.rows_per_band) {
    const MapBand band = map_.band(row, std::min(study_.grid.rows, row + plan.rows_per_band), progress);
    collector.add(band);
    receiver.add(band);
  }
  MapResult result;
  result.totals = collector.finish();
  result.units = units_on_map(assessment_, map_, progress);
  result.small_zones = zones_smaller_than_a_cell(assessment_, map_);
  result.edge = edge_of_data();
  return result;
}

std::vector<UnitOnMap> units_on_map(const Assessment& assessment, const FourColourMap& map, Progress* progress) {
  std::vector<const Geometry*> shapes;
  std::vector<std::size_t> own;
  for (const Unit& unit : assessment.study.units) {
    own.push_back(shapes.size());
    shapes.push_back(&unit.geometry);
  }
  const std::vector<PlaceRating> ratings = map.worst_over(shapes, progress);
  std::vector<Point> worst;
  worst.reserve(ratings.size());
  for (const PlaceRating& rating : ratings) worst.push_back(rating.worst_place);
  const std::vector<RiskModel::Shares> shares = assessment.risk.shares_at(worst, own, progress);
  std::vector<UnitOnMap> units;
  for (std::size_t i = 0; i < ratings.size(); ++i) units.push_back({ratings[i], shares[i]});
  return units;
}

EdgeOfData MapRun::edge_of_data() const {
  const Geometry data = map_.data_area().empty() ? whole(study_.grid) : as_geometry(map_.data_area());
  const double reach_m = assessment_.risk.longest_reach_m();
  const double all_m2 = area_m2(data);
  return {reach_m, reach_m > 0.0 ? all_m2 - area_m2(buffer(data, -reach_m)) : 0.0};
}

}  // namespace sise
