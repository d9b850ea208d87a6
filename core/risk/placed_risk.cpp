#include "core/risk/placed_risk.hpp"

#include <algorithm>
#include <array>

namespace sise {
namespace {

constexpr std::size_t kWorthNodes = 2 * BlockNodes::count;  // fewer places are asked one by one

void add_each(const PlacedKernel& kernel, std::span<const Point> places, std::span<double> out) {
  std::array<double, PolarPlaces::most>
      dx;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::array<double, PolarPlaces::most> dy;    // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::array<double, PolarPlaces::most> risk;  // NOLINT(cppcoreguidelines-pro-type-member-init)
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

}  // namespace

void add_risk(const PlacedKernel& kernel, std::span<const Point> places, const Bounds& box, std::span<double> out) {
  const BoxNodes nodes(box);
  if (nodes.distance_m(kernel) > kernel.reach_m()) return;
  if (places.size() < kWorthNodes) {
    add_each(kernel, places, out);
    return;
  }
  BoxNodes::Values values{};
  if (!nodes.values(kernel, values)) {
    add_each(kernel, places, out);
    return;
  }
  for (std::size_t p = 0; p < places.size(); ++p) out[p] += std::max(0.0, nodes.weights(places[p]).at(values));
}

}  // namespace sise
