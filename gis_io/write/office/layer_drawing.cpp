#include "gis_io/write/office/layer_drawing.hpp"

#include <cmath>
#include <set>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

constexpr double kClear = 0.4;
constexpr double kPale = 0.25;
constexpr double kSolid = 0.8;
constexpr Rgb kRim{30, 30, 30};
constexpr Rgb kWhite{255, 255, 255};

LegendEntry legend_entry(const StyleEntry& entry, Symbol symbol) {
  LegendEntry shown{entry.rgb, 1.0, entry.label};
  if (symbol == Symbol::clear_areas) shown.opacity = kClear;
  if (symbol == Symbol::dots || symbol == Symbol::dotted_areas) shown.swatch = Swatch::dot;
  if (symbol == Symbol::lines || symbol == Symbol::outlines) {
    shown.swatch = Swatch::line;
  } else if (symbol == Symbol::painted_areas && entry.paint == AreaPaint::light) {
    shown.opacity = kPale;
    shown.dashed = entry.rgb;
  } else if (shown.swatch == Swatch::box && is_hatched(entry.paint)) {
    const bool alone = symbol == Symbol::painted_areas;  // else over the colour
    if (alone) shown.rgb = kWhite;
    shown.hatched =
        Hatch{.rgb = alone ? entry.rgb : darker(entry.rgb), .falling = entry.paint == AreaPaint::counter_hatched};
  }
  return shown;
}

}  // namespace

void LayerDrawing::draw(const VectorLayer& layer) {
  for (std::size_t i = layer.style.entries.size(); i-- > 0;) {
    const StyleEntry& entry = layer.style.entries[i];
    if (!entry.drawn) continue;
    for (const Feature& feature : layer.features) {
      if (entry_for(layer.style, feature) == &entry) draw_feature(feature.geometry, entry, layer.style.symbol);
    }
  }
}

Line LayerDrawing::on_canvas(const Line& line) const {
  constexpr double kSeen = 0.05;
  Line out;
  for (const Point& p : line) {
    const Point at = at_(p);
    if (out.empty() || &p == &line.back() || std::hypot(at.x - out.back().x, at.y - out.back().y) > kSeen)
      out.push_back(at);
  }
  return out;
}

std::vector<Ring> LayerDrawing::on_canvas(const MultiPolygon& polygons) const {
  std::vector<Ring> rings;
  for (const Polygon& polygon : polygons) {
    rings.push_back(on_canvas(polygon.outer));
    for (const Ring& hole : polygon.holes) rings.push_back(on_canvas(hole));
  }
  return rings;
}

Hatch LayerDrawing::hatch_of(const StyleEntry& entry, const Rgb& rgb) const {
  return {
      .rgb = rgb, .width = sizes_.hatch, .apart = sizes_.apart, .falling = entry.paint == AreaPaint::counter_hatched};
}

void LayerDrawing::draw_edge(const std::vector<Ring>& rings, const Stroke& stroke) {
  for (const Ring& ring : rings) canvas_.line(ring, stroke);
}

void LayerDrawing::draw_dot(Point place, const StyleEntry& entry) {
  dots_.push_back(at_(place));
  canvas_.dot(dots_.back(), sizes_.dot, entry.rgb, kRim);
}

void LayerDrawing::draw_painted(const std::vector<Ring>& rings, const StyleEntry& entry) {
  if (entry.paint == AreaPaint::light) {
    canvas_.area(rings, entry.rgb, kPale);
    draw_edge(rings, {entry.rgb, sizes_.edge, outline_dashes()});
    return;
  }
  if (is_hatched(entry.paint)) {
    canvas_.hatch(rings, hatch_of(entry, entry.rgb));
  } else {
    canvas_.area(rings, entry.rgb, kSolid);
  }
  draw_edge(rings, {entry.rgb, sizes_.firm});
}

void LayerDrawing::draw_area(const std::vector<Ring>& rings, const StyleEntry& entry, Symbol symbol) {
  if (symbol == Symbol::painted_areas) {
    draw_painted(rings, entry);
    return;
  }
  if (symbol != Symbol::outlines) {
    canvas_.area(rings, entry.rgb, symbol == Symbol::solid_areas ? 1.0 : kClear);
    if (is_hatched(entry.paint)) canvas_.hatch(rings, hatch_of(entry, darker(entry.rgb)));
  }
  if (symbol != Symbol::solid_areas) draw_edge(rings, {entry.rgb, sizes_.edge});
}

void LayerDrawing::draw_feature(const Geometry& geometry, const StyleEntry& entry, Symbol symbol) {
  for (const Point& p : geometry.points) draw_dot(p, entry);
  for (const Line& line : geometry.lines) canvas_.line(on_canvas(line), {entry.rgb, sizes_.line});
  if (geometry.polygons.empty()) return;
  draw_area(on_canvas(geometry.polygons), entry, symbol);
  if (symbol == Symbol::dotted_areas) draw_dot(centroid(geometry), entry);
}

std::vector<LegendEntry> drawn_legend(const VectorLayer& layer) {
  std::set<const StyleEntry*> used;
  for (const Feature& feature : layer.features) {
    if (!feature.geometry.empty()) used.insert(entry_for(layer.style, feature));
  }
  std::vector<LegendEntry> entries;
  for (const StyleEntry& entry : layer.style.entries) {
    if (entry.drawn && used.contains(&entry)) entries.push_back(legend_entry(entry, layer.style.symbol));
  }
  return entries;
}

}  // namespace sise
