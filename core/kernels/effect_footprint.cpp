#include "core/kernels/effect_footprint.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <utility>

namespace sise {
namespace {

constexpr double kHalfCircle = std::numbers::pi;
constexpr std::size_t kPanels = 32;  // around half a circle: a flame's radiation changes over tens of degrees
constexpr int kEdgeHalvings = 20;    // an edge to a millionth of a panel

// Gauss-Legendre abscissae of two points on [0, 1]: (1 ∓ 1/√3)/2; both weights are 1/2.
constexpr double kGaussFirst = 0.5 * (1.0 - std::numbers::inv_sqrt3);
constexpr double kGaussSecond = 0.5 * (1.0 + std::numbers::inv_sqrt3);

/// Angles off the axis at one distance, with the places they mean.
struct Arc {
  explicit Arc(double distance_m) : r_m(distance_m) {}
  void add(double angle) {
    phi.push_back(angle);
    x.push_back(r_m * std::cos(angle));
    y.push_back(r_m * std::sin(angle));
  }

  double r_m;
  std::vector<double> phi, x, y;
};

Arc evenly(double r_m) {
  Arc arc(r_m);
  for (std::size_t i = 0; i <= kPanels; ++i) arc.add(kHalfCircle * static_cast<double>(i) / kPanels);
  return arc;
}

/// Two Gauss-Legendre points in each interval between consecutive cuts.
Arc within(const std::vector<double>& cuts, double r_m) {
  Arc arc(r_m);
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    for (const double t : {kGaussFirst, kGaussSecond}) arc.add(cuts[i] + t * (cuts[i + 1] - cuts[i]));
  }
  return arc;
}

/// Adds the angles between the arc's where death by an effect becomes certain.
void add_edges(const EffectDeath& death, const Arc& arc, std::vector<double>& cuts) {
  std::vector<double> values(arc.phi.size());
  death.effect().values(arc.x, arc.y, values);
  const double certain = death.certain_value();
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    if ((values[i] >= certain) == (values[i + 1] >= certain)) continue;
    double from = arc.phi[i];
    double to = arc.phi[i + 1];
    for (int k = 0; k < kEdgeHalvings; ++k) {
      const double middle = 0.5 * (from + to);
      const double there = death.effect().value(arc.r_m * std::cos(middle), arc.r_m * std::sin(middle));
      ((there >= certain) == (values[i] >= certain) ? from : to) = middle;
    }
    cuts.push_back(0.5 * (from + to));
  }
}

/// Shares the risk at each pair of Gauss points out to the nodes on both sides of it.
void add_masses(const Arc& arc, const std::vector<double>& cuts, std::span<const double> risk, double step_rad,
                FootprintMasses& masses) {
  for (std::size_t i = 0; i < arc.phi.size(); ++i) {
    const double width = cuts[i / 2 + 1] - cuts[i / 2];
    const double mass = risk[i] * 0.5 * width;
    const double position = arc.phi[i] / step_rad;
    const auto step = std::min(static_cast<std::size_t>(position), masses.at_node.size() - 2);
    const double t = position - static_cast<double>(step);
    // Node 0 hears from both sides of the axis.
    masses.at_node[step] += (step == 0 ? 2.0 : 1.0) * (1.0 - t) * mass;
    masses.at_node[step + 1] += t * mass;
    masses.in_step[step] += 0.5 * t * (1.0 - t) * step_rad * step_rad * mass;
  }
}

}  // namespace

EffectFootprint::EffectFootprint(const RiskInputs& inputs, const RiskUnit& unit, const WeatherGroup& weather) {
  for (const RiskCase& c : unit.cases) {
    if (shape_of(c) != CaseShape::wind) continue;
    std::vector<EffectDeath> deaths = case_deaths(inputs, c, weather.speed_m_s, weather.stability);
    if (!deaths.empty()) cases_.push_back({c.frequency_per_year, std::move(deaths)});
  }
}

double EffectFootprint::reach_m(double risk_per_year) const {
  double reach = 0.0;
  for (const Case& c : cases_) {
    for (const EffectDeath& death : c.deaths) {
      reach = std::max(reach, death.reach_m(risk_per_year / c.frequency_per_year).value_or(0.0));
    }
  }
  return reach;
}

FootprintMasses EffectFootprint::masses(double r_m, double step_rad) const {
  const auto steps = static_cast<std::size_t>(std::lround(kHalfCircle / step_rad));
  FootprintMasses masses;
  masses.at_node.resize(steps + 1, 0.0);
  masses.in_step.resize(steps + 1, 0.0);
  const Arc even = evenly(r_m);
  for (const Case& c : cases_) {
    std::vector<double> cuts = even.phi;
    for (const EffectDeath& death : c.deaths) add_edges(death, even, cuts);
    std::sort(cuts.begin(), cuts.end());
    const Arc arc = within(cuts, r_m);
    std::vector<double> values(arc.phi.size());
    std::vector<double> risk(arc.phi.size());
    deaths_together(c.deaths, arc.x, arc.y, values, risk);
    for (double& p : risk) p *= c.frequency_per_year;
    add_masses(arc, cuts, risk, step_rad, masses);
  }
  return masses;
}

}  // namespace sise
