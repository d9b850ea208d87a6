// People on some cells of a map, and how many of those cells the population's source says nothing about.
#pragma once
#include <cstdint>

#include "core/study/study.hpp"

namespace sise {

/// People on some cells; day and night, weighted with the day's share.
struct PeopleOnCells {
  double people = 0.0;           ///< of those that the source knows; NaN: it knows nothing here, or there is no source
  double uncovered_share = 0.0;  ///< of the cells: the source says nothing there; NaN: it does not tell
};

/// Cells counted, and those of them that the population's source says nothing about.
struct CountedCells {
  std::int64_t cells = 0;
  std::int64_t uncovered = 0;
  double people = 0.0;
};

[[nodiscard]] PeopleOnCells people_on(const CountedCells& counted, const Study& study);

}  // namespace sise
