#include "core/kernels/source_line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/geometry/point_distance.hpp"

namespace sise {
namespace {

using LineNode = SourceLine::Node;

constexpr std::size_t kPlacesOfLeaf = 3;
constexpr double kLongest = 1.0 / 3.0;  // a stretch, of its distance
constexpr double kBend = 0.02;          // the same
constexpr double kGap = 1.5;            // of a step: places farther apart lie on different lines
constexpr double kGaussPlace = 0.7745966692414834;
constexpr std::array<double, 3> kGaussPlaces{-kGaussPlace, 0.0, kGaussPlace};
constexpr std::array<double, 3> kGaussShares{5.0 / 18.0, 8.0 / 18.0, 5.0 / 18.0};

double apart_m(const LineNode& a, const LineNode& b) { return std::hypot(a.east_m - b.east_m, a.north_m - b.north_m); }

/// Between two places, or beyond them.
LineNode between(const LineNode& a, const LineNode& b, double t) {
  return {std::lerp(a.east_m, b.east_m, t), std::lerp(a.north_m, b.north_m, t), std::lerp(a.turn_deg, b.turn_deg, t),
          a.share};
}

/// At a number between those of places begin ... end − 1, or half a step beyond them.
LineNode at_number(std::span<const LineNode> places, std::size_t begin, std::size_t end, double number) {
  if (end - begin < 2) return places[begin];
  const auto last = static_cast<double>(end - 2);
  const double first = std::clamp(std::floor(number), static_cast<double>(begin), last);
  const auto i = static_cast<std::size_t>(first);
  return between(places[i], places[i + 1], number - first);
}

double off_m(Point from, Point to, const LineNode& place) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const double east = place.east_m - from.x;
  const double north = place.north_m - from.y;
  if (!(length > 0.0)) return std::hypot(east, north);
  return std::abs((to.x - from.x) * north - (to.y - from.y) * east) / length;
}

Bounds joined(const Bounds& a, const Bounds& b) {
  return {std::min(a.x_min, b.x_min), std::min(a.y_min, b.y_min), std::max(a.x_max, b.x_max),
          std::max(a.y_max, b.y_max)};
}

}  // namespace

double share_in_disc(Point from, Point to, Point centre, double radius_m) {
  const double east = to.x - from.x;
  const double north = to.y - from.y;
  const double start_east = from.x - centre.x;
  const double start_north = from.y - centre.y;
  const double square = east * east + north * north;
  const double outside = start_east * start_east + start_north * start_north - radius_m * radius_m;
  if (!(square > 0.0)) return outside <= 0.0 ? 1.0 : 0.0;
  const double along = start_east * east + start_north * north;
  const double root = along * along - square * outside;
  if (root <= 0.0) return 0.0;
  const double enters = (-along - std::sqrt(root)) / square;
  const double leaves = (-along + std::sqrt(root)) / square;
  return std::max(0.0, std::min(leaves, 1.0) - std::max(enters, 0.0));
}

bool SourceLine::Stretch::is_small_from(double distance_m, double sharp_m) const {
  if (is_few_places()) return true;
  return distance_m > sharp_m && length_m <= kLongest * distance_m && bend_m <= kBend * distance_m;
}

SourceLine::SourceLine(std::span<const LinePlace> places, Point origin, double origin_convergence_deg) {
  std::vector<Node> nodes;
  nodes.reserve(places.size());
  for (const LinePlace& there : places) {
    nodes.push_back({there.source.x - origin.x, there.source.y - origin.y,
                     there.convergence_deg - origin_convergence_deg, 1.0 / static_cast<double>(places.size())});
  }
  // Half of the steps are no longer than this one, whatever gaps there are.
  std::vector<double> steps;
  for (std::size_t i = 1; i < nodes.size(); ++i) steps.push_back(apart_m(nodes[i - 1], nodes[i]));
  if (!steps.empty()) {
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    step_m_ = *middle;
  }
  stretches_.reserve(nodes.size());
  build(nodes, 0, nodes.size());
}

std::uint32_t SourceLine::build(std::span<const Node> places, std::size_t begin, std::size_t end) {
  const auto index = static_cast<std::uint32_t>(stretches_.size());
  stretches_.emplace_back();
  Stretch made;
  const std::size_t count = end - begin;
  made.share = places[begin].share * static_cast<double>(count);
  const auto end_at = [&](double number) {
    const Node there = at_number(places, begin, end, number);
    return Point{there.east_m, there.north_m};
  };
  constexpr double kHalf = 0.5;
  made.from = end_at(static_cast<double>(begin) - kHalf);
  made.to = end_at(static_cast<double>(end) - kHalf);
  made.length_m = step_m_ * static_cast<double>(count);
  made.box = joined({made.from.x, made.from.y, made.from.x, made.from.y}, {made.to.x, made.to.y, made.to.x, made.to.y});
  for (std::size_t i = begin; i < end; ++i) {
    const Node& one = places[i];
    made.box = joined(made.box, {one.east_m, one.north_m, one.east_m, one.north_m});
    const bool gap = i > begin && apart_m(places[i - 1], one) > kGap * step_m_;
    made.bend_m = gap ? std::numeric_limits<double>::infinity() : std::max(made.bend_m, off_m(made.from, made.to, one));
  }
  if (count <= kPlacesOfLeaf) {
    made.node_count = count;
    for (std::size_t i = 0; i < count; ++i) made.nodes.at(i) = places[begin + i];
  } else {
    made.node_count = kGaussPlaces.size();
    const double middle = 0.5 * static_cast<double>(begin + end - 1);
    const double half = 0.5 * static_cast<double>(count);
    for (std::size_t i = 0; i < kGaussPlaces.size(); ++i) {
      made.nodes.at(i) = at_number(places, begin, end, middle + half * kGaussPlaces.at(i));
      made.nodes.at(i).share = made.share * kGaussShares.at(i);
    }
    made.left = build(places, begin, begin + count / 2);
    made.right = build(places, begin + count / 2, end);
  }
  stretches_[index] = made;
  return index;
}

double SourceLine::distance_m(const Bounds& box) const {
  double nearest = std::numeric_limits<double>::infinity();
  std::vector<std::uint32_t> open{whole};
  while (!open.empty()) {
    const Stretch& one = stretches_[open.back()];
    open.pop_back();
    const double here = sise::distance_m(one.box, box);
    if (here >= nearest) continue;
    if (!one.is_few_places()) {
      open.push_back(one.left);
      open.push_back(one.right);
      continue;
    }
    for (std::size_t i = 0; i < one.node_count; ++i) {
      const Node& node = one.nodes.at(i);
      nearest = std::min(nearest, sise::distance_m({node.east_m, node.north_m, node.east_m, node.north_m}, box));
    }
  }
  return nearest;
}

std::vector<std::uint32_t> SourceLine::seen_from(const Bounds& box, std::span<const std::uint32_t> stretches,
                                                 double sharp_m, double reach_m) const {
  std::vector<std::uint32_t> seen;
  std::vector<std::uint32_t> open(stretches.rbegin(), stretches.rend());
  while (!open.empty()) {
    const std::uint32_t index = open.back();
    open.pop_back();
    const Stretch& one = stretches_[index];
    const double distance = sise::distance_m(one.box, box);
    if (distance > reach_m) continue;
    if (one.is_small_from(distance, sharp_m)) {
      seen.push_back(index);
    } else {
      open.push_back(one.right);
      open.push_back(one.left);
    }
  }
  return seen;
}

}  // namespace sise
