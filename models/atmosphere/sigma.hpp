// The width and the height of a plume with distance, for one sigma set, stability class and averaging time.
#pragma once
#include <optional>
#include <span>

#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/sigma_tables.hpp"
#include "models/atmosphere/stability.hpp"

namespace sise {

/// The curves are evaluated no closer to the source than this: a release and a receptor at the same height would make
/// the average over the source's own cell diverge otherwise.
inline constexpr double kNearestSigma_m = 1.0;

/// All sets are meant for 100 m to 10 km (Briggs 1973; the others are used within the same range). Outside, the number
/// stands with the warning code `outside_sigma_range`.
[[nodiscard]] constexpr bool outside_sigma_range(double x_m) { return x_m < 100.0 || x_m > 10000.0; }

/// One axis, ready to evaluate: a row of the set, or the geometric mean of two neighbouring rows, times a factor.
struct PreparedSigma {
  SigmaCurve curve;
  std::optional<SigmaCurve> neighbour;
  double factor = 1.0;
};

/// sigma_y and sigma_z of one set and class.
class SigmaCurves {
 public:
  /// Throws ModelError for an averaging time that the set does not allow (averaging_factor).
  SigmaCurves(SigmaSet set, Stability stability, std::optional<double> averaging_time_s = std::nullopt);

  [[nodiscard]] double sigma_y_m(double x_m) const;
  [[nodiscard]] double sigma_z_m(double x_m) const;
  /// The set has no row for this class: the geometric mean of the neighbours stands in (code `interpolated_class`).
  [[nodiscard]] bool interpolated() const { return z_.neighbour.has_value(); }

  [[nodiscard]] const PreparedSigma& y() const { return y_; }
  [[nodiscard]] const PreparedSigma& z() const { return z_; }

 private:
  PreparedSigma y_;
  PreparedSigma z_;
};

/// out[i] = 1/sigma(max(x[i], 1 m))^2 in 1/m2. The sizes are equal and a multiple of kLanes (lanes.hpp); no overlap. The
/// inverse of the variance, because that is what stands in the plume's exponents, and because Briggs' curves give it
/// without a root.
void inverse_variance(const PreparedSigma& sigma, std::span<const double> x_m, std::span<double> out_per_m2);

}  // namespace sise
