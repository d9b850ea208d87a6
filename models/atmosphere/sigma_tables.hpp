// The published rows of the dispersion curves, one form per family.
#pragma once
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <variant>

#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/stability.hpp"

namespace sise {

/// sigma = a x (1 + b x)^p, x and sigma in metres.
struct BriggsCurve {
  enum class Power { zero, half, minus_half, minus_one };
  double a = 0.0;
  double b_per_m = 0.0;
  Power p = Power::zero;
};

/// sigma = factor x^exponent up to and including upper_m.
struct PowerPiece {
  double upper_m = std::numeric_limits<double>::infinity();
  double log_factor = 0.0;  ///< ln(factor), x and sigma in metres
  double exponent = 0.0;
};

/// A chain of power laws; an interval's end belongs to the lower interval. sigma never exceeds cap_m.
struct PowerCurve {
  static constexpr std::size_t kMost = 10;
  std::array<PowerPiece, kMost> pieces{};
  std::size_t count = 0;
  double cap_m = std::numeric_limits<double>::infinity();
};

/// sigma = 465.11628 x tan(0.017453293 (c - d ln x)), x in km, sigma in m; the printed constants, not the exact ones.
struct TangentCurve {
  double c_deg = 0.0;
  double d_deg = 0.0;
};

using SigmaCurve = std::variant<BriggsCurve, PowerCurve, TangentCurve>;

enum class SigmaAxis { y, z };

/// The row of a set for one stability class; nullopt where the set has none (half classes, except GB/T 13201's).
[[nodiscard]] std::optional<SigmaCurve> sigma_row(SigmaSet set, SigmaAxis axis, Stability stability);

}  // namespace sise
