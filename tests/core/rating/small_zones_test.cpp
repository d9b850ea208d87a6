#include "core/rating/small_zones.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/explosion/tnt.hpp"
#include "tests/core/rating/small_study.hpp"

namespace sise {

BOOST_AUTO_TEST_SUITE(small_zones)

// Discs of 30 kPa: one smaller than a cell of 250 m, one larger.
BOOST_AUTO_TEST_CASE(the_cell_that_is_named_shows_the_zone_wherever_it_lies) {
  for (const double offset : {0.0, 61.0, 124.9}) {
    Study study = testing::empty_study(250.0);
    study.units = {testing::unit_of("small", testing::at({2000.0 + offset, 2000.0 + 0.7 * offset})),
                   testing::unit_of("large", testing::at({7000.0, 7000.0}))};
    study.scenarios = {testing::blast("small", 100.0, 1e-4), testing::blast("large", 100e3, 1e-4)};
    const testing::SmallMap map(study);
    const std::vector<SmallZone> zones = zones_smaller_than_a_cell(map.assessment(), map.map());
    BOOST_REQUIRE(zones.size() == 1U);
    BOOST_TEST(zones[0].unit == 0U);
    BOOST_TEST((zones[0].code == ColourCode::red));
    const double disc = distance_to_overpressure_m(BlastCurve::gb6722, 100.0, 30000.0).value();
    BOOST_TEST(zones[0].radius_m == disc, boost::test_tools::tolerance(0.05));
    BOOST_TEST(zones[0].cell_m <= disc * std::sqrt(2.0));
    BOOST_TEST(zones[0].cell_m >= disc * std::sqrt(2.0) / 2.5);
    // In cells of that size some centre lies in the disc.
    study.grid = {0.0,
                  10000.0,
                  zones[0].cell_m,
                  static_cast<std::int64_t>(10000.0 / zones[0].cell_m),
                  static_cast<std::int64_t>(10000.0 / zones[0].cell_m),
                  "EPSG:4549"};
    bool seen = false;
    for (std::int64_t row = 0; row < study.grid.rows && !seen; ++row) {
      for (std::int64_t column = 0; column < study.grid.columns && !seen; ++column) {
        const Point centre = study.grid.centre({column, row});
        seen = std::hypot(centre.x - study.units[0].geometry.points[0].x,
                          centre.y - study.units[0].geometry.points[0].y) < disc;
      }
    }
    BOOST_TEST(seen);
  }
}

// A tank stands beside one end of a line: the line's colour is that of its worst place, not of its middle.
BOOST_AUTO_TEST_CASE(of_a_line_its_worst_place_counts) {
  Study study = testing::empty_study(250.0);
  Geometry line;
  line.lines = {{{2000.0, 5000.0}, {6000.0, 5000.0}}};
  study.units = {testing::unit_of("line", line), testing::unit_of("tank", testing::at({2500.0, 5000.0}))};
  const double disc = distance_to_overpressure_m(BlastCurve::gb6722, 100.0, 30000.0).value();
  const double per_place = 2.0 * disc / 4000.0;  // share of the line's accidents that reach a place on it
  study.scenarios = {testing::blast("line", 100.0, 5e-6 / per_place), testing::blast("tank", 100.0, 1e-4)};
  const testing::SmallMap map(study);
  const std::vector<SmallZone> zones = zones_smaller_than_a_cell(map.assessment(), map.map());
  BOOST_REQUIRE(zones.size() == 2U);
  BOOST_TEST(zones[0].unit == 0U);
  BOOST_TEST((zones[0].code == ColourCode::red));
  BOOST_TEST(zones[0].radius_m <= disc);
  BOOST_TEST(zones[0].radius_m > 0.3 * disc);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
