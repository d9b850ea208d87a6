#include "models/catalogue/probit_answers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"
#include "models/harm/escape.hpp"
#include "models/harm/harm_pack.hpp"
#include "models/harm/outdoor_death.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

/// A function of the case's own takes both its constants, and no others.
bool states_constants(const Parameters& settings) {
  if (settings.has("n")) {
    throw ModelError("unused_key", {"heat and overpressure have no exponent 'n'", "热辐射与超压没有指数 'n'"});
  }
  if (settings.has("a") != settings.has("b")) {
    throw ModelError("incomplete_constants",
                     {"the constants 'a' and 'b' belong together: with one of them the other would be another's",
                      "常数 'a' 与 'b' 须同时给出: 只给其一则另一常数来自他处"},
                     {}, {"Give both, or neither", "请两者都给出, 或都不给"});
  }
  return settings.has("a");
}

PointAnswer answer_of_threshold(bool exceeded, const std::string& rule_en, const std::string& rule_zh) {
  return {{{"probit", std::nullopt}, {"probability", exceeded ? 1.0 : 0.0}},
          Reason{"threshold_rule", {rule_en, rule_zh}}};
}

/// Several harms together: the probit is that of their common probability.
PointAnswer answer_of_probability(double probability) {
  if (probability > 0.0 && probability < 1.0) {
    return {{{"probit", probit_of_probability(probability)}, {"probability", probability}}, {}};
  }
  if (probability > 0.0) {
    return {{{"probit", std::nullopt}, {"probability", 1.0}},
            Reason{"certain", {"too close to 1 for a probit", "概率过于接近 1, 无概率单位值"}}};
  }
  return answer_of_probit(-HarmPack::kNone);
}

ModelError no_rule(const ModelInput& input, const std::string& effect) {
  std::string known;
  for (const DoseResponse& each : input.harm->effects) known += (known.empty() ? "" : ", ") + each.id;
  const std::string and_known_en = known.empty() ? "" : "; it has " + known;
  const std::string and_known_zh = known.empty() ? "" : "; 现有 " + known;
  return {"unknown_effect",
          {fmt::format("set '{}' has no rule for effect '{}'{}", input.harm->id, effect, and_known_en),
           fmt::format("准则包 '{}' 没有 '{}' 的规定{}", input.harm->id, effect, and_known_zh)}};
}

std::optional<double> level_probit(const ModelInput& input) {
  const std::optional<double> wanted = input.settings.optional_number("level_probability");
  if (!wanted) return std::nullopt;
  return probit_of_probability(*wanted);
}

/// How long the radiation counts: as long as it lasts and the pack allows, less for somebody who runs away.
double heat_exposure_s(const ModelInput& input, const Parameters& point, double radiation, ModelAnswer& answer) {
  const double exposure_s = capped_exposure_s(point.number("exposure_s"), input.harm->thermal_exposure_cap_s, answer);
  const std::optional<double> speed = input.settings.optional_number("escape_speed_m_s");
  if (!speed || !(radiation > 0.0)) return exposure_s;
  const Escape escape{.reaction_s = input.settings.number("reaction_s"), .speed_m_s = *speed};
  return effective_exposure_s(escape, radiation, stated_dose(point, "r_m", "heat with escape_speed_m_s"), exposure_s);
}

PhysicalDose dose_at(const ModelInput& input, const Parameters& point, const std::string& effect,
                     const ProbitForm& form, ModelAnswer& answer) {
  PhysicalDose dose{.air_pressure_pa = input.settings.number("pressure_Pa"),
                    .body_mass_kg = input.settings.number("body_mass_kg")};
  const DoseKind kind = kind_of(form);
  if (kind == DoseKind::radiation) {
    dose.radiation_w_m2 = stated_dose(point, "radiation_w_m2", effect);
    dose.exposure_s = heat_exposure_s(input, point, dose.radiation_w_m2, answer);
    return dose;
  }
  if (kind != DoseKind::impulse) dose.overpressure_pa = stated_dose(point, "overpressure_pa", effect);
  if (needs_impulse(form)) dose.impulse_pa_s = stated_dose(point, "impulse_pa_s", effect);
  return on_body(dose, *posture_from(input.settings.text("posture")));
}

std::string level_name(DoseKind kind) {
  if (kind == DoseKind::radiation) return "level_w_m2";
  return kind == DoseKind::impulse ? "level_pa_s" : "level_pa";
}

PointAnswer answer_of_form(const ModelInput& input, const Parameters& point, const std::string& effect,
                           const ProbitForm& form, ModelAnswer& answer) {
  const PhysicalDose dose = dose_at(input, point, effect, form, answer);
  PointAnswer result = answer_of_probit(probit_of(form, dose));
  if (const std::optional<double> wanted = level_probit(input)) {
    result.values.emplace_back(level_name(kind_of(form)), level_of(form, *wanted, dose));
  }
  return result;
}

PointAnswer heat_answer(const ModelInput& input, const Parameters& point, ModelAnswer& answer) {
  const HarmPack& pack = *input.harm;
  ThermalProbit probit{pack.thermal_probit_a, pack.thermal_probit_b};
  if (states_constants(input.settings)) {
    probit = {input.settings.number("a"), input.settings.number("b"), input.settings.number("dose_factor")};
  }
  if (stated_dose(point, "radiation_w_m2", "heat") >= pack.lethal_radiation_w_m2) {
    return answer_of_threshold(true, fmt::format("death at and above {} W/m2", pack.lethal_radiation_w_m2),
                               fmt::format("热辐射不低于 {} W/m2 即死亡", pack.lethal_radiation_w_m2));
  }
  if (!(probit.b > 0.0)) throw no_rule(input, "heat");
  return answer_of_form(input, point, "heat", probit, answer);
}

/// The overpressure with a probability of death for the impulse that the dose has; nullopt: none up to a GPa.
std::optional<double> deadly_pa(const HarmPack& pack, double probability, double impulse_pa_s) {
  constexpr double kLowest_pa = 1.0;
  constexpr double kHighest_pa = 1e9;
  const auto excess = [&](double log_pa) {
    return outdoor_blast_death(pack, std::exp(log_pa), impulse_pa_s) - probability;
  };
  if (excess(std::log(kLowest_pa)) > 0.0 || excess(std::log(kHighest_pa)) < 0.0) return std::nullopt;
  return std::exp(brent(excess, std::log(kLowest_pa), std::log(kHighest_pa)));
}

PointAnswer blast_death_answer(const ModelInput& input, const Parameters& point, ModelAnswer& answer) {
  const HarmPack& pack = *input.harm;
  if (states_constants(input.settings)) {
    const OverpressureProbit stated{input.settings.number("a"), input.settings.number("b")};
    return answer_of_form(input, point, "overpressure", stated, answer);
  }
  if (!pack.knows_blast_death()) throw no_rule(input, "overpressure");
  PhysicalDose dose{.overpressure_pa = stated_dose(point, "overpressure_pa", "overpressure")};
  if (pack.blast_death.empty()) {
    const double lethal = pack.lethal_overpressure_pa;
    return answer_of_threshold(dose.overpressure_pa >= lethal,
                               fmt::format("outdoors: death at and above {} Pa, none below", lethal),
                               fmt::format("室外: 超压不低于 {} Pa 死亡, 低于则不死亡", lethal));
  }
  if (pack.blast_death_needs_impulse()) dose.impulse_pa_s = stated_dose(point, "impulse_pa_s", "overpressure");
  dose = on_body(dose, *posture_from(input.settings.text("posture")));
  PointAnswer result = answer_of_probability(outdoor_blast_death(pack, dose.overpressure_pa, dose.impulse_pa_s));
  if (const std::optional<double> wanted = input.settings.optional_number("level_probability")) {
    result.values.emplace_back("level_pa", deadly_pa(pack, *wanted, dose.impulse_pa_s));
  }
  return result;
}

/// One of the set's own functions, whose constants a case may not change.
PointAnswer effect_answer(const ModelInput& input, const Parameters& point, const std::string& id,
                          ModelAnswer& answer) {
  const DoseResponse* effect = input.harm->effect(id);
  if (effect == nullptr) throw no_rule(input, id);
  for (const char* option : {"a", "b", "n"}) {
    if (!input.settings.has(option)) continue;
    throw ModelError("unused_key", {fmt::format("effect '{}' has the constants of its set, not '{}'", id, option),
                                    fmt::format("effect '{}' 采用准则包的常数, 不接受 '{}'", id, option)});
  }
  return answer_of_form(input, point, id, effect->form, answer);
}

}  // namespace

double stated_dose(const Parameters& point, const std::string& name, const std::string& effect) {
  const std::optional<double> value = point.optional_number(name);
  if (value) return *value;
  throw ModelError("missing_key", {fmt::format("effect '{}' needs '{}' at every point", effect, name),
                                   fmt::format("effect '{}' 要求每个点都给出 '{}'", effect, name)});
}

double capped_exposure_s(double exposure_s, double cap_s, ModelAnswer& answer) {
  if (exposure_s > cap_s) answer.warn("exposure_capped");
  return std::min(exposure_s, cap_s);
}

PointAnswer answer_of_probit(double probit) {
  const double probability = probability_of(probit);
  if (std::isfinite(probit)) return {{{"probit", probit}, {"probability", probability}}, {}};
  return {{{"probit", std::nullopt}, {"probability", probability}},
          Reason{"no_dose", {"a dose of nothing has no probit", "剂量为零, 无概率单位值"}}};
}

PointAnswer probit_answer(const ModelInput& input, const Parameters& point, ModelAnswer& answer) {
  const std::string& effect = input.settings.text("effect");
  if (effect == "toxic") return toxic_answer(input, point, answer);
  if (effect == "heat") return heat_answer(input, point, answer);
  if (effect == "overpressure") return blast_death_answer(input, point, answer);
  return effect_answer(input, point, effect, answer);
}

}  // namespace sise
