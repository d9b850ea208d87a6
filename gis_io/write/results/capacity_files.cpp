#include "gis_io/write/results/capacity_files.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>

#include "core/criteria/readable.hpp"
#include "core/geometry/operations.hpp"
#include "gis_io/write/results/decisions_json.hpp"
#include "gis_io/write/tables/table_columns.hpp"

namespace sise {
namespace {

std::string_view name_of(RoomTerm term) {
  switch (term) {
    case RoomTerm::risk_existing:
      return "individual_risk_existing";
    case RoomTerm::risk_new:
      return "individual_risk_new";
    case RoomTerm::overpressure:
      return "overpressure";
    default:
      return "none";
  }
}

const LimitTable& rule_of(const RulePack& rules, RoomTerm term) {
  if (term == RoomTerm::risk_existing) return rules.individual_risk_existing;
  return term == RoomTerm::risk_new ? rules.individual_risk_new : rules.overpressure;
}

PropertyList ids_of(const Study& study, const std::vector<std::size_t>& units) {
  PropertyList list;
  for (const std::size_t i : units) list.emplace_back(study.units[i].id);
  return list;
}

PropertyList rests_on(const Chain& chain) {
  PropertyList list;
  for (const Link& link : chain) {
    list.emplace_back(PropertyObject{{"id", or_null(link.id)},
                                     {"what", both(link.what)},
                                     {"source", link.source},
                                     {"confidence", std::string(sise::name_of(link.confidence))},
                                     {"confirmed", link.confirmed}});
  }
  return list;
}

PropertyValue target_id(const Study& study, std::size_t target) { return study.targets[target].id; }

/// The binding term: what, where, by how much. `place` is in the grid's CRS.
PropertyValue term_of(const Study& study, const RoomBound& bound) {
  if (bound.term == RoomTerm::none) return {};
  const Target& target = study.targets[bound.target];
  const LimitTable& rule = rule_of(study.criteria.rules, bound.term);
  return PropertyObject{{"term", std::string(name_of(bound.term))},
                        {"rule_id", rule.rule_id},
                        {"clause", both(rule.clause)},
                        {"target_id", target.id},
                        {"target_name", or_null(target.name)},
                        {"target_class", std::string(sise::name_of(target.target_class))},
                        {"place", PropertyList{bound.place.x, bound.place.y}},
                        {"limit", bound.limit},
                        {"before", bound.before},
                        {"one_adds", bound.adds},
                        {"unit", rule.unit},
                        {"fits", bound.units}};
}

PropertyValue figure_of(const CapacityView& view, const ParkCapacity& park) {
  if (!park.figure) return {};
  const Study& study = view.assessment.study;
  const CapacityFigure& figure = *park.figure;
  const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  return PropertyObject{
      {"units", count(figure.units)},
      {"or_more", figure.or_more},
      {"existing_scale", count(figure.existing)},
      {"new_scale", count(figure.fresh)},
      {"place", PropertyList{figure.place.x, figure.place.y}},
      {"place_chosen", view.request.at ? "by the project" : "the cell with most room"},
      {"binding", term_of(study, figure.room.binding())},
      {"existing_binding", term_of(study, figure.room.existing)},
      {"new_binding", term_of(study, figure.room.fresh)},
      {"proven", figure.proven},
      {"one_more_breaks",
       figure.proof.broken_by ? PropertyValue(target_id(study, *figure.proof.broken_by)) : PropertyValue()},
      {"at_most_only", !park.units.incomplete.empty()},
      {"confidence", std::string(sise::name_of(joined(figure.rests_on)))},
      {"rests_on", rests_on(figure.rests_on)}};
}

PropertyValue inventory_of(const ParkCapacity& park) {
  constexpr double kKgPerT = 1000.0;
  if (!park.inventory) return {};
  const InventoryFigure& figure = *park.inventory;
  // Only what a second run confirms is told.
  const bool told = figure.proven && figure.inventory_kg > 0.0;
  return PropertyObject{{"largest_t", told ? PropertyValue(figure.inventory_kg / kKgPerT) : PropertyValue()},
                        {"or_more", figure.or_more},
                        {"proven", figure.proven}};
}

PropertyObject used_of(const Study& study, const UsedShare& used) {
  const bool any = used.term != RoomTerm::none;
  return {{"share", used.share},
          {"reserve", std::max(0.0, 1.0 - used.share)},
          {"term", std::string(name_of(used.term))},
          {"target_id", any ? target_id(study, used.target) : PropertyValue()},
          {"value", any ? PropertyValue(used.value) : PropertyValue()},
          {"limit", any ? PropertyValue(used.limit) : PropertyValue()}};
}

PropertyObject line_summary(const Study& study, const ControlLine& line) {
  PropertyList inside;
  for (const std::size_t t : line.targets) inside.emplace_back(study.targets[t].id);
  return {{"area_m2", line.area_m2},
          {"farthest_m", line.farthest_m},
          {"level_per_year", line.level_per_year},
          {"pressure_pa", line.pressure_pa},
          {"by_risk", line.by_risk},
          {"by_charge", line.by_charge},
          {"cell_m", line.field_cell_m},
          {"targets_inside", inside},
          {"confidence", std::string(sise::name_of(joined(line.rests_on)))},
          {"rests_on", rests_on(line.rests_on)}};
}

PropertyList parts_of(const CapacityView& view, const ParkCapacity& park, const ClassScheme& scheme) {
  PropertyList list;
  for (const ParkPart& part : park.parts) {
    const SchemeClass* one = scheme.by_code(part.code);
    list.emplace_back(PropertyObject{
        {"class", one->id},
        {"area_m2", part.area_m2},
        {"binding_target_id", part.binding < 0
                                  ? PropertyValue()
                                  : target_id(view.assessment.study, static_cast<std::size_t>(part.binding))}});
  }
  return list;
}

std::string name_of(const Park& park) { return park.name.empty() ? park.id : park.name; }

Text binding_words(const Study& study, const RoomBound& bound) {
  const Target& target = study.targets[bound.target];
  const LimitTable& rule = rule_of(study.criteria.rules, bound.term);
  const std::string name = target.name.empty() ? target.id : target.name;
  return {rule.title.en + " at '" + name + "'", "“" + name + "”处的" + rule.title.zh};
}

Text headline_of(const CapacityView& view, const Park& park, const ParkCapacity& one) {
  const Study& study = view.assessment.study;
  Text line;
  if (!one.figure) {
    line = {name_of(park) + ": the place asked for does not lie in it", name_of(park) + ":所指定的位置不在其内"};
  } else {
    const CapacityFigure& figure = *one.figure;
    const char* const more_en = figure.or_more ? " or more" : "";
    const char* const more_zh = figure.or_more ? " 个或更多" : " 个";
    const char* const most_en = one.units.incomplete.empty() ? "" : "at most ";
    const char* const most_zh = one.units.incomplete.empty() ? "" : "至多 ";
    line = {fmt::format("{}: room for {}{}{} further units like '{}'", name_of(park), most_en, figure.units, more_en,
                        view.request.type.unit.id),
            fmt::format("{}:可再设同类单元(“{}”){}{}{}", name_of(park), view.request.type.unit.id, most_zh,
                        figure.units, more_zh)};
    const RoomBound& binding = figure.room.binding();
    if (binding.term != RoomTerm::none && !figure.or_more) {
      const Text words = binding_words(study, binding);
      line.en += "; what ends it: " + words.en;
      line.zh += ";制约项:" + words.zh;
    }
    line.en += figure.proven ? " (proven by a second run)" : " (the second run does not confirm it)";
    line.zh += figure.proven ? "(经复算证实)" : "(复算未能证实)";
  }
  line.en += fmt::format("; control line up to {:.0f} m beyond its ground, {} protected targets inside",
                         one.line.farthest_m, one.line.targets.size());
  line.zh +=
      fmt::format(";控制线最远距园区边界 {:.0f} m,线内防护目标 {} 处", one.line.farthest_m, one.line.targets.size());
  return line;
}

}  // namespace

std::vector<Feature> control_line_features(const CapacityView& view, const std::string& run) {
  const Study& study = view.assessment.study;
  std::vector<Feature> features;
  for (std::size_t p = 0; p < view.result.parks.size(); ++p) {
    const Park& park = view.request.parks[p];
    const ParkCapacity& one = view.result.parks[p];
    Feature feature;
    feature.geometry = as_geometry(one.line.inside);
    feature.properties = {{"id", park.id},
                          {"name", name_of(park)},
                          {"label_zh", "土地规划安全控制线"},
                          {"label_en", "control line of land-use planning"},
                          {"area_m2", one.line.area_m2},
                          {"farthest_m", one.line.farthest_m},
                          {"level_per_year", one.line.level_per_year},
                          {"pressure_pa", one.line.pressure_pa},
                          {"by_risk", one.line.by_risk},
                          {"by_charge", one.line.by_charge},
                          {"parts", static_cast<std::int64_t>(one.line.inside.size())},
                          {"units", static_cast<std::int64_t>(one.units.computed.size())},
                          {"complete", one.units.incomplete.empty()},
                          {"not_computed", ids_of(study, one.units.incomplete)},
                          {"targets_inside", static_cast<std::int64_t>(one.line.targets.size())},
                          {"confidence", std::string(sise::name_of(joined(one.line.rests_on)))},
                          {"run", run}};
    features.push_back(std::move(feature));
  }
  return features;
}

std::vector<Feature> partition_features(const CapacityView& view, const ClassScheme& scheme) {
  const Study& study = view.assessment.study;
  std::vector<Feature> features;
  for (std::size_t p = 0; p < view.result.parks.size(); ++p) {
    for (const ParkPart& part : view.result.parks[p].parts) {
      const SchemeClass* one = scheme.by_code(part.code);
      const bool bound = part.binding >= 0;
      const auto target = static_cast<std::size_t>(bound ? part.binding : 0);
      Feature feature;
      feature.geometry = as_geometry(part.shape);
      feature.properties = {{"park_id", view.request.parks[p].id},
                            {"park", name_of(view.request.parks[p])},
                            {"class", one->id},
                            {"code", one->code},
                            {"label_zh", one->label.zh},
                            {"label_en", one->label.en},
                            {"colour", hex_colour(one->rgb)},
                            {"area_m2", part.area_m2},
                            {"binding_target_id", bound ? target_id(study, target) : PropertyValue()},
                            {"binding_target", bound ? or_null(study.targets[target].name) : PropertyValue()}};
      features.push_back(std::move(feature));
    }
  }
  return features;
}

void write_capacity_raster(const std::filesystem::path& path, const CapacityView& view, const std::string& title,
                           const std::string& provenance, const CogOptions& options) {
  const CapacityResult& result = view.result;
  RasterDescription description;
  description.title = title;
  description.bands = {{"further units, both scales / 可再设单元数", "1", {}},
                       {"further units, scale of existing facilities / 可再设单元数(现有装置限值)", "1", {}},
                       {"further units, scale of new facilities / 可再设单元数(新建装置限值)", "1", {}}};
  description.nodata = std::numeric_limits<double>::quiet_NaN();
  description.metadata = {{"SISE_QUANTITY", "further_units"},
                          {"SISE_MOST", fmt::format("{} (or more)", view.request.most)}};
  description.provenance_json = provenance;
  const std::array<RasterView<const float>, 3> bands{result.units.view(), result.existing.view(), result.fresh.view()};
  write_cog(path, result.grid, description, bands, options);
}

PropertyObject capacity_summary(const CapacityView& view, const ClassScheme& scheme) {
  const Study& study = view.assessment.study;
  const UnitType& type = view.request.type;
  PropertyList warnings;
  for (const std::string& code : view.result.warnings) warnings.emplace_back(code);
  PropertyList parks;
  for (std::size_t p = 0; p < view.result.parks.size(); ++p) {
    const ParkCapacity& one = view.result.parks[p];
    parks.emplace_back(PropertyObject{{"id", view.request.parks[p].id},
                                      {"name", name_of(view.request.parks[p])},
                                      {"area_m2", area_m2(view.request.parks[p].ground)},
                                      {"units", ids_of(study, one.units.computed)},
                                      {"not_computed", ids_of(study, one.units.incomplete)},
                                      {"used", used_of(study, one.used)},
                                      {"capacity", figure_of(view, one)},
                                      {"inventory", inventory_of(one)},
                                      {"partition", parts_of(view, one, scheme)},
                                      {"control_line", line_summary(study, one.line)},
                                      {"reasons", both(headline_of(view, view.request.parks[p], one))}});
  }
  return {{"title", study.title},
          {"unit_type",
           PropertyObject{{"id", type.unit.id},
                          {"substance", or_null(type.unit.substance)},
                          {"inventory_t",
                           type.unit.inventory_kg ? PropertyValue(*type.unit.inventory_kg / 1000.0) : PropertyValue()},
                          {"scenarios", static_cast<std::int64_t>(type.scenarios.size())},
                          {"by_charge", view.result.explosive},
                          {"warnings", warnings}}},
          {"counted_to", static_cast<std::int64_t>(view.request.most)},
          {"judged_by", study.criteria.cumulative_veto ? "all units together" : "the park's units together"},
          {"not_judged", both({"societal risk, design codes and lists are not part of this figure",
                               "本指标未计入社会风险、设计规范间距和准入清单"})},
          {"parks", parks}};
}

std::vector<Text> capacity_headline(const CapacityView& view) {
  std::vector<Text> lines;
  for (std::size_t p = 0; p < view.result.parks.size(); ++p)
    lines.push_back(headline_of(view, view.request.parks[p], view.result.parks[p]));
  return lines;
}

}  // namespace sise
