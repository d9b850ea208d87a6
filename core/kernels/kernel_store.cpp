#include "core/kernels/kernel_store.hpp"

#include <algorithm>
#include <numeric>

#include "core/grid/interruption.hpp"
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

KernelStore::KernelStore(const RiskInputs& inputs, std::size_t limit_bytes, const KernelStore* beside)
    : inputs_(inputs),
      beside_(beside != nullptr && same_surroundings(inputs, beside->inputs_) ? beside : nullptr),
      limit_bytes_(limit_bytes) {
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < inputs.units.size(); ++i) {
    const auto [found, added] = by_content_.try_emplace(unit_key(inputs.units[i]), slots_.size());
    slot_of_.push_back(found->second);
    if (!added) continue;
    Slot& slot = slots_.emplace_back();
    slot.unit = i;
    if (beside_ != nullptr) slot.unit_beside = beside_->unit_with(found->first);
    if (!slot.unit_beside) own.push_back(i);
  }
  own_count_ = own.size();
  builder_ = beside_ != nullptr ? std::make_unique<const KernelBuilder>(inputs, *beside_->builder_, own)
                                : std::make_unique<const KernelBuilder>(inputs);
  for (const std::size_t unit : own) {
    stop_if_interrupted();
    Slot& slot = slots_[slot_of_[unit]];
    slot.bytes = builder_->kernel_bytes(inputs.units[unit]);
    all_bytes_ += slot.bytes;
    largest_bytes_ = std::max(largest_bytes_, slot.bytes);
  }
}

std::optional<std::size_t> KernelStore::unit_with(const std::string& content) const {
  const auto found = by_content_.find(content);
  if (found == by_content_.end()) return std::nullopt;
  return slots_[found->second].unit;
}

std::shared_ptr<const UnitKernel> KernelStore::get(std::size_t unit, const Progress* progress) const {
  Slot& slot = slots_[slot_of_.at(unit)];
  if (slot.unit_beside) return beside_->get(*slot.unit_beside, progress);
  if (slot.ready.load(std::memory_order_acquire)) return slot.kernel;
  const std::lock_guard lock(slot.building);
  if (slot.ready.load(std::memory_order_relaxed)) return slot.kernel;
  auto kernel = builder_->build(inputs_.units[slot.unit], progress);
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
  if (slot.unit_beside) return beside_->reach_m(*slot.unit_beside);
  return slot.reach_m >= 0.0 ? slot.reach_m.load() : get(unit)->reach_m();
}

PlacedKernel KernelStore::placed(std::size_t unit, const Progress* progress) const {
  const RiskUnit& one = inputs_.units.at(unit);
  return {unit, one.is_new, one.source.x, one.source.y, one.convergence_deg, get(unit, progress)};
}

/// Not built yet, and held once it is.
bool KernelStore::has_room_for(const Slot& slot) const {
  if (slot.unit_beside) return beside_->has_room_for(beside_->slots_[beside_->slot_of_[*slot.unit_beside]]);
  return !slot.ready && held_bytes_ + slot.bytes <= limit_bytes_;
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
        if (has_room_for(slot)) (void)get(slot.unit, progress);
      },
      progress, "kernels");
}

}  // namespace sise
