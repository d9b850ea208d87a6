#include "core/kernels/footprint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <numbers>
#include <string>
#include <utility>

namespace sise {
namespace {

constexpr double kPanelsPerSigma = 6.0;  // two samples each: a saturated plume's edge is as sharp as a tenth of sigma
constexpr double kDiedOut = 1e-32;       // per year; below what a table can hold
constexpr std::size_t kBatchPanels = 16;
constexpr std::size_t kBatch = 2 * kBatchPanels;

// Gauss-Legendre abscissae of two points on [0, 1]: (1 ∓ 1/√3)/2; both weights are 1/2.
constexpr double kGaussFirst = 0.5 * (1.0 - std::numbers::inv_sqrt3);
constexpr double kGaussSecond = 0.5 * (1.0 + std::numbers::inv_sqrt3);

}  // namespace

Footprint::Footprint(const RiskInputs& inputs, const RiskUnit& unit, const WeatherGroup& weather) {
  const auto field_of = [&](const ToxicRelease& release, double rate_kg_s) {
    return field_in(inputs, release, rate_kg_s, weather.speed_m_s, weather.stability);
  };
  std::map<std::pair<std::string, double>, std::vector<const RiskCase*>> alike;
  for (const RiskCase& c : unit.cases) {
    if (!c.toxic || !(c.toxic->rate_kg_s > 0.0) || !(c.toxic->duration_s > 0.0)) continue;
    alike[{c.toxic->dispersion, c.toxic->height_m}].push_back(&c);
  }
  for (const auto& [key, cases] : alike) {
    Shared shared{field_of(*cases.front()->toxic, 1.0), {}};
    const bool scales = shared.field->scales_with_rate();
    for (const RiskCase* c : cases) {
      const ToxicHarm harm(*c->toxic, inputs.harm);
      if (scales) {
        shared.cases.push_back({c->frequency_per_year, harm, std::log(c->toxic->rate_kg_s)});
      } else {
        fields_.push_back({field_of(*c->toxic, c->toxic->rate_kg_s), {{c->frequency_per_year, harm, 0.0}}});
      }
    }
    if (scales) fields_.push_back(std::move(shared));
  }
}

void Footprint::add_risk(std::span<const double> x_m, std::span<const double> y_m, std::span<double> ln_concentration,
                         std::span<double> risk) const {
  for (const Shared& shared : fields_) {
    shared.field->ln_values(x_m, y_m, ln_concentration);
    for (std::size_t i = 0; i < risk.size(); ++i) {
      if (!std::isfinite(ln_concentration[i])) continue;
      for (const Case& c : shared.cases) {
        risk[i] += c.frequency_per_year * c.harm.probability(ln_concentration[i] + c.ln_rate);
      }
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

double Footprint::angular_sigma(double r_m) const { return fields_.front().field->width_m(r_m) / r_m; }

FootprintMasses Footprint::masses(double r_m, double step_rad) const {
  const double widest_panel = angular_sigma(r_m) / kPanelsPerSigma;
  const auto panels_per_step = static_cast<std::size_t>(std::max(1.0, std::ceil(step_rad / widest_panel)));
  const double panel_rad = step_rad / static_cast<double>(panels_per_step);
  const auto panels = static_cast<std::size_t>(std::ceil(0.5 * std::numbers::pi / panel_rad));

  FootprintMasses masses;
  std::array<double, kBatch> x{};
  std::array<double, kBatch> y{};
  std::array<double, kBatch> concentration{};
  for (std::size_t from = 0; from < panels; from += kBatchPanels) {
    const std::size_t count = 2 * std::min(kBatchPanels, panels - from);
    const auto in_panels = [&](std::size_t i) {  // place of sample i, counted in panels
      return static_cast<double>(from + i / 2) + (i % 2 == 0 ? kGaussFirst : kGaussSecond);
    };
    for (std::size_t i = 0; i < count; ++i) {
      const double phi = in_panels(i) * panel_rad;
      x[i] = r_m * std::cos(phi);
      y[i] = r_m * std::sin(phi);
    }
    std::array<double, kBatch> risk{};
    add_risk({x.data(), count}, {y.data(), count}, {concentration.data(), count}, {risk.data(), count});
    const std::size_t last_step = (from + count / 2 - 1) / panels_per_step;
    masses.at_node.resize(last_step + 2, 0.0);
    masses.in_step.resize(last_step + 2, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t step = (from + i / 2) / panels_per_step;
      const double t = in_panels(i) / static_cast<double>(panels_per_step) - static_cast<double>(step);
      const double mass = risk[i] * 0.5 * panel_rad;
      // Node 0 hears from both sides of the axis.
      masses.at_node[step] += (step == 0 ? 2.0 : 1.0) * (1.0 - t) * mass;
      masses.at_node[step + 1] += t * mass;
      masses.in_step[step] += 0.5 * t * (1.0 - t) * step_rad * step_rad * mass;
    }
    if (risk[count - 1] < kDiedOut) break;
  }
  return masses;
}

}  // namespace sise
