#include "core/zones/ring_field.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <numbers>
#include <utility>

namespace sise {
namespace {

constexpr double kWidest = 1.04;  // from one circle to the next
constexpr double kNarrowest = 1.002;
constexpr double kRadialSteps = 1.5;  // a circle is so many of its own steps farther out than the one before
constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr double kFewestPlaces = 16.0;

struct Larger {
  double operator()(double a, double b) const { return std::max(a, b); }
};
struct Smaller {
  double operator()(double a, double b) const { return std::min(a, b); }
};

/// The extreme of every `run` neighbours around a ring, by the first of them: a queue of candidates, each value once in and
/// once out.
template <class Pick>
void fill_runs(std::span<const double> ring, std::size_t run, std::span<double> out, Pick pick) {
  const std::size_t count = ring.size();
  std::deque<std::pair<std::size_t, double>> best;
  for (std::size_t end = 0; end < count + run - 1; ++end) {
    const double value = ring[end % count];
    while (!best.empty() && pick(best.back().second, value) == value) best.pop_back();
    best.emplace_back(end, value);
    if (end + 1 < run) continue;
    const std::size_t first = end + 1 - run;
    if (best.front().first < first) best.pop_front();
    out[first] = best.front().second;
  }
}

/// A power law along a ray, a bell along a circle: both are straight enough in the logarithm. A straight line where one of
/// the two is zero.
double between_values(double one, double other, double share) {
  if (one > 0.0 && other > 0.0) return std::exp(std::lerp(std::log(one), std::log(other), share));
  return std::lerp(one, other, share);
}

}  // namespace

RingField::RingField(Point centre, double nearest_m, double farthest_m, const std::function<double(double)>& step_rad,
                     double least_m)
    : centre_(centre) {
  for (double radius = nearest_m;;) {
    const double step = step_rad(radius);
    const auto count = static_cast<std::size_t>(std::max(kFewestPlaces, std::ceil(kTurn / step)));
    rings_.push_back({radius, places_.size(), count});
    for (std::size_t i = 0; i < count; ++i) {
      const double angle = kTurn * static_cast<double>(i) / static_cast<double>(count);
      places_.push_back({centre.x + radius * std::sin(angle), centre.y + radius * std::cos(angle)});
    }
    if (radius >= farthest_m) break;
    radius = std::max(radius * std::clamp(1.0 + kRadialSteps * step, kNarrowest, kWidest), radius + least_m);
  }
}

RingField::Envelope RingField::envelope(std::vector<double> values, double half_width_rad) const {
  return {*this, std::move(values), half_width_rad};
}

/// Places of a ring that surely lie on the arc, wherever between two places it begins; the whole ring at most.
std::size_t RingField::Envelope::run_length(const Ring& ring) const {
  const double step = kTurn / static_cast<double>(ring.count);
  return std::min(ring.count, static_cast<std::size_t>(2.0 * half_width_rad_ / step));
}

RingField::Envelope::Envelope(const RingField& field, std::vector<double> values, double half_width_rad)
    : field_(field),
      values_(std::move(values)),
      half_width_rad_(half_width_rad),
      largest_runs_(values_),
      smallest_runs_(values_) {
  for (const Ring& ring : field_.rings_) {
    const std::size_t run = run_length(ring);
    if (run < 2) continue;
    const std::span<const double> all = std::span(values_).subspan(ring.first, ring.count);
    fill_runs(all, run, std::span(largest_runs_).subspan(ring.first, ring.count), Larger{});
    fill_runs(all, run, std::span(smallest_runs_).subspan(ring.first, ring.count), Smaller{});
  }
}

double RingField::Envelope::between(const Ring& ring, double angle) const {
  const auto count = static_cast<std::int64_t>(ring.count);
  const double position = angle / kTurn * static_cast<double>(ring.count);
  const double below = std::floor(position);
  const auto wrapped = [&](std::int64_t i) {
    return ring.first + static_cast<std::size_t>((i % count + count) % count);
  };
  const auto i = static_cast<std::int64_t>(below);
  return between_values(values_[wrapped(i)], values_[wrapped(i + 1)], position - below);
}

/// On the arc from angle − half width to angle + half width: its two ends, and the places of the ring on it.
template <class Pick>
double RingField::Envelope::on_ring(std::size_t index, double angle, const std::vector<double>& runs, Pick pick) const {
  const Ring& ring = field_.rings_[index];
  const auto count = static_cast<std::int64_t>(ring.count);
  const double step = kTurn / static_cast<double>(ring.count);
  const std::size_t run = run_length(ring);
  double value = pick(between(ring, angle - half_width_rad_), between(ring, angle + half_width_rad_));
  const auto first = static_cast<std::int64_t>(std::ceil((angle - half_width_rad_) / step));
  const auto last = static_cast<std::int64_t>(std::floor((angle + half_width_rad_) / step));
  const auto run_from = [&](std::int64_t i) {
    return runs[ring.first + static_cast<std::size_t>((i % count + count) % count)];
  };
  if (run < 1) {
    for (std::int64_t i = first; i <= last; ++i) value = pick(value, run_from(i));  // one at most
    return value;
  }
  value = pick(value, run_from(first));
  return pick(value, run_from(last - static_cast<std::int64_t>(run) + 1));
}

template <class Pick>
double RingField::Envelope::at(Point place, const std::vector<double>& runs, Pick pick) const {
  const double east = place.x - field_.centre_.x;
  const double north = place.y - field_.centre_.y;
  const double angle = std::atan2(east, north);
  const double radius = std::hypot(east, north);
  const std::vector<Ring>& rings = field_.rings_;
  if (radius <= rings.front().radius_m) return on_ring(0, angle, runs, pick);
  const auto outer = std::lower_bound(rings.begin(), rings.end(), radius,
                                      [](const Ring& ring, double r) { return ring.radius_m < r; });
  if (outer == rings.end()) return on_ring(rings.size() - 1, angle, runs, pick);
  const auto index = static_cast<std::size_t>(outer - rings.begin());
  const double share =
      std::log(radius / rings[index - 1].radius_m) / std::log(outer->radius_m / rings[index - 1].radius_m);
  return between_values(on_ring(index - 1, angle, runs, pick), on_ring(index, angle, runs, pick), share);
}

double RingField::Envelope::largest(Point place) const { return at(place, largest_runs_, Larger{}); }

double RingField::Envelope::smallest(Point place) const { return at(place, smallest_runs_, Smaller{}); }

}  // namespace sise
