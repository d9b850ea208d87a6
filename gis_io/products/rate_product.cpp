#include "gis_io/products/rate_product.hpp"

#include <fmt/format.h>

#include <map>

#include "gis_io/products/also_files.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/project_hazards.hpp"
#include "gis_io/products/rate_headline.hpp"
#include "gis_io/products/rate_page.hpp"
#include "gis_io/products/rate_summary.hpp"
#include "gis_io/products/white_paper.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/pages/enterprise_page.hpp"
#include "gis_io/write/pages/html_page.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/provenance/transaction.hpp"
#include "gis_io/write/results/register_files.hpp"
#include "gis_io/write/results/register_table.hpp"
#include "gis_io/write/results/write_layers.hpp"

namespace sise {
namespace {

// The program with its libraries, tables and fonts.
constexpr std::int64_t kRating_bytes = 86LL << 20;

/// The sheets that are asked for, and their files.
struct Dossiers {
  std::vector<std::size_t> enterprises;
  std::vector<std::string> files;
};

Dossiers dossiers_of(const Register& reg, const RateChoice& choice) {
  Dossiers dossiers;
  if (choice.dossiers.empty()) return dossiers;
  dossiers.enterprises = enterprises_named(reg, choice.dossiers);
  std::vector<std::string> ids;
  ids.reserve(dossiers.enterprises.size());

  for (const std::size_t e : dossiers.enterprises) ids.push_back(reg.enterprises[e].id);
  dossiers.files = page_names("enterprise", ids);
  return dossiers;
}

std::vector<std::string> files_of(const Register& reg, const RateChoice& choice, const Dossiers& dossiers,
                                  const RunOptions& options) {
  std::vector<std::string> files = register_file_names();
  files.emplace_back(kPageFile);
  if (!reg.detectors.empty()) files.insert(files.end(), live_file_names().begin(), live_file_names().end());
  if (reg.kernel_m) files.emplace_back(kKernelFile);
  if (choice.workbooks) files.insert(files.end(), {"enterprises.xlsx", "points.xlsx"});
  if (choice.white_paper) files.insert(files.end(), white_paper_files().begin(), white_paper_files().end());
  files.insert(files.end(), dossiers.files.begin(), dossiers.files.end());
  for (std::string& file : also_files(options.also, "rate", {"rate"})) files.push_back(std::move(file));
  for (std::string& file : sheet_files(options.sheets)) files.push_back(std::move(file));
  return files;
}

/// A sheet has an end.
void require_sheet(const RateChoice& choice, const Register& reg) {
  constexpr std::int64_t kHeadings = 2;
  const auto rows = static_cast<std::int64_t>(reg.points.size());
  if (!choice.workbooks || rows + kHeadings <= kMostSheetRows) return;
  throw ConfigError("too_many_rows",
                    {fmt::format("{} risk points do not fit into one sheet of a workbook", rows),
                     fmt::format("{} 个风险点超出工作表的行数", rows)},
                    {.field = "--xlsx"}, {"Use points.csv or points.gpkg", "请使用 points.csv 或 points.gpkg"});
}

RunPlan plan_rating(const OpenRegister& open, const RunOptions& options) {
  RunPlan plan;
  plan.cells = open.reg.cells.cells();
  plan.files = with_manifest(files_of(open.reg, {}, {}, options));
  const std::int64_t cell_bytes = 2 + (open.reg.kernel_m ? static_cast<std::int64_t>(sizeof(float)) : 0);
  plan.peak_memory_bytes = kRating_bytes + register_rows_bytes(open.reg) + cell_bytes * plan.cells +
                           also_bytes(options.also, static_cast<std::int64_t>(open.reg.points.size())) +
                           sheet_bytes(options.sheets, plan.cells);
  plan.config_json = open.provenance.config_json;
  return plan;
}

/// The rows of one kind of fault in one file: how many, and which came first.
struct FaultyRows {
  const FindingKind* kind = nullptr;
  RowRef first;
  std::string example;
  std::int64_t count = 0;
};

void count_faults(const Findings& findings, RowRef row, std::map<std::string, FaultyRows>& faults) {
  for (const Finding& finding : findings) {
    if (finding.kind->weight != Weight::left_out) continue;
    FaultyRows& rows = faults[std::string(finding.kind->code) + "/" + std::to_string(row.file)];
    if (rows.count++ > 0) continue;
    rows.kind = finding.kind;
    rows.first = row;
    rows.example = finding.field.empty() ? finding.detail : finding.field + " = " + finding.detail;
  }
}

/// What could not be used, one line per file and kind of fault; cleaning.csv has every row.
void tell_left_out(const OpenRegister& open, RunReport& report) {
  std::map<std::string, FaultyRows> faults;
  each_row(open.reg, [&](const Findings& findings, RowRef row) { count_faults(findings, row, faults); });
  const auto tell = [&](const std::string& file, std::int64_t line, const Text& what, const std::string& example,
                        std::int64_t count, const Text& remedy, const std::string& code) {
    const std::string gap = example.empty() ? "" : example + "; ";
    const Text reason{fmt::format("{} ({}{} {}, the first {})", what.en, gap, count, count == 1 ? "row" : "rows", line),
                      fmt::format("{} ({}共 {} 行, 首行 {})", what.zh, gap, count, line)};
    Diagnostic diagnostic{
        Diagnostic::Severity::warning, code, {.file = file, .line = static_cast<int>(line)}, reason, remedy};
    report.notes.push_back(std::move(diagnostic));
    report.skipped.push_back({file + ":" + std::to_string(line), reason});
    report.status = RunStatus::partial;
  };
  for (const auto& [key, rows] : faults) {
    tell(open.sources[rows.first.file].file, rows.first.line, rows.kind->what, rows.example, rows.count,
         rows.kind->remedy, std::string(rows.kind->code));
  }
  for (const RegisterSource& source : open.sources) {
    for (const Diagnostic& lost : source.lost) {
      tell(source.file, lost.where.line, lost.message, source.file, 1, lost.remedy, lost.code);
    }
  }
}

/// Overlaps and gaps of boundary sets beyond what rounding makes.
void tell_covers(const OpenRegister& open, const RateResult& result, RunReport& report) {
  constexpr double kShare = 1e-6;
  for (std::size_t s = 0; s < open.reg.sets.size(); ++s) {
    const CoverFault& cover = result.sets[s].cover;
    const double least = kShare * result.district.area_m2;
    const std::string name = open.reg.sets[s].name;
    const Location where{.file = open.config.areas[s].layer.source_text, .layer = open.config.areas[s].layer.layer};
    if (cover.overlap_m2 > least) {
      const Text what{fmt::format("the areas of '{}' overlap by {:.0f} m²: a point there counts for the first", name,
                                  cover.overlap_m2),
                      fmt::format("边界集 '{}' 的区域相互重叠 {:.0f} m²: 其中的点计入前者", name, cover.overlap_m2)};
      report.notes.push_back(
          {Diagnostic::Severity::warning, "areas_overlap", where, what, {"Mend the boundaries", "请修正边界"}});
      report.skipped.push_back({"areas." + name, what});
      report.status = RunStatus::partial;
    }
    if (cover.gap_m2 > least) {
      const Text what{fmt::format("the areas of '{}' leave {:.0f} m² of the district uncovered", name, cover.gap_m2),
                      fmt::format("边界集 '{}' 未覆盖辖区 {:.0f} m²", name, cover.gap_m2)};
      report.notes.push_back({Diagnostic::Severity::warning,
                              "areas_leave_gaps",
                              where,
                              what,
                              {"Points there belong to none of them; mend the boundaries if they should",
                               "其中的点不属于任何区域; 如有误请修正边界"}});
    }
  }
}

}  // namespace

RunReport run_rate(const RunOptions& options, const RateChoice& choice) {
  OpenRegister open = open_register(options, "rate");
  const ClassScheme scheme = class_scheme(open.config.colour_blind ? "four-colours-colour-blind" : "four-colours");
  require_sheets(options.sheets, {scheme});
  RunReport report;
  report.plan = plan_rating(open, options);
  require_within(options, open.reg, report.plan.peak_memory_bytes);
  refuse_inputs_as_outputs(options.output, report.plan.files, open.provenance.inputs);
  report.notes = open.notes;
  const Context context = open_context(open.config.context, open.config.grid, open.reg.cells.bounds(), report.notes);
  const std::vector<NaturalHazard> hazards = natural_hazards_of(open.config, *open.projection, open.reg.cells);
  report.plan.files = with_manifest(files_of(open.reg, choice, {}, options));
  require_sheet(choice, open.reg);
  if (options.dry_run && choice.dossiers.empty()) return report;
  const RateResult result =
      rate(open.reg, options.progress);  // also finds the enterprises that have no row of their own
  const Dossiers dossiers = dossiers_of(open.reg, choice);
  const std::vector<std::string> files = files_of(open.reg, choice, dossiers, options);
  report.plan.files = with_manifest(files);
  if (options.dry_run) return report;
  tell_left_out(open, report);
  tell_covers(open, result, report);
  const RegisterView view{open.reg, result, open.sources, scheme};
  report.summary = rate_summary(open.config.title, view);
  report.headline = rate_headline(view);
  OutputSet outputs(options.output, files, options.overwrite);
  const std::string provenance = provenance_json(open.provenance);
  write_register_files(outputs, view,
                       {open.config.title, *open.projection, provenance, {options.threads, options.progress}});
  if (choice.workbooks) write_register_workbooks(outputs, view);
  if (choice.white_paper) write_white_paper(outputs, open.config.title, view);
  if (!dossiers.files.empty()) {
    const DossierRows rows(view);
    for (std::size_t i = 0; i < dossiers.files.size(); ++i)
      write_file(outputs.stage(dossiers.files[i]), dossier_page(view, rows, dossiers.enterprises[i], provenance));
  }
  write_rate_page(outputs, options.sheets, open, view, context, hazards);
  if (options.also.any()) write_also(outputs, options.also, rate_layers(open, view, hazards));
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(open.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
