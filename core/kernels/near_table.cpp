#include "core/kernels/near_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/kernels/polar_places.hpp"

namespace sise {
namespace {

constexpr int kValueSteps = 5;  // per cell
constexpr int kMeanSteps = 20;
constexpr int kValuesHalf = NearTable::reach_cells * kValueSteps;  // steps from the source to an edge
constexpr int kMeansHalf = (static_cast<int>(NearTable::averaged_cells) + 1) * kMeanSteps;
constexpr int kSamples = 2 * kMeansHalf + kMeanSteps;  // along a side: squares of a step

constexpr std::size_t nodes_of(int half) {
  const std::size_t side = 2 * static_cast<std::size_t>(half) + 1;
  return side * side;
}

/// The kernel without discs that end at an edge.
std::vector<double> values_at(const UnitKernel& kernel, double grid_north_deg, std::span<const Point> places) {
  std::vector<double> values(places.size());
  std::array<double, PolarPlaces::most> dx{};
  std::array<double, PolarPlaces::most> dy{};
  for (std::size_t from = 0; from < places.size(); from += PolarPlaces::most) {
    const std::size_t some = std::min(PolarPlaces::most, places.size() - from);
    for (std::size_t i = 0; i < some; ++i) {
      dx.at(i) = places[from + i].x;
      dy.at(i) = places[from + i].y;
    }
    kernel.smooth(std::span(dx).first(some), std::span(dy).first(some), grid_north_deg,
                  std::span(values).subspan(from, some));
    for (const LethalDisc& disc : kernel.discs()) {
      if (!kernel.goes_on(disc)) continue;
      for (std::size_t i = 0; i < some; ++i) {
        const bool within = dx.at(i) * dx.at(i) + dy.at(i) * dy.at(i) <= disc.radius_m * disc.radius_m;
        values[from + i] += within ? disc.frequency_per_year : 0.0;
      }
    }
  }
  return values;
}

/// Means over the squares of a step around the source. What happens at a distance is wider than a thirtieth of it: so finely
/// squares are parted.
std::vector<double> means_of_squares(const UnitKernel& kernel, double grid_north_deg, double step_m) {
  constexpr double kPartsPerDistance = 32.0;
  constexpr double kMostParts = 48.0;
  std::vector<Point> places;
  std::vector<std::size_t> parts;  // per square, both ways
  const auto square = [&](int n) { return (n + 0.5 - 0.5 * kSamples) * step_m; };
  for (int row = 0; row < kSamples; ++row) {
    for (int column = 0; column < kSamples; ++column) {
      const double distance = std::hypot(square(column), square(row)) / step_m;
      const double wanted = std::clamp(std::ceil(kPartsPerDistance / distance), 1.0, kMostParts);
      const auto n = static_cast<std::size_t>(wanted);
      parts.push_back(n);
      for (std::size_t i = 0; i < n * n; ++i) {
        const auto off = [&](std::size_t k) { return ((static_cast<double>(k) + 0.5) / wanted - 0.5) * step_m; };
        places.push_back({square(column) + off(i % n), square(row) + off(i / n)});
      }
    }
  }
  const std::vector<double> values = values_at(kernel, grid_north_deg, places);
  std::vector<double> means;
  std::size_t next = 0;
  for (const std::size_t n : parts) {
    double sum = 0.0;
    for (std::size_t i = 0; i < n * n; ++i) sum += values[next++];
    means.push_back(sum / static_cast<double>(n * n));
  }
  return means;
}

/// Sums of squares over all rows and columns before each.
class SquareSums {
 public:
  explicit SquareSums(const std::vector<double>& squares) : sums_(kEdge * kEdge) {
    for (std::size_t row = 0; row + 1 < kEdge; ++row) {
      double along = 0.0;
      for (std::size_t column = 0; column + 1 < kEdge; ++column) {
        along += squares[row * (kEdge - 1) + column];
        sums_[(row + 1) * kEdge + column + 1] = sums_[row * kEdge + column + 1] + along;
      }
    }
  }
  /// Of a cell that starts there.
  [[nodiscard]] double mean(std::size_t column, std::size_t row) const {
    constexpr auto kCell = static_cast<std::size_t>(kMeanSteps);
    const double sum = sums_[(row + kCell) * kEdge + column + kCell] - sums_[row * kEdge + column + kCell] -
                       sums_[(row + kCell) * kEdge + column] + sums_[row * kEdge + column];
    return std::max(0.0, sum / static_cast<double>(kCell * kCell));
  }

 private:
  static constexpr std::size_t kEdge = static_cast<std::size_t>(kSamples) + 1;
  std::vector<double> sums_;
};

}  // namespace

std::size_t NearTable::bytes() { return sizeof(float) * (nodes_of(kValuesHalf) + nodes_of(kMeansHalf)); }

NearTable::NearTable(const UnitKernel& kernel, double cell_m, double grid_north_deg)
    : averaged_m_(averaged_cells * cell_m),
      means_{kMeansHalf, kMeanSteps / cell_m, {}},
      values_{kValuesHalf, kValueSteps / cell_m, {}} {
  std::vector<Point> places;
  for (int row = -kValuesHalf; row <= kValuesHalf; ++row) {
    for (int column = -kValuesHalf; column <= kValuesHalf; ++column)
      places.push_back({column / values_.steps_per_m, row / values_.steps_per_m});
  }
  const std::vector<double> values = values_at(kernel, grid_north_deg, places);
  values_.values.assign(values.begin(), values.end());
  const SquareSums sums(means_of_squares(kernel, grid_north_deg, cell_m / kMeanSteps));
  constexpr std::size_t kSide = 2 * static_cast<std::size_t>(kMeansHalf) + 1;
  for (std::size_t row = 0; row < kSide; ++row) {
    for (std::size_t column = 0; column < kSide; ++column)
      means_.values.push_back(static_cast<float>(sums.mean(column, row)));
  }
}

double NearTable::Patch::at(double dx_m, double dy_m) const {
  const int side = 2 * half + 1;
  const double last = side - 2;
  const double x = std::clamp(dx_m * steps_per_m + half, 0.0, last + 1.0);
  const double y = std::clamp(dy_m * steps_per_m + half, 0.0, last + 1.0);
  const double column = std::clamp(std::floor(x), 0.0, last);
  const double row = std::clamp(std::floor(y), 0.0, last);
  const float* south =
      values.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(column);
  const float* north = south + side;
  const double east = x - column;
  return std::lerp(std::lerp(static_cast<double>(south[0]), static_cast<double>(south[1]), east),
                   std::lerp(static_cast<double>(north[0]), static_cast<double>(north[1]), east), y - row);
}

}  // namespace sise
