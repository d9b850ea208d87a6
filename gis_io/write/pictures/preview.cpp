#include "gis_io/write/pictures/preview.hpp"

#include <algorithm>
#include <cmath>

#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"

namespace sise {
namespace {

constexpr Rgb kGround{247, 246, 242};
constexpr Rgb kGridLine{120, 118, 112};
constexpr double kGridOpacity = 0.3;

/// Lines of the CRS every round distance, about eight of them across the map, so that lengths can be judged.
void draw_grid_lines(MapSheet& sheet, const Bounds& bounds) {
  const double step = round_length((bounds.x_max - bounds.x_min) / 8.0);
  const auto draw = [&](Point from, Point to) {
    sheet.canvas().line({sheet.to_pixel(from), sheet.to_pixel(to)}, {kGridLine, 1.0, {}, kGridOpacity});
  };
  for (double x = std::ceil(bounds.x_min / step) * step; x < bounds.x_max; x += step)
    draw({x, bounds.y_min}, {x, bounds.y_max});
  for (double y = std::ceil(bounds.y_min / step) * step; y < bounds.y_max; y += step)
    draw({bounds.x_min, y}, {bounds.x_max, y});
}

/// What is not solid is pale on the ground, hatched or with a dashed outline.
LegendEntry entry_of(const PreviewZone& zone, int phase) {
  constexpr double kPale = 0.45;
  constexpr double kShift = 4.0;
  if (zone.paint == AreaPaint::solid) return {zone.rgb, 1.0, zone.label};
  Rgb pale{};
  for (std::size_t i = 0; i < pale.size(); ++i) {
    pale.at(i) = static_cast<std::uint8_t>(std::lround(std::lerp(kGround.at(i), zone.rgb.at(i), kPale)));
  }
  LegendEntry entry{pale, 1.0, zone.label};
  if (is_hatched(zone.paint)) {
    entry.hatched = Hatch{.rgb = darker(zone.rgb), .shift = kShift * phase};
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
    if (!entries[i].hatched) sheet.canvas().area(rings[i], entries[i].rgb, 1.0);
  }
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (entries[i].hatched) sheet.canvas().hatch(rings[i], *entries[i].hatched);
  }
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const Stroke rim =
        entries[i].dashed ? Stroke{zones[i].rgb, 1.5, outline_dashes()} : Stroke{darker(zones[i].rgb), 1.5};
    for (const Ring& ring : rings[i]) sheet.canvas().line(ring, rim);
  }
}

}  // namespace

std::vector<PaperText> write_class_preview(const std::filesystem::path& path, const ClassThumbnail& thumbnail,
                                           const ClassScheme& scheme, const PreviewFrame& frame) {
  const double width = static_cast<double>(thumbnail.codes().columns()) * enlargement(thumbnail);
  MapSheet sheet(path, width, ground_of(thumbnail), class_legend(scheme), frame);
  draw_classes(sheet, thumbnail, scheme);
  return sheet.finish();
}

std::vector<PaperText> write_zones_preview(const std::filesystem::path& path, const Bounds& bounds,
                                           const std::vector<PreviewZone>& zones, const PreviewFrame& frame) {
  constexpr double kLongestSide = 1000.0;
  const double metres_per_pixel = std::max(bounds.x_max - bounds.x_min, bounds.y_max - bounds.y_min) / kLongestSide;
  const double width = std::max(1.0, std::round((bounds.x_max - bounds.x_min) / metres_per_pixel));
  const std::vector<LegendEntry> entries = entries_of(zones);
  MapSheet sheet(path, width, bounds, {entries.rbegin(), entries.rend()}, frame);
  sheet.canvas().fill(sheet.map(), kGround);
  draw_zones(sheet, zones, entries);
  draw_grid_lines(sheet, bounds);
  return sheet.finish();
}

}  // namespace sise
