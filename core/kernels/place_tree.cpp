#include "core/kernels/place_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/kernels/block_nodes.hpp"
#include "core/kernels/stamping.hpp"

namespace sise {
namespace {

constexpr std::size_t kPlaceEdge = BlockNodes::edge;
constexpr std::size_t kNodes = BlockNodes::count;
constexpr double kTop_m = 4096.0;
constexpr double kSmallest_m = 32.0;
constexpr std::size_t kFewPlaces = 48;  // asked one by one rather than divided further

}  // namespace

PlaceTree::PlaceTree(std::span<const Point> places, const RiskScale& scale)
    : scale_(scale), places_(places.size()), order_(places.size()), leaf_of_(places.size()) {
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> tops;
  for (std::size_t i = 0; i < places.size(); ++i) {
    tops[{static_cast<std::int64_t>(std::floor(places[i].y / kTop_m)),
          static_cast<std::int64_t>(std::floor(places[i].x / kTop_m))}]
        .push_back(i);
  }
  std::size_t next = 0;
  for (const auto& [at, members] : tops) {
    const double x = (static_cast<double>(at.second) + 0.5) * kTop_m;
    const double y = (static_cast<double>(at.first) + 0.5) * kTop_m;
    blocks_.push_back({x, y, 0.5 * kTop_m, next, next + members.size(), kNone, 0, kNone});
    for (const std::size_t i : members) {
      places_[next] = places[i];
      order_[next++] = i;
    }
  }
  tops_ = blocks_.size();
  for (std::size_t b = 0; b < blocks_.size(); ++b) divide(b);
  nodes_.assign(blocks_.size() * kNodes, 0);
  fresh_nodes_.assign(nodes_.size(), 0);
  sums_.assign(places.size(), 0);
  fresh_sums_.assign(places.size(), 0);
}

void PlaceTree::divide(std::size_t index) {
  const Block block = blocks_[index];
  for (std::size_t i = block.begin; i < block.end; ++i) leaf_of_[i] = index;
  if (block.end - block.begin <= kFewPlaces || 2.0 * block.half_m <= kSmallest_m) return;
  const auto quarter_of = [&](const Point& p) {
    return std::size_t{p.x >= block.x ? 1U : 0U} + std::size_t{p.y >= block.y ? 2U : 0U};
  };
  std::array<std::vector<std::pair<Point, std::size_t>>, 4> quarters;
  for (std::size_t i = block.begin; i < block.end; ++i) {
    quarters.at(quarter_of(places_[i])).emplace_back(places_[i], order_[i]);
  }
  blocks_[index].first_child = blocks_.size();
  std::size_t next = block.begin;
  for (std::size_t q = 0; q < quarters.size(); ++q) {
    if (quarters.at(q).empty()) continue;
    const double half = 0.5 * block.half_m;
    blocks_.push_back({block.x + (q % 2 == 1 ? half : -half), block.y + (q / 2 == 1 ? half : -half), half, next,
                       next + quarters.at(q).size(), kNone, 0, index});
    for (const auto& [place, original] : quarters.at(q)) {
      places_[next] = place;
      order_[next++] = original;
    }
    ++blocks_[index].children;
  }
}

bool PlaceTree::keep(std::size_t index, const PlacedKernel& kernel) {
  const Block& block = blocks_[index];
  std::array<double, kNodes> dx{};
  std::array<double, kNodes> dy{};
  for (std::size_t j = 0; j < kPlaceEdge; ++j) {
    for (std::size_t i = 0; i < kPlaceEdge; ++i) {
      dx[j * kPlaceEdge + i] = block.x + block.half_m * BlockNodes::place(i) - kernel.x_m;
      dy[j * kPlaceEdge + i] = block.y + block.half_m * BlockNodes::place(j) - kernel.y_m;
    }
  }
  BlockNodes::Values values{};
  kernel.kernel->evaluate(dx, dy, kernel.grid_north_deg, values);
  if (!BlockNodes::resolve(values)) return false;
  add_nodes(index, kernel, values);
  return true;
}

void PlaceTree::add_nodes(std::size_t index, const PlacedKernel& kernel, const BlockNodes::Values& values) {
  for (std::size_t i = 0; i < kNodes; ++i) {
    const std::int64_t units = scale_.units(values[i]);
    nodes_[index * kNodes + i] += units;
    if (kernel.is_new) fresh_nodes_[index * kNodes + i] += units;
  }
}

void PlaceTree::add_place(std::size_t place, const PlacedKernel& kernel, double risk_per_year) {
  const std::int64_t units = scale_.units(risk_per_year);
  sums_[place] += units;
  if (kernel.is_new) fresh_sums_[place] += units;
}

void PlaceTree::add_places(const Block& block, const PlacedKernel& kernel) {
  std::array<double, PolarPlaces::most> x{};
  std::array<double, PolarPlaces::most> y{};
  std::array<double, PolarPlaces::most> risk{};
  for (std::size_t from = block.begin; from < block.end; from += PolarPlaces::most) {
    const std::size_t count = std::min(PolarPlaces::most, block.end - from);
    for (std::size_t i = 0; i < count; ++i) {
      x.at(i) = places_[from + i].x;
      y.at(i) = places_[from + i].y;
    }
    kernel.evaluate(std::span(x).first(count), std::span(y).first(count), std::span(risk).first(count));
    for (std::size_t i = 0; i < count; ++i) add_place(from + i, kernel, risk.at(i));
  }
}

void PlaceTree::descend(std::size_t index, const PlacedKernel& kernel) {
  const Block& block = blocks_[index];
  const double nearest = kernel.distance_m(block.square().box());
  if (nearest > kernel.reach_m()) return;
  const bool smooth = nearest > std::max(kernel.sharp_m(), BlockNodes::nearest_of_edge * 2.0 * block.half_m);
  if (smooth && block.end - block.begin > kFewPlaces && keep(index, kernel)) return;
  if (block.first_child == kNone) {
    add_places(block, kernel);
    return;
  }
  for (std::size_t c = 0; c < block.children; ++c) descend(block.first_child + c, kernel);
}

void PlaceTree::descend_along(std::size_t index, const PlacedKernel& line, std::span<const std::uint32_t> stretches,
                              double least_per_year) {
  const Block& block = blocks_[index];
  if (block.end - block.begin <= kFewPlaces) {
    for (std::size_t i = block.begin; i < block.end; ++i)
      add_place(i, line, line.of_stretches(stretches, places_[i].x, places_[i].y));
    return;
  }
  const LineOnNodes on = put_on_nodes(line, stretches, block.square(), 0.0, least_per_year);
  BlockNodes::Values from_south{};  // as this tree's rows run
  for (std::size_t i = 0; i < kNodes; ++i)
    from_south.at(i) = on.values.at((kPlaceEdge - 1 - i / kPlaceEdge) * kPlaceEdge + i % kPlaceEdge);
  add_nodes(index, line, from_south);
  if (on.rest.empty()) return;
  for (std::size_t c = 0; c < block.children; ++c)
    descend_along(block.first_child + c, line, on.rest, on.least_per_year);
  if (block.first_child != kNone) return;
  for (std::size_t i = block.begin; i < block.end; ++i)
    add_place(i, line, line.of_stretches(on.rest, places_[i].x, places_[i].y));
}

void PlaceTree::add(std::span<const PlacedKernel> kernels, Progress* progress) {
  constexpr std::array<std::uint32_t, 1> kAll{SourceLine::whole};
  stamp_in_lots(
      static_cast<std::int64_t>(tops_), kernels,
      [&](std::int64_t top, const PlacedKernel& kernel) {
        const auto block = static_cast<std::size_t>(top);
        kernel.along ? descend_along(block, kernel, kAll, 0.0) : descend(block, kernel);
      },
      progress, "places");
}

void PlaceTree::read(std::span<double> all, std::span<double> fresh) const {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    auto sum = static_cast<double>(sums_[i]);
    auto new_sum = static_cast<double>(fresh_sums_[i]);
    for (std::size_t b = leaf_of_[i]; b != kNone; b = blocks_[b].parent) {
      const Block& block = blocks_[b];
      const auto across = BlockNodes::weights((places_[i].x - block.x) / block.half_m);
      const auto along = BlockNodes::weights((places_[i].y - block.y) / block.half_m);
      for (std::size_t n = 0; n < kNodes; ++n) {
        const double weight = along[n / kPlaceEdge] * across[n % kPlaceEdge];
        sum += weight * static_cast<double>(nodes_[b * kNodes + n]);
        new_sum += weight * static_cast<double>(fresh_nodes_[b * kNodes + n]);
      }
    }
    all[order_[i]] = std::max(0.0, scale_.risk(sum));
    if (!fresh.empty()) fresh[order_[i]] = std::max(0.0, scale_.risk(new_sum));
  }
}

}  // namespace sise
