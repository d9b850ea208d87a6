#include "gis_io/read/layers/outline_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/geometry/operations.hpp"
#include "gis_io/read/layers/web_map_shift.hpp"

namespace sise {
namespace {

// Extents of the same thing drawn twice agree within this, and so do an observed and a predicted shift.
constexpr double kSameSize_m = 150.0;
constexpr double kSameShare = 0.01;
constexpr double kSameShift_m = 60.0;
constexpr double kLeast_m = 100.0;
constexpr double kMost_m = 1500.0;    // BD-09 reaches 1.3 km
constexpr double kTooSmall_m = 30.0;  // buildings of one design look alike
constexpr std::size_t kMostOutlines = 200;
constexpr std::size_t kLeastTwins = 3;

struct Vector {
  double x;
  double y;
  [[nodiscard]] double length() const { return std::hypot(x, y); }
};

Point middle(const Bounds& b) { return {(b.x_min + b.x_max) / 2, (b.y_min + b.y_max) / 2}; }

bool same_size(const Bounds& a, const Bounds& b) {
  const double wide = std::abs((a.x_max - a.x_min) - (b.x_max - b.x_min));
  const double high = std::abs((a.y_max - a.y_min) - (b.y_max - b.y_min));
  const double size = std::max(a.x_max - a.x_min, a.y_max - a.y_min);
  return size >= kTooSmall_m && std::max(wide, high) <= std::min(kSameSize_m, kSameShare * size + 1.0);
}

struct Suspicion {
  WebMapSystem system;
  bool second_is_shifted;
  double distance_m;
};

/// How far and where to the system would move a place, on the grid.
Vector predicted(Point at, WebMapSystem system, const Projection& grid) {
  const Point moved = grid.from_lon_lat(from_wgs84(grid.to_lon_lat(at), system));
  return {moved.x - at.x, moved.y - at.y};
}

std::optional<Suspicion> suspicion(const Bounds& first, const Bounds& second, const Projection& grid) {
  if (!same_size(first, second)) return std::nullopt;
  const Point a = middle(first);
  const Point b = middle(second);
  const Vector apart{b.x - a.x, b.y - a.y};
  if (apart.length() < kLeast_m || apart.length() > kMost_m) return std::nullopt;
  for (const WebMapSystem system : {WebMapSystem::gcj02, WebMapSystem::bd09}) {
    const Vector forth = predicted(a, system, grid);
    const Vector back = predicted(b, system, grid);
    if (std::hypot(apart.x - forth.x, apart.y - forth.y) <= kSameShift_m) return {{system, true, apart.length()}};
    if (std::hypot(apart.x + back.x, apart.y + back.y) <= kSameShift_m) return {{system, false, apart.length()}};
  }
  return std::nullopt;
}

std::vector<Bounds> outlines_of(const FeatureTable& table) {
  std::vector<Bounds> outlines;
  for (const FeatureRow& row : table.rows) {
    if (row.geometry.polygons.empty() || outlines.size() > kMostOutlines) continue;
    const Bounds b = bounds(row.geometry.polygons);
    if (outlines.empty()) outlines.push_back(b);
    Bounds& all = outlines.front();
    all = {std::min(all.x_min, b.x_min), std::min(all.y_min, b.y_min), std::max(all.x_max, b.x_max),
           std::max(all.y_max, b.y_max)};
    outlines.push_back(b);
  }
  return outlines;
}

/// Most polygons of the smaller layer have a twin in the other, and not in place: buildings of one design stand anywhere.
std::optional<Suspicion> by_polygons(const std::vector<Bounds>& first, const std::vector<Bounds>& second,
                                     const Projection& grid) {
  const bool turned = second.size() < first.size();
  const std::vector<Bounds>& few = turned ? second : first;
  const std::vector<Bounds>& many = turned ? first : second;
  std::optional<Suspicion> found;
  std::size_t shifted = 0;
  std::size_t in_place = 0;
  for (std::size_t i = 1; i < few.size(); ++i) {
    std::optional<Suspicion> here;
    bool twin = false;
    for (std::size_t k = 1; k < many.size() && !twin; ++k) {
      const Point a = middle(few[i]);
      const Point b = middle(many[k]);
      twin = same_size(few[i], many[k]) && std::hypot(b.x - a.x, b.y - a.y) <= kSameShift_m;
      if (!here) here = turned ? suspicion(many[k], few[i], grid) : suspicion(few[i], many[k], grid);
    }
    if (twin) ++in_place;
    if (!twin && here) ++shifted;
    if (!found) found = here;
  }
  const bool most = shifted >= kLeastTwins && 2 * shifted >= few.size() - 1 && shifted > in_place;
  return most ? found : std::nullopt;
}

/// The layers as wholes, or their polygons one by one.
std::optional<Suspicion> suspicion(const std::vector<Bounds>& first, const std::vector<Bounds>& second,
                                   const Projection& grid) {
  if (auto found = suspicion(first.front(), second.front(), grid)) return found;
  return by_polygons(first, second, grid);
}

}  // namespace

void OutlineLedger::add(const std::string& name, const FeatureTable& table, const Projection& grid,
                        Problems& problems) {
  const auto known = std::any_of(layers_.begin(), layers_.end(), [&](const Layer& l) { return l.name == name; });
  Layer layer{name, outlines_of(table)};
  if (known || layer.outlines.empty()) return;
  for (const Layer& former : layers_) {
    const auto found = suspicion(former.outlines, layer.outlines, grid);
    if (!found) continue;
    const std::string& shifted = found->second_is_shifted ? layer.name : former.name;
    const std::string system = name_of(found->system);
    problems.warning("shifted_layers",
                     {fmt::format("the same outline lies {:.0f} m apart in '{}' and '{}', as {} lies from WGS 84 there",
                                  found->distance_m, former.name, layer.name, system),
                      fmt::format("'{}' 与 '{}' 中的同一轮廓相距 {:.0f} m,恰如该处 {} 与 WGS 84 之差", former.name,
                                  layer.name, found->distance_m, system)},
                     table.where,
                     {fmt::format("If '{}' came from a web map, set its crs = \"{}\"", shifted, system),
                      fmt::format("如 '{}' 来自网络地图,请设 crs = \"{}\"", shifted, system)});
  }
  layers_.push_back(std::move(layer));
}

}  // namespace sise
