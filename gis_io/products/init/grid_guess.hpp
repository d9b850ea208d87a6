// A grid for layers that are somewhere: its CRS, its extent, its cells. Not for use outside init.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis_io/products/init/layer_sight.hpp"
#include "models/base/text.hpp"

namespace sise {

struct GridGuess {
  std::string crs;  ///< empty: no layer says where it lies
  Text crs_why;
  std::optional<Bounds> bounds;  ///< of all layers, in the CRS, rounded outwards
  double cell_m = 10.0;
  Text cell_why;
};

[[nodiscard]] GridGuess guess_grid(const std::vector<LayerSight>& sights);

/// Metres by which GCJ-02 shifts things in the middle of these degrees; 0 outside China.
[[nodiscard]] double web_map_shift_m(const Bounds& degrees);

}  // namespace sise
