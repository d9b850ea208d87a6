#include "core/zones/step_passing.hpp"

#include <algorithm>

#include "models/numeric/normal.hpp"

namespace sise {
namespace {

constexpr int kMomentsOfStep = 8;  // within a step
constexpr int kMomentsOfEdge = 6;  // on each side of a frayed edge
constexpr int kMomentsBefore = 25;
constexpr int kMomentsAfter = 6;
constexpr double kPassingEdges = 4.0;  // standard deviations

}  // namespace

std::vector<RateStep> rate_steps(const Emission& emission) {
  std::vector<RateStep> steps;
  for (std::size_t i = 0; i + 1 < emission.steps.size(); ++i) {
    const EmissionStep& step = emission.steps[i];
    if (step.rate_kg_s > 0.0) steps.push_back({step.from_s, emission.steps[i + 1].from_s, step.rate_kg_s});
  }
  return steps;
}

double StepPassing::share(double t_s, const RateStep& step) const {
  if (puff != nullptr) {
    PuffEnds ends = puff->ends_at(t_s);
    if (t_s < first.time_s) {
      ends = first;
      ends.x_m -= first_m_s * (first.time_s - t_s);
    }
    return ends.share(x_m, step.from_s / total_s, step.to_s / total_s);
  }
  const auto come = [&](double since_s) { return normal_cdf((t_s - arrival_s - since_s) / edge_s); };
  return come(step.from_s) - come(step.to_s);
}

std::vector<double> StepPassing::moments(std::span<const RateStep> steps) const {
  std::vector<double> at;
  const double scale = (last_s - arrival_s) / total_s;
  const double reach_s = kPassingEdges * edge_s;
  for (const RateStep& step : steps) {
    const double from = arrival_s + scale * step.from_s;
    const double to = arrival_s + scale * step.to_s;
    for (int k = 0; k <= kMomentsOfStep; ++k) {
      at.push_back(std::lerp(from, to, static_cast<double>(k) / kMomentsOfStep));
    }
    for (int k = -kMomentsOfEdge; k <= kMomentsOfEdge; ++k) {
      const double off = reach_s * k / kMomentsOfEdge;
      at.push_back(from + off);
      at.push_back(to + off);
    }
  }
  // A puff grows while it passes: it may come sooner and be gone later than its size in the middle says.
  for (int k = 1; k < kMomentsBefore; ++k) at.push_back(arrival_s * k / kMomentsBefore);
  for (int k = 1; k <= kMomentsAfter; ++k) {
    at.push_back(last_s + (last_s - arrival_s) * k / kMomentsAfter);
    at.push_back(last_s + reach_s * k);
  }
  at.erase(std::remove_if(at.begin(), at.end(), [](double t) { return !(t > 0.0); }), at.end());
  std::sort(at.begin(), at.end());
  const double apart = 0.02 * std::min(edge_s, scale * total_s);
  std::vector<double> kept;
  for (const double t : at) {
    if (kept.empty() || t > kept.back() + apart) kept.push_back(t);
  }
  return kept;
}

}  // namespace sise
