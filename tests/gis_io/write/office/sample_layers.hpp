// Layers of every kind for the writers of an office's files.
#pragma once
#include <vector>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/office/vector_layer.hpp"

namespace sise::testing {

inline const std::string kCrs = "EPSG:4549";

inline MultiPolygon square(double x, double y, double size) {
  return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}, {}}};
}

inline Feature unit(const std::string& id, int level, Geometry geometry) {
  return {std::move(geometry),
          {{"id", id},
           {"name", "罐区 <" + id + "> & \"co\""},
           {"level", level},
           {"risk_per_year", 1.4e-5 * level},
           {"computed", level != 0},
           {"missing", PropertyList{PropertyValue("scenarios"), PropertyValue("inventory")}},
           {"main_share", std::nan("")}}};
}

/// Two points, a line, an area and a feature without a place.
inline VectorLayer mixed_layer() {
  VectorLayer layer{"units", {"Units", "危险单元"}, {"made up", "虚构"}, {}, {}, "name"};
  layer.features.push_back(unit("U1", 1, {.points = {{490000.0, 3530000.0}}, .lines = {}, .polygons = {}}));
  layer.features.push_back(unit("U2", 2, {.points = {{490100.5, 3530010.25}}, .lines = {}, .polygons = {}}));
  layer.features.push_back(
      unit("U3", 3, {.points = {}, .lines = {{{490000.0, 3530000.0}, {491000.0, 3531000.0}}}, .polygons = {}}));
  layer.features.push_back(unit("U4", 4, {.points = {}, .lines = {}, .polygons = square(490200.0, 3530200.0, 50.0)}));
  layer.features.push_back(unit("U5", 0, {}));
  layer.style = category_style(class_scheme("major-hazard"), "level", Shape::point);
  layer.style.label_field = "name";
  return layer;
}

/// Zones told apart by rules.
inline VectorLayer zones_layer() {
  VectorLayer layer{"zones", {"Zones", "威胁区"}, {"made up", "虚构"}, {}, {}, ""};
  for (const bool certain : {false, true}) {
    layer.features.push_back({{.points = {}, .lines = {}, .polygons = square(490000.0, 3530000.0, certain ? 300 : 900)},
                              {{"level", "AEGL-3 'red'"}, {"certain", certain}}});
  }
  const Condition level{"level", "AEGL-3 'red'"};
  layer.style = rule_style({{{level, {"certain", false}}, {"possible", "可能"}, {227, 38, 33}, AreaPaint::light},
                            {{level, {"certain", true}}, {"certain", "必然"}, {227, 38, 33}, AreaPaint::hatched}});
  return layer;
}

inline std::vector<VectorLayer> sample_layers() {
  std::vector<VectorLayer> layers = by_kind(mixed_layer());
  layers.push_back(zones_layer());
  return layers;
}

}  // namespace sise::testing
