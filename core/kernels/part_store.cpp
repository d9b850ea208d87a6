#include "core/kernels/part_store.hpp"

namespace sise {

std::shared_ptr<const EffectPart> PartStore::get(const std::string& key, const std::function<EffectPart()>& build) {
  std::shared_ptr<Slot> slot;
  {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) {
      slots_.splice(slots_.begin(), slots_, found->second);
    } else {
      slots_.push_front(std::make_shared<Slot>());
      slots_.front()->key = key;
      by_key_[key] = slots_.begin();
    }
    slot = slots_.front();
  }
  std::call_once(slot->built, [&] {
    slot->part = std::make_shared<const EffectPart>(build());
    const std::lock_guard lock(mutex_);
    bytes_ += slot->part->bytes();
    make_room();
  });
  return slot->part;
}

/// The caller holds the mutex. Whoever still uses a dropped part keeps it alive.
void PartStore::make_room() {
  auto last = slots_.end();
  while (bytes_ > limit_bytes_ && last != slots_.begin()) {
    --last;
    if (!(*last)->part) continue;
    bytes_ -= (*last)->part->bytes();
    by_key_.erase((*last)->key);
    last = slots_.erase(last);
  }
}

}  // namespace sise
