#include <fmt/format.h>

#include <utility>

#include "gis_io/products/also_files.hpp"
#include "gis_io/products/onemap_register.hpp"
#include "gis_io/products/onemap_sectors.hpp"
#include "gis_io/products/onemap_words.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/project_hazards.hpp"
#include "gis_io/products/rate_summary.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/sector_pack.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/provenance/transaction.hpp"
#include "gis_io/write/results/register_layers.hpp"

namespace sise {
namespace {

constexpr std::int64_t kLibraries_bytes = 90LL << 20;  // with tables and fonts

std::vector<std::string> groups_of_register(const ProjectConfig& config) {
  std::vector<std::string> groups{"hidden_dangers", "official_grades"};  // sectors have one each
  if (config.hazards) groups.emplace_back("natural_hazards");
  return groups;
}

std::vector<Text> missing_without_units(const OpenRegister& open) {
  std::vector<Text> missing{
      {"Not in this map: zones of individual risk, major hazards and protected targets (they need hazardous units: "
       "[units]).",
       "本图不含: 个人风险区划、重大危险源、防护目标 (需要 [units] 危险单元)."}};
  for (Text& text : hazards_not_in_it(open.config)) missing.push_back(std::move(text));
  if (open.reg.sets.empty()) {
    missing.push_back({"Not in this map: grades of townships or other areas (the project names none: [areas]).",
                       "本图不含: 乡镇等分区的等级 (项目未给出 [areas])."});
  }
  return missing;
}

/// Cells in the official colours under everything else.
ClassThumbnail ground_of_grades(const RegisterView& view) {
  ClassThumbnail ground(view.reg.cells, view.scheme, kPreviewMapPixels);
  for (std::int64_t row = 0; row < view.reg.cells.rows; ++row) ground.add_row(view.result.grades.row(row));
  return ground;
}

OneMap map_of(const OpenRegister& open, const RegisterView& view, const SectorPack& pack, RunReport& report) {
  OneMap made;
  made.stamp = register_stamp(view);
  made.groups.push_back(empty_sectors_group(pack));
  add_register(view, pack, district_of(view), made, report);
  if (!view.reg.sets.empty()) {
    const std::string table = "register_areas_" + view.reg.sets.front().name;
    for (const OneMapGroup& group : made.groups) {
      if (const VectorLayer* areas = table_named(group, table)) made.glance.push_back(by_edges(*areas));
    }
  }
  made.not_in_it = missing_without_units(open);
  made.summary = {{"title", open.config.title},
                  {"state", std::string("current")},
                  {"stamp_zh", stamp_text(made.stamp).zh},
                  {"stamp_en", stamp_text(made.stamp).en},
                  {"register", rate_summary(open.config.title, view)}};
  return made;
}

}  // namespace

RunReport run_onemap_of_register(const RunOptions& options, ProjectConfig config) {
  OpenRegister open = open_register(options, std::move(config), "onemap");
  require_sheets(options.sheets,
                 {class_scheme(open.config.colour_blind ? "four-colours-colour-blind" : "four-colours")});
  const SectorPack pack = sector_pack("county-eight");
  const std::vector<std::string> files = onemap_files(groups_of_register(open.config), pack, options);
  RunReport report;
  report.plan = {open.reg.cells.cells(), 0, with_manifest(files),
                 kLibraries_bytes + register_memory_bytes(open.reg) + 2 * open.reg.cells.cells() +
                     also_bytes(options.also, static_cast<std::int64_t>(open.reg.points.size())) +
                     sheet_bytes(options.sheets, open.reg.cells.cells()),
                 open.provenance.config_json};
  report.notes = open.notes;
  const std::vector<NaturalHazard> hazards = natural_hazards_of(open.config, *open.projection, open.reg.cells);
  require_within(options, open.reg, report.plan.peak_memory_bytes);
  refuse_inputs_as_outputs(options.output, report.plan.files, open.provenance.inputs);
  const Context context = open_context(open.config.context, open.config.grid, open.reg.cells.bounds(), report.notes);
  if (options.dry_run) return report;
  const RatedRegister rated(open.reg, open.sources, open.config.colour_blind, options.progress);
  const RegisterView& view = rated.view();
  OneMap made = map_of(open, view, pack, report);
  add_natural_hazards(open.config, hazards, open.reg.sets, made);
  const ClassThumbnail ground = ground_of_grades(view);
  made.ground = &ground;
  made.ground_scheme = &view.scheme;
  MapPage page(*open.projection, context, open.reg.cells.bounds());
  page.title = page_title(open.config.title, {"one map", "一张图"});
  page.provenance_json = provenance_json(open.provenance);
  if (open.reg.district) page.outline = *open.reg.district;
  page.ground.emplace(PageGround{ground, view.scheme});
  made.page = &page;
  OutputSet outputs(options.output, files, options.overwrite);
  SheetWords words = sheet_words(open.config);
  words.colours = {view.scheme};
  words.date = dated(made.stamp.date);
  words.basis = graded_by(made.stamp.pack);
  write_onemap(outputs,
               {open.config.title,
                open.reg.cells,
                open.reg.district,
                {"district", "辖区"},
                provenance_json(open.provenance),
                options.also,
                options.sheets,
                words},
               made, options.progress);
  report.summary = made.summary;
  report.headline = headline_of(made);
  outputs.commit(open.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
