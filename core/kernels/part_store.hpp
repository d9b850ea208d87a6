// Parts that units share, kept as long as there is room.
#pragma once
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/kernels/effect_part.hpp"

namespace sise {

/// Parts by their content. Safe from any thread; a part asked for by two at once is built once.
class PartStore {
 public:
  explicit PartStore(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  [[nodiscard]] std::shared_ptr<const EffectPart> get(const std::string& key, const std::function<EffectPart()>& build);
  [[nodiscard]] std::size_t limit_bytes() const { return limit_bytes_; }

 private:
  struct Slot {
    std::string key;
    std::once_flag built;
    std::shared_ptr<const EffectPart> part;
  };
  using Slots = std::list<std::shared_ptr<Slot>>;

  void make_room();

  std::size_t limit_bytes_;
  std::mutex mutex_;  // guards what follows
  Slots slots_;       // the latest used first
  std::map<std::string, Slots::iterator> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace sise
