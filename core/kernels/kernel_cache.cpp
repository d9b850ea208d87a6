#include "core/kernels/kernel_cache.hpp"

#include <algorithm>

namespace sise {

std::shared_ptr<const UnitKernel> KernelCache::get(std::size_t unit, const std::function<UnitKernel()>& build) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.unit == unit; });
  if (found != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().kernel;
  }
  auto kernel = std::make_shared<const UnitKernel>(build());
  bytes_ += kernel->bytes();
  entries_.push_front({unit, kernel});
  while (bytes_ > limit_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().kernel->bytes();
    entries_.pop_back();
  }
  return kernel;
}

}  // namespace sise
