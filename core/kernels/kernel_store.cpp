#include "core/kernels/kernel_store.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "core/grid/parallel.hpp"
#include "core/kernels/content_key.hpp"

namespace sise {
namespace {

/// Units that share a field come together: by model and height, of a model that does not scale by the whole release.
std::string first_carried(const RiskUnit& unit) {
  for (const RiskCase& c : unit.cases) {
    if (c.toxic) return carried_key(*c.toxic) + release_key(*c.toxic);
  }
  return {};
}

}  // namespace

KernelStore::KernelStore(const RiskInputs& inputs, std::size_t limit_bytes)
    : inputs_(inputs), builder_(inputs), limit_bytes_(limit_bytes) {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < inputs.units.size(); ++i) {
    const auto [found, added] = known.try_emplace(unit_key(inputs.units[i]), slots_.size());
    if (added) slots_.emplace_back().unit = i;
    slot_of_.push_back(found->second);
  }
  for (Slot& slot : slots_) {
    slot.bytes = builder_.kernel_bytes(inputs.units[slot.unit]);
    all_bytes_ += slot.bytes;
    largest_bytes_ = std::max(largest_bytes_, slot.bytes);
  }
}

std::shared_ptr<const UnitKernel> KernelStore::get(std::size_t unit, const Progress* progress) const {
  Slot& slot = slots_[slot_of_.at(unit)];
  if (slot.ready.load(std::memory_order_acquire)) return slot.kernel;
  const std::lock_guard lock(slot.building);
  if (slot.ready.load(std::memory_order_relaxed)) return slot.kernel;
  auto kernel = builder_.build(inputs_.units[slot.unit], progress);
  slot.reach_m = kernel->reach_m();
  const std::size_t bytes = kernel->bytes();
  if (held_bytes_.fetch_add(bytes) + bytes > limit_bytes_) {
    held_bytes_ -= bytes;
    return kernel;
  }
  slot.kernel = kernel;
  ++held_count_;
  slot.ready.store(true, std::memory_order_release);
  return kernel;
}

double KernelStore::reach_m(std::size_t unit) const {
  const Slot& slot = slots_[slot_of_.at(unit)];
  return slot.reach_m >= 0.0 ? slot.reach_m.load() : get(unit)->reach_m();
}

PlacedKernel KernelStore::placed(std::size_t unit, const Progress* progress) const {
  const RiskUnit& one = inputs_.units.at(unit);
  return {unit, one.is_new, one.source.x, one.source.y, one.convergence_deg, get(unit, progress)};
}

void KernelStore::build_all(Progress* progress) const {
  std::vector<std::size_t> order(slots_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return first_carried(inputs_.units[slots_[a].unit]) < first_carried(inputs_.units[slots_[b].unit]);
  });
  parallel_for(
      static_cast<std::int64_t>(order.size()),
      [&](std::int64_t i) {
        const Slot& slot = slots_[order[static_cast<std::size_t>(i)]];
        if (slot.ready || held_bytes_ + slot.bytes > limit_bytes_) return;
        (void)get(slot.unit, progress);
      },
      progress, "kernels");
}

}  // namespace sise
