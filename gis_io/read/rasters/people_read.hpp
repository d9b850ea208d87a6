// What a layer tells of people.
#pragma once
#include <optional>
#include <vector>

#include "core/study/population.hpp"

namespace sise {

/// As in Population.
struct PeopleRead {
  std::vector<PopulationPatch> patches;
  std::optional<MultiPolygon> covered;
};

}  // namespace sise
