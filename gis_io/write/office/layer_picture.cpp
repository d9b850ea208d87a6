#include "gis_io/write/office/layer_picture.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

#include <set>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/type.hpp"

namespace sise {
namespace {

constexpr Rgb kGround{247, 246, 242};
constexpr Rgb kInk{30, 30, 30};
constexpr Rgb kPaper{255, 255, 255};
constexpr double kPictureClear = 0.4;
constexpr double kPicturePale = 0.25;
constexpr double kDot = 4.5;

Hatch hatch_of(const StyleEntry& entry) {
  return {.rgb = entry.rgb, .falling = entry.paint == AreaPaint::counter_hatched};
}

void draw_outline(MapSheet& sheet, const std::vector<Ring>& rings, const Stroke& stroke) {
  for (const Ring& ring : rings) sheet.canvas().line(ring, stroke);
}

void draw_painted(MapSheet& sheet, const std::vector<Ring>& rings, const StyleEntry& entry) {
  switch (entry.paint) {
    case AreaPaint::light:
      sheet.canvas().area(rings, entry.rgb, kPicturePale);
      draw_outline(sheet, rings, {entry.rgb, 1.5, outline_dashes()});
      return;
    case AreaPaint::hatched:
    case AreaPaint::counter_hatched:
      sheet.canvas().hatch(rings, hatch_of(entry));
      break;
    case AreaPaint::solid:
      sheet.canvas().area(rings, entry.rgb, 0.8);
      break;
  }
  draw_outline(sheet, rings, {entry.rgb, 2.0});
}

void draw_dots(MapSheet& sheet, const std::vector<Point>& points, const Rgb& rgb) {
  for (const Point& point : points) sheet.canvas().dot(sheet.to_pixel(point), kDot, rgb, kInk);
}

void draw_shape(MapSheet& sheet, const Geometry& geometry, const StyleEntry& entry, Symbol symbol) {
  draw_dots(sheet, geometry.points, entry.rgb);
  for (const Line& line : geometry.lines) sheet.canvas().line(sheet.to_pixels(line), {entry.rgb, 2.0});
  if (geometry.polygons.empty()) return;
  const std::vector<Ring> rings = sheet.to_pixels(geometry.polygons);
  if (symbol == Symbol::painted_areas) {
    draw_painted(sheet, rings, entry);
    return;
  }
  if (symbol != Symbol::outlines)
    sheet.canvas().area(rings, entry.rgb, symbol == Symbol::solid_areas ? 1.0 : kPictureClear);
  if (symbol != Symbol::solid_areas) draw_outline(sheet, rings, {entry.rgb, 1.5});
  if (symbol == Symbol::dotted_areas) draw_dots(sheet, {centroid(geometry)}, entry.rgb);
}

/// The worst on top: entries are drawn from the last to the first, as a legend lists the worst first.
void draw_layer(MapSheet& sheet, const VectorLayer& layer) {
  for (std::size_t i = layer.style.entries.size(); i-- > 0;) {
    const StyleEntry& entry = layer.style.entries[i];
    if (!entry.drawn) continue;
    for (const Feature& feature : layer.features) {
      if (entry_for(layer.style, feature) == &entry) draw_shape(sheet, feature.geometry, entry, layer.style.symbol);
    }
  }
}

/// Names do not lie over one another.
void draw_name(MapSheet& sheet, const Feature& feature, const std::string& name, std::vector<PaperBox>& taken) {
  const bool is_area = !feature.geometry.polygons.empty();
  const TypeStyle style{.size = 12.0, .rgb = kInk, .halo = true, .align = is_area ? Align::middle : Align::left};
  const Point place = sheet.to_pixel(is_area ? point_on_surface(feature.geometry) : centroid(feature.geometry));
  const Point at{place.x + (is_area ? 0.0 : 8.0), place.y - kTypeLine * style.size / 2.0};
  const PaperBox box = text_box(at.x, at.y, name, style);
  const auto is_apart = [&](const PaperBox& other) { return box.apart(other); };
  if (!box.within(sheet.map()) || !std::all_of(taken.begin(), taken.end(), is_apart)) return;
  sheet.canvas().text(at.x, at.y, name, style);
  taken.push_back(box);
}

void draw_names(MapSheet& sheet, const VectorLayer& layer, std::vector<PaperBox>& taken) {
  if (layer.style.label_field.empty()) return;
  for (const Feature& feature : layer.features) {
    const std::string name = plain_text(property_of(feature, layer.style.label_field));
    if (!name.empty() && !feature.geometry.empty()) draw_name(sheet, feature, name, taken);
  }
}

LegendEntry legend_entry(const VectorLayer& layer, const StyleEntry& entry) {
  LegendEntry shown{entry.rgb, 1.0, entry.label};
  const Symbol symbol = layer.style.symbol;
  if (symbol == Symbol::clear_areas) shown.opacity = kPictureClear;
  if (symbol == Symbol::dots || symbol == Symbol::dotted_areas) shown.swatch = Swatch::dot;
  if (symbol == Symbol::lines || symbol == Symbol::outlines) {
    shown.swatch = Swatch::line;
  } else if (symbol == Symbol::painted_areas && entry.paint == AreaPaint::light) {
    shown.opacity = kPicturePale;
    shown.dashed = entry.rgb;
  } else if (symbol == Symbol::painted_areas && entry.paint != AreaPaint::solid) {
    shown.rgb = kPaper;
    shown.hatched = hatch_of(entry);
  }
  return shown;
}

/// The entries that some feature of the layer is drawn by.
std::vector<LegendEntry> entries_of(const VectorLayer& layer) {
  std::set<const StyleEntry*> used;
  for (const Feature& feature : layer.features) {
    if (!feature.geometry.empty()) used.insert(entry_for(layer.style, feature));
  }
  std::vector<LegendEntry> entries;
  for (const StyleEntry& entry : layer.style.entries) {
    if (entry.drawn && used.contains(&entry)) entries.push_back(legend_entry(layer, entry));
  }
  return entries;
}

LegendEntry heading(const Text& title) {
  LegendEntry entry{kPaper, 1.0, title};
  entry.swatch = Swatch::none;
  return entry;
}

/// Each layer under its title, the uppermost first; what is alone with its title needs none.
std::vector<LegendEntry> legend_of(const LayerPicture& picture) {
  std::vector<LegendEntry> legend;
  for (const auto* layer : std::ranges::reverse_view(picture.layers)) {
    std::vector<LegendEntry> entries = entries_of(*layer);
    if (entries.empty()) continue;
    if (entries.size() > 1) legend.push_back(heading(layer->title));
    legend.insert(legend.end(), entries.begin(), entries.end());
  }
  if (picture.ground_scheme != nullptr) {
    legend.push_back(heading(picture.ground_scheme->title));
    for (LegendEntry& entry : class_legend(*picture.ground_scheme)) legend.push_back(std::move(entry));
  }
  return legend;
}

struct MapSize {
  Bounds bounds;
  double width = 0.0;  ///< pixels
};

MapSize size_of(const LayerPicture& picture) {
  if (picture.ground != nullptr)
    return {ground_of(*picture.ground),
            static_cast<double>(picture.ground->codes().columns()) * enlargement(*picture.ground)};
  constexpr double kLongestSide = 1200.0;
  const Bounds& b = picture.bounds;
  const double metres = std::max(b.x_max - b.x_min, b.y_max - b.y_min) / kLongestSide;
  return {b, std::max(1.0, std::round((b.x_max - b.x_min) / metres))};
}

}  // namespace

std::vector<PaperText> write_layer_picture(const std::filesystem::path& path, const LayerPicture& picture) {
  const MapSize size = size_of(picture);
  MapSheet sheet(path, size.width, size.bounds, legend_of(picture), picture.frame);
  if (picture.ground == nullptr) {
    sheet.canvas().fill(sheet.map(), kGround);
  } else {
    draw_classes(sheet, *picture.ground, *picture.ground_scheme);
  }
  for (const VectorLayer* layer : picture.layers) draw_layer(sheet, *layer);
  std::vector<PaperBox> taken;
  for (const auto* layer : std::ranges::reverse_view(picture.layers)) draw_names(sheet, *layer, taken);
  return sheet.finish();
}

}  // namespace sise
