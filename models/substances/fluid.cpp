#include "models/substances/fluid.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kStandardPressure_Pa = 101325.0;
constexpr double kRoom_K = 293.15;

std::optional<AntoineFit> antoine_of(const Substance& s) {
  const auto a = s.get("antoine_a");
  const auto b = s.get("antoine_b_K");
  const auto c = s.get("antoine_c_K");
  const auto from = s.get("antoine_min_K");
  const auto to = s.get("antoine_max_K");
  if (!a || !b || !c || !from || !to) return std::nullopt;
  return AntoineFit{*a, *b, *c, *from, *to};
}

std::optional<CriticalPoint> critical_of(const Substance& s) {
  const auto temperature = s.get("critical_temperature_K");
  const auto pressure = s.get("critical_pressure_Pa");
  const auto acentric = s.get("acentric_factor");
  if (!temperature || !pressure || !acentric) return std::nullopt;
  return CriticalPoint{*temperature, *pressure, *acentric};
}

/// What a case calls the property.
std::string_view case_name(std::string_view property) { return property == "gas_gamma" ? "gamma" : property; }

bool uses_recalled(const Substance& s) {
  constexpr std::array<std::string_view, 6> kBeginnings{"molar_mass",  "gas_",     "liquid_",
                                                        "heat_of_vap", "antoine_", "critical_"};
  return std::any_of(s.properties.begin(), s.properties.end(), [&](const auto& property) {
    return property.second.confidence == Confidence::recalled &&
           std::any_of(kBeginnings.begin(), kBeginnings.end(),
                       [&](std::string_view beginning) { return property.first.starts_with(beginning); });
  });
}

}  // namespace

ModelError Fluid::missing(std::string_view property, const Text& purpose) const {
  return missing(property, purpose,
                 {fmt::format("State '{}'", case_name(property)), fmt::format("请给出 '{}'", case_name(property))});
}

ModelError Fluid::missing(std::string_view property, const Text& purpose, const Text& remedy) const {
  return {"missing_property",
          {fmt::format("{} has no '{}', needed for {}", name_.en, property, purpose.en),
           fmt::format("{} 缺少 '{}', {}需要该物性", name_.zh, property, purpose.zh)},
          {},
          remedy};
}

Fluid::Fluid(const Substance& s, std::vector<VapourPoint> stated)
    : name_(s.name()),
      molar_mass_kg_mol_(s.get("molar_mass_kg_mol")),
      gas_gamma_(s.get("gas_gamma")),
      boiling_point_K_(s.get("boiling_point_K")),
      melting_point_K_(s.get("melting_point_K")),
      critical_temperature_K_(s.get("critical_temperature_K")),
      critical_pressure_Pa_(s.get("critical_pressure_Pa")),
      acentric_factor_(s.get("acentric_factor")),
      liquid_density_kg_m3_(s.get("liquid_density_kg_m3")),
      liquid_density_temperature_K_(s.get("liquid_density_temperature_K")),
      liquid_density_293K_kg_m3_(s.get("liquid_density_293K_kg_m3")),
      liquid_heat_capacity_J_kgK_(s.get("liquid_heat_capacity_J_kgK")),
      heat_of_vaporization_J_kg_(s.get("heat_of_vaporization_J_kg")),
      vapour_pressure_(antoine_of(s), critical_of(s), std::move(stated)),
      recalled_(uses_recalled(s)) {}

double Fluid::known(const std::optional<double>& value, std::string_view property, const Text& purpose) const {
  if (value) return *value;
  throw missing(property, purpose);
}

double Fluid::molar_mass_kg_mol() const {
  return known(molar_mass_kg_mol_, "molar_mass_kg_mol", {"the density of its gas", "计算气体密度"});
}

double Fluid::gas_gamma() const { return known(gas_gamma_, "gas_gamma", {"the outflow of its gas", "计算气体泄漏"}); }

double Fluid::specific_gas_constant_J_kgK() const { return kGasConstant_J_mol_K / molar_mass_kg_mol(); }

double Fluid::vapour_pressure_Pa(double temperature_K) const {
  if (critical_temperature_K_ && temperature_K > *critical_temperature_K_) {
    throw ModelError(
        "above_critical",
        {fmt::format("{} has no vapour pressure at {} K: its critical temperature is {} K", name_.en, temperature_K,
                     *critical_temperature_K_),
         fmt::format("{} 在 {} K 时没有蒸气压: 临界温度为 {} K", name_.zh, temperature_K, *critical_temperature_K_)},
        {}, {"Treat it as a gas and state its pressure", "请按气体计算并给出压力"});
  }
  if (!vapour_pressure_.known()) {
    throw missing("antoine_a", {"its vapour pressure", "计算蒸气压"},
                  {"Name a surrogate whose vapour pressure is known; for a pool state 'vapour_pressure_pa'",
                   "请改用蒸气压已知的代表物质; 液池可直接给出 'vapour_pressure_pa'"});
  }
  return vapour_pressure_.at(temperature_K);
}

bool Fluid::boiling_temperature_known(double pressure_Pa) const {
  constexpr double kNear = 0.1;
  return vapour_pressure_.known() || (boiling_point_K_ && std::abs(pressure_Pa / kStandardPressure_Pa - 1.0) <= kNear);
}

double Fluid::boiling_temperature_K(double pressure_Pa) const {
  if (!vapour_pressure_.known()) {
    if (boiling_temperature_known(pressure_Pa)) return *boiling_point_K_;
    throw missing("antoine_a", {"its boiling point at this pressure", "计算该压力下的沸点"},
                  {"Name a surrogate whose vapour pressure is known, or state 'boiling_point_K' near 101325 Pa",
                   "请改用蒸气压已知的代表物质, 或在 101325 Pa 附近给出 'boiling_point_K'"});
  }
  const double coldest_K = melting_point_K_.value_or(0.3 * critical_temperature_K_.value_or(0.0));
  return vapour_pressure_.boiling_temperature_K(pressure_Pa, coldest_K);
}

std::optional<double> Fluid::density_exponent(double temperature_K, double reference_K) const {
  if (!critical_temperature_K_ || std::fmax(temperature_K, reference_K) >= *critical_temperature_K_)
    return std::nullopt;
  const auto phi = [this](double t_K) { return std::pow(1.0 - t_K / *critical_temperature_K_, 2.0 / 7.0); };
  return phi(temperature_K) - phi(reference_K);
}

double Fluid::liquid_density_kg_m3(double temperature_K) const {
  const Text purpose{"the outflow of its liquid", "计算液体泄漏"};
  const double density = known(liquid_density_kg_m3_, "liquid_density_kg_m3", purpose);
  if (!liquid_density_temperature_K_) return density;
  const double reference_K = *liquid_density_temperature_K_;
  const std::optional<double> here = density_exponent(temperature_K, reference_K);
  if (!here) return density;
  if (liquid_density_293K_kg_m3_ && std::abs(reference_K - kRoom_K) > 1.0) {
    if (const std::optional<double> there = density_exponent(kRoom_K, reference_K)) {
      return density * std::pow(*liquid_density_293K_kg_m3_ / density, *here / *there);
    }
  }
  return acentric_factor_ ? density * std::pow(0.29056 - 0.08775 * *acentric_factor_, -*here) : density;
}

double Fluid::liquid_heat_capacity_J_kgK() const {
  return known(liquid_heat_capacity_J_kgK_, "liquid_heat_capacity_J_kgK", {"the flash of its liquid", "计算液体闪蒸"});
}

double Fluid::heat_of_vaporization_J_kg(double temperature_K) const {
  const double at_boiling =
      known(heat_of_vaporization_J_kg_, "heat_of_vaporization_J_kg", {"the evaporation of its liquid", "计算液体蒸发"});
  if (!critical_temperature_K_ || !boiling_point_K_) return at_boiling;
  const double rest = (*critical_temperature_K_ - temperature_K) / (*critical_temperature_K_ - *boiling_point_K_);
  return at_boiling * std::pow(std::fmax(0.0, rest), 0.38);
}

double Fluid::compressibility(double temperature_K, double pressure_Pa) const {
  if (!critical_temperature_K_ || !critical_pressure_Pa_ || !acentric_factor_) return 1.0;
  const double tr = temperature_K / *critical_temperature_K_;
  const double b0 = 0.083 - 0.422 / std::pow(tr, 1.6);
  const double b1 = 0.139 - 0.172 / std::pow(tr, 4.2);
  constexpr double kLeast = 0.2;
  return std::fmax(kLeast, 1.0 + (b0 + *acentric_factor_ * b1) * pressure_Pa / *critical_pressure_Pa_ / tr);
}

VapourDeparture Fluid::vapour_departure(double temperature_K, double pressure_Pa) const {
  if (!critical_temperature_K_ || !critical_pressure_Pa_ || !acentric_factor_) return {};
  const double tr = temperature_K / *critical_temperature_K_;
  const double pr = pressure_Pa / *critical_pressure_Pa_;
  const double b = 0.083 - 0.422 / std::pow(tr, 1.6) + *acentric_factor_ * (0.139 - 0.172 / std::pow(tr, 4.2));
  const double slope = 0.675 / std::pow(tr, 2.6) + *acentric_factor_ * 0.722 / std::pow(tr, 5.2);
  const double gas = specific_gas_constant_J_kgK();
  return {gas * *critical_temperature_K_ * pr * (b - tr * slope), -gas * pr * slope};
}

double Fluid::vapour_density_kg_m3(double temperature_K, double pressure_Pa) const {
  return pressure_Pa / (compressibility(temperature_K, pressure_Pa) * specific_gas_constant_J_kgK() * temperature_K);
}

std::vector<std::string> Fluid::liquid_warnings(double temperature_K) const {
  std::vector<std::string> codes;
  if (vapour_pressure_.known() && !vapour_pressure_.measured_at(temperature_K)) {
    codes.emplace_back("vapour_pressure_estimated");
  }
  const double reference_K = liquid_density_temperature_K_.value_or(temperature_K);
  constexpr double kNear_K = 10.0;
  if (!density_exponent(temperature_K, reference_K) && std::abs(temperature_K - reference_K) > kNear_K) {
    codes.emplace_back("liquid_density_not_corrected");
  }
  if (recalled_) codes.emplace_back("recalled_property");
  return codes;
}

}  // namespace sise
