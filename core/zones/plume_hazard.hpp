// A steady release carried by a steady wind.
#pragma once
#include <memory>

#include "core/effects/concentration_field.hpp"
#include "core/zones/axial_hazard.hpp"

namespace sise {

/// The concentration of the steady plume, at every place for as long as the release lasts.
class PlumeHazard final : public AxialHazard {
 public:
  /// Throws ModelError for a release that the plume cannot be computed for.
  explicit PlumeHazard(const Incident& incident);

  [[nodiscard]] Passage passage(Point place, const LoadRule& rule) const override;
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& rule) const override;
  /// The release is so short that its concentration falls below the steady plume's before the lowest level is reached.
  [[nodiscard]] bool overstates(const std::vector<ThreatLevel>& levels) const;
  [[nodiscard]] std::string model() const override { return "steady_plume"; }
  [[nodiscard]] std::vector<std::string> warnings() const override;

 protected:
  void evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                std::span<double> out) const override;
  [[nodiscard]] std::optional<double> reach_m(double level) const override;

 private:
  std::unique_ptr<const ConcentrationField> field_;
  double duration_s_;
  std::optional<Room> room_;
  bool goes_on_;  ///< the lowest level, where the cloud is followed no farther
};

}  // namespace sise
