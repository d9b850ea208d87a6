#include "gis_io/write/results/decisions_json.hpp"

#include <cstddef>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

PropertyList json_list(const std::vector<std::string>& texts) {
  PropertyList list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

PropertyList json_list(const Chain& chain) {
  PropertyList list;
  for (const Link& link : chain) {
    PropertyObject object = json_of(link);
    object.push_back({"confirmed", link.confirmed});
    object.push_back({"holds_in_range", link.range == LinkRange::holds});
    list.emplace_back(std::move(object));
  }
  return list;
}

PropertyObject object_of(const ReviewCheck& check) {
  PropertyList contributors;
  for (const Contributor& c : check.contributors)
    contributors.emplace_back(PropertyObject{{"unit_id", c.unit_id}, {"share", c.share}});
  return {{"rule_id", check.rule_id},
          {"rule", both(check.rule)},
          {"clause", both(check.clause)},
          {"source", check.source},
          {"confidence", std::string(name_of(check.confidence()))},
          {"confirmed", check.confirmed()},
          {"rests_on", json_list(check.rests_on)},
          {"subject", check.subject},
          {"quantity", check.quantity},
          {"unit", check.unit},
          {"value", check.value},
          {"limit", check.limit},
          {"margin", check.margin},
          {"at_least", check.at_least},
          {"passed", check.passed},
          {"partly", check.partly},
          {"assumed_class", check.assumed_class},
          {"settles", check.settles.en.empty() ? PropertyValue() : PropertyValue(both(check.settles))},
          {"informative", check.informative},
          {"governing_unit", check.governing_unit.empty() ? PropertyValue() : PropertyValue(check.governing_unit)},
          {"contributors", contributors},
          {"low", check.low},
          {"warnings", json_list(check.codes)},
          {"bracket", check.bracket},
          {"least", check.least},
          {"most", check.most},
          {"text", both(check.text)}};
}

PropertyObject reasons_of(const Decision& decision) {
  PropertyList zh;
  PropertyList en;
  for (const Text& reason : decision.reasons) {
    zh.emplace_back(reason.zh);
    en.emplace_back(reason.en);
  }
  return {{"zh", zh}, {"en", en}};
}

/// Of a development: its class, how it came to it, and how sure that is. Nulls for units and what is no target.
void add_class(PropertyObject& object, const Decision& decision) {
  const ClassBasis& basis = decision.class_basis;
  const bool known = !basis.how.en.empty();
  object.push_back(
      {"class", decision.target_class ? PropertyValue(std::string(name_of(*decision.target_class))) : PropertyValue()});
  object.push_back({"class_basis", known ? PropertyValue(both(basis.how)) : PropertyValue()});
  object.push_back({"class_rule_id", basis.rule_id.empty() ? PropertyValue() : PropertyValue(basis.rule_id)});
  object.push_back({"class_source", basis.source.empty() ? PropertyValue() : PropertyValue(basis.source)});
  object.push_back(
      {"class_confidence", known ? PropertyValue(std::string(name_of(basis.confidence))) : PropertyValue()});
}

std::string rule_name(GoverningRule rule) {
  switch (rule) {
    case GoverningRule::individual_risk:
      return "individual_risk";
    case GoverningRule::overpressure:
      return "overpressure";
    case GoverningRule::incomplete_data:
      return "incomplete_data";
    case GoverningRule::none:
      break;
  }
  return "none";
}

PropertyValue map_of(const Decision& decision, const ClassScheme& colours) {
  if (!decision.map) return {};
  const int code = static_cast<int>(decision.map->colour.code);
  const SchemeClass* shown = colours.by_code(code);
  return PropertyObject{{"class", shown == nullptr ? std::string("no_answer") : shown->id},
                        {"code", code},
                        {"governing_rule", rule_name(decision.map->colour.rule)},
                        {"risk_per_year", decision.map->risk_per_year},
                        {"risk_new_per_year", decision.map->risk_new_per_year}};
}

PropertyList json_list(const std::vector<Remedy>& remedies) {
  const auto or_null = [](double value) { return value > 0.0 ? PropertyValue(value) : PropertyValue(); };
  PropertyList list;
  for (const Remedy& r : remedies) {
    const bool move = r.kind == Remedy::Kind::move;
    list.emplace_back(PropertyObject{{"kind", std::string(name_of(r.kind))},
                                     {"metres", or_null(r.metres)},
                                     {"bearing_deg", move ? PropertyValue(r.bearing_deg) : PropertyValue()},
                                     {"unit_id", r.unit_id.empty() ? PropertyValue() : PropertyValue(r.unit_id)},
                                     {"case_id", r.case_id.empty() ? PropertyValue() : PropertyValue(r.case_id)},
                                     {"share", or_null(r.share)},
                                     {"inventory_t", or_null(r.inventory_t)},
                                     {"verdict", std::string(name_of(r.verdict))},
                                     {"proven", true},
                                     {"text", both(r.text)}});
  }
  return list;
}

PropertyObject advice_of(const AdviceBeside& advice) {
  return {{"scheme", "padhi"},
          {"type", advice.type},
          {"type_title", both(advice.type_title)},
          {"level", advice.level},
          {"level_by", advice.by},
          {"zone", std::string(name_of(advice.zone))},
          {"advice", std::string(code_of(advice.advice))},
          {"text", both(label_of(advice.advice))}};
}

PropertyObject land_use_of(const LandUseNote& note) {
  return {{"code", note.code},
          {"name", note.name},
          {"scheme", note.scheme},
          {"meaning", note.meaning},
          {"assumed_density", note.assumed_density}};
}

PropertyObject object_of(const Proposal& proposal, const Decision& decision, const ClassScheme& colours,
                         const std::vector<Remedy>& remedies) {
  PropertyList checks;
  for (const ReviewCheck& check : decision.checks) checks.emplace_back(object_of(check));
  PropertyObject object{{"id", decision.id},
                        {"verdict", std::string(name_of(decision.verdict))},
                        {"if_confirmed", std::string(name_of(decision.if_confirmed))},
                        {"verdict_zh", label_of(decision.verdict).zh}};
  add_class(object, decision);
  if (proposal.land_use) object.push_back({"land_use", land_use_of(*proposal.land_use)});
  object.push_back({"map", map_of(decision, colours)});
  object.push_back({"checks", checks});
  object.push_back({"unlisted_checks", PropertyObject{{"count", static_cast<std::int64_t>(decision.unlisted_checks)},
                                                      {"nearest_share_of_limit", decision.nearest_unlisted_share}}});
  object.push_back({"remedies", json_list(remedies)});
  object.push_back({"advice", decision.advice ? PropertyValue(advice_of(*decision.advice)) : PropertyValue()});
  object.push_back({"reasons", reasons_of(decision)});
  return object;
}

}  // namespace

PropertyObject json_of(const Link& link) {
  return {{"id", link.id},
          {"what", both(link.what)},
          {"source", link.source},
          {"confidence", std::string(name_of(link.confidence))}};
}

PropertyObject both(const Text& text) { return {{"zh", text.zh}, {"en", text.en}}; }

void write_decisions(const std::filesystem::path& path, const std::vector<Proposal>& proposals,
                     const std::vector<Decision>& decisions, const ClassScheme& colours,
                     const std::vector<std::vector<Remedy>>& remedies) {
  static const std::vector<Remedy> kNone;
  OutputFile file(path);
  file.write("[");
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    file.write(i == 0 ? "\n" : ",\n");
    file.write(to_json(
        PropertyValue(object_of(proposals[i], decisions[i], colours, i < remedies.size() ? remedies[i] : kNone))));
  }
  file.write("\n]\n");
  file.close();
}

}  // namespace sise
