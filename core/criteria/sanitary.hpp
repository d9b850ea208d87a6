// Sanitary protection distance of a production unit that lets pollutants out without a stack (GB/T 39499-2020).
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// Whether a stack with the same gas stands beside the source, and what its limit protects from.
enum class EmissionType { one, two, three };
/// "I", "II", "III", full width or ASCII, or 1 to 3.
[[nodiscard]] std::optional<EmissionType> emission_type_from(std::string_view name);

/// What is let out, per pollutant.
struct FugitiveEmission {
  double rate_kg_h = 0.0;    ///< Qc
  double limit_mg_m3 = 0.0;  ///< Cm, ambient standard
  double area_m2 = 0.0;      ///< S of the production unit
  EmissionType type = EmissionType::two;
};

/// Coefficients of Qc/Cm = (1/A) (B L^C + 0.25 r²)^0.5 L^D, L in m, r = √(S/π).
struct SanitaryPack {
  std::string id;
  Text title;
  Text clause;
  std::string source;
  Confidence confidence = Confidence::recalled;
  double upto_m = 1000.0, beyond_m = 2000.0;  ///< where the columns of the table change
  double calm_below_m_s = 2.0, windy_above_m_s = 4.0;
  /// [wind: calm, moderate, windy][L: up to the first bound, up to the second, beyond][type]
  std::array<std::array<std::array<double, 3>, 3>, 3> a{};
  /// [wind: calm, else][L]
  std::array<std::array<double, 3>, 2> b{}, c{}, d{};
};

struct SanitaryDistance {
  double initial_m = 0.0;   ///< as the equation gives it
  double required_m = 0.0;  ///< rounded up to the steps of the standard: 50, then 100, from 1 km on 200 m
};

/// Where the columns' distances leave a gap at their bounds the bound itself is taken, which is the larger. Throws
/// ModelError for a rate, a limit or an area that is not positive.
[[nodiscard]] SanitaryDistance sanitary_distance(const SanitaryPack& pack, const FugitiveEmission& emission,
                                                 double mean_wind_m_s);

}  // namespace sise
