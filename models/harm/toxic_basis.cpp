#include "models/harm/toxic_basis.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace sise {
namespace {

constexpr std::array<std::pair<ToxicBasis, std::string_view>, 4> kNames{{{ToxicBasis::none, "none"},
                                                                         {ToxicBasis::probit_mg_m3, "probit_mg_m3"},
                                                                         {ToxicBasis::probit_ppm, "probit_ppm"},
                                                                         {ToxicBasis::toxic_load, "toxic_load"}}};

constexpr std::string_view kMolarMass = "molar_mass_kg_mol";

std::vector<std::string_view> needed(ToxicBasis basis) {
  switch (basis) {
    case ToxicBasis::probit_mg_m3:
      return {"probit_a", "probit_b", "probit_n"};
    case ToxicBasis::probit_ppm:
      return {"probit_ppm_a", "probit_ppm_b", "probit_ppm_n", kMolarMass};
    case ToxicBasis::toxic_load:
      return {"hse_toxic_load_n", "hse_slot_ppm_n_min", "hse_slod_ppm_n_min", kMolarMass};
    default:
      return {};
  }
}

}  // namespace

std::string_view name_of(ToxicBasis basis) {
  for (const auto& [known, name] : kNames) {
    if (known == basis) return name;
  }
  return "none";
}

std::optional<ToxicBasis> toxic_basis_from(std::string_view name) {
  for (const auto& [basis, known] : kNames) {
    if (known == name) return basis;
  }
  return std::nullopt;
}

ToxicProbitPpm probit_through(const ToxicLoads& loads, double slot_probability, double slod_probability) {
  const double low = probit_of_probability(slot_probability);
  const double high = probit_of_probability(slod_probability);
  const double b = (high - low) / std::log(loads.slod_ppm_n_min / loads.slot_ppm_n_min);
  return {high - b * std::log(loads.slod_ppm_n_min), b, loads.n};
}

std::vector<std::string> missing_toxic_properties(ToxicBasis basis, const Substance& substance) {
  std::vector<std::string> missing;
  for (const std::string_view property : needed(basis)) {
    if (substance.find(property) == nullptr) missing.emplace_back(property);
  }
  return missing;
}

std::optional<ToxicFunction> toxic_function_by(ToxicBasis basis, const Substance& substance, double slot_probability,
                                               double slod_probability) {
  if (basis == ToxicBasis::none || !missing_toxic_properties(basis, substance).empty()) return std::nullopt;
  const auto value = [&substance](std::string_view property) { return substance.get(property).value(); };
  if (basis == ToxicBasis::probit_mg_m3) return ToxicProbit{value("probit_a"), value("probit_b"), value("probit_n")};
  if (basis == ToxicBasis::probit_ppm) {
    return ToxicProbitPpm{value("probit_ppm_a"), value("probit_ppm_b"), value("probit_ppm_n")};
  }
  return probit_through({value("hse_toxic_load_n"), value("hse_slot_ppm_n_min"), value("hse_slod_ppm_n_min")},
                        slot_probability, slod_probability);
}

std::optional<ToxicProbit> toxic_probit_by(ToxicBasis basis, const Substance& substance, double slot_probability,
                                           double slod_probability, double temperature_K, double pressure_Pa) {
  const std::optional<ToxicFunction> function = toxic_function_by(basis, substance, slot_probability, slod_probability);
  if (!function) return std::nullopt;
  if (const auto* mg_m3 = std::get_if<ToxicProbit>(&*function)) return *mg_m3;
  return in_mg_m3(std::get<ToxicProbitPpm>(*function), substance.get(kMolarMass).value(), temperature_K, pressure_Pa);
}

}  // namespace sise
