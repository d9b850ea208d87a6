// [capacity] with its layer read: parks on the grid, and the unit type with the accidents that follow from it.
#pragma once
#include <vector>

#include "core/decision/park.hpp"
#include "core/decision/unit_type.hpp"
#include "core/grid/projection.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/project/project_config.hpp"

namespace sise {

struct LoadedCapacity {
  std::vector<Park> parks;
  UnitType type;
  std::vector<Diagnostic> notes;
};

/// Accidents are generated for a type with a record of its own; one that is like a unit of the study has that unit's. Every problem
/// is told at once. Throws ConfigError, InputError.
[[nodiscard]] LoadedCapacity load_capacity(const ProjectConfig& config, const Study& study,
                                           const Projection& projection);

/// The parks alone.
[[nodiscard]] std::vector<Park> load_parks(const ProjectConfig& config, const Study& study,
                                           const Projection& projection, std::vector<Diagnostic>& notes);

/// The type of a record with another inventory, its accidents generated anew.
[[nodiscard]] UnitType type_holding(const UnitType& type, double inventory_kg, const ProjectConfig& config,
                                    const Study& study);

}  // namespace sise
