// A named set of vulnerability rules. Packs are never mixed.
#pragma once
#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"
#include "models/harm/dose_response.hpp"
#include "models/harm/toxic_basis.hpp"

namespace sise {

/// What the functions of a pack can be about; no pack has all of them.
inline constexpr std::array<std::string_view, 16> kEffectIds{"heat_death",
                                                             "heat_death_clothed",
                                                             "first_degree_burn",
                                                             "second_degree_burn",
                                                             "lung",
                                                             "eardrum",
                                                             "body",
                                                             "head",
                                                             "impact",
                                                             "fatality",
                                                             "minor_damage",
                                                             "major_damage",
                                                             "collapse",
                                                             "structure",
                                                             "glass",
                                                             "glass_new"};

/// A rule that a pack does not have is infinite (caps and thresholds), none, or empty.
struct HarmPack {
  static constexpr double kNone = std::numeric_limits<double>::infinity();

  std::string id;
  Text title;
  ToxicBasis toxic_basis = ToxicBasis::probit_mg_m3;
  double slot_probability = 0.01;         ///< for ToxicBasis::toxic_load
  double slod_probability = 0.5;          ///< the same
  double toxic_exposure_cap_s = kNone;    ///< exposure counts at most this long
  double lethal_overpressure_pa = kNone;  ///< outdoors: death at and above, none below
  /// Functions of blast whose harms kill together, 1 - product(1 - P); by id, instead of a threshold.
  std::vector<std::string> blast_death;
  double thermal_exposure_cap_s = kNone;
  double lethal_radiation_w_m2 = kNone;      ///< death at and above, whatever the exposure
  double thermal_probit_a = 0.0;             ///< Pr = a + b ln(q^(4/3) t), q in W/m2, t in s
  double thermal_probit_b = 0.0;             ///< 0: the pack has no thermal probit
  double transport_wind_min_height_m = 0.0;  ///< the wind is taken at the release height, at least this high
  double min_probability = 0.0;              ///< deaths less likely than this are left out; 0: no cut-off
  std::vector<DoseResponse> effects;         ///< further functions: burns, lungs, eardrums, buildings
  std::string source;
  Confidence confidence = Confidence::recalled;

  [[nodiscard]] const DoseResponse* effect(std::string_view effect_id) const;
  [[nodiscard]] bool knows_blast_death() const { return lethal_overpressure_pa < kNone || !blast_death.empty(); }
  [[nodiscard]] bool knows_heat_death() const { return lethal_radiation_w_m2 < kNone || thermal_probit_b > 0.0; }
  /// Whether outdoor_blast_death must be given an impulse.
  [[nodiscard]] bool blast_death_needs_impulse() const;
  bool operator==(const HarmPack&) const = default;
};

}  // namespace sise
