#include "gis_io/products/hazards_product.hpp"

#include <fmt/format.h>

#include <array>

#include "core/decision/high_consequence.hpp"
#include "core/runs/hazards.hpp"
#include "gis_io/products/also_files.hpp"
#include "gis_io/products/area_sets.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/hazard_areas.hpp"
#include "gis_io/write/results/hazards_table.hpp"
#include "gis_io/write/results/pipeline_table.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

constexpr const char* kStretchTable = "high_consequence.csv";
constexpr const char* kStretchLayer = "high_consequence.geojson";

std::vector<std::string> hazard_files(const OpenProject& project, const AlsoFormats& also) {
  std::vector<std::string> names{"hazards.csv", "hazards.xlsx", "hazards.geojson",
                                 "hazards.qml", kPageFile,      "summary.json"};
  if (has_drawn_pipelines(project.study)) {
    names.emplace_back(kStretchTable);
    names.emplace_back(kStretchLayer);
  }
  for (std::string& name : area_files(project.config)) names.push_back(std::move(name));
  for (std::string& name : also_files(also.without_workbook(), "hazards", {"hazards"}))
    names.push_back(std::move(name));
  return names;
}

void write_ledger(const std::filesystem::path& path, const HazardsResult& result, const ClassScheme& scheme) {
  CsvWriter csv(path, hazard_columns());
  for (const HazardUnit& unit : result.units) csv.add(row_of(unit, scheme));
  csv.finish();
}

/// Stretches of pipelines that are high-consequence areas, as a table and as a layer; how many there are.
std::int64_t write_stretches(const OutputSet& outputs, const OpenProject& project, const LayerWriter& writer,
                             Progress* progress) {
  const Study& study = project.study;
  const std::vector<PipelineStretches> pipelines =
      high_consequence_stretches(pipeline_pack(), study, *project.substances, progress);
  CsvWriter csv(outputs.stage(kStretchTable), pipeline_columns());
  for (const auto& row : pipeline_rows(pipelines, study)) csv.add(row);
  csv.finish();
  writer.write(outputs.stage(kStretchLayer), "high_consequence", pipeline_features(pipelines, study),
               PolygonForm::as_is);
  std::int64_t count = 0;
  for (const PipelineStretches& one : pipelines) count += static_cast<std::int64_t>(one.segments.size());
  return count;
}

struct Counts {
  std::array<std::int64_t, 5> by_level{};  ///< [1] to [4]
  std::int64_t major = 0;
  std::int64_t level_unknown = 0;  ///< major hazards whose level cannot be told
  std::int64_t undecided = 0;      ///< units that cannot be told to be major hazards or not
  std::optional<std::int64_t>
      stretches{};  ///< of pipelines that are high-consequence areas; none: no pipeline is drawn
};

Counts counts_of(const HazardsResult& result) {
  Counts counts;
  for (const HazardUnit& unit : result.units) {
    const MajorHazard& hazard = unit.hazard;
    if (!hazard.major) ++counts.undecided;
    if (!hazard.major.value_or(false)) continue;
    ++counts.major;
    if (hazard.level) {
      ++counts.by_level.at(static_cast<std::size_t>(*hazard.level));
    } else {
      ++counts.level_unknown;
    }
  }
  return counts;
}

PropertyObject summary_of(const Study& study, const HazardsResult& result, const MajorHazardPack& pack,
                          const Counts& counts) {
  PropertyList undivided;
  for (const EnterpriseTotal& total : result.undivided) {
    undivided.emplace_back(PropertyObject{{"enterprise", total.enterprise}, {"s", total.s}});
  }
  PropertyObject summary{{"title", study.title},
                         {"pack", pack.id},
                         {"confidence", std::string(name_of(pack.confidence))},
                         {"units_of_identification", static_cast<std::int64_t>(result.units.size())},
                         {"major_hazards", counts.major},
                         {"level_1", counts.by_level[1]},
                         {"level_2", counts.by_level[2]},
                         {"level_3", counts.by_level[3]},
                         {"level_4", counts.by_level[4]},
                         {"level_unknown", counts.level_unknown},
                         {"undecided", counts.undecided},
                         {"major_if_undivided", std::move(undivided)}};
  if (counts.stretches) summary.push_back({"high_consequence_stretches", *counts.stretches});
  return summary;
}

std::vector<Text> headline_of(const HazardsResult& result, const Counts& counts) {
  std::vector<Text> lines;
  lines.push_back(
      {fmt::format("{} major hazards: {} of level 1, {} of level 2, {} of level 3, {} of level 4, {} of a level "
                   "that cannot be told; {} units cannot be judged",
                   counts.major, counts.by_level[1], counts.by_level[2], counts.by_level[3], counts.by_level[4],
                   counts.level_unknown, counts.undecided),
       fmt::format("重大危险源 {} 个: 一级 {}, 二级 {}, 三级 {}, 四级 {}, 级别无法确定 {}; 无法辨识的单元 {} 个",
                   counts.major, counts.by_level[1], counts.by_level[2], counts.by_level[3], counts.by_level[4],
                   counts.level_unknown, counts.undecided)});
  if (!result.undivided.empty()) {
    lines.push_back(
        {fmt::format("{} enterprises would have a major hazard if their records were one unit (hazard_unit tells which "
                     "belong together)",
                     result.undivided.size()),
         fmt::format("{} 家企业的各条记录若属同一单元则构成重大危险源 (用 hazard_unit 说明哪些记录同属一个单元)",
                     result.undivided.size())});
  }
  if (counts.stretches) {
    lines.push_back({fmt::format("{} stretches of pipelines are high-consequence areas", *counts.stretches),
                     fmt::format("管道高后果区 {} 段", *counts.stretches)});
  }
  return lines;
}

void write_hazards_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                        const VectorLayer& hazards) {
  const VectorLayer targets = target_layer(project.study.targets, class_scheme("target-class"));
  MapPage page = page_of(project, context, hazards.title);
  add_page_layer(page, hazards);
  if (!targets.features.empty()) add_page_layer(page, targets, false);
  write_page(path, page);
}

}  // namespace

RunReport run_hazards(const RunOptions& options) {
  const OpenProject project = open_project(options, "hazards", GenerateScenarios::no);
  RunReport report;
  report.plan = plan_without_rasters(project, hazard_files(project, options.also));
  report.notes = project.study.notes;
  const std::vector<BoundarySet> sets = read_area_sets(project);
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  if (options.dry_run) return report;
  const MajorHazardPack pack = major_hazard_pack("gb18218-2018");
  const ClassScheme scheme = class_scheme(project.config.colour_blind ? "major-hazard-colour-blind" : "major-hazard");
  const HazardsResult result = assess_hazards(project.study, *project.substances, pack, options.progress);
  Counts counts = counts_of(result);
  OutputSet outputs(options.output, hazard_files(project, options.also), options.overwrite);
  const std::string provenance = project.provenance_text();
  write_ledger(outputs.stage("hazards.csv"), result, scheme);
  write_xlsx(outputs.stage("hazards.xlsx"), hazard_sheets(result, pack, scheme));
  const std::vector<Feature> features = hazard_features(result, scheme);
  const LayerWriter writer{*project.projection, provenance};
  writer.write(outputs.stage("hazards.geojson"), "hazards", features, PolygonForm::as_is);
  if (has_drawn_pipelines(project.study))
    counts.stretches = write_stretches(outputs, project, writer, options.progress);
  write_file(outputs.stage("hazards.qml"), category_style_qml(scheme, "code", commonest_shape(features)));
  if (!sets.empty()) {
    std::vector<Feature> rows;
    for (const BoundarySet& set : sets) {
      for (Feature& row : hazard_area_features(set.name, named_areas(set), result, scheme))
        rows.push_back(std::move(row));
    }
    write_area_files(outputs, project, rows, scheme);
  }
  const std::vector<VectorLayer> layers{{"hazards", scheme.title, pack.title, features,
                                         category_style(scheme, "code", commonest_shape(features)), "enterprise"}};
  if (options.also.any()) {
    write_also(outputs, options.also.without_workbook(),
               {"hazards",
                {project.study.title, project.study.title},
                {},
                project.study.grid.crs,
                project.study.grid.bounds(),
                *project.projection,
                provenance,
                layers});
  }
  write_hazards_page(outputs.stage(kPageFile), project, context, layers.front());
  report.summary = summary_of(project.study, result, pack, counts);
  report.headline = headline_of(result, counts);
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
