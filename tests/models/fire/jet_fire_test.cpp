#include "models/fire/jet_fire.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"
#include "tests/support/forward_scan.hpp"

using sise::ChamberlainJet;
using sise::JetFireSource;
using sise::Receiver;

namespace {

JetFireSource methane(double angle_deg = 90.0) {
  JetFireSource source;
  source.rate_kg_s = 10.0;
  source.jet_velocity_m_s = 250.0;
  source.jet_angle_deg = angle_deg;
  source.height_m = 10.0;
  source.molar_mass_kg_mol = 0.01604;
  source.heat_of_combustion_J_kg = 50.03e6;
  source.jet_density_kg_m3 = 0.67;
  return source;
}

void near_jet(double computed, double published) {
  BOOST_TEST(computed == published, boost::test_tools::tolerance(0.01));
}

sise::ModelInput api_case() {
  sise::ModelInput input;
  input.settings.set("rate_kg_s", 12.6);
  input.settings.set("heat_of_combustion_J_kg", 50e6);
  input.settings.set("radiative_fraction", 0.3);
  input.settings.set("method", std::string("point_source"));
  for (const auto group :
       {sise::ParameterGroup::source, sise::ParameterGroup::weather, sise::ParameterGroup::options}) {
    fill_defaults(input.settings, sise::find_model("jet_fire")->descriptor, group);
  }
  return input;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(jet_fire)

// API 521: 6.3e5 kW, a fraction of 0.3, 6.3 kW/m2 at 48.8 m.
BOOST_AUTO_TEST_CASE(api_521_distance_to_6_3_kw_m2) {
  near_jet(sise::find_model("jet_fire")->find(api_case(), {"radiation_w_m2", 6300.0, {}}).distance_m.value(), 48.8);
}

BOOST_AUTO_TEST_CASE(api_521_radiation_at_48_8_m) {
  near_jet(sise::point_source_radiation_w_m2(6.3e8, 0.3, 48.8), 6300.0);
}

// API 521: 0.00604 Q^0.4776 in ft and Btu/h; a flare of 1e9 Btu/h is 120 ft long.
BOOST_AUTO_TEST_CASE(api_521_flame_length) { near_jet(sise::api_flame_length_m(1e9 / 3.412142) / 0.3048, 120.3); }

// CPQRA section 2.2.6: a methane jet flame is 200 openings long.
BOOST_AUTO_TEST_CASE(cpqra_methane_flame_length_ratio) {
  near_jet(sise::turbulent_flame_length_ratio(0.095, 7.4, 1.0, 28.97 / 16.04), 200.0);
}

// CPQRA example for 25 mm and 100 bar gauge: 8.4 kg/s, L = 5 m, 22 kW/m2 at 15 m.
BOOST_AUTO_TEST_CASE(cpqra_jet_fire_at_15_m) {
  const double from_middle_m = std::hypot(2.5, 15.0);
  const sise::Transmissivity air(sise::TransmissivityFormula::bagster, 2810.0 / sise::saturated_vapour_pa(293.15),
                                 293.15);
  BOOST_TEST(sise::point_source_radiation_w_m2(8.4 * 50e6, 0.2, from_middle_m, air) == 22e3,
             boost::test_tools::tolerance(0.03));
}

// Chamberlain 1987: both forms of the tilt meet at Rw = 0.05.
BOOST_AUTO_TEST_CASE(tilt_is_continuous_where_its_form_changes) {
  const auto tilt = [](double wind) { return ChamberlainJet(methane(), {wind, 1.2}).tilt_deg(); };
  BOOST_TEST(tilt(12.5001) == tilt(12.4999), boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(still_air_flame_is_upright_and_symmetric) {
  const ChamberlainJet jet(methane(), {});
  BOOST_TEST(jet.tilt_deg() == 0.0);
  BOOST_TEST(jet.lift_off_m() == 0.2 * jet.flame_length_m(), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(flame_of_a_large_methane_jet_has_the_length_of_a_flare) {
  const double length_m = ChamberlainJet(methane(), {}).flame_length_m();
  BOOST_TEST(length_m > 0.5 * sise::api_flame_length_m(10.0 * 50.03e6));
  BOOST_TEST(length_m < 2.0 * sise::api_flame_length_m(10.0 * 50.03e6));
}

// The length of a flame in still air solves Chamberlain's equation for Y.
BOOST_AUTO_TEST_CASE(length_solves_the_published_equation) {
  const double ds = std::sqrt(4.0 * 10.0 / (std::numbers::pi * 1.2 * 250.0));
  const double y = ChamberlainJet(methane(), {0.0, 1.2}).flame_length_m() / ds;
  const double w = 0.01604 / (15.816 * 0.01604 + 0.0395);
  const double left =
      0.024 * std::cbrt(9.80665 * ds / (250.0 * 250.0)) * std::pow(y, 5.0 / 3.0) + 0.2 * std::pow(y, 2.0 / 3.0);
  BOOST_TEST(left == std::pow(2.85 / w, 2.0 / 3.0), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(wind_bends_the_flame_and_shortens_it) {
  double tilt = 0.0;
  double length_m = ChamberlainJet(methane(), {}).flame_length_m();
  for (const double wind : {2.0, 5.0, 10.0, 15.0}) {
    const ChamberlainJet jet(methane(), {wind, 1.2});
    BOOST_TEST(jet.tilt_deg() > tilt);
    BOOST_TEST(jet.flame_length_m() < length_m);
    tilt = jet.tilt_deg();
    length_m = jet.flame_length_m();
  }
}

// Far away the frustum is a source of its radiated heat times its silhouette's share of the surface.
BOOST_AUTO_TEST_CASE(radiation_falls_with_the_square_of_the_distance) {
  const ChamberlainJet jet(methane(), {5.0, 1.2});
  const double far = jet.radiation_w_m2(4000.0, Receiver::facing);
  BOOST_TEST(jet.radiation_w_m2(8000.0, Receiver::facing) == 0.25 * far, boost::test_tools::tolerance(0.02));
  const double even = 0.21 * std::exp(-0.00323 * 250.0) + 0.11;
  const double as_point = sise::point_source_radiation_w_m2(10.0 * 50.03e6, even, 4000.0);
  BOOST_TEST(far == as_point, boost::test_tools::tolerance(0.5));
}

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan) {
  for (const double angle : {0.0, 45.0, 90.0}) {
    for (const double wind : {0.0, 6.0}) {
      const ChamberlainJet jet(methane(angle), {wind, 1.2});
      for (const double radiation : {2e3, 6e3, 12.5e3}) {
        const auto found = jet.distance_to_m(radiation, Receiver::facing);
        const auto coarse = sise::test::outermost_by_scan(
            [&](double r) { return jet.radiation_w_m2(r, Receiver::facing); }, radiation, 50.0, 400.0);
        if (!coarse) continue;
        BOOST_TEST(found.value() == *coarse, boost::test_tools::tolerance(1e-6));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(inside_the_flame_there_is_no_number) {
  JetFireSource source = methane(0.0);
  source.height_m = 0.0;
  const ChamberlainJet jet(source, {});
  BOOST_TEST(std::isnan(jet.radiation_w_m2(0.6 * jet.flame_length_m(), Receiver::facing)));
}

BOOST_AUTO_TEST_CASE(impossible_jets_are_refused) {
  const auto refused = [](auto change) {
    JetFireSource source = methane();
    change(source);
    BOOST_CHECK_THROW(ChamberlainJet(source, {}), sise::ModelError);
  };
  refused([](JetFireSource& s) { s.rate_kg_s = 0.0; });
  refused([](JetFireSource& s) { s.rate_kg_s = -1.0; });
  refused([](JetFireSource& s) { s.jet_velocity_m_s = 0.0; });
  refused([](JetFireSource& s) { s.molar_mass_kg_mol = 0.0; });
  refused([](JetFireSource& s) { s.jet_angle_deg = 181.0; });
  refused([](JetFireSource& s) { s.height_m = -1.0; });
  BOOST_CHECK_THROW(ChamberlainJet(methane(), {-1.0, 1.2}), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(a_point_source_knows_a_facing_receiver_only) {
  sise::ModelInput input = api_case();
  input.settings.set("receiver", std::string("vertical"));
  BOOST_CHECK_THROW(static_cast<void>(sise::find_model("jet_fire")->evaluate(input)), sise::ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
