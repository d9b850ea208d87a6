#include "core/rating/register/kernel_density.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/grid/parallel.hpp"

namespace sise {

double quartic_kernel(double distance_m, double radius_m) {
  if (distance_m >= radius_m) return 0.0;
  constexpr double kMetresPerKm = 1000.0;
  constexpr double kPeak = 3.0;
  const double radius_km = radius_m / kMetresPerKm;
  const double rest = 1.0 - (distance_m * distance_m) / (radius_m * radius_m);
  return kPeak / (std::numbers::pi * radius_km * radius_km) * rest * rest;
}

Raster<float> kernel_density(const GridSpec& grid, std::span<const WeightedPoint> points, double radius_m,
                             Progress* progress) {
  constexpr std::int64_t kRows = 16;  // summed at a time: every cell takes the points in their order, whoever sums it
  Raster<float> density(grid.columns, grid.rows, 0.0F);
  parallel_for((grid.rows + kRows - 1) / kRows,
               [&](std::int64_t block) {
                 const std::int64_t first = block * kRows;
                 const GridSpec part = cropped(grid, {0, first, grid.columns, std::min(kRows, grid.rows - first)});
                 std::vector<double> sums(static_cast<std::size_t>(part.cells()), 0.0);
                 for (const WeightedPoint& point : points) {
                   const Bounds reach{point.at.x - radius_m, point.at.y - radius_m, point.at.x + radius_m,
                                      point.at.y + radius_m};
                   const CellWindow window = window_over(part, reach);
                   for (std::int64_t row = window.row; row < window.row + window.rows; ++row) {
                     for (std::int64_t column = window.column; column < window.column + window.columns; ++column) {
                       const Point centre = part.centre({column, row});
                       const double distance = std::hypot(centre.x - point.at.x, centre.y - point.at.y);
                       sums[static_cast<std::size_t>(row * part.columns + column)] +=
                           point.weight * quartic_kernel(distance, radius_m);
                     }
                   }
                 }
                 std::transform(sums.begin(), sums.end(), density.row(first).data(),
                                [](double sum) { return static_cast<float>(sum); });
               },
               progress, "grading");
  return density;
}

}  // namespace sise
