// How much more can stand here? A study, its parks and a unit type -> control lines, safety capacity and partition.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/decision/capacity.hpp"
#include "core/decision/control_line.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/grid/raster.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/memory_plan.hpp"

namespace sise {

struct CapacityRequest {
  std::vector<Park> parks;
  UnitType type;
  std::optional<Point> at;           ///< where the figure is wanted; none: at the cell with most room
  std::size_t most = 100;            ///< counting ends there
  TypeHolding holding;               ///< the type with another inventory; empty: not asked for
  double stated_inventory_kg = 0.0;  ///< of the type; 0: not asked for
};

struct ParkCapacity {
  ParkUnits units;
  ControlLine line;
  UsedShare used;
  std::optional<CapacityFigure> figure;      ///< none: no place of the park was asked about
  std::optional<InventoryFigure> inventory;  ///< at the figure's place
  std::vector<ParkPart> parts;
};

struct CapacityResult {
  GridSpec grid;  ///< of the rasters: the parks' cells on the study's lattice
  Raster<float> units;
  Raster<float> existing;
  Raster<float> fresh;
  std::vector<ParkCapacity> parks;
  std::vector<std::string> warnings;  ///< codes that the type's risk carries
  bool explosive = false;             ///< the type is judged by its charge
};

/// The study's lattice over all parks.
[[nodiscard]] GridSpec capacity_grid(const std::vector<Park>& parks, const GridSpec& study);

/// Told before anything is computed: places of targets, cells and the contour's field.
[[nodiscard]] ListsDemand capacity_demand(const Study& study, const std::vector<Park>& parks);

/// Park by park; a cell that two parks share counts in the first. Throws InputError for a type that cannot be judged, ModelError,
/// Interrupted.
[[nodiscard]] CapacityResult capacity_run(const Assessment& assessment, const Projection& projection,
                                          const CapacityRequest& request, const ClassScheme& scheme,
                                          Progress* progress);

}  // namespace sise
