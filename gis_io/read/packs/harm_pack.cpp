#include <algorithm>
#include <cmath>

#include "gis_io/read/packs/harm_effects.hpp"
#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

double cap_or_none(ConfigReader& reader, std::string_view key) {
  return reader.number(key, number_rule::kPositive).value_or(HarmPack::kNone);
}

/// One of the pack's own functions, by id; reports one that it does not have.
const DoseResponse* named_effect(ConfigReader& reader, std::string_view key, const std::string& id,
                                 const HarmPack& pack) {
  const DoseResponse* effect = pack.effect(id);
  if (effect != nullptr) return effect;
  std::vector<std::string> known;
  known.reserve(pack.effects.size());
  for (const DoseResponse& each : pack.effects) known.push_back(each.id);
  reader.problems().error("unknown_effect",
                          {"the pack has no effect '" + id + "'", "本准则包没有名为 '" + id + "' 的函数"},
                          reader.where(key), did_you_mean(id, known));
  return nullptr;
}

void read_poison(ConfigReader& reader, HarmPack& pack) {
  pack.toxic_basis =
      reader.choice<ToxicBasis>("toxic", {"none", "probit_mg_m3", "probit_ppm", "toxic_load"}, toxic_basis_from)
          .value_or(ToxicBasis::probit_mg_m3);
  pack.toxic_exposure_cap_s = cap_or_none(reader, "toxic_exposure_cap_s");
  if (pack.toxic_basis != ToxicBasis::toxic_load) return;
  constexpr NumberRule kBetween{.at_least = {}, .above = 0.0, .at_most = 1.0 - 1e-9};
  pack.slot_probability = required_number(reader, "slot_probability", kBetween);
  pack.slod_probability = required_number(reader, "slod_probability", kBetween);
  if (pack.slod_probability <= pack.slot_probability) {
    reader.problems().error(
        "out_of_range", {"slod_probability must be above slot_probability", "slod_probability 应大于 slot_probability"},
        reader.where("slod_probability"));
  }
}

/// Constants of the pack's own, or one of its effects.
void read_heat_death(ConfigReader& reader, HarmPack& pack) {
  pack.thermal_exposure_cap_s = cap_or_none(reader, "thermal_exposure_cap_s");
  pack.lethal_radiation_w_m2 = cap_or_none(reader, "lethal_radiation_w_m2");
  const std::string given = reader.exactly_one({"thermal_probit_a", "heat_death"}, Need::required);
  if (given == "thermal_probit_a") {
    pack.thermal_probit_a = required_number(reader, "thermal_probit_a");
    pack.thermal_probit_b = required_number(reader, "thermal_probit_b", number_rule::kPositive);
    return;
  }
  const std::optional<std::string> id = reader.text("heat_death");
  const DoseResponse* effect = id ? named_effect(reader, "heat_death", *id, pack) : nullptr;
  if (effect == nullptr) return;
  if (const auto* probit = std::get_if<ThermalProbit>(&effect->form)) {
    pack.thermal_probit_a = probit->a + probit->b * std::log(probit->dose_factor);
    pack.thermal_probit_b = probit->b;
    return;
  }
  reader.problems().error("wrong_form", {"'" + *id + "' is no function of heat", "'" + *id + "' 不是热辐射函数"},
                          reader.where("heat_death"));
}

void read_blast_death(ConfigReader& reader, HarmPack& pack) {
  pack.lethal_overpressure_pa = cap_or_none(reader, "lethal_overpressure_pa");
  for (const std::string& id : read_texts(reader, "blast_death", Need::optional)) {
    const DoseResponse* effect = named_effect(reader, "blast_death", id, pack);
    if (effect == nullptr) continue;
    if (kind_of(effect->form) == DoseKind::radiation) {
      reader.problems().error("wrong_form", {"'" + id + "' is no function of blast", "'" + id + "' 不是超压函数"},
                              reader.where("blast_death"));
    }
    pack.blast_death.push_back(id);
  }
  if (!pack.blast_death.empty() && pack.lethal_overpressure_pa < HarmPack::kNone) {
    reader.problems().error("two_rules",
                            {"'lethal_overpressure_pa' and 'blast_death' answer the same question; give one of them",
                             "'lethal_overpressure_pa' 与 'blast_death' 含义重复, 只能给出一个"},
                            reader.where("blast_death"));
  }
}

void refuse_doubled_effects(const HarmPack& pack, const Location& where, Problems& problems) {
  for (std::size_t i = 0; i < pack.effects.size(); ++i) {
    const std::string& id = pack.effects[i].id;
    if (id.empty() || pack.effect(id) == &pack.effects[i]) continue;
    problems.error("doubled_value", {"effect '" + id + "' stands twice", "函数 '" + id + "' 重复"}, where);
  }
}

}  // namespace

HarmPack harm_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("harm", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  HarmPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.confidence = read_confidence(reader);
  pack.effects = read_effects(reader);
  refuse_doubled_effects(pack, reader.where("effects"), problems);
  read_poison(reader, pack);
  read_heat_death(reader, pack);
  read_blast_death(reader, pack);
  pack.transport_wind_min_height_m =
      reader.number("transport_wind_min_height_m", number_rule::kNotNegative).value_or(0.0);
  // The plumes take the wind at the release height, but never below this; a pack that wants another is not computed.
  constexpr double kHeeded_m = 10.0;
  if (pack.transport_wind_min_height_m != 0.0 && pack.transport_wind_min_height_m != kHeeded_m) {
    reader.problems().error("not_heeded",
                            {"the models take the wind at the release height, at least 10 m high, and at no other",
                             "模型取释放高度处且不低于 10 m 的风速, 不支持其他高度"},
                            reader.where("transport_wind_min_height_m"), {"Give 10 or leave it out", "请写 10 或删去"});
  }
  pack.min_probability = reader.number("min_probability", number_rule::kFraction).value_or(0.0);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

std::vector<std::string> harm_pack_ids() { return pack_ids("harm"); }

}  // namespace sise
