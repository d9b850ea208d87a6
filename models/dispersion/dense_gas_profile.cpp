#include "models/dispersion/dense_gas_profile.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/base/constants.hpp"
#include "models/numeric/lanes.hpp"
#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

constexpr double kLeastEdge = 1e-9;  // of the half width

double edge(double half_m, double core_m, double more_m2) {
  const double variance = (square(half_m) - square(core_m)) / 3.0 + more_m2;
  return std::sqrt(2.0 * std::max(variance, square(kLeastEdge * half_m)));
}

/// 1 in the middle of an even stretch of this half length, falling to 0 over its edges.
double step(double at, double core, double edge) {
  return 0.5 * (std::erf((at + core) / edge) - std::erf((at - core) / edge));
}

}  // namespace

SliceProfile::SliceProfile(const CloudSection& s, double volume_fraction, double meander_m2)
    : mean_(volume_fraction),
      half_width_m_(s.half_width_m),
      core_m_(std::max(s.core_m, kLeastEdge * s.half_width_m)),
      edge_m_(edge(s.half_width_m, core_m_, meander_m2)),
      centre_m_(s.centre_m),
      sigma_m_(s.lifted ? 0.5 * s.height_m / std::numbers::sqrt3 : (s.height_m - s.centre_m) / std::numbers::sqrt3),
      height_m_(s.height_m) {}

void SliceProfile::across(std::span<const double> y_m, std::span<double> out) const {
  constexpr double kNarrow =
      1e-2;  // of the edge: the two tails are nearly the same, and their difference wants every digit
  if (core_m_ < kNarrow * edge_m_) {
    for (std::size_t i = 0; i < y_m.size(); ++i) out[i] = across(y_m[i]);
    return;
  }
  std::array<double, kBlock> outer{};
  std::array<double, kBlock> tail{};
  const std::span<double> tails = std::span(tail).first(y_m.size());
  for (std::size_t i = 0; i < y_m.size(); ++i) {
    outer.at(i) = (y_m[i] - core_m_) / edge_m_;
    tail.at(i) = std::abs(outer.at(i));
    out[i] = (y_m[i] + core_m_) / edge_m_;
  }
  erfc_of(tails, tails);
  erfc_of(out, out);
  const double in_the_middle = 0.5 * mean_ * half_width_m_ / core_m_;
  for (std::size_t i = 0; i < y_m.size(); ++i)
    out[i] = in_the_middle * ((outer.at(i) > 0.0 ? tail.at(i) : 2.0 - tail.at(i)) - out[i]);
}

void SliceProfile::up(std::span<const double> z_m, std::span<double> out) const {
  constexpr double kLowest = -900.0;  // e to it is nothing
  const double two_variances = 2.0 * sigma_m_ * sigma_m_;
  std::array<double, kBlock> image{};
  const std::span<double> images = std::span(image).first(z_m.size());
  for (std::size_t i = 0; i < z_m.size(); ++i) {
    out[i] = std::max(kLowest, -square(z_m[i] - centre_m_) / two_variances);
    image.at(i) = std::max(kLowest, -square(z_m[i] + centre_m_) / two_variances);
  }
  exp_of(out, out);
  exp_of(images, images);
  const double factor = height_m_ / (std::sqrt(2.0 * std::numbers::pi) * sigma_m_);
  for (std::size_t i = 0; i < z_m.size(); ++i) out[i] = factor * (out[i] + image.at(i));
}

SliceEdges SliceProfile::edges() const { return {core_m_, edge_m_}; }

double SliceProfile::across(double y_m) const {
  return mean_ * (half_width_m_ / core_m_ * step(y_m, core_m_, edge_m_));
}

double SliceProfile::up(double z_m) const {
  const double two_variances = 2.0 * sigma_m_ * sigma_m_;
  return height_m_ / (std::sqrt(2.0 * std::numbers::pi) * sigma_m_) *
         (std::exp(-square(z_m - centre_m_) / two_variances) + std::exp(-square(z_m + centre_m_) / two_variances));
}

double PuffEnds::edge_m() const {
  return edge(half_length_m, std::max(core_length_m, kLeastEdge * half_length_m), 0.0);
}

double PuffEnds::share(double at_m) const { return share(at_m, 0.0, 1.0); }

double PuffEnds::share(double at_m, double from, double to) const {
  const double core = std::max(core_length_m, kLeastEdge * half_length_m);
  const double front = x_m + core * (1.0 - 2.0 * from);
  const double back = x_m + core * (1.0 - 2.0 * to);
  return half_length_m / core * step(at_m - 0.5 * (front + back), 0.5 * (front - back), edge_m());
}

}  // namespace sise
