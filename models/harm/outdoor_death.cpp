#include "models/harm/outdoor_death.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sise {
namespace {

/// The pack's cut-off: deaths less likely than it are left out.
double cut_off(const HarmPack& pack, double probability) {
  return probability < pack.min_probability ? 0.0 : probability;
}

}  // namespace

double outdoor_toxic_death(const HarmPack& pack, const ToxicProbit& probit, double concentration_mg_m3,
                           double duration_s) {
  const double exposure_s = std::min(duration_s, pack.toxic_exposure_cap_s);
  return cut_off(pack, toxic_probability(probit, concentration_mg_m3, exposure_s));
}

double outdoor_blast_death(const HarmPack& pack, double overpressure_pa) {
  if (!pack.blast_death.empty()) {
    return outdoor_blast_death(pack, overpressure_pa, std::numeric_limits<double>::quiet_NaN());
  }
  if (std::isnan(overpressure_pa)) return overpressure_pa;
  return overpressure_pa >= pack.lethal_overpressure_pa ? 1.0 : 0.0;
}

double outdoor_blast_death(const HarmPack& pack, double overpressure_pa, double impulse_pa_s) {
  if (pack.blast_death.empty()) return outdoor_blast_death(pack, overpressure_pa);
  double log_survival = 0.0;
  for (const std::string& id : pack.blast_death) {
    const PhysicalDose dose{.overpressure_pa = overpressure_pa, .impulse_pa_s = impulse_pa_s};
    log_survival += std::log1p(-probability_of(probit_of(pack.effect(id)->form, dose)));
  }
  return cut_off(pack, -std::expm1(log_survival));
}

double outdoor_heat_death(const HarmPack& pack, double radiation_w_m2, double duration_s) {
  if (radiation_w_m2 >= pack.lethal_radiation_w_m2) return 1.0;
  if (!(pack.thermal_probit_b > 0.0)) return 0.0;
  const double exposure_s = std::min(duration_s, pack.thermal_exposure_cap_s);
  const ThermalProbit probit{pack.thermal_probit_a, pack.thermal_probit_b};
  return cut_off(pack, probability_of(thermal_probit(probit, radiation_w_m2, exposure_s)));
}

}  // namespace sise
