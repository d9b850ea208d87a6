#include "core/rating/four_colours.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr ColourBounds kExisting{3e-5, 1e-5, 3e-6};
const std::vector<double> kAllBounds{3e-7, 3e-6, 1e-5, 3e-5};

Geometry point(double x, double y) {
  Geometry geometry;
  geometry.points = {{x, y}};
  return geometry;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(four_colours)

BOOST_AUTO_TEST_CASE(a_value_equal_to_a_limit_passes_it) {
  BOOST_TEST((colour_of(3e-5, kExisting) == ColourCode::orange));
  BOOST_TEST((colour_of(3e-5 * (1 + 1e-10), kExisting) == ColourCode::orange));  // within 1e-9 relative: equal
  BOOST_TEST((colour_of(3e-5 * (1 + 1e-8), kExisting) == ColourCode::red));
  BOOST_TEST((colour_of(1e-5, kExisting) == ColourCode::yellow));
  BOOST_TEST((colour_of(3e-6, kExisting) == ColourCode::blue));
  BOOST_TEST((colour_of(0.0, kExisting) == ColourCode::blue));
}

BOOST_AUTO_TEST_CASE(nothing_known_is_not_blue) {
  BOOST_TEST((colour_of(std::numeric_limits<double>::quiet_NaN(), kExisting) == ColourCode::outside));
}

BOOST_AUTO_TEST_CASE(the_worse_colour_wins_and_names_its_rule) {
  const CellClass risk{ColourCode::yellow, GoverningRule::individual_risk};
  const CellClass blast{ColourCode::red, GoverningRule::overpressure};
  const CellClass unknown{ColourCode::no_answer, GoverningRule::incomplete_data};
  BOOST_TEST((worse(risk, blast) == blast));
  BOOST_TEST((worse(blast, risk) == blast));
  BOOST_TEST((worse(blast, unknown) == blast));
  BOOST_TEST((worse(risk, unknown) == unknown));  // what is not known may be red
  BOOST_TEST((worse({ColourCode::orange, GoverningRule::overpressure}, unknown) == unknown));
  BOOST_TEST((worse({ColourCode::blue, GoverningRule::individual_risk}, unknown) == unknown));
}

BOOST_AUTO_TEST_CASE(stored_values_stay_on_their_side_of_every_limit) {
  for (const double bound : kAllBounds) {
    const auto single = static_cast<double>(static_cast<float>(bound));
    for (const double factor : {1 - 1e-7, 1 - 1e-9, 1.0, 1 + 5e-10, 1 + 2e-9, 1 + 1e-8, 1 + 1e-7}) {
      const auto stored = static_cast<double>(stored_risk(bound * factor, kAllBounds));
      const bool above = factor > 1 + 1e-9;
      BOOST_TEST((stored > bound) == above, "bound " << bound << " factor " << factor);
      BOOST_TEST((stored > single) == above, "single bound " << bound << " factor " << factor);
      BOOST_TEST(std::abs(stored / bound - 1) < 1e-6);
    }
  }
}

// risk_and_decisions §5: 1 t TNT forbids a school to 589 m (GB 6722 form, 2 kPa at Z = 58.86 m/kg^(1/3)).
BOOST_AUTO_TEST_CASE(one_tonne_of_tnt_forbids_a_school_to_589_m) {
  const OverpressureRings rings(point(0, 0), 1000.0, BlastCurve::gb6722, {9000.0, 5000.0, 2000.0});
  BOOST_TEST(rings.reach_m() == 588.6, boost::test_tools::tolerance(1e-3));
  BOOST_TEST((rings.colour_at({0, 588}) == ColourCode::yellow));
  BOOST_TEST((rings.colour_at({0, 589}) == ColourCode::blue));
  BOOST_TEST((rings.colour_at({0, 257}) == ColourCode::orange));
  BOOST_TEST((rings.colour_at({158, 0}) == ColourCode::red));
}

BOOST_AUTO_TEST_CASE(rings_start_at_the_edge_of_a_polygon) {
  Geometry square;
  square.polygons = {{{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}, {}}};
  const OverpressureRings rings(square, 1000.0, BlastCurve::gb6722, {9000.0, 5000.0, 2000.0});
  BOOST_TEST((rings.colour_at({50, 50}) == ColourCode::red));
  BOOST_TEST((rings.colour_at({100 + 588, 50}) == ColourCode::yellow));
  BOOST_TEST((rings.colour_at({100 + 589, 50}) == ColourCode::blue));
}

BOOST_AUTO_TEST_CASE(a_cell_that_a_ring_touches_has_its_colour) {
  const OverpressureRings rings(point(0, 0), 1000.0, BlastCurve::gb6722, {9000.0, 5000.0, 2000.0});
  BOOST_TEST((rings.worst_in({-250, 50, 0, 300}) == ColourCode::red));
  BOOST_TEST((rings.worst_in({588, -100, 838, 150}) == ColourCode::yellow));  // its centre lies 713 m away
  BOOST_TEST((rings.worst_in({589, -100, 839, 150}) == ColourCode::blue));
}

// Kingery and Bulmash 1984 ends at Z = 40 (2.4 kPa): it cannot say where 2 kPa is.
BOOST_AUTO_TEST_CASE(a_curve_that_ends_before_the_limit_is_refused) {
  BOOST_CHECK_THROW(
      OverpressureRings(point(0, 0), 1000.0, BlastCurve::kingery_bulmash_hemispherical, {9000.0, 5000.0, 2000.0}),
      ModelError);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
