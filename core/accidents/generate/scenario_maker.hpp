// From the parts of a unit to its scenarios: cases of a frequency pack, releases, event trees.
#pragma once
#include <cstddef>
#include <vector>

#include "core/accidents/generate/generate.hpp"
#include "core/accidents/generate/part.hpp"

namespace sise {

/// Adds the scenarios of the parts, and how they came about to the trace; their indices start at `first`. Nothing is
/// thrown for what a part lacks: that stands in the trace.
void make_scenarios(const UnitRecord& record, const std::vector<Part>& parts, std::size_t first, UnitGeneration& made);

}  // namespace sise
