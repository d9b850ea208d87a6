#include "gis_io/products/also_files.hpp"

#include <utility>

#include "gis_io/products/open_project.hpp"
#include "gis_io/write/office/geopackage.hpp"
#include "gis_io/write/office/kml.hpp"
#include "gis_io/write/office/kmz.hpp"
#include "gis_io/write/office/layer_workbook.hpp"
#include "gis_io/write/office/qgis_project.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/styles/sld.hpp"

namespace sise {
namespace {

void write_project(const OutputSet& outputs, const AlsoContent& content, const std::vector<VectorLayer>& tables) {
  const std::string name = content.base + ".gpkg";
  write_geopackage(outputs.stage(name), content.crs, tables, {legend_text(content.title), content.provenance_json});
  QgisProject project{content.title, content.description, content.crs, name, content.extent, {}};
  ProjectGroup group{content.title};
  for (const VectorLayer& table : tables) group.layers.push_back(project_layer(table));
  project.groups.push_back(std::move(group));
  write_file(outputs.stage(content.base + ".qgs"), qgis_project_xml(project));
}

void write_styles(const OutputSet& outputs, const AlsoContent& content) {
  std::vector<NamedStyle> all;
  for (const VectorLayer& layer : content.layers) {
    all.push_back({layer.name, layer.title, layer.style});
    if (!content.styles_together) write_file(outputs.stage(layer.name + ".sld"), styles_sld({all.back()}));
  }
  if (content.styles_together) write_file(outputs.stage(content.base + ".sld"), styles_sld(all));
}

}  // namespace

std::vector<std::string> also_files(const AlsoFormats& formats, const std::string& base,
                                    const std::vector<std::string>& layers) {
  std::vector<std::string> files;
  if (formats.gpkg) files.insert(files.end(), {base + ".gpkg", base + ".qgs"});
  if (formats.kml) files.push_back(base + ".kml");
  if (formats.kmz) files.push_back(base + ".kmz");
  if (formats.xlsx) files.push_back(base + ".xlsx");
  if (!formats.sld) return files;
  for (const std::string& layer : layers) files.push_back(layer + ".sld");
  return files;
}

AlsoContent also_content(const OpenProject& project, VectorLayer layer) {
  const Study& study = project.study;
  AlsoContent content{layer.name,          {study.title, study.title}, {}, study.grid.crs, study.grid.bounds(),
                      *project.projection, project.provenance_text(),  {}};
  content.layers.push_back(std::move(layer));
  return content;
}

std::int64_t also_bytes(const AlsoFormats& formats, std::int64_t rows) {
  constexpr std::int64_t kRow_bytes = 8000;  // a feature with its properties, and its placemark
  return formats.kml || formats.kmz ? rows * kRow_bytes : 0;
}

void write_also(const OutputSet& outputs, const AlsoFormats& formats, AlsoContent content) {
  if (formats.sld) write_styles(outputs, content);
  std::vector<VectorLayer> tables;
  for (VectorLayer& layer : content.layers) {
    for (VectorLayer& part : by_kind(std::move(layer))) tables.push_back(std::move(part));
  }
  if (formats.gpkg) write_project(outputs, content, tables);
  if (formats.xlsx) write_layer_workbook(outputs.stage(content.base + ".xlsx"), tables);
  if (!formats.kml && !formats.kmz) return;
  for (VectorLayer& table : tables) {
    if (table.rows) table = with_features(table);
  }
  const KmlText text{content.title, content.description, content.provenance_json};
  if (formats.kml) write_file(outputs.stage(content.base + ".kml"), kml(tables, content.projection, text));
  if (formats.kmz) write_kmz(outputs.stage(content.base + ".kmz"), tables, content.projection, text);
}

}  // namespace sise
