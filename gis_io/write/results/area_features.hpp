// The colours of a map summed over a boundary set, as rows of a table and features of a layer.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/rating/area_statistics.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// One area of a set, or (without a shape) what lies in none of them.
struct NamedArea {
  std::string id;
  std::string name;
  MultiPolygon shape;
};

/// One feature per area, then the rest of the district where there is any. Ground, people and enterprises by colour; `code`
/// is the worst colour of the area's ground.
[[nodiscard]] std::vector<Feature> area_features(const std::string& set, const std::vector<NamedArea>& areas,
                                                 const AreaSums& sums, const ClassScheme& scheme);

}  // namespace sise
