// A chemical park: its ground and the units that stand on it.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/study/completeness.hpp"
#include "core/study/study.hpp"

namespace sise {

struct Park {
  std::string id;
  std::string name;
  MultiPolygon ground;  ///< in the grid's CRS
};

/// Units as indices into the study.
struct ParkUnits {
  std::vector<std::size_t> computed;    ///< those whose risk is known
  std::vector<std::size_t> fresh;       ///< of these, new ones
  std::vector<std::size_t> incomplete;  ///< those of which something is not known
};

/// The units whose source stands on the park's ground, its edge included, and the whole of every line that touches it:
/// they are judged together. With `all`, every unit of the study, as where a project lets the sum of all enterprises
/// decide.
[[nodiscard]] ParkUnits units_of_park(const Park& park, const Study& study, const std::vector<UnitStatus>& statuses,
                                      bool all = false);

}  // namespace sise
