// Where a dense cloud begins: pool, jet, or all at once.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/dispersion/dense_gas_puff.hpp"
#include "models/numeric/dormand_prince.hpp"

namespace sise {

enum class DenseRelease { pool, horizontal_jet, vertical_jet, instantaneous };

[[nodiscard]] std::string_view name_of(DenseRelease release);
[[nodiscard]] std::optional<DenseRelease> dense_release_from(std::string_view name);

/// A release at ambient pressure: of a jet the area after it has expanded, never the orifice's.
struct DenseSource {
  DenseRelease release = DenseRelease::pool;
  double rate_kg_s = 0.0;
  std::optional<double> duration_s{};  ///< none: steady
  double mass_kg = 0.0;                ///< instantaneous
  double area_m2 = 0.0;
  double height_m = 0.0;
  double temperature_K = 0.0;
  double liquid_fraction = 0.0;  ///< by mass, airborne
};

/// The first slice of a plume.
struct PlumeStart {
  PlumePlace place = PlumePlace::ground;
  double x_m = 0.0;
  PlumeVector y;
  double rise_m = 0.0;  ///< of a vertical jet above its orifice
};

/// Half side of the square that a pool's vapour covers: the pool itself, or as much more as a heavy vapour spreads
/// upwind before the wind can carry it away.
[[nodiscard]] double pool_half_width_m(const DenseMixture& mixture, const DenseEntrainment& entrainment,
                                       const DenseSource& source);

/// Integrates over the pool to its downwind edge; the nodes in order, the first at its upwind edge.
[[nodiscard]] std::vector<OdeNode<kPlumeParts>> path_over_pool(const DensePlume& plume);

[[nodiscard]] PlumeStart start_of_horizontal_jet(const DensePlume& plume, const DenseSource& source);
/// Hoot, Meroney and Peterka 1973 for the rise of a dense plume, as SLAB has it. The jet must be denser than the air.
[[nodiscard]] PlumeStart start_of_vertical_jet(const DensePlume& plume, const DenseSource& source);

/// How steps over a plume and a puff are judged.
[[nodiscard]] PlumeVector plume_floor(const PlumeVector& y);
[[nodiscard]] PuffVector puff_floor(const PuffVector& y);

}  // namespace sise
