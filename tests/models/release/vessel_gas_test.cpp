#include "models/release/vessel_gas.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/base/error.hpp"
#include "models/release/orifice.hpp"
#include "tests/models/release/release_fixtures.hpp"

using sise::Fluid;
using sise::GasExpansion;
using sise::GasVesselSource;
using sise::ReleaseHistory;
using sise::test::warns;

namespace {

constexpr double kVesselGasAmbient_Pa = 101325.0;
const auto kVesselGasTight = boost::test_tools::tolerance(1e-9);

GasVesselSource bottle(GasExpansion expansion = GasExpansion::adiabatic) {
  return {
      .hole_diameter_m = 0.01, .pressure_Pa = 20e5, .temperature_K = 293.15, .volume_m3 = 2.0, .expansion = expansion};
}

ReleaseHistory release(const GasVesselSource& source) {
  return gas_vessel_release(source, Fluid(sise::test::nitrogen()), kVesselGasAmbient_Pa);
}

std::string error_of(const GasVesselSource& source, const sise::Substance& substance) {
  return sise::test::error_of([&] { return gas_vessel_release(source, Fluid(substance), kVesselGasAmbient_Pa); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vessel_gas)

// Fliegner 1874: choked air, lb/s = 0.532 A p / sqrt(T) with in2, psia and degrees Rankine. Air: 0.0289647 kg/mol, 1.4.
BOOST_AUTO_TEST_CASE(fliegner_choked_air) {
  const sise::IdealGas air{8.31446261815324 / 0.0289647, 1.4};
  const double pound = 0.45359237;
  const double psi = 6894.757293168;
  const double square_inch = 0.0254 * 0.0254;
  const double flux = gas_flux_kg_m2_s(air, 100.0 * psi, 519.67 / 1.8, 14.696 * psi);
  BOOST_TEST(flux * square_inch / pound == 0.532 * 100.0 / std::sqrt(519.67), boost::test_tools::tolerance(1e-3));
}

// Textbook value of the critical pressure ratio of a diatomic gas.
BOOST_AUTO_TEST_CASE(diatomic_gas_chokes_at_0_528) {
  BOOST_TEST(sise::critical_pressure_ratio(1.4) == 0.5283, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(sise::is_choked(2.0e5, 1.0e5, 1.4));
  BOOST_TEST(!sise::is_choked(1.8e5, 1.0e5, 1.4));
}

// HJ 169-2018 F.2-F.4 with Y, written out.
BOOST_AUTO_TEST_CASE(hj169_factor_y_below_choking) {
  const double gamma = 1.31;
  const sise::IdealGas gas{488.2, gamma};
  const double p = 1.5e5;
  const double r = kVesselGasAmbient_Pa / p;
  const double full = p * std::sqrt(gamma / (gas.specific_gas_constant_J_kgK * 300.0) *
                                    std::pow(2.0 / (gamma + 1.0), (gamma + 1.0) / (gamma - 1.0)));
  const double y = std::pow(r, 1.0 / gamma) * std::sqrt(1.0 - std::pow(r, (gamma - 1.0) / gamma)) *
                   std::sqrt(2.0 / (gamma - 1.0) * std::pow((gamma + 1.0) / 2.0, (gamma + 1.0) / (gamma - 1.0)));
  BOOST_TEST(gas_flux_kg_m2_s(gas, p, 300.0, kVesselGasAmbient_Pa) == y * full, kVesselGasTight);
  BOOST_TEST(gas_flux_kg_m2_s(gas, 8e5, 300.0, kVesselGasAmbient_Pa) == full / p * 8e5, kVesselGasTight);
}

BOOST_AUTO_TEST_CASE(flow_is_continuous_where_it_chokes) {
  const sise::IdealGas gas{300.0, 1.25};
  const double p = kVesselGasAmbient_Pa / sise::critical_pressure_ratio(1.25);
  const double below = gas_flux_kg_m2_s(gas, p * (1.0 - 1e-9), 300.0, kVesselGasAmbient_Pa);
  const double above = gas_flux_kg_m2_s(gas, p * (1.0 + 1e-9), 300.0, kVesselGasAmbient_Pa);
  BOOST_TEST(below == above, boost::test_tools::tolerance(1e-8));
}

BOOST_AUTO_TEST_CASE(little_overpressure_flows_by_bernoulli) {
  const sise::IdealGas gas{296.8, 1.4};
  const double density = kVesselGasAmbient_Pa / (296.8 * 293.15);
  BOOST_TEST(
      gas_flux_kg_m2_s(gas, kVesselGasAmbient_Pa + 1.0, 293.15, kVesselGasAmbient_Pa) == std::sqrt(2.0 * density * 1.0),
      boost::test_tools::tolerance(1e-4));
  BOOST_TEST(gas_flux_kg_m2_s(gas, kVesselGasAmbient_Pa, 293.15, kVesselGasAmbient_Pa) == 0.0);
  BOOST_TEST(gas_flux_kg_m2_s(gas, 0.5 * kVesselGasAmbient_Pa, 293.15, kVesselGasAmbient_Pa) == 0.0);
}

// While it is choked: m/m0 = exp(-k t) at constant temperature, [1 + (gamma-1)/2 k t]^(-2/(gamma-1)) without heat.
BOOST_AUTO_TEST_CASE(choked_blow_down_in_closed_form) {
  for (const GasExpansion expansion : {GasExpansion::isothermal, GasExpansion::adiabatic}) {
    GasVesselSource source = bottle(expansion);
    source.also_at_s = {1.0, 20.0, 100.0};
    const ReleaseHistory history = release(source);
    const double k = history.steps.front().rate_kg_s / history.initial_kg;
    for (const double t : source.also_at_s) {
      const double share = expansion == GasExpansion::isothermal ? std::exp(-k * t) : std::pow(1.0 + 0.2 * k * t, -5.0);
      const sise::ReleaseStep step = state_at(history, t);
      BOOST_TEST(step.time_s == t);
      BOOST_TEST(step.released_kg == history.initial_kg * (1.0 - share), kVesselGasTight);
      const double exponent = expansion == GasExpansion::isothermal ? 1.0 : 1.4;
      BOOST_TEST(step.pressure_Pa == 20e5 * std::pow(share, exponent), kVesselGasTight);
      BOOST_TEST(step.temperature_K == 293.15 * std::pow(share, exponent - 1.0), kVesselGasTight);
    }
  }
}

// Released by integrating the rate, remaining by the gas law: two ways that meet.
BOOST_AUTO_TEST_CASE(mass_balance) {
  for (const GasExpansion expansion : {GasExpansion::isothermal, GasExpansion::adiabatic}) {
    const ReleaseHistory history = release(bottle(expansion));
    const double integrated = sise::test::integrated_kg([&](const std::vector<double>& moments) {
      GasVesselSource source = bottle(expansion);
      source.also_at_s = moments;
      return release(source);
    });
    const double gas_constant = 8.31446261815324 / 0.0280134;
    const sise::ReleaseStep& last = history.steps.back();
    const double initial = 20e5 * 2.0 / (gas_constant * 293.15);
    const double remaining = last.pressure_Pa * 2.0 / (gas_constant * last.temperature_K);
    BOOST_TEST(history.initial_kg == initial, kVesselGasTight);
    BOOST_TEST(history.remaining_kg == remaining, kVesselGasTight);
    BOOST_TEST(integrated + remaining == initial, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(last.pressure_Pa == kVesselGasAmbient_Pa, kVesselGasTight);
    BOOST_TEST(last.rate_kg_s == 0.0);
  }
}

BOOST_AUTO_TEST_CASE(isothermal_vessel_lets_out_less_than_an_adiabatic_one_keeps) {
  const ReleaseHistory warm = release(bottle(GasExpansion::isothermal));
  const ReleaseHistory cold = release(bottle(GasExpansion::adiabatic));
  BOOST_TEST(warm.total_kg > cold.total_kg);  // cold gas at ambient pressure is denser
  BOOST_TEST(warm.duration_s > cold.duration_s);
  BOOST_TEST(warm.steps.front().rate_kg_s == cold.steps.front().rate_kg_s, kVesselGasTight);
}

BOOST_AUTO_TEST_CASE(more_hole_or_pressure_lets_out_more) {
  double last = 0.0;
  for (const double hole_m : {0.002, 0.005, 0.01, 0.03}) {
    GasVesselSource source = bottle();
    source.hole_diameter_m = hole_m;
    source.stop_after_s = 30.0;
    BOOST_TEST(release(source).total_kg > last);
    last = release(source).total_kg;
  }
  double rate = 0.0;
  for (const double pressure_Pa : {1.02e5, 1.3e5, 1.9e5, 2.5e5, 60e5}) {
    GasVesselSource source = bottle();
    source.pressure_Pa = pressure_Pa;
    BOOST_TEST(release(source).steps.front().rate_kg_s > rate);
    rate = release(source).steps.front().rate_kg_s;
  }
}

BOOST_AUTO_TEST_CASE(isolation_ends_the_release_with_its_rate) {
  GasVesselSource source = bottle();
  source.stop_after_s = 50.0;
  const ReleaseHistory history = release(source);
  BOOST_TEST(history.duration_s == 50.0);
  BOOST_TEST(history.steps.back().rate_kg_s > 0.0);
  BOOST_TEST(state_at(history, 50.1).rate_kg_s == 0.0);
  source.stop_after_s = 1e6;
  BOOST_TEST(release(source).duration_s < 1e6);
}

BOOST_AUTO_TEST_CASE(puffs_of_equal_mass_add_up) {
  const ReleaseHistory history = release(bottle());
  const auto rates = equal_masses(history, 7);
  double mass = 0.0;
  for (std::size_t i = 0; i + 1 < rates.size(); ++i)
    mass += rates[i].rate_kg_s * (rates[i + 1].from_s - rates[i].from_s);
  BOOST_TEST(rates.size() == 8U);
  BOOST_TEST(rates.back().rate_kg_s == 0.0);
  BOOST_TEST(mass == history.total_kg, kVesselGasTight);
}

BOOST_AUTO_TEST_CASE(mean_rates_fall_with_the_window) {
  const ReleaseHistory history = release(bottle());
  BOOST_TEST(mean_rate_kg_s(history, 10.0) < history.steps.front().rate_kg_s);
  BOOST_TEST(mean_rate_kg_s(history, 100.0) < mean_rate_kg_s(history, 10.0));
  BOOST_TEST(mean_rate_kg_s(history, 1e9) == history.total_kg / history.duration_s, kVesselGasTight);
}

BOOST_AUTO_TEST_CASE(what_cannot_flow_is_refused) {
  const sise::Substance gas = sise::test::nitrogen();
  GasVesselSource source = bottle();
  source.pressure_Pa = kVesselGasAmbient_Pa;
  BOOST_TEST(error_of(source, gas) == "no_overpressure");
  source = bottle();
  source.hole_diameter_m = 1.6;  // the vessel is a sphere of 1.56 m
  BOOST_TEST(error_of(source, gas) == "hole_larger_than_vessel");
  source = bottle();
  source.temperature_K = 20.0;
  BOOST_TEST(error_of(source, sise::test::propane()) == "below_melting");
  source = bottle();
  source.discharge_coefficient = 1.1;
  BOOST_TEST(error_of(source, gas) == "parameter_out_of_range");
  source = bottle();
  BOOST_TEST(error_of(source, sise::test::substance("smoke", {{"molar_mass_kg_mol", 0.03}})) == "missing_property");
}

BOOST_AUTO_TEST_CASE(missing_property_is_named_with_what_it_is_for) {
  try {
    static_cast<void>(gas_vessel_release(bottle(), Fluid(sise::test::substance("smoke", {{"gas_gamma", 1.3}})),
                                         kVesselGasAmbient_Pa));
    BOOST_FAIL("no error");
  } catch (const sise::ModelError& error) {
    BOOST_TEST(error.diagnostics().front().message.en.find("molar_mass_kg_mol") != std::string::npos);
    BOOST_TEST(error.diagnostics().front().message.en.find("smoke") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_cooling_vapour_that_condenses_is_told) {
  GasVesselSource source = bottle();
  source.pressure_Pa = 5e5;
  BOOST_TEST(
      warns(gas_vessel_release(source, Fluid(sise::test::chlorine()), kVesselGasAmbient_Pa), "expansion_condenses"));
  source.expansion = GasExpansion::isothermal;
  BOOST_TEST(
      !warns(gas_vessel_release(source, Fluid(sise::test::chlorine()), kVesselGasAmbient_Pa), "expansion_condenses"));
}

BOOST_AUTO_TEST_CASE(a_gas_that_is_not_ideal_is_told) {
  GasVesselSource source = bottle();
  source.pressure_Pa = 8e5;
  BOOST_TEST(warns(gas_vessel_release(source, Fluid(sise::test::propane()), kVesselGasAmbient_Pa), "gas_not_ideal"));
  source.pressure_Pa = 2e5;
  BOOST_TEST(!warns(gas_vessel_release(source, Fluid(sise::test::propane()), kVesselGasAmbient_Pa), "gas_not_ideal"));
}

BOOST_AUTO_TEST_CASE(above_the_critical_point_is_told) {
  GasVesselSource source = bottle();
  source.pressure_Pa = 60e5;
  source.temperature_K = 420.0;
  BOOST_TEST(warns(gas_vessel_release(source, Fluid(sise::test::propane()), kVesselGasAmbient_Pa), "above_critical"));
}

BOOST_AUTO_TEST_SUITE_END()
