#include "gis_io/read/layers/open_dataset.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "gis_io/environment.hpp"

namespace sise {
namespace {

// Formats whose files hold their own data and name no others. Left out on purpose: VRT and the services, which are lists
// of other places; netCDF and HDF5, which may link to others.
constexpr std::array<const char*, 20> kVectorDrivers{"GPKG",        "ESRI Shapefile",
                                                     "GeoJSON",     "GeoJSONSeq",
                                                     "TopoJSON",    "ESRIJSON",
                                                     "KML",         "LIBKML",
                                                     "GML",         "GPX",
                                                     "DXF",         "FlatGeobuf",
                                                     "XLSX",        "ODS",
                                                     "XLS",         "GeoRSS",
                                                     "JML",         "MapInfo File",
                                                     "OpenFileGDB", "SQLite"};
constexpr std::array<const char*, 17> kRasterDrivers{"GTiff", "COG",  "HFA",  "AAIGrid", "AIG",  "GRASSASCIIGrid",
                                                     "ENVI",  "EHdr", "SAGA", "GSAG",    "GSBG", "GS7BG",
                                                     "RST",   "PNG",  "JPEG", "XYZ",     "GPKG"};

CPLStringList allowed_drivers(const DatasetRequest& request) {
  CPLStringList names;
  if (request.kind == DatasetKind::vector) {
    for (const char* name : kVectorDrivers) names.AddString(name);
  } else {
    for (const char* name : kRasterDrivers) names.AddString(name);
  }
  if (request.database) names.AddString("PostgreSQL");
  for (const std::string& name : request.trusted) names.AddString(name.c_str());
  return names;
}

/// GDAL's words with the file named as the user did.
std::string reason_given(const std::string& path, const std::string& name) {
  std::string reason = CPLGetLastErrorMsg();
  for (std::size_t at = reason.find(path); at != std::string::npos; at = reason.find(path, at + name.size())) {
    reason.replace(at, path.size(), name);
  }
  return reason;
}

/// The driver that would have opened the file had it been allowed to; empty when none.
std::string foreign_driver(const std::string& path, unsigned flags, const CPLStringList& allowed) {
  auto* const driver = GDALIdentifyDriverEx(path.c_str(), flags, nullptr, nullptr);
  const std::string name = driver == nullptr ? std::string() : GDALGetDriverShortName(driver);
  return allowed.FindString(name.c_str()) >= 0 ? std::string() : name;
}

[[noreturn]] void refuse_driver(const std::string& driver, const Location& where) {
  throw InputError("untrusted_driver",
                   {"whatever its name ends in, this is a source of the kind '" + driver +
                        "', which may read other files or the network",
                    "不论扩展名为何, 这是 '" + driver + "' 类型的数据源, 可能读取其他文件或网络"},
                   where,
                   {"Export the data themselves as GeoPackage, Shapefile, GeoJSON or GeoTIFF; if the project's own "
                    "layer must be read "
                    "this way, add drivers = [\"" +
                        driver + "\"] to [trust] in the project file",
                    "请把数据本身导出为 GeoPackage、Shapefile、GeoJSON 或 GeoTIFF; 如项目自己的图层必须这样读取, "
                    "请在项目文件的 [trust] 中写 drivers = [\"" +
                        driver + "\"]"});
}

}  // namespace

void DatasetCloser::operator()(GDALDataset* dataset) const { GDALClose(dataset); }

DatasetPtr open_dataset(const DatasetRequest& request, const Location& where) {
  initialise_gis();
  const unsigned kind = request.kind == DatasetKind::vector ? GDAL_OF_VECTOR : GDAL_OF_RASTER;
  const CPLStringList allowed = allowed_drivers(request);
  CPLStringList options;
  for (const std::string& option : request.options) options.AddString(option.c_str());
  CPLErrorReset();
  DatasetPtr dataset(GDALDataset::Open(request.path.c_str(), kind | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                       allowed.List(), options.List()));
  if (dataset) return dataset;
  const std::string reason = reason_given(request.path, where.file);
  const std::string foreign = foreign_driver(request.path, kind, allowed);
  if (!foreign.empty()) refuse_driver(foreign, where);
  if (request.kind == DatasetKind::raster) {
    throw InputError("unreadable", {"cannot be read as a raster: " + reason, "无法作为栅格读取:" + reason}, where,
                     {"Give a raster, or leave out 'unit' for polygons with people_day and people_night",
                      "请提供栅格;如为带 people_day 和 people_night 的面图层,请去掉 unit"});
  }
  throw InputError(
      "unreadable", {"cannot be read: " + reason, "无法读取:" + reason}, where,
      {"Check that the file is whole and of a format that GDAL reads", "请检查文件是否完整,且为 GDAL 可读的格式"});
}

std::vector<std::string> known_drivers() {
  initialise_gis();
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(GDALGetDriverCount()));
  for (int i = 0; i < GDALGetDriverCount(); ++i) names.emplace_back(GDALGetDriverShortName(GDALGetDriver(i)));
  return names;
}

}  // namespace sise
