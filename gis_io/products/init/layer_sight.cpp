#include "gis_io/products/init/layer_sight.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gis_io/products/init/guess_words.hpp"
#include "gis_io/read/layers/coordinate_check.hpp"
#include "gis_io/read/layers/coordinate_columns.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/open_dataset.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "gis_io/read/project/load_proposals.hpp"

namespace sise {
namespace {

bool is_raster(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr std::array<std::string_view, 4> kEndings{".tif", ".tiff", ".img", ".asc"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

void widen(std::optional<Bounds>& all, Point p) {
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
  if (!all) all = Bounds{p.x, p.y, p.x, p.y};
  all = Bounds{std::min(all->x_min, p.x), std::min(all->y_min, p.y), std::max(all->x_max, p.x),
               std::max(all->y_max, p.y)};
}

void look_at_shapes(LayerSight& sight) {
  for (const FeatureRow& row : sight.table.rows) {
    sight.points = sight.points || !row.geometry.points.empty();
    sight.polygons = sight.polygons || !row.geometry.polygons.empty();
    for (const Point p : row.geometry.points) widen(sight.bounds, p);
    for (const Line& line : row.geometry.lines) {
      for (const Point p : line) widen(sight.bounds, p);
    }
    for (const Polygon& polygon : row.geometry.polygons) {
      for (const Point p : polygon.outer) widen(sight.bounds, p);
    }
  }
}

bool looks_like_degrees(const Bounds& b) {
  return b.x_min >= -180.0 && b.x_max <= 180.0 && b.y_min >= -90.0 && b.y_max <= 90.0;
}

/// Where the corners lie on the globe, and whether they can.
void locate(LayerSight& sight) {
  if (!sight.bounds) return;
  const Bounds& b = *sight.bounds;
  if (sight.crs.empty()) {
    sight.in_degrees = looks_like_degrees(b);
    if (sight.in_degrees) sight.degrees = b;
    return;
  }
  const Crs crs(sight.crs, sight.table.where);
  sight.crs_title = crs.title();
  sight.in_degrees = crs.is_geographic();
  sight.misplaced = {};
  const CoordinateCheck check(crs, crs.geographic(), std::nullopt, sight.table.where);
  if (const auto finding = check.fault({b.x_min, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_min})) {
    sight.misplaced =
        Diagnostic{Diagnostic::Severity::warning, finding->code, sight.table.where, finding->message, finding->remedy};
  }
  const Transform to_degrees(crs, crs.geographic(), sight.table.where);
  const auto low = to_degrees({b.x_min, b.y_min});
  const auto high = to_degrees({b.x_max, b.y_max});
  if (low && high) sight.degrees = Bounds{low->x, low->y, high->x, high->y};
}

/// The column that bears one of these names; empty for none or several.
std::string column_called(const FeatureTable& table, const std::vector<std::string_view>& names) {
  std::string found;
  for (const std::string& column : table.columns) {
    if (std::find(names.begin(), names.end(), column_word(column).word) == names.end()) continue;
    if (!found.empty()) return {};
    found = column;
  }
  return found;
}

/// Longitude and latitude under the names that people give them besides lon and lat.
LayerConfig with_degrees(const FeatureTable& table, LayerConfig config) {
  const std::string lon = column_called(table, {"lon", "lng", "longitude", "经度"});
  const std::string lat = column_called(table, {"lat", "latitude", "纬度"});
  if (lon.empty() || lat.empty()) return config;
  config.lon = lon;
  config.lat = lat;
  return config;
}

LayerSight look_at_table(const LayerConfig& config) {
  LayerSight sight;
  sight.source = config.source_text;
  sight.path = config.source;
  sight.layer = config.layer;
  Problems problems;
  sight.table = read_table(config, problems);
  for (const Diagnostic& problem : problems.all()) {
    if (problem.code == "guessed_encoding") sight.encoding = "GBK";
  }
  if (!sight.table.has_geometry) {
    Problems ignored;
    if (const auto columns = coordinate_columns(sight.table, with_degrees(sight.table, config), ignored)) {
      Problems wrong_rows;
      fill_geometry(sight.table, *columns, wrong_rows);
      sight.first = sight.table.columns[columns->first];
      sight.second = sight.table.columns[columns->second];
    }
  }
  sight.crs = sight.table.crs;
  look_at_shapes(sight);
  locate(sight);
  return sight;
}

LayerSight look_at_raster(const LayerConfig& config) {
  LayerSight sight;
  sight.source = config.source_text;
  sight.path = config.source;
  Location where;
  where.file = config.source_text;
  const DatasetPtr dataset = open_dataset(
      {.path = config.source.string(), .kind = DatasetKind::raster, .trusted = config.trusted, .options = {}}, where);
  std::array<double, 6> affine{};
  dataset->GetGeoTransform(affine.data());
  const int columns = dataset->GetRasterXSize();
  const int rows = dataset->GetRasterYSize();
  RasterSight raster{columns, rows, dataset->GetRasterCount(), 0.0, false};
  std::array<double, 2> range{};
  if (dataset->GetRasterCount() > 0) {
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    if (band.ComputeRasterMinMax(TRUE, range.data()) == CE_None) raster.largest = range[1];
    raster.whole = GDALDataTypeIsInteger(band.GetRasterDataType()) != 0;
  }
  sight.raster = raster;
  widen(sight.bounds, {affine[0], affine[3]});
  widen(sight.bounds, {affine[0] + affine[1] * columns, affine[3] + affine[5] * rows});
  if (const OGRSpatialReference* reference = dataset->GetSpatialRef()) sight.crs = Crs(*reference).definition();
  locate(sight);
  return sight;
}

/// The layers of a source that has several; empty for one.
std::vector<std::string> layers_of(const LayerConfig& config) {
  if (!config.layer.empty() || is_delimited_text(config.source)) return {};
  Location where;
  where.file = config.source_text;
  const DatasetPtr dataset = open_dataset(
      {.path = config.source.string(), .kind = DatasetKind::vector, .trusted = config.trusted, .options = {}}, where);
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(std::max(0, dataset->GetLayerCount())));
  for (int i = 0; i < dataset->GetLayerCount(); ++i) names.emplace_back(dataset->GetLayer(i)->GetName());
  return names.size() > 1 ? names : std::vector<std::string>();
}

}  // namespace

std::string LayerSight::shown() const { return layer.empty() ? source : source + ":" + layer; }

std::vector<LayerSight> look_at(const std::string& text) {
  LayerConfig config = proposals_layer(text, {});
  config.our_names.clear();
  require_source(config);
  if (is_raster(config.source)) return {look_at_raster(config)};
  std::vector<LayerSight> sights;
  for (const std::string& name : layers_of(config)) {
    LayerConfig one = config;
    one.layer = name;
    sights.push_back(look_at_table(one));
  }
  if (sights.empty()) sights.push_back(look_at_table(config));
  return sights;
}

}  // namespace sise
