// Protected targets: people's places that a limit protects.
#pragma once
#include <optional>
#include <string>

#include "core/criteria/target_class.hpp"
#include "core/geometry/geometry.hpp"

namespace sise {

struct Target {
  std::string id;
  std::string name;
  TargetClass target_class = TargetClass::general_3;
  std::string class_basis;  ///< empty when stated; else how it followed from the occupancy, with its confidence
  std::optional<double> people;
  std::optional<double> height_m;
  Geometry geometry;  ///< in the grid's CRS
};

}  // namespace sise
