// Many kernels put on many parts of the ground, on all processors.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "core/grid/progress.hpp"
#include "core/kernels/placed_kernel.hpp"

namespace sise {

/// Calls stamp(part, kernel) for every part 0 ... parts − 1 and every kernel. Kernels come in lots that stay in the
/// processor while one part after another takes them (`lot` of them, fewer of those that cost more); two calls for one
/// part never run at once, and nobody waits for a lot to end. The order in which a part meets kernels may differ from
/// run to run: sums must not depend on it.
void stamp_in_lots(std::int64_t parts, std::span<const PlacedKernel> kernels,
                   const std::function<void(std::int64_t part, const PlacedKernel& kernel)>& stamp, Progress* progress,
                   std::string_view stage, std::size_t lot = 64);

}  // namespace sise
