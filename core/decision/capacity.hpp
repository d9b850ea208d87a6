// A park's safety capacity: how many more units of a type it has room for, where, and what ends the count.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/decision/park.hpp"
#include "core/decision/room.hpp"
#include "core/decision/unit_type.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"

namespace sise {

/// What a second run with the units standing there says.
struct CapacityProof {
  bool passes = false;                   ///< n units break no limit that they raise
  std::optional<std::size_t> broken_by;  ///< the target whose limit n + 1 units break first; none: they break none
};

/// A second run in which n and n + 1 units of the type stand at a place beside the park's units, on both scales and by
/// pressure. A limit that is broken without them counts where they raise the risk. Throws ModelError, Interrupted.
[[nodiscard]] CapacityProof prove_capacity(const Assessment& assessment, const Projection& projection,
                                           const ParkUnits& units, const UnitType& type, Point place, std::size_t count,
                                           Progress* progress);

/// What one place has room for, proven.
struct CapacityFigure {
  Point place;
  RoomAtPlace room;
  std::size_t units = 0;     ///< on both scales
  std::size_t existing = 0;  ///< on that of existing facilities alone
  std::size_t fresh = 0;     ///< on that of new ones alone
  bool or_more = false;      ///< the most that was asked for
  CapacityProof proof;
  bool proven = false;
  Chain rests_on;  ///< the binding limit, the class of its target, what the type's risk rests on
};

/// The figure of a place. Where the second run does not agree with the first, its answer is taken.
[[nodiscard]] CapacityFigure capacity_at(const Assessment& assessment, const Projection& projection,
                                         const ParkUnits& units, const MovableUnit& unit, Point place, std::size_t most,
                                         Progress* progress);

/// The largest inventory with which one unit of the type passes at a place.
struct InventoryFigure {
  double inventory_kg = 0.0;  ///< three digits, downwards; 0: none within a thousandth of what is stated
  bool or_more = false;       ///< a thousand times as much passes too
  bool proven = false;        ///< a second run passes with it and breaks with 1 % more
};

using TypeHolding = std::function<UnitType(double inventory_kg)>;

/// By doubling and halving, then bisection to 1 %, each trial with accidents generated anew. Throws ModelError, Interrupted.
[[nodiscard]] InventoryFigure largest_inventory_at(const Assessment& assessment, const Projection& projection,
                                                   const SubstanceTable& substances, const ParkUnits& units,
                                                   const TypeHolding& holding, double stated_kg, Point place,
                                                   Progress* progress);

/// Units per cell of a park.
struct CapacityField {
  Raster<float> units;  ///< on both scales; NaN outside the park
  Raster<float> existing;
  Raster<float> fresh;
  Raster<std::int32_t> binding;  ///< target that ends the count, as index into the study's; −1: none does
  std::optional<Point> best;     ///< the centre with most room; none: no centre lies in the park
};

/// A unit at the centre of each cell in the park, `most` at most. Same bytes for any number of threads. Throws Interrupted.
[[nodiscard]] CapacityField capacity_field(const Park& park, const GridSpec& grid, const RoomFinder& rooms,
                                           const MovableUnit& unit, std::size_t most, Progress* progress);

/// The cells of one class of capacity.
struct ParkPart {
  int code = 0;
  MultiPolygon shape;  ///< along cell edges
  double area_m2 = 0.0;
  std::int32_t binding = -1;  ///< target that ends the count on most of them
};

/// The park divided by how many units its places have room for, the class with least room first.
[[nodiscard]] std::vector<ParkPart> partition_of(const CapacityField& field, const GridSpec& grid,
                                                 const ClassScheme& scheme);

}  // namespace sise
