#include "core/kernels/smooth_arc.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>

#include "models/numeric/normal.hpp"

namespace sise {
namespace {

constexpr std::size_t kPoints = SmoothArc::points;
constexpr double kLowest = 1e-40;  // far below what a kernel holds
constexpr double kHighest = 1.0 - 1e-15;
constexpr double kDead = -8.5;  // nobody dies anywhere on such a piece: below 1e-17

struct ChebyshevTables {
  std::array<double, kPoints> place{};                         ///< from 1 down to −1
  std::array<std::array<double, kPoints>, kPoints> to_term{};  ///< [term][point]
};

ChebyshevTables make_chebyshev_tables() {
  ChebyshevTables t;
  for (std::size_t j = 0; j < kPoints; ++j) {
    const double angle = std::numbers::pi * (static_cast<double>(j) + 0.5) / static_cast<double>(kPoints);
    t.place.at(j) = std::cos(angle);
    for (std::size_t k = 0; k < kPoints; ++k) {
      t.to_term.at(k).at(j) =
          (k == 0 ? 1.0 : 2.0) / static_cast<double>(kPoints) * std::cos(static_cast<double>(k) * angle);
    }
  }
  return t;
}

const ChebyshevTables& chebyshev_tables() {
  static const ChebyshevTables all = make_chebyshev_tables();
  return all;
}

double probit_of(double probability) {
  // In double precision throughout: what long double would add is not wanted, and dear.
  using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * std::clamp(probability, kLowest, kHighest), Plain());
}

}  // namespace

void SmoothArc::add(double from_rad, double to_rad, const Probability& probability) {
  constexpr int kMostHalvings = 4;
  add(from_rad, to_rad, probability, kMostHalvings);
}

void SmoothArc::add(double from_rad, double to_rad, const Probability& probability, int halvings_left) {
  constexpr double kSettled = 2e-3;
  std::array<double, kPoints> phi{};
  std::array<double, kPoints> v{};
  const double middle = 0.5 * (from_rad + to_rad);
  for (std::size_t j = 0; j < kPoints; ++j)
    phi.at(j) = middle + 0.5 * (to_rad - from_rad) * chebyshev_tables().place.at(j);
  probability(phi, v);
  for (double& value : v) value = probit_of(value);
  Piece piece{from_rad, to_rad, {}};
  for (std::size_t k = 0; k < kPoints; ++k) {
    for (std::size_t j = 0; j < kPoints; ++j) piece.terms.at(k) += chebyshev_tables().to_term.at(k).at(j) * v.at(j);
  }
  const bool dead = *std::max_element(v.begin(), v.end()) < kDead;
  const double last = std::max(std::abs(piece.terms[kPoints - 1]), std::abs(piece.terms[kPoints - 2]));
  if (dead || last <= kSettled || halvings_left == 0) {
    pieces_.push_back(piece);
    return;
  }
  add(from_rad, middle, probability, halvings_left - 1);
  add(middle, to_rad, probability, halvings_left - 1);
}

// Clenshaw's sum. One of many places next to each other, so that none waits for what the one before it needed.
template <std::size_t Count>
std::array<double, Count> SmoothArc::values(const Piece& piece, const std::array<double, Count>& phi_rad) {
  std::array<double, Count> t{};
  std::array<double, Count> before{};
  std::array<double, Count> sum{};
  for (std::size_t i = 0; i < Count; ++i)
    t[i] = (2.0 * phi_rad[i] - piece.from_rad - piece.to_rad) / (piece.to_rad - piece.from_rad);
  for (std::size_t k = kPoints - 1; k > 0; --k) {
    const double term = piece.terms.at(k);
    for (std::size_t i = 0; i < Count; ++i) {
      const double next = term + 2.0 * t[i] * sum[i] - before[i];
      before[i] = sum[i];
      sum[i] = next;
    }
  }
  for (std::size_t i = 0; i < Count; ++i) sum[i] = piece.terms[0] + t[i] * sum[i] - before[i];
  return sum;
}

void SmoothArc::probits(std::span<float> out) const {
  constexpr std::size_t kTogether = 8;
  const auto last = static_cast<double>(out.size() - 1);
  const auto place = [&](std::size_t i) { return std::numbers::pi * static_cast<double>(i) / last; };
  std::size_t p = 0;
  for (std::size_t i = 0; i < out.size();) {
    while (p + 1 < pieces_.size() && place(i) > pieces_[p].to_rad) ++p;
    std::size_t end = std::min(i + kTogether, out.size());
    while (p + 1 < pieces_.size() && place(end - 1) > pieces_[p].to_rad) --end;
    std::array<double, kTogether> phi{};
    for (std::size_t k = 0; k < kTogether; ++k) phi[k] = place(std::min(i + k, end - 1));
    const std::array<double, kTogether> v = values(pieces_[p], phi);
    for (std::size_t k = 0; i < end; ++i, ++k) out[i] = static_cast<float>(v[k]);
  }
}

double SmoothArc::at(double phi_rad) const {
  std::size_t p = 0;
  while (p + 1 < pieces_.size() && phi_rad > pieces_[p].to_rad) ++p;
  return normal_cdf(values<1>(pieces_[p], {phi_rad})[0]);
}

}  // namespace sise
