#include "gis_io/write/office/layer_picture.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/write/office/layer_drawing.hpp"
#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/type.hpp"

namespace sise {
namespace {

constexpr Rgb kGround{247, 246, 242};
constexpr Rgb kInk{30, 30, 30};
constexpr Rgb kPaper{255, 255, 255};

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

LegendEntry heading(const Text& title) {
  LegendEntry entry{kPaper, 1.0, title};
  entry.swatch = Swatch::none;
  return entry;
}

/// Each layer under its title, the uppermost first; what is alone with its title needs none.
std::vector<LegendEntry> legend_of(const LayerPicture& picture) {
  std::vector<LegendEntry> legend;
  for (const auto* layer : std::ranges::reverse_view(picture.layers)) {
    std::vector<LegendEntry> entries = drawn_legend(*layer);
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
  LayerDrawing drawing(
      sheet.canvas(), [&](Point place) { return sheet.to_pixel(place); }, SignSizes{});
  for (const VectorLayer* layer : picture.layers) drawing.draw(*layer);
  std::vector<PaperBox> taken;
  for (const auto* layer : std::ranges::reverse_view(picture.layers)) draw_names(sheet, *layer, taken);
  return sheet.finish();
}

}  // namespace sise
