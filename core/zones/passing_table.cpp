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
constexpr std::size_t kAcross = 40;  // at most kCloudLot
constexpr double kNearest = 1e-2;    // of the half width at the upwind edge
constexpr double kSmallest = 1e-38;  // whose logarithm stands for nothing

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

}  // namespace

PassingTable::PassingTable(const PassingCloud& cloud, std::span<const CloudQuestion> questions)
    : upwind_m_(cloud.first_m()) {
  const double length = cloud.last_m() - upwind_m_;
  nearest_m_ = std::clamp(kNearest * std::max(1.0, -upwind_m_), 1e-2, 0.1 * length);
  const auto stations = static_cast<std::size_t>(1.0 + std::floor(std::log(length / nearest_m_) / kLogStep));
  edge_m_.resize(stations);
  values_.assign(questions.size(), std::vector<CloudValues>(stations * kAcross));
  parallel_for(static_cast<std::int64_t>(stations), [&](std::int64_t item) {
    const auto s = static_cast<std::size_t>(item);
    edge_m_[s] = cloud.edge_m(station_m(s));
    if (!(edge_m_[s] > 0.0)) return;
    std::vector<double> y(kAcross);
    for (std::size_t k = 0; k < kAcross; ++k) y[k] = edge_m_[s] * static_cast<double>(k) / (kAcross - 1);
    const CloudHistory history = cloud.history(station_m(s), y);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      pass(history, questions[q], std::span(values_[q]).subspan(s * kAcross, kAcross));
    }
  });
}

double PassingTable::station_m(std::size_t station) const {
  return upwind_m_ + nearest_m_ * std::exp(kLogStep * static_cast<double>(station));
}

std::optional<PassingTable::Place> PassingTable::find(double x_m, double y_m) const {
  if (!(x_m >= upwind_m_)) return std::nullopt;
  const double along = std::log(std::max(x_m - upwind_m_, nearest_m_) / nearest_m_) / kLogStep;
  Place place;
  place.station = static_cast<std::size_t>(along);
  if (place.station + 1 >= edge_m_.size()) return std::nullopt;
  place.along = along - static_cast<double>(place.station);
  const double edge = std::lerp(edge_m_[place.station], edge_m_[place.station + 1], place.along);
  if (!(std::abs(y_m) < edge)) return std::nullopt;
  const double across = std::abs(y_m) / edge * (kAcross - 1);
  place.across = std::min(static_cast<std::size_t>(across), kAcross - 2);
  place.beside = across - static_cast<double>(place.across);
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
      const double x = station_m(std::min(s + 1, edge_m_.size() - 1));
      const double y = edge_m_[s] * static_cast<double>(k) / (kAcross - 1);
      farthest = std::max({farthest, std::hypot(x, y), std::hypot(station_m(s), y)});
    }
  }
  return farthest > 0.0 ? std::optional(farthest) : std::nullopt;
}

}  // namespace sise
