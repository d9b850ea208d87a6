#include "core/risk/risk_direct.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/risk/scenario_harm.hpp"
#include "core/risk/weather_groups.hpp"
#include "models/harm/outdoor_death.hpp"
#include "models/numeric/quadrature.hpp"

namespace sise {
namespace {

constexpr double kTolerance = 2e-4;
constexpr double kNegligible = 1e-13;  // probability of death times density; times any frequency it is below the floor
constexpr double kDegree = std::numbers::pi / 180.0;

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

/// ∫ density · P over the directions that carry the plume over a place at distance r and true bearing bearing_deg.
double turned_toxic(const RiskInputs& inputs, const ToxicRelease& release, const WeatherGroup& weather, double r_m,
                    double bearing_deg) {
  const GaussianPlume plume =
      plume_in(inputs, release.rate_kg_s, release.height_m, weather.speed_m_s, weather.stability);
  const auto integrand = [&](double off_axis_deg) {
    const double off_axis = off_axis_deg * kDegree;
    const double c =
        plume.concentration_kg_m3(r_m * std::cos(off_axis), r_m * std::sin(off_axis), inputs.model.receptor_height_m);
    const double death = outdoor_toxic_death(inputs.harm, release.probit, c * 1e6, release.duration_s);
    return with_cut_off(death, inputs.harm) * weather.density.per_rad(bearing_deg - off_axis_deg - 180.0);
  };
  const std::vector<double> cuts = cuts_deg(weather.density.layout(), bearing_deg);
  double integral = 0.0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    integral +=
        integrate(integrand, cuts[i], cuts[i + 1], {.relative = kTolerance, .absolute = kNegligible, .parts = 1});
  }
  return integral * kDegree;
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
    if (c.explosion && r <= lethal_radius_m(*c.explosion, inputs.model, inputs.harm)) risk += c.frequency_per_year;
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
