#include "gis_io/products/zones_files.hpp"

#include "gis_io/products/page_file.hpp"
#include "gis_io/products/zones_page.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/warning_notes.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/results/zones_features.hpp"
#include "gis_io/write/results/zones_field.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

using Path = std::filesystem::path;

bool has_rooms(const Incident& incident) { return incident.room.has_value(); }

void write_layer(const Path& path, const char* name, const std::vector<Feature>& features, const ZonesOutput& zones) {
  LayerWriter{*zones.open.projection, zones.provenance_json}.write(path, name, features, PolygonForm::always_multi);
}

void write_zones_layer(const Path& path, const ZonesOutput& zones) {
  write_layer(path, "zones", zone_features(zones.result, zones.open.incident, zones.scheme), zones);
}

void write_leave_layer(const Path& path, const ZonesOutput& zones) {
  write_layer(path, "leave", leave_features(zones.result, zones.open.incident, zones.scheme), zones);
}

void write_zones_style(const Path& path, const ZonesOutput& zones) {
  write_file(path, rule_style_qml(zone_style(zones.result, zones.open.incident, zones.scheme)));
}

void write_leave_style(const Path& path, const ZonesOutput& zones) {
  write_file(path, rule_style_qml(leave_style(zones.result, zones.open.incident, zones.scheme)));
}

void write_field_raster(const Path& path, const ZonesOutput& zones) {
  write_field(path, zones.result, zones.open.incident, zones.provenance_json, zones.raster_options);
}

void write_field_style(const Path& path, const ZonesOutput& zones) {
  write_file(path, field_style_qml(zones.open.incident, zones.scheme));
}

void write_picture(const Path& path, const ZonesOutput& zones) {
  const Incident& incident = zones.open.incident;
  PreviewFrame frame;
  frame.title = {incident.title, incident.title};
  frame.marks = {incident.source};
  frame.marks_label = {"source", "事故源"};
  frame.notes = texts_of(zones.result.warnings);
  frame.provenance_json = zones.provenance_json;
  write_zones_preview(path, zones.result.grid.bounds(), preview_zones(zones.result, incident, zones.scheme), frame);
}

void write_summary(const Path& path, const ZonesOutput& zones) {
  write_json(path, zones.summary, zones.provenance_json);
}

}  // namespace

const std::vector<ResultFile<Incident, ZonesOutput>>& zones_files() {
  static const std::vector<ResultFile<Incident, ZonesOutput>> files{{"zones.geojson", write_zones_layer},
                                                                    {"zones.qml", write_zones_style},
                                                                    {"field.tif", write_field_raster},
                                                                    {"field.qml", write_field_style},
                                                                    {"preview.png", write_picture},
                                                                    {kPageFile, write_zones_page},
                                                                    {"summary.json", write_summary},
                                                                    {"leave.geojson", write_leave_layer, has_rooms},
                                                                    {"leave.qml", write_leave_style, has_rooms}};
  return files;
}

std::vector<std::string> zones_layer_names(const Incident& incident) {
  std::vector<std::string> names{"zones"};
  if (has_rooms(incident)) names.emplace_back("leave");
  return names;
}

std::vector<VectorLayer> zones_layers(const ZonesOutput& zones) {
  const Incident& incident = zones.open.incident;
  std::vector<VectorLayer> layers;
  if (has_rooms(incident)) {
    layers.push_back({"leave",
                      {"Where a closed house is no shelter", "门窗关闭的房屋不足以避险的区域"},
                      {},
                      leave_features(zones.result, incident, zones.scheme),
                      rule_style(leave_style(zones.result, incident, zones.scheme)),
                      "level"});
  }
  layers.push_back({"zones",
                    zones.scheme.title,
                    {"Certain: for every wind in question. Possible: for some of them.",
                     "必然: 各风向下均达到; 可能: 部分风向下达到."},
                    zone_features(zones.result, incident, zones.scheme),
                    rule_style(zone_style(zones.result, incident, zones.scheme)),
                    "level"});
  return layers;
}

}  // namespace sise
