// From a unit's scenarios and the wind rose to the risk around it: K(r, θ) = Σ cases f Σ weather ∫ p(direction) P(r, φ).
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/grid/progress.hpp"
#include "core/kernels/field_store.hpp"
#include "core/kernels/part_store.hpp"
#include "core/kernels/risk_floor.hpp"
#include "core/kernels/rose_turn.hpp"
#include "core/kernels/toxic_kernel.hpp"
#include "core/kernels/unit_kernel.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// Builds kernels; what units have in common (fields of a release height, fires and clouds of the same accident, the rose
/// itself) is prepared once. Safe from many threads at once; a kernel is the same bytes whoever builds it and when.
class KernelBuilder {
 public:
  /// Keeps a reference to inputs. Throws InputError for a rose whose sectors are uneven.
  explicit KernelBuilder(const RiskInputs& inputs, std::size_t shared_bytes = default_shared_bytes);
  /// In the same surroundings as another, whose fields, fires and clouds serve here too; keeps a reference to it. `units`: of the
  /// inputs, those that will be built.
  KernelBuilder(const RiskInputs& inputs, const KernelBuilder& beside, std::span<const std::size_t> units);

  /// Throws ModelError when a plume, a flame or a blast curve cannot answer; Interrupted.
  [[nodiscard]] std::shared_ptr<const UnitKernel> build(const RiskUnit& unit, const Progress* progress = nullptr) const;

  [[nodiscard]] const std::vector<WeatherGroup>& groups() const { return groups_; }
  /// The fields that kernels are turned from, for who asks about one direction of the wind at a time: their panels (so many to
  /// a bearing step, per group) and bearings.
  [[nodiscard]] FieldStore& fields() const { return *fields_; }
  [[nodiscard]] const BearingNodes& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<std::size_t>& field_panels() const { return panels_per_step_; }
  /// What of each plume can burn, for who prepares the same explosions again.
  [[nodiscard]] const CloudMasses& clouds() const { return *clouds_; }
  /// About what the unit's kernel takes: its toxic reach is known before it is built, that of flames is guessed.
  [[nodiscard]] std::size_t kernel_bytes(const RiskUnit& unit) const;
  /// About what kernels share, at its peak.
  [[nodiscard]] std::size_t shared_bytes() const { return fields_->bytes() + parts_bytes_; }

  static constexpr std::size_t default_shared_bytes = std::size_t{64} << 20;

 private:
  void turn_rose();
  [[nodiscard]] std::vector<std::size_t> panels_to_a_quarter() const;
  void expect(std::span<const std::size_t> units);
  [[nodiscard]] std::shared_ptr<const EffectPart> part(const RiskCase& c, const Progress* progress) const;
  [[nodiscard]] CaseRims cut_off_rims(const RiskCase& c) const;

  const RiskInputs& inputs_;
  std::vector<WeatherGroup> groups_;
  BearingNodes nodes_;
  std::vector<std::size_t> panels_per_step_;  ///< of a bearing step, per group
  // Densities by index: first those of the groups, then those of all groups with one speed.
  std::vector<RoseTurn> turns_;
  std::shared_ptr<const std::vector<RoseCumulative>> cumulative_;
  std::vector<TurningWeather> by_group_, by_speed_;
  std::shared_ptr<const CloudMasses> clouds_;
  std::shared_ptr<PartStore> parts_;
  std::unique_ptr<FieldStore> fields_;
  std::size_t parts_bytes_ = 0;
};

}  // namespace sise
