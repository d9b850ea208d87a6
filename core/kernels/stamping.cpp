#include "core/kernels/stamping.hpp"

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <vector>

#include "core/grid/parallel.hpp"

namespace sise {

void stamp_in_lots(std::int64_t parts, std::span<const PlacedKernel> kernels,
                   const std::function<void(std::int64_t part, const PlacedKernel& kernel)>& stamp, Progress* progress,
                   std::string_view stage, std::size_t lot) {
  const auto lots = static_cast<std::int64_t>((kernels.size() + lot - 1) / lot);
  std::vector<std::mutex> busy(static_cast<std::size_t>(parts));
  parallel_for(
      lots * parts,
      [&](std::int64_t item) {
        const std::int64_t part = item % parts;
        const std::size_t from = static_cast<std::size_t>(item / parts) * lot;
        const std::lock_guard lock(busy[static_cast<std::size_t>(part)]);
        for (const PlacedKernel& kernel : kernels.subspan(from, std::min(lot, kernels.size() - from)))
          stamp(part, kernel);
      },
      progress, stage);
}

}  // namespace sise
