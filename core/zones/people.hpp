// How many people are in an area.
#pragma once
#include <functional>

#include "core/geometry/geometry.hpp"
#include "core/study/population.hpp"

namespace sise {

struct PeopleInside {
  double day = 0.0;
  double night = 0.0;
  bool operator==(const PeopleInside&) const = default;
};

inline constexpr double people_spacing_m = 10.0;

/// People where `holds` is true. Every patch is asked at the centres of equal squares no larger than spacing_m, and
/// counts with the share of them that hold; patches are added in their order. Throws ModelError unless spacing_m > 0.
[[nodiscard]] PeopleInside people_where(const Population& population, const std::function<bool(Point)>& holds,
                                        double spacing_m = people_spacing_m);

/// People in a valid area, edges half-open as cells have them: areas that share an edge count nobody twice.
[[nodiscard]] PeopleInside people_inside(const Population& population, const MultiPolygon& area,
                                         double spacing_m = people_spacing_m);

}  // namespace sise
