#include "models/numeric/hermite_table.hpp"

#include <algorithm>
#include <utility>

namespace sise {
namespace {

// Five-point differences, one-sided at the two samples of either end: Abramowitz and Stegun 1964, table 25.2.
std::vector<double> slopes_of(const std::vector<double>& v) {
  const std::size_t n = v.size();
  std::vector<double> slope(n);
  for (std::size_t i = 2; i + 2 < n; ++i) slope[i] = (v[i - 2] - 8.0 * v[i - 1] + 8.0 * v[i + 1] - v[i + 2]) / 12.0;
  const auto edge = [&](auto at) {
    return (-25.0 * at(0) + 48.0 * at(1) - 36.0 * at(2) + 16.0 * at(3) - 3.0 * at(4)) / 12.0;
  };
  const auto next = [&](auto at) { return (-3.0 * at(0) - 10.0 * at(1) + 18.0 * at(2) - 6.0 * at(3) + at(4)) / 12.0; };
  const auto forward = [&](std::size_t i) { return v[i]; };
  const auto backward = [&](std::size_t i) { return v[n - 1 - i]; };
  slope[0] = edge(forward);
  slope[1] = next(forward);
  slope[n - 1] = -edge(backward);
  slope[n - 2] = -next(backward);
  return slope;
}

}  // namespace

HermiteTable::HermiteTable(double first, double step, const std::vector<std::vector<double>>& values)
    : first_(first), inverse_step_(1.0 / step), last_piece_(static_cast<double>(values.front().size() - 2)) {
  for (const std::vector<double>& v : values) {
    const std::vector<double> d = slopes_of(v);
    std::vector<Cubic> pieces;
    for (std::size_t i = 0; i + 1 < v.size(); ++i) {
      const double rise = v[i + 1] - v[i];
      pieces.push_back({v[i], d[i], 3.0 * rise - 2.0 * d[i] - d[i + 1], d[i] + d[i + 1] - 2.0 * rise});
    }
    pieces_.push_back(std::move(pieces));
  }
}

HermiteTable::Place HermiteTable::place(double t) const {
  const double at = (t - first_) * inverse_step_;
  const auto piece = static_cast<std::size_t>(std::clamp(at, 0.0, last_piece_));
  return {piece, at - static_cast<double>(piece)};
}

double HermiteTable::at(std::size_t which, const Place& place) const {
  const Cubic& c = pieces_[which][place.piece];
  const double s = place.along;
  return c[0] + s * (c[1] + s * (c[2] + s * c[3]));
}

void HermiteTable::at(std::size_t which, std::span<const Place> places, std::span<double> out) const {
  for (std::size_t i = 0; i < places.size(); ++i) out[i] = at(which, places[i]);
}

}  // namespace sise
