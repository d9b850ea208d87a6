// Kernels kept as long as they fit.
#pragma once
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

#include "core/kernels/unit_kernel.hpp"

namespace sise {

/// Hands out kernels by unit, building what is missing and dropping what was used longest ago. A kernel built twice is
/// the same bytes twice, so the size of the cache changes the time, never the result. Safe from any thread.
class KernelCache {
 public:
  explicit KernelCache(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  [[nodiscard]] std::shared_ptr<const UnitKernel> get(std::size_t unit, const std::function<UnitKernel()>& build);
  [[nodiscard]] std::size_t limit_bytes() const { return limit_bytes_; }
  /// Takes effect as kernels are asked for; not while another thread asks.
  void set_limit_bytes(std::size_t limit_bytes) { limit_bytes_ = limit_bytes; }

 private:
  struct Entry {
    std::size_t unit;
    std::shared_ptr<const UnitKernel> kernel;
  };

  std::size_t limit_bytes_;
  std::mutex mutex_;          // guards what follows
  std::list<Entry> entries_;  // the latest used first
  std::size_t bytes_ = 0;
};

}  // namespace sise
