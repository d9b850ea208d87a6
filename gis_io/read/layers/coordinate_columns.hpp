// Geometry that a table holds in columns.
#pragma once
#include <cstddef>
#include <optional>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

struct CoordinateColumns {
  enum class Form { easting_northing, lon_lat, wkt };
  Form form = Form::easting_northing;
  std::size_t first = 0;   ///< easting, longitude or WKT
  std::size_t second = 0;  ///< northing or latitude
};

/// The columns that `config` names; without any, and where the source has no geometry of its own, columns called x and y,
/// lon and lat, or wkt. nullopt: there are none (a problem is told where `config` names one that does not exist).
[[nodiscard]] std::optional<CoordinateColumns> coordinate_columns(const FeatureTable& table, const LayerConfig& config,
                                                                  Problems& problems);

/// Fills every row's geometry; blanks, texts and zeros that stand for "unknown" are problems.
void fill_geometry(FeatureTable& table, const CoordinateColumns& columns, Problems& problems);

}  // namespace sise
