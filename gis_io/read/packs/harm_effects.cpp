#include "gis_io/read/packs/harm_effects.hpp"

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "gis_io/read/packs/pack_source.hpp"
#include "models/harm/probit.hpp"

namespace sise {
namespace {

using Unit = std::pair<std::string_view, double>;

constexpr std::array<Unit, 2> kRadiationUnits{{{"W/m2", 1.0}, {"kW/m2", 1e3}}};
constexpr std::array<Unit, 3> kPressureUnits{{{"Pa", 1.0}, {"bar", 1e5}, {"psi", 6894.757293168}}};

/// How many SI units the unit is for which the constants are printed. It must be said: -14.9 and -36.38 look alike.
template <std::size_t N>
double printed_unit(ConfigReader& reader, const std::array<Unit, N>& units) {
  std::vector<std::string> names;
  names.reserve(units.size());
  for (const Unit& unit : units) names.emplace_back(unit.first);
  const std::string name = reader.choice("per", names, Need::required).value_or(names.front());
  for (const Unit& unit : units) {
    if (unit.first == name) return unit.second;
  }
  return 1.0;
}

struct DoseLevel {
  double dose = 0.0;
  double probability = 0.0;
};

DoseLevel read_level(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  const DoseLevel level{required_positive(reader, "dose"),
                        required_number(reader, "probability", {.above = 0.0, .at_most = 1.0 - 1e-9})};
  reader.finish();
  return level;
}

/// Two doses with their probabilities instead of a and b: the line through both.
void read_levels(const ConfigNode& list, ThermalProbit& probit, Problems& problems) {
  std::vector<DoseLevel> levels;
  levels.reserve(list.items.size());
  for (const ConfigNode& item : list.items) levels.push_back(read_level(item, problems));
  if (levels.size() != 2 || !(levels[1].dose > levels[0].dose) || !(levels[1].probability > levels[0].probability)) {
    problems.error(
        "bad_levels",
        {"'levels' are two doses with their probabilities, both rising", "'levels' 应为两个剂量及其概率, 且均递增"},
        list.where);
    return;
  }
  const double low = probit_of_probability(levels[0].probability);
  const double high = probit_of_probability(levels[1].probability);
  probit.b = (high - low) / std::log(levels[1].dose / levels[0].dose);
  probit.a = high - probit.b * std::log(levels[1].dose);
}

ThermalProbit read_heat(ConfigReader& reader) {
  ThermalProbit probit;
  const double watts = printed_unit(reader, kRadiationUnits);
  probit.dose_factor = reader.number("dose_factor", {.above = 0.0, .at_most = 1.0}).value_or(1.0);
  if (const ConfigNode* levels = reader.array("levels")) {
    read_levels(*levels, probit, reader.problems());
  } else {
    probit.a = required_number(reader, "a");
    probit.b = required_positive(reader, "b");
  }
  probit.a -= probit.b * 4.0 / 3.0 * std::log(watts);
  return probit;
}

OverpressureProbit read_overpressure(ConfigReader& reader) {
  const double pascals = printed_unit(reader, kPressureUnits);
  OverpressureProbit probit{required_number(reader, "a"), required_positive(reader, "b")};
  probit.a -= probit.b * std::log(pascals);
  return probit;
}

ProbitForm read_form(ConfigReader& reader) {
  const std::vector<std::string> forms{"heat", "overpressure", "impulse", "body", "lung", "structure"};
  const std::string form = reader.choice("form", forms, Need::required).value_or("");
  if (form == "heat") return read_heat(reader);
  if (form == "overpressure") return read_overpressure(reader);
  if (form == "impulse") return ImpulseProbit{required_number(reader, "a"), required_positive(reader, "b")};
  if (form == "body") {
    return BodyProbit{required_positive(reader, "slope"), required_positive(reader, "pressure_pa"),
                      required_positive(reader, "pressure_impulse_pa2_s")};
  }
  if (form == "lung") {
    return LungProbit{required_positive(reader, "slope"), required_positive(reader, "pressure_ratio"),
                      required_positive(reader, "impulse_ratio")};
  }
  return StructureProbit{required_positive(reader, "slope"), required_positive(reader, "pressure_pa"),
                         required_positive(reader, "pressure_exponent"), required_positive(reader, "impulse_pa_s"),
                         required_positive(reader, "impulse_exponent")};
}

DoseResponse read_effect(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  DoseResponse effect;
  const std::vector<std::string> ids(kEffectIds.begin(), kEffectIds.end());
  effect.id = reader.choice("id", ids, Need::required).value_or("");
  effect.title = read_label(reader, "title");
  effect.form = read_form(reader);
  effect.source = required_text(reader, "source");
  effect.confidence = read_confidence(reader);
  reader.finish();
  return effect;
}

}  // namespace

std::vector<DoseResponse> read_effects(ConfigReader& pack) {
  std::vector<DoseResponse> effects;
  const ConfigNode* list = pack.array("effects");
  if (list == nullptr) return effects;
  for (const ConfigNode& item : list->items) effects.push_back(read_effect(item, pack.problems()));
  return effects;
}

}  // namespace sise
