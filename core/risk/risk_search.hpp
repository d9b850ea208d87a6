// Questions that distances and reviews ask of a risk model: how far a limit reaches, how high risk is on a parcel.
#pragma once
#include <limits>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/risk/risk_model.hpp"

namespace sise {

/// Outermost distance from `from` in the direction of `towards` at which the risk of the units still exceeds the limit
/// (values within 1e-9 relative of it do not), m, to a centimetre. The ray is scanned at steps of 1 % of the distance
/// (0.25 m close by) and at the rim of every lethal disc: a hill of risk is found unless it is narrower than that. Where no
/// source lies ahead of `from`, every third step is looked at first and the others where that comes near the limit.
/// 0: exceeded nowhere farther out than the point itself. `towards` may not equal `from`.
[[nodiscard]] double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from,
                                          Point towards, double limit_per_year);
/// The same where it is known that the limit is kept farther from `from` than `within_m`. `reaches_m`: share_reaches_m() of these
/// units at this limit, where the caller has them; between the reaches of units that stand far apart nothing is looked at.
[[nodiscard]] double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from,
                                          Point towards, double limit_per_year, double within_m,
                                          std::span<const double> reaches_m = {});

/// Of each unit: no place farther from where its accidents start has more than its even share of the level. Where all keep
/// their share, together they keep the level.
[[nodiscard]] std::vector<double> share_reaches_m(const RiskModel& model, std::span<const std::size_t> units,
                                                  double level_per_year);

/// No place farther than this from `from` has more than `level_per_year` by these units together; a little too far rather
/// than too near. It is at most the farthest of the units with the share of each, its distance from `from` added. Levels asked
/// for in rising order may each be told the answer before, `within_m`.
[[nodiscard]] double reach_above_m(const RiskModel& model, std::span<const std::size_t> units, Point from,
                                   double level_per_year, double within_m = std::numeric_limits<double>::infinity());

/// Where on a shape the risk is highest.
struct RiskMaximum {
  double risk_per_year = 0.0;
  Point place;
};

/// Maximum over the places of the shape (places_on): centres of cells inside it and its edge. Of equal places the first.
[[nodiscard]] RiskMaximum maximum_risk(const RiskModel& model, std::span<const std::size_t> units,
                                       std::span<const Point> places);
[[nodiscard]] RiskMaximum maximum_risk(const RiskModel& model, std::span<const std::size_t> units,
                                       const Geometry& shape, const GridSpec& grid, double edge_spacing_m = 1.0);

}  // namespace sise
