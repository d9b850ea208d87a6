#include "gis_io/products/review_product.hpp"

#include <utility>

#include "core/decision/advice_beside.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/runs/review.hpp"
#include "gis_io/products/also_files.hpp"
#include "gis_io/products/letter_files.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/page_sheets.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/products/societal_product.hpp"
#include "gis_io/products/work_bound.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/read/packs/warning_pack.hpp"
#include "gis_io/read/project/load_proposals.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/decisions_json.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

std::vector<std::string> file_names(const std::vector<std::string>& letters, const RunOptions& options) {
  std::vector<std::string> names{"decisions.json", "decisions.geojson", "decisions.qml", kPageFile};
  for (std::string& name : letter_files(letters, options.sheets)) names.push_back(std::move(name));
  for (std::string& name : also_files(options.also, "decisions", {"decisions"})) names.push_back(std::move(name));
  for (std::string& name : sheet_files(options.sheets)) names.push_back(std::move(name));
  return names;
}

std::string kind_name(const Proposal& proposal) {
  if (proposal.kind == Proposal::Kind::unit) return "unit";
  return proposal.event ? "event" : "development";
}

Feature feature_of(const Proposal& proposal, const Decision& decision, const ClassScheme& scheme) {
  Feature feature;
  const SchemeClass* colour = scheme.by_id(name_of(decision.verdict));
  feature.geometry = proposal.geometry();
  const ReviewCheck* first = decision.checks.empty() ? nullptr : &decision.checks.front();
  feature.properties = {{"id", decision.id},
                        {"name", proposal.name()},
                        {"kind", kind_name(proposal)},
                        {"verdict", std::string(name_of(decision.verdict))},
                        {"if_confirmed", std::string(name_of(decision.if_confirmed))},
                        {"verdict_zh", label_of(decision.verdict).zh},
                        {"code", colour == nullptr ? 0 : colour->code},
                        {"colour", hex_colour(colour == nullptr ? scheme.no_answer_rgb : colour->rgb)},
                        {"governing_rule", first == nullptr ? PropertyValue() : PropertyValue(first->rule_id)},
                        {"governing_unit", first == nullptr ? PropertyValue() : PropertyValue(first->governing_unit)},
                        {"reason_zh", decision.reasons.front().zh},
                        {"reason_en", decision.reasons.front().en}};
  return feature;
}

Text headline(const Decision& decision) {
  return {decision.id + ": " + decision.reasons.front().en, decision.id + ":" + decision.reasons.front().zh};
}

/// What could not be judged is told, and the run is partial: nobody may take it for allowed.
void name_the_undecided(const std::vector<Decision>& decisions, RunReport& report) {
  for (const Decision& decision : decisions) {
    if (decision.verdict != Verdict::undecided) continue;
    report.status = RunStatus::partial;
    report.skipped.push_back({decision.id, decision.reasons.front()});
  }
}

void put(PropertyObject& properties, const std::string& name, std::string text) {
  for (Property& property : properties) {
    if (property.name != name) continue;
    property.value = std::move(text);
    return;
  }
}

/// The decisions with every reason, one a line.
VectorLayer page_layer(std::vector<Feature> features, const std::vector<Decision>& decisions,
                       const ClassScheme& scheme) {
  for (std::size_t i = 0; i < features.size(); ++i) {
    Text all;
    for (const Text& reason : decisions[i].reasons) {
      all.en += (all.en.empty() ? "" : "\n") + reason.en;
      all.zh += (all.zh.empty() ? "" : "\n") + reason.zh;
    }
    put(features[i].properties, "reason_en", std::move(all.en));
    put(features[i].properties, "reason_zh", std::move(all.zh));
  }
  LayerStyle style = category_style(scheme, "code", commonest_shape(features));
  return {"decisions", {"Decisions on proposals", "拟建项目审查结论"}, {}, std::move(features), std::move(style),
          "name"};
}

/// The page, its sheets, and of each letter the ground around its proposal.
void write_review_page(const OutputSet& outputs, const RunOptions& options, const OpenProject& project,
                       const Context& context, const VectorLayer& decisions, const ClassScheme& scheme,
                       const std::vector<LetterPlace>& letters) {
  const VectorLayer units = unit_layer(project.study);
  const VectorLayer targets = target_layer(project.study.targets, class_scheme("target-class"));
  MapPage page = page_of(project, context, decisions.title);
  add_page_layer(page, decisions);
  add_page_layer(page, units);
  if (!targets.features.empty()) add_page_layer(page, targets, false);
  write_page(outputs.stage(kPageFile), page);
  SheetWords words = sheet_words(project);
  words.colours = {scheme};
  write_page_sheets(outputs, options.sheets, page, words);
  write_letter_sheets(outputs, options.sheets, page, words, letters, options.progress);
}

}  // namespace

RunReport run_review(const RunOptions& options, const std::string& proposals_file, const ReviewWishes& wishes) {
  OpenProject project = open_project(options, "review");
  const ClassScheme scheme = class_scheme(project.config.colour_blind ? "verdict-colour-blind" : "verdict");
  require_sheets(options.sheets, {scheme});
  LayerConfig layer = proposals_layer(proposals_file, project.config.proposals);
  layer.outlines = project.config.origin.outlines;
  LoadedProposals loaded = load_proposals(layer, project.study, project.config.siting);
  std::vector<Proposal>& proposals = loaded.proposals;
  for (InputRecord& record : record_inputs(options.input, files_of(layer)))
    project.provenance.inputs.push_back(std::move(record));
  const std::vector<std::string> letters = wishes.letters ? letter_names(proposals) : std::vector<std::string>();
  const std::vector<std::string> names = file_names(letters, options);
  refuse_inputs_as_outputs(options.output, with_manifest(names), project.provenance.inputs);
  RunReport report;
  report.plan = plan_without_rasters(project, names);
  report.notes = project.study.notes;
  report.notes.insert(report.notes.end(), loaded.notes.begin(), loaded.notes.end());
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  std::vector<NamedShape> parcels;
  std::vector<Geometry> shapes;
  shapes.reserve(proposals.size());
  for (const Proposal& proposal : proposals) {
    shapes.push_back(proposal.geometry());
    parcels.push_back({proposal.id(), &shapes.back()});
  }
  bound_places(options, parcels, project.study.grid, report.plan);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const GeneratedEnds ends(assessment, *project.projection, project.config.generator);
  assessment.open = &ends;
  ProposedUnits maker(assessment, *project.projection, project.config.generator);
  maker.set_ends(&ends);
  for (Proposal& proposal : proposals) {
    if (proposal.kind == Proposal::Kind::unit && proposal.faults.empty()) proposal.maker = &maker;
  }
  std::vector<const Geometry*> asked;
  asked.reserve(shapes.size());
  for (const Geometry& shape : shapes) asked.push_back(&shape);
  const SocietalReview societal(project, assessment);
  ListsDemand demand = review_demand(asked, project.study, wishes.suggest ? demand_of(assessment.risk) : RiskDemand{});
  demand.bytes += ends.bytes() + static_cast<std::int64_t>(assessment.mixing.bytes()) + sheet_bytes(options.sheets, 0);
  demand.bytes += societal.bytes(proposals.size(), options.threads);
  const ListsPlan memory = plan_lists(demand_of(assessment.risk), demand, options);
  report.plan.peak_memory_bytes = memory.peak_bytes;
  if (options.dry_run) return report;
  assessment.risk.set_budget(memory.risk);
  const WarningBrackets brackets = warning_brackets("warning-brackets");
  std::vector<Decision> decisions = review_run(assessment, proposals, brackets, options.progress);
  const AdvicePack advice = advice_pack();
  for (std::size_t i = 0; i < decisions.size(); ++i) add_advice(proposals[i], advice, decisions[i]);
  std::vector<std::vector<Remedy>> remedies;
  if (wishes.suggest)
    remedies = remedies_run(assessment, *project.projection, proposals, decisions, brackets, options.progress);
  societal.judge(proposals, decisions, remedies, options.progress);
  std::vector<Feature> features;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    features.push_back(feature_of(proposals[i], decisions[i], scheme));
    report.headline.push_back(headline(decisions[i]));
  }
  name_the_undecided(decisions, report);
  OutputSet outputs(options.output, names, options.overwrite);
  write_decisions(outputs.stage("decisions.json"), proposals, decisions, project.config.scheme, remedies);
  LayerWriter{*project.projection, project.provenance_text()}.write(outputs.stage("decisions.geojson"), "decisions",
                                                                    features, PolygonForm::as_is);
  write_file(outputs.stage("decisions.qml"), category_style_qml(scheme, "code", commonest_shape(features)));
  if (options.also.any()) {
    const LayerStyle style = category_style(scheme, "code", commonest_shape(features));
    write_also(outputs, options.also, also_content(project, {"decisions", scheme.title, {}, features, style, "name"}));
  }
  write_review_page(outputs, options, project, context, page_layer(std::move(features), decisions, scheme), scheme,
                    letter_places(letters, proposals, decisions, project.study));
  if (wishes.letters) write_letters(project, proposals, decisions, remedies, letters, outputs);
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
