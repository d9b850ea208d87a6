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

}  // namespace

ScaledDistances::ScaledDistances(const ScaledBlast& blast)
    : blast_(blast), z_(inward_samples(blast)), values_(z_.size()) {
  blast_.at(z_, values_);
}

/// Why no two samples bracket the value.
BlastDistance::Status ScaledDistances::miss(double value) const {
  const FitRange& range = blast_.range();
  const bool falls = values_.back() > values_.front();
  const bool beyond = falls == (value < values_.front());
  if (beyond && std::isfinite(range.z_max)) return BlastDistance::Status::outside_outer_edge;
  if (!beyond && range.z_min > 0.0) return BlastDistance::Status::inside_inner_edge;
  return BlastDistance::Status::not_reached;
}

BlastDistance ScaledDistances::to(double value) const {
  constexpr double kRounding = 1e-12;
  const auto equals = [&](double sample) { return std::abs(sample - value) <= kRounding * value; };
  if (equals(values_.front())) return {BlastDistance::Status::found, z_.front()};
  for (std::size_t i = 1; i < z_.size(); ++i) {
    if (values_[i] == value) return {BlastDistance::Status::found, z_[i]};
    if ((values_[i] > value) != (values_[i - 1] > value))
      return {BlastDistance::Status::found, bisect(blast_, value, z_[i], z_[i - 1])};
  }
  if (equals(values_.back())) return {BlastDistance::Status::found, z_.back()};
  const BlastDistance::Status status = miss(value);
  return {status, status == BlastDistance::Status::outside_outer_edge ? blast_.range().z_max : blast_.range().z_min};
}

}  // namespace sise
