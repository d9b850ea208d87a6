// What a run may use, and what it needs.
#pragma once
#include <cstdint>
#include <optional>

#include "models/base/text.hpp"

namespace sise {

/// nullopt: as much as it wants.
struct Budget {
  std::optional<std::int64_t> max_memory_bytes{};
  std::optional<std::int64_t> max_cells{};
};

struct WorkNeed {
  std::int64_t cells = 0;
  std::int64_t peak_bytes = 0;  ///< of the process
};

/// Throws BudgetError ("over_cells", "over_memory") naming what is needed. `what` begins the sentence: "the zones".
void require_within(const Budget& budget, const WorkNeed& need, const Text& what);

}  // namespace sise
