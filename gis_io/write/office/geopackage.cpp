#include "gis_io/write/office/geopackage.hpp"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <memory>
#include <stdexcept>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/gdal/spatial_reference.hpp"
#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/office/ogr_geometry.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/styles/sld.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr const char* kGeometryColumn = "geom";
constexpr const char* kCache_MB = "64";
constexpr const char* kDate = "2000-01-01T00:00:00.000Z";  // of last changes and styles: no wall clock in an output

struct FieldDeleter {
  void operator()(void* field) const { OGR_Fld_Destroy(field); }
};

struct FeatureDeleter {
  void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
using OgrFeature = std::unique_ptr<void, FeatureDeleter>;

/// What a GeoPackage is written into, with the file's name for messages.
struct GpkgFile {
  const std::filesystem::path& path;
  const GdalErrors& errors;

  [[noreturn]] void fail() const {
    throw_write_error(path, errors.first().empty() ? std::string("GDAL gives no reason") : errors.first());
  }
  void check(bool done) const {
    if (!done) fail();
  }
};

bool all_single(const VectorLayer& layer) {
  return std::all_of(layer.features.begin(), layer.features.end(), [](const Feature& feature) {
    return feature.geometry.points.size() <= 1 && feature.geometry.lines.size() <= 1;
  });
}

OGRwkbGeometryType type_of(const VectorLayer& layer) {
  if (layer.rows) return wkbPoint;
  const GeometryKind kind = kind_of(layer.style);
  for (const Feature& feature : layer.features) {
    const GeometryKind own = kind_of(feature.geometry);
    if (own != GeometryKind::none && own != kind)
      throw std::logic_error("write_geopackage: layer '" + layer.name + "' has a shape that its style is not made for");
  }
  const bool single = all_single(layer);
  if (kind == GeometryKind::point) return single ? wkbPoint : wkbMultiPoint;
  if (kind == GeometryKind::line) return single ? wkbLineString : wkbMultiLineString;
  return wkbMultiPolygon;
}

OGRFieldType ogr_type(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::flag:
      return OFTInteger;
    case ColumnKind::whole:
      return OFTInteger64;
    case ColumnKind::number:
      return OFTReal;
    case ColumnKind::text:
      break;
  }
  return OFTString;
}

void add_field(OGRLayerH layer, const LayerColumn& column, const GpkgFile& target) {
  const std::unique_ptr<void, FieldDeleter> field(OGR_Fld_Create(column.name.c_str(), ogr_type(column.kind)));
  if (column.kind == ColumnKind::flag) OGR_Fld_SetSubType(field.get(), OFSTBoolean);
  target.check(OGR_L_CreateField(layer, field.get(), FALSE) == OGRERR_NONE);
}

void set_value(OGRFeatureH feature, int index, ColumnKind kind, const PropertyValue& value) {
  if (std::holds_alternative<std::monostate>(value.value)) return;
  if (kind == ColumnKind::text) {
    OGR_F_SetFieldString(feature, index, cell_text(value).c_str());
  } else if (const auto* flag = std::get_if<bool>(&value.value)) {
    OGR_F_SetFieldInteger(feature, index, *flag ? 1 : 0);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value.value)) {
    if (kind == ColumnKind::number) {
      OGR_F_SetFieldDouble(feature, index, static_cast<double>(*whole));
    } else {
      OGR_F_SetFieldInteger64(feature, index, *whole);
    }
  } else if (const auto* number = std::get_if<double>(&value.value); number != nullptr && std::isfinite(*number)) {
    OGR_F_SetFieldDouble(feature, index, *number);
  }
}

void add_feature(OGRLayerH layer, const Feature& feature, const std::vector<LayerColumn>& columns, bool single,
                 const GpkgFile& target) {
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  const OgrFeature made(OGR_F_Create(definition));
  auto column = columns.begin();  // features of a layer have their properties in one order, nearly always
  for (const Property& property : feature.properties) {
    if (column == columns.end() || column->name != property.name) {
      column = std::find_if(columns.begin(), columns.end(),
                            [&](const LayerColumn& known) { return known.name == property.name; });
    }
    set_value(made.get(), static_cast<int>(column - columns.begin()), column->kind, property.value);
    ++column;
  }
  OgrGeometry geometry = ogr_geometry(feature.geometry, single);
  if (geometry) OGR_F_SetGeometryDirectly(made.get(), geometry.release());
  target.check(OGR_L_CreateFeature(layer, made.get()) == OGRERR_NONE);
}

void add_rows(OGRLayerH layer, const LayerRows& rows, const GpkgFile& target, const Progress* progress) {
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  rows.each([&](const std::optional<Point>& at, const std::vector<PropertyValue>& values) {
    if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
    if (values.size() != rows.columns.size())
      throw std::logic_error("write_geopackage: a row has another number of values");
    const OgrFeature made(OGR_F_Create(definition));
    for (std::size_t i = 0; i < values.size(); ++i)
      set_value(made.get(), static_cast<int>(i), rows.columns[i].kind, values[i]);
    if (at) {
      OgrGeometry point(OGR_G_CreateGeometry(wkbPoint));
      OGR_G_SetPoint_2D(point.get(), 0, at->x, at->y);
      OGR_F_SetGeometryDirectly(made.get(), point.release());
    }
    target.check(OGR_L_CreateFeature(layer, made.get()) == OGRERR_NONE);
  });
}

/// A layer with its columns: gathering those walks all features.
struct Table {
  const VectorLayer& layer;
  std::vector<LayerColumn> columns;
};

void add_layer(GDALDatasetH dataset, const Table& table, void* reference, const GpkgFile& target, Progress* progress) {
  const VectorLayer& layer = table.layer;
  GdalOptions options;
  options.set("GEOMETRY_NAME", kGeometryColumn);
  options.set("IDENTIFIER", legend_text(layer.title));
  options.set("DESCRIPTION", legend_text(layer.description));
  const OGRwkbGeometryType type = type_of(layer);
  OGRLayerH made = GDALDatasetCreateLayer(dataset, layer.name.c_str(), reference, type, options.get());
  target.check(made != nullptr);
  for (const LayerColumn& column : table.columns) add_field(made, column, target);
  if (layer.rows) {
    add_rows(made, *layer.rows, target, progress);
    return;
  }
  const bool single = type == wkbPoint || type == wkbLineString;
  for (const Feature& feature : layer.features) {
    if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
    add_feature(made, feature, table.columns, single, target);
  }
}

void run_sql(GDALDatasetH dataset, const std::string& sql, const GpkgFile& target) {
  OGRLayerH rows = GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr);
  if (rows != nullptr) GDALDatasetReleaseResultSet(dataset, rows);
  if (!target.errors.first().empty()) target.fail();
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

/// The schema extension of the standard (GeoPackage 1.2.1, F.9), which GDAL 3.6 neither writes nor reads; newer ones and
/// other programs do.
void add_aliases(GDALDatasetH dataset, const std::vector<Table>& tables, const GpkgFile& target) {
  run_sql(dataset,
          "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, "
          "description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, "
          "column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
          target);
  run_sql(dataset,
          "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES "
          "('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', "
          "'read-write')",
          target);
  for (const Table& table : tables) {
    for (const LayerColumn& column : table.columns) {
      const std::string alias = legend_text(field_words(column.name));
      if (alias == column.name) continue;
      run_sql(dataset,
              "INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (" +
                  quoted(table.layer.name) + ", " + quoted(column.name) + ", " + quoted(alias) + ", " + quoted(alias) +
                  ")",
              target);
    }
  }
}

/// The table of QGIS, as QGIS makes it.
void add_styles(GDALDatasetH dataset, const std::vector<Table>& tables, const GpkgFile& target) {
  static const std::vector<LayerColumn> kColumns{{"f_table_catalog"},
                                                 {"f_table_schema"},
                                                 {"f_table_name"},
                                                 {"f_geometry_column"},
                                                 {"styleName"},
                                                 {"styleQML"},
                                                 {"styleSLD"},
                                                 {"useAsDefault", ColumnKind::flag},
                                                 {"description"},
                                                 {"owner"},
                                                 {"ui"}};
  GdalOptions options;
  options.set("FID", "id");
  OGRLayerH styles = GDALDatasetCreateLayer(dataset, "layer_styles", nullptr, wkbNone, options.get());
  target.check(styles != nullptr);
  for (const LayerColumn& column : kColumns) add_field(styles, column, target);
  const std::unique_ptr<void, FieldDeleter> time(OGR_Fld_Create("update_time", OFTDateTime));
  target.check(OGR_L_CreateField(styles, time.get(), FALSE) == OGRERR_NONE);
  for (const Table& table : tables) {
    const VectorLayer& layer = table.layer;
    const std::vector<std::string> texts{"",
                                         "",
                                         layer.name,
                                         kGeometryColumn,
                                         layer.name,
                                         style_qml(layer.style, aliases_qml(table.columns)),
                                         style_sld(layer.style, layer.name, layer.title)};
    const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(styles)));
    int at = 0;
    for (const std::string& text : texts) OGR_F_SetFieldString(row.get(), at++, text.c_str());
    OGR_F_SetFieldInteger(row.get(), at++, 1);
    OGR_F_SetFieldString(row.get(), at++, legend_text(layer.title).c_str());
    OGR_F_SetFieldString(row.get(), at++, "");
    OGR_F_SetFieldString(row.get(), at++, "");
    OGR_F_SetFieldString(row.get(), at, kDate);
    target.check(OGR_L_CreateFeature(styles, row.get()) == OGRERR_NONE);
  }
}

}  // namespace

void write_geopackage(const std::filesystem::path& path, const std::string& crs, const LayerList& layers,
                      const GeoPackageText& text, Progress* progress) {
  initialise_gis();
  const GdalErrors errors;
  const GpkgFile target{path, errors};
  const GdalThreadSetting date("OGR_CURRENT_DATE", kDate);
  const GdalThreadSetting journal("OGR_SQLITE_JOURNAL", "MEMORY");  // a killed run leaves the one hidden file only
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  const GdalThreadSetting cache("OGR_SQLITE_CACHE", kCache_MB);  // pages of a large index are not written over and over
  const SpatialReference reference = spatial_reference(crs);
  GdalDataset dataset(GDALCreate(GDALGetDriverByName("GPKG"), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  target.check(dataset != nullptr);
  GDALSetMetadataItem(dataset.get(), "TITLE", text.title.c_str(), nullptr);
  GDALSetMetadataItem(dataset.get(), "SISE_PROVENANCE", text.provenance_json.c_str(), nullptr);
  target.check(GDALDatasetStartTransaction(dataset.get(), FALSE) == OGRERR_NONE);
  std::vector<Table> tables;
  for (const VectorLayer* layer : layers) tables.push_back({*layer, columns_of(*layer)});
  for (std::size_t i = 0; i < tables.size(); ++i) {
    add_layer(dataset.get(), tables[i], reference.get(), target, progress);
    if (progress != nullptr)
      progress->report("writing", static_cast<double>(i + 1) / static_cast<double>(layers.size()));
  }
  add_aliases(dataset.get(), tables, target);
  add_styles(dataset.get(), tables, target);
  target.check(GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE);
  dataset.reset();
  if (!errors.first().empty()) target.fail();
}

void write_geopackage(const std::filesystem::path& path, const std::string& crs, const std::vector<VectorLayer>& layers,
                      const GeoPackageText& text, Progress* progress) {
  LayerList list;
  for (const VectorLayer& layer : layers) list.push_back(&layer);
  write_geopackage(path, crs, list, text, progress);
}

}  // namespace sise
