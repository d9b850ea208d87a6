// [units]: a layer of hazardous units.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/study/unit.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// What surrounds the units and is needed to understand their layer.
struct UnitSurroundings {
  const Crs& crs;              ///< of the grid
  std::optional<Bounds> grid;  ///< where the layer is expected
  const SubstanceTable& substances;
  double ambient_pressure_Pa = 101325.0;  ///< turns gauge into absolute pressure
};

/// Reads and checks every unit. Units may lie outside the grid: they contribute. An unknown kind is a warning, as it
/// loses the rules that hang on kinds; an unknown substance keeps its text and no id.
[[nodiscard]] std::vector<Unit> read_units(const LayerConfig& config, const UnitSurroundings& around,
                                           Problems& problems);

/// The units of an open table, for tables that hold others too.
[[nodiscard]] std::vector<Unit> units_from(const FeatureTable& table, const LayerConfig& config,
                                           const UnitSurroundings& around, Problems& problems);

/// The kinds whose names come nearest to a text that is none, or all of them: for a remedy.
[[nodiscard]] std::string unit_kinds_near(std::string_view kind_text);

}  // namespace sise
