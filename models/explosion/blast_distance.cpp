#include "models/explosion/blast_distance.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace sise {
namespace {

/// Scaled distances at which a curve is sampled from the outside inwards: evenly in log Z, and both sides of every
/// branch edge, so that no step is overlooked.
std::vector<double> inward_samples(const ScaledBlast& blast) {
  constexpr double kNearest = 1e-6;  // stand-ins for the edges of a curve without edges
  constexpr double kFarthest = 1e9;
  constexpr double kPerDecade = 100.0;
  const double z_min = std::max(blast.range().z_min, kNearest);
  const double z_max = std::min(blast.range().z_max, kFarthest);
  const auto steps = static_cast<std::size_t>(std::ceil(kPerDecade * std::log10(z_max / z_min)));
  std::vector<double> samples{z_min, z_max};
  for (std::size_t i = 1; i < steps; ++i) {
    samples.push_back(z_min * std::pow(z_max / z_min, static_cast<double>(i) / static_cast<double>(steps)));
  }
  for (const LogPolynomialBranch& branch : blast.branches()) {
    samples.push_back(branch.z_max);
    samples.push_back(std::min(z_max, std::nextafter(branch.z_max, z_max)));
  }
  std::sort(samples.begin(), samples.end(), std::greater<>());
  return samples;
}

/// Within [inner, outer] the curve crosses the value once: halve until the interval is two neighbouring numbers.
double bisect(const ScaledBlast& blast, double value, double inner, double outer) {
  const bool inner_above = blast.at(inner) >= value;
  for (;;) {
    const double middle = 0.5 * (inner + outer);
    if (middle <= inner || middle >= outer) return inner;
    ((blast.at(middle) >= value) == inner_above ? inner : outer) = middle;
  }
}

/// Why no sample interval brackets the value.
BlastDistance::Status miss(const ScaledBlast& blast, double value, double innermost, double outermost) {
  const FitRange& range = blast.range();
  const bool falls = blast.at(innermost) > blast.at(outermost);
  const bool beyond = falls == (value < blast.at(outermost));
  if (beyond && std::isfinite(range.z_max)) return BlastDistance::Status::outside_outer_edge;
  if (!beyond && range.z_min > 0.0) return BlastDistance::Status::inside_inner_edge;
  return BlastDistance::Status::not_reached;
}

}  // namespace

BlastDistance scaled_distance_to(const ScaledBlast& blast, double value) {
  constexpr double kRounding = 1e-12;
  const std::vector<double> samples = inward_samples(blast);
  double outer = samples.front();
  double outer_value = blast.at(outer);
  if (std::abs(outer_value - value) <= kRounding * value) return {BlastDistance::Status::found, outer};
  for (const double inner : samples) {
    const double inner_value = blast.at(inner);
    if (inner_value == value) return {BlastDistance::Status::found, inner};
    if ((inner_value > value) != (outer_value > value)) {
      return {BlastDistance::Status::found, bisect(blast, value, inner, outer)};
    }
    outer = inner;
    outer_value = inner_value;
  }
  if (std::abs(outer_value - value) <= kRounding * value) return {BlastDistance::Status::found, outer};
  const BlastDistance::Status status = miss(blast, value, samples.back(), samples.front());
  return {status, status == BlastDistance::Status::outside_outer_edge ? blast.range().z_max : blast.range().z_min};
}

}  // namespace sise
