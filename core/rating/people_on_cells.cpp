#include "core/rating/people_on_cells.hpp"

#include <algorithm>
#include <limits>

namespace sise {

PeopleOnCells people_on(const CountedCells& counted, const Study& study) {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  if (!study.population) return {kUnknown, 1.0};
  if (!study.population->covered) return {counted.people, kUnknown};
  const double cells = static_cast<double>(std::max<std::int64_t>(counted.cells, 1));
  const bool nothing_known = counted.cells > 0 && counted.uncovered == counted.cells;
  return {nothing_known ? kUnknown : counted.people, static_cast<double>(counted.uncovered) / cells};
}

}  // namespace sise
