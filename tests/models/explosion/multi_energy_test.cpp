#include "models/explosion/multi_energy.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "models/base/error.hpp"
#include "tests/support/forward_scan.hpp"

using sise::BlastDistance;
using sise::MultiEnergy;

namespace {

/// 2094 m3 of stoichiometric hydrocarbon-air.
MultiEnergy cpqra_2_21() { return {2094.0 * sise::kStoichiometricEnergy_J_m3, 7, {101325.0, 340.0}}; }

/// A cloud whose scaled distance is the distance itself.
MultiEnergy unit_cloud(int blast_class) { return {101325.0, blast_class}; }

double ratio(int blast_class, double scaled_distance) {
  return unit_cloud(blast_class).overpressure_pa(scaled_distance) / 101325.0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(multi_energy)

// CPQRA example 2.21: r' = 0.72 at 30 m.
BOOST_AUTO_TEST_CASE(cpqra_2_21_scaled_distance) {
  BOOST_TEST(cpqra_2_21().scaled_distance(30.0) == 0.72, boost::test_tools::tolerance(0.01));
}

// CPQRA example 2.21: 76 kPa at 30 m; both readings of the chart carry an error of 10 to 15 %.
BOOST_AUTO_TEST_CASE(cpqra_2_21_overpressure_at_30_m) {
  BOOST_TEST(cpqra_2_21().overpressure_pa(30.0) == 76000.0, boost::test_tools::tolerance(0.15));
}

// CPQRA example 2.21 as read by the textbook: 13 kPa at 100 m.
BOOST_AUTO_TEST_CASE(cpqra_2_21_overpressure_at_100_m) {
  BOOST_TEST(cpqra_2_21().overpressure_pa(100.0) == 13000.0, boost::test_tools::tolerance(0.15));
}

// CPR 14E fig. 5.8A: the plateaus of the ten classes.
BOOST_AUTO_TEST_CASE(plateaus_of_the_chart) {
  const std::vector<double> plateau{0.01, 0.02, 0.051, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.4};
  for (int blast_class = 1; blast_class <= 10; ++blast_class) {
    const double expected = plateau[static_cast<std::size_t>(blast_class - 1)];
    BOOST_TEST(ratio(blast_class, 0.24) == expected, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(ratio(blast_class, 0.01) == expected, boost::test_tools::tolerance(1e-12));
  }
}

// Assael and Kakosimos 2010: power laws of the same chart, 0.0064 r'^-0.97 (class 1), 0.0644 r'^-0.99 (4),
// 0.117 r'^-0.99 (5), 0.301 r'^-1.11 (6). Two readings of one chart, each with an error of 10 to 15 %.
BOOST_AUTO_TEST_CASE(assael_kakosimos_power_laws) {
  struct Law {
    int blast_class;
    double a, b, from, to;
  };
  for (const Law& law : {Law{4, 6.44e-2, -0.99, 1.0, 20.0}, Law{5, 0.117, -0.99, 0.7, 20.0},
                         Law{6, 0.301, -1.11, 0.7, 20.0}, Law{1, 6.4e-3, -0.97, 0.7, 2.0}}) {
    for (double r = law.from; r <= law.to; r *= 1.3) {
      BOOST_TEST(ratio(law.blast_class, r) == law.a * std::pow(r, law.b), boost::test_tools::tolerance(0.25));
    }
  }
}

// CPR 14E fig. 5.8C, class 10.
BOOST_AUTO_TEST_CASE(duration_of_class_10) {
  const MultiEnergy cloud(101325.0 * 1e6, 10, {101325.0, 340.0});
  BOOST_TEST(cloud.duration_s(100.0) == 0.25 * 100.0 / 340.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(cloud.duration_s(5000.0) == 0.55 * 100.0 / 340.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::isnan(cloud.duration_s(23.0)));
  BOOST_TEST(std::isnan(unit_cloud(7).duration_s(1.0)));
}

BOOST_AUTO_TEST_CASE(classes_are_ordered_and_fall_with_distance) {
  for (double r = 0.25; r < 5.0; r *= 1.05) {
    for (int blast_class = 1; blast_class <= 10; ++blast_class) {
      BOOST_TEST(ratio(blast_class, r) <= ratio(blast_class, r / 1.05) * (1.0 + 1e-12));
      if (blast_class > 1) BOOST_TEST(ratio(blast_class, r) >= ratio(blast_class - 1, r) * (1.0 - 1e-12));
    }
  }
}

BOOST_AUTO_TEST_CASE(energy_scales_distance_by_its_cube_root) {
  const MultiEnergy small(1e9, 6);
  const MultiEnergy large(8e9, 6);
  BOOST_TEST(large.overpressure_pa(140.0) == small.overpressure_pa(70.0), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(nothing_is_said_beyond_the_chart) {
  BOOST_TEST(std::isnan(ratio(1, 5.01)));
  BOOST_TEST(!std::isnan(ratio(1, 4.99)));
  BOOST_TEST(std::isnan(ratio(7, 50.1)));
  BOOST_TEST(unit_cloud(3).scaled_distance_max() == 20.0);
}

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan) {
  for (int blast_class = 1; blast_class <= 10; ++blast_class) {
    const MultiEnergy cloud(7e9, blast_class);
    for (const double pa : {900.0, 2500.0, 7000.0, 21000.0, 90000.0, 400000.0}) {
      const double edge = cloud.scaled_distance_max() / cloud.scaled_distance(1.0);
      const auto scanned =
          sise::test::outermost_by_scan([&](double r) { return cloud.overpressure_pa(r); }, pa, edge * 1e-3, edge);
      const BlastDistance found = cloud.distance_to(pa);
      const bool inside = scanned && pa > cloud.overpressure_pa(edge);
      BOOST_TEST((found.status == BlastDistance::Status::found) == inside);
      if (inside) BOOST_TEST(found.r_m == *scanned, boost::test_tools::tolerance(1e-6));
    }
  }
}

BOOST_AUTO_TEST_CASE(find_tells_plateau_edge_and_never_reached_apart) {
  const BlastDistance plateau = unit_cloud(7).distance_to(101325.0);
  BOOST_CHECK(plateau.status == BlastDistance::Status::found);
  BOOST_TEST(plateau.r_m == 0.24, boost::test_tools::tolerance(1e-9));
  BOOST_CHECK(unit_cloud(7).distance_to(102000.0).status == BlastDistance::Status::not_reached);
  BOOST_CHECK(unit_cloud(10).distance_to(2e6).status == BlastDistance::Status::inside_inner_edge);
  BOOST_CHECK(unit_cloud(7).distance_to(300.0).status == BlastDistance::Status::outside_outer_edge);
}

BOOST_AUTO_TEST_CASE(class_10_close_in_is_a_lower_bound) {
  BOOST_TEST(unit_cloud(10).lower_bound_only(0.2));
  BOOST_TEST(!unit_cloud(10).lower_bound_only(0.25));
  BOOST_TEST(!unit_cloud(9).lower_bound_only(0.2));
}

BOOST_AUTO_TEST_CASE(batches_equal_single_points_to_the_byte) {
  const MultiEnergy cloud(3e9, 8);
  std::vector<double> r;
  for (int i = 1; i < 1003; ++i) r.push_back(1.3 * i);
  std::vector<double> out(r.size());
  cloud.overpressures_pa(r, out);
  for (std::size_t i = 0; i < r.size(); ++i) {
    const double single = cloud.overpressure_pa(r[i]);
    BOOST_TEST((out[i] == single || (std::isnan(out[i]) && std::isnan(single))));
  }
}

BOOST_AUTO_TEST_CASE(impossible_clouds_are_refused) {
  BOOST_CHECK_THROW(MultiEnergy(0.0, 7), sise::ModelError);
  BOOST_CHECK_THROW(MultiEnergy(-1.0, 7), sise::ModelError);
  BOOST_CHECK_THROW(MultiEnergy(std::numeric_limits<double>::infinity(), 7), sise::ModelError);
  BOOST_CHECK_THROW(MultiEnergy(1e9, 0), sise::ModelError);
  BOOST_CHECK_THROW(MultiEnergy(1e9, 11), sise::ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
