#include "gis_io/write/office/layer_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

#include <set>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/pictures/bitmap_font.hpp"
#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/png.hpp"

namespace sise {
namespace {

constexpr Rgb kGround{247, 246, 242};
constexpr Rgb kInk{30, 30, 30};
constexpr Rgb kPaper{255, 255, 255};
constexpr double kPictureClear = 0.4;
constexpr double kPicturePale = 0.25;
constexpr double kDot = 4.5;

/// Where a name stands; names do not lie over one another.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

bool apart(const Box& a, const Box& b) {
  return a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
}

void draw_outline(MapSheet& sheet, const std::vector<Ring>& rings, const Rgb& rgb, double width) {
  for (const Ring& ring : rings) sheet.canvas().line(ring, rgb, width);
}

void draw_painted(MapSheet& sheet, const std::vector<Ring>& rings, const StyleEntry& entry) {
  switch (entry.paint) {
    case AreaPaint::light:
      sheet.canvas().fill(rings, entry.rgb, kPicturePale);
      for (const Ring& ring : rings) sheet.canvas().dashed_line(ring, entry.rgb, 1.5);
      return;
    case AreaPaint::hatched:
      sheet.canvas().hatch(rings, {entry.rgb, 0});
      break;
    case AreaPaint::counter_hatched:
      sheet.canvas().hatch(rings, {entry.rgb, 1});
      break;
    case AreaPaint::solid:
      sheet.canvas().fill(rings, entry.rgb, 0.8);
      break;
  }
  draw_outline(sheet, rings, entry.rgb, 2.0);
}

void draw_dots(MapSheet& sheet, const std::vector<Point>& points, const Rgb& rgb) {
  for (const Point& point : points) sheet.canvas().dot(sheet.to_pixel(point), kDot, rgb, kInk);
}

void draw_shape(MapSheet& sheet, const Geometry& geometry, const StyleEntry& entry, Symbol symbol) {
  draw_dots(sheet, geometry.points, entry.rgb);
  for (const Line& line : geometry.lines) {
    Line pixels;
    for (const Point& point : line) pixels.push_back(sheet.to_pixel(point));
    sheet.canvas().line(pixels, entry.rgb, 2.0);
  }
  if (geometry.polygons.empty()) return;
  const std::vector<Ring> rings = sheet.to_pixels(geometry.polygons);
  if (symbol == Symbol::painted_areas) {
    draw_painted(sheet, rings, entry);
    return;
  }
  if (symbol != Symbol::outlines)
    sheet.canvas().fill(rings, entry.rgb, symbol == Symbol::solid_areas ? 1.0 : kPictureClear);
  if (symbol != Symbol::solid_areas) draw_outline(sheet, rings, entry.rgb, 1.5);
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

void draw_name(MapSheet& sheet, const Feature& feature, const std::string& name, std::vector<Box>& taken) {
  constexpr std::array<std::pair<int, int>, 8> kHalo{
      {{-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}}};
  const bool is_area = !feature.geometry.polygons.empty();
  const Point place = sheet.to_pixel(is_area ? point_on_surface(feature.geometry) : centroid(feature.geometry));
  const int width = text_width(name);
  const int x = static_cast<int>(std::lround(place.x)) - (is_area ? width / 2 : -8);
  const int y = static_cast<int>(std::lround(place.y)) - kGlyphHeight / 2;
  const Box box{x - 2, y - 1, x + width + 2, y + kGlyphHeight + 1};
  const SheetLayout& map = sheet.layout();
  const bool inside = box.left >= map.map_x && box.right <= map.map_x + map.map_width && box.top >= map.map_y &&
                      box.bottom <= map.map_y + map.map_height;
  if (!inside || !std::all_of(taken.begin(), taken.end(), [&](const Box& other) { return apart(box, other); })) return;
  for (const auto& [dx, dy] : kHalo) sheet.canvas().text(x + dx, y + dy, name, kPaper);
  sheet.canvas().text(x, y, name, kInk);
  taken.push_back(box);
}

void draw_names(MapSheet& sheet, const VectorLayer& layer, std::vector<Box>& taken) {
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
    shown.hatched = Hatch{entry.rgb, entry.paint == AreaPaint::hatched ? 0 : 1};
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
  for (auto layer : std::ranges::reverse_view(picture.layers)) {
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
  int width = 0;
  int height = 0;
};

MapSize size_of(const LayerPicture& picture) {
  if (picture.ground != nullptr) {
    const int enlarged = enlargement(*picture.ground);
    return {ground_of(*picture.ground), static_cast<int>(picture.ground->codes().columns()) * enlarged,
            static_cast<int>(picture.ground->codes().rows()) * enlarged};
  }
  constexpr double kLongestSide = 1200.0;
  const Bounds& b = picture.bounds;
  const double metres = std::max(b.x_max - b.x_min, b.y_max - b.y_min) / kLongestSide;
  const auto pixels = [&](double length) { return std::max(1, static_cast<int>(std::lround(length / metres))); };
  return {b, pixels(b.x_max - b.x_min), pixels(b.y_max - b.y_min)};
}

}  // namespace

void write_layer_picture(const std::filesystem::path& path, const LayerPicture& picture) {
  const std::vector<LegendEntry> legend = legend_of(picture);
  const MapSize size = size_of(picture);
  MapSheet sheet(lay_out(size.width, size.height, legend.size(), picture.frame), size.bounds, legend, picture.frame);
  const SheetLayout& layout = sheet.layout();
  sheet.clip_to_map();
  if (picture.ground == nullptr) {
    sheet.canvas().fill_rectangle(layout.map_x, layout.map_y, layout.map_width, layout.map_height, kGround);
  } else {
    draw_classes(sheet, *picture.ground, *picture.ground_scheme, enlargement(*picture.ground));
  }
  for (const VectorLayer* layer : picture.layers) draw_layer(sheet, *layer);
  std::vector<Box> taken;
  for (auto layer : std::ranges::reverse_view(picture.layers)) draw_names(sheet, *layer, taken);
  sheet.finish(picture.frame);
  write_png(path, sheet.canvas(), picture.frame.provenance_json);
}

}  // namespace sise
