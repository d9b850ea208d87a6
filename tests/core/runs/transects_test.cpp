// Risk across a line of explosions: chords of a lethal disc.
#include "core/runs/transects.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <memory>

#include "models/explosion/tnt.hpp"
#include "tests/core/rating/small_study.hpp"

namespace sise {

BOOST_AUTO_TEST_SUITE(transects_suite)

BOOST_AUTO_TEST_CASE(a_transect_tells_the_chord_on_either_side_and_what_others_add) {
  Study study = testing::empty_study(50.0);
  Geometry line;
  line.lines = {{{2000.0, 3000.0}, {2400.0, 3000.0}, {6000.0, 3000.0}}};
  study.units = {testing::unit_of("L", line), testing::unit_of("U", testing::at({4000.0, 3000.0})),
                 testing::unit_of("empty", line)};
  study.scenarios = {testing::blast("L", 5000.0, 1e-3), testing::blast("U", 5000.0, 1e-5)};
  BOOST_TEST(has_transects(study));
  const testing::NorthUp projection;
  const SubstanceTable substances;
  const Assessment assessment(study, substances, projection);
  const std::vector<TransectPoint> points = transects(assessment, nullptr);
  const double disc = distance_to_overpressure_m(BlastCurve::gb6722, 5000.0, 30000.0).value();
  std::size_t stations = 0;
  for (const TransectPoint& one : points) {
    BOOST_TEST(one.unit == 0U);
    if (one.offset_m == 0.0) ++stations;
    BOOST_TEST(std::abs(one.offset_m) <= disc);
    BOOST_TEST(one.place.x == 2000.0 + one.station_m, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(one.place.y == 3000.0 - one.offset_m, boost::test_tools::tolerance(1e-9));
    if (one.station_m < disc || one.station_m > 4000.0 - disc) continue;
    const double chord = 2.0 * std::sqrt(disc * disc - one.offset_m * one.offset_m);
    BOOST_TEST(one.own_per_year == 1e-3 * chord / 4000.0, boost::test_tools::tolerance(1e-3));
    const bool beside = std::hypot(one.place.x - 4000.0, one.place.y - 3000.0) < disc;
    BOOST_TEST(one.all_per_year == one.own_per_year + (beside ? 1e-5 : 0.0), boost::test_tools::tolerance(1e-2));
  }
  BOOST_TEST(stations == 16U);  // 4000 m in pieces of 250 m
}

BOOST_AUTO_TEST_CASE(units_that_are_points_have_none) {
  Study study = testing::empty_study(50.0);
  study.units = {testing::unit_of("U", testing::at({4000.0, 3000.0}))};
  study.scenarios = {testing::blast("U", 5000.0, 1e-5)};
  BOOST_TEST(!has_transects(study));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
