// The harm rules of AQ/T 3046-2013 as tests use them.
#pragma once
#include "models/harm/harm_pack.hpp"

namespace sise::testing {

/// 30 minutes at most, 30 kPa; heat counts 20 s, from 37.5 kW/m2 it surely kills.
inline HarmPack aqt3046() {
  HarmPack pack;
  pack.toxic_exposure_cap_s = 1800.0;
  pack.lethal_overpressure_pa = 30000.0;
  pack.thermal_exposure_cap_s = 20.0;
  pack.lethal_radiation_w_m2 = 37500.0;
  pack.thermal_probit_a = -36.38;
  pack.thermal_probit_b = 2.56;
  return pack;
}

}  // namespace sise::testing
