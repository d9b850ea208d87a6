// From a unit's scenarios and the wind rose to the risk around it: K(r, θ) = Σ cases f Σ weather ∫ p(direction) P(r, φ).
#pragma once
#include <cstddef>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/grid/progress.hpp"
#include "core/kernels/effect_kernel.hpp"
#include "core/kernels/risk_floor.hpp"
#include "core/kernels/unit_kernel.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// The reach never exceeds this: no plume formula holds so far out.
inline constexpr double farthest_reach_m = 100e3;

/// Nodes of a unit's two tables; each is empty when the unit has no such risk above the floor.
struct KernelAxes {
  PolarAxes toxic;     ///< intervals == 0: no table
  EffectAxes effects;  ///< rings == 0: no table

  [[nodiscard]] std::size_t bytes() const { return PolarTable::bytes(toxic) + EffectTable::bytes(effects); }
};

/// Builds kernels. For each unit, weather and distance the footprint P(φ) of all the unit's toxic cases is integrated
/// first (they share the unit-rate concentration field of their release height), then turned once through all
/// directions. Two Gauss-Legendre points per sixth of the plume's angular standard deviation resolve the edges of
/// saturated plumes whatever the probit's slope; sector edges are nodes, and the density's parabolas between them are
/// integrated exactly. Fires and explosions have parts of their own (effect_kernel.hpp).
class KernelBuilder {
 public:
  /// Keeps a reference to inputs.
  explicit KernelBuilder(const RiskInputs& inputs);

  /// Cheap beside build().
  [[nodiscard]] KernelAxes axes(const RiskUnit& unit) const;

  /// The unit's risk reaches this far; equals build(unit, axes(unit)).reach_m(). Throws ModelError as lethal_radius_m.
  [[nodiscard]] double reach_m(const RiskUnit& unit, const KernelAxes& axes) const;

  /// Runs in parallel over distances; the same bytes for any number of threads.
  [[nodiscard]] UnitKernel build(const RiskUnit& unit, const KernelAxes& axes, Progress* progress = nullptr) const;

  [[nodiscard]] const std::vector<WeatherGroup>& groups() const { return groups_; }

 private:
  [[nodiscard]] PolarAxes toxic_axes(const RiskUnit& unit) const;
  [[nodiscard]] PolarTable toxic_table(const RiskUnit& unit, const PolarAxes& axes, Progress* progress) const;

  const RiskInputs& inputs_;
  std::vector<WeatherGroup> groups_;
};

}  // namespace sise
