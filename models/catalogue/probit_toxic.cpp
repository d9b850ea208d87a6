#include <fmt/core.h>

#include <cmath>
#include <type_traits>

#include "models/base/error.hpp"
#include "models/catalogue/probit_answers.hpp"
#include "models/harm/harm_pack.hpp"
#include "models/harm/indoor.hpp"
#include "models/harm/probit.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace {

ModelError missing_constant(const ModelInput& input, const std::string& property, const Text& remedy) {
  return {"missing_property",
          {fmt::format("{} has no '{}' in the substance table", input.substance->name_en, property),
           fmt::format("物质表中 {} 没有 '{}'", input.substance->name_zh, property)},
          {},
          remedy};
}

ModelError no_substance(const std::string& option) {
  return {"missing_key",
          {fmt::format("needs 'substance', or 'options.{}'", option),
           fmt::format("需要 'substance' 或 'options.{}'", option)}};
}

/// The case's own constants, all three or none: constants of two sources mixed are those of neither.
std::optional<ToxicFunction> stated_function(const ModelInput& input) {
  const Parameters& s = input.settings;
  const int stated = static_cast<int>(s.has("a")) + static_cast<int>(s.has("b")) + static_cast<int>(s.has("n"));
  if (stated == 0) return std::nullopt;
  if (stated < 3) {
    throw ModelError("incomplete_constants",
                     {"the constants 'a', 'b' and 'n' belong together: with some of them the rest would be another's",
                      "常数 'a', 'b', 'n' 须同时给出: 只给一部分则其余来自他处"},
                     {}, {"Give all three, or none", "请三者都给出, 或都不给"});
  }
  const double a = s.number("a");
  const double b = s.number("b");
  const double n = s.number("n");
  if (s.text("constants_per") == "ppm") return ToxicProbitPpm{a, b, n};
  return ToxicProbit{a, b, n};
}

ToxicFunction function_of(const ModelInput& input) {
  if (const std::optional<ToxicFunction> stated = stated_function(input)) return *stated;
  const HarmPack& pack = *input.harm;
  if (pack.toxic_basis == ToxicBasis::none) {
    throw ModelError("unknown_effect", {fmt::format("set '{}' has no rule for toxic gases", pack.id),
                                        fmt::format("准则包 '{}' 没有毒性规定", pack.id)});
  }
  if (input.substance == nullptr) throw no_substance("a");
  const std::vector<std::string> missing = missing_toxic_properties(pack.toxic_basis, *input.substance);
  if (!missing.empty()) {
    throw missing_constant(
        input, missing.front(),
        {fmt::format("Set '{}' needs it; state 'options.a', 'b' and 'n', or name another set", pack.id),
         fmt::format("准则包 '{}' 需要它; 请给出 'options.a', 'b', 'n', 或换用其他准则包", pack.id)});
  }
  return *toxic_function_by(pack.toxic_basis, *input.substance, pack.slot_probability, pack.slod_probability);
}

double molar_mass(const ModelInput& input) {
  if (const std::optional<double> stated = input.settings.optional_number("molar_mass_kg_mol")) return *stated;
  if (input.substance == nullptr) throw no_substance("molar_mass_kg_mol");
  if (const std::optional<double> known = input.substance->get("molar_mass_kg_mol")) return *known;
  throw missing_constant(input, "molar_mass_kg_mol",
                         {"State 'options.molar_mass_kg_mol'", "请给出 'options.molar_mass_kg_mol'"});
}

/// The point's concentration in the unit of the constants, converted where it is stated in the other one.
double concentration(const ModelInput& input, const Parameters& point, bool in_ppm) {
  const std::optional<double> mg_m3 = point.optional_number("concentration_mg_m3");
  const std::optional<double> ppm = point.optional_number("concentration_ppm");
  if (mg_m3 && ppm) {
    throw ModelError("one_of_two_keys", {"'concentration_mg_m3' and 'concentration_ppm' say the same; give one of them",
                                         "'concentration_mg_m3' 与 'concentration_ppm' 含义相同, 只能给出一个"});
  }
  if (!mg_m3 && !ppm) return stated_dose(point, "concentration_mg_m3", "toxic");
  if (in_ppm == ppm.has_value()) return in_ppm ? *ppm : *mg_m3;
  const double temperature_K = input.settings.number("temperature_K");
  const double pressure_Pa = input.settings.number("pressure_Pa");
  return in_ppm ? ppm_from_mg_m3(*mg_m3, molar_mass(input), temperature_K, pressure_Pa)
                : mg_m3_from_ppm(*ppm, molar_mass(input), temperature_K, pressure_Pa);
}

/// A concentration by mass of more than there is in a cubic metre of the gas itself.
bool is_above_pure_gas(const ModelInput& input, const Parameters& point) {
  const std::optional<double> mg_m3 = point.optional_number("concentration_mg_m3");
  std::optional<double> kg_mol = input.settings.optional_number("molar_mass_kg_mol");
  if (!kg_mol && input.substance != nullptr) kg_mol = input.substance->get("molar_mass_kg_mol");
  if (!mg_m3 || !kg_mol) return false;
  constexpr double kAll_ppm = 1e6;
  return ppm_from_mg_m3(*mg_m3, *kg_mol, input.settings.number("temperature_K"), input.settings.number("pressure_Pa")) >
         kAll_ppm;
}

/// ln of the load of a concentration of 1, outdoors or in the room: what the exposure contributes to Y.
double log_unit_load(const ModelInput& input, const Parameters& point, double n, ModelAnswer& answer) {
  const double cap_s = input.harm->toxic_exposure_cap_s;
  const double cloud_s = point.number("exposure_s");
  const std::optional<double> air_changes = input.settings.optional_number("air_changes_per_h");
  if (!air_changes) {
    const double exposure_s = capped_exposure_s(cloud_s, cap_s, answer);
    return std::log(outdoor_toxic_load({1.0, exposure_s}, n));
  }
  const double stay_s = point.optional_number("stay_s").value_or(HarmPack::kNone);
  const Room room{*air_changes, capped_exposure_s(stay_s, cap_s, answer)};
  return std::log(indoor_toxic_load(SteadyCloud{1.0, cloud_s}, n, room));
}

}  // namespace

PointAnswer toxic_answer(const ModelInput& input, const Parameters& point, ModelAnswer& answer) {
  const ToxicFunction function = function_of(input);
  return std::visit(
      [&](const auto& probit) {
        constexpr bool kPpm = std::is_same_v<std::decay_t<decltype(probit)>, ToxicProbitPpm>;
        const double c = concentration(input, point, kPpm);
        if (is_above_pure_gas(input, point)) answer.warn("above_pure_gas");
        const double log_unit = log_unit_load(input, point, probit.n, answer);
        PointAnswer result = answer_of_probit(probit.a + probit.b * (probit.n * std::log(c) + log_unit));
        const std::optional<double> wanted = input.settings.optional_number("level_probability");
        if (wanted) {
          const double log_load = log_dose_of(probit.a, probit.b, probit_of_probability(*wanted));
          const double level = std::exp((log_load - log_unit) / probit.n);
          result.values.emplace_back(kPpm ? "level_ppm" : "level_mg_m3",
                                     std::isfinite(level) ? std::optional(level) : std::nullopt);
        }
        return result;
      },
      function);
}

}  // namespace sise
