#include "models/harm/probit.hpp"

#include <cmath>

#include "models/base/constants.hpp"
#include "models/numeric/normal.hpp"

namespace sise {
namespace {

/// ln(C^n t), t in minutes, without ever forming C^n.
double log_toxic_load(double concentration, double n, double exposure_s) {
  return n * std::log(concentration) + std::log(exposure_s / kSecondsPerMinute);
}

}  // namespace

double toxic_probit(const ToxicProbit& probit, double concentration_mg_m3, double exposure_s) {
  return probit.a + probit.b * log_toxic_load(concentration_mg_m3, probit.n, exposure_s);
}

double toxic_probit(const ToxicProbitPpm& probit, double concentration_ppm, double exposure_s) {
  return probit.a + probit.b * log_toxic_load(concentration_ppm, probit.n, exposure_s);
}

double thermal_probit(const ThermalProbit& probit, double radiation_w_m2, double exposure_s) {
  return probit.a + probit.b * (4.0 / 3.0 * std::log(radiation_w_m2) + std::log(probit.dose_factor * exposure_s));
}

double overpressure_probit(const OverpressureProbit& probit, double overpressure_pa) {
  return probit.a + probit.b * std::log(overpressure_pa);
}

double log_dose_of(double a, double b, double probit_value) { return (probit_value - a) / b; }

double probability_of(double probit) { return normal_cdf(probit - 5.0); }

double probit_of_probability(double probability) { return 5.0 + normal_quantile(probability); }

double toxic_probit_of_load(const ToxicProbit& probit, double load_mg_m3_n_min) {
  return probit.a + probit.b * std::log(load_mg_m3_n_min);
}

double toxic_probability(const ToxicProbit& probit, double concentration_mg_m3, double exposure_s) {
  return probability_of(toxic_probit(probit, concentration_mg_m3, exposure_s));
}

double toxic_probability(const ToxicProbitPpm& probit, double concentration_ppm, double exposure_s) {
  return probability_of(toxic_probit(probit, concentration_ppm, exposure_s));
}

double concentration_mg_m3_of(const ToxicProbit& probit, double probit_value, double exposure_s) {
  const double log_load = log_dose_of(probit.a, probit.b, probit_value);
  return std::exp((log_load - std::log(exposure_s / kSecondsPerMinute)) / probit.n);
}

double mg_m3_from_ppm(double ppm, double molar_mass_kg_mol, double temperature_K, double pressure_Pa) {
  return ppm * molar_mass_kg_mol * pressure_Pa / (kGasConstant_J_mol_K * temperature_K);
}

double ppm_from_mg_m3(double mg_m3, double molar_mass_kg_mol, double temperature_K, double pressure_Pa) {
  return mg_m3 * kGasConstant_J_mol_K * temperature_K / (molar_mass_kg_mol * pressure_Pa);
}

ToxicProbit in_mg_m3(const ToxicProbitPpm& probit, double molar_mass_kg_mol, double temperature_K, double pressure_Pa) {
  const double ppm_per_mg_m3 = ppm_from_mg_m3(1.0, molar_mass_kg_mol, temperature_K, pressure_Pa);
  return {probit.a + probit.b * probit.n * std::log(ppm_per_mg_m3), probit.b, probit.n};
}

}  // namespace sise
