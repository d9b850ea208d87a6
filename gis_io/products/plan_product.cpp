#include "gis_io/products/plan_product.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/decision/advice_beside.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/decision/relocation.hpp"
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
#include "gis_io/read/packs/land_use_pack.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/read/packs/warning_pack.hpp"
#include "gis_io/read/project/load_plan.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/decisions_json.hpp"
#include "gis_io/write/results/plan_files.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

/// One variant of the plan on its way through.
struct Variant {
  std::string prefix;  ///< of its files: "", "against."
  LayerConfig layer;
  LoadedPlan loaded;
  std::vector<Decision> decisions{};
  std::vector<std::vector<Remedy>> remedies{};  ///< empty: not looked for

  [[nodiscard]] ReviewedPlan reviewed() const { return {loaded.proposals, decisions}; }
};

/// Of a variant's parcels as a layer: "parcels", "against_parcels".
std::string layer_name(const Variant& variant) { return variant.prefix.empty() ? "parcels" : "against_parcels"; }

std::vector<std::string> file_names(const std::vector<Variant>& variants, const std::vector<std::string>& letters,
                                    const RunOptions& options) {
  std::vector<std::string> names{"summary.json", kPageFile};
  for (std::string& name : letter_files(letters, options.sheets)) names.push_back(std::move(name));
  for (const Variant& v : variants) {
    for (const char* name : {"parcels.geojson", "parcels.qml", "parcels.csv", "decisions.json"})
      names.push_back(v.prefix + name);
    for (std::string& name : also_files(options.also, layer_name(v), {layer_name(v)})) names.push_back(std::move(name));
  }
  for (std::string& name : sheet_files(options.sheets)) names.push_back(std::move(name));
  return names;
}

Variant load_variant(const std::string& file, const std::string& prefix, const PlanRequest& request,
                     OpenProject& project, const RunOptions& options, const LandUsePack& pack) {
  Variant variant{prefix, plan_layer(file, project.config.plan), {}};
  variant.layer.outlines = project.config.origin.outlines;
  const std::string& scheme = request.scheme.empty() ? project.config.plan_scheme : request.scheme;
  variant.loaded = load_plan(variant.layer, scheme, project.study, pack);
  for (InputRecord& record : record_inputs(options.input, files_of(variant.layer)))
    project.provenance.inputs.push_back(std::move(record));
  return variant;
}

std::vector<const Geometry*> shapes_of(const std::vector<Variant>& variants) {
  std::vector<const Geometry*> shapes;
  for (const Variant& v : variants) {
    for (const Proposal& parcel : v.loaded.proposals) shapes.push_back(&parcel.target.geometry);
  }
  return shapes;
}

void bound(const std::vector<Variant>& variants, const RunOptions& options, const GridSpec& grid, RunPlan& plan) {
  std::vector<NamedShape> named;
  for (const Variant& v : variants) {
    for (const Proposal& parcel : v.loaded.proposals) named.push_back({parcel.id(), &parcel.target.geometry});
  }
  bound_places(options, named, grid, plan);
}

void write_variant(const Variant& variant, const OpenProject& project, const ClassScheme& verdicts,
                   const AlsoFormats& also, const OutputSet& outputs) {
  const auto staged = [&](const char* name) { return outputs.stage(variant.prefix + name); };
  const std::vector<Feature> features = parcel_features(variant.reviewed(), verdicts);
  LayerWriter{*project.projection, project.provenance_text()}.write(staged("parcels.geojson"), "parcels", features,
                                                                    PolygonForm::as_is);
  write_file(staged("parcels.qml"), category_style_qml(verdicts, "code", commonest_shape(features)));
  write_parcels_csv(staged("parcels.csv"), variant.reviewed());
  write_decisions(staged("decisions.json"), variant.loaded.proposals, variant.decisions, project.config.scheme,
                  variant.remedies);
  if (!also.any()) return;
  const LayerStyle style = category_style(verdicts, "code", commonest_shape(features));
  write_also(outputs, also, also_content(project, {layer_name(variant), verdicts.title, {}, features, style, "id"}));
}

/// The parcels of each variant, the first one ticked: the page, its sheets, and of each letter the ground around its parcel.
void write_plan_page(const OutputSet& outputs, const RunOptions& options, const OpenProject& project,
                     const Context& context, const std::vector<Variant>& variants, const ClassScheme& verdicts,
                     const std::vector<LetterPlace>& letters) {
  std::vector<VectorLayer> parcels;
  for (const Variant& v : variants) {
    std::vector<Feature> features = parcel_features(v.reviewed(), verdicts);
    LayerStyle style = category_style(verdicts, "code", Shape::polygon);
    const Text title =
        v.prefix.empty() ? Text{"Parcels of the plan", "规划宗地"} : Text{"Parcels of the other plan", "对照方案宗地"};
    parcels.push_back({v.prefix + "parcels", title, {}, std::move(features), std::move(style), "id"});
  }
  const VectorLayer units = unit_layer(project.study);
  MapPage page = page_of(project, context, {"land-use plan", "用地规划审查"});
  for (const VectorLayer& layer : parcels) add_page_layer(page, layer, &layer == &parcels.front());
  add_page_layer(page, units);
  write_page(outputs.stage(kPageFile), page);
  SheetWords words = sheet_words(project);
  words.colours = {verdicts};
  write_page_sheets(outputs, options.sheets, page, words);
  write_letter_sheets(outputs, options.sheets, page, words, letters, options.progress);
}

void name_the_undecided(const Variant& variant, RunReport& report) {
  for (const Decision& decision : variant.decisions) {
    if (decision.verdict != Verdict::undecided) continue;
    report.status = RunStatus::partial;
    report.skipped.push_back({variant.prefix + decision.id, decision.reasons.front()});
  }
}

Text headline(const Variant& variant) {
  const VerdictCount count = plan_table(variant.loaded.proposals, variant.decisions).total;
  const bool second = !variant.prefix.empty();
  return {fmt::format("{}: {} parcels: {} allowed, {} conditional, {} vetoed, {} undecided.",
                      second ? "against" : "plan", count.all(), count.of(Verdict::allow),
                      count.of(Verdict::conditional), count.of(Verdict::veto), count.of(Verdict::undecided)),
          fmt::format("{}:共 {} 宗地,同意 {},有条件 {},一票否决 {},未判定 {}。", second ? "对照方案" : "规划方案",
                      count.all(), count.of(Verdict::allow), count.of(Verdict::conditional), count.of(Verdict::veto),
                      count.of(Verdict::undecided))};
}

PropertyObject summary_of(const std::vector<Variant>& variants) {
  PropertyObject summary{{"plan", plan_summary(variants[0].reviewed(), variants[0].loaded.scheme_how)}};
  if (variants.size() > 1) {
    summary.push_back({"against", plan_summary(variants[1].reviewed(), variants[1].loaded.scheme_how)});
    summary.push_back({"comparison", comparison_summary(variants[0].reviewed(), variants[1].reviewed())});
  }
  return summary;
}

}  // namespace

RunReport run_plan_review(const RunOptions& options, const PlanRequest& request) {
  OpenProject project = open_project(options, "review");
  const ClassScheme verdicts = class_scheme(project.config.colour_blind ? "verdict-colour-blind" : "verdict");
  require_sheets(options.sheets, {verdicts});
  const LandUsePack pack = land_use_pack();
  std::vector<Variant> variants{load_variant(request.plan, "", request, project, options, pack)};
  if (!request.against.empty())
    variants.push_back(load_variant(request.against, "against.", request, project, options, pack));
  const std::vector<std::string> letters =
      request.letters ? letter_names(variants[0].loaded.proposals) : std::vector<std::string>();
  const std::vector<std::string> names = file_names(variants, letters, options);
  refuse_inputs_as_outputs(options.output, with_manifest(names), project.provenance.inputs);
  RunReport report;
  report.plan = plan_without_rasters(project, names);
  report.notes = project.study.notes;
  for (const Variant& v : variants)
    report.notes.insert(report.notes.end(), v.loaded.notes.begin(), v.loaded.notes.end());
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  bound(variants, options, project.study.grid, report.plan);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const GeneratedEnds ends(assessment, *project.projection, project.config.generator);
  assessment.open = &ends;
  const std::vector<const Geometry*> shapes = shapes_of(variants);
  const SocietalReview societal(project, assessment);
  ListsDemand demand = review_demand(shapes, project.study,
                                     request.suggest || request.relocation ? demand_of(assessment.risk) : RiskDemand{});
  demand.bytes += ends.bytes() + static_cast<std::int64_t>(assessment.mixing.bytes()) + sheet_bytes(options.sheets, 0);
  demand.bytes += societal.bytes(shapes.size(), options.threads);
  const ListsPlan memory = plan_lists(demand_of(assessment.risk), demand, options);
  report.plan.peak_memory_bytes = memory.peak_bytes;
  if (options.dry_run) return report;
  assessment.risk.set_budget(memory.risk);
  const AdvicePack advice = advice_pack();
  const WarningBrackets brackets = warning_brackets("warning-brackets");
  for (Variant& v : variants) {
    v.decisions = review_run(assessment, v.loaded.proposals, brackets, options.progress);
    for (std::size_t i = 0; i < v.decisions.size(); ++i) add_advice(v.loaded.proposals[i], advice, v.decisions[i]);
    if (request.suggest)
      v.remedies =
          remedies_run(assessment, *project.projection, v.loaded.proposals, v.decisions, brackets, options.progress);
    societal.judge(v.loaded.proposals, v.decisions, v.remedies, options.progress);
    report.headline.push_back(headline(v));
    name_the_undecided(v, report);
  }
  OutputSet outputs(options.output, names, options.overwrite);
  for (const Variant& v : variants) write_variant(v, project, verdicts, options.also, outputs);
  if (request.letters) {
    const Variant& v = variants[0];
    write_letters(project, v.loaded.proposals, v.decisions, v.remedies, letters, outputs);
  }
  write_plan_page(outputs, options, project, context, variants, verdicts,
                  letter_places(letters, variants[0].loaded.proposals, variants[0].decisions, project.study));
  report.summary = summary_of(variants);
  if (request.relocation) {
    const ReviewedPlan plan = variants[0].reviewed();
    report.summary.push_back(
        {"relocation",
         relocation_summary(relocation_gains(assessment, plan.parcels, plan.decisions, brackets, options.progress))});
  }
  write_json(outputs.stage("summary.json"), report.summary, project.provenance_text());
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
