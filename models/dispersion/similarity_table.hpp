// What the similarity plume prepares along x.
#pragma once
#include <cstddef>
#include <optional>

#include "models/dispersion/lateral_spread.hpp"
#include "models/dispersion/similarity_profile.hpp"
#include "models/dispersion/surface_sink.hpp"
#include "models/numeric/hermite_table.hpp"

namespace sise {

/// The functions of ln x in the table.
namespace similarity_column {
inline constexpr std::size_t log_integral = 0;  ///< ln C_y/rate but for the profile f and the factor r_s + R(z)
inline constexpr std::size_t log_sigma_y = 1;
inline constexpr std::size_t half_s = 2;  ///< of ProfilePoints, as the next two
inline constexpr std::size_t log_offset = 3;
inline constexpr std::size_t mixed = 4;
inline constexpr std::size_t log_airborne = 5;  ///< ln of the share that is not deposited
inline constexpr std::size_t log_mean_height = 6;
}  // namespace similarity_column

inline constexpr double kSimilarityFarthest_m = 1e7;

struct SimilarityTableInput {
  double source_height_m = 0.0;
  std::optional<double> lid_m;
  double averaging_factor = 1.0;  ///< on sigma_y
};

/// From 1 cm to 10,000 km, forty samples to a decade.
[[nodiscard]] HermiteTable similarity_table(const SimilarityTableInput& input, const SurfaceLayer& air,
                                            const LateralSpread& lateral, const SurfaceSink& sink);

}  // namespace sise
