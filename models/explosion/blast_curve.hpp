// The named overpressure-distance curves of condensed explosives.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace sise {

enum class BlastCurve {
  gb6722,                         ///< GB 6722-2014 eq. (3), surface burst
  kingery_bulmash_hemispherical,  ///< Kingery and Bulmash 1984, surface burst
  kingery_bulmash_spherical,      ///< Kingery and Bulmash 1984, free air
  swisdak_hemispherical,          ///< Swisdak 1994, surface burst
  kinney_graham,                  ///< Kinney and Graham, free air
  sadovsky,                       ///< Sadovsky, free air
  henrych,                        ///< Henrych, free air
  mills,                          ///< Mills, free air
  brode,                          ///< Brode in the scaled distance of Sachs, free air
};

constexpr std::array<BlastCurve, 9> kBlastCurves{BlastCurve::gb6722,
                                                 BlastCurve::kingery_bulmash_hemispherical,
                                                 BlastCurve::kingery_bulmash_spherical,
                                                 BlastCurve::swisdak_hemispherical,
                                                 BlastCurve::kinney_graham,
                                                 BlastCurve::sadovsky,
                                                 BlastCurve::henrych,
                                                 BlastCurve::mills,
                                                 BlastCurve::brode};

[[nodiscard]] std::string_view name_of(BlastCurve curve);
[[nodiscard]] std::optional<BlastCurve> blast_curve_from(std::string_view name);

}  // namespace sise
