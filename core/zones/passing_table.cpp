#include "core/zones/passing_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/grid/parallel.hpp"
#include "core/zones/cloud_passage.hpp"

namespace sise {
namespace {

constexpr int kPerDecade = 24;
constexpr double kLogStep = std::numbers::ln10 / kPerDecade;
constexpr std::size_t kAcross = 56;  // at most kCloudLot
constexpr std::size_t kEvenPlaces = 37;
constexpr double kEven = 0.66;           // at most this part of the whole breadth
constexpr double kNearest = 1e-2;        // first station from the upwind edge, of its distance to the source
constexpr double kBesideSource_m = 0.5;  // places nearer to each other beside the source tell nothing
constexpr double kSmallest = 1e-38;      // whose logarithm stands for nothing

/// Everything that passes the places of one station.
CloudPassage pass(const CloudHistory& history, std::span<const CloudQuestion> questions) {
  CloudPassage passage(questions, kAcross);
  CloudCells cells{};
  for (std::size_t m = 0; m < history.moments_s.size(); ++m) {
    std::copy_n(history.kg_m3.begin() + static_cast<std::ptrdiff_t>(m * kAcross), kAcross, cells.begin());
    passage.step(cells, history.moments_s[m], true, true);
  }
  return passage;
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

/// Two places of three lie evenly in the cloud as it is when it is densest, the others ever wider apart to the edge of all.
std::vector<double> places_across(double densest_m, double edge_m) {
  const double even_m = densest_m > 0.0 ? std::min(densest_m, kEven * edge_m) : kEven * edge_m;
  std::vector<double> y(kAcross);
  for (std::size_t k = 0; k <= kEvenPlaces; ++k) y[k] = even_m * static_cast<double>(k) / kEvenPlaces;
  const double farther_m = edge_m - even_m;
  for (std::size_t k = kEvenPlaces + 1; k < kAcross; ++k) {
    const double share = static_cast<double>(k - kEvenPlaces) / (kAcross - 1 - kEvenPlaces);
    y[k] = even_m + farther_m * share * share;
  }
  return y;
}

}  // namespace

PassingTable::PassingTable(const PassingCloud& cloud, std::span<const CloudQuestion> questions)
    : upwind_m_(cloud.first_m()), station_m_(stations(upwind_m_, cloud.last_m())) {
  across_m_.resize(station_m_.size());
  values_.assign(questions.size(), std::vector<CloudValues>(station_m_.size() * kAcross));
  parallel_for(static_cast<std::int64_t>(station_m_.size()), [&](std::int64_t item) {
    const auto s = static_cast<std::size_t>(item);
    const double edge_m = cloud.edge_m(station_m_[s]);
    across_m_[s] = places_across(cloud.densest_edge_m(station_m_[s]), edge_m);
    if (!(edge_m > 0.0)) return;
    const CloudPassage passed = pass(cloud.history(station_m_[s], across_m_[s]), questions);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      for (std::size_t k = 0; k < kAcross; ++k) values_[q][s * kAcross + k] = passed.values(q, k);
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
  // Between two stations the places lie between theirs: the one beside which y lies is found by halving.
  const std::vector<double>& here = across_m_[place.station];
  const std::vector<double>& beyond = across_m_[place.station + 1];
  const auto between_m = [&](std::size_t k) { return std::lerp(here[k], beyond[k], place.along); };
  const double y = std::abs(y_m);
  if (!(y < between_m(kAcross - 1))) return std::nullopt;
  std::size_t above = kAcross - 1;
  while (above - place.across > 1) {
    const std::size_t middle = (above + place.across) / 2;
    (between_m(middle) > y ? above : place.across) = middle;
  }
  place.beside = (y - between_m(place.across)) / (between_m(above) - between_m(place.across));
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

std::optional<CloudValues> PassingTable::passed(std::size_t question, double x_m, double y_m) const {
  const std::optional<Place> place = find(x_m, y_m);
  if (!place) return std::nullopt;
  const std::vector<CloudValues>& all = values_[question];
  const std::size_t i = place->station * kAcross + place->across;
  const std::array<const CloudValues*, 4> nodes{&all[i], &all[i + 1], &all[i + kAcross], &all[i + kAcross + 1]};
  const auto amount = [&](double CloudValues::*of) {
    const auto ln = [&](std::size_t n) { return std::log(std::max(nodes[n]->*of, kSmallest)); };
    return std::exp(
        std::lerp(std::lerp(ln(0), ln(1), place->beside), std::lerp(ln(2), ln(3), place->beside), place->along));
  };
  const std::size_t nearest = (place->along > 0.5 ? 2U : 0U) + (place->beside > 0.5 ? 1U : 0U);
  const auto moment = [&](double CloudValues::*of) {
    const auto s = [&](std::size_t n) { return nodes[n]->*of; };
    const double between =
        std::lerp(std::lerp(s(0), s(1), place->beside), std::lerp(s(2), s(3), place->beside), place->along);
    return std::isnan(between) ? s(nearest) : between;  // next to places that the cloud never comes to
  };
  return CloudValues{.arrival_s = moment(&CloudValues::arrival_s),
                     .end_s = moment(&CloudValues::end_s),
                     .dose_kg_s_m3 = amount(&CloudValues::dose_kg_s_m3),
                     .window_load = amount(&CloudValues::window_load)};
}

bool PassingTable::goes_on(const PassingLayer& layer, double value) const {
  const auto last = layer.end() - static_cast<std::ptrdiff_t>(kAcross);
  return static_cast<double>(*std::max_element(last, layer.end())) >= std::log(value);
}

std::optional<double> PassingTable::farthest_m(const PassingLayer& layer, double value) const {
  const double least = std::log(value);
  double farthest = 0.0;
  for (std::size_t s = 0; s < station_m_.size(); ++s) {
    for (std::size_t k = 0; k < kAcross; ++k) {
      if (static_cast<double>(layer[s * kAcross + k]) < least) continue;
      // As far as the next station, where it is not met any more.
      const double x = station_m_[std::min(s + 1, station_m_.size() - 1)];
      const double y = across_m_[s][k];
      farthest = std::max({farthest, std::hypot(x, y), std::hypot(station_m_[s], y)});
    }
  }
  return farthest > 0.0 ? std::optional(farthest) : std::nullopt;
}

}  // namespace sise
