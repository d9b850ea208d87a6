// A charge on the ground.
#pragma once
#include "core/exposure/axial_hazard.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {

/// The side-on overpressure of the incident's curve. An explosion knows no direction.
class BlastHazard final : public AxialHazard {
 public:
  explicit BlastHazard(const Incident& incident);

  [[nodiscard]] Passage passage(Point /*place*/, const LoadRule& /*rule*/) const override { return {}; }
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& /*rule*/) const override { return std::nullopt; }
  [[nodiscard]] std::vector<std::string> warnings() const override { return {}; }

 protected:
  void evaluate(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override;
  [[nodiscard]] std::optional<double> reach_m(double level) const override;

 private:
  [[nodiscard]] double pressure_pa(double r_m) const;

  double tnt_kg_;
  BlastCurve curve_;
};

}  // namespace sise
