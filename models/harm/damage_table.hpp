// What a level of overpressure or heat does, as lists of thresholds: for people to read beside a number.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct DamageLevel {
  double value = 0.0;  ///< at and above it
  Text effect;
  Confidence confidence = Confidence::recalled;
};

struct DamageTable {
  std::string id;
  Text title;
  std::string quantity;  ///< "overpressure_pa", "radiation_w_m2", "thermal_dose"
  std::string unit;
  std::string source;
  std::vector<DamageLevel> levels;  ///< rising

  /// The levels that a value reaches, lowest first.
  [[nodiscard]] std::span<const DamageLevel> reached_by(double value) const;
};

}  // namespace sise
