// A fire or an explosion.
#pragma once
#include <memory>

#include "core/effects/effect.hpp"
#include "core/zones/axial_hazard.hpp"

namespace sise {

/// Radiation or overpressure of the incident's event. Fires follow the wind, a vapour cloud explodes where the cloud is;
/// a charge, a fireball and a jet along its own bearing know no uncertainty of the wind.
class EffectHazard final : public AxialHazard {
 public:
  /// Throws ModelError when the event cannot be computed, InputError for a cloud that is flammable nowhere.
  explicit EffectHazard(const Incident& incident);

  [[nodiscard]] Passage passage(Point /*place*/, const LoadRule& /*rule*/) const override { return {}; }
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& /*rule*/) const override { return std::nullopt; }
  [[nodiscard]] std::string model() const override { return "fire_or_explosion"; }
  [[nodiscard]] std::vector<std::string> warnings() const override { return {}; }

 protected:
  void evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                std::span<double> out) const override;
  [[nodiscard]] std::optional<double> reach_m(double level) const override;

 private:
  EffectHazard(const Incident& incident, std::unique_ptr<const Effect> effect);

  std::unique_ptr<const Effect> effect_;
};

}  // namespace sise
