// A named set of vulnerability rules. Packs are never mixed.
#pragma once
#include <string>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct HarmPack {
  std::string id;
  Text title;
  double toxic_exposure_cap_s = 0.0;    ///< exposure counts at most this long
  double lethal_overpressure_pa = 0.0;  ///< outdoors: death at and above, none below
  double thermal_exposure_cap_s = 0.0;
  double lethal_radiation_w_m2 = 0.0;  ///< death at and above, whatever the exposure
  double thermal_probit_a = 0.0;       ///< Pr = a + b ln(q^(4/3) t), q in W/m2, t in s
  double thermal_probit_b = 0.0;
  double transport_wind_min_height_m = 0.0;  ///< the wind is taken at the release height, at least this high
  double min_probability = 0.0;              ///< deaths less likely than this are left out; 0: no cut-off
  std::string source;
  Confidence confidence = Confidence::recalled;
};

}  // namespace sise
