// Protected targets: people's places that a limit protects.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/occupancy.hpp"
#include "core/criteria/target_class.hpp"
#include "core/geometry/geometry.hpp"

namespace sise {

struct Target {
  std::string id;
  std::string name;
  TargetClass target_class = TargetClass::general_3;
  ClassBasis class_basis;
  bool is_protected = true;              ///< false: the use is none that the criterion of individual risk protects
  bool class_assumed = false;            ///< the size is not known, the class is the strictest that it could give
  std::vector<std::string> class_needs;  ///< of an assumed class: the quantities of which one would settle it
  bool one_building = false;  ///< its worst place counts for the whole of it; of a parcel a part may be built on
  std::optional<double> people;
  std::optional<double> households;
  std::optional<double> height_m;
  Geometry geometry;  ///< in the grid's CRS
};

}  // namespace sise
