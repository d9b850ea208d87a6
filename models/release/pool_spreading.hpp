// How far a pool reaches.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace sise {

enum class PoolSpreading {
  instant,  ///< at once as wide as its thinnest layer lets it, or as its bund (HJ 169-2018 annex F)
  gravity,  ///< dr/dt = sqrt(2 g (h - h_min)) (Shaw and Briscoe 1978, with the thinnest layer of the Yellow Book)
};

[[nodiscard]] std::optional<PoolSpreading> pool_spreading_from(std::string_view name);

struct PoolBasin {
  PoolSpreading spreading = PoolSpreading::instant;
  double min_thickness_m = 0.005;
  std::optional<double> bund_m2{};  ///< the pool is never wider
};

/// Radius of a pool of this volume that begins to spread: as wide as high where gravity rules.
[[nodiscard]] double first_radius_m(const PoolBasin& basin, double volume_m3);

/// Radius a while later, the volume going evenly from one value to the other. A pool does not shrink: the ground stays
/// wet.
[[nodiscard]] double later_radius_m(const PoolBasin& basin, double radius_m, double volume_m3, double later_volume_m3,
                                    double dt_s);

}  // namespace sise
