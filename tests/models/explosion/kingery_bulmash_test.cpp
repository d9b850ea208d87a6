// Kingery and Bulmash 1984 at W = 1 kg, and what must hold for any blast curve with both pressures.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/tnt.hpp"

using sise::BlastCurve;
using sise::BlastQuantity;

namespace {

constexpr auto kSurface = BlastCurve::kingery_bulmash_hemispherical;
constexpr auto kAir = BlastCurve::kingery_bulmash_spherical;

void check_pressures(BlastCurve curve, double z, double side_on_kPa, double reflected_kPa) {
  const sise::BlastValue v = sise::blast_value(curve, 1.0, z);
  BOOST_TEST(v.overpressure_pa / 1e3 == side_on_kPa, boost::test_tools::tolerance(0.002));
  BOOST_TEST(v.reflected_overpressure_pa / 1e3 == reflected_kPa, boost::test_tools::tolerance(0.002));
}

}  // namespace

BOOST_AUTO_TEST_CASE(kingery_bulmash_1984_pressures_of_one_kilogram) {
  check_pressures(kSurface, 1.0, 1357.0, 8145.0);
  check_pressures(kSurface, 10.0, 14.81, 31.54);
  check_pressures(kAir, 1.0, 935.0, 5006.0);
  check_pressures(kAir, 10.0, 11.09, 23.31);
}

BOOST_AUTO_TEST_CASE(kingery_bulmash_1984_last_pressures_of_the_fit) {
  BOOST_TEST(sise::overpressure_pa(kSurface, 1.0, 40.0) == 2360.0, boost::test_tools::tolerance(0.002));
  BOOST_TEST(sise::overpressure_pa(kAir, 1.0, 40.0) == 1720.0, boost::test_tools::tolerance(0.002));
}

// Swisdak fitted the same data: both give one impulse, arrival and duration within the fits' own scatter.
BOOST_AUTO_TEST_CASE(kingery_bulmash_surface_agrees_with_swisdak) {
  for (const double z : {0.5, 1.0, 3.0, 10.0, 30.0}) {
    for (const BlastQuantity q : sise::kBlastQuantities) {
      const double a = sise::blast_quantity(kSurface, q, 1.0, z);
      const double b = sise::blast_quantity(BlastCurve::swisdak_hemispherical, q, 1.0, z);
      BOOST_TEST(a == b, boost::test_tools::tolerance(0.04));
    }
  }
}

BOOST_AUTO_TEST_CASE(kingery_bulmash_branches_meet) {
  for (const BlastCurve curve : {kSurface, kAir}) {
    for (const BlastQuantity q : {BlastQuantity::impulse, BlastQuantity::duration}) {
      const auto blast = *sise::ScaledBlast::prepare(curve, q);
      for (const auto& branch : blast.branches().first(blast.branches().size() - 1)) {
        BOOST_TEST(blast.at(branch.z_max) == blast.at(branch.z_max * (1.0 + 1e-9)),
                   boost::test_tools::tolerance(0.025));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(kingery_bulmash_reflection_tends_to_two) {
  for (const BlastCurve curve : {kSurface, kAir}) {
    const sise::BlastValue v = sise::blast_value(curve, 1.0, 40.0);
    BOOST_TEST(v.reflected_overpressure_pa / v.overpressure_pa == 2.02, boost::test_tools::tolerance(0.002));
  }
}

BOOST_AUTO_TEST_CASE(kingery_bulmash_duration_starts_later_than_pressure) {
  const sise::BlastValue surface = sise::blast_value(kSurface, 1.0, 0.17);
  BOOST_TEST(!std::isnan(surface.overpressure_pa));
  BOOST_TEST(std::isnan(surface.duration_s));
  BOOST_TEST(!std::isnan(sise::blast_value(kSurface, 1.0, 0.179).duration_s));
  BOOST_TEST(std::isnan(sise::blast_value(kAir, 1.0, 0.146).duration_s));
  BOOST_TEST(!std::isnan(sise::blast_value(kAir, 1.0, 0.148).duration_s));
}

BOOST_AUTO_TEST_CASE(kingery_bulmash_inner_edges) {
  BOOST_TEST(std::isnan(sise::overpressure_pa(kSurface, 1.0, 0.067)));
  BOOST_TEST(!std::isnan(sise::overpressure_pa(kSurface, 1.0, 0.0675)));
  BOOST_TEST(std::isnan(sise::overpressure_pa(kAir, 1.0, 0.0530)));
  BOOST_TEST(!std::isnan(sise::overpressure_pa(kAir, 1.0, 0.0532)));
}

// 40 W^(1/3) metres is Z = 40 for every charge, however the cube root rounds.
BOOST_AUTO_TEST_CASE(the_edge_of_the_fit_belongs_to_it_for_every_charge) {
  for (int i = 1; i < 2000; ++i) {
    const double tnt_kg = 0.37 * i;
    BOOST_TEST(!std::isnan(sise::overpressure_pa(kSurface, tnt_kg, 40.0 * std::pow(tnt_kg, 1.0 / 3.0))));
  }
  BOOST_TEST(std::isnan(sise::overpressure_pa(kSurface, 1.0, 40.0001)));
}
