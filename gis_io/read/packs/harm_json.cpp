#include <cmath>
#include <nlohmann/json.hpp>

#include "gis_io/read/packs/packs_json.hpp"
#include "gis_io/read/text/text_json.hpp"
#include "models/harm/formula.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

/// A rule that the pack does not have is null.
Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json effect_json(const DoseResponse& effect) {
  return {{"id", effect.id},
          {"title", text_json<Json>(effect.title)},
          {"form", form_name(effect.form)},
          {"formula", formula_text(effect.form)},
          {"source", effect.source},
          {"confidence", name_of(effect.confidence)}};
}

}  // namespace

std::string harm_pack_json(const HarmPack& pack) {
  const bool thermal = pack.thermal_probit_b > 0.0;
  Json json{{"id", pack.id},
            {"title", text_json<Json>(pack.title)},
            {"source", pack.source},
            {"confidence", name_of(pack.confidence)},
            {"toxic", name_of(pack.toxic_basis)},
            {"toxic_exposure_cap_s", number_or_null(pack.toxic_exposure_cap_s)},
            {"lethal_overpressure_pa", number_or_null(pack.lethal_overpressure_pa)},
            {"blast_death", pack.blast_death},
            {"thermal_exposure_cap_s", number_or_null(pack.thermal_exposure_cap_s)},
            {"lethal_radiation_w_m2", number_or_null(pack.lethal_radiation_w_m2)},
            {"thermal_probit_a", thermal ? Json(pack.thermal_probit_a) : Json(nullptr)},
            {"thermal_probit_b", thermal ? Json(pack.thermal_probit_b) : Json(nullptr)},
            {"transport_wind_min_height_m", pack.transport_wind_min_height_m},
            {"min_probability", pack.min_probability}};
  if (pack.toxic_basis == ToxicBasis::toxic_load) {
    json["slot_probability"] = pack.slot_probability;
    json["slod_probability"] = pack.slod_probability;
  }
  json["effects"] = Json::array();
  for (const DoseResponse& effect : pack.effects) json["effects"].push_back(effect_json(effect));
  return json.dump(2) + "\n";
}

std::string damage_table_json(const DamageTable& table) {
  Json levels = Json::array();
  for (const DamageLevel& level : table.levels) {
    levels.push_back(
        {{"value", level.value}, {"effect", text_json<Json>(level.effect)}, {"confidence", name_of(level.confidence)}});
  }
  const Json json{{"id", table.id},
                  {"title", text_json<Json>(table.title)},
                  {"quantity", table.quantity},
                  {"unit", table.unit},
                  {"source", table.source},
                  {"levels", levels}};
  return json.dump(2) + "\n";
}

}  // namespace sise
