#include "gis_io/products/distances_files.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <vector>

#include "core/criteria/confidence_words.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/distances_table.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/tables/xlsx.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

using Path = std::filesystem::path;

void write_csv(const Path& path, const DistancesOutput& distances) {
  CsvWriter csv(path, distance_columns(), ByteOrderMark::for_excel);
  for (const DistanceCheck& check : distances.result.census.checks) csv.add(row_of(check));
  csv.finish();
}

void write_workbook(const Path& path, const DistancesOutput& distances) {
  write_xlsx(path, distance_sheets(distances.result.census));
}

void write_layer(const Path& path, const DistancesOutput& distances) {
  const std::vector<DistanceCheck>& checks = distances.result.census.checks;
  const LayerWriter layer{*distances.project.projection, distances.provenance_json};
  layer.write(
      path, "distances", checks.size(), [&](std::size_t i) { return distance_feature(checks[i], distances.scheme); },
      PolygonForm::as_is);
}

void write_style(const Path& path, const DistancesOutput& distances) {
  write_file(path, category_style_qml(distances.scheme, "code", Shape::line, distances.scheme.by_id("short")->code));
}

std::string_view quantity_name(EffectQuantity quantity) {
  return quantity == EffectQuantity::overpressure_pa ? "overpressure_pa" : "radiation_w_m2";
}

std::string domino_note(const DominoPack& pack) {
  const Text mark = words_of(pack.confidence);
  return fmt::format("screening level of '{}' ({}) / 筛选阈值 ({}){}", pack.id, mark.en, mark.zh,
                     pack.confidence == Confidence::recalled ? ", 须核对原文" : "");
}

/// Pairs of units within reach of each other's accidents, worst first, then what could not be screened.
void write_domino_csv(const Path& path, const DistancesOutput& distances) {
  const Study& study = distances.project.study;
  const DominoPack& pack = distances.domino_levels;
  const DominoScreening& screening = distances.result.domino;
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

/// Of more lines than a browser draws those are left out that its legend has unticked: the distances that suffice.
VectorLayer lines_on_page(const SeparationCensus& census, const ClassScheme& scheme, MapPage& page) {
  const auto count = static_cast<std::int64_t>(census.checks.size());
  if (count <= kMostOnPage) return distance_layer(census, scheme);
  VectorLayer lines = distance_layer(census, scheme, WhichDistances::too_short);
  const std::int64_t left_out = count - row_count(lines);
  page.notes.push_back(
      {fmt::format("Not on this page: {} distances that suffice or could not be judged; distances.csv has them.",
                   left_out),
       fmt::format("本页未显示: {} 对满足要求或无法判定的距离, 见 distances.csv。", left_out)});
  return lines;
}

/// Distances that are too short, with the units and targets at their ends; the others can be ticked.
void write_distances_page(const Path& path, const DistancesOutput& distances) {
  const Study& study = distances.project.study;
  const ClassScheme& scheme = distances.scheme;
  MapPage page = page_of(distances.project, distances.context, scheme.title);
  const VectorLayer lines = lines_on_page(distances.result.census, scheme, page);
  const VectorLayer units = unit_layer(study);
  const VectorLayer targets = target_layer(study.targets, class_scheme("target-class"));
  add_page_layer(page, lines);
  add_page_layer(page, units);
  add_page_layer(page, targets);
  write_page(path, page);
}

void write_summary(const Path& path, const DistancesOutput& distances) {
  write_json(path, distances.summary, distances.provenance_json);
}

}  // namespace

const std::vector<ResultFile<OpenProject, DistancesOutput>>& distances_files() {
  static const std::vector<ResultFile<OpenProject, DistancesOutput>> files{
      {"distances.csv", write_csv},   {"distances.xlsx", write_workbook}, {"distances.geojson", write_layer},
      {"distances.qml", write_style}, {"domino.csv", write_domino_csv},   {kPageFile, write_distances_page},
      {"summary.json", write_summary}};
  return files;
}

}  // namespace sise
