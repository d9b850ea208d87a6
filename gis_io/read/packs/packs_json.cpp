#include "gis_io/read/packs/packs_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis_io/read/text/text_json.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

Json limit_json(const Limit& limit) {
  return {{"value", limit.value}, {"source", limit.source}, {"confidence", name_of(limit.confidence)}};
}

Json table_json(const LimitTable& table) {
  Json limits = Json::object();
  for (std::size_t i = 0; i < table.by_class.size(); ++i) {
    limits[std::string(name_of(static_cast<TargetClass>(i)))] = limit_json(table.by_class.at(i));
  }
  return {{"rule_id", table.rule_id},
          {"title", text_json<Json>(table.title)},
          {"clause", text_json<Json>(table.clause)},
          {"quantity", table.quantity},
          {"unit", table.unit},
          {"limits", limits}};
}

Json societal_json(const SocietalCriterion& c) {
  return {{"rule_id", c.rule_id},
          {"title", text_json<Json>(c.title)},
          {"slope", c.slope},
          {"upper_at_one", limit_json(c.upper_at_one)},
          {"lower_at_one", limit_json(c.lower_at_one)},
          {"largest_n", limit_json(c.largest_n)}};
}

Json scope_json(const RulePack& pack) {
  Json exclusions = Json::array();
  for (const Exclusion& e : pack.exclusions) {
    exclusions.push_back({{"kind", name_of(e.kind)},
                          {"sectors", e.sectors},
                          {"governed_by", e.governed_by},
                          {"reason", text_json<Json>(e.reason)},
                          {"source", e.source},
                          {"confidence", name_of(e.confidence)}});
  }
  return {{"rule_id", pack.scope_rule_id}, {"exclusions", exclusions}};
}

Json measure_json(const OccupancyMeasure& m) {
  Json json{{"quantity", m.quantity}};
  if (m.class_1_from) json["class_1_from"] = *m.class_1_from;
  if (m.class_2_from) json["class_2_from"] = *m.class_2_from;
  json["source"] = m.source;
  json["confidence"] = name_of(m.confidence);
  return json;
}

Json occupancy_json(const OccupancyTable& table) {
  Json uses = Json::array();
  for (const OccupancyUse& use : table.uses) {
    Json json{{"id", use.id}, {"title", text_json<Json>(use.title)}, {"names", use.names}};
    if (use.always) json["class"] = name_of(*use.always);
    if (use.no_target) json["no_target"] = true;
    json["source"] = use.source;
    json["confidence"] = name_of(use.confidence);
    Json measures = Json::array();
    for (const OccupancyMeasure& m : use.measures) measures.push_back(measure_json(m));
    if (!measures.empty()) json["measures"] = measures;
    uses.push_back(std::move(json));
  }
  return {
      {"rule_id", table.rule_id}, {"source", table.source}, {"confidence", name_of(table.confidence)}, {"uses", uses}};
}

/// An infinite bound is null: JSON has no infinity.
Json bound_json(double bound) { return std::isfinite(bound) ? Json(bound) : Json(nullptr); }

}  // namespace

std::string rule_pack_json(const RulePack& pack, const std::vector<std::string>& only) {
  Json rules = Json::array();
  const auto add = [&](const std::string& id, Json json) {
    if (only.empty() || std::find(only.begin(), only.end(), id) != only.end()) rules.push_back(std::move(json));
  };
  add(pack.individual_risk_existing.rule_id, table_json(pack.individual_risk_existing));
  add(pack.individual_risk_new.rule_id, table_json(pack.individual_risk_new));
  Json overpressure = table_json(pack.overpressure);
  overpressure["curve"] = {{"id", pack.blast_curve},
                           {"source", pack.blast_curve_source},
                           {"confidence", name_of(pack.blast_curve_confidence)}};
  add(pack.overpressure.rule_id, std::move(overpressure));
  add(pack.societal_risk.rule_id, societal_json(pack.societal_risk));
  add(pack.scope_rule_id, scope_json(pack));
  add(pack.occupancy.rule_id, occupancy_json(pack.occupancy));
  return Json{{"id", pack.id}, {"title", text_json<Json>(pack.title)}, {"rules", rules}}.dump(2) + "\n";
}

std::string class_scheme_json(const ClassScheme& scheme) {
  Json classes = Json::array();
  for (const SchemeClass& c : scheme.classes) {
    classes.push_back({{"id", c.id},
                       {"code", c.code},
                       {"above", bound_json(c.lower)},
                       {"at_most", bound_json(c.upper)},
                       {"label", text_json<Json>(c.label)},
                       {"colour", hex_colour(c.rgb)}});
  }
  Json json{{"id", scheme.id},
            {"title", text_json<Json>(scheme.title)},
            {"quantity", scheme.quantity},
            {"unit", scheme.unit},
            {"source", scheme.source},
            {"confidence", name_of(scheme.confidence)},
            {"classes", classes},
            {"no_answer",
             {{"label", text_json<Json>(scheme.no_answer_label)}, {"colour", hex_colour(scheme.no_answer_rgb)}}}};
  if (scheme.outside) {
    json["outside"] = {{"label", text_json<Json>(scheme.outside->label)}, {"colour", hex_colour(scheme.outside->rgb)}};
  }
  return json.dump(2) + "\n";
}

std::string release_duration_json(const ReleaseDurationRule& rule) {
  Json json{{"id", rule.id},
            {"title", text_json<Json>(rule.title)},
            {"source", rule.source},
            {"confidence", name_of(rule.confidence)}};
  if (rule.longest_s) json["longest_s"] = *rule.longest_s;
  if (rule.isolated_s) json["isolated_s"] = *rule.isolated_s;
  if (rule.not_isolated_s) json["not_isolated_s"] = *rule.not_isolated_s;
  return json.dump(2) + "\n";
}

std::string built_in_json() {
  Json rules = Json::array();
  for (const std::string& id : rule_pack_ids()) {
    for (const std::string& rule : rule_pack(id).rule_ids()) rules.push_back(rule);
  }
  const Json json{{"rule_packs", rule_pack_ids()},
                  {"rules", rules},
                  {"harm_packs", harm_pack_ids()},
                  {"damage_tables", damage_table_ids()},
                  {"leak_durations", release_duration_rule_ids()},
                  {"class_schemes", class_scheme_ids()}};
  return json.dump(2) + "\n";
}

}  // namespace sise
