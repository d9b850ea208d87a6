// A hole in a wall: area, shape and discharge coefficient.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

enum class HoleShape { circle, triangle, rectangle };

[[nodiscard]] std::optional<HoleShape> hole_shape_from(std::string_view name);

/// Area of a round hole, m2; of other shapes this is the hole of equal area.
[[nodiscard]] double hole_area_m2(double diameter_m);

/// HJ 169-2018 annex F: gas 1.00, 0.95, 0.90 by shape; confidence: seen in implementations that quote it.
[[nodiscard]] double gas_discharge_coefficient(HoleShape shape);
/// HJ 169-2018 table F.1 for Re > 100: 0.65, 0.60, 0.55 by shape; confidence: seen in implementations that quote it.
[[nodiscard]] double liquid_discharge_coefficient(HoleShape shape);
/// HJ 169-2018 annex F for a mixture of liquid and vapour; confidence: seen in implementations that quote it.
inline constexpr double kTwoPhaseDischargeCoefficient = 0.8;

/// Throws ModelError unless diameter and coefficient are positive and the coefficient at most 1.
void require_hole(double diameter_m, double discharge_coefficient);

/// Throws ModelError `hole_larger_than_vessel` for a hole wider than a sphere of the vessel's volume.
void require_hole_fits(double diameter_m, double vessel_volume_m3);

}  // namespace sise
