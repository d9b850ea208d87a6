// What a project says of its people.
#pragma once
#include <optional>

#include "gis_io/read/config/layer_config.hpp"

namespace sise {

enum class PopulationUnit { per_cell, per_km2 };

/// [population]: a raster with its unit, or polygons with people_day and people_night.
struct PopulationConfig {
  LayerConfig layer;
  bool is_raster = false;
  PopulationUnit unit = PopulationUnit::per_cell;  ///< of a raster
  std::optional<int> day_band;                     ///< of a raster, 1-based; none: as the raster's own words say
  std::optional<int> night_band;
  double indoor_day = 0.93;
  double indoor_night = 0.99;
  double day_fraction = 0.44;
};

}  // namespace sise
