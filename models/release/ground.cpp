#include "models/release/ground.hpp"

#include <cmath>
#include <numbers>

namespace sise {

const std::array<GroundKind, 5>& ground_kinds() {
  static const std::array<GroundKind, 5> kKinds{{{"concrete", {"concrete", "水泥"}, {1.1, 1.29e-7, 0.005}},
                                                 {"soil", {"soil with 8 % water", "土地(含水8%)"}, {0.9, 4.3e-7, 0.02}},
                                                 {"dry_soil", {"dry soil", "干涸土地"}, {0.3, 2.3e-7, 0.02}},
                                                 {"wet_soil", {"wet soil", "湿地"}, {0.6, 3.3e-7, 0.02}},
                                                 {"gravel", {"gravel", "砂砾地"}, {2.5, 1.1e-6, 0.01}}}};
  return kKinds;
}

std::optional<Ground> ground_from(std::string_view id) {
  for (const GroundKind& kind : ground_kinds()) {
    if (kind.id == id) return kind.ground;
  }
  return std::nullopt;
}

double ground_heat_J_m2(const Ground& ground, double difference_K, double contact_s) {
  return 2.0 * ground.conductivity_W_mK * difference_K *
         std::sqrt(contact_s / (std::numbers::pi * ground.diffusivity_m2_s));
}

double ground_heat_flux_W_m2(const Ground& ground, double difference_K, double contact_s) {
  return ground.conductivity_W_mK * difference_K / std::sqrt(std::numbers::pi * ground.diffusivity_m2_s * contact_s);
}

}  // namespace sise
