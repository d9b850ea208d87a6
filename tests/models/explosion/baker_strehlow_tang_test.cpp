#include "models/explosion/baker_strehlow_tang.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "models/base/error.hpp"
#include "models/explosion/flame_speed.hpp"
#include "models/substances/substance.hpp"
#include "tests/support/forward_scan.hpp"

using sise::BakerStrehlowTang;
using sise::BlastDistance;
using sise::Confinement;
using sise::Congestion;
using sise::Reactivity;

namespace {

/// A cloud in free air whose scaled distance is the distance itself.
BakerStrehlowTang unit_cloud(double mach) { return {101325.0, mach, 1.0, {101325.0, 340.0}}; }

double ratio(double mach, double scaled_distance) {
  return unit_cloud(mach).overpressure_pa(scaled_distance) / 101325.0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(baker_strehlow_tang)

// Curves of Tang and Baker 1999 as digitised for HyRAM+.
BOOST_AUTO_TEST_CASE(tang_baker_curves_at_their_points) {
  BOOST_TEST(ratio(5.2, 0.1) == 19.6, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(ratio(1.4, 0.5) == 0.97, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(ratio(1.0, 1.0) == 0.33, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(ratio(0.7, 2.0) == 0.136, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(ratio(0.35, 5.0) == 0.019, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(ratio(0.2, 10.0) == 0.003, boost::test_tools::tolerance(1e-9));
}

// A weak blast falls like 1/R, a shock somewhat faster.
BOOST_AUTO_TEST_CASE(far_field_is_nearly_acoustic) {
  for (const double mach : {0.2, 0.35, 0.7, 1.0, 1.4, 5.2}) {
    const double slope = std::log(ratio(mach, 9.0) / ratio(mach, 3.0)) / std::log(3.0);
    BOOST_TEST(slope < -0.85);
    BOOST_TEST(slope > -1.35);
  }
}

// Digitised impulse curves at R = 1: 0.033 (Mf 5.2), 0.030 (1.4 to 0.7), 0.027 (0.35), 0.019 (0.2).
BOOST_AUTO_TEST_CASE(tang_baker_impulses_at_unit_distance) {
  const auto impulse = [](double mach) { return unit_cloud(mach).impulse_pa_s(1.0) * 340.0 / 101325.0; };
  BOOST_TEST(impulse(5.2) == 0.033, boost::test_tools::tolerance(0.02));
  BOOST_TEST(impulse(1.4) == 0.030, boost::test_tools::tolerance(0.02));
  BOOST_TEST(impulse(0.7) == 0.030, boost::test_tools::tolerance(0.02));
  BOOST_TEST(impulse(0.35) == 0.027, boost::test_tools::tolerance(0.02));
  BOOST_TEST(impulse(0.2) == 0.019, boost::test_tools::tolerance(0.02));
}

// Pierorazio et al. 2005, CCPS 2010.
BOOST_AUTO_TEST_CASE(pierorazio_flame_speeds) {
  BOOST_TEST(flame_mach(Reactivity::medium, Congestion::medium, Confinement::d3) == 0.44);
  BOOST_TEST(flame_mach(Reactivity::medium, Congestion::medium, Confinement::d2) == 0.66);
  BOOST_TEST(flame_mach(Reactivity::low, Congestion::low, Confinement::d3) == 0.026);
  BOOST_TEST(flame_mach(Reactivity::high, Congestion::low, Confinement::d2_5) == 0.47);
  BOOST_TEST(flame_mach(Reactivity::high, Congestion::medium, Confinement::d3) == sise::kDetonationMach);
}

BOOST_AUTO_TEST_CASE(flame_speed_grows_with_reactivity_congestion_and_confinement) {
  using enum Congestion;
  for (const auto reactivity : {Reactivity::low, Reactivity::medium, Reactivity::high}) {
    for (const auto congestion : {low, medium, high}) {
      const double d2 = flame_mach(reactivity, congestion, Confinement::d2);
      const double d2_5 = flame_mach(reactivity, congestion, Confinement::d2_5);
      const double d3 = flame_mach(reactivity, congestion, Confinement::d3);
      BOOST_TEST((d2 >= d2_5 && d2_5 >= d3));
      if (congestion != low) BOOST_TEST(d3 >= flame_mach(reactivity, low, Confinement::d3));
      if (reactivity != Reactivity::low) BOOST_TEST(d2 >= flame_mach(Reactivity::low, congestion, Confinement::d2));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_ground_cloud_counts_twice) {
  const BakerStrehlowTang ground(1e9, 0.7);
  const BakerStrehlowTang air(2e9, 0.7, 1.0);
  BOOST_TEST(ground.effective_energy_J() == 2e9);
  BOOST_TEST(ground.overpressure_pa(60.0) == air.overpressure_pa(60.0));
}

BOOST_AUTO_TEST_CASE(between_two_curves_the_pressure_lies_between_them) {
  for (double r = 0.1; r <= 10.0; r *= 1.2) {
    BOOST_TEST(ratio(0.5, r) >= ratio(0.35, r));
    BOOST_TEST(ratio(0.5, r) <= ratio(0.7, r));
  }
  BOOST_TEST(ratio(0.525, 1.0) == 0.5 * (0.091 + 0.31), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(below_the_slowest_curve_the_acoustic_law_scales) {
  const double factor = (0.1 * 0.1 / 1.1) / (0.2 * 0.2 / 1.2);
  BOOST_TEST(ratio(0.1, 1.0) == 0.028 * factor, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(ratio(0.1999999, 1.0) == ratio(0.2, 1.0), boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(nothing_is_said_outside_the_curves) {
  BOOST_TEST(std::isnan(ratio(1.0, 0.09)));
  BOOST_TEST(std::isnan(ratio(1.0, 10.1)));
  BOOST_TEST(std::isnan(unit_cloud(1.0).impulse_pa_s(11.0)));
}

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan) {
  for (const double mach : {0.08, 0.2, 0.35, 0.44, 0.7, 1.0, 1.4, 3.0, 5.2}) {
    const BakerStrehlowTang cloud(5e9, mach);
    const double edge = 10.0 / cloud.scaled_distance(1.0);
    for (const double pa : {700.0, 2000.0, 5000.0, 17000.0, 60000.0, 300000.0}) {
      const BlastDistance found = cloud.distance_to_overpressure(pa);
      const auto scanned =
          sise::test::outermost_by_scan([&](double r) { return cloud.overpressure_pa(r); }, pa, edge * 0.0100001, edge);
      const bool inside = scanned && pa > cloud.overpressure_pa(edge);
      BOOST_TEST((found.status == BlastDistance::Status::found) == inside);
      if (inside) BOOST_TEST(found.r_m == *scanned, boost::test_tools::tolerance(1e-6));
    }
  }
}

BOOST_AUTO_TEST_CASE(find_inverts_the_impulse) {
  const BakerStrehlowTang cloud(5e9, 0.7);
  const BlastDistance found = cloud.distance_to_impulse(cloud.impulse_pa_s(150.0));
  BOOST_TEST(found.r_m == 150.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(known_reactivities) {
  sise::Substance gas;
  gas.id = "hydrogen";
  BOOST_CHECK(sise::known_reactivity(gas) == Reactivity::high);
  gas.id = "methane";
  BOOST_CHECK(sise::known_reactivity(gas) == Reactivity::low);
  gas.id = "propane";
  BOOST_CHECK(!sise::known_reactivity(gas).has_value());
}

BOOST_AUTO_TEST_CASE(impossible_clouds_are_refused) {
  BOOST_CHECK_THROW(BakerStrehlowTang(0.0, 0.7), sise::ModelError);
  BOOST_CHECK_THROW(BakerStrehlowTang(1e9, 0.0), sise::ModelError);
  BOOST_CHECK_THROW(BakerStrehlowTang(1e9, 5.3), sise::ModelError);
  BOOST_CHECK_THROW(BakerStrehlowTang(1e9, 0.7, 3.0), sise::ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
