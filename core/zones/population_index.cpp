#include "core/zones/population_index.hpp"

#include <algorithm>
#include <numeric>

namespace sise {

PopulationIndex::PopulationIndex(const Population& population)
    : population_(population), by_y_(population.patches.size()) {
  std::iota(by_y_.begin(), by_y_.end(), std::size_t{0});
  std::stable_sort(by_y_.begin(), by_y_.end(), [&](std::size_t a, std::size_t b) {
    return population.patches[a].centre.y < population.patches[b].centre.y;
  });
  for (const PopulationPatch& patch : population.patches)
    largest_half_m_ = std::max(largest_half_m_, 0.5 * patch.size_m);
}

Population PopulationIndex::near(const Bounds& box) const {
  const auto y_of = [&](std::size_t i) { return population_.patches[i].centre.y; };
  const auto first = std::lower_bound(by_y_.begin(), by_y_.end(), box.y_min - largest_half_m_,
                                      [&](std::size_t i, double y) { return y_of(i) < y; });
  std::vector<std::size_t> found;
  for (auto at = first; at != by_y_.end() && y_of(*at) <= box.y_max + largest_half_m_; ++at) {
    const PopulationPatch& patch = population_.patches[*at];
    const double half = 0.5 * patch.size_m;
    const bool apart = patch.centre.x + half < box.x_min || patch.centre.x - half > box.x_max ||
                       patch.centre.y + half < box.y_min || patch.centre.y - half > box.y_max;
    if (!apart) found.push_back(*at);
  }
  std::sort(found.begin(), found.end());
  Population near;
  near.indoor_day = population_.indoor_day;
  near.indoor_night = population_.indoor_night;
  near.day_fraction = population_.day_fraction;
  near.patches.reserve(found.size());
  for (const std::size_t i : found) near.patches.push_back(population_.patches[i]);
  return near;
}

}  // namespace sise
