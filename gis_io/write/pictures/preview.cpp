#include "gis_io/write/pictures/preview.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/png.hpp"

namespace sise {
namespace {

constexpr Rgb kGround{247, 246, 242};
constexpr Rgb kGridLine{120, 118, 112};
constexpr double kGridOpacity = 0.3;

Rgb darker(const Rgb& rgb) {
  constexpr double kShade = 0.7;
  Rgb dark{};
  for (std::size_t i = 0; i < rgb.size(); ++i) dark.at(i) = static_cast<std::uint8_t>(std::lround(kShade * rgb.at(i)));
  return dark;
}

/// Lines of the CRS every round distance, about eight of them across the map, so that lengths can be judged.
void draw_grid_lines(MapSheet& sheet, const Bounds& bounds) {
  const double step = round_length((bounds.x_max - bounds.x_min) / 8.0);
  for (double x = std::ceil(bounds.x_min / step) * step; x < bounds.x_max; x += step) {
    const std::array line{sheet.to_pixel({x, bounds.y_min}), sheet.to_pixel({x, bounds.y_max})};
    sheet.canvas().line(line, kGridLine, 1.0, kGridOpacity);
  }
  for (double y = std::ceil(bounds.y_min / step) * step; y < bounds.y_max; y += step) {
    const std::array line{sheet.to_pixel({bounds.x_min, y}), sheet.to_pixel({bounds.x_max, y})};
    sheet.canvas().line(line, kGridLine, 1.0, kGridOpacity);
  }
}

bool is_hatched(AreaPaint paint) { return paint == AreaPaint::hatched || paint == AreaPaint::counter_hatched; }

/// What is not solid is pale on the ground, hatched or with a dashed outline.
LegendEntry entry_of(const PreviewZone& zone, int phase) {
  constexpr double kPale = 0.45;
  if (zone.paint == AreaPaint::solid) return {zone.rgb, 1.0, zone.label};
  Rgb pale{};
  for (std::size_t i = 0; i < pale.size(); ++i) {
    pale.at(i) = static_cast<std::uint8_t>(std::lround(std::lerp(kGround.at(i), zone.rgb.at(i), kPale)));
  }
  LegendEntry entry{pale, 1.0, zone.label};
  if (is_hatched(zone.paint)) {
    entry.hatched = Hatch{darker(zone.rgb), phase};
  } else {
    entry.dashed = zone.rgb;
  }
  return entry;
}

std::vector<LegendEntry> entries_of(const std::vector<PreviewZone>& zones) {
  std::vector<LegendEntry> entries;
  int phase = 0;
  for (const PreviewZone& zone : zones) {
    entries.push_back(entry_of(zone, phase));
    if (is_hatched(zone.paint)) ++phase;
  }
  return entries;
}

void draw_zones(MapSheet& sheet, const std::vector<PreviewZone>& zones, const std::vector<LegendEntry>& entries) {
  std::vector<std::vector<Ring>> rings;
  rings.reserve(zones.size());

  for (const PreviewZone& zone : zones) rings.push_back(sheet.to_pixels(zone.polygons));
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (!entries[i].hatched) sheet.canvas().fill(rings[i], entries[i].rgb, 1.0);
  }
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (entries[i].hatched) sheet.canvas().hatch(rings[i], *entries[i].hatched);
  }
  for (std::size_t i = 0; i < zones.size(); ++i) {
    for (const Ring& ring : rings[i]) {
      if (entries[i].dashed) {
        sheet.canvas().dashed_line(ring, zones[i].rgb, 1.5);
      } else {
        sheet.canvas().line(ring, darker(zones[i].rgb), 1.5);
      }
    }
  }
}

}  // namespace

void write_class_preview(const std::filesystem::path& path, const ClassThumbnail& thumbnail, const ClassScheme& scheme,
                         const PreviewFrame& frame) {
  const RasterView<const std::uint8_t> codes = thumbnail.codes();
  const int enlarged = enlargement(thumbnail);
  const std::vector<LegendEntry> legend = class_legend(scheme);
  MapSheet sheet(lay_out(static_cast<int>(codes.columns()) * enlarged, static_cast<int>(codes.rows()) * enlarged,
                         legend.size(), frame),
                 ground_of(thumbnail), legend, frame);
  draw_classes(sheet, thumbnail, scheme, enlarged);
  sheet.finish(frame);
  write_png(path, sheet.canvas(), frame.provenance_json);
}

void write_zones_preview(const std::filesystem::path& path, const Bounds& bounds, const std::vector<PreviewZone>& zones,
                         const PreviewFrame& frame) {
  constexpr double kLongestSide = 1000.0;
  const double metres_per_pixel = std::max(bounds.x_max - bounds.x_min, bounds.y_max - bounds.y_min) / kLongestSide;
  const auto pixels = [&](double metres) {
    return std::max(1, static_cast<int>(std::lround(metres / metres_per_pixel)));
  };
  const std::vector<LegendEntry> entries = entries_of(zones);
  const std::vector<LegendEntry> legend(entries.rbegin(), entries.rend());
  const SheetLayout layout =
      lay_out(pixels(bounds.x_max - bounds.x_min), pixels(bounds.y_max - bounds.y_min), legend.size(), frame);
  MapSheet sheet(layout, bounds, legend, frame);
  sheet.clip_to_map();
  sheet.canvas().fill_rectangle(layout.map_x, layout.map_y, layout.map_width, layout.map_height, kGround);
  draw_zones(sheet, zones, entries);
  draw_grid_lines(sheet, bounds);
  sheet.finish(frame);
  write_png(path, sheet.canvas(), frame.provenance_json);
}

}  // namespace sise
