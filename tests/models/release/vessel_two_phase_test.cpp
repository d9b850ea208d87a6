#include "models/release/vessel_two_phase.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "models/release/boiling_path.hpp"
#include "models/release/orifice.hpp"
#include "tests/models/release/release_fixtures.hpp"

using sise::Fluid;
using sise::ReleaseHistory;
using sise::TwoPhaseFlow;
using sise::TwoPhaseUpstream;
using sise::TwoPhaseVesselSource;
using sise::test::warns;

namespace {

constexpr double kVesselTwoPhaseAmbient_Pa = 101325.0;
const auto kVesselTwoPhaseTight = boost::test_tools::tolerance(1e-9);

TwoPhaseVesselSource bullet() {
  const Fluid propane(sise::test::propane());
  return {.hole_diameter_m = 0.05,
          .pressure_Pa = propane.vapour_pressure_Pa(293.15),
          .temperature_K = 293.15,
          .inventory_kg = 20000.0,
          .volume_m3 = 50.0};
}

ReleaseHistory release(const TwoPhaseVesselSource& source) {
  return two_phase_vessel_release(source, Fluid(sise::test::propane()), kVesselTwoPhaseAmbient_Pa);
}

std::string error_of(const TwoPhaseVesselSource& source) {
  return sise::test::error_of([&] { return release(source); });
}

TwoPhaseUpstream saturated(const Fluid& fluid, double temperature_K) {
  return {fluid.vapour_pressure_Pa(temperature_K), temperature_K, kVesselTwoPhaseAmbient_Pa};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vessel_two_phase)

// Crowl and Louvar, Chemical Process Safety, example 4-9: propylene at 25 C through a hole of 1 cm by the equilibrium
// rate model; Hv 3.34e5 J/kg, vfg 0.042 m3/kg, cp 2.18e3 J/(kg K). The book has 0.774 kg/s. Confidence: recalled,
// reproduced.
BOOST_AUTO_TEST_CASE(crowl_louvar_propylene_equilibrium_rate) {
  const double flux = sise::equilibrium_rate_kg_m2_s(3.34e5, 0.042, 2.18e3, 298.0);
  BOOST_TEST(flux * sise::hole_area_m2(0.01) == 0.774, boost::test_tools::tolerance(0.002));
}

// Leung's equation: eta rises with omega; about 0.55 near omega = 0.8 ("0.55 pc") and 0.6 at omega = 1, where the model
// is that of an isothermal ideal gas, eta = exp(-1/2).
BOOST_AUTO_TEST_CASE(critical_ratio_of_the_omega_equation) {
  BOOST_TEST(sise::omega_critical_ratio(1.0) == std::exp(-0.5), kVesselTwoPhaseTight);
  double last = 0.0;
  for (const double omega : {0.3, 1.0, 2.0, 5.0, 20.0, 60.0}) {
    BOOST_TEST(sise::omega_critical_ratio(omega) > last);
    last = sise::omega_critical_ratio(omega);
  }
  BOOST_TEST(last < 1.0);
}

// Two ways to the choked flux of a saturated liquid: the maximum over eta, and the root with G = eta sqrt(p rho /
// omega).
BOOST_AUTO_TEST_CASE(omega_flux_is_that_of_the_critical_ratio) {
  const Fluid propane(sise::test::propane());
  const TwoPhaseUpstream upstream = saturated(propane, 293.15);
  const double omega = omega_parameter(propane, 293.15);
  const double root = sise::omega_critical_ratio(omega) *
                      std::sqrt(upstream.pressure_Pa * propane.liquid_density_kg_m3(293.15) / omega);
  BOOST_TEST(omega_flux_kg_m2_s(propane, upstream) == root, kVesselTwoPhaseTight);
}

// HJ 169-2018 F.5-F.8 written out at 0.55 of the vapour pressure.
BOOST_AUTO_TEST_CASE(hj169_f6) {
  const Fluid chlorine(sise::test::chlorine());
  const TwoPhaseUpstream upstream = saturated(chlorine, 293.15);
  const double pc = 0.55 * upstream.pressure_Pa;
  const double tc = chlorine.boiling_temperature_K(pc);
  const double fv = 927.2 * (293.15 - tc) / chlorine.heat_of_vaporization_J_kg(tc);
  const double volume = fv / chlorine.vapour_density_kg_m3(tc, pc) + (1.0 - fv) / 1408.9;
  BOOST_TEST(hj169_flux_kg_m2_s(chlorine, upstream) == std::sqrt(2.0 / volume * (upstream.pressure_Pa - pc)),
             kVesselTwoPhaseTight);
}

BOOST_AUTO_TEST_CASE(a_subcooled_liquid_flows_like_one) {
  const Fluid propane(sise::test::propane());
  const double high_Pa = 60e5;
  const double t = 240.0;  // 1.5 bar of its own
  const TwoPhaseUpstream upstream{high_Pa, t, kVesselTwoPhaseAmbient_Pa};
  const double own_Pa = propane.vapour_pressure_Pa(t);
  const double bernoulli = std::sqrt(2.0 * propane.liquid_density_kg_m3(t) * (high_Pa - own_Pa));
  BOOST_TEST(hj169_flux_kg_m2_s(propane, upstream) == bernoulli, kVesselTwoPhaseTight);
  BOOST_TEST(omega_flux_kg_m2_s(propane, upstream) == bernoulli, boost::test_tools::tolerance(0.01));
  BOOST_TEST(fauske_flux_kg_m2_s(propane, upstream, 1.0) == bernoulli, boost::test_tools::tolerance(0.01));
}

// Without pipe no time to boil: Bernoulli to ambient. From 0.1 m on the equilibrium rate, whatever the length.
BOOST_AUTO_TEST_CASE(fauske_goes_from_bernoulli_to_equilibrium) {
  const Fluid propane(sise::test::propane());
  const TwoPhaseUpstream upstream = saturated(propane, 293.15);
  const double density = propane.liquid_density_kg_m3(293.15);
  BOOST_TEST(fauske_flux_kg_m2_s(propane, upstream, 0.0) ==
                 std::sqrt(2.0 * density * (upstream.pressure_Pa - kVesselTwoPhaseAmbient_Pa)),
             kVesselTwoPhaseTight);
  double last = 1e9;
  for (const double length_m : {0.0, 0.02, 0.05, 0.1}) {
    BOOST_TEST(fauske_flux_kg_m2_s(propane, upstream, length_m) < last);
    last = fauske_flux_kg_m2_s(propane, upstream, length_m);
  }
  BOOST_TEST(fauske_flux_kg_m2_s(propane, upstream, 3.0) == last);
}

// Three models of the same flow of a saturated liquid agree within a factor of 1.5, and lie between gas and liquid
// flow.
BOOST_AUTO_TEST_CASE(the_models_agree_roughly_on_a_saturated_liquid) {
  const Fluid propane(sise::test::propane());
  const TwoPhaseUpstream upstream = saturated(propane, 293.15);
  const double omega = omega_flux_kg_m2_s(propane, upstream);
  BOOST_TEST(hj169_flux_kg_m2_s(propane, upstream) / omega < 1.5);
  BOOST_TEST(hj169_flux_kg_m2_s(propane, upstream) / omega > 1.0 / 1.5);
  BOOST_TEST(fauske_flux_kg_m2_s(propane, upstream, 0.2) / omega < 1.5);
  BOOST_TEST(fauske_flux_kg_m2_s(propane, upstream, 0.2) / omega > 1.0 / 1.5);
}

BOOST_AUTO_TEST_CASE(flux_is_continuous_where_boiling_in_the_hole_begins) {
  const Fluid propane(sise::test::propane());
  const double t = 293.15;
  const double edge_Pa = propane.vapour_pressure_Pa(t) / 0.55;
  const double below = hj169_flux_kg_m2_s(propane, {edge_Pa * (1.0 - 1e-9), t, kVesselTwoPhaseAmbient_Pa});
  const double above = hj169_flux_kg_m2_s(propane, {edge_Pa * (1.0 + 1e-9), t, kVesselTwoPhaseAmbient_Pa});
  BOOST_TEST(below == above, boost::test_tools::tolerance(1e-6));
}

// The vessel's energy: heat that the liquid gave equals heat that boiling took, along the whole path.
BOOST_AUTO_TEST_CASE(boiling_path_keeps_energy_and_mass) {
  const Fluid propane(sise::test::propane());
  const double volume_m3 = 50.0;
  const double liquid_m3 = 40.0;
  const sise::BoilingPath path = sise::BoilingPath::of_draining(propane, 293.15, liquid_m3, volume_m3);
  const auto vapour_kg = [&](const sise::BoilingState& s) {
    const double p = propane.vapour_pressure_Pa(s.temperature_K);
    return propane.vapour_density_kg_m3(s.temperature_K, p) * (volume_m3 - s.liquid_m3);
  };
  double given_J = 0.0;
  double taken_J = 0.0;
  constexpr int kParts = 4000;
  sise::BoilingState before = path.at(path.start_kg());
  for (int i = 1; i <= kParts; ++i) {
    const double content = path.start_kg() + (path.end_kg() - path.start_kg()) * i / kParts;
    const sise::BoilingState now = path.at(content);
    const double middle_K = 0.5 * (before.temperature_K + now.temperature_K);
    const double liquid_kg = propane.liquid_density_kg_m3(middle_K) * 0.5 * (before.liquid_m3 + now.liquid_m3);
    given_J += liquid_kg * 2252.0 * (before.temperature_K - now.temperature_K);
    taken_J += propane.heat_of_vaporization_J_kg(middle_K) * (vapour_kg(now) - vapour_kg(before));
    BOOST_TEST(propane.liquid_density_kg_m3(now.temperature_K) * now.liquid_m3 + vapour_kg(now) == content,
               boost::test_tools::tolerance(1e-8));
    before = now;
  }
  BOOST_TEST(given_J == taken_J, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(std::abs(before.liquid_m3) < 1e-9);
}

// Released by integrating the rate; remaining from the vessel's last pressure and temperature.
BOOST_AUTO_TEST_CASE(mass_balance) {
  for (const TwoPhaseFlow flow : {TwoPhaseFlow::hj169, TwoPhaseFlow::omega, TwoPhaseFlow::fauske}) {
    TwoPhaseVesselSource made = bullet();
    made.flow = flow;
    made.pipe_length_m = 0.05;
    const ReleaseHistory history = release(made);
    const double integrated = sise::test::integrated_kg([&](const std::vector<double>& moments) {
      TwoPhaseVesselSource source = made;
      source.also_at_s = moments;
      return release(source);
    });
    BOOST_TEST(history.initial_kg == 20000.0, kVesselTwoPhaseTight);
    BOOST_TEST(integrated + history.remaining_kg == 20000.0, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(history.steps.back().pressure_Pa == kVesselTwoPhaseAmbient_Pa, boost::test_tools::tolerance(1e-6));
  }
}

// With constant properties the liquid left is exp(-cp dT/Hv): within what Hv changes on the way.
BOOST_AUTO_TEST_CASE(venting_boils_off_what_cooling_pays_for) {
  TwoPhaseVesselSource source = bullet();
  source.hole_in = sise::HolePlace::vapour;
  source.volume_m3 = 41.0;  // almost full: hardly any vapour at the start
  const ReleaseHistory history = release(source);
  const Fluid propane(sise::test::propane());
  const double boiling_K = propane.boiling_temperature_K(kVesselTwoPhaseAmbient_Pa);
  const auto left = [&](double heat) { return std::exp(-2252.0 * (293.15 - boiling_K) / heat); };
  BOOST_TEST(history.remaining_kg / 20000.0 > left(propane.heat_of_vaporization_J_kg(293.15)));
  BOOST_TEST(history.remaining_kg / 20000.0 < left(propane.heat_of_vaporization_J_kg(boiling_K)));
  BOOST_TEST(history.steps.back().temperature_K == boiling_K, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(history.steps.front().vapour_fraction == 1.0);
  BOOST_TEST(history.steps.front().rate_kg_s < release(bullet()).steps.front().rate_kg_s);
}

BOOST_AUTO_TEST_CASE(mass_balance_of_venting) {
  TwoPhaseVesselSource made = bullet();
  made.hole_in = sise::HolePlace::vapour;
  const double integrated = sise::test::integrated_kg([&](const std::vector<double>& moments) {
    TwoPhaseVesselSource source = made;
    source.also_at_s = moments;
    return release(source);
  });
  BOOST_TEST(integrated + release(made).remaining_kg == 20000.0, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(the_vessel_cools_and_its_pressure_falls) {
  const ReleaseHistory history = release(bullet());
  for (std::size_t i = 1; i < history.steps.size(); ++i) {
    BOOST_TEST(history.steps[i].temperature_K <= history.steps[i - 1].temperature_K * (1.0 + 1e-12));
    BOOST_TEST(history.steps[i].pressure_Pa <= history.steps[i - 1].pressure_Pa * (1.0 + 1e-12));
    BOOST_TEST(history.steps[i].time_s >= history.steps[i - 1].time_s);
  }
  BOOST_TEST(history.steps.front().temperature_K == 293.15);
}

BOOST_AUTO_TEST_CASE(vapour_follows_the_liquid) {
  const ReleaseHistory history = release(bullet());
  BOOST_TEST(history.steps.back().vapour_fraction == 1.0);
  BOOST_TEST(history.steps.front().vapour_fraction < 0.5);
  BOOST_TEST(history.remaining_kg < 0.01 * 20000.0);
}

BOOST_AUTO_TEST_CASE(a_liquid_just_above_its_boiling_point_stops_when_it_has_cooled) {
  TwoPhaseVesselSource source = bullet();
  source.temperature_K = 232.0;
  const Fluid propane(sise::test::propane());
  source.pressure_Pa = propane.vapour_pressure_Pa(232.0);
  const ReleaseHistory history = release(source);
  BOOST_TEST(history.remaining_kg > 100.0);
  BOOST_TEST(history.steps.back().pressure_Pa == kVesselTwoPhaseAmbient_Pa + 10.0, kVesselTwoPhaseTight);
}

BOOST_AUTO_TEST_CASE(padding_gas_pushes_harder) {
  TwoPhaseVesselSource source = bullet();
  const double own = release(source).steps.front().rate_kg_s;
  source.pressure_Pa *= 1.5;
  const ReleaseHistory padded = release(source);
  BOOST_TEST(padded.steps.front().rate_kg_s > own);
  BOOST_TEST(warns(padded, "padding_left_out"));
}

BOOST_AUTO_TEST_CASE(more_hole_empties_sooner) {
  double last = 1e9;
  for (const double hole_m : {0.01, 0.03, 0.1}) {
    TwoPhaseVesselSource source = bullet();
    source.hole_diameter_m = hole_m;
    BOOST_TEST(release(source).duration_s < last);
    last = release(source).duration_s;
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused) {
  TwoPhaseVesselSource source = bullet();
  source.temperature_K = 380.0;
  BOOST_TEST(error_of(source) == "above_critical");
  source = bullet();
  source.temperature_K = 80.0;
  BOOST_TEST(error_of(source) == "below_melting");
  source = bullet();
  source.pressure_Pa = 4e5;
  BOOST_TEST(error_of(source) == "below_vapour_pressure");
  source = bullet();
  source.inventory_kg = 26000.0;
  BOOST_TEST(error_of(source) == "inventory_exceeds_volume");
  source = bullet();
  source.inventory_kg = 100.0;
  BOOST_TEST(error_of(source) == "no_liquid");
  source = bullet();
  source.pressure_Pa = kVesselTwoPhaseAmbient_Pa;
  BOOST_TEST(error_of(source) == "no_overpressure");
  source = bullet();
  source.hole_diameter_m = 5.0;
  BOOST_TEST(error_of(source) == "hole_larger_than_vessel");
}

BOOST_AUTO_TEST_SUITE_END()
