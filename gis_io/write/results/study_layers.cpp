#include "gis_io/write/results/study_layers.hpp"

#include <string>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/results/onemap_groups.hpp"

namespace sise {

VectorLayer unit_layer(const Study& study) {
  constexpr Rgb kGrey{90, 90, 100};
  VectorLayer layer;
  layer.name = "units";
  layer.title = {"Hazardous units", "危险单元"};
  for (const Unit& unit : study.units) {
    layer.features.push_back({unit.geometry,
                              {{"id", unit.id},
                               {"name", unit.name},
                               {"enterprise", unit.enterprise},
                               {"substance", unit.substance.empty() ? unit.substance_text : unit.substance},
                               {"status", unit.is_new ? "new" : "existing"}}});
  }
  const Symbol symbol = commonest_shape(layer.features) == Shape::point ? Symbol::dots : Symbol::dotted_areas;
  layer.style = plain_style(symbol, layer.title, kGrey);
  layer.name_field = "name";
  return layer;
}

Geometry places_of(const Study& study, const std::vector<std::size_t>& units) {
  Geometry places;
  for (const std::size_t i : units) {
    const Geometry& shape = study.units[i].geometry;
    places.points.push_back(shape.polygons.empty() ? centroid(shape) : point_on_surface(shape));
  }
  return places;
}

VectorLayer target_layer(const std::vector<Target>& targets, const ClassScheme& scheme) {
  VectorLayer layer;
  layer.name = "targets";
  layer.title = {"Protected targets", "防护目标"};
  layer.features = target_features(targets);
  layer.style = category_style(scheme, "code", commonest_shape(layer.features));
  layer.name_field = "name";
  return layer;
}

}  // namespace sise
