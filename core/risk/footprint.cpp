#include "core/risk/footprint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <numbers>

namespace sise {
namespace {

constexpr double kSamplesPerSigma = 12.0;  // the edge of a saturated plume is as sharp as a tenth of its sigma
constexpr double kDiedOut = 1e-32;         // per year; below what a table can hold
constexpr std::size_t kBatch = 32;

using Batch = std::array<double, kBatch>;

}  // namespace

Footprint::Footprint(const RiskInputs& inputs, const RiskUnit& unit, const WeatherGroup& weather)
    : receptor_height_m_(inputs.model.receptor_height_m) {
  std::map<double, std::vector<Case>> heights;
  for (const RiskCase& c : unit.cases) {
    if (!c.toxic || !(c.toxic->rate_kg_s > 0.0) || !(c.toxic->duration_s > 0.0)) continue;
    heights[c.toxic->height_m].push_back(
        {c.frequency_per_year, ToxicHarm(*c.toxic, inputs.harm), std::log(c.toxic->rate_kg_s)});
  }
  by_height_.reserve(heights.size());
  for (auto& [height_m, cases] : heights) {
    by_height_.push_back({plume_in(inputs, 1.0, height_m, weather.speed_m_s, weather.stability), std::move(cases)});
  }
}

void Footprint::add_risk(std::span<const double> x_m, std::span<const double> y_m, std::span<double> concentration,
                         std::span<double> risk) const {
  for (const Height& height : by_height_) {
    height.unit_plume.concentrations(x_m, y_m, receptor_height_m_, concentration);
    for (std::size_t i = 0; i < risk.size(); ++i) {
      if (!(concentration[i] > 0.0)) continue;
      const double ln_unit = std::log(concentration[i]);
      for (const Case& c : height.cases) risk[i] += c.frequency_per_year * c.harm.probability(ln_unit + c.ln_rate);
    }
  }
}

double Footprint::on_axis(double r_m) const {
  const double y_m = 0.0;
  double concentration = 0.0;
  double risk = 0.0;
  add_risk({&r_m, 1}, {&y_m, 1}, {&concentration, 1}, {&risk, 1});
  return risk;
}

double Footprint::angular_sigma(double r_m) const { return by_height_.front().unit_plume.sigma_y_m(r_m) / r_m; }

std::vector<double> Footprint::masses(double r_m, double step_rad) const {
  const double wanted = angular_sigma(r_m) / kSamplesPerSigma;
  const auto samples_per_step = static_cast<std::size_t>(std::max(1.0, std::ceil(step_rad / wanted)));
  const double spacing = step_rad / static_cast<double>(samples_per_step);
  const auto samples = static_cast<std::size_t>(std::ceil(0.5 * std::numbers::pi / spacing));

  std::vector<double> masses;
  Batch x{};
  Batch y{};
  Batch concentration{};
  for (std::size_t from = 0; from < samples; from += kBatch) {
    const std::size_t count = std::min(kBatch, samples - from);
    for (std::size_t i = 0; i < count; ++i) {
      const double phi = static_cast<double>(from + i) * spacing;
      x[i] = r_m * std::cos(phi);
      y[i] = r_m * std::sin(phi);
    }
    Batch risk{};
    add_risk({x.data(), count}, {y.data(), count}, {concentration.data(), count}, {risk.data(), count});
    masses.resize((from + count - 1) / samples_per_step + 2, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t node = (from + i) / samples_per_step;
      const double part = static_cast<double>((from + i) % samples_per_step) / static_cast<double>(samples_per_step);
      const double mass = risk[i] * spacing;
      // Node 0 hears from both sides of the axis, the sample on the axis itself only once.
      const double sides = node == 0 && from + i > 0 ? 2.0 : 1.0;
      masses[node] += sides * (1.0 - part) * mass;
      masses[node + 1] += part * mass;
    }
    if (risk[count - 1] < kDiedOut) break;
  }
  return masses;
}

}  // namespace sise
