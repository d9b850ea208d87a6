#include "gis_io/products/onemap_files.hpp"

#include <algorithm>
#include <list>
#include <utility>

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

Bounds seen_first(const Bounds& grid) {
  constexpr double kMargin = 0.03;
  const double x = kMargin * (grid.x_max - grid.x_min);
  const double y = kMargin * (grid.y_max - grid.y_min);
  return {grid.x_min - x, grid.y_min - y, grid.x_max + x, grid.y_max + y};
}

Text map_title(const OpenProject& project) {
  const std::string& title = project.study.title;
  return {title + ": one map", title + " 一张图"};
}

ProjectGroup project_group(const OneMapGroup& group) {
  ProjectGroup made{group.title, {}, group.views, group.shown, group.shown};
  if (!group.views.empty()) return made;
  for (const VectorLayer& layer : group.layers) made.layers.push_back(project_layer(layer));
  return made;
}

std::string project_xml(const OpenProject& project, const OneMap& map) {
  QgisProject made{stamped_title(map_title(project), map.stamp),
                   stamp_text(map.stamp),
                   project.study.grid.crs,
                   kGeoPackage,
                   seen_first(project.study.grid.bounds()),
                   {}};
  for (const OneMapGroup& group : map.groups) made.groups.push_back(project_group(group));
  return qgis_project_xml(made);
}

PreviewFrame frame_of(const OpenProject& project, const OneMap& map, const Text& title) {
  PreviewFrame frame;
  frame.title = stamped_title(title, map.stamp);
  frame.notes = {stamp_text(map.stamp)};
  frame.provenance_json = project.provenance_text();
  if (project.study.area) frame.outline = *project.study.area;
  frame.outline_label = {"study area", "评价范围"};
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

void write_group_picture(const OutputSet& outputs, const OpenProject& project, const OneMap& map,
                         const OneMapGroup& group) {
  LayerPicture picture;
  picture.bounds = project.study.grid.bounds();
  picture.frame = frame_of(
      project, map, {map_title(project).en + ": " + group.title.en, map_title(project).zh + ":" + group.title.zh});
  picture.layers = drawn_layers(group);
  if (!group.layers.empty()) picture.frame.notes = {group.layers.front().description};
  if (group.id == "risk_zones") {  // the colours themselves are the ground
    picture.ground = map.ground;
    picture.ground_scheme = &project.config.scheme;
    std::erase_if(picture.layers, [](const VectorLayer* layer) { return layer->name == "risk_zones"; });
  }
  write_layer_picture(outputs.stage(group.id + ".png"), picture);
}

/// A tint over the zones' colours would make colours that no legend has: areas are drawn by their edges.
VectorLayer by_edges(VectorLayer layer) {
  layer.style.symbol = Symbol::outlines;
  return layer;
}

/// At a glance: the colours, and over them areas and major hazards. More would lie over one another.
void write_preview(const OutputSet& outputs, const OpenProject& project, const OneMap& map) {
  LayerPicture picture;
  picture.ground = map.ground;
  picture.ground_scheme = &project.config.scheme;
  picture.frame = frame_of(project, map, map_title(project));
  for (const Text& missing : map.not_in_it) picture.frame.notes.push_back(missing);
  std::list<VectorLayer> edges;  // where they stand stays the same while more are put in
  for (auto group = map.groups.rbegin(); group != map.groups.rend(); ++group) {
    if (group->id != "major_hazards" && group->id != "areas") continue;
    for (const VectorLayer* layer : drawn_layers(*group))
      picture.layers.push_back(group->id == "areas" ? &edges.emplace_back(by_edges(*layer)) : layer);
  }
  write_layer_picture(outputs.stage("preview.png"), picture);
}

/// Every table that has places, group by group. What is ticked at first can be seen together: major hazards over the zones.
void write_onemap_page(const std::filesystem::path& path, const OpenProject& project, const OneMap& map) {
  MapPage page = page_of(project, *map.context, {"one map", "一张图"});
  page.notes = {stamp_text(map.stamp)};
  page.notes.insert(page.notes.end(), map.not_in_it.begin(), map.not_in_it.end());
  page.ground.emplace(PageGround{*map.page_ground, project.config.scheme});
  page.shares = map.shares;
  for (const OneMapGroup& group : map.groups) {
    const bool shown = group.id == "major_hazards" || group.id == "risk_zones";
    for (const VectorLayer& layer : group.layers) {
      if (layer.name != "risk_zones") add_page_layer(page, layer, shown, group.title);
    }
  }
  write_page(path, page);
}

PropertyList layers_summary(const OneMap& map) {
  PropertyList groups;
  for (const OneMapGroup& group : map.groups) {
    PropertyList layers;
    for (const VectorLayer& layer : group.layers) {
      layers.emplace_back(PropertyObject{{"table", layer.name},
                                         {"title_zh", layer.title.zh},
                                         {"title_en", layer.title.en},
                                         {"features", static_cast<std::int64_t>(layer.features.size())}});
    }
    groups.emplace_back(PropertyObject{{"group", group.id},
                                       {"title_zh", group.title.zh},
                                       {"title_en", group.title.en},
                                       {"layers", std::move(layers)}});
  }
  return groups;
}

}  // namespace

std::vector<std::string> onemap_files(const std::vector<std::string>& groups) {
  std::vector<std::string> files{kGeoPackage, "onemap.qgs", "preview.png", kPageFile, "summary.json"};
  for (const std::string& group : groups) files.push_back(group + ".png");
  return files;
}

void write_onemap(const OutputSet& outputs, const OpenProject& project, const OneMap& map, Progress* progress) {
  LayerList tables;
  for (const OneMapGroup& group : map.groups) {
    for (const VectorLayer& layer : group.layers) tables.push_back(&layer);
  }
  const std::string provenance = project.provenance_text();
  write_geopackage(outputs.stage(kGeoPackage), project.study.grid.crs, tables, {project.study.title, provenance},
                   progress);
  write_file(outputs.stage("onemap.qgs"), project_xml(project, map));
  write_preview(outputs, project, map);
  write_onemap_page(outputs.stage(kPageFile), project, map);
  for (const OneMapGroup& group : map.groups) write_group_picture(outputs, project, map, group);
  PropertyObject summary = map.summary;
  summary.push_back({"groups", layers_summary(map)});
  PropertyList missing;
  for (const Text& text : map.not_in_it) missing.emplace_back(PropertyObject{{"zh", text.zh}, {"en", text.en}});
  summary.push_back({"not_in_it", std::move(missing)});
  write_json(outputs.stage("summary.json"), summary, provenance);
}

}  // namespace sise
