#include "models/release/orifice.hpp"

#include <fmt/core.h>

#include <cmath>
#include <numbers>

#include "models/base/error.hpp"
#include "models/release/release_checks.hpp"

namespace sise {

std::optional<HoleShape> hole_shape_from(std::string_view name) {
  if (name == "circle") return HoleShape::circle;
  if (name == "triangle") return HoleShape::triangle;
  if (name == "rectangle") return HoleShape::rectangle;
  return std::nullopt;
}

double hole_area_m2(double diameter_m) { return 0.25 * std::numbers::pi * diameter_m * diameter_m; }

double gas_discharge_coefficient(HoleShape shape) {
  switch (shape) {
    case HoleShape::triangle:
      return 0.95;
    case HoleShape::rectangle:
      return 0.90;
    default:
      return 1.0;
  }
}

double liquid_discharge_coefficient(HoleShape shape) {
  switch (shape) {
    case HoleShape::triangle:
      return 0.60;
    case HoleShape::rectangle:
      return 0.55;
    default:
      return 0.65;
  }
}

void require_hole(double diameter_m, double discharge_coefficient) {
  require_positive("hole_diameter_m", diameter_m);
  require_range(discharge_coefficient > 0.0 && discharge_coefficient <= 1.0, "discharge_coefficient",
                discharge_coefficient, {"above 0, at most 1", "大于 0 且不大于 1"});
}

void require_hole_fits(double diameter_m, double vessel_volume_m3) {
  const double vessel_diameter_m = std::cbrt(6.0 * vessel_volume_m3 / std::numbers::pi);
  if (diameter_m <= vessel_diameter_m) return;
  throw ModelError("hole_larger_than_vessel",
                   {fmt::format("a hole of {} m is wider than a sphere of the vessel's {:.4g} m3, {:.4g} m", diameter_m,
                                vessel_volume_m3, vessel_diameter_m),
                    fmt::format("孔径 {} m 大于容积 {:.4g} m3 球形容器的直径 {:.4g} m", diameter_m, vessel_volume_m3,
                                vessel_diameter_m)},
                   {}, {"A vessel that bursts releases all at once: state a mass", "容器完全破裂应按瞬时泄漏给出质量"});
}

}  // namespace sise
