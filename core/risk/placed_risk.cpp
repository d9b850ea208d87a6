#include "core/risk/placed_risk.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/kernels/block_nodes.hpp"

namespace sise {
namespace {

constexpr std::size_t kEdge = BlockNodes::edge;
constexpr std::size_t kWorthNodes = 2 * BlockNodes::count;  // fewer places are asked one by one
constexpr double kTooNear = 0.25;                           // of the box

double distance_to(const Bounds& box, double x, double y) {
  const double dx = std::max({box.x_min - x, x - box.x_max, 0.0});
  const double dy = std::max({box.y_min - y, y - box.y_max, 0.0});
  return std::sqrt(dx * dx + dy * dy);
}

void add_each(const PlacedKernel& kernel, std::span<const Point> places, std::span<double> out) {
  std::array<double, PolarPlaces::most> dx{};
  std::array<double, PolarPlaces::most> dy{};
  std::array<double, PolarPlaces::most> risk{};
  for (std::size_t from = 0; from < places.size(); from += PolarPlaces::most) {
    const std::size_t count = std::min(PolarPlaces::most, places.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
      dx.at(i) = places[from + i].x - kernel.x_m;
      dy.at(i) = places[from + i].y - kernel.y_m;
    }
    kernel.kernel->evaluate(std::span(dx).first(count), std::span(dy).first(count), kernel.grid_north_deg,
                            std::span(risk).first(count));
    for (std::size_t i = 0; i < count; ++i) out[from + i] += risk.at(i);
  }
}

/// By nodes around the places, if these resolve the kernel there.
bool add_by_nodes(const PlacedKernel& kernel, std::span<const Point> places, const Bounds& box, std::span<double> out) {
  const double x = 0.5 * (box.x_min + box.x_max);
  const double y = 0.5 * (box.y_min + box.y_max);
  const double half_x = std::max(0.5 * (box.x_max - box.x_min), 1e-3);
  const double half_y = std::max(0.5 * (box.y_max - box.y_min), 1e-3);
  std::array<double, BlockNodes::count> dx{};
  std::array<double, BlockNodes::count> dy{};
  for (std::size_t j = 0; j < kEdge; ++j) {
    for (std::size_t i = 0; i < kEdge; ++i) {
      dx[j * kEdge + i] = x + half_x * BlockNodes::place(i) - kernel.x_m;
      dy[j * kEdge + i] = y + half_y * BlockNodes::place(j) - kernel.y_m;
    }
  }
  BlockNodes::Values values{};
  kernel.kernel->evaluate(dx, dy, kernel.grid_north_deg, values);
  if (!BlockNodes::resolve(values)) return false;
  for (std::size_t p = 0; p < places.size(); ++p) {
    const auto across = BlockNodes::weights((places[p].x - x) / half_x);
    const auto along = BlockNodes::weights((places[p].y - y) / half_y);
    double sum = 0.0;
    for (std::size_t j = 0; j < kEdge; ++j) {
      double line = 0.0;
      for (std::size_t i = 0; i < kEdge; ++i) line += across[i] * values[j * kEdge + i];
      sum += along[j] * line;
    }
    out[p] += std::max(0.0, sum);
  }
  return true;
}

}  // namespace

Bounds box_around(std::span<const Point> places) {
  Bounds box{places.front().x, places.front().y, places.front().x, places.front().y};
  for (const Point& p : places) {
    box.x_min = std::min(box.x_min, p.x);
    box.y_min = std::min(box.y_min, p.y);
    box.x_max = std::max(box.x_max, p.x);
    box.y_max = std::max(box.y_max, p.y);
  }
  return box;
}

void add_risk(const PlacedKernel& kernel, std::span<const Point> places, const Bounds& box, std::span<double> out) {
  const double nearest = distance_to(box, kernel.x_m, kernel.y_m);
  if (nearest > kernel.reach_m()) return;
  const double edge = std::max(box.x_max - box.x_min, box.y_max - box.y_min);
  const bool smooth = nearest > std::max(kernel.kernel->sharp_m(), kTooNear * edge);
  if (smooth && places.size() >= kWorthNodes && add_by_nodes(kernel, places, box, out)) return;
  add_each(kernel, places, out);
}

}  // namespace sise
