#include "models/release/pipe_gas.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/base/error.hpp"
#include "models/numeric/roots.hpp"
#include "models/release/orifice.hpp"
#include "models/release/release_checks.hpp"

namespace sise {
namespace {

constexpr int kPipeSteps = 200;

void check(const PipeSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  require_positive("pipe_diameter_m", source.diameter_m);
  require_positive("pipe_length_m", source.length_m);
  require_positive("pressure_pa", source.pressure_Pa);
  require_positive("pressure_Pa", ambient_pressure_Pa);
  require_range(source.roughness_m > 0.0 && source.roughness_m < 0.1 * source.diameter_m, "pipe_roughness_m",
                source.roughness_m, {"above 0 and below a tenth of the diameter", "大于 0 且小于管径的十分之一"});
  require_range(source.minor_losses >= 0.0, "minor_losses", source.minor_losses, {"at least 0", "不小于 0"});
  require_range(source.break_at_m >= 0.0 && source.break_at_m < source.length_m, "break_at_m", source.break_at_m,
                {"from 0 to below the pipe's length", "不小于 0 且小于管长"});
  require_fluid(fluid, source.temperature_K);
  require_gas(fluid, source.temperature_K, source.pressure_Pa);
  require_overpressure(source.pressure_Pa, ambient_pressure_Pa);
  require_range(fluid.gas_gamma() > 1.0, "gamma", fluid.gas_gamma(), {"above 1", "大于 1"});
}

double fanning_factor(const PipeSource& source) {
  return source.fanning_factor.value_or(rough_fanning_factor(source.diameter_m, source.roughness_m));
}

/// One side of the break until the mean pressure in it is ambient.
struct Side {
  PipelineDecay decay;
  double end_s;

  [[nodiscard]] double rate_kg_s(double time_s) const { return time_s <= end_s ? decay.rate_kg_s(time_s) : 0.0; }
  [[nodiscard]] double rate_after_kg_s(double time_s) const { return time_s < end_s ? decay.rate_kg_s(time_s) : 0.0; }
  [[nodiscard]] double released_kg(double time_s) const { return decay.released_kg(std::fmin(time_s, end_s)); }
};

Side side_of(const PipelineDecay& decay, double share_that_leaves) {
  const double leaves_kg = decay.content_kg * share_that_leaves;
  const auto excess = [&](double time_s) { return decay.released_kg(time_s) - leaves_kg; };
  double late_s = decay.time_constant_s * std::fmax(1.0, decay.ratio() * decay.ratio());
  while (excess(late_s) < 0.0) late_s *= 2.0;
  return {decay, brent(excess, 0.0, late_s)};
}

/// From a thousandth of the fastest decay to the end in equal ratios, with every moment asked for.
std::vector<double> moments_of(const std::vector<Side>& sides, const PipeSource& source) {
  double end_s = 0.0;
  double fastest_s = std::numeric_limits<double>::infinity();
  for (const Side& side : sides) {
    end_s = std::fmax(end_s, side.end_s);
    const double ratio = side.decay.ratio();
    fastest_s =
        std::min({fastest_s, side.decay.time_constant_s, ratio * ratio * side.decay.time_constant_s, side.end_s});
  }
  end_s = std::fmin(end_s, source.stop_after_s.value_or(end_s));
  std::vector<double> moments{0.0};
  for (const double t : log_spaced(std::fmin(1e-3 * fastest_s, 0.5 * end_s), end_s, kPipeSteps)) moments.push_back(t);
  for (const Side& side : sides) moments.push_back(side.end_s);
  moments.insert(moments.end(), source.also_at_s.begin(), source.also_at_s.end());
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  while (moments.back() > end_s) moments.pop_back();
  return moments;
}

void add_gas_warnings(ReleaseHistory& history, const PipeSource& source, const Fluid& fluid) {
  constexpr double kAlmostIdeal = 0.1;
  if (std::abs(fluid.compressibility(source.temperature_K, source.pressure_Pa) - 1.0) > kAlmostIdeal) {
    history.warn("gas_not_ideal");
  }
  if (fluid.recalled()) history.warn("recalled_property");
}

}  // namespace

std::optional<PipeCase> pipe_case_from(std::string_view name) {
  if (name == "rupture") return PipeCase::rupture;
  if (name == "adiabatic") return PipeCase::adiabatic;
  if (name == "isothermal") return PipeCase::isothermal;
  return std::nullopt;
}

double PipelineDecay::rate_kg_s(double time_s) const {
  const double a = ratio();
  return first_rate_kg_s / (1.0 + a) *
         (a * std::exp(-time_s / time_constant_s) + std::exp(-time_s / (a * a * time_constant_s)));
}

double PipelineDecay::released_kg(double time_s) const {
  const double a = ratio();
  const double slow = -std::expm1(-time_s / time_constant_s);
  const double fast = -std::expm1(-time_s / (a * a * time_constant_s));
  return content_kg * (slow + a * fast) / (1.0 + a);
}

double pipe_resistance(const PipeSource& source) {
  return 4.0 * fanning_factor(source) * source.length_m / source.diameter_m + source.minor_losses;
}

std::vector<PipelineDecay> pipeline_sides(const PipeSource& source, const IdealGas& gas, double ambient_pressure_Pa) {
  const double bore_m2 = hole_area_m2(source.diameter_m);
  const double density = source.pressure_Pa / (gas.specific_gas_constant_J_kgK * source.temperature_K);
  const double sound_m_s = std::sqrt(gas.gamma * gas.specific_gas_constant_J_kgK * source.temperature_K);
  const double first_rate =
      bore_m2 * gas_flux_kg_m2_s(gas, source.pressure_Pa, source.temperature_K, ambient_pressure_Pa);
  const double darcy = 4.0 * fanning_factor(source);
  std::vector<PipelineDecay> sides;
  for (const double length_m : {source.length_m - source.break_at_m, source.break_at_m}) {
    if (!(length_m > 0.0)) continue;
    const double time_constant_s =
        0.67 * length_m / sound_m_s * std::sqrt(gas.gamma * darcy * length_m / source.diameter_m);
    sides.push_back({first_rate, density * bore_m2 * length_m, time_constant_s});
  }
  return sides;
}

ReleaseHistory pipeline_rupture(const PipeSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  check(source, fluid, ambient_pressure_Pa);
  const double share_that_leaves = 1.0 - ambient_pressure_Pa / source.pressure_Pa;
  ReleaseHistory history;
  std::vector<Side> sides;
  for (const PipelineDecay& decay : pipeline_sides(source, ideal_gas_of(fluid), ambient_pressure_Pa)) {
    sides.push_back(side_of(decay, share_that_leaves));
    history.initial_kg += decay.content_kg;
    if (decay.ratio() >= 1.0) history.warn("short_pipe");
  }
  for (const double t : moments_of(sides, source)) {
    ReleaseStep step{.time_s = t, .temperature_K = source.temperature_K, .vapour_fraction = 1.0};
    for (const Side& side : sides) {
      step.rate_kg_s += side.rate_kg_s(t);
      step.released_kg += side.released_kg(t);
    }
    step.pressure_Pa = source.pressure_Pa * (1.0 - step.released_kg / history.initial_kg);
    history.steps.push_back(step);
    // Where one side has ended the rate falls at once: a second step at the same moment.
    double rate_after = 0.0;
    for (const Side& side : sides) rate_after += side.rate_after_kg_s(t);
    if (rate_after > 0.0 && rate_after < step.rate_kg_s) {
      step.rate_kg_s = rate_after;
      history.steps.push_back(step);
    }
  }
  history.total_kg = history.steps.back().released_kg;
  history.duration_s = history.steps.back().time_s;
  history.remaining_kg = history.initial_kg - history.total_kg;
  add_gas_warnings(history, source, fluid);
  return history;
}

PipeFlow fed_pipe_flow(const PipeSource& source, PipeCase flow, const IdealGas& gas, double ambient_pressure_Pa) {
  const PipeEnds ends{source.pressure_Pa, source.temperature_K, ambient_pressure_Pa, pipe_resistance(source)};
  return flow == PipeCase::isothermal ? isothermal_pipe_flow(gas, ends) : adiabatic_pipe_flow(gas, ends);
}

ReleaseHistory fed_pipe_release(const PipeSource& source, PipeCase flow, const Fluid& fluid,
                                double ambient_pressure_Pa) {
  check(source, fluid, ambient_pressure_Pa);
  if (!source.inventory_kg && !source.stop_after_s) {
    throw ModelError("missing_key", {"a fed pipe needs 'mass_kg' or 'stop_after_s': else it never ends",
                                     "持续供气的管道需要给出 'mass_kg' 或 'stop_after_s', 否则泄漏不会结束"});
  }
  if (source.inventory_kg) require_positive("mass_kg", *source.inventory_kg);
  const double rate = hole_area_m2(source.diameter_m) *
                      fed_pipe_flow(source, flow, ideal_gas_of(fluid), ambient_pressure_Pa).flux_kg_m2_s;
  constexpr double kNever = std::numeric_limits<double>::infinity();
  const double empty_s = source.inventory_kg ? *source.inventory_kg / rate : kNever;
  ReleaseHistory history;
  history.duration_s = std::fmin(empty_s, source.stop_after_s.value_or(kNever));
  history.total_kg = rate * history.duration_s;
  history.initial_kg = source.inventory_kg.value_or(history.total_kg);
  history.remaining_kg = history.initial_kg - history.total_kg;
  for (const double t : {0.0, history.duration_s}) {
    history.steps.push_back({t, rate, source.pressure_Pa, source.temperature_K, 1.0, rate * t});
  }
  add_gas_warnings(history, source, fluid);
  return history;
}

}  // namespace sise
