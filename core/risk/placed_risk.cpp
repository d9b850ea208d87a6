#include "core/risk/placed_risk.hpp"

#include <algorithm>
#include <array>

namespace sise {
namespace {

constexpr std::size_t kWorthNodes = 2 * BlockNodes::count;  // fewer places are asked one by one

void add_each(const PlacedKernel& kernel, std::span<const Point> places, std::span<double> out) {
  std::array<double, PolarPlaces::most> x;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::array<double, PolarPlaces::most> y;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::array<double, PolarPlaces::most> risk;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t from = 0; from < places.size(); from += PolarPlaces::most) {
    const std::size_t count = std::min(PolarPlaces::most, places.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
      x.at(i) = places[from + i].x;
      y.at(i) = places[from + i].y;
    }
    kernel.evaluate(std::span(x).first(count), std::span(y).first(count), std::span(risk).first(count));
    for (std::size_t i = 0; i < count; ++i) out[from + i] += risk.at(i);
  }
}

}  // namespace

void add_risk(const PlacedKernel& kernel, std::span<const Point> places, const Bounds& box, std::span<double> out) {
  if (kernel.distance_m(box) > kernel.reach_m()) return;
  if (places.size() < kWorthNodes) {
    add_each(kernel, places, out);
    return;
  }
  const BoxNodes nodes(box);
  BoxNodes::Values values{};
  if (!nodes.values(kernel, values)) {
    add_each(kernel, places, out);
    return;
  }
  for (std::size_t p = 0; p < places.size(); ++p) out[p] += std::max(0.0, nodes.weights(places[p]).at(values));
}

}  // namespace sise
