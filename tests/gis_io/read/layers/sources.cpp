#include "tests/gis_io/read/layers/sources.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "gis_io/environment.hpp"

namespace sise::testing {
namespace {

OGRFieldType type_of(MadeField::Type type) {
  switch (type) {
    case MadeField::Type::integer:
      return OFTInteger;
    case MadeField::Type::real:
      return OFTReal;
    case MadeField::Type::date:
      return OFTDate;
    default:
      return OFTString;
  }
}

void add_feature(OGRLayer& layer, const MadeFeature& made) {
  OGRFeature feature(layer.GetLayerDefn());
  for (std::size_t i = 0; i < made.values.size(); ++i) {
    if (!made.values[i].empty()) feature.SetField(static_cast<int>(i), made.values[i].c_str());
  }
  if (!made.wkt.empty()) {
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkt(made.wkt.c_str(), nullptr, &geometry) != OGRERR_NONE) {
      throw std::runtime_error("bad WKT in a test: " + made.wkt);
    }
    feature.SetGeometryDirectly(geometry);
  }
  if (layer.CreateFeature(&feature) != OGRERR_NONE) throw std::runtime_error("a test's feature was not written");
}

}  // namespace

void make_source(const std::filesystem::path& path, const MadeLayer& made) {
  initialise_gis();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(made.driver.c_str());
  GDALDatasetUniquePtr dataset(std::filesystem::exists(path)
                                   ? GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)
                                   : driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference reference;
  reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (made.epsg != 0) reference.importFromEPSG(made.epsg);
  CPLStringList options;
  for (const std::string& option : made.options) options.AddString(option.c_str());
  OGRLayer* layer = dataset->CreateLayer(made.name.c_str(), made.epsg == 0 ? nullptr : &reference,
                                         made.geometry ? wkbUnknown : wkbNone, options.List());
  if (layer == nullptr) throw std::runtime_error("a test's layer was not made");
  for (const MadeField& field : made.fields) {
    OGRFieldDefn definition(field.name.c_str(), type_of(field.type));
    layer->CreateField(&definition);
  }
  for (const MadeFeature& feature : made.features) add_feature(*layer, feature);
}

void set_ldid(const std::filesystem::path& dbf, int id) {
  std::fstream file(dbf, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(29);
  file.put(static_cast<char>(id));
}

LayerConfig config_for(const std::filesystem::path& path) {
  LayerConfig config;
  config.source = path;
  config.source_text = path.filename().string();
  config.where.file = "project.toml";
  config.where.field = "units";
  return config;
}

std::vector<std::string> column_texts(const FeatureTable& table, const std::string& name) {
  std::vector<std::string> texts;
  const auto columns = table.columns_named(name);
  if (columns.empty()) return texts;
  for (const FeatureRow& row : table.rows) texts.push_back(text_of(row.cells.at(columns.front())).value_or(""));
  return texts;
}

bool has_code(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return d.code == code; });
}

const Diagnostic& with_code(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
  const auto it =
      std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return d.code == code; });
  if (it == diagnostics.end()) throw std::runtime_error("no diagnostic " + code + " among: " + all_of(diagnostics));
  return *it;
}

std::string all_of(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += d.code + " | " + render(d, Language::en) + "\n";
  return text;
}

}  // namespace sise::testing
