#include "core/zones/people.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// Share of a patch's places where `holds` is true.
template <class Predicate>
double share_of(const PopulationPatch& patch, const Predicate& holds, double spacing_m) {
  const std::int64_t n = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(patch.size_m / spacing_m)));
  const double step = patch.size_m / static_cast<double>(n);
  const double west = patch.centre.x - 0.5 * patch.size_m;
  const double south = patch.centre.y - 0.5 * patch.size_m;
  std::int64_t hits = 0;
  for (std::int64_t j = 0; j < n; ++j) {
    const double y = south + (static_cast<double>(j) + 0.5) * step;
    for (std::int64_t i = 0; i < n; ++i) hits += holds(Point{west + (static_cast<double>(i) + 0.5) * step, y}) ? 1 : 0;
  }
  return static_cast<double>(hits) / static_cast<double>(n * n);
}

template <class Predicate>
void add_patch(PeopleInside& people, const PopulationPatch& patch, const Predicate& holds, double spacing_m) {
  const double share = share_of(patch, holds, spacing_m);
  people.day += share * patch.people_day;
  people.night += share * patch.people_night;
}

void require_spacing(double spacing_m) {
  if (!(spacing_m > 0.0)) {
    throw ModelError("bad_spacing",
                     {"the spacing of places for counting people must be positive", "人口取样间距必须为正"});
  }
}

bool apart(const PopulationPatch& patch, const Bounds& box) {
  const double half = 0.5 * patch.size_m;
  return patch.centre.x + half < box.x_min || patch.centre.x - half > box.x_max || patch.centre.y + half < box.y_min ||
         patch.centre.y - half > box.y_max;
}

}  // namespace

PeopleInside people_where(const Population& population, const std::function<bool(Point)>& holds, double spacing_m) {
  require_spacing(spacing_m);
  PeopleInside people;
  for (const PopulationPatch& patch : population.patches) add_patch(people, patch, holds, spacing_m);
  return people;
}

PeopleInside people_inside(const Population& population, const MultiPolygon& area, double spacing_m) {
  require_spacing(spacing_m);
  PeopleInside people;
  if (area.empty()) return people;
  const Bounds box = bounds(area);
  const PreparedArea prepared(area);
  const auto inside = [&](Point p) { return prepared.contains(p); };
  for (const PopulationPatch& patch : population.patches) {
    if (!apart(patch, box)) add_patch(people, patch, inside, spacing_m);
  }
  return people;
}

bool PeopleKnown::partly_unknown() const {
  constexpr double kNoticed = 1e-3;  // below, edges that were meant to be one
  return uncovered_share > kNoticed;
}

PeopleKnown people_known(const std::optional<Population>& population, const MultiPolygon& area) {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  const double whole_m2 = area_m2(area);
  if (whole_m2 <= 0.0) return {};
  if (!population) return {kUnknown, kUnknown, 1.0};
  const PeopleInside people = people_inside(*population, area);
  if (!population->covered) return {people.day, people.night, kUnknown};
  const double covered_m2 = area_m2(intersection(area, *population->covered));
  const double share = std::clamp(1.0 - covered_m2 / whole_m2, 0.0, 1.0);
  if (covered_m2 <= 0.0) return {kUnknown, kUnknown, 1.0};
  return {people.day, people.night, share};
}

}  // namespace sise
