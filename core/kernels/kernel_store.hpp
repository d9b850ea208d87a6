// Every unit's kernel, built once and held.
#pragma once
#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/kernels/kernel_builder.hpp"
#include "core/kernels/placed_kernel.hpp"

namespace sise {

/// Equal units share one kernel. What does not fit into the memory allowed is built anew each time it is asked for: the
/// answers stay the same bytes, the time does not. Safe from any thread.
class KernelStore {
 public:
  /// Keeps a reference to inputs. `beside`: whose kernels, and what they are built of, serve here where the content is the same and
  /// so are its surroundings; a reference to it is kept. null: there is none.
  KernelStore(const RiskInputs& inputs, std::size_t limit_bytes, const KernelStore* beside = nullptr);

  [[nodiscard]] std::shared_ptr<const UnitKernel> get(std::size_t unit, const Progress* progress = nullptr) const;
  [[nodiscard]] PlacedKernel placed(std::size_t unit, const Progress* progress = nullptr) const;
  /// Where the unit's risk ends; known once its kernel has been built, whether that is held or not.
  [[nodiscard]] double reach_m(std::size_t unit) const;
  /// Builds what fits, in parallel.
  void build_all(Progress* progress) const;

  [[nodiscard]] const KernelBuilder& builder() const { return *builder_; }
  /// Kernels that differ.
  [[nodiscard]] std::size_t distinct() const { return slots_.size(); }
  /// Those of them that the store beside has.
  [[nodiscard]] std::size_t shared() const { return slots_.size() - own_count_; }
  /// About what all of its own take, and the largest.
  [[nodiscard]] std::size_t all_bytes() const { return all_bytes_; }
  [[nodiscard]] std::size_t largest_bytes() const { return largest_bytes_; }
  [[nodiscard]] std::size_t limit_bytes() const { return limit_bytes_; }
  /// Takes effect as kernels are built; not while another thread asks.
  void set_limit_bytes(std::size_t limit_bytes) { limit_bytes_ = limit_bytes; }
  [[nodiscard]] std::size_t held_bytes() const { return held_bytes_; }
  /// Every kernel has been built and is held.
  [[nodiscard]] bool holds_all() const { return held_count_ == own_count_ && (shared() == 0 || beside_->holds_all()); }

 private:
  struct Slot {
    std::size_t unit = 0;                      ///< the first that has it
    std::optional<std::size_t> unit_beside{};  ///< the same of the store beside
    std::size_t bytes = 0;                     ///< about what it takes
    std::mutex building;
    std::shared_ptr<const UnitKernel> kernel;  ///< guarded by the mutex until `ready`
    std::atomic<bool> ready{false};
    std::atomic<double> reach_m{-1.0};  ///< below 0: not built yet
  };

  [[nodiscard]] bool has_room_for(const Slot& slot) const;
  /// The first with this key.
  [[nodiscard]] std::optional<std::size_t> unit_with(const std::string& content) const;

  const RiskInputs& inputs_;
  const KernelStore* beside_;
  std::size_t limit_bytes_;
  std::size_t all_bytes_ = 0;
  std::size_t largest_bytes_ = 0;
  std::size_t own_count_ = 0;
  std::unordered_map<std::string, std::size_t> by_content_;  ///< the slot of a unit's key
  std::vector<std::size_t> slot_of_;                         ///< per unit
  mutable std::deque<Slot> slots_;
  std::unique_ptr<const KernelBuilder> builder_;
  mutable std::atomic<std::size_t> held_bytes_{0};
  mutable std::atomic<std::size_t> held_count_{0};
};

}  // namespace sise
