// A substance as the thing that flows: its physical properties at the temperatures and pressures of a release.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/error.hpp"
#include "models/base/text.hpp"
#include "models/substances/substance.hpp"
#include "models/substances/vapour_pressure.hpp"

namespace sise {

struct VapourDeparture {
  double enthalpy_J_kg = 0.0;
  double entropy_J_kgK = 0.0;
};

/// Prepared once per release. Every accessor throws ModelError `missing_property`, naming the property and what it is
/// needed for, when the substance lacks it: nothing is guessed.
class Fluid {
 public:
  /// `stated`: vapour pressures that a case states; they win over the table's curve.
  explicit Fluid(const Substance& substance, std::vector<VapourPoint> stated = {});

  [[nodiscard]] const Text& name() const { return name_; }
  [[nodiscard]] double molar_mass_kg_mol() const;
  /// Ratio of specific heats of the gas at 298 K, held for all temperatures.
  [[nodiscard]] double gas_gamma() const;
  /// J/(kg K): the universal gas constant over the molar mass.
  [[nodiscard]] double specific_gas_constant_J_kgK() const;

  [[nodiscard]] std::optional<double> melting_point_K() const { return melting_point_K_; }
  [[nodiscard]] std::optional<double> critical_temperature_K() const { return critical_temperature_K_; }
  [[nodiscard]] std::optional<double> critical_pressure_Pa() const { return critical_pressure_Pa_; }

  [[nodiscard]] const VapourPressure& vapour_pressure() const { return vapour_pressure_; }
  /// Throws ModelError `above_critical` beyond the critical temperature.
  [[nodiscard]] double vapour_pressure_Pa(double temperature_K) const;
  /// Where the vapour pressure equals this pressure. Without a vapour pressure curve: the table's normal boiling point,
  /// within 10 % of 101325 Pa only.
  [[nodiscard]] double boiling_temperature_K(double pressure_Pa) const;
  [[nodiscard]] bool boiling_temperature_known(double pressure_Pa) const;

  /// The table's density carried to this temperature by Rackett's law: through the two measured densities where there
  /// are two, else by Yamada and Gunn 1973 with the acentric factor; without critical constants the table's value as it
  /// is.
  [[nodiscard]] double liquid_density_kg_m3(double temperature_K) const;
  [[nodiscard]] double liquid_heat_capacity_J_kgK() const;
  /// The table's value at the normal boiling point carried to this temperature by Watson's exponent 0.38; 0 from the
  /// critical temperature on; without critical and boiling temperatures the table's value as it is.
  [[nodiscard]] double heat_of_vaporization_J_kg(double temperature_K) const;
  /// Z of the vapour by Pitzer's virial coefficient (Smith, Van Ness and Abbott, 3.65-3.66), at least 0.2; 1 without
  /// critical constants. Good to a few per cent up to half the critical pressure.
  [[nodiscard]] double compressibility(double temperature_K, double pressure_Pa) const;
  [[nodiscard]] double vapour_density_kg_m3(double temperature_K, double pressure_Pa) const;
  /// What the vapour's enthalpy and entropy are above those of the ideal gas at the same temperature and pressure, by
  /// the same virial coefficient (6.87 and 6.88 there); 0 without critical constants.
  [[nodiscard]] VapourDeparture vapour_departure(double temperature_K, double pressure_Pa) const;

  /// A property of the flow comes from memory only.
  [[nodiscard]] bool recalled() const { return recalled_; }
  /// Codes for what was estimated or recalled at this temperature: `vapour_pressure_estimated`,
  /// `liquid_density_not_corrected`, `recalled_property`.
  [[nodiscard]] std::vector<std::string> liquid_warnings(double temperature_K) const;

 private:
  [[nodiscard]] ModelError missing(std::string_view property, const Text& purpose) const;
  [[nodiscard]] ModelError missing(std::string_view property, const Text& purpose, const Text& remedy) const;
  [[nodiscard]] double known(const std::optional<double>& value, std::string_view property, const Text& purpose) const;
  [[nodiscard]] std::optional<double> density_exponent(double temperature_K, double reference_K) const;

  Text name_;
  std::optional<double> molar_mass_kg_mol_;
  std::optional<double> gas_gamma_;
  std::optional<double> boiling_point_K_;
  std::optional<double> melting_point_K_;
  std::optional<double> critical_temperature_K_;
  std::optional<double> critical_pressure_Pa_;
  std::optional<double> acentric_factor_;
  std::optional<double> liquid_density_kg_m3_;
  std::optional<double> liquid_density_temperature_K_;
  std::optional<double> liquid_density_293K_kg_m3_;
  std::optional<double> liquid_heat_capacity_J_kgK_;
  std::optional<double> heat_of_vaporization_J_kg_;
  VapourPressure vapour_pressure_;
  bool recalled_ = false;
};

}  // namespace sise
