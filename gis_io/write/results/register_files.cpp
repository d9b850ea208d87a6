#include "gis_io/write/results/register_files.hpp"

#include <fmt/format.h>

#include <array>

#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/office/geopackage.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/register_layers.hpp"
#include "gis_io/write/results/register_table.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/tables/xlsx.hpp"
#include "gis_io/write/vectors/csv.hpp"

namespace sise {
namespace {

std::vector<EnterpriseRow> enterprise_rows(const RegisterView& view) {
  std::vector<EnterpriseRow> rows;
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    if (view.reg.enterprises[e].state == RowState::counted) rows.push_back({view, e});
  }
  return rows;
}

void write_enterprises(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  const std::vector<EnterpriseRow> rows = enterprise_rows(view);
  write_table(outputs.stage("enterprises.csv"), enterprise_columns(), rows);
  std::vector<Feature> features;
  for (const EnterpriseRow& row : rows) {
    Feature feature;
    if (row.rated().placement.at) feature.geometry.points = {*row.rated().placement.at};
    feature.properties = properties_of(enterprise_columns(), row);
    features.push_back(std::move(feature));
  }
  LayerWriter{frame.projection, frame.provenance_json}.write(outputs.stage("enterprises.geojson"), "enterprises",
                                                             features, PolygonForm::as_is);
  write_file(outputs.stage("enterprises.qml"), category_style_qml(view.scheme, "code", Shape::point));
}

/// The GeoPackage and the table in one go: what a row says is put into words once.
void write_points(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  const auto& columns = point_columns();
  CsvWriter csv(outputs.stage("points.csv"), names_of(columns), ByteOrderMark::for_excel);
  VectorLayer layer = point_layer(view, columns);
  const MapStamp stamp = register_stamp(view);
  layer.name = "points";
  layer.title = stamped_title({"Risk points by official grade", "风险点等级"}, stamp);
  layer.description = stamp_text(stamp);
  layer.rows->each = [each = layer.rows->each, &csv](const LayerRows::Sink& sink) {
    each([&](const std::optional<Point>& at, const std::vector<PropertyValue>& values) {
      csv.add(values);
      sink(at, values);
    });
  };
  write_geopackage(outputs.stage("points.gpkg"), view.reg.cells.crs, LayerList{&layer},
                   {frame.title + " 风险点 risk points", frame.provenance_json}, frame.cog.progress);
  csv.finish();
  write_file(outputs.stage("points.qml"), category_style_qml(view.scheme, "code", Shape::point));
}

/// By township and sector, the longest first.
void write_overdue(const OutputSet& outputs, const RegisterView& view) {
  const Sheet sheet = overdue_sheet(view);
  std::vector<std::string> names;
  names.reserve(sheet.columns.size());
  for (const SheetColumn& column : sheet.columns) names.push_back(column.title);
  CsvWriter csv(outputs.stage("overdue.csv"), names, ByteOrderMark::for_excel);
  for (const std::vector<PropertyValue>& row : sheet.rows) csv.add(row);
  csv.finish();
}

void write_cleaning(const OutputSet& outputs, const RegisterView& view) {
  CsvWriter csv(outputs.stage("cleaning.csv"), names_of(cleaning_columns()), ByteOrderMark::for_excel);
  each_cleaning_row(view, [&](const CleaningRow& row) { csv.add(values_of(cleaning_columns(), row)); });
  csv.finish();
}

/// Sectors as the classes of a raster: qualitative colours, as a sector is neither better nor worse.
ClassScheme sector_scheme(const std::vector<std::string>& sectors) {
  constexpr std::array<Rgb, 12> kColours{{{166, 206, 227},
                                          {31, 120, 180},
                                          {178, 223, 138},
                                          {51, 160, 44},
                                          {251, 154, 153},
                                          {227, 26, 28},
                                          {253, 191, 111},
                                          {255, 127, 0},
                                          {202, 178, 214},
                                          {106, 61, 154},
                                          {255, 255, 153},
                                          {177, 89, 40}}};
  ClassScheme scheme;
  scheme.id = "governing-sector";
  scheme.title = {"Sector of the governing point", "主导风险点所属行业"};
  scheme.no_answer_label = {"no rated risk point", "无已评级风险点"};
  scheme.no_answer_rgb = {240, 240, 240};
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const auto code = static_cast<double>(i + 1);
    scheme.classes.push_back({code - 1.0,
                              code,
                              static_cast<int>(i + 1),
                              sectors[i],
                              {sectors[i], sectors[i]},
                              kColours.at(i % kColours.size())});
  }
  return scheme;
}

void write_raster(const std::filesystem::path& path, const GridSpec& grid, const Raster<std::uint8_t>& codes,
                  const ClassScheme& scheme, const Text& title, int nodata, const RegisterFrame& frame) {
  RasterDescription description;
  description.title = frame.title;
  description.bands = {{title.en + " / " + title.zh, "", categories_of(scheme)}};
  description.nodata = nodata;
  description.metadata = {{"SISE_SCHEME", scheme.id}};
  description.provenance_json = frame.provenance_json;
  const std::array<RasterView<const std::uint8_t>, 1> bands{codes.view()};
  write_cog(path, grid, description, bands, frame.cog);
}

void write_rasters(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  const GridSpec& grid = view.reg.cells;
  const Text title{"current official grade, worst point of the cell", "现状安全风险等级 (网格内最高)"};
  write_raster(outputs.stage("grades.tif"), grid, view.result.grades, view.scheme, title, ClassScheme::outside_code,
               frame);
  write_file(outputs.stage("grades.qml"), class_style_qml(view.scheme));
  const ClassScheme sectors = sector_scheme(view.result.sectors);
  write_raster(outputs.stage("governing.tif"), grid, view.result.governing_sector, sectors, sectors.title, 0, frame);
  write_file(outputs.stage("governing.qml"), class_style_qml(sectors));
}

void write_kernel(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  const WeightSet& weights = view.reg.area_rules.weights.front();
  RasterDescription description;
  description.title = frame.title;
  const Text title{
      fmt::format("statistic, no colour of risk: density of risk points by a quartic kernel of {:g} m, weights {}",
                  *view.reg.kernel_m, weights.id),
      fmt::format("统计指标, 非风险颜色: 风险点核密度 (四次核, 半径 {:g} m, 权重 {})", *view.reg.kernel_m, weights.id)};
  description.bands = {{title.en + " / " + title.zh, "1/km2", {}}};
  description.metadata = {{"SISE_NOTE", "It spreads over water and borders, and many low points outrank a major one."}};
  description.provenance_json = frame.provenance_json;
  const std::array<RasterView<const float>, 1> bands{view.result.kernel->view()};
  write_cog(outputs.stage(kKernelFile), view.reg.cells, description, bands, frame.cog);
}

void write_picture(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  ClassThumbnail thumbnail(view.reg.cells, view.scheme, kPreviewMapPixels);
  for (std::int64_t row = 0; row < view.reg.cells.rows; ++row) thumbnail.add_row(view.result.grades.row(row));
  PreviewFrame preview;
  preview.title = {frame.title + ": official risk grades, current (after measures)",
                   frame.title + " 现状安全风险四色图"};
  preview.notes = map_notes(view);
  if (view.reg.district) preview.outline = *view.reg.district;
  preview.outline_label = {"district", "辖区"};
  preview.provenance_json = frame.provenance_json;
  write_class_preview(outputs.stage("preview.png"), thumbnail, view.scheme, preview);
}

}  // namespace

const std::vector<std::string>& register_file_names() {
  static const std::vector<std::string> kNames{
      "points.csv",      "points.gpkg",        "points.qml",  "enterprises.csv", "enterprises.geojson",
      "enterprises.qml", "areas.geojson",      "areas.qml",   "areas.csv",       "areas.xlsx",
      "grades.tif",      "grades.tif.aux.xml", "grades.qml",  "governing.tif",   "governing.tif.aux.xml",
      "governing.qml",   "hidden_dangers.csv", "overdue.csv", "inspections.csv", "cleaning.csv",
      "preview.png",     "summary.json"};
  return kNames;
}

const std::vector<std::string>& live_file_names() {
  static const std::vector<std::string> kNames{"live.csv", "live.geojson", "live.qml"};
  return kNames;
}

void write_register_live(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  std::vector<LiveRow> rows;
  for (std::size_t d = 0; d < view.reg.detectors.size(); ++d) rows.push_back({view, d});
  write_table(outputs.stage("live.csv"), live_columns(), rows);
  LayerWriter{frame.projection, frame.provenance_json}.write(outputs.stage("live.geojson"), "live", live_features(view),
                                                             PolygonForm::as_is);
  write_file(outputs.stage("live.qml"), category_style_qml(view.scheme, "code", Shape::point));
}

void write_register_files(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  write_points(outputs, view, frame);
  write_enterprises(outputs, view, frame);
  write_register_areas(outputs, view, frame);
  std::vector<DangerRow> dangers;
  for (std::size_t d = 0; d < view.reg.dangers.size(); ++d) {
    if (view.reg.dangers[d].row_state == RowState::counted) dangers.push_back({view, d});
  }
  write_table(outputs.stage("hidden_dangers.csv"), danger_columns(), dangers);
  write_overdue(outputs, view);
  write_table(outputs.stage("inspections.csv"), visit_columns(), visit_rows(view));
  write_cleaning(outputs, view);
  if (view.result.live) write_register_live(outputs, view, frame);
  write_rasters(outputs, view, frame);
  if (view.result.kernel) write_kernel(outputs, view, frame);
  write_picture(outputs, view, frame);
}

std::vector<Text> map_notes(const RegisterView& view) {
  const RatedArea& all = view.result.district;
  const std::int64_t placed = all.by_place[0] + all.by_place[1] + all.by_place[2];
  const std::string date = view.reg.date == Date{} ? "?" : day_text(view.reg.date);
  std::string methods;
  for (const PointMethod& method : view.reg.point_rules.methods) methods += (methods.empty() ? "" : ", ") + method.id;
  const char* rule = view.reg.area_rules.method == AreaMethod::worst_of ? "worst_of" : "layers_uplift";
  return {{fmt::format("current grades (after measures); data of {}; methods {}; areas by {}; cells of {:g} m", date,
                       methods, rule, view.reg.cells.cell_m),
           fmt::format("现状等级 (控制后); 数据日期 {}; 方法 {}; 区域取 {}; 网格 {:g} m", date, methods, rule,
                       view.reg.cells.cell_m)},
          {fmt::format("placed {} of {} points, rated {} of {}; unrated is not low; cells without points say nothing",
                       placed, all.current.total(), all.current.rated(), all.current.total()),
           fmt::format("已定位 {}/{} 点, 已评级 {}/{}; 未评不等于低风险; 无点网格不表示低风险", placed,
                       all.current.total(), all.current.rated(), all.current.total())}};
}

}  // namespace sise
