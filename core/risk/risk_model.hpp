// Individual risk of a district: every unit's kernel, stamped where it is asked for.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/kernels/kernel_store.hpp"
#include "core/kernels/risk_tree.hpp"

namespace sise {

/// How much of a place's risk comes from one unit.
struct Contribution {
  std::size_t unit = 0;  ///< index into the inputs' units
  double risk_per_year = 0.0;
  bool operator==(const Contribution&) const = default;
};

/// What a model may hold in memory.
struct RiskBudget {
  static constexpr std::size_t default_kernel_bytes = std::size_t{1} << 30;

  std::size_t kernel_bytes = default_kernel_bytes;
  /// Rows of the grid summed at a time, a whole number of RiskTree::root_cells; 0: all.
  std::int64_t tree_rows = 0;
};

/// IR(x) = Σ units Σ cases Σ weather f · ∫ p(direction) P(x), per year, for a person always present, outdoors, at the
/// receptor height. Kernels are built when first asked for and held as far as they may be; results are the same bytes for
/// any number of threads, any budget and any cutting of the grid. Safe to ask from many threads.
///
/// Accuracy: within 1 % of direct integration, or that takes the value within a tenth of a 10 m cell.
class RiskModel {
 public:
  /// Throws InputError for a rose whose sectors are uneven. `beside`: a model of the same run that outlives this one; units that
  /// are the same in both, in the same wind, air and by the same rules, share their kernels, and the others what those are built
  /// of. null: there is none.
  explicit RiskModel(RiskInputs inputs, RiskBudget budget = {}, const RiskModel* beside = nullptr);
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
  [[nodiscard]] bool any_new() const { return any_new_; }
  [[nodiscard]] const KernelStore& kernels() const { return *kernels_; }
  /// What the units drawn as lines take beside their kernels.
  [[nodiscard]] std::size_t line_bytes() const;
  /// From now on; results stay the same bytes.
  void set_budget(const RiskBudget& budget);

  /// Builds all kernels that may be held, in parallel. Throws ModelError when a plume, a flame or a blast curve cannot
  /// answer; Interrupted. Asking for what is not built yet builds it.
  void build_kernels(Progress* progress) const { kernels_->build_all(progress); }
  [[nodiscard]] std::shared_ptr<const UnitKernel> kernel(std::size_t index, Progress* progress = nullptr) const {
    return kernels_->get(index, progress);
  }
  [[nodiscard]] std::vector<PlacedKernel> placed(std::span<const std::size_t> units,
                                                 const Progress* progress = nullptr) const;
  /// The same without those that do not reach the box.
  [[nodiscard]] std::vector<PlacedKernel> placed_near(std::span<const std::size_t> units, const Bounds& box) const;
  /// Of the places where a unit's accidents start, the one nearest to a point.
  [[nodiscard]] Point source_near(std::size_t index, Point place) const;
  /// The unit's risk at a place as if its accidents reached so many times as far: each place where they start is asked so many
  /// times nearer, and as far away as it is; the larger of the two counts, or below 1 (less far) the smaller.
  [[nodiscard]] double risk_reaching(std::size_t index, Point place, double factor) const;
  /// The most that the unit's risk at a place may be off because accidents that go one of two ways (AccidentWay) could all go
  /// the same way, per year: half the difference between the two. 0 where it has none.
  [[nodiscard]] double may_be_off(std::size_t index, Point place) const;
  /// Where the unit's risk ends (below the numeric floor of 1e-15 per year, or beyond a lethal disc), m from each place where
  /// its accidents start.
  [[nodiscard]] double reach_m(std::size_t index) const { return kernels_->reach_m(index); }
  /// The longest reach of all, m.
  [[nodiscard]] double longest_reach_m() const;

  /// Risk of the units given (indices, each at most once) at one place or many.
  [[nodiscard]] double risk_at(Point place, std::span<const std::size_t> units) const;
  void risk_at(std::span<const Point> places, std::span<const std::size_t> units, std::span<double> out) const;

  /// All units at many places at once, within 0.15 % of risk_at: far cheaper than asking for place after place. `fresh`, the
  /// new units alone, may be empty.
  void risk_everywhere(std::span<const Point> places, std::span<double> all, std::span<double> fresh,
                       Progress* progress = nullptr) const;

  /// At each place the largest contribution of all (none: unit_count()) and that of one unit of its own.
  struct Shares {
    Contribution main;
    double own_per_year = 0.0;
  };
  /// `own` names a unit per place.
  [[nodiscard]] std::vector<Shares> shares_at(std::span<const Point> places, std::span<const std::size_t> own,
                                              Progress* progress = nullptr) const;

  /// The `most` largest contributions of the units given, largest first, equal ones by index; zeros are left out.
  [[nodiscard]] std::vector<Contribution> contributions(Point place, std::span<const std::size_t> units,
                                                        std::size_t most) const;

  /// Writes every unit's risk into rows [row_begin, row_end) of the grid. `all` (and `new_only`, the new units alone, unless
  /// null) hold just these rows. A cell's value is its average within five cells of a source, its centre's elsewhere.
  /// Rows come cheapest from north to south: the sums of many rows are made at once and kept for the next call.
  void accumulate_rows(const GridSpec& grid, std::int64_t row_begin, std::int64_t row_end, RasterView<double> all,
                       RasterView<double>* new_only = nullptr, Progress* progress = nullptr) const;

 private:
  [[nodiscard]] std::size_t batch() const;
  [[nodiscard]] std::unique_ptr<const RiskModel> going(AccidentWay way) const;
  void sum_rows_from(const GridSpec& grid, std::int64_t row, Progress* progress) const;

  RiskInputs inputs_;
  RiskBudget budget_;
  std::vector<std::size_t> all_units_;
  RiskScale scale_;
  bool any_new_ = false;
  std::vector<std::shared_ptr<const SourceLine>> lines_;  ///< per unit; null: a point
  std::unique_ptr<KernelStore> kernels_;
  mutable std::once_flag ways_made_;
  mutable std::unique_ptr<const RiskModel> one_way_;
  mutable std::unique_ptr<const RiskModel> other_way_;
  mutable std::mutex summing_;  // guards what follows
  mutable GridSpec tree_grid_;
  mutable std::unique_ptr<RiskTree> tree_;
};

}  // namespace sise
