#include "core/kernels/near_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/kernels/polar_places.hpp"

namespace sise {
namespace {

constexpr int kStepsPerCell = 5;
constexpr int kSamplesPerStep = 2;
constexpr int kHalf = NearTable::reach_cells * kStepsPerCell;  // steps from the source to an edge
constexpr int kSide = 2 * kHalf + 1;
constexpr int kAveraged = static_cast<int>(NearTable::averaged_cells) * kStepsPerCell;
constexpr int kSamplesPerCell = kStepsPerCell * kSamplesPerStep;
constexpr int kSamples = 2 * kAveraged * kSamplesPerStep + kSamplesPerCell;  // along a side

/// The kernel without its discs at `count` places; place(i) is where the i-th lies from the source.
template <class Place>
std::vector<double> values_at(const UnitKernel& kernel, double grid_north_deg, std::size_t count, Place place) {
  std::vector<double> values(count);
  std::array<double, PolarPlaces::most> dx{};
  std::array<double, PolarPlaces::most> dy{};
  for (std::size_t from = 0; from < count; from += PolarPlaces::most) {
    const std::size_t some = std::min(PolarPlaces::most, count - from);
    for (std::size_t i = 0; i < some; ++i) {
      const Point there = place(from + i);
      dx.at(i) = there.x;
      dy.at(i) = there.y;
    }
    kernel.smooth(std::span(dx).first(some), std::span(dy).first(some), grid_north_deg,
                  std::span(values).subspan(from, some));
  }
  return values;
}

/// Sums of samples over all rows and columns before each.
class SampleSums {
 public:
  explicit SampleSums(const std::vector<double>& samples) : sums_(kEdge * kEdge) {
    for (std::size_t row = 0; row + 1 < kEdge; ++row) {
      double along = 0.0;
      for (std::size_t column = 0; column + 1 < kEdge; ++column) {
        along += samples[row * (kEdge - 1) + column];
        sums_[(row + 1) * kEdge + column + 1] = sums_[row * kEdge + column + 1] + along;
      }
    }
  }
  /// Of a cell that starts there.
  [[nodiscard]] double mean(std::size_t column, std::size_t row) const {
    constexpr auto kCell = static_cast<std::size_t>(kSamplesPerCell);
    const double sum = sums_[(row + kCell) * kEdge + column + kCell] - sums_[row * kEdge + column + kCell] -
                       sums_[(row + kCell) * kEdge + column] + sums_[row * kEdge + column];
    return std::max(0.0, sum / static_cast<double>(kCell * kCell));
  }

 private:
  static constexpr std::size_t kEdge = static_cast<std::size_t>(kSamples) + 1;
  std::vector<double> sums_;
};

}  // namespace

std::size_t NearTable::bytes() { return sizeof(float) * static_cast<std::size_t>(kSide) * kSide; }

NearTable::NearTable(const UnitKernel& kernel, double cell_m, double grid_north_deg)
    : steps_per_m_(static_cast<double>(kStepsPerCell) / cell_m) {
  const double step_m = cell_m / kStepsPerCell;
  const double sample_m = step_m / kSamplesPerStep;
  const auto in_table = [&](std::size_t i) {
    const int column = static_cast<int>(i % kSide) - kHalf;
    const int row = static_cast<int>(i / kSide) - kHalf;
    return Point{column * step_m, row * step_m};
  };
  const auto sampled = [&](std::size_t i) {
    const auto place = [&](std::size_t n) { return (static_cast<double>(n) + 0.5 - 0.5 * kSamples) * sample_m; };
    return Point{place(i % kSamples), place(i / kSamples)};
  };
  std::vector<double> values = values_at(kernel, grid_north_deg, static_cast<std::size_t>(kSide) * kSide, in_table);
  const SampleSums sums(values_at(kernel, grid_north_deg, static_cast<std::size_t>(kSamples) * kSamples, sampled));
  for (int row = -kAveraged; row <= kAveraged; ++row) {
    for (int column = -kAveraged; column <= kAveraged; ++column) {
      if (row * row + column * column > kAveraged * kAveraged) continue;
      values[static_cast<std::size_t>(row + kHalf) * kSide + static_cast<std::size_t>(column + kHalf)] =
          sums.mean(static_cast<std::size_t>(column + kAveraged) * kSamplesPerStep,
                    static_cast<std::size_t>(row + kAveraged) * kSamplesPerStep);
    }
  }
  values_.assign(values.begin(), values.end());
}

double NearTable::at(double dx_m, double dy_m) const {
  constexpr double kLast = kSide - 2;
  const double x = std::clamp(dx_m * steps_per_m_ + kHalf, 0.0, kLast + 1.0);
  const double y = std::clamp(dy_m * steps_per_m_ + kHalf, 0.0, kLast + 1.0);
  const double column = std::clamp(std::floor(x), 0.0, kLast);
  const double row = std::clamp(std::floor(y), 0.0, kLast);
  const float* south = values_.data() + static_cast<std::size_t>(row) * kSide + static_cast<std::size_t>(column);
  const float* north = south + kSide;
  const double east = x - column;
  return std::lerp(std::lerp(static_cast<double>(south[0]), static_cast<double>(south[1]), east),
                   std::lerp(static_cast<double>(north[0]), static_cast<double>(north[1]), east), y - row);
}

}  // namespace sise
