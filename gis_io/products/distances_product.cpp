#include "gis_io/products/distances_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/runs/distances.hpp"
#include "gis_io/products/also_files.hpp"
#include "gis_io/products/distances_files.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/products/work_bound.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/distances_table.hpp"

namespace sise {
namespace {

PropertyObject enterprise_of(const EnterpriseSeparation& one, const SeparationCensus& census) {
  const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  const DistanceCheck none;
  const DistanceCheck& binding = one.binding ? census.checks[*one.binding] : none;
  return {{"enterprise", one.name},
          {"binding_unit_id", binding.unit_id.empty() ? PropertyValue() : PropertyValue(binding.unit_id)},
          {"binding_target_id", binding.target_id.empty() ? PropertyValue() : PropertyValue(binding.target_id)},
          {"worst_shortfall_m", one.worst_shortfall_m},
          {"pairs", count(one.pairs)},
          {"shortfalls", count(one.shortfalls)},
          {"unanswered", count(one.unanswered)},
          {"largest_required_m", one.largest_required_m}};
}

PropertyObject summary_of(const Study& study, const DistancesResult& result) {
  const SeparationCensus& census = result.census;
  std::int64_t short_of = 0;
  std::int64_t unanswered = 0;
  std::int64_t beyond = 0;
  double worst = 0.0;
  PropertyList enterprises;
  for (const EnterpriseSeparation& one : census.enterprises) {
    short_of += static_cast<std::int64_t>(one.shortfalls);
    unanswered += static_cast<std::int64_t>(one.unanswered);
    beyond += static_cast<std::int64_t>(one.pairs_beyond);
    worst = std::max(worst, one.worst_shortfall_m);
    if (one.binding) enterprises.emplace_back(enterprise_of(one, census));
  }
  return {{"title", study.title},
          {"checks", static_cast<std::int64_t>(census.checks.size())},
          {"shortfalls", short_of},
          {"worst_shortfall_m", worst},
          {"unanswered", unanswered},
          {"pairs_beyond_reach", beyond},
          {"domino_pairs", static_cast<std::int64_t>(result.domino.pairs.size())},
          {"domino_not_screened", static_cast<std::int64_t>(result.domino.not_screened.size())},
          {"enterprises", enterprises}};
}

Text headline(const PropertyObject& summary) {
  const auto count = [&](std::size_t i) { return std::get<std::int64_t>(summary[i].value.value); };
  return {fmt::format("{} distances within reach checked, {} too short, {} could not be judged; {} pairs lie farther "
                      "apart than any rule asks",
                      count(1), count(2), count(4), count(5)),
          fmt::format("共检查 {} 对可及距离,不足 {} 对,无法判定 {} 对;另有 {} 对超出任何规则要求的距离", count(1),
                      count(2), count(4), count(5))};
}

}  // namespace

RunReport run_distances(const RunOptions& options) {
  const OpenProject project = open_project(options, "distances");
  std::vector<std::string> names = names_of(distances_files(), project);
  for (std::string& name : also_files(options.also.without_workbook(), "distances", {"distances"}))
    names.push_back(std::move(name));
  refuse_inputs_as_outputs(options.output, with_manifest(names), project.provenance.inputs);
  require_targets(project.study);
  RunReport report;
  report.plan = plan_without_rasters(project, names);
  report.notes = project.study.notes;
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  std::vector<NamedShape> targets;
  targets.reserve(project.study.targets.size());
  for (const Target& target : project.study.targets) targets.push_back({target.id, &target.geometry});
  bound_places(options, targets, project.study.grid, report.plan);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const ListsPlan memory = plan_lists(demand_of(assessment.risk), distances_demand(project.study), options);
  report.plan.peak_memory_bytes = memory.peak_bytes;
  if (options.dry_run) return report;
  assessment.risk.set_budget(memory.risk);
  const DominoPack domino_levels = domino_pack("domino-screening");
  const DistancesResult result = distances_run(assessment, domino_levels, options.progress);
  report.summary = summary_of(project.study, result);
  report.headline = {headline(report.summary)};
  OutputSet outputs(options.output, names, options.overwrite);
  const ClassScheme scheme = class_scheme(project.config.colour_blind ? "separation-colour-blind" : "separation");
  write_all(distances_files(), project,
            {project, result, domino_levels, report.summary, scheme, project.provenance_text(), context}, outputs);
  if (options.also.any())
    write_also(outputs, options.also.without_workbook(), also_content(project, distance_layer(result.census, scheme)));
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
