// What a pool lies on: how well the ground gives heat, and how thin a layer it lets a liquid be.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct Ground {
  double conductivity_W_mK = 0.0;
  double diffusivity_m2_s = 0.0;
  double min_thickness_m = 0.0;  ///< of a pool that has spread as far as it will
};

struct GroundKind {
  std::string_view id;
  Text name;
  Ground ground;
};

/// Conductivity and diffusivity: HJ 169-2018 table F.2; confidence: seen in implementations that quote it.
/// Thinnest layer: CPR 14E (Yellow Book) 1997, table 3.A: concrete and industrial sites 5 mm, gravel and smooth sand 10
/// mm, farmland 20 mm; confidence: recalled.
[[nodiscard]] const std::array<GroundKind, 5>& ground_kinds();
inline constexpr std::string_view kGroundTableSource = "HJ 169-2018 table F.2; CPR 14E 1997";
inline constexpr Confidence kMinThicknessConfidence = Confidence::recalled;

[[nodiscard]] std::optional<Ground> ground_from(std::string_view id);

/// Heat that a square metre has taken out of ground warmer by `difference_K`, J/m2, a time after contact began:
/// 2 lambda dT sqrt(t / (pi alpha)), the integral of HJ 169-2018 F.11 (Fourier, half-space).
[[nodiscard]] double ground_heat_J_m2(const Ground& ground, double difference_K, double contact_s);
/// The heat flux then, W/m2: lambda dT / sqrt(pi alpha t).
[[nodiscard]] double ground_heat_flux_W_m2(const Ground& ground, double difference_K, double contact_s);

}  // namespace sise
