// How a vessel of liquefied gas cools while its liquid leaves: temperature by what is left.
#pragma once
#include <vector>

#include "models/substances/fluid.hpp"

namespace sise {

/// The vessel at one content.
struct BoilingState {
  double temperature_K = 0.0;
  double liquid_m3 = 0.0;
};

/// Liquid leaves, the gas space grows by its volume u, liquid boils to fill it with saturated vapour, and the heat comes
/// from the liquid that stays: rho_l u cp dT = -Hv d[rho_v(T) (V - u)], no heat from the wall.
class BoilingPath {
 public:
  BoilingPath(const Fluid& fluid, double temperature_K, double liquid_m3, double volume_m3);

  /// Liquid and vapour at the start, kg, and vapour when the liquid is gone.
  [[nodiscard]] double start_kg() const { return nodes_.back().content_kg; }
  [[nodiscard]] double dry_kg() const { return nodes_.front().content_kg; }

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

  [[nodiscard]] double cooling_K_m3(double temperature_K, double liquid_m3) const;
  [[nodiscard]] Node node_at(double temperature_K, double liquid_m3) const;

  const Fluid& fluid_;
  double volume_m3_;
  std::vector<Node> nodes_;  ///< by content, ascending
};

}  // namespace sise
