#include "gis_io/products/distances_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "core/runs/distances.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/products/work_bound.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

const std::vector<std::string>& distances_files() {
  static const std::vector<std::string> names{"distances.csv", "distances.geojson", "distances.qml", "domino.csv",
                                              "summary.json"};
  return names;
}

/// The note in both languages, then the codes that programs look for.
std::string note_text(const DistanceCheck& check) {
  std::string text = check.note.en;
  if (!check.note.zh.empty()) text += " / " + check.note.zh;
  for (const std::string& code : check.codes) text += (text.empty() ? "[" : " [") + code + "]";
  return text;
}

std::vector<PropertyValue> row_of(const DistanceCheck& check) {
  return {check.unit_id,    check.unit_name, check.target_id,   check.target_name,
          check.rule_id,    check.quantity,  check.limit,       check.value,
          check.required_m, check.actual_m,  check.shortfall_m, std::string(name_of(check.confidence)),
          note_text(check)};
}

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names{"unit_id",     "unit_name",  "target_id", "target_name", "rule_id",
                                              "quantity",    "limit",      "value",     "required_m",  "actual_m",
                                              "shortfall_m", "confidence", "note"};
  return names;
}

void write_csv(const std::filesystem::path& path, const std::vector<DistanceCheck>& checks) {
  CsvWriter csv(path, columns(), ByteOrderMark::for_excel);
  for (const DistanceCheck& check : checks) csv.add(row_of(check));
  csv.finish();
}

/// The shortest line from the unit to the target; a point where they touch, nothing where no target is named.
Feature feature_of(const DistanceCheck& check, const ClassScheme& scheme) {
  Feature feature;
  if (!check.target_id.empty() && check.actual_m > 0.0) feature.geometry.lines = {{check.from, check.to}};
  if (!check.target_id.empty() && !(check.actual_m > 0.0)) feature.geometry.points = {check.from};
  const std::vector<PropertyValue> values = row_of(check);
  for (std::size_t i = 0; i < values.size(); ++i) feature.properties.push_back({columns()[i], values[i]});
  feature.properties.push_back({"source", check.source});
  const SchemeClass* colour = check.answered() ? scheme.of(check.shortfall_m) : nullptr;
  feature.properties.push_back({"code", colour == nullptr ? 0 : colour->code});
  feature.properties.push_back({"colour", hex_colour(colour == nullptr ? scheme.no_answer_rgb : colour->rgb)});
  return feature;
}

std::vector<Feature> features_of(const std::vector<DistanceCheck>& checks, const ClassScheme& scheme) {
  std::vector<Feature> features;
  features.reserve(checks.size());
  for (const DistanceCheck& check : checks) features.push_back(feature_of(check, scheme));
  return features;
}

std::string_view quantity_name(EffectQuantity quantity) {
  return quantity == EffectQuantity::overpressure_pa ? "overpressure_pa" : "radiation_w_m2";
}

std::string domino_note(const DominoPack& pack) {
  return fmt::format("screening level of '{}' ({}) / 筛选阈值, {}", pack.id, name_of(pack.confidence),
                     pack.confidence == Confidence::recalled ? "凭记忆录入, 须核对" : "已核对来源");
}

/// Pairs of units within reach of each other's accidents, worst first, then what could not be screened.
void write_domino_csv(const std::filesystem::path& path, const Study& study, const DominoPack& pack,
                      const DominoScreening& screening) {
  CsvWriter csv(path,
                {"source_unit_id", "source_unit_name", "case_id", "target_unit_id", "target_unit_name", "quantity",
                 "value", "threshold", "distance_m", "reach_m", "confidence", "note"},
                ByteOrderMark::for_excel);
  std::map<std::string, std::string> names;
  for (const Unit& unit : study.units) names.emplace(unit.id, unit.name);
  for (const DominoPair& pair : screening.pairs) {
    csv.add({pair.source_unit_id, names[pair.source_unit_id], pair.case_id, pair.target_unit_id,
             names[pair.target_unit_id], std::string(quantity_name(pair.quantity)), pair.value, pair.threshold,
             pair.distance_m, pair.reach_m, std::string(name_of(pack.confidence)), domino_note(pack)});
  }
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  for (const NotScreened& none : screening.not_screened) {
    csv.add({none.unit_id, names[none.unit_id], none.case_id, std::string(), std::string(), std::string(), nothing,
             nothing, nothing, nothing, std::string(),
             "not screened: " + none.reason.en + " / 未筛选: " + none.reason.zh});
  }
  csv.finish();
}

PropertyObject summary_of(const Study& study, const std::vector<DistanceCheck>& checks, const DominoScreening& domino) {
  std::int64_t short_of = 0;
  std::int64_t unanswered = 0;
  double worst = 0.0;
  for (const DistanceCheck& check : checks) {
    if (check.shortfall_m > 0.0) ++short_of;
    if (!check.answered()) ++unanswered;
    if (check.shortfall_m > worst) worst = check.shortfall_m;
  }
  return {{"title", study.title},
          {"checks", static_cast<std::int64_t>(checks.size())},
          {"shortfalls", short_of},
          {"worst_shortfall_m", worst},
          {"unanswered", unanswered},
          {"domino_pairs", static_cast<std::int64_t>(domino.pairs.size())},
          {"domino_not_screened", static_cast<std::int64_t>(domino.not_screened.size())}};
}

Text headline(const PropertyObject& summary) {
  const auto count = [&](std::size_t i) { return std::get<std::int64_t>(summary[i].value.value); };
  return {fmt::format("{} distances checked, {} too short, {} could not be judged", count(1), count(2), count(4)),
          fmt::format("共检查 {} 对距离,不足 {} 对,无法判定 {} 对", count(1), count(2), count(4))};
}

}  // namespace

RunReport run_distances(const RunOptions& options) {
  const OpenProject project = open_project(options, "distances");
  refuse_inputs_as_outputs(options.output, with_manifest(distances_files()), project.provenance.inputs);
  require_targets(project.study);
  RunReport report;
  report.plan = plan_without_rasters(project, distances_files());
  report.notes = project.study.notes;
  std::vector<NamedShape> targets;
  std::vector<const Geometry*> shapes;
  for (const Target& target : project.study.targets) {
    targets.push_back({target.id, &target.geometry});
    shapes.push_back(&target.geometry);
  }
  bound_places(options, targets, project.study.grid, report.plan);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const auto pairs = static_cast<std::int64_t>(project.study.units.size() * project.study.targets.size());
  const ListsPlan memory =
      plan_lists(demand_of(assessment.risk), places_asked(shapes, project.study.grid), pairs, options);
  report.plan.peak_memory_bytes = memory.peak_bytes;
  if (options.dry_run) return report;
  assessment.risk.set_budget(memory.risk);
  const ClassScheme scheme = class_scheme(project.config.colour_blind ? "separation-colour-blind" : "separation");
  const DominoPack domino_levels = domino_pack("domino-screening");
  const auto [checks, domino] = distances_run(assessment, domino_levels, options.progress);
  OutputSet outputs(options.output, distances_files(), options.overwrite);
  const std::string provenance = project.provenance_text();
  write_csv(outputs.stage("distances.csv"), checks);
  LayerWriter{*project.projection, provenance}.write(outputs.stage("distances.geojson"), "distances",
                                                     features_of(checks, scheme), PolygonForm::as_is);
  write_file(outputs.stage("distances.qml"),
             category_style_qml(scheme, "code", Shape::line, scheme.by_id("short")->code));
  write_domino_csv(outputs.stage("domino.csv"), project.study, domino_levels, domino);
  report.summary = summary_of(project.study, checks, domino);
  report.headline = {headline(report.summary)};
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
