#include "core/kernels/unit_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sise {
namespace {

constexpr int kFirstParts = 4;  // per cell edge
constexpr int kMostParts = 128;
constexpr double kSettled = 0.003;  // relative change that ends the refinement

}  // namespace

UnitKernel::UnitKernel(PolarTable toxic, RoundEffects round, double convergence_deg, EffectTable effects)
    : toxic_(std::move(toxic)),
      round_(std::move(round)),
      effects_(std::move(effects)),
      convergence_deg_(convergence_deg),
      reach_m_(std::max({toxic_.reach_m(), effects_.reach_m(), round_.reach_m()})),
      effects_reach_m_(effects_.reach_m()) {
  for (const RadialTail& tail : round_.tails) effects_reach_m_ = std::max(effects_reach_m_, tail.outer_m());
}

void UnitKernel::evaluate_tables(std::span<const double> dx_m, std::span<const double> dy_m,
                                 std::span<double> out) const {
  toxic_.evaluate(dx_m, dy_m, convergence_deg_, out);
  if (effects_reach_m_ == 0.0) return;
  const double reach2 = effects_reach_m_ * effects_reach_m_;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double r2 = dx_m[i] * dx_m[i] + dy_m[i] * dy_m[i];
    if (r2 > reach2) continue;
    for (const RadialTail& tail : round_.tails) out[i] += tail.at_square(r2);
    out[i] += effects_.at(dx_m[i], dy_m[i], convergence_deg_);
  }
}

void UnitKernel::evaluate(std::span<const double> dx_m, std::span<const double> dy_m, std::span<double> out) const {
  evaluate_tables(dx_m, dy_m, out);
  for (const LethalDisc& disc : round_.discs) {
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

double UnitKernel::tables_average(double dx_m, double dy_m, double cell_m, int parts) const {
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
    evaluate_tables(x, y, risk);
    for (const double value : risk) sum += value;
  }
  return sum / static_cast<double>(n * n);
}

double UnitKernel::cell_average(double dx_m, double dy_m, double cell_m) const {
  const double half = 0.5 * cell_m;
  double discs_share = 0.0;
  for (const LethalDisc& disc : round_.discs) {
    const double area = disc_area_in_box(disc.radius_m, dx_m - half, dy_m - half, dx_m + half, dy_m + half);
    discs_share += disc.frequency_per_year * area / (cell_m * cell_m);
  }
  if (toxic_.empty() && effects_reach_m_ == 0.0) return discs_share;
  double average = tables_average(dx_m, dy_m, cell_m, kFirstParts);
  for (int parts = 2 * kFirstParts; parts <= kMostParts; parts *= 2) {
    const double before = average;
    average = tables_average(dx_m, dy_m, cell_m, parts);
    if (std::abs(average - before) <= kSettled * average) break;
  }
  return discs_share + average;
}

}  // namespace sise
