#include "gis_io/products/map_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/grid/tiles.hpp"
#include "core/runs/map.hpp"
#include "core/runs/transects.hpp"
#include "gis_io/products/also_files.hpp"
#include "gis_io/products/area_sets.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/page_sheets.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/map_features.hpp"
#include "gis_io/write/results/map_rasters.hpp"
#include "gis_io/write/results/map_summary.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/transects_table.hpp"
#include "gis_io/write/results/warning_notes.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

const std::vector<std::string>& file_names() {
  static const std::vector<std::string> names{"risk.tif",    "risk.qml",         "classes.tif",  "classes.tif.aux.xml",
                                              "classes.qml", "classes.geojson",  "rules.tif",    "rules.tif.aux.xml",
                                              "rules.qml",   "contours.geojson", "contours.qml", "units.geojson",
                                              "units.qml",   "preview.png",      kPageFile,      "summary.json"};
  return names;
}

constexpr const char* kTransectTable = "transects.csv";

std::vector<std::string> all_files(const OpenProject& project, const RunOptions& options) {
  const AlsoFormats& also = options.also;
  std::vector<std::string> files = file_names();
  if (has_transects(project.study)) files.emplace_back(kTransectTable);
  for (std::string& file : area_files(project.config)) files.push_back(std::move(file));
  for (std::string& file : also_files(also, "map", {"units", "contours", "classes"})) files.push_back(std::move(file));
  for (std::string& file : sheet_files(options.sheets)) files.push_back(std::move(file));
  return files;
}

/// The vector layers with their styles, the uppermost first.
std::vector<VectorLayer> layers_of(const MapTotals& totals, const std::vector<Feature>& units,
                                   const ClassScheme& scheme) {
  return {{"units",
           {"Hazardous units", "危险单元"},
           {},
           units,
           category_style(scheme, "level", commonest_shape(units)),
           "name"},
          {"contours",
           {"Contours of individual risk", "个人风险等值线"},
           {},
           contour_features(totals),
           contour_style(scheme, "level_per_year"),
           "level_per_year"},
          {"classes", scheme.title, {}, class_features(totals, scheme), class_style(scheme, "code"), "label_zh"}};
}

/// What the page's colours take, and a sheet while it is drawn.
std::int64_t picture_bytes(const GridSpec& grid, const RunOptions& options) {
  const std::int64_t page = std::min(grid.cells(), kPageMapPixels * kPageMapPixels);
  return page + sheet_bytes(options.sheets, page);
}

RunPlan plan_of(const OpenProject& project, const MemoryPlan& memory, const RunOptions& options) {
  RunPlan plan;
  plan.cells = project.study.grid.cells();
  plan.tiles = static_cast<std::int64_t>(tiles(project.study.grid).size());
  plan.files = all_files(project, options);
  plan.files.emplace_back("manifest.json");
  plan.peak_memory_bytes = memory.peak_bytes;
  plan.config_json = project.provenance.config_json;
  return plan;
}

/// Every band goes into the rasters, the sums by area and the page.
class MapFiles : public BandReceiver {
 public:
  MapFiles(MapRasters& rasters, AreaSetStatistics& areas, ClassThumbnail& page)
      : rasters_(rasters), areas_(areas), page_(page) {}
  void add(const MapBand& band) override {
    rasters_.add(band);
    areas_.add(band);
    for (std::int64_t row = 0; row < band.code.rows(); ++row) page_.add_row(band.code.row(row));
  }

 private:
  MapRasters& rasters_;
  AreaSetStatistics& areas_;
  ClassThumbnail& page_;
};

/// QGIS finds NAME.qml beside NAME.tif and NAME.geojson.
void write_styles(const OutputSet& outputs, const MapSchemes& schemes, const std::vector<Feature>& units) {
  const ClassScheme& scheme = schemes.classes;
  write_file(outputs.stage("risk.qml"), value_style_qml(scheme));
  write_file(outputs.stage("classes.qml"), class_style_qml(scheme));
  write_file(outputs.stage("rules.qml"), class_style_qml(schemes.rules));
  write_file(outputs.stage("contours.qml"), contour_style_qml(scheme, "level_per_year"));
  write_file(outputs.stage("units.qml"), category_style_qml(scheme, "level", commonest_shape(units)));
}

std::vector<ColourCode> colours_of(const std::vector<UnitOnMap>& units) {
  std::vector<ColourCode> colours;
  colours.reserve(units.size());
  for (const UnitOnMap& unit : units) colours.push_back(unit.rating.colour.code);
  return colours;
}

/// Every set, one after the other.
void write_areas(const OutputSet& outputs, const OpenProject& project, const std::vector<AreaSetSums>& sets) {
  std::vector<Feature> rows;
  for (const AreaSetSums& set : sets) {
    for (Feature& row : area_features(set.key, set.areas, set.sums, project.config.scheme))
      rows.push_back(std::move(row));
  }
  write_area_files(outputs, project, rows, project.config.scheme);
}

std::vector<std::string> codes_in(const std::vector<Diagnostic>& notes) {
  std::vector<std::string> codes;
  codes.reserve(notes.size());
  for (const Diagnostic& note : notes) codes.push_back(note.code);
  return codes;
}

PreviewFrame frame_of(const OpenProject& project, const Assessment& assessment,
                      const std::vector<std::string>& warnings) {
  PreviewFrame frame;
  frame.title = {project.study.title, project.study.title};
  frame.notes = {{"Design-code separation distances are not in the colours.", "颜色不包含设计规范的防火间距。"}};
  for (Text& text : texts_of(warnings)) frame.notes.push_back(std::move(text));
  if (project.study.area) frame.outline = *project.study.area;
  frame.outline_label = {"study area", "评价范围"};
  for (std::size_t i = 0; i < assessment.risk.unit_count(); ++i) frame.marks.push_back(assessment.risk.unit(i).source);
  frame.marks_label = {"hazardous unit", "危险单元"};
  frame.provenance_json = project.provenance_text();
  return frame;
}

/// The page and its sheets. The classes are the ground. Targets are hidden at first: there are many, and the question
/// is what colour a place has.
void write_map_page(const OutputSet& outputs, const RunOptions& options, const OpenProject& project, MapPage page,
                    const std::vector<VectorLayer>& layers, const std::vector<std::string>& warnings) {
  page.notes.push_back({"Design-code separation distances are not in the colours.", "颜色不包含设计规范的防火间距。"});
  for (Text& text : texts_of(warnings)) page.notes.push_back(std::move(text));
  const VectorLayer targets = target_layer(project.study.targets, class_scheme("target-class"));
  for (const VectorLayer& layer : layers) {
    if (layer.name != "classes") add_page_layer(page, layer);
  }
  if (!targets.features.empty()) add_page_layer(page, targets, false);
  write_page(outputs.stage(kPageFile), page);
  SheetWords words = sheet_words(project);
  words.colours = {project.config.scheme};
  words.notes = {{"Not in this map: natural hazards, live data.", "本图不含: 自然灾害、动态数据。"}};
  write_page_sheets(outputs, options.sheets, page, words);
}

std::vector<Text> headline_of(const MapTotals& totals, const ClassScheme& scheme, const Assessment& assessment) {
  std::vector<Text> lines;
  const auto tell = [&](int code, const Text& label) {
    const auto found = totals.classes.find(code);
    const double km2 = found == totals.classes.end() ? 0.0 : found->second.area_m2 * 1e-6;
    lines.push_back({fmt::format("{}: {:.2f} km2", label.en, km2), fmt::format("{}:{:.2f} km2", label.zh, km2)});
  };
  for (const SchemeClass& c : scheme.classes) tell(c.code, c.label);
  tell(ClassScheme::no_answer_code, scheme.no_answer_label);
  const auto incomplete = std::count_if(assessment.statuses.begin(), assessment.statuses.end(),
                                        [](const UnitStatus& status) { return !status.computed; });
  if (incomplete > 0) {
    lines.push_back(
        {fmt::format("{} of {} units could not be computed; see units.geojson", incomplete, assessment.statuses.size()),
         fmt::format("{} / {} 个单元未能计算,详见 units.geojson", incomplete, assessment.statuses.size())});
  }
  return lines;
}

void write_map(const RunOptions& options, const OpenProject& project, MapRun& run, const MemoryPlan& memory,
               const std::vector<BoundarySet>& sets, const Context& context, RunReport& report) {
  const MapSchemes schemes{project.config.scheme, class_scheme("governing-rule")};
  const ClassScheme& scheme = schemes.classes;
  const Assessment& assessment = run.assessment();
  OutputSet outputs(options.output, all_files(project, options), options.overwrite);
  const std::string provenance = project.provenance_text();
  MapRasters rasters({outputs.stage("risk.tif"), outputs.stage("classes.tif"), outputs.stage("rules.tif")},
                     project.study.grid, schemes, {project.study.title, provenance}, run.map().risk_bounds(),
                     memory.in_memory, {options.threads, options.progress});
  AreaSetStatistics areas(project.study, sets);
  ClassThumbnail page_codes(project.study.grid, scheme, kPageMapPixels);
  MapFiles receiver(rasters, areas, page_codes);
  const MapResult result = run.run(memory, receiver, options.progress);
  const MapTotals& totals = result.totals;
  rasters.finish();

  const LayerWriter writer{*project.projection, provenance};
  writer.write(outputs.stage("classes.geojson"), "classes", class_features(totals, scheme), PolygonForm::always_multi);
  writer.write(outputs.stage("contours.geojson"), "contours", contour_features(totals), PolygonForm::always_multi);
  const std::vector<Feature> units = unit_features(assessment, result.units);
  writer.write(outputs.stage("units.geojson"), "units", units, PolygonForm::as_is);
  write_styles(outputs, schemes, units);
  if (has_transects(project.study))
    write_transects(outputs.stage(kTransectTable), transects(assessment, options.progress), project.study);
  if (!sets.empty()) write_areas(outputs, project, areas.finish(colours_of(result.units), report));
  const std::vector<VectorLayer> layers = layers_of(totals, units, scheme);
  if (options.also.any()) {
    write_also(outputs, options.also,
               {"map",
                {project.study.title, project.study.title},
                {"Design-code separation distances are not in the colours.", "颜色不包含设计规范的防火间距."},
                project.study.grid.crs,
                project.study.grid.bounds(),
                *project.projection,
                provenance,
                layers});
  }
  const std::vector<Diagnostic> warnings = map_warnings(assessment, totals, result.small_zones);
  report.notes.insert(report.notes.end(), warnings.begin(), warnings.end());
  write_class_preview(outputs.stage("preview.png"), rasters.thumbnail(), scheme,
                      frame_of(project, assessment, codes_in(warnings)));
  MapPage page = page_of(project, context, scheme.title);
  page.ground.emplace(PageGround{page_codes, scheme});
  page.shares = page_shares(totals, scheme);
  write_map_page(outputs, options, project, std::move(page), layers, codes_in(warnings));
  report.summary = map_summary(assessment, result, scheme);
  report.headline = headline_of(totals, scheme, assessment);
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(project.provenance, report.status, report.skipped);
}

}  // namespace

RunReport run_map(const RunOptions& options) {
  const OpenProject project = open_project(options, "map");
  require_sheets(options.sheets, {project.config.scheme});
  refuse_inputs_as_outputs(options.output, with_manifest(all_files(project, options)), project.provenance.inputs);
  MapRun run(project.study, *project.substances, *project.projection);
  ReceiverDemand demand = MapRasters::demand();
  demand.picture_bytes = picture_bytes(project.study.grid, options);
  const MemoryPlan memory = run.plan(demand, {options.max_memory_bytes, options.max_cells});
  RunReport report;
  report.plan = plan_of(project, memory, options);
  report.notes = project.study.notes;
  const std::vector<BoundarySet> sets = read_area_sets(project);
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  if (!options.dry_run) write_map(options, project, run, memory, sets, context, report);
  return report;
}

}  // namespace sise
