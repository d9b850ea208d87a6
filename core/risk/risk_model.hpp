// Individual risk of a district: every unit's kernel stamped where it is asked for.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/kernels/kernel_builder.hpp"
#include "core/kernels/kernel_cache.hpp"

namespace sise {

/// How much of a place's risk comes from one unit.
struct Contribution {
  std::size_t unit = 0;  ///< index into the inputs' units
  double risk_per_year = 0.0;
  bool operator==(const Contribution&) const = default;
};

/// IR(x) = Σ units Σ cases Σ weather f · ∫ p(direction) P(x), per year, for a person always present, outdoors, at the
/// receptor height. Contributions are added in the order of the units; results are the same bytes for any number of
/// threads, size of cache and cutting of the grid. Safe to ask from many threads.
///
/// Accuracy: within 1 % of risk_direct, or risk_direct takes the value within a tenth of a 10 m cell.
class RiskModel {
 public:
  static constexpr std::size_t default_cache_bytes = std::size_t{512} << 20;

  /// Finds every unit's reach. Throws ModelError when a plume or a blast curve cannot answer, InputError for a rose
  /// whose sectors are uneven.
  explicit RiskModel(RiskInputs inputs, std::size_t cache_bytes = default_cache_bytes, Progress* progress = nullptr);
  RiskModel(const RiskModel&) = delete;
  RiskModel(RiskModel&&) = delete;
  RiskModel& operator=(const RiskModel&) = delete;
  RiskModel& operator=(RiskModel&&) = delete;
  ~RiskModel() = default;

  [[nodiscard]] const RiskInputs& inputs() const { return inputs_; }
  [[nodiscard]] std::size_t unit_count() const { return inputs_.units.size(); }
  [[nodiscard]] const RiskUnit& unit(std::size_t index) const { return inputs_.units.at(index); }
  /// Every unit's index, in order.
  [[nodiscard]] std::span<const std::size_t> all_units() const { return all_units_; }
  /// Where the unit's risk ends (below the numeric floor of 1e-15 per year, or beyond a lethal disc), m.
  [[nodiscard]] double reach_m(std::size_t index) const { return reach_m_.at(index); }
  /// The longest reach of all, m.
  [[nodiscard]] double longest_reach_m() const;
  [[nodiscard]] std::shared_ptr<const UnitKernel> kernel(std::size_t index, Progress* progress = nullptr) const;
  /// Holds kernels in no more memory than this from now on (one kernel at least); results stay the same bytes.
  void limit_cache(std::size_t bytes) { cache_.set_limit_bytes(bytes); }
  /// Memory held by kernels at their peak, and how much all kernels together would take.
  [[nodiscard]] std::size_t memory_bytes() const;
  [[nodiscard]] std::size_t all_kernels_bytes() const;
  [[nodiscard]] std::size_t largest_kernel_bytes() const;

  /// Risk of the units given (indices, each at most once) at one place or many.
  [[nodiscard]] double risk_at(Point place, std::span<const std::size_t> units) const;
  void risk_at(std::span<const Point> places, std::span<const std::size_t> units, std::span<double> out) const;

  /// The `most` largest contributions of the units given, largest first, equal ones by index; zeros are left out.
  [[nodiscard]] std::vector<Contribution> contributions(Point place, std::span<const std::size_t> units,
                                                        std::size_t most) const;

  /// Adds every unit's risk to rows [row_begin, row_end) of the grid. `all` (and `new_only`, the new units alone, unless
  /// null) hold just these rows. A cell's value is its average within five cells of a source, its centre's elsewhere.
  void accumulate_rows(const GridSpec& grid, std::int64_t row_begin, std::int64_t row_end, RasterView<double> all,
                       RasterView<double>* new_only = nullptr, Progress* progress = nullptr) const;

 private:
  [[nodiscard]] std::size_t kernel_bytes(std::size_t index) const;

  RiskInputs inputs_;
  KernelBuilder builder_;
  std::vector<std::size_t> all_units_;
  std::vector<KernelAxes> axes_;
  std::vector<double> reach_m_;
  mutable KernelCache cache_;
};

}  // namespace sise
