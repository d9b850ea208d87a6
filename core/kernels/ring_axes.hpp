// The distances at which kernels are tabulated: close together at the source, in geometric progression far from it.
#pragma once
#include <cmath>
#include <cstddef>

namespace sise {

/// r_i = r0 (e^(i δ) − 1): an even grid in ln(1 + r/r0).
struct RingAxes {
  static constexpr double scale_m = 5.0;
  static constexpr double step = 0.05;
  /// No plume formula holds farther out.
  static constexpr double farthest_m = 100e3;
  static constexpr double at_source_m = 1e-3;  ///< stands for ring 0, where a plume has no direction

  [[nodiscard]] static double ring_m(std::size_t ring) {
    return ring == 0 ? at_source_m : scale_m * std::expm1(static_cast<double>(ring) * step);
  }
  /// Rings 0 … this one reach at least to `reach_m`.
  [[nodiscard]] static std::size_t ring_beyond(double reach_m) {
    return static_cast<std::size_t>(std::ceil(std::log1p(reach_m / scale_m) / step));
  }
};

}  // namespace sise
