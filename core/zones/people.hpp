// How many people are in an area.
#pragma once
#include <functional>
#include <optional>

#include "core/geometry/geometry.hpp"
#include "core/study/population.hpp"

namespace sise {

struct PeopleInside {
  double day = 0.0;
  double night = 0.0;
  bool operator==(const PeopleInside&) const = default;
};

/// What is known of the people in an area.
struct PeopleKnown {
  double day = 0.0;  ///< of those that the source tells of; NaN: it tells of nobody here, or there is no source
  double night = 0.0;
  double uncovered_share = 0.0;  ///< of the area: the source says nothing there; NaN: it does not tell what it covers

  /// Some part of the area may hold people that nobody counted.
  [[nodiscard]] bool partly_unknown() const;
};

inline constexpr double people_spacing_m = 10.0;

/// People where `holds` is true. Every patch is asked at the centres of equal squares no larger than spacing_m, and
/// counts with the share of them that hold; patches are added in their order. Throws ModelError unless spacing_m > 0.
[[nodiscard]] PeopleInside people_where(const Population& population, const std::function<bool(Point)>& holds,
                                        double spacing_m = people_spacing_m);

/// People in a valid area, edges half-open as cells have them: areas that share an edge count nobody twice.
[[nodiscard]] PeopleInside people_inside(const Population& population, const MultiPolygon& area,
                                         double spacing_m = people_spacing_m);

/// The same with what the source does not cover. "No data" is not "nobody".
[[nodiscard]] PeopleKnown people_known(const std::optional<Population>& population, const MultiPolygon& area);

}  // namespace sise
