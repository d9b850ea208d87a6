#include "core/risk/unit_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace sise {
namespace {

constexpr int kFirstParts = 4;  // per cell edge
constexpr int kMostParts = 128;
constexpr double kSettled = 0.003;  // relative change that ends the refinement

/// Area of a disc of radius R around the origin between the axes and (x, y), with the sign of x·y.
double disc_area_to_corner(double radius, double x, double y) {
  const double a = std::min(std::abs(x), radius);
  const double b = std::min(std::abs(y), radius);
  const double r2 = radius * radius;
  double area = a * b;
  if (a * a + b * b > r2) {
    const double sector = r2 * (std::asin(a / radius) + std::asin(b / radius) - 0.5 * std::numbers::pi);
    area = 0.5 * (a * std::sqrt(r2 - a * a) + b * std::sqrt(r2 - b * b) + sector);
  }
  return std::signbit(x) == std::signbit(y) ? area : -area;
}

}  // namespace

double disc_area_in_box(double radius_m, double x_min, double y_min, double x_max, double y_max) {
  if (!(radius_m > 0.0)) return 0.0;
  return disc_area_to_corner(radius_m, x_max, y_max) - disc_area_to_corner(radius_m, x_min, y_max) -
         disc_area_to_corner(radius_m, x_max, y_min) + disc_area_to_corner(radius_m, x_min, y_min);
}

UnitKernel::UnitKernel(PolarTable toxic, std::vector<LethalDisc> discs, double convergence_deg)
    : toxic_(std::move(toxic)),
      discs_(std::move(discs)),
      convergence_deg_(convergence_deg),
      reach_m_(toxic_.reach_m()) {
  for (const LethalDisc& disc : discs_) reach_m_ = std::max(reach_m_, disc.radius_m);
}

void UnitKernel::evaluate(std::span<const double> dx_m, std::span<const double> dy_m, std::span<double> out) const {
  toxic_.evaluate(dx_m, dy_m, convergence_deg_, out);
  for (const LethalDisc& disc : discs_) {
    const double r2 = disc.radius_m * disc.radius_m;
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] += dx_m[i] * dx_m[i] + dy_m[i] * dy_m[i] <= r2 ? disc.frequency_per_year : 0.0;
    }
  }
}

double UnitKernel::at(double dx_m, double dy_m) const {
  double risk = 0.0;
  evaluate({&dx_m, 1}, {&dy_m, 1}, {&risk, 1});
  return risk;
}

double UnitKernel::toxic_average(double dx_m, double dy_m, double cell_m, int parts) const {
  const auto n = static_cast<std::size_t>(parts);
  std::vector<double> x(n);
  std::vector<double> y(n);
  std::vector<double> risk(n);
  const double step = cell_m / parts;
  const double half = 0.5 * (cell_m - step);
  for (std::size_t i = 0; i < n; ++i) x[i] = dx_m - half + static_cast<double>(i) * step;
  double sum = 0.0;
  for (std::size_t row = 0; row < n; ++row) {
    std::fill(y.begin(), y.end(), dy_m - half + static_cast<double>(row) * step);
    toxic_.evaluate(x, y, convergence_deg_, risk);
    for (const double value : risk) sum += value;
  }
  return sum / static_cast<double>(n * n);
}

double UnitKernel::cell_average(double dx_m, double dy_m, double cell_m) const {
  const double half = 0.5 * cell_m;
  double discs_share = 0.0;
  for (const LethalDisc& disc : discs_) {
    const double area = disc_area_in_box(disc.radius_m, dx_m - half, dy_m - half, dx_m + half, dy_m + half);
    discs_share += disc.frequency_per_year * area / (cell_m * cell_m);
  }
  if (toxic_.empty()) return discs_share;
  double average = toxic_average(dx_m, dy_m, cell_m, kFirstParts);
  for (int parts = 2 * kFirstParts; parts <= kMostParts; parts *= 2) {
    const double before = average;
    average = toxic_average(dx_m, dy_m, cell_m, parts);
    if (std::abs(average - before) <= kSettled * average) break;
  }
  return discs_share + average;
}

}  // namespace sise
