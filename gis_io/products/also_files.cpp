#include "gis_io/products/also_files.hpp"

#include <algorithm>
#include <filesystem>
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

struct LayerHead {
  std::string name;
  Text title;
  LayerStyle style;
};

/// The layers of a run on their way into the formats.
struct AlsoWork {
  const OutputSet& outputs;
  const AlsoContent& content;
  std::vector<LayerHead> heads{};     ///< of the layers as they came
  std::vector<VectorLayer> tables{};  ///< one kind of shape each

  [[nodiscard]] std::filesystem::path file(const char* ending) const { return outputs.stage(content.base + ending); }
  [[nodiscard]] KmlText text() const { return {content.title, content.description, content.provenance_json}; }
};

void write_package(const AlsoWork& work) {
  const AlsoContent& content = work.content;
  write_geopackage(work.file(".gpkg"), content.crs, work.tables, {legend_text(content.title), content.provenance_json});
  QgisProject project{content.title, content.description, content.crs, content.base + ".gpkg", content.extent, {}};
  ProjectGroup group{content.title};
  for (const VectorLayer& table : work.tables) group.layers.push_back(project_layer(table));
  project.groups.push_back(std::move(group));
  write_file(work.file(".qgs"), qgis_project_xml(project));
}

void write_styles(const AlsoWork& work) {
  std::vector<NamedStyle> all;
  for (const LayerHead& layer : work.heads) {
    all.push_back({layer.name, layer.title, layer.style});
    if (!work.content.styles_together) write_file(work.outputs.stage(layer.name + ".sld"), styles_sld({all.back()}));
  }
  if (work.content.styles_together) write_file(work.file(".sld"), styles_sld(all));
}

void write_workbook(const AlsoWork& work) { write_layer_workbook(work.file(".xlsx"), work.tables); }

void write_kml(const AlsoWork& work) {
  write_file(work.file(".kml"), kml(work.tables, work.content.projection, work.text()));
}

void write_compressed_kml(const AlsoWork& work) {
  write_kmz(work.file(".kmz"), work.tables, work.content.projection, work.text());
}

/// One format: the files that it is, and how they are written.
struct AlsoFormat {
  std::string name;
  std::vector<std::string> endings;  ///< after the run's name
  void (*write)(const AlsoWork&);
  bool a_file_a_layer = false;  ///< after each layer's name instead
  bool of_features = false;     ///< rows have to be made into features first, which stay in memory
};

/// In the order in which they are written: those of features last.
const std::vector<AlsoFormat>& formats_known() {
  static const std::vector<AlsoFormat> known{
      {.name = "gpkg", .endings = {".gpkg", ".qgs"}, .write = write_package},
      {.name = "sld", .endings = {".sld"}, .write = write_styles, .a_file_a_layer = true},
      {.name = "xlsx", .endings = {".xlsx"}, .write = write_workbook},
      {.name = "kml", .endings = {".kml"}, .write = write_kml, .of_features = true},
      {.name = "kmz", .endings = {".kmz"}, .write = write_compressed_kml, .of_features = true}};
  return known;
}

void give_features(std::vector<VectorLayer>& tables) {
  for (VectorLayer& table : tables) {
    if (table.rows) table = with_features(table);
  }
}

}  // namespace

const std::vector<std::string>& also_format_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const AlsoFormat& format : formats_known()) all.push_back(format.name);
    return all;
  }();
  return names;
}

std::vector<std::string> also_files(const AlsoFormats& formats, const std::string& base,
                                    const std::vector<std::string>& layers) {
  std::vector<std::string> files;
  for (const AlsoFormat& format : formats_known()) {
    if (!formats.has(format.name)) continue;
    for (const std::string& name : format.a_file_a_layer ? layers : std::vector<std::string>{base}) {
      for (const std::string& ending : format.endings) files.push_back(name + ending);
    }
  }
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
  const std::vector<AlsoFormat>& known = formats_known();
  const bool held = std::any_of(known.begin(), known.end(), [&](const AlsoFormat& format) {
    return format.of_features && formats.has(format.name);
  });
  return held ? rows * kRow_bytes : 0;
}

void write_also(const OutputSet& outputs, const AlsoFormats& formats, AlsoContent content) {
  AlsoWork work{outputs, content};
  for (VectorLayer& layer : content.layers) {
    work.heads.push_back({layer.name, layer.title, layer.style});
    for (VectorLayer& part : by_kind(std::move(layer))) work.tables.push_back(std::move(part));
  }
  for (const AlsoFormat& format : formats_known()) {
    if (!formats.has(format.name)) continue;
    if (format.of_features) give_features(work.tables);
    format.write(work);
  }
}

}  // namespace sise
