// Layers of natural hazards, each feature with its class.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/rating/natural_hazard.hpp"
#include "gis_io/read/register/natural_hazards_config.hpp"
#include "gis_io/read/register/read_register.hpp"

namespace sise {

struct NaturalHazardArea {
  std::string id;
  std::string name;
  MultiPolygon shape;
  NaturalClass hazard = NaturalClass::unknown;
  std::optional<double> value;  ///< that the class follows from
};

struct NaturalHazard {
  std::string key;
  Text title;
  Text method;        ///< how the classes came about, with their limits
  std::string rules;  ///< by which values became classes, with their confidence; empty: the layer states the classes
  std::string date;
  std::optional<double> weight;
  std::vector<NaturalHazardArea> areas;
};

/// In the grid's CRS. Faults: "missing_field", "unknown_class" (a code without dictionary among them), "bad_value",
/// "no_spread", "no_area".
[[nodiscard]] std::vector<NaturalHazard> read_natural_hazards(const NaturalHazardsConfig& config,
                                                              const RegisterGround& ground, Problems& problems);

}  // namespace sise
