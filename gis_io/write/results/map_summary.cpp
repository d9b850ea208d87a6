#include "gis_io/write/results/map_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "gis_io/write/results/warning_notes.hpp"

namespace sise {
namespace {

PropertyObject class_summary(const MapTotals& totals, int code, const Text& label) {
  const auto found = totals.classes.find(code);
  const ClassTotals none;
  const ClassTotals& cells = found == totals.classes.end() ? none : found->second;
  return {{"label_zh", label.zh},          {"label_en", label.en},
          {"cells", cells.cells},          {"area_m2", cells.area_m2},
          {"people", cells.people.people}, {"people_uncovered_share", cells.people.uncovered_share}};
}

PropertyObject classes_summary(const MapTotals& totals, const ClassScheme& scheme) {
  PropertyObject classes;
  for (const SchemeClass& c : scheme.classes) classes.push_back({c.id, class_summary(totals, c.code, c.label)});
  classes.push_back({"no_answer", class_summary(totals, ClassScheme::no_answer_code, scheme.no_answer_label)});
  return classes;
}

PropertyObject unit_summary(const Assessment& assessment) {
  PropertyList missing;
  std::int64_t computed = 0;
  for (std::size_t i = 0; i < assessment.statuses.size(); ++i) {
    const UnitStatus& status = assessment.statuses[i];
    computed += status.computed ? 1 : 0;
    if (status.missing.empty()) continue;
    PropertyList codes;
    for (const Missing& m : status.missing) codes.emplace_back(m.code);
    missing.emplace_back(PropertyObject{
        {"id", assessment.study.units[i].id}, {"missing", codes}, {"no_answer_within_m", status.unanswered_m}});
  }
  return {{"count", static_cast<std::int64_t>(assessment.statuses.size())},
          {"computed", computed},
          {"incomplete", missing}};
}

PropertyObject edge_summary(const EdgeOfData& edge) {
  return {
      {"longest_reach_m", edge.longest_reach_m},
      {"area_within_reach_of_edge_m2", edge.area_within_reach_m2},
      {"text_en", "places nearer to the edge of the data than the longest reach may be touched by plants outside it"},
      {"text_zh", "距资料边界小于最大影响距离的地点,可能受边界外企业影响"}};
}

PropertyList small_summary(const Assessment& assessment, const std::vector<SmallZone>& small,
                           const ClassScheme& scheme) {
  PropertyList list;
  for (const SmallZone& zone : small) {
    const SchemeClass* colour = scheme.by_code(static_cast<int>(zone.code));
    list.emplace_back(PropertyObject{{"unit", assessment.study.units[zone.unit].id},
                                     {"class", colour == nullptr ? std::string() : colour->id},
                                     {"radius_m", zone.radius_m},
                                     {"cell_m", zone.cell_m}});
  }
  return list;
}

PropertyList warning_summary(const Assessment& assessment) {
  PropertyList list;
  for (std::size_t i = 0; i < assessment.warnings.size(); ++i) {
    for (const std::string& code : assessment.warnings[i]) {
      list.emplace_back(PropertyObject{{"unit", assessment.study.units[i].id}, {"code", code}});
    }
  }
  return list;
}

/// People within reach of the grid, and how many of them are out of doors.
PropertyValue population_summary(const Study& study) {
  if (!study.population) return {};
  double day = 0.0;
  double night = 0.0;
  for (const PopulationPatch& patch : study.population->patches) {
    day += patch.people_day;
    night += patch.people_night;
  }
  return PropertyObject{{"people_day", day},
                        {"people_night", night},
                        {"outdoors_day", day * (1.0 - study.population->indoor_day)},
                        {"outdoors_night", night * (1.0 - study.population->indoor_night)},
                        {"day_fraction", study.population->day_fraction}};
}

}  // namespace

PropertyObject grid_summary(const GridSpec& grid) {
  const Bounds b = grid.bounds();
  return {{"crs", grid.crs},
          {"cell_m", grid.cell_m},
          {"columns", grid.columns},
          {"rows", grid.rows},
          {"bounds", PropertyList{b.x_min, b.y_min, b.x_max, b.y_max}}};
}

PropertyList note_summary(const std::vector<Diagnostic>& notes) {
  PropertyList list;
  for (const Diagnostic& note : notes) {
    list.emplace_back(
        PropertyObject{{"code", note.code}, {"en", render(note, Language::en)}, {"zh", render(note, Language::zh)}});
  }
  return list;
}

namespace {

/// "U1 (20 m), U2 (< 1 m); cells of 20 m show them".
Text small_text(const Assessment& assessment, const std::vector<SmallZone>& small) {
  std::vector<std::string> units;
  double cell_m = std::numeric_limits<double>::infinity();
  for (const SmallZone& zone : small) {
    const bool can_be_shown = std::isfinite(zone.cell_m);
    units.push_back(assessment.study.units[zone.unit].id +
                    (can_be_shown ? fmt::format(" ({:g} m)", zone.cell_m) : std::string(" (< 1 m)")));
    if (can_be_shown) cell_m = std::min(cell_m, zone.cell_m);
  }
  Text about = first_five(units);
  if (!std::isfinite(cell_m)) return about;
  return {fmt::format("{}; cells of {:g} m show them", about.en, cell_m),
          fmt::format("{};网格取 {:g} m 即可显示", about.zh, cell_m)};
}

}  // namespace

std::vector<Diagnostic> map_warnings(const Assessment& assessment, const MapTotals& totals,
                                     const std::vector<SmallZone>& small) {
  std::map<std::string, std::vector<std::string>> units_by_code;
  for (std::size_t i = 0; i < assessment.warnings.size(); ++i) {
    for (const std::string& code : assessment.warnings[i]) units_by_code[code].push_back(assessment.study.units[i].id);
  }
  std::vector<Diagnostic> notes;
  notes.reserve(units_by_code.size());
  for (const auto& [code, units] : units_by_code) notes.push_back(warning_note(code, first_five(units)));
  if (!small.empty()) notes.push_back(warning_note("zone_smaller_than_cell", small_text(assessment, small)));
  const bool gaps = std::any_of(totals.classes.begin(), totals.classes.end(),
                                [](const auto& c) { return c.second.people.uncovered_share > 0.0; });
  if (assessment.study.population && gaps) notes.push_back(warning_note("population_partly_unknown"));
  return notes;
}

PropertyObject map_summary(const Assessment& assessment, const MapResult& result, const ClassScheme& scheme) {
  const Study& study = assessment.study;
  return {{"title", study.title},
          {"scheme", PropertyObject{{"id", scheme.id},
                                    {"title_zh", scheme.title.zh},
                                    {"title_en", scheme.title.en},
                                    {"source", scheme.source},
                                    {"confidence", std::string(name_of(scheme.confidence))}}},
          {"grid", grid_summary(study.grid)},
          {"highest_risk_per_year", result.totals.highest_risk},
          {"classes", classes_summary(result.totals, scheme)},
          {"units", unit_summary(assessment)},
          {"zones_smaller_than_cell", small_summary(assessment, result.small_zones, scheme)},
          {"population", population_summary(study)},
          {"edge", edge_summary(result.edge)},
          {"warnings", warning_summary(assessment)},
          {"notes", note_summary(study.notes)}};
}

}  // namespace sise
