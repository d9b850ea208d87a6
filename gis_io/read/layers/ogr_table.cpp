#include "gis_io/read/layers/ogr_table.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include "core/grid/interruption.hpp"
#include "gis_io/environment.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/geometry_from_ogr.hpp"
#include "gis_io/read/layers/open_dataset.hpp"
#include "gis_io/read/layers/sheet_layout.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/table_text.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

/// A configuration option for this thread while a source is open: sheets take their first row as names only this way.
class ThreadOption {
 public:
  ThreadOption(const char* key, const char* value) : key_(key) { CPLSetThreadLocalConfigOption(key, value); }
  ~ThreadOption() { CPLSetThreadLocalConfigOption(key_, nullptr); }
  ThreadOption(const ThreadOption&) = delete;
  ThreadOption& operator=(const ThreadOption&) = delete;
  ThreadOption(ThreadOption&&) = delete;
  ThreadOption& operator=(ThreadOption&&) = delete;

 private:
  const char* key_;
};

/// A text of ours under a name that OGR opens.
class MemoryFile {
 public:
  MemoryFile(std::string text, const std::string& name)
      : text_(std::move(text)), path_(fmt::format("/vsimem/sise_{}/{}", static_cast<const void*>(this), name)) {
    VSIFCloseL(VSIFileFromMemBuffer(path_.c_str(), reinterpret_cast<GByte*>(text_.data()), text_.size(), FALSE));
  }
  ~MemoryFile() { VSIUnlink(path_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  MemoryFile(MemoryFile&&) = delete;
  MemoryFile& operator=(MemoryFile&&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string text_;
  std::string path_;
};

[[noreturn]] void unreadable(const std::string& path, const Location& where) {
  std::string reason = CPLGetLastErrorMsg();
  for (std::size_t at = reason.find(path); at != std::string::npos; at = reason.find(path, at + where.file.size())) {
    reason.replace(at, path.size(), where.file);
  }
  throw InputError(
      "unreadable", {"cannot be read: " + reason, "无法读取:" + reason}, where,
      {"Check that the file is whole and of a format that GDAL reads", "请检查文件是否完整,且为 GDAL 可读的格式"});
}

/// A GeoPackage is a database: a virtual table in it may be a view of any other file. Those that index the database itself
/// are part of every one.
void refuse_virtual_tables(GDALDataset& dataset, const Location& where) {
  const std::string_view driver = dataset.GetDriverName();
  if (driver != "GPKG" && driver != "SQLite") return;
  OGRLayer* found = dataset.ExecuteSQL(
      "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND sql NOT LIKE '%USING%rtree%' AND sql "
      "NOT "
      "LIKE '%USING%fts%' AND sql NOT LIKE '%USING%VirtualSpatialIndex%' AND sql NOT LIKE '%USING%VirtualElementary%' "
      "AND "
      "sql NOT LIKE '%USING%VirtualKNN%'",
      nullptr, nullptr);
  if (found == nullptr) return;
  const OGRFeatureUniquePtr first{found->GetNextFeature()};
  const std::string name = first ? first->GetFieldAsString(0) : "";
  dataset.ReleaseResultSet(found);
  if (name.empty()) return;
  throw InputError("untrusted_source",
                   {"the table '" + name + "' of this database is a view of something outside it",
                    "该数据库中的表 '" + name + "' 指向文件以外的数据"},
                   where, {"Export the layer into a new GeoPackage", "请把图层重新导出为新的 GeoPackage"});
}

DatasetPtr open(const std::string& path, const LayerConfig& config, const Location& where) {
  DatasetRequest request{.path = path, .trusted = config.trusted, .options = {}};
  request.database = config.may_connect && source_kind(config.source_text) == SourceKind::database;
  // An empty ENCODING gives a Shapefile's bytes as they are; with none GDAL believes header bytes that lie.
  if (is_shapefile(config.source)) request.options = {"ENCODING="};
  // GDAL would leave a .gfs file beside the user's input, and fetch a schema from elsewhere.
  if (config.source.extension() == ".gml") request.options = {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"};
  DatasetPtr dataset = open_dataset(request, where);
  refuse_virtual_tables(*dataset, where);
  return dataset;
}

std::vector<std::string> layer_names(GDALDataset& dataset) {
  std::vector<std::string> names;
  for (OGRLayer* layer : dataset.GetLayers()) {
    // Workbooks come with unused sheets.
    if (layer->GetLayerDefn()->GetFieldCount() == 0 && layer->GetFeatureCount() == 0) continue;
    names.emplace_back(layer->GetName());
  }
  return names;
}

OGRLayer& choose_layer(GDALDataset& dataset, const LayerConfig& config, Location& where) {
  const std::vector<std::string> names = layer_names(dataset);
  where.layer = config.layer;
  if (!config.layer.empty()) {
    if (OGRLayer* layer = dataset.GetLayerByName(config.layer.c_str())) return *layer;
    throw InputError("unknown_layer", {"there is no such layer", "没有这个图层"}, where,
                     {"The source has: " + listed(names), "该数据源中的图层有:" + listed(names)});
  }
  if (names.size() > 1) {
    throw InputError(
        "several_layers",
        {fmt::format("the source has {} layers", names.size()), fmt::format("该数据源有 {} 个图层", names.size())},
        where, {"Name one with the key 'layer': " + listed(names), "请用 layer 键指定一个:" + listed(names)});
  }
  OGRLayer* layer = names.empty() ? dataset.GetLayer(0) : dataset.GetLayerByName(names.front().c_str());
  if (layer == nullptr) throw InputError("no_layer", {"the source has no layer", "该数据源没有图层"}, where);
  return *layer;
}

std::string iso_date(const OGRFeature& feature, int field) {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  float second = 0.0F;
  int zone = 0;
  feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
  std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  std::string time = fmt::format("{:02}:{:02}:{:02.0f}", hour, minute, second);
  switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTDate:
      return date;
    case OFTTime:
      return time;
    default:
      return date + "T" + time;
  }
}

Cell cell_from(const OGRFeature& feature, int field) {
  if (feature.IsFieldSetAndNotNull(field) == 0) return std::monostate{};
  switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
    case OFTInteger64:
      return std::int64_t{feature.GetFieldAsInteger64(field)};
    case OFTReal:
      return feature.GetFieldAsDouble(field);
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
      return iso_date(feature, field);
    default:
      return std::string(feature.GetFieldAsString(field));
  }
}

/// GML and the like may hand out northing before easting and say so; ours is easting first, always.
bool northing_first(const OGRSpatialReference* reference) {
  if (reference == nullptr) return false;
  const bool by_definition = reference->EPSGTreatsAsLatLong() != 0 || reference->EPSGTreatsAsNorthingEasting() != 0;
  const std::vector<int>& axes = reference->GetDataAxisToSRSAxisMapping();
  return by_definition && axes.size() >= 2 && axes[0] == 1 && axes[1] == 2;
}

/// GeoPackages have two entries that only say that nobody knows; engineering CRSs have no place on the earth.
bool says_nothing(const OGRSpatialReference* reference) {
  if (reference == nullptr || reference->IsLocal() != 0) return true;
  const char* name = reference->GetName();
  return name == nullptr || std::string_view(name).starts_with("Undefined");
}

bool is_sheet(GDALDataset& dataset) {
  const std::string_view driver = dataset.GetDriverName();
  return driver == "XLSX" || driver == "ODS" || driver == "XLS";
}

/// Maps for a chart library have GeoJSON's shape, but their coordinates are packed into texts.
void refuse_encoded_map(const std::string& json, const Location& where) {
  if (json.find("\"UTF8Encoding\"") == std::string::npos && json.find("\"encodeOffsets\"") == std::string::npos) return;
  throw InputError("encoded_geojson",
                   {"this is a map for ECharts (UTF8Encoding): its coordinates are packed and rounded",
                    "这是 ECharts 地图数据 (UTF8Encoding):坐标经过压缩和取整"},
                   where,
                   {"Get the boundary as plain GeoJSON, GeoPackage or Shapefile",
                    "请使用未压缩的 GeoJSON、GeoPackage 或 Shapefile"});
}

/// One pass over a layer.
class LayerPass {
 public:
  LayerPass(GDALDataset& dataset, OGRLayer& layer, FeatureTable& table)
      : layer_(layer), table_(table), path_(dataset.GetDescription()), sheet_(is_sheet(dataset)) {}

  void read() {
    const OGRFeatureDefn& definition = *layer_.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
      table_.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    const OGRSpatialReference* reference = layer_.GetSpatialRef();
    table_.has_geometry = definition.GetGeomFieldCount() > 0 && definition.GetGeomFieldDefn(0)->GetType() != wkbNone;
    if (table_.has_geometry && !says_nothing(reference)) table_.crs = Crs(*reference).definition();
    swapped_ = northing_first(reference);
    layer_.ResetReading();
    CPLErrorReset();
    while (const OGRFeatureUniquePtr feature{layer_.GetNextFeature()}) {
      if (CPLGetLastErrorType() == CE_Failure) break;
      stop_if_interrupted();
      add(*feature);
    }
    if (CPLGetLastErrorType() == CE_Failure) unreadable(path_, table_.where);
  }

 private:
  void add(OGRFeature& feature) {
    FeatureRow row;
    // GDAL numbers the features of a sheet by their row in it.
    if (sheet_) {
      row.line = static_cast<int>(feature.GetFID());
    } else {
      row.label = fmt::format("fid {}", feature.GetFID());
    }
    for (int i = 0; i < feature.GetFieldCount(); ++i) row.cells.push_back(cell_from(feature, i));
    const bool blank = std::none_of(row.cells.begin(), row.cells.end(), [](const Cell& c) { return text_of_raw(c); });
    if (!table_.has_geometry) {
      if (!blank) table_.rows.push_back(std::move(row));
      return;
    }
    OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry != nullptr && swapped_) geometry->swapXY();
    auto converted = geometry_from(geometry);
    if (auto* fault = std::get_if<GeometryFault>(&converted)) {
      row.fault = std::move(*fault);
    } else {
      row.geometry = std::get<Geometry>(std::move(converted));
    }
    table_.rows.push_back(std::move(row));
  }

  /// Not blank; the bytes may still be of any encoding.
  static bool text_of_raw(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
      return text->find_first_not_of(" \t\r\n") != std::string::npos;
    return !std::holds_alternative<std::monostate>(cell);
  }

  OGRLayer& layer_;
  FeatureTable& table_;
  std::string path_;
  bool sheet_;
  bool swapped_ = false;
};

/// Workbooks that GDAL reads; .xlsx has a reader of ours.
bool is_old_workbook(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending == ".ods" || ending == ".xls";
}

/// The rows of a sheet as they stand there, the first among them.
std::vector<SheetRow> rows_without_names(const LayerConfig& config, FeatureTable& table) {
  const ThreadOption xls("OGR_XLS_HEADERS", "DISABLE");
  const ThreadOption ods("OGR_ODS_HEADERS", "DISABLE");
  const DatasetPtr dataset = open(config.source.string(), config, table.where);
  OGRLayer& layer = choose_layer(*dataset, config, table.where);
  FeatureTable raw;
  raw.where = table.where;
  LayerPass(*dataset, layer, raw).read();
  std::vector<SheetRow> rows;
  for (FeatureRow& row : raw.rows) {
    const bool gap = !rows.empty() && row.line > rows.back().line + 1;
    rows.push_back({.line = row.line, .cells = std::move(row.cells), .after_blank = gap});
  }
  return rows;
}

/// A sheet whose names do not stand in its first row, found as in .xlsx; nullopt: they do, and GDAL may tell the kinds of
/// its columns.
std::optional<FeatureTable> table_below_a_title(const LayerConfig& config, Problems& problems) {
  FeatureTable table;
  table.where.file = config.source_text;
  table.is_sheet = true;
  std::vector<SheetRow> rows = rows_without_names(config, table);
  const int first = rows.empty() ? 0 : rows.front().line;
  Problems own;
  lay_out(table, std::move(rows), config, RowLengths::free, own);
  const bool found =
      std::any_of(own.all().begin(), own.all().end(), [](const auto& d) { return d.code == "header_row"; });
  if (!found && (config.header_row == 0 || config.header_row == first)) return std::nullopt;
  for (const Diagnostic& problem : own.all()) problems.add(problem);
  settle_text(table, config, problems);
  return table;
}

}  // namespace

FeatureTable read_ogr_table(const LayerConfig& config, Problems& problems) {
  initialise_gis();
  if (is_old_workbook(config.source)) {
    if (auto table = table_below_a_title(config, problems)) return std::move(*table);
  }
  const ThreadOption xlsx("OGR_XLSX_HEADERS", "FORCE");
  const ThreadOption xls("OGR_XLS_HEADERS", "FORCE");
  const ThreadOption ods("OGR_ODS_HEADERS", "FORCE");
  FeatureTable table;
  table.where.file = config.source_text;
  std::optional<MemoryFile> memory;
  if (is_json(config.source)) {
    const DecodedText decoded = read_text_file(config, problems);
    refuse_encoded_map(decoded.text, table.where);
    memory.emplace(decoded.text, config.source.filename().string());
  }
  const DatasetPtr dataset = open(memory ? memory->path() : config.source.string(), config, table.where);
  OGRLayer& layer = choose_layer(*dataset, config, table.where);
  LayerPass(*dataset, layer, table).read();
  settle_text(table, config, problems);
  return table;
}

}  // namespace sise
