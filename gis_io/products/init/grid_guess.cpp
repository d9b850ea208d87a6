#include "gis_io/products/init/grid_guess.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "gis_io/read/layers/web_map_shift.hpp"

namespace sise {
namespace {

Point middle_of(const Bounds& b) { return {(b.x_min + b.x_max) / 2.0, (b.y_min + b.y_max) / 2.0}; }

bool in_china(Point degrees) { return degrees.x > 73.0 && degrees.x < 136.0 && degrees.y > 17.0 && degrees.y < 54.0; }

/// CGCS2000 in three-degree zones has the codes 4534 (75 E) to 4554 (135 E), without zone numbers in its eastings.
std::string gauss_krueger(double lon) {
  const int meridian = std::clamp(static_cast<int>(std::lround(lon / 3.0)) * 3, 75, 135);
  return fmt::format("EPSG:{}", 4534 + (meridian - 75) / 3);
}

std::string utm(Point degrees) {
  const int zone = std::clamp(static_cast<int>(std::floor((degrees.x + 180.0) / 6.0)) + 1, 1, 60);
  return fmt::format("EPSG:{}", (degrees.y < 0.0 ? 32700 : 32600) + zone);
}

std::optional<Bounds> union_of_degrees(const std::vector<LayerSight>& sights) {
  std::optional<Bounds> all;
  for (const LayerSight& sight : sights) {
    if (!sight.degrees) continue;
    const Bounds& b = *sight.degrees;
    if (!all) all = b;
    all = Bounds{std::min(all->x_min, b.x_min), std::min(all->y_min, b.y_min), std::max(all->x_max, b.x_max),
                 std::max(all->y_max, b.y_max)};
  }
  return all;
}

void choose_crs(const std::vector<LayerSight>& sights, const Bounds& degrees, GridGuess& guess) {
  for (const LayerSight& sight : sights) {
    if (sight.crs.empty() || sight.in_degrees || sight.misplaced) continue;
    const Crs crs(sight.crs, {});
    if (!crs.is_projected() || crs.metres_per_unit() != 1.0 || !crs.epsg() || *crs.epsg() == 3857) continue;
    guess.crs = sight.crs;
    guess.crs_why = {"as " + sight.shown() + " has it", "与 " + sight.shown() + " 相同"};
    return;
  }
  const Point at = middle_of(degrees);
  guess.crs = in_china(at) ? gauss_krueger(at.x) : utm(at);
  const std::string title = Crs(guess.crs, {}).title();
  guess.crs_why = {title + fmt::format(": the layers lie around {:.2f} E, {:.2f} N", at.x, at.y),
                   title + fmt::format(": 图层位于东经 {:.2f}, 北纬 {:.2f} 附近", at.x, at.y)};
}

void choose_extent(const Bounds& degrees, GridGuess& guess) {
  const Crs grid(guess.crs, {});
  const Transform to_grid(grid.geographic(), grid, {});
  std::optional<Bounds> all;
  for (const double x : {degrees.x_min, degrees.x_max}) {
    for (const double y : {degrees.y_min, degrees.y_max}) {
      const auto p = to_grid({x, y});
      if (!p) return;
      if (!all) all = Bounds{p->x, p->y, p->x, p->y};
      all = Bounds{std::min(all->x_min, p->x), std::min(all->y_min, p->y), std::max(all->x_max, p->x),
                   std::max(all->y_max, p->y)};
    }
  }
  constexpr double kAround_m = 1000.0;
  constexpr double kRound_m = 100.0;
  const auto down = [](double v) { return std::floor((v - kAround_m) / kRound_m) * kRound_m; };
  const auto up = [](double v) { return std::ceil((v + kAround_m) / kRound_m) * kRound_m; };
  guess.bounds = Bounds{down(all->x_min), down(all->y_min), up(all->x_max), up(all->y_max)};
}

/// The finest of a few sizes that keeps the grid below ten million cells.
void choose_cells(GridGuess& guess) {
  if (!guess.bounds) return;
  const double wide = guess.bounds->x_max - guess.bounds->x_min;
  const double high = guess.bounds->y_max - guess.bounds->y_min;
  constexpr double kMostCells = 1e7;
  for (const double size : {10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0}) {
    guess.cell_m = size;
    if (wide * high / (size * size) <= kMostCells) break;
  }
  guess.cell_why = {fmt::format("{:.0f} x {:.0f} km", wide / 1000.0, high / 1000.0),
                    fmt::format("范围 {:.0f} × {:.0f} km", wide / 1000.0, high / 1000.0)};
}

}  // namespace

GridGuess guess_grid(const std::vector<LayerSight>& sights) {
  GridGuess guess;
  const auto degrees = union_of_degrees(sights);
  if (!degrees) return guess;
  choose_crs(sights, *degrees, guess);
  choose_extent(*degrees, guess);
  choose_cells(guess);
  return guess;
}

double web_map_shift_m(const Bounds& degrees) {
  const Point at = middle_of(degrees);
  if (!in_china(at)) return 0.0;
  const LonLat moved = from_wgs84({at.x, at.y}, WebMapSystem::gcj02);
  constexpr double kMetresPerDegree = 111e3;
  constexpr double kDegree = 3.14159265358979 / 180.0;
  return std::hypot((moved.lon_deg - at.x) * std::cos(at.y * kDegree), moved.lat_deg - at.y) * kMetresPerDegree;
}

}  // namespace sise
