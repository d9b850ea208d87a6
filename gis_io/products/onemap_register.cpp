#include "gis_io/products/onemap_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "gis_io/products/onemap_sectors.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/results/register_layers.hpp"

namespace sise {
namespace {

constexpr std::int64_t kEnterprise_bytes = 12'000;  // of its features: in every sector in which it has points

/// Rows of the register that are left out: `sise rate` tells each.
void note_left_out(const Register& reg, RunReport& report) {
  const auto is_left_out = [](const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.kind->weight == Weight::left_out; });
  };
  std::set<std::pair<std::uint32_t, std::int32_t>> left_out;
  each_row(reg, [&](const Findings& findings, RowRef row) {
    if (is_left_out(findings)) left_out.emplace(row.file, row.line);
  });
  const std::size_t rows = left_out.size();
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
  return register_rows_bytes(reg) + static_cast<std::int64_t>(reg.enterprises.size()) * kEnterprise_bytes;
}

RatedRegister::RatedRegister(Register& reg, const std::vector<RegisterSource>& sources, bool colour_blind,
                             Progress* progress)
    : result_(rate(reg, progress)),
      scheme_(class_scheme(colour_blind ? "four-colours-colour-blind" : "four-colours")),
      view_{reg, result_, sources, scheme_} {}

void add_register(const RegisterView& view, const SectorPack& pack, const MultiPolygon& district, OneMap& made,
                  RunReport& report) {
  note_left_out(view.reg, report);
  const MapStamp stamp = register_stamp(view);
  OneMapGroup grades = grades_group(view, pack, stamp);
  const auto sectors = std::find_if(made.groups.begin(), made.groups.end(),
                                    [](const OneMapGroup& group) { return group.id == "sectors"; });
  add_register_sectors(*sectors, grades, view, pack, district, stamp);
  const std::string set = view.reg.sets.empty() ? "district" : view.reg.sets.front().name;
  made.pictures = sector_pictures(
      {table_named(*sectors, "sector_enterprise_grades"), table_named(*sectors, "sector_grades"), "sector_layer", set},
      pack);
  for (OneMapPicture& picture : made.pictures) picture.stamp = stamp;
  made.groups.insert(made.groups.begin(), std::move(grades));
  made.groups.insert(made.groups.begin(), dangers_group(view, class_scheme("hidden-danger"), stamp));
}

}  // namespace sise
