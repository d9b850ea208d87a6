// How far a value may be off for a warning: a warning that cannot change an outcome must not decide it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/explosion/blast_curve.hpp"

namespace sise {

/// What one warning stands for. Either every reach of the accidents could be longer by a factor, or other curves say what
/// the blast could be.
struct WarningBracket {
  std::string code;
  std::optional<double> reach_factor;  ///< at least 1
  std::vector<BlastCurve> curves;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

struct WarningBrackets {
  std::vector<WarningBracket> all;

  [[nodiscard]] const WarningBracket* find(const std::string& code) const;
  /// The factors of several codes multiplied; 1 without codes, nullopt where a code has none: then nothing is known.
  [[nodiscard]] std::optional<double> reach_factor(const std::vector<std::string>& codes) const;
};

/// The largest overpressure that the prescribed curve and those of the codes' brackets give at a distance, beyond the end of
/// a fit the value at its end; nullopt where a code has no curves, or none of them says anything so near.
[[nodiscard]] std::optional<double> largest_overpressure_pa(const WarningBrackets& brackets,
                                                            const std::vector<std::string>& codes, BlastCurve curve,
                                                            double tnt_kg, double distance_m);

}  // namespace sise
