#include "tests/core/risk/risk_direct.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/kernels/effect_death.hpp"
#include "core/kernels/explosion_death.hpp"
#include "core/kernels/scenario_harm.hpp"
#include "core/kernels/weather_groups.hpp"
#include "models/base/constants.hpp"
#include "models/harm/outdoor_death.hpp"
#include "models/numeric/quadrature.hpp"

namespace sise {
namespace {

constexpr double kTolerance = 2e-4;
constexpr double kNegligible = 1e-13;  // probability of death times density; times any frequency it is below the floor

/// Directions are cut here, so that the narrowest plume cannot hide between the points of a first rule.
constexpr std::array<double, 12> kOffAxisDeg{0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 7.0, 12.0, 20.0, 35.0, 60.0, 90.0};

/// Off-axis angles (degrees, rising) between which the integrand is smooth: sector edges and the fixed cuts.
std::vector<double> cuts_deg(const SectorLayout& layout, double bearing_deg) {
  std::vector<double> cuts{0.0};
  for (const double angle : kOffAxisDeg) {
    cuts.push_back(angle);
    cuts.push_back(-angle);
  }
  for (int k = 0; k < layout.count; ++k) {
    const double edge_from = layout.first_edge_deg() + k * layout.width_deg();
    const double off_axis = std::remainder(bearing_deg - edge_from - 180.0, 360.0);
    if (std::abs(off_axis) < 90.0) cuts.push_back(off_axis);
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

/// Directions are cut all around, lest an effect's edge hide between the points of a first rule.
std::vector<double> cuts_all_around_deg(const SectorLayout& layout, double bearing_deg) {
  constexpr int kParts = 90;
  std::vector<double> cuts = cuts_deg(layout, bearing_deg);
  for (int i = 0; i <= kParts; ++i) cuts.push_back(-180.0 + 360.0 * i / kParts);
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

/// ∫ density · P over the directions that carry the plume over a place at distance r and true bearing bearing_deg.
double turned_toxic(const RiskInputs& inputs, const ToxicRelease& release, const WeatherGroup& weather, double r_m,
                    double bearing_deg) {
  const auto field = field_in(inputs, release, release.rate_kg_s, weather.speed_m_s, weather.stability);
  const auto integrand = [&](double off_axis_deg) {
    const double off_axis = off_axis_deg * kDegree;
    const double c = field->value_kg_m3(r_m * std::cos(off_axis), r_m * std::sin(off_axis));
    const double death = outdoor_toxic_death(inputs.harm, release.probit, c * 1e6, release.duration_s);
    return with_cut_off(death, inputs.harm) * weather.density.per_rad(bearing_deg - off_axis_deg - 180.0);
  };
  const SectorLayout& layout = weather.density.layout();
  const bool upwind = field->upwind_m() > 0.0;
  const std::vector<double> cuts = upwind ? cuts_all_around_deg(layout, bearing_deg) : cuts_deg(layout, bearing_deg);
  double integral = 0.0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    integral +=
        integrate(integrand, cuts[i], cuts[i + 1], {.relative = kTolerance, .absolute = kNegligible, .parts = 1});
  }
  return integral * kDegree;
}

/// P of a case's effects together, r from the source and off_axis from their axis.
double death_at(const std::vector<EffectDeath>& deaths, double r_m, double off_axis_rad) {
  const double x = r_m * std::cos(off_axis_rad);
  const double y = r_m * std::sin(off_axis_rad);
  double alive = 1.0;
  for (const EffectDeath& death : deaths) alive *= 1.0 - death.by_value(death.effect().value(x, y));
  return 1.0 - alive;
}

double turned_effects(const std::vector<EffectDeath>& deaths, const WeatherGroup& weather, double r_m,
                      double bearing_deg) {
  const auto integrand = [&](double off_axis_deg) {
    const double from_deg = bearing_deg - off_axis_deg - 180.0;
    return death_at(deaths, r_m, off_axis_deg * kDegree) * weather.density.per_rad(from_deg);
  };
  const std::vector<double> cuts = cuts_all_around_deg(weather.density.layout(), bearing_deg);
  double integral = 0.0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    integral += integrate(integrand, cuts[i], cuts[i + 1], {.relative = kTolerance, .absolute = 1e-9, .parts = 1});
  }
  return integral * kDegree;
}

/// The share of one case's effects, per event of it.
double direct_effects(const RiskInputs& inputs, const RiskCase& c, const std::vector<WeatherGroup>& groups, double r_m,
                      double bearing_deg) {
  const CaseShape shape = shape_of(c);
  if (shape == CaseShape::none) return 0.0;
  if (shape != CaseShape::wind) {
    const double own_deg = own_bearing_deg(c.effects.front()).value_or(0.0);
    return death_at(case_deaths(inputs, c, 1.0, Stability::D), r_m, (bearing_deg - own_deg) * kDegree);
  }
  double risk = 0.0;
  for (const WeatherGroup& weather : groups) {
    risk += turned_effects(case_deaths(inputs, c, weather.speed_m_s, weather.stability), weather, r_m, bearing_deg);
  }
  return risk;
}

}  // namespace

namespace {

double explosion_death(const RiskInputs& inputs, const BlastEvent& explosion, double r_m) {
  if (!inputs.harm.blast_death.empty()) return ExplosionDeath(explosion, inputs.model, inputs.harm).probability(r_m);
  return r_m <= lethal_radius_m(explosion, inputs.model, inputs.harm) ? 1.0 : 0.0;
}

}  // namespace

double risk_direct(const RiskInputs& inputs, const RiskUnit& unit, Point place) {
  const double dx = place.x - unit.source.x;
  const double dy = place.y - unit.source.y;
  const double r = std::hypot(dx, dy);
  const double bearing_deg = std::atan2(dx, dy) / kDegree + unit.convergence_deg;
  const std::vector<WeatherGroup> groups = weather_groups(inputs.rose);

  double risk = 0.0;
  for (const RiskCase& c : unit.cases) {
    const BlastEvent* charge = explosion_of(c);
    risk += c.frequency_per_year * (charge != nullptr ? explosion_death(inputs, *charge, r)
                                                      : direct_effects(inputs, c, groups, r, bearing_deg));
    if (!c.toxic) continue;
    for (const WeatherGroup& weather : groups) {
      risk += c.frequency_per_year * turned_toxic(inputs, *c.toxic, weather, r, bearing_deg);
    }
  }
  return risk;
}

double risk_direct(const RiskInputs& inputs, Point place) {
  double risk = 0.0;
  for (const RiskUnit& unit : inputs.units) risk += risk_direct(inputs, unit, place);
  return risk;
}

}  // namespace sise
