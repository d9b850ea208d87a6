// How a vessel of liquefied gas cools while liquid or vapour leaves it: temperature by what is left.
#pragma once
#include <vector>

#include "models/substances/fluid.hpp"

namespace sise {

/// The vessel at one content.
struct BoilingState {
  double temperature_K = 0.0;
  double liquid_m3 = 0.0;
};

/// Liquid and its saturated vapour in one vessel, without heat from the wall. Boiling takes its heat from the liquid
/// that stays. The fluid must outlive the path.
class BoilingPath {
 public:
  /// Liquid leaves until none is left. The gas space grows by its volume u, liquid boils to fill it:
  /// rho_l u cp dT = -Hv d[rho_v(T) (V - u)].
  [[nodiscard]] static BoilingPath of_draining(const Fluid& fluid, double temperature_K, double liquid_m3,
                                               double volume_m3);
  /// Vapour leaves until the liquid has cooled to `coldest_K`. All that leaves or fills the gas space has boiled:
  /// rho_l u cp dT = Hv d(rho_l u). Liquid that rises with the bubbles is not counted.
  [[nodiscard]] static BoilingPath of_venting(const Fluid& fluid, double temperature_K, double liquid_m3,
                                              double volume_m3, double coldest_K);

  /// Liquid and vapour at the start and at the end, kg.
  [[nodiscard]] double start_kg() const { return nodes_.back().content_kg; }
  [[nodiscard]] double end_kg() const { return nodes_.front().content_kg; }

  /// For a content between the two, by the cubic through the path's nodes.
  [[nodiscard]] BoilingState at(double content_kg) const;

 private:
  struct Node {
    double content_kg;
    double temperature_K;
    double liquid_m3;
    double temperature_slope_K_kg;
    double liquid_slope_m3_kg;
  };

  BoilingPath(const Fluid& fluid, double volume_m3) : fluid_(&fluid), volume_m3_(volume_m3) {}

  [[nodiscard]] double saturated_density_kg_m3(double temperature_K) const;
  [[nodiscard]] double content_kg(double temperature_K, double liquid_m3) const;
  /// dT/du while liquid drains, du/dT while vapour vents.
  [[nodiscard]] double draining_K_m3(double temperature_K, double liquid_m3) const;
  [[nodiscard]] double venting_m3_K(double temperature_K, double liquid_m3) const;
  void add_node(double temperature_K, double liquid_m3, double liquid_by_temperature_m3_K);

  const Fluid* fluid_;
  double volume_m3_;
  std::vector<Node> nodes_;  ///< by content, ascending
};

}  // namespace sise
