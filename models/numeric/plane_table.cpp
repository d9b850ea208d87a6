#include "models/numeric/plane_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "models/numeric/plane_lookup.hpp"

namespace sise {
namespace {

// Coarse cells: by w, round either end, along the piece.
constexpr std::size_t kRows = 48;
constexpr std::size_t kRound = 16;
constexpr std::size_t kAlong = 8;
constexpr std::size_t kRefinement = 4;  // fine cells to a coarse one, each way
constexpr std::size_t kNearRows = 34;   // from here on nearer than about two widths
constexpr double kFirst = 0.125;        // w of the outermost row: 4095 widths away

double w_of(double row) { return kFirst + (1.0 - kFirst) * row / static_cast<double>(kRows); }

/// Where a fine node lies among coarse ones: the first of four nodes and Lagrange's weights for them.
struct Stencil {
  std::size_t first;
  std::array<double, 4> weight;
};

/// Of four nodes from `begin` to `end` (cells), none beyond: there the function may have a kink.
Stencil stencil(std::size_t fine, std::size_t begin, std::size_t end) {
  const std::size_t cell = std::min(fine / kRefinement, end - 1);
  const std::size_t first = std::min(cell > begin ? cell - 1 : begin, end - 3);
  const double t = static_cast<double>(fine) / static_cast<double>(kRefinement) - static_cast<double>(first);
  return {first,
          {-(t - 1.0) * (t - 2.0) * (t - 3.0) / 6.0, t * (t - 2.0) * (t - 3.0) / 2.0, -t * (t - 1.0) * (t - 3.0) / 2.0,
           t * (t - 1.0) * (t - 2.0) / 6.0}};
}

/// The same across: round the left end, along the piece, round the right end.
Stencil stencil_across(std::size_t fine, std::size_t along) {
  const std::size_t cell = fine / kRefinement;
  if (cell < kRound) return stencil(fine, 0, kRound);
  if (cell < kRound + along) return stencil(fine, kRound, kRound + along);
  return stencil(fine, kRound + along, 2 * kRound + along);
}

}  // namespace

PlaneTable::PlaneTable(const Function& f, const PlaneFrame& frame, double tolerance)
    : frame_(frame), along_(frame.to_m > frame.from_m ? kAlong : 0) {
  tabulate(f);
  distrust(f, tolerance);
}

std::size_t PlaneTable::columns() const { return (2 * kRound + along_) * kRefinement + 1; }

PlaneTable::Place PlaneTable::place(double row, double column) const {
  const double w = w_of(row);
  const double d_m = frame_.width_m * (1.0 / (w * w * w * w) - 1.0);
  constexpr auto kEnd = static_cast<double>(kRound);
  const double share = along_ > 0 ? std::clamp((column - kEnd) / static_cast<double>(along_), 0.0, 1.0) : 0.0;
  // From the left end's axis (-1) over either end's quarter turn (0) to the right end's axis (1).
  const double right = std::max(0.0, column - kEnd - static_cast<double>(along_));
  const double turn = (std::min(column, kEnd) - kEnd + right) / kEnd;
  const double t = 1.0 - std::abs(turn);
  const double cosine = std::copysign((1.0 - t * t) / (1.0 + t * t), turn);
  return {frame_.from_m + share * (frame_.to_m - frame_.from_m) + d_m * cosine, d_m * 2.0 * t / (1.0 + t * t), d_m};
}

void PlaneTable::tabulate(const Function& f) {
  const std::size_t across = 2 * kRound + along_ + 1;
  std::vector<double> coarse((kRows + 1) * across);
  for (std::size_t i = 0; i <= kRows; ++i) {
    for (std::size_t j = 0; j < across; ++j) {
      const Place at = place(static_cast<double>(i), static_cast<double>(j));
      coarse[i * across + j] = f(at.x_m, at.y_m) * (at.d_m * at.d_m + frame_.width_m * frame_.width_m);
    }
  }
  for (std::size_t i = 0; i <= kRows * kRefinement; ++i) {
    const Stencil down = stencil(i, 0, kRows);
    for (std::size_t j = 0; j < columns(); ++j) {
      const Stencil round = stencil_across(j, along_);
      double sum = 0.0;
      for (std::size_t k = 0; k < 4; ++k) {
        for (std::size_t m = 0; m < 4; ++m) {
          const double weight = down.weight.at(k) * round.weight.at(m);
          if (weight != 0.0) sum += weight * coarse[(down.first + k) * across + round.first + m];
        }
      }
      values_.push_back(static_cast<float>(sum));
    }
  }
}

bool PlaneTable::misses(const Function& f, double row, double column, double tolerance) const {
  const Place there = place(row, column);
  double looked_up = 0.0;
  at({&there.x_m, 1}, {&there.y_m, 1}, {&looked_up, 1});
  const double exact = f(there.x_m, there.y_m);
  return !(std::abs(looked_up - exact) <= tolerance * std::abs(exact));
}

// A coarse cell's inner nodes touch all its fine cells and nobody else's.
void PlaneTable::forget(std::size_t row, std::size_t column) {
  for (std::size_t k = 1; k < kRefinement; ++k) {
    for (std::size_t m = 1; m < kRefinement; ++m) {
      values_[(row * kRefinement + k) * columns() + column * kRefinement + m] = std::numeric_limits<float>::quiet_NaN();
    }
  }
}

// Each cell is tried in its middle, near the piece at two more places.
void PlaneTable::distrust(const Function& f, double tolerance) {
  for (std::size_t i = 0; i < kRows; ++i) {
    const auto row = static_cast<double>(i);
    for (std::size_t j = 0; j < 2 * kRound + along_; ++j) {
      const auto column = static_cast<double>(j);
      const bool wrong = misses(f, row + 0.5, column + 0.5, tolerance) ||
                         (i >= kNearRows && (misses(f, row + 0.2, column + 0.8, tolerance) ||
                                             misses(f, row + 0.8, column + 0.2, tolerance)));
      if (wrong) forget(i, j);
    }
  }
}

void PlaneTable::at(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const {
  const double length_m = frame_.to_m - frame_.from_m;
  PlaneLookup lookup;
  lookup.values = values_.data();
  lookup.columns = columns();
  lookup.rows_per_w = static_cast<double>(kRows * kRefinement) / (1.0 - kFirst);
  lookup.last_row = static_cast<double>(kRows * kRefinement - 1);
  lookup.w_first = kFirst;
  lookup.columns_round = static_cast<double>(kRound * kRefinement);
  lookup.columns_per_m = along_ > 0 ? static_cast<double>(along_ * kRefinement) / length_m : 0.0;
  lookup.from_m = frame_.from_m;
  lookup.to_m = frame_.to_m;
  lookup.width_m = frame_.width_m;
  plane_lookup(lookup, x_m, y_m, out);
}

}  // namespace sise
