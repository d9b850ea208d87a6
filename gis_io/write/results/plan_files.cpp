#include "gis_io/write/results/plan_files.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/results/decisions_json.hpp"
#include "gis_io/write/tables/table_columns.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

constexpr std::array<Verdict, 4> kVerdicts{Verdict::allow, Verdict::conditional, Verdict::veto, Verdict::undecided};

const LandUseNote& note_of(const Proposal& parcel) {
  static const LandUseNote kNone;
  return parcel.land_use ? *parcel.land_use : kNone;
}

/// The check that decides, where it has a value and a limit.
PropertyValue number_of(const Decision& decision, double ReviewCheck::*member) {
  return decision.checks.empty() ? PropertyValue() : PropertyValue(decision.checks.front().*member);
}

/// What layer and table tell of a parcel, in one order.
PropertyObject properties_of(const Proposal& parcel, const Decision& decision) {
  const LandUseNote& use = note_of(parcel);
  const ReviewCheck* first = decision.checks.empty() ? nullptr : &decision.checks.front();
  const auto label = decision.target_class ? label_of(*decision.target_class) : Text{};
  return {
      {"id", decision.id},
      {"name", parcel.name()},
      {"land_use_code", use.code},
      {"land_use_name", use.name},
      {"land_use", land_use_label(parcel)},
      {"scheme", or_null(use.scheme)},
      {"class", decision.target_class ? PropertyValue(std::string(name_of(*decision.target_class))) : PropertyValue()},
      {"class_zh", or_null(label.zh)},
      {"class_assumed", parcel.open_class.has_value()},
      {"assumed_density", use.assumed_density},
      {"people", parcel.target.people ? PropertyValue(*parcel.target.people) : PropertyValue()},
      {"area_m2", area_m2(parcel.geometry())},
      {"verdict", std::string(name_of(decision.verdict))},
      {"verdict_zh", label_of(decision.verdict).zh},
      {"if_confirmed", std::string(name_of(decision.if_confirmed))},
      {"governing_rule", first == nullptr ? PropertyValue() : PropertyValue(first->rule_id)},
      {"governing_unit", first == nullptr ? PropertyValue() : or_null(first->governing_unit)},
      {"value", number_of(decision, &ReviewCheck::value)},
      {"limit", number_of(decision, &ReviewCheck::limit)},
      {"reason_zh", decision.reasons.front().zh},
      {"reason_en", decision.reasons.front().en}};
}

PropertyObject counts(const VerdictCount& count) {
  PropertyObject object;
  for (const Verdict verdict : kVerdicts)
    object.push_back({std::string(name_of(verdict)), static_cast<std::int64_t>(count.of(verdict))});
  object.push_back({"parcels", static_cast<std::int64_t>(count.all())});
  PropertyObject areas;
  for (const Verdict verdict : kVerdicts)
    areas.push_back({std::string(name_of(verdict)), count.area_m2.at(static_cast<std::size_t>(verdict))});
  object.push_back({"area_m2", areas});
  return object;
}

PropertyList table_of(const PlanTable& table) {
  PropertyList rows;
  for (const PlanRow& row : table.rows) {
    PropertyObject object{{"land_use", row.land_use}};
    for (Property& property : counts(row.count)) object.push_back(std::move(property));
    rows.emplace_back(object);
  }
  return rows;
}

/// Parcels whose code was not understood, by what they say.
PropertyList unknown_codes(const ReviewedPlan& plan) {
  const std::set<std::string> codes{"unknown_land_use", "ambiguous_code_scheme", "code_contradicts_name",
                                    "missing_land_use"};
  std::map<std::pair<std::string, std::string>, PropertyList> found;
  for (const Proposal& parcel : plan.parcels) {
    for (const Diagnostic& fault : parcel.faults) {
      if (codes.contains(fault.code)) found[{fault.code, land_use_label(parcel)}].emplace_back(parcel.id());
    }
  }
  PropertyList list;
  for (const auto& [key, ids] : found)
    list.emplace_back(PropertyObject{{"problem", key.first}, {"land_use", key.second}, {"parcels", ids}});
  return list;
}

PropertyList assumed(const ReviewedPlan& plan) {
  PropertyList ids;
  for (const Proposal& parcel : plan.parcels) {
    if (note_of(parcel).assumed_density) ids.emplace_back(parcel.id());
  }
  return ids;
}

PropertyList plan_list(const std::vector<std::string>& texts) {
  PropertyList list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

PropertyObject differences(const VerdictCount& before, const VerdictCount& after) {
  PropertyObject object;
  for (const Verdict verdict : kVerdicts) {
    object.push_back({std::string(name_of(verdict)),
                      static_cast<std::int64_t>(after.of(verdict)) - static_cast<std::int64_t>(before.of(verdict))});
  }
  return object;
}

}  // namespace

std::vector<Feature> parcel_features(const ReviewedPlan& plan, const ClassScheme& verdicts) {
  std::vector<Feature> features;
  for (std::size_t i = 0; i < plan.parcels.size(); ++i) {
    const Decision& decision = plan.decisions[i];
    const SchemeClass* colour = verdicts.by_id(name_of(decision.verdict));
    Feature feature{plan.parcels[i].geometry(), properties_of(plan.parcels[i], decision)};
    feature.properties.push_back({"code", colour == nullptr ? 0 : colour->code});
    feature.properties.push_back({"colour", hex_colour(colour == nullptr ? verdicts.no_answer_rgb : colour->rgb)});
    features.push_back(std::move(feature));
  }
  return features;
}

void write_parcels_csv(const std::filesystem::path& path, const ReviewedPlan& plan) {
  std::vector<std::string> header;
  Decision none;
  none.reasons.emplace_back();
  for (const Property& property : properties_of({}, none)) header.push_back(property.name);
  CsvWriter csv(path, header, ByteOrderMark::for_excel);
  for (std::size_t i = 0; i < plan.parcels.size(); ++i) {
    std::vector<PropertyValue> row;
    for (Property& property : properties_of(plan.parcels[i], plan.decisions[i]))
      row.push_back(std::move(property.value));
    csv.add(row);
  }
  csv.finish();
}

PropertyObject plan_summary(const ReviewedPlan& plan, const Text& scheme_how) {
  const PlanTable table = plan_table(plan.parcels, plan.decisions);
  return {{"scheme", both(scheme_how)},
          {"total", counts(table.total)},
          {"by_land_use", table_of(table)},
          {"not_understood", unknown_codes(plan)},
          {"assumed_density", assumed(plan)}};
}

PropertyObject comparison_summary(const ReviewedPlan& before, const ReviewedPlan& after) {
  const PlanComparison comparison = compare_plans(before, after);
  PropertyList changes;
  for (const PlanChange& change : comparison.changes) {
    changes.emplace_back(PropertyObject{{"id", change.id},
                                        {"land_use", change.use_before},
                                        {"land_use_against", change.use_after},
                                        {"verdict", std::string(name_of(change.before))},
                                        {"verdict_against", std::string(name_of(change.after))}});
  }
  const VerdictCount a = plan_table(before.parcels, before.decisions).total;
  const VerdictCount b = plan_table(after.parcels, after.decisions).total;
  return {{"difference", differences(a, b)},
          {"changes", changes},
          {"only_in_plan", plan_list(comparison.only_before)},
          {"only_in_against", plan_list(comparison.only_after)}};
}

PropertyList relocation_summary(const std::vector<RelocationGain>& gains) {
  PropertyList list;
  for (const RelocationGain& gain : gains) {
    list.emplace_back(PropertyObject{{"enterprise", gain.enterprise},
                                     {"parcels_freed", static_cast<std::int64_t>(gain.freed)},
                                     {"parcels_allowed", static_cast<std::int64_t>(gain.allowed)},
                                     {"people", gain.people},
                                     {"area_m2", gain.area_m2},
                                     {"parcels", plan_list(gain.ids)}});
  }
  return list;
}

}  // namespace sise
