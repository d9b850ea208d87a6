#include "core/kernels/source_line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/geometry/point_distance.hpp"

namespace sise {
namespace {

constexpr double kLongest = 1.0 / 3.0;  // a stretch, of its distance
constexpr double kFinest_m = 0.5;       // no way need be shorter
constexpr double kBend = 0.02;          // a stretch, of its distance
constexpr double kBendOfEdges = 1e-3;   // the same where something jumps
constexpr double kFinestBend_m = 0.3;
constexpr double kGap = 1.5;  // of a step: places farther apart lie on different lines
constexpr double kGaussPlace = 0.7745966692414834;
constexpr std::array<double, 3> kGaussPlaces{-kGaussPlace, 0.0, kGaussPlace};

double apart_m(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

Point between(Point a, Point b, double t) { return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)}; }

double off_m(Point from, Point to, Point place) {
  const double length = apart_m(from, to);
  if (!(length > 0.0)) return apart_m(from, place);
  return std::abs((to.x - from.x) * (place.y - from.y) - (to.y - from.y) * (place.x - from.x)) / length;
}

Bounds joined(const Bounds& a, const Bounds& b) {
  return {std::min(a.x_min, b.x_min), std::min(a.y_min, b.y_min), std::max(a.x_max, b.x_max),
          std::max(a.y_max, b.y_max)};
}

Bounds box_of(Point point) { return {point.x, point.y, point.x, point.y}; }

void set_nodes_on_chord(SourceWay& way) {
  for (std::size_t i = 0; i < way.nodes.size(); ++i)
    way.nodes.at(i) = between(way.from, way.to, 0.5 + 0.5 * kGaussPlaces.at(i));
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

SourceWay part_of(const SourceWay& way, std::size_t part, std::size_t parts) {
  const auto n = static_cast<double>(parts);
  SourceWay one = way;
  one.from = between(way.from, way.to, static_cast<double>(part) / n);
  one.to = between(way.from, way.to, static_cast<double>(part + 1) / n);
  one.share = way.share / n;
  set_nodes_on_chord(one);
  return one;
}

bool SourceLine::Stretch::is_small_from(double distance_m, double sharp_m) const {
  if (is_one_place()) return true;
  const double bend = distance_m > sharp_m ? kBend * distance_m : std::max(kFinestBend_m, kBendOfEdges * distance_m);
  return length_m <= kLongest * distance_m && bend_m <= bend;
}

SourceLine::SourceLine(std::span<const LinePlace> places, Point origin, double origin_convergence_deg) {
  std::vector<Place> all(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const LinePlace& there = places[i];
    all[i].at = {there.source.x - origin.x, there.source.y - origin.y};
    all[i].turn_deg = there.convergence_deg - origin_convergence_deg;
  }
  // Half of the steps are no longer than this one, whatever gaps there are.
  std::vector<double> steps;
  for (std::size_t i = 1; i < all.size(); ++i) steps.push_back(apart_m(all[i - 1].at, all[i].at));
  if (!steps.empty()) {
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    step_m_ = *middle;
  }
  set_ends(all);
  stretches_.reserve(2 * all.size());
  build(all, 0, all.size());
}

/// The way around a place reaches half way to its neighbours, and as far beyond it where it has one neighbour only.
void SourceLine::set_ends(std::span<Place> places) const {
  for (std::size_t i = 0; i + 1 < places.size(); ++i)
    places[i].joined = apart_m(places[i].at, places[i + 1].at) <= kGap * step_m_;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Place& one = places[i];
    const bool has_last = i > 0 && places[i - 1].joined;
    if (has_last) one.before = between(places[i - 1].at, one.at, 0.5);
    if (one.joined) one.after = between(one.at, places[i + 1].at, 0.5);
    if (!has_last) one.before = one.joined ? between(one.after, one.at, 2.0) : one.at;
    if (!one.joined) one.after = has_last ? between(one.before, one.at, 2.0) : one.at;
  }
}

std::uint32_t SourceLine::build(std::span<const Place> places, std::size_t begin, std::size_t end) {
  const auto index = static_cast<std::uint32_t>(stretches_.size());
  stretches_.emplace_back();
  Stretch made;
  const std::size_t count = end - begin;
  made.way.share = static_cast<double>(count) / static_cast<double>(places.size());
  made.way.from = places[begin].before;
  made.way.to = places[end - 1].after;
  const double turn = places[begin + count / 2].turn_deg * std::numbers::pi / 180.0;
  made.way.turn_cosine = std::cos(turn);
  made.way.turn_sine = std::sin(turn);
  made.length_m = step_m_ * static_cast<double>(count);
  made.box = joined(box_of(made.way.from), box_of(made.way.to));
  for (std::size_t i = begin; i < end; ++i) {
    made.box = joined(made.box, box_of(places[i].at));
    const bool gap = i + 1 < end && !places[i].joined;
    made.bend_m = gap ? std::numeric_limits<double>::infinity()
                      : std::max(made.bend_m, off_m(made.way.from, made.way.to, places[i].at));
  }
  if (count == 1) {
    set_nodes_on_chord(made.way);
  } else {
    const double middle = 0.5 * static_cast<double>(begin + end - 1);
    const double half = 0.5 * static_cast<double>(count);
    for (std::size_t i = 0; i < kGaussPlaces.size(); ++i) {
      const double number = middle + half * kGaussPlaces.at(i);
      const double first = std::clamp(std::floor(number), static_cast<double>(begin), static_cast<double>(end - 2));
      const auto n = static_cast<std::size_t>(first);
      made.way.nodes.at(i) = between(places[n].at, places[n + 1].at, number - first);
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
    if (one.is_one_place()) {
      nearest = here;
    } else {
      open.push_back(one.left);
      open.push_back(one.right);
    }
  }
  return nearest;
}

void SourceLine::add_ways(std::uint32_t index, double distance_m, std::vector<SourceWay>& ways) const {
  const Stretch& one = stretches_[index];
  const double longest_m = std::max(kLongest * distance_m, kFinest_m);
  if (!one.is_one_place() || one.length_m <= longest_m) {
    ways.push_back(one.way);
    return;
  }
  const auto parts = static_cast<std::size_t>(std::ceil(one.length_m / longest_m));
  for (std::size_t i = 0; i < parts; ++i) ways.push_back(part_of(one.way, i, parts));
}

std::vector<SourceWay> SourceLine::ways_from(const Bounds& box, std::span<const std::uint32_t> stretches,
                                             double sharp_m, double reach_m) const {
  std::vector<SourceWay> ways;
  std::vector<std::uint32_t> open(stretches.rbegin(), stretches.rend());
  while (!open.empty()) {
    const std::uint32_t index = open.back();
    open.pop_back();
    const Stretch& one = stretches_[index];
    const double distance = sise::distance_m(one.box, box);
    if (distance > reach_m) continue;
    if (one.is_small_from(distance, sharp_m)) {
      add_ways(index, distance, ways);
    } else {
      open.push_back(one.right);
      open.push_back(one.left);
    }
  }
  return ways;
}

}  // namespace sise
