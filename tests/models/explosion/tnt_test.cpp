#include "models/explosion/tnt.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/explosion/scaled_blast.hpp"

using sise::BlastCurve;
using sise::BlastDistance;
using sise::BlastQuantity;

namespace {

constexpr std::array<BlastCurve, 8> kCurves{BlastCurve::gb6722,
                                            BlastCurve::kingery_bulmash_hemispherical,
                                            BlastCurve::kingery_bulmash_spherical,
                                            BlastCurve::swisdak_hemispherical,
                                            BlastCurve::kinney_graham,
                                            BlastCurve::sadovsky,
                                            BlastCurve::henrych,
                                            BlastCurve::mills};

void check_metres(BlastCurve curve, double tnt_kg, double kPa, double metres) {
  const auto found = sise::distance_to_overpressure_m(curve, tnt_kg, kPa * 1e3);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(std::abs(*found - metres) <= 0.5 + 0.002 * metres, *found << " m, published " << metres);
}

}  // namespace

BOOST_AUTO_TEST_CASE(curve_names_round_trip) {
  for (const BlastCurve curve : kCurves) BOOST_CHECK(sise::blast_curve_from(sise::name_of(curve)) == curve);
  BOOST_TEST(!sise::blast_curve_from("GB6722").has_value());
}

// Distances in metres for 1 t of TNT, side by side for six curves.
BOOST_AUTO_TEST_CASE(one_tonne_of_tnt_distances) {
  struct Row {
    double kPa, swisdak, kb_surface, kb_air, gb6722, kinney, kinney_factor;
  };
  const double none = 0.0;
  for (const Row& row :
       {Row{2, 452, none, 356, 589, 424, 515}, Row{5, 234, 233, 183, 258, 178, 216},
        Row{6.9, 181, 181, 144, 196, 134, 164}, Row{9, 147, 146, 117, 159, 108, 132},
        Row{13.8, 106, 105, 85, 115, 79, 96}, Row{20.7, 79, 79, 65, 86, 61, 74}, Row{50, 46, 46, 39, 50, 38, 46}}) {
    check_metres(BlastCurve::swisdak_hemispherical, 1000.0, row.kPa, row.swisdak);
    if (row.kb_surface > none) check_metres(BlastCurve::kingery_bulmash_hemispherical, 1000.0, row.kPa, row.kb_surface);
    check_metres(BlastCurve::kingery_bulmash_spherical, 1000.0, row.kPa, row.kb_air);
    check_metres(BlastCurve::gb6722, 1000.0, row.kPa, row.gb6722);
    check_metres(BlastCurve::kinney_graham, 1000.0, row.kPa, row.kinney);
    const double on_ground = sise::effective_tnt_kg(BlastCurve::kinney_graham, 1000.0, 1.8);
    check_metres(BlastCurve::kinney_graham, on_ground, row.kPa, row.kinney_factor);
  }
}

// CPQRA example 2.20: Z = 5.70 for 5 psi by the hemispherical curve.
BOOST_AUTO_TEST_CASE(cpqra_2_20_five_psi) {
  const auto z = sise::distance_to_overpressure_m(BlastCurve::kingery_bulmash_hemispherical, 1.0, 34474.0);
  BOOST_REQUIRE(z.has_value());
  BOOST_TEST(*z == 5.70, boost::test_tools::tolerance(0.005));
}

// The scaled distances 44.4, 22.2 and 14.8 of UN and NATO practice by Swisdak.
BOOST_AUTO_TEST_CASE(quantity_distances_of_nato_practice) {
  const auto kPa = [](double z) { return sise::overpressure_pa(BlastCurve::swisdak_hemispherical, 1.0, z) / 1e3; };
  BOOST_TEST(kPa(44.4) == 2.05, boost::test_tools::tolerance(0.003));
  BOOST_TEST(kPa(22.2) == 5.35, boost::test_tools::tolerance(0.003));
  BOOST_TEST(kPa(14.8) == 8.91, boost::test_tools::tolerance(0.003));
}

BOOST_AUTO_TEST_CASE(find_inverts_every_curve_and_quantity_at_the_outermost_place) {
  for (const BlastCurve curve : kCurves) {
    for (const BlastQuantity quantity : sise::kBlastQuantities) {
      for (const double r_m : {20.0, 55.0, 99.0}) {
        const double value = sise::blast_quantity(curve, quantity, 1000.0, r_m);
        const BlastDistance found = sise::distance_to(curve, quantity, 1000.0, value);
        if (std::isnan(value)) continue;
        BOOST_TEST_CONTEXT(sise::name_of(curve) << " " << sise::name_of(quantity) << " at " << r_m) {
          BOOST_REQUIRE(found.status == BlastDistance::Status::found);
          BOOST_TEST(found.r_m >= r_m * (1.0 - 1e-9));
          BOOST_TEST(sise::blast_quantity(curve, quantity, 1000.0, found.r_m) == value,
                     boost::test_tools::tolerance(1e-9));
        }
      }
    }
  }
}

// Swisdak's pressure rises by 0.7 % where the third branch takes over at Z = 23.8.
BOOST_AUTO_TEST_CASE(a_value_in_a_rising_step_is_found_on_its_outer_side) {
  const auto curve = BlastCurve::swisdak_hemispherical;
  const double inner = sise::overpressure_pa(curve, 1.0, 23.8);
  const double outer = sise::overpressure_pa(curve, 1.0, std::nextafter(23.8, 24.0));
  BOOST_REQUIRE(outer > inner);
  const double value = 0.5 * (inner + outer);
  const auto found = sise::distance_to_overpressure_m(curve, 1.0, value);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(*found > 23.8);
  BOOST_TEST(sise::overpressure_pa(curve, 1.0, *found) == value, boost::test_tools::tolerance(1e-9));
}

// Swisdak's impulse falls by 2.4 % at Z = 2.38: a value within the step is found at the edge.
BOOST_AUTO_TEST_CASE(a_value_in_a_falling_step_is_found_at_the_edge) {
  const auto curve = BlastCurve::swisdak_hemispherical;
  const double inner = sise::blast_quantity(curve, BlastQuantity::impulse, 1.0, 2.38);
  const double outer = sise::blast_quantity(curve, BlastQuantity::impulse, 1.0, std::nextafter(2.38, 3.0));
  BOOST_REQUIRE(inner > outer);
  const BlastDistance found = sise::distance_to(curve, BlastQuantity::impulse, 1.0, 0.5 * (inner + outer));
  BOOST_REQUIRE(found.status == BlastDistance::Status::found);
  BOOST_TEST(found.r_m == 2.38, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(find_tells_outside_the_fit_from_not_reached) {
  const auto status = [](BlastCurve curve, BlastQuantity quantity, double value) {
    return sise::distance_to(curve, quantity, 1.0, value).status;
  };
  const auto kb = BlastCurve::kingery_bulmash_hemispherical;
  BOOST_CHECK(status(kb, BlastQuantity::overpressure, 2000.0) == BlastDistance::Status::outside_outer_edge);
  BOOST_CHECK(status(kb, BlastQuantity::overpressure, 1e9) == BlastDistance::Status::inside_inner_edge);
  BOOST_CHECK(status(kb, BlastQuantity::arrival, 10.0) == BlastDistance::Status::outside_outer_edge);
  BOOST_CHECK(status(BlastCurve::kinney_graham, BlastQuantity::overpressure, 1e9) ==
              BlastDistance::Status::not_reached);
  BOOST_CHECK(status(BlastCurve::gb6722, BlastQuantity::shock_speed, 300.0) == BlastDistance::Status::not_reached);
  BOOST_CHECK(status(BlastCurve::gb6722, BlastQuantity::impulse, 300.0) == BlastDistance::Status::not_given);
}

BOOST_AUTO_TEST_CASE(the_edge_passed_is_told_as_a_distance) {
  const auto kb = BlastCurve::kingery_bulmash_hemispherical;
  BOOST_TEST(sise::distance_to(kb, BlastQuantity::overpressure, 1000.0, 2000.0).r_m == 400.0,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(ground_factor_multiplies_a_free_air_charge_once) {
  BOOST_TEST(sise::effective_tnt_kg(BlastCurve::kingery_bulmash_spherical, 1000.0, 1.8) == 1800.0);
  BOOST_TEST(sise::effective_tnt_kg(BlastCurve::gb6722, 1000.0, 1.0) == 1000.0);
}

BOOST_AUTO_TEST_CASE(ground_factor_is_refused_where_the_curve_has_it) {
  for (const BlastCurve curve :
       {BlastCurve::gb6722, BlastCurve::kingery_bulmash_hemispherical, BlastCurve::swisdak_hemispherical}) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(sise::effective_tnt_kg(curve, 1000.0, 1.8)), sise::ModelError,
                          [](const sise::ModelError& error) {
                            return std::string(error.what()).find("already contains the ground factor") !=
                                   std::string::npos;
                          });
  }
}

BOOST_AUTO_TEST_CASE(impossible_charges_are_refused) {
  for (const double tnt_kg : {0.0, -5.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    BOOST_CHECK_THROW(static_cast<void>(sise::effective_tnt_kg(BlastCurve::gb6722, tnt_kg, 1.0)), sise::ModelError);
  }
  BOOST_CHECK_THROW(static_cast<void>(sise::effective_tnt_kg(BlastCurve::henrych, 1.0, 2.5)), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(gb6722_warns_beyond_its_range_of_use_but_answers) {
  BOOST_TEST(sise::blast_warnings(BlastCurve::gb6722, 1.0, 15.0).empty());
  const std::vector<std::string> expected{"outside_range_of_use"};
  BOOST_TEST(sise::blast_warnings(BlastCurve::gb6722, 1.0, 15.01) == expected, boost::test_tools::per_element());
  BOOST_TEST(sise::overpressure_pa(BlastCurve::gb6722, 1.0, 60.0) > 0.0);
}

BOOST_AUTO_TEST_CASE(batches_equal_single_evaluations_to_the_byte) {
  std::vector<double> r_m;
  for (int i = 1; i <= 1000; ++i) r_m.push_back(0.7 * i);
  std::vector<double> batch(r_m.size());
  for (const BlastCurve curve : kCurves) {
    sise::overpressures_pa(curve, 730.0, r_m, batch);
    for (std::size_t i = 0; i < r_m.size(); ++i) {
      const double single = sise::overpressure_pa(curve, 730.0, r_m[i]);
      BOOST_TEST((batch[i] == single || (std::isnan(batch[i]) && std::isnan(single))));
    }
  }
}

BOOST_AUTO_TEST_CASE(overpressure_falls_with_distance) {
  for (const BlastCurve curve : kCurves) {
    const auto blast = *sise::ScaledBlast::prepare(curve, BlastQuantity::overpressure);
    const double z_min = std::max(0.05, blast.range().z_min);
    const double z_max = std::min(200.0, blast.range().z_max);
    for (double z = z_min * 1.02; z <= z_max; z *= 1.02) {
      BOOST_TEST(blast.at(z) < blast.at(z / 1.02), sise::name_of(curve) << " at Z = " << z);
    }
  }
}
