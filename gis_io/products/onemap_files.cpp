#include "gis_io/products/onemap_files.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>

#include "gis_io/products/also_files.hpp"
#include "gis_io/products/onemap_sectors.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/write/office/geopackage.hpp"
#include "gis_io/write/office/layer_picture.hpp"
#include "gis_io/write/office/qgis_project.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml_vector.hpp"

namespace sise {
namespace {

constexpr const char* kGeoPackage = "onemap.gpkg";
constexpr std::string_view kGradesGroup = "official_grades";
constexpr const char* kGradesPrefix = "official_grades_";

bool has_grades(const std::vector<std::string>& groups) {
  return std::find(groups.begin(), groups.end(), kGradesGroup) != groups.end();
}

Bounds seen_first(const Bounds& grid) {
  constexpr double kMargin = 0.03;
  const double x = kMargin * (grid.x_max - grid.x_min);
  const double y = kMargin * (grid.y_max - grid.y_min);
  return {grid.x_min - x, grid.y_min - y, grid.x_max + x, grid.y_max + y};
}

Text map_title(const OneMapSheet& sheet) { return {sheet.title + ": one map", sheet.title + " 一张图"}; }

ProjectGroup project_group(const OneMapGroup& group) {
  ProjectGroup made{group.title, {}, group.views, group.shown, group.shown};
  if (!group.views.empty()) return made;
  for (const VectorLayer& layer : group.layers) made.layers.push_back(project_layer(layer));
  return made;
}

std::string project_xml(const OneMapSheet& sheet, const OneMap& map) {
  QgisProject made{stamped_title(map_title(sheet), map.stamp),
                   stamp_text(map.stamp),
                   sheet.grid.crs,
                   kGeoPackage,
                   seen_first(sheet.grid.bounds()),
                   {}};
  for (const OneMapGroup& group : map.groups) made.groups.push_back(project_group(group));
  return qgis_project_xml(made);
}

PreviewFrame frame_of(const OneMapSheet& sheet, const MapStamp& stamp, const Text& title) {
  PreviewFrame frame;
  frame.title = stamped_title(title, stamp);
  frame.notes = {stamp_text(stamp)};
  frame.provenance_json = sheet.provenance_json;
  if (sheet.area) frame.outline = *sheet.area;
  frame.outline_label = sheet.area_label;
  return frame;
}

/// Layers of a group as they lie on a picture: the lowest first.
std::vector<const VectorLayer*> drawn_layers(const OneMapGroup& group) {
  std::vector<const VectorLayer*> layers;
  for (const VectorLayer& layer : group.layers) {
    const auto named = std::find(group.pictured.begin(), group.pictured.end(), layer.name);
    if (group.pictured.empty() || named != group.pictured.end()) layers.push_back(&layer);
  }
  std::reverse(layers.begin(), layers.end());
  return layers;
}

/// "Binjiang district: one map: sectors".
Text title_of(const OneMapSheet& sheet, const Text& part) {
  return {map_title(sheet).en + ": " + part.en, map_title(sheet).zh + ":" + part.zh};
}

void write_group_picture(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map,
                         const OneMapGroup& group) {
  LayerPicture picture;
  picture.bounds = sheet.grid.bounds();
  picture.frame = frame_of(sheet, group.stamp.value_or(map.stamp), title_of(sheet, group.title));
  picture.layers = drawn_layers(group);
  if (!group.layers.empty()) picture.frame.notes = {group.layers.front().description};
  if (group.id == "risk_zones") {  // the colours themselves are the ground
    picture.ground = map.ground;
    picture.ground_scheme = map.ground_scheme;
    std::erase_if(picture.layers, [](const VectorLayer* layer) { return layer->name == "risk_zones"; });
  }
  write_layer_picture(outputs.stage(group.id + ".png"), picture);
}

void draw(LayerPicture& picture, const std::vector<VectorLayer>& layers) {
  for (const auto& layer : std::ranges::reverse_view(layers)) picture.layers.push_back(&layer);
}

void write_picture(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map, const OneMapPicture& shown) {
  LayerPicture picture;
  picture.bounds = sheet.grid.bounds();
  picture.frame = frame_of(sheet, shown.stamp.value_or(map.stamp), title_of(sheet, shown.title));
  if (!shown.layers.empty()) picture.frame.notes = {shown.layers.front().description};
  draw(picture, shown.layers);
  write_layer_picture(outputs.stage(shown.file), picture);
}

/// At a glance: the colours, and over them areas and major hazards. More would lie over one another.
void write_preview(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map) {
  LayerPicture picture;
  picture.ground = map.ground;
  picture.ground_scheme = map.ground_scheme;
  picture.frame = frame_of(sheet, map.stamp, map_title(sheet));
  for (const Text& missing : map.not_in_it) picture.frame.notes.push_back(missing);
  draw(picture, map.glance);
  write_layer_picture(outputs.stage("preview.png"), picture);
}

/// Every table that has places, group by group. What is ticked at first can be seen together: major hazards over the zones.
void write_onemap_page(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map) {
  MapPage& page = *map.page;
  page.notes.push_back(stamp_text(map.stamp));
  page.notes.insert(page.notes.end(), map.not_in_it.begin(), map.not_in_it.end());
  for (const OneMapGroup& group : map.groups) {
    const bool shown = group.id == "major_hazards" || group.id == "risk_zones";
    for (const VectorLayer& layer : group.layers) {
      if (layer.name != "risk_zones") add_page_layer(page, layer, shown, group.title);
    }
  }
  write_page(outputs.stage(kPageFile), page);
  write_page_sheets(outputs, sheet.sheets, page, sheet.words);
}

/// The official grades on sheets of their own: both maps are wanted, side by side and never mixed up.
void write_grades_sheets(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map) {
  const auto group =
      std::find_if(map.groups.begin(), map.groups.end(), [](const OneMapGroup& one) { return one.id == kGradesGroup; });
  if (group == map.groups.end() || sheet.sheets.empty()) return;
  const MapStamp& stamp = group->stamp.value_or(map.stamp);
  MapPage page = *map.page;
  page.title = stamped_title(title_of(sheet, group->title), stamp);
  page.ground.reset();
  page.layers.clear();
  page.notes = {stamp_text(stamp)};
  const std::vector<const VectorLayer*> drawn = drawn_layers(*group);
  for (const auto* layer : std::ranges::reverse_view(drawn)) add_page_layer(page, *layer);
  SheetWords words = sheet.words;
  words.date = dated(stamp.date);
  words.basis = graded_by(stamp.pack);
  write_page_sheets(outputs, sheet.sheets, page, words, kGradesPrefix);
}

PropertyList layers_summary(const OneMap& map) {
  PropertyList groups;
  for (const OneMapGroup& group : map.groups) {
    PropertyList layers;
    for (const VectorLayer& layer : group.layers) {
      layers.emplace_back(PropertyObject{{"table", layer.name},
                                         {"title_zh", layer.title.zh},
                                         {"title_en", layer.title.en},
                                         {"features", row_count(layer)}});
    }
    groups.emplace_back(PropertyObject{{"group", group.id},
                                       {"title_zh", group.title.zh},
                                       {"title_en", group.title.en},
                                       {"layers", std::move(layers)}});
  }
  return groups;
}

/// Every table in the files that an office and responders open.
void write_tables(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map) {
  const AlsoFormats also = sheet.also.without_package();
  if (!also.any()) return;
  AlsoContent content{"onemap",
                      stamped_title(map_title(sheet), map.stamp),
                      stamp_text(map.stamp),
                      sheet.grid.crs,
                      sheet.grid.bounds(),
                      map.page->projection,
                      sheet.provenance_json,
                      {},
                      true};
  for (const OneMapGroup& group : map.groups)
    content.layers.insert(content.layers.end(), group.layers.begin(), group.layers.end());
  write_also(outputs, also, std::move(content));
}

}  // namespace

VectorLayer by_edges(VectorLayer layer) {
  layer.style.symbol = Symbol::outlines;
  return layer;
}

std::vector<std::string> onemap_files(const std::vector<std::string>& groups, const SectorPack& sectors,
                                      const RunOptions& options) {
  std::vector<std::string> files{kGeoPackage, "onemap.qgs", "preview.png", kPageFile, "summary.json"};
  for (const std::string& group : groups) files.push_back(group + ".png");
  for (const Sector& sector : sectors.sectors) files.push_back(sector_picture_file(sector));
  for (std::string& file : also_files(options.also.without_package(), "onemap", {"onemap"}))
    files.push_back(std::move(file));
  for (std::string& file : sheet_files(options.sheets)) files.push_back(std::move(file));
  if (has_grades(groups)) {
    for (std::string& file : sheet_files(options.sheets, kGradesPrefix)) files.push_back(std::move(file));
  }
  return files;
}

void write_onemap(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map, Progress* progress) {
  LayerList tables;
  for (const OneMapGroup& group : map.groups) {
    for (const VectorLayer& layer : group.layers) tables.push_back(&layer);
  }
  write_geopackage(outputs.stage(kGeoPackage), sheet.grid.crs, tables, {sheet.title, sheet.provenance_json}, progress);
  write_file(outputs.stage("onemap.qgs"), project_xml(sheet, map));
  write_preview(outputs, sheet, map);
  write_onemap_page(outputs, sheet, map);
  write_grades_sheets(outputs, sheet, map);
  write_tables(outputs, sheet, map);
  for (const OneMapGroup& group : map.groups) {
    if (group.has_picture) write_group_picture(outputs, sheet, map, group);
  }
  for (const OneMapPicture& picture : map.pictures) write_picture(outputs, sheet, map, picture);
  PropertyObject summary = map.summary;
  summary.push_back({"groups", layers_summary(map)});
  PropertyList missing;
  for (const Text& text : map.not_in_it) missing.emplace_back(PropertyObject{{"zh", text.zh}, {"en", text.en}});
  summary.push_back({"not_in_it", std::move(missing)});
  write_json(outputs.stage("summary.json"), summary, sheet.provenance_json);
}

}  // namespace sise
