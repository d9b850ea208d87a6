#include "gis_io/products/societal_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/criteria/readable.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/decision/societal_checks.hpp"
#include "core/runs/memory_plan.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/products/societal_page.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/societal_packs.hpp"
#include "gis_io/read/project/load_capacity.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/societal_files.hpp"
#include "gis_io/write/results/write_layers.hpp"

namespace sise {
namespace {

const std::vector<std::string>& societal_files() {
  static const std::vector<std::string> names{"fn.csv",      "fn.json",          "fn.svg",     "fn.png",
                                              "ranking.csv", "contributors.csv", "deaths.tif", "contributors.tif",
                                              kPageFile,     "summary.json"};
  return names;
}

constexpr auto kMostKernelBytes = static_cast<std::int64_t>(RiskBudget::default_kernel_bytes);

std::int64_t in_zone(const std::vector<SocietalCurve>& curves, FnZone zone) {
  std::int64_t count = 0;
  for (const SocietalCurve& curve : curves) count += curve.judgement && curve.judgement->zone == zone ? 1 : 0;
  return count;
}

std::int64_t not_judged(const std::vector<SocietalCurve>& curves) {
  std::int64_t count = 0;
  for (const SocietalCurve& curve : curves) count += curve.judgement ? 0 : 1;
  return count;
}

/// Enterprises of which something is not known.
std::int64_t with_remark(const std::vector<SocietalCurve>& curves, std::string_view code) {
  std::int64_t count = 0;
  for (const SocietalCurve& curve : curves) {
    for (const SocietalRemark& remark : curve.remarks) count += remark.code == code ? 1 : 0;
  }
  return count;
}

PropertyObject zones_of(const std::vector<SocietalCurve>& curves) {
  return {{"unacceptable", in_zone(curves, FnZone::unacceptable)},
          {"alarp", in_zone(curves, FnZone::alarp)},
          {"acceptable", in_zone(curves, FnZone::acceptable)},
          {"not_judged", not_judged(curves)}};
}

/// Enterprises without a single computed unit: nobody may take them for harmless.
PropertyList names_not_judged(const SocietalResult& result) {
  PropertyList names;
  for (const SocietalCurve& curve : result.enterprises) {
    if (!curve.judgement) names.emplace_back(curve.name);
  }
  return names;
}

/// Enterprises whose zone hangs on what is open.
PropertyList names_between_zones(const SocietalResult& result) {
  PropertyList names;
  for (const SocietalCurve& curve : result.enterprises) {
    if (curve.range && curve.range->straddles()) names.emplace_back(curve.name);
  }
  return names;
}

PropertyObject societal_summary(const OpenProject& project, const SocietalWishes& wishes,
                                const SocietalResult& result) {
  const std::vector<SocietalCurve>& all = result.enterprises;
  PropertyList worst;
  for (const SocietalCurve& curve : all) {
    if (!curve.judgement || curve.judgement->zone != FnZone::unacceptable) continue;
    const Text words = judgement_in_words(*curve.judgement);
    worst.emplace_back(PropertyObject{{"enterprise", curve.name}, {"text_zh", words.zh}, {"text_en", words.en}});
  }
  return {{"title", project.study.title},
          {"criterion", wishes.criterion.id},
          {"vulnerability", wishes.vulnerability.id},
          {"enterprises", zones_of(all)},
          {"between_zones_enterprises", names_between_zones(result)},
          {"parks", zones_of(result.parks)},
          {"unacceptable_enterprises", worst},
          {"not_judged_enterprises", names_not_judged(result)},
          {"own_staff_counted", with_remark(all, "own_staff_counted")},
          {"with_incomplete_units", with_remark(all, "incomplete_units")},
          {"people_partly_unknown", with_remark(all, "people_partly_unknown")},
          {"expected_deaths_per_year", result.district.expected_deaths_per_year},
          {"risk_times_people_per_year", result.district.by_place_per_year},
          {"expected_deaths_outside_grid_per_year", result.deaths_outside_per_year},
          {"cell_m", result.grid.cell_m}};
}

Text societal_headline(const SocietalResult& result) {
  const std::vector<SocietalCurve>& all = result.enterprises;
  const Text deaths = readable(result.district.expected_deaths_per_year, "1/yr", 2);
  return {fmt::format("{} enterprises: {} unacceptable, {} to be lowered, {} acceptable, {} not judged; deaths to be "
                      "expected in the whole district: {}",
                      all.size(), in_zone(all, FnZone::unacceptable), in_zone(all, FnZone::alarp),
                      in_zone(all, FnZone::acceptable), not_judged(all), deaths.en),
          fmt::format("共 {} 家企业:不可接受 {} 家,尽可能降低 {} 家,可接受 {} 家,未判定 {} 家;全区预期死亡人数{}",
                      all.size(), in_zone(all, FnZone::unacceptable), in_zone(all, FnZone::alarp),
                      in_zone(all, FnZone::acceptable), not_judged(all), deaths.zh)};
}

/// Packs of the user's own that [societal] names.
std::vector<std::filesystem::path> own_packs(const OpenProject& project) {
  const SocietalConfig& config = project.config.societal;
  std::vector<std::string> names = config.compare;
  names.push_back(config.criterion);
  names.push_back(config.vulnerability);
  std::vector<std::filesystem::path> files;
  for (const std::string& name : names) {
    if (is_pack_file(name)) files.push_back(project.config.origin.folder / name);
  }
  return files;
}

}  // namespace

SocietalWishes societal_wishes(const OpenProject& project) {
  const SocietalConfig& config = project.config.societal;
  const std::filesystem::path& folder = project.config.origin.folder;
  SocietalWishes wishes;
  wishes.vulnerability = people_vulnerability(config.vulnerability, folder);
  wishes.criterion =
      config.criterion.empty() ? fn_criterion(project.study.criteria.rules) : fn_lines(config.criterion, folder);
  for (const std::string& name : config.compare) wishes.compare.push_back(fn_lines(name, folder));
  for (const ParkConfig& park : config.parks) wishes.parks.push_back({park.name, park.enterprises});
  wishes.cell_m = config.cell_m;
  return wishes;
}

SocietalReview::SocietalReview(const OpenProject& project, const Assessment& assessment) {
  if (!project.study.population || !(project.study.criteria.rules.societal_risk.upper_at_one.value > 0.0)) return;
  wishes_ = societal_wishes(project);
  study_ = std::make_unique<SocietalStudy>(assessment, wishes_.vulnerability);
}

std::int64_t SocietalReview::bytes(std::size_t proposals, int threads) const {
  return study_ ? societal_checks_bytes(*study_, proposals, threads) : 0;
}

void SocietalReview::judge(const std::vector<Proposal>& proposals, std::vector<Decision>& decisions,
                           std::vector<std::vector<Remedy>>& remedies, Progress* progress) const {
  if (!study_) return;
  add_societal_checks(*study_, wishes_.criterion, proposals, decisions, progress);
  prove_remedies(*study_, wishes_.criterion, decisions, remedies, progress);
}

RunReport run_societal(const RunOptions& options) {
  OpenProject project = open_project(options, "societal");
  SocietalWishes wishes = societal_wishes(project);
  for (InputRecord& record : record_inputs(options.input, own_packs(project))) {
    project.provenance.inputs.push_back(std::move(record));
  }
  refuse_inputs_as_outputs(options.output, with_manifest(societal_files()), project.provenance.inputs);
  RunReport report;
  report.plan = plan_without_rasters(project, societal_files());
  report.notes = project.study.notes;
  if (project.config.capacity)
    wishes.grounds = load_parks(project.config, project.study, *project.projection, report.notes);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const GeneratedEnds ends(assessment, *project.projection, project.config.generator);
  assessment.open = &ends;
  const SocietalStudy study(assessment, wishes.vulnerability);
  WorkNeed need = societal_need(study, wishes, options.threads);
  need.peak_bytes += ends.bytes() + static_cast<std::int64_t>(assessment.mixing.bytes());
  report.plan.cells = need.cells;
  require_within({options.max_memory_bytes, options.max_cells}, need, {"the curves", "社会风险计算"});
  const std::int64_t kernels =
      std::min(demand_of(assessment.risk).all_kernels_bytes,
               options.max_memory_bytes.value_or(need.peak_bytes + kMostKernelBytes) - need.peak_bytes);
  report.plan.peak_memory_bytes = need.peak_bytes + kernels;
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  if (options.dry_run) return report;
  assessment.risk.set_budget({static_cast<std::size_t>(kernels), 0});
  const SocietalResult result = societal_run(study, wishes, options.progress);
  report.summary = societal_summary(project, wishes, result);
  report.headline = {societal_headline(result)};
  const Contributors contributors = contributors_run(assessment, study.enterprises(), result.grid, options.progress);
  const SocietalView view{project.study, wishes, result, contributors};
  const std::string provenance = project.provenance_text();
  OutputSet outputs(options.output, societal_files(), options.overwrite);
  write_fn_csv(outputs.stage("fn.csv"), view);
  write_societal_ranking(outputs.stage("ranking.csv"), view);
  write_json(outputs.stage("fn.json"), societal_json_of(view), provenance);
  const FnPicture picture = fn_picture_of(view, provenance);
  write_fn_svg(outputs.stage("fn.svg"), picture);
  write_fn_png(outputs.stage("fn.png"), picture);
  write_contributors_csv(outputs.stage("contributors.csv"), view);
  write_contributors_raster(outputs.stage("contributors.tif"), view, provenance, {options.threads, options.progress});
  write_deaths_raster(outputs.stage("deaths.tif"), view, provenance, {options.threads, options.progress});
  write_societal_page(outputs.stage(kPageFile), project, context, view, societal_headline(result));
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
