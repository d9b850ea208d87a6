// What the similarity plume is told of the air.
#pragma once
#include <optional>

#include "models/atmosphere/surface_layer.hpp"

namespace sise {

struct SimilarityWeather {
  SurfaceLayerState surface;
  /// Standard deviation of the wind's direction over ten minutes, at the wind's height; none: estimated.
  std::optional<double> sigma_theta_deg{};
  std::optional<double> mixing_height_m{};  ///< none: no lid
};

}  // namespace sise
