// Probit functions: from a dose to the probability that a person dies.
#pragma once

namespace sise {

/// Y = a + b ln(C^n t) with C in mg/m3 and t in minutes (Purple Book CPR 18E table 5.2; AQ/T 3046-2013 annex I).
struct ToxicProbit {
  double a = 0.0;
  double b = 0.0;
  double n = 1.0;
};

/// The same form with C in ppm by volume (Lees, CCPS). A type of its own: constants of one form in the other move the
/// lethal concentration several times.
struct ToxicProbitPpm {
  double a = 0.0;
  double b = 0.0;
  double n = 1.0;
};

/// Y = a + b ln(F q^(4/3) t) with q in W/m2 and t in s. For q in kW/m2 the constant a is larger by 4 b ln(10).
struct ThermalProbit {
  double a = 0.0;
  double b = 0.0;
  double dose_factor = 1.0;  ///< Lees's F: 0.5 for people normally clothed, 1 unclothed or with clothing alight

  bool operator==(const ThermalProbit&) const = default;
};

/// Y = a + b ln(p) with the side-on overpressure p in Pa.
struct OverpressureProbit {
  double a = 0.0;
  double b = 0.0;

  bool operator==(const OverpressureProbit&) const = default;
};

/// The probit of a dose of nothing is minus infinity, and its probability 0.
[[nodiscard]] double toxic_probit(const ToxicProbit& probit, double concentration_mg_m3, double exposure_s);
[[nodiscard]] double toxic_probit(const ToxicProbitPpm& probit, double concentration_ppm, double exposure_s);
[[nodiscard]] double thermal_probit(const ThermalProbit& probit, double radiation_w_m2, double exposure_s);
[[nodiscard]] double overpressure_probit(const OverpressureProbit& probit, double overpressure_pa);

/// The value of V = C^n t, q^(4/3) t, p, i ... in Y = a + b ln V at which Y is a probit, in log form: ln V.
[[nodiscard]] double log_dose_of(double a, double b, double probit_value);

/// Probability of a probit value: the normal distribution at Y - 5, accurate in both tails.
[[nodiscard]] double probability_of(double probit);

/// The probit of a probability above 0 and below 1.
[[nodiscard]] double probit_of_probability(double probability);

/// probability_of(toxic_probit(...)).
[[nodiscard]] double toxic_probability(const ToxicProbit& probit, double concentration_mg_m3, double exposure_s);
[[nodiscard]] double toxic_probability(const ToxicProbitPpm& probit, double concentration_ppm, double exposure_s);

/// From a load C^n t that has been summed up elsewhere, in (mg/m3)^n min: indoors, or under a passing puff.
[[nodiscard]] double toxic_probit_of_load(const ToxicProbit& probit, double load_mg_m3_n_min);

/// The concentration with a given probit for an exposure: the inverse of toxic_probit.
[[nodiscard]] double concentration_mg_m3_of(const ToxicProbit& probit, double probit_value, double exposure_s);

/// mg/m3 of a gas at a volume fraction in ppm: ideal gas, molar volume R T / p.
[[nodiscard]] double mg_m3_from_ppm(double ppm, double molar_mass_kg_mol, double temperature_K, double pressure_Pa);
[[nodiscard]] double ppm_from_mg_m3(double mg_m3, double molar_mass_kg_mol, double temperature_K, double pressure_Pa);

/// The same probit function of a gas, written for mg/m3 instead of ppm: a changes by b n ln(ppm per mg/m3).
[[nodiscard]] ToxicProbit in_mg_m3(const ToxicProbitPpm& probit, double molar_mass_kg_mol, double temperature_K,
                                   double pressure_Pa);

}  // namespace sise
