#include "models/release/pipe_gas.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/release/orifice.hpp"
#include "tests/models/release/release_fixtures.hpp"

using sise::Fluid;
using sise::IdealGas;
using sise::PipeCase;
using sise::PipeEnds;
using sise::PipeSource;
using sise::ReleaseHistory;
using sise::test::warns;

namespace {

constexpr double kAmbient_Pa = 101325.0;
const auto kTight = boost::test_tools::tolerance(1e-9);
const IdealGas kAir{287.05, 1.4};

sise::Substance methane() {
  return sise::test::substance("methane", {{"molar_mass_kg_mol", 0.016043}, {"gas_gamma", 1.31}});
}

/// 10 km of gas main, 0.5 m wide, at 40 bar.
PipeSource pipeline() { return {.diameter_m = 0.5, .length_m = 10000.0, .pressure_Pa = 40e5, .temperature_K = 288.15}; }

ReleaseHistory rupture(const PipeSource& source) { return pipeline_rupture(source, Fluid(methane()), kAmbient_Pa); }

std::string error_of(const PipeSource& source) {
  return sise::test::error_of([&] { return rupture(source); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pipe_gas)

// Fanno's tables for gamma 1.4 (NACA report 1135; Shapiro 1953): 4 f L*/D and p/p*.
BOOST_AUTO_TEST_CASE(fanno_tables) {
  const auto printed = boost::test_tools::tolerance(1e-5);
  BOOST_TEST(sise::fanno_length(0.2, 1.4) == 14.53327, printed);
  BOOST_TEST(sise::fanno_length(0.3, 1.4) == 5.29925, printed);
  BOOST_TEST(sise::fanno_length(0.5, 1.4) == 1.06906, printed);
  BOOST_TEST(sise::fanno_pressure(0.2, 1.4) == 5.45545, printed);
  BOOST_TEST(sise::fanno_pressure(0.3, 1.4) == 3.61906, printed);
  BOOST_TEST(sise::fanno_pressure(0.5, 1.4) == 2.13809, printed);
  BOOST_TEST(std::abs(sise::fanno_length(1.0, 1.4)) < 1e-12);
}

// Nikuradse's rough pipe: D/eps = 1000 has a Darcy factor of 0.0196 on Moody's chart.
BOOST_AUTO_TEST_CASE(moody_rough_pipe) {
  BOOST_TEST(4.0 * sise::rough_fanning_factor(1.0, 0.001) == 0.0196, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(without_friction_the_pipe_is_a_nozzle) {
  for (const double pressure_Pa : {1.3e5, 20e5}) {
    const PipeEnds ends{pressure_Pa, 293.15, kAmbient_Pa, 0.0};
    BOOST_TEST(adiabatic_pipe_flow(kAir, ends).flux_kg_m2_s == gas_flux_kg_m2_s(kAir, pressure_Pa, 293.15, kAmbient_Pa),
               boost::test_tools::tolerance(1e-7));
  }
}

// Long pipes: G^2 = (p1^2 - p2^2)/(R T K) (Weymouth), whatever happens at the ends.
BOOST_AUTO_TEST_CASE(a_long_pipe_flows_by_weymouth) {
  const double resistance = 2e4;
  const PipeEnds ends{20e5, 293.15, kAmbient_Pa, resistance};
  const double weymouth = std::sqrt((20e5 * 20e5 - kAmbient_Pa * kAmbient_Pa) / (287.05 * 293.15 * resistance));
  BOOST_TEST(isothermal_pipe_flow(kAir, ends).flux_kg_m2_s == weymouth, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(adiabatic_pipe_flow(kAir, ends).flux_kg_m2_s == weymouth, boost::test_tools::tolerance(1e-2));
}

// The isothermal momentum balance holds between the ends: G^2 R T [K + 2 ln(p1/p2)] = p1^2 - p2^2.
BOOST_AUTO_TEST_CASE(isothermal_momentum_balance) {
  for (const double resistance : {0.5, 5.0, 300.0}) {
    const PipeEnds ends{4e5, 293.15, kAmbient_Pa, resistance};
    const sise::PipeFlow flow = isothermal_pipe_flow(kAir, ends);
    const double p1 = 4e5 * std::exp(-0.7 * flow.inlet_mach * flow.inlet_mach);
    const double p2 = flow.exit_pressure_Pa;
    BOOST_TEST(flow.flux_kg_m2_s * flow.flux_kg_m2_s * 287.05 * 293.15 * (resistance + 2.0 * std::log(p1 / p2)) ==
                   p1 * p1 - p2 * p2,
               kTight);
  }
}

BOOST_AUTO_TEST_CASE(flow_chokes_continuously_and_falls_with_friction) {
  double last = 1e9;
  for (const double resistance : {0.0, 0.1, 1.0, 10.0, 100.0, 1000.0}) {
    const sise::PipeFlow flow = adiabatic_pipe_flow(kAir, {6e5, 293.15, kAmbient_Pa, resistance});
    BOOST_TEST(flow.flux_kg_m2_s < last);
    BOOST_TEST(flow.exit_pressure_Pa >= kAmbient_Pa * (1.0 - 1e-9));
    last = flow.flux_kg_m2_s;
  }
  const auto flux = [](double pressure_Pa) {
    return adiabatic_pipe_flow(kAir, {pressure_Pa, 293.15, kAmbient_Pa, 10.0}).flux_kg_m2_s;
  };
  double before = 0.0;
  for (double p = 1.02e5; p < 12e5; p *= 1.05) {
    BOOST_TEST(flux(p) > before);
    before = flux(p);
  }
}

BOOST_AUTO_TEST_CASE(isothermal_flow_is_at_least_the_adiabatic_in_a_long_pipe) {
  const PipeEnds ends{20e5, 293.15, kAmbient_Pa, 500.0};
  BOOST_TEST(isothermal_pipe_flow(kAir, ends).flux_kg_m2_s > 0.98 * adiabatic_pipe_flow(kAir, ends).flux_kg_m2_s);
  BOOST_TEST(isothermal_pipe_flow(kAir, ends).flux_kg_m2_s < 1.1 * adiabatic_pipe_flow(kAir, ends).flux_kg_m2_s);
}

// Wilson's two exponentials: they begin with the choked flow, and all of the pipe's mass is their integral.
BOOST_AUTO_TEST_CASE(wilson_starts_choked_and_its_integral_is_the_mass_inside) {
  const Fluid gas(methane());
  const sise::PipelineDecay decay = pipeline_sides(pipeline(), ideal_gas_of(gas), kAmbient_Pa).front();
  BOOST_TEST(decay.rate_kg_s(0.0) == decay.first_rate_kg_s, kTight);
  BOOST_TEST(decay.released_kg(1e9) == decay.content_kg, kTight);
  const double h = 1e-3;
  for (const double t : {1.0, 50.0, 500.0}) {
    BOOST_TEST((decay.released_kg(t + h) - decay.released_kg(t - h)) / (2.0 * h) == decay.rate_kg_s(t),
               boost::test_tools::tolerance(1e-6));
  }
}

// Yellow Book 2.37: tB = 0.67 sqrt(gamma fD L/D) L/us.
BOOST_AUTO_TEST_CASE(yellow_book_time_constant) {
  PipeSource source = pipeline();
  source.fanning_factor = 0.0025;
  const Fluid gas(methane());
  const sise::PipelineDecay decay = pipeline_sides(source, ideal_gas_of(gas), kAmbient_Pa).front();
  const double sound = std::sqrt(1.31 * 8.31446261815324 / 0.016043 * 288.15);
  BOOST_TEST(decay.time_constant_s == 0.67 * std::sqrt(1.31 * 0.01 * 10000.0 / 0.5) * 10000.0 / sound, kTight);
  BOOST_TEST(decay.ratio() < 1.0);
}

BOOST_AUTO_TEST_CASE(mass_balance_of_a_rupture) {
  for (const double break_at_m : {0.0, 2500.0, 5000.0}) {
    PipeSource source = pipeline();
    source.break_at_m = break_at_m;
    const ReleaseHistory history = rupture(source);
    const double integrated = sise::test::integrated_kg([&](const std::vector<double>& moments) {
      PipeSource asked = source;
      asked.also_at_s = moments;
      return rupture(asked);
    });
    const double volume_m3 = 10000.0 * sise::hole_area_m2(0.5);
    const double gas_constant = 8.31446261815324 / 0.016043;
    BOOST_TEST(history.initial_kg == 40e5 * volume_m3 / (gas_constant * 288.15), kTight);
    // What stays is the gas law at ambient pressure.
    BOOST_TEST(integrated + kAmbient_Pa * volume_m3 / (gas_constant * 288.15) == history.initial_kg,
               boost::test_tools::tolerance(1e-6));
    BOOST_TEST(history.steps.back().pressure_Pa == kAmbient_Pa, kTight);
    BOOST_TEST(history.total_kg < history.initial_kg);
  }
}

BOOST_AUTO_TEST_CASE(a_break_in_the_middle_has_two_equal_sides) {
  PipeSource middle = pipeline();
  middle.break_at_m = 5000.0;
  PipeSource half = pipeline();
  half.length_m = 5000.0;
  middle.also_at_s = half.also_at_s = {30.0};
  BOOST_TEST(state_at(rupture(middle), 30.0).rate_kg_s == 2.0 * state_at(rupture(half), 30.0).rate_kg_s, kTight);
}

BOOST_AUTO_TEST_CASE(isolation_stops_a_rupture) {
  PipeSource source = pipeline();
  source.stop_after_s = 120.0;
  const ReleaseHistory history = rupture(source);
  BOOST_TEST(history.duration_s == 120.0);
  BOOST_TEST(history.total_kg < rupture(pipeline()).total_kg);
}

BOOST_AUTO_TEST_CASE(a_short_pipe_is_told) {
  PipeSource source = pipeline();
  source.length_m = 20.0;
  BOOST_TEST(warns(rupture(source), "short_pipe"));
  BOOST_TEST(!warns(rupture(pipeline()), "short_pipe"));
}

BOOST_AUTO_TEST_CASE(a_fed_pipe_lasts_as_long_as_its_vessel) {
  PipeSource source = pipeline();
  source.length_m = 100.0;
  source.inventory_kg = 5000.0;
  const ReleaseHistory history = fed_pipe_release(source, PipeCase::adiabatic, Fluid(methane()), kAmbient_Pa);
  BOOST_TEST(history.total_kg == 5000.0, kTight);
  BOOST_TEST(history.steps.front().rate_kg_s * history.duration_s == 5000.0, kTight);
  source.stop_after_s = 0.1;
  const ReleaseHistory stopped = fed_pipe_release(source, PipeCase::adiabatic, Fluid(methane()), kAmbient_Pa);
  BOOST_TEST(stopped.duration_s == 0.1);
  BOOST_TEST(stopped.total_kg + stopped.remaining_kg == 5000.0, kTight);
  source.inventory_kg.reset();
  source.stop_after_s.reset();
  BOOST_TEST(sise::test::error_of([&] {
               return fed_pipe_release(source, PipeCase::isothermal, Fluid(methane()), kAmbient_Pa);
             }) == "missing_key");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused) {
  PipeSource source = pipeline();
  source.pressure_Pa = 0.9e5;
  BOOST_TEST(error_of(source) == "no_overpressure");
  source = pipeline();
  source.break_at_m = 10000.0;
  BOOST_TEST(error_of(source) == "parameter_out_of_range");
  source = pipeline();
  source.roughness_m = 0.2;
  BOOST_TEST(error_of(source) == "parameter_out_of_range");
  source = pipeline();
  source.diameter_m = 0.0;
  BOOST_TEST(error_of(source) == "parameter_out_of_range");
}

BOOST_AUTO_TEST_SUITE_END()
