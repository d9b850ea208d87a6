#include "gis_io/products/onemap_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/results/register_layers.hpp"

namespace sise {
namespace {

constexpr std::int64_t kOneMapRow_bytes =
    4096;  // of a row: read, rated and as a feature (2.9 kB in benchmarks/district/register.py)

/// Rows of the register that are left out: `sise rate` tells each.
void note_left_out(const Register& reg, RunReport& report) {
  const auto is_left_out = [](const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.kind->weight == Weight::left_out; });
  };
  std::int64_t rows = 0;
  for (const RiskPoint& point : reg.points) rows += is_left_out(point.findings) ? 1 : 0;
  for (const EnterpriseRecord& firm : reg.enterprises) rows += firm.registered && is_left_out(firm.findings) ? 1 : 0;
  for (const HiddenDanger& danger : reg.dangers) rows += is_left_out(danger.findings) ? 1 : 0;
  if (rows == 0) return;
  const Text what{fmt::format("{} rows of the register are used in part or not at all", rows),
                  fmt::format("清单中有 {} 行未能全部采用", rows)};
  report.notes.push_back(
      {Diagnostic::Severity::warning,
       "register_rows_left_out",
       {.field = "register"},
       what,
       {"`sise rate` tells each with its remedy (cleaning.csv)", "运行 sise rate, 逐行原因见 cleaning.csv"}});
  report.skipped.push_back({"register", what});
  report.status = RunStatus::partial;
}

}  // namespace

std::int64_t register_memory_bytes(const Register& reg) {
  return static_cast<std::int64_t>(reg.points.size() + reg.enterprises.size() + reg.dangers.size()) * kOneMapRow_bytes;
}

void add_register(const OneMapInputs& in, OpenRegister& open, const SectorPack& pack, OneMap& made, RunReport& report) {
  const bool colour_blind = in.project.config.colour_blind;
  const RateResult result = rate(open.reg, in.options.progress);
  note_left_out(open.reg, report);
  const ClassScheme scheme = class_scheme(colour_blind ? "four-colours-colour-blind" : "four-colours");
  const RegisterView view{open.reg, result, open.sources, scheme};
  const MapStamp stamp = register_stamp(view);
  OneMapGroup grades = grades_group(view, pack, stamp);
  const auto sectors = std::find_if(made.groups.begin(), made.groups.end(),
                                    [](const OneMapGroup& group) { return group.id == "sectors"; });
  add_register_sectors(*sectors, grades, view, pack, district_of(in.project.study), stamp);
  made.groups.insert(made.groups.begin(), std::move(grades));
  made.groups.insert(made.groups.begin(), dangers_group(view, class_scheme("hidden-danger"), stamp));
}

}  // namespace sise
