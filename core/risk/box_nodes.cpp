#include "core/risk/box_nodes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sise {
namespace {

constexpr std::size_t kEdge = BlockNodes::edge;

}  // namespace

BoxNodes::BoxNodes(const Bounds& box)
    : box_(box),
      x_(0.5 * (box.x_min + box.x_max)),
      y_(0.5 * (box.y_min + box.y_max)),
      half_x_(std::max(0.5 * (box.x_max - box.x_min), 1e-3)),
      half_y_(std::max(0.5 * (box.y_max - box.y_min), 1e-3)) {}

bool BoxNodes::values(const PlacedKernel& kernel, Values& out) const {
  const double edge = 2.0 * std::max(half_x_, half_y_);
  if (!(kernel.distance_m(box_) > std::max(kernel.sharp_m(), BlockNodes::nearest_of_edge * edge))) return false;
  std::array<double, BlockNodes::count> x{};
  std::array<double, BlockNodes::count> y{};
  for (std::size_t j = 0; j < kEdge; ++j) {
    for (std::size_t i = 0; i < kEdge; ++i) {
      x[j * kEdge + i] = x_ + half_x_ * BlockNodes::place(i);
      y[j * kEdge + i] = y_ + half_y_ * BlockNodes::place(j);
    }
  }
  kernel.evaluate(x, y, out);
  return BlockNodes::resolve(out);
}

BoxNodes::Weights BoxNodes::weights(Point place) const {
  return {BlockNodes::weights((place.x - x_) / half_x_), BlockNodes::weights((place.y - y_) / half_y_)};
}

double BoxNodes::Weights::at(const Values& values) const {
  double sum = 0.0;
  for (std::size_t j = 0; j < kEdge; ++j) {
    double line = 0.0;
    for (std::size_t i = 0; i < kEdge; ++i) line += across[i] * values[j * kEdge + i];
    sum += along[j] * line;
  }
  return sum;
}

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

}  // namespace sise
