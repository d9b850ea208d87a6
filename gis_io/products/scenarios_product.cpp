#include "gis_io/products/scenarios_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/accidents/generate/generate.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/write/pages/unit_page.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/scenarios_table.hpp"
#include "gis_io/write/results/write_layers.hpp"

namespace sise {
namespace {

std::vector<std::string> file_names(const Generation& generation) {
  std::vector<std::string> names{"scenarios.csv", "trees.json", "missing.csv", "summary.json", "index.html"};
  for (std::string& page : page_names(generation)) names.push_back(std::move(page));
  return names;
}

/// The project's own rows, then the generated ones: what every other product computes with.
std::vector<Scenario> all_scenarios(const Study& study, const Generation& generation) {
  std::vector<Scenario> all = study.scenarios;
  all.insert(all.end(), generation.scenarios.begin(), generation.scenarios.end());
  return all;
}

struct ScenarioCounts {
  std::map<UnitFate, std::int64_t> units;
  std::int64_t partly = 0;
  double dropped_per_year = 0.0;
  double none_per_year = 0.0;
  double not_computed_per_year = 0.0;
};

void count_leaves(const UnitTrace& trace, ScenarioCounts& counts) {
  for (const TraceCase& traced : trace.cases) {
    for (const TraceLeaf& leaf : traced.leaves) {
      if (leaf.scenario) continue;
      (leaf.outcome == "none" ? counts.none_per_year : counts.not_computed_per_year) += leaf.frequency_per_year;
    }
  }
}

ScenarioCounts counts_of(const Generation& generation) {
  ScenarioCounts counts;
  for (const UnitTrace& trace : generation.traces) {
    ++counts.units[trace.fate];
    if (trace.fate == UnitFate::generated && !trace.lacks.empty()) ++counts.partly;
    counts.dropped_per_year += trace.dropped_per_year();
    count_leaves(trace, counts);
  }
  return counts;
}

PropertyObject summary_of(const OpenProject& project, const Generation& generation, ScenarioCounts& counts) {
  double generated_per_year = 0.0;
  std::map<std::string, std::int64_t> kinds;
  for (const Scenario& scenario : generation.scenarios) {
    generated_per_year += scenario.frequency_per_year;
    ++kinds[std::string(scenario.kind.name())];
  }
  PropertyObject by_kind;
  for (const auto& [kind, number] : kinds) by_kind.push_back({kind, number});
  const FrequencyPack& pack = project.config.generator.packs.chain.front();
  return {{"title", project.study.title},
          {"frequency_pack", pack.id},
          {"frequency_confidence", std::string(name_of(pack.confidence))},
          {"event_trees", project.config.generator.trees.id},
          {"weakest_confidence", std::string(name_of(generation.confidence()))},
          {"units", static_cast<std::int64_t>(generation.traces.size())},
          {"generated", counts.units[UnitFate::generated]},
          {"partly", counts.partly},
          {"from_table", counts.units[UnitFate::from_table]},
          {"small", counts.units[UnitFate::small]},
          {"missing", counts.units[UnitFate::missing]},
          {"scenarios", static_cast<std::int64_t>(generation.scenarios.size())},
          {"scenarios_by_kind", by_kind},
          {"frequency_per_year", generated_per_year},
          {"none_per_year", counts.none_per_year},
          {"not_computed_per_year", counts.not_computed_per_year},
          {"dropped_per_year", counts.dropped_per_year}};
}

std::vector<Text> headline_of(const Generation& generation, ScenarioCounts& counts) {
  return {{fmt::format(
               "{} scenarios of {} units ({} of them partly); {} units by the project's own table, {} small, {} not "
               "computed: see missing.csv",
               generation.scenarios.size(), counts.units[UnitFate::generated], counts.partly,
               counts.units[UnitFate::from_table], counts.units[UnitFate::small], counts.units[UnitFate::missing]),
           fmt::format("{} 个单元生成 {} 条情景 (其中 {} 个部分生成); {} 个采用情景表, {} 个低于筛选量, {} 个未计算: "
                       "见 missing.csv",
                       counts.units[UnitFate::generated], generation.scenarios.size(), counts.partly,
                       counts.units[UnitFate::from_table], counts.units[UnitFate::small],
                       counts.units[UnitFate::missing])}};
}

/// A unit that could not be computed is named in the manifest.
void name_the_missing(const Generation& generation, RunReport& report) {
  for (const UnitTrace& trace : generation.traces) {
    if (trace.fate != UnitFate::missing) continue;
    Text why{"nothing could be generated", "无法生成"};
    if (!trace.lacks.empty()) why = trace.lacks.front().text;
    report.notes.push_back({Diagnostic::Severity::warning,
                            "not_computed",
                            {.layer = "units", .feature = trace.unit_id},
                            {"no scenarios: " + why.en, "没有情景: " + why.zh},
                            trace.lacks.empty() ? Text{} : trace.lacks.front().remedy});
  }
}

using Effects = std::vector<std::vector<DefaultEffect>>;

bool wanted(EffectsWish wish, const Generation& generation) {
  return wish == EffectsWish::all ||
         (wish == EffectsWish::small_district && generation.traces.size() <= most_units_of_small_district);
}

/// One list per trace; empty ones where nobody wants them.
Effects effects_of(const OpenProject& project, const Generation& generation, EffectsWish wish, Progress* progress) {
  if (!wanted(wish, generation)) return Effects(generation.traces.size());
  return default_effects(project.study, *project.substances, *project.projection, project.config.generator, generation,
                         progress);
}

void write_pages(const OutputSet& outputs, const OpenProject& project, const Generation& generation,
                 const Effects& effects) {
  const std::string provenance = project.provenance_text();
  write_file(outputs.stage("index.html"), index_page(project.study, generation, provenance));
  const std::vector<std::string> names = page_names(generation);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const UnitTrace& trace = generation.traces[i];
    write_file(outputs.stage(names[i]), unit_page(project.study.units[trace.unit], trace, effects[i], provenance));
  }
}

}  // namespace

RunReport run_scenarios(const RunOptions& options, EffectsWish wish) {
  const OpenProject project = open_project(options, "scenarios", GenerateScenarios::no);
  const Generation generation = generate_scenarios(project.study, project.config.generator);
  RunReport report;
  report.plan = plan_without_rasters(project, file_names(generation));
  report.notes = project.study.notes;
  if (options.dry_run) return report;
  ScenarioCounts counts = counts_of(generation);
  const Effects effects = effects_of(project, generation, wish, options.progress);
  OutputSet outputs(options.output, file_names(generation), options.overwrite);
  write_scenarios_csv(outputs.stage("scenarios.csv"), all_scenarios(project.study, generation));
  write_file(outputs.stage("trees.json"), trees_text(generation, effects));
  write_missing_csv(outputs.stage("missing.csv"), project.study, generation);
  report.summary = summary_of(project, generation, counts);
  report.headline = headline_of(generation, counts);
  name_the_missing(generation, report);
  write_json(outputs.stage("summary.json"), report.summary, project.provenance_text());
  write_pages(outputs, project, generation, effects);
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
