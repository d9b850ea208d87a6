#include "core/zones/passing_table.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/grid/parallel.hpp"
#include "core/zones/cloud_passage.hpp"

namespace sise {
namespace {

constexpr int kPerDecade = 24;
constexpr double kLogStep = std::numbers::ln10 / kPerDecade;
constexpr std::size_t kAcross = 56;      // at most kCloudLot
constexpr double kNearest = 1e-2;        // first station from the upwind edge, of its distance to the source
constexpr double kBesideSource_m = 0.5;  // places nearer to each other beside the source tell nothing
constexpr double kSmallest = 1e-38;      // whose logarithm stands for nothing

/// Everything that passes the places of one station.
void pass(const CloudHistory& history, const CloudQuestion& question, std::span<CloudValues> values) {
  CloudPassage passage(question, values.size());
  CloudCells cells{};
  for (std::size_t m = 0; m < history.moments_s.size(); ++m) {
    std::copy_n(history.kg_m3.begin() + static_cast<std::ptrdiff_t>(m * values.size()), values.size(), cells.begin());
    passage.step(cells, history.moments_s[m], true, true);
  }
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = passage.values(i);
}

/// From the upwind edge with growing steps to half of its way to the source, from there with falling steps to the source, and
/// with growing steps again: a late, stretched cloud may reach far upwind while what harms stands close around the source.
std::vector<double> stations(double first_m, double last_m) {
  std::vector<double> all;
  const double nearest_m = std::clamp(kNearest * std::max(1.0, -first_m), 1e-2, 0.1 * (last_m - first_m));
  const double half_way_m = std::max(0.5 * first_m, first_m + nearest_m);
  for (double d = nearest_m; first_m + d < half_way_m; d *= std::exp(kLogStep)) all.push_back(first_m + d);
  const double back = std::asinh(half_way_m / kBesideSource_m);
  constexpr double kInside = 1.0 - 1e-9;  // so that the cloud still is there at the last one
  const double out = std::asinh(kInside * last_m / kBesideSource_m);
  const auto steps = static_cast<int>(std::ceil((out - back) / kLogStep));
  for (int i = 0; i <= steps; ++i)
    all.push_back(kBesideSource_m * std::sinh(std::lerp(back, out, i / static_cast<double>(steps))));
  return all;
}

/// Places grow wider apart from the axis to the edge: late clouds may be wide where early ones were narrow.
double across(std::size_t k) {
  const double share = static_cast<double>(k) / (kAcross - 1);
  return share * share;
}

}  // namespace

PassingTable::PassingTable(const PassingCloud& cloud, std::span<const CloudQuestion> questions)
    : upwind_m_(cloud.first_m()), station_m_(stations(upwind_m_, cloud.last_m())) {
  edge_m_.resize(station_m_.size());
  values_.assign(questions.size(), std::vector<CloudValues>(station_m_.size() * kAcross));
  parallel_for(static_cast<std::int64_t>(station_m_.size()), [&](std::int64_t item) {
    const auto s = static_cast<std::size_t>(item);
    edge_m_[s] = cloud.edge_m(station_m_[s]);
    if (!(edge_m_[s] > 0.0)) return;
    std::vector<double> y(kAcross);
    for (std::size_t k = 0; k < kAcross; ++k) y[k] = edge_m_[s] * across(k);
    const CloudHistory history = cloud.history(station_m_[s], y);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      pass(history, questions[q], std::span(values_[q]).subspan(s * kAcross, kAcross));
    }
  });
}

std::optional<PassingTable::Place> PassingTable::find(double x_m, double y_m) const {
  if (!(x_m >= upwind_m_ && x_m < station_m_.back())) return std::nullopt;
  const auto next = std::upper_bound(station_m_.begin() + 1, station_m_.end() - 1, x_m);
  Place place;
  place.station = static_cast<std::size_t>(next - station_m_.begin()) - 1;
  const auto scale = [](double x) { return std::asinh(x / kBesideSource_m); };
  const double from = scale(station_m_[place.station]);
  place.along = std::clamp((scale(x_m) - from) / (scale(*next) - from), 0.0, 1.0);
  const double edge = std::lerp(edge_m_[place.station], edge_m_[place.station + 1], place.along);
  if (!(std::abs(y_m) < edge)) return std::nullopt;
  const double share = std::sqrt(std::abs(y_m) / edge) * (kAcross - 1);
  place.across = std::min(static_cast<std::size_t>(share), kAcross - 2);
  place.beside = (std::abs(y_m) / edge - across(place.across)) / (across(place.across + 1) - across(place.across));
  return place;
}

PassingLayer PassingTable::logarithms(std::span<const double> values) {
  PassingLayer layer;
  layer.reserve(values.size());
  for (const double value : values) layer.push_back(static_cast<float>(std::log(std::max(value, kSmallest))));
  return layer;
}

double PassingTable::at(const PassingLayer& layer, double x_m, double y_m) const {
  const std::optional<Place> place = find(x_m, y_m);
  if (!place) return 0.0;
  const auto on = [&](std::size_t station) {
    const std::size_t i = station * kAcross + place->across;
    return std::lerp(static_cast<double>(layer[i]), static_cast<double>(layer[i + 1]), place->beside);
  };
  const double ln = std::lerp(on(place->station), on(place->station + 1), place->along);
  return ln <= std::log(kSmallest) + 1.0 ? 0.0 : std::exp(ln);
}

const CloudValues* PassingTable::nearest(std::size_t question, double x_m, double y_m) const {
  const std::optional<Place> place = find(x_m, y_m);
  if (!place) return nullptr;
  const std::size_t station = place->station + (place->along > 0.5 ? 1 : 0);
  return &values_[question][station * kAcross + place->across + (place->beside > 0.5 ? 1 : 0)];
}

bool PassingTable::goes_on(const PassingLayer& layer, double value) const {
  const auto last = layer.end() - static_cast<std::ptrdiff_t>(kAcross);
  return static_cast<double>(*std::max_element(last, layer.end())) >= std::log(value);
}

std::optional<double> PassingTable::farthest_m(const PassingLayer& layer, double value) const {
  const double least = std::log(value);
  double farthest = 0.0;
  for (std::size_t s = 0; s < edge_m_.size(); ++s) {
    for (std::size_t k = 0; k < kAcross; ++k) {
      if (static_cast<double>(layer[s * kAcross + k]) < least) continue;
      // As far as the next station, where it is not met any more.
      const double x = station_m_[std::min(s + 1, station_m_.size() - 1)];
      const double y = edge_m_[s] * across(k);
      farthest = std::max({farthest, std::hypot(x, y), std::hypot(station_m_[s], y)});
    }
  }
  return farthest > 0.0 ? std::optional(farthest) : std::nullopt;
}

}  // namespace sise
