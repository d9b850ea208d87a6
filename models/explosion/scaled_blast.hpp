// Every blast curve behind one question: what does it say at a scaled distance?
#pragma once
#include <optional>
#include <string_view>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"
#include "models/explosion/blast_curve.hpp"
#include "models/explosion/blast_quantity.hpp"
#include "models/explosion/fit_range.hpp"
#include "models/explosion/log_polynomial.hpp"

namespace sise {

struct BlastCurveInfo {
  Text title;
  bool surface_burst = false;                ///< the charge lies on the ground and the ground factor is in the curve
  std::optional<double> range_of_use_z_max;  ///< beyond it a number is given with a warning
  std::string_view source;
  Confidence confidence = Confidence::recalled;
};

[[nodiscard]] const BlastCurveInfo& blast_curve_info(BlastCurve curve);

/// One quantity of one curve, prepared: its fit and, for what only the shock relations give, the relation.
/// Pressures in Pa, times in s/kg^(1/3), impulses in Pa s/kg^(1/3), speeds in m/s.
class ScaledBlast {
 public:
  /// nullopt: the curve does not give this quantity.
  [[nodiscard]] static std::optional<ScaledBlast> prepare(BlastCurve curve, BlastQuantity quantity);

  /// NaN outside range(). Scaled distance z in m/kg^(1/3).
  [[nodiscard]] double at(double z) const;
  /// The same for many, each equal to the byte to at(z). One length; `out` may be `z`.
  void at(std::span<const double> z, std::span<double> out) const;
  [[nodiscard]] const FitRange& range() const { return range_; }
  /// The value follows from the side-on pressure by the Rankine-Hugoniot relations, not from a fit of its own.
  [[nodiscard]] bool from_shock_relation() const { return relation_ != nullptr; }
  /// The inner edges of the branches and both ends: where the curve may step. Empty for closed forms.
  [[nodiscard]] std::span<const LogPolynomialBranch> branches() const;

 private:
  using Function = double (*)(double);

  const LogPolynomial* polynomial_ = nullptr;
  Function closed_form_ = nullptr;
  Function relation_ = nullptr;
  FitRange range_;
};

}  // namespace sise
