// How far a value may be off for a warning: a warning that cannot change an outcome must not decide it.
#pragma once
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {

/// What one warning stands for. Either every reach of the accidents could be longer or shorter by a factor, or accidents that
/// are taken to go one of two ways could all go the same way, or other curves say what the blast could be, or the accidents are
/// computed again by another way of mixing.
struct WarningBracket {
  std::string code;
  std::optional<double> reach_factor;  ///< at least 1
  /// At least 1: it is asked where accidents that reach so much farther or less far matter.
  std::optional<double> asked_within;
  bool both_ways = false;
  std::vector<BlastCurve> curves;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

struct WarningBrackets {
  std::vector<WarningBracket> all;

  [[nodiscard]] const WarningBracket* find(const std::string& code) const;
  /// The factors of several codes multiplied, those of two ways being 1; 1 without codes, nullopt where a code has none: then
  /// nothing is known.
  [[nodiscard]] std::optional<double> reach_factor(const std::vector<std::string>& codes) const;
  /// Within which factor of reach a way of mixing is asked; nullopt: it is not.
  [[nodiscard]] std::optional<double> mixing_asked_within() const;
  /// Some of the codes says that accidents could all go the same way.
  [[nodiscard]] bool both_ways(const std::vector<std::string>& codes) const;
};

/// How the air's stability damps the mixing of dense clouds: no warning of a unit's, but of the checks that it was asked for.
inline constexpr const char* kDenseGasMixing = "dense_gas_mixing";

/// Between which values the truth may lie; NaN: nobody knows.
struct ValueRange {
  double low = std::numeric_limits<double>::quiet_NaN();
  double high = std::numeric_limits<double>::quiet_NaN();
};

/// The least and the largest overpressure that the prescribed curve and those of the codes' brackets give at a distance,
/// beyond the end of a fit the value at its end; nobody knows where a code has no curves, or none of them says anything so near.
[[nodiscard]] ValueRange overpressure_range_pa(const WarningBrackets& brackets, const std::vector<std::string>& codes,
                                               BlastCurve curve, double tnt_kg, double distance_m);

}  // namespace sise
