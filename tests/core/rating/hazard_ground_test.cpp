// Shares of an area's ground by class of a natural hazard.
#include <boost/test/unit_test.hpp>
#include <numeric>

#include "core/rating/hazard_ground.hpp"

using namespace sise;

namespace {

MultiPolygon hazard_box(double west, double east) {
  return {{{{west, 0.0}, {east, 0.0}, {east, 100.0}, {west, 100.0}, {west, 0.0}}, {}}};
}

const MultiPolygon kArea = hazard_box(0.0, 1000.0);

}  // namespace

BOOST_AUTO_TEST_CASE(a_strip_of_high_hazard_makes_the_worst_class_and_not_the_most) {
  const HazardGround flood({{hazard_box(-500.0, 20.0), NaturalClass::high},
                            {hazard_box(20.0, 120.0), NaturalClass::medium},
                            {hazard_box(120.0, 900.0), NaturalClass::low}});
  const GroundShares shares = ground_shares(kArea, flood.on(kArea));
  const GroundShares expected{0.1, 0.02, 0.0, 0.1, 0.0, 0.78};
  for (std::size_t code = 0; code < kNaturalClasses; ++code)
    BOOST_TEST(shares[code] == expected[code], boost::test_tools::tolerance(1e-12));
  BOOST_TEST((worst_of(shares) == NaturalClass::high));
  BOOST_TEST((most_of(shares) == NaturalClass::low));
}

BOOST_AUTO_TEST_CASE(a_place_counts_once_with_the_worst_class_that_covers_it) {
  const HazardGround flood({{hazard_box(0.0, 600.0), NaturalClass::low},
                            {hazard_box(0.0, 600.0), NaturalClass::low},
                            {hazard_box(400.0, 1000.0), NaturalClass::rather_high}});
  const GroundShares shares = ground_shares(kArea, flood.on(kArea));
  BOOST_TEST(shares[2] == 0.6, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(shares[5] == 0.4, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(std::accumulate(shares.begin(), shares.end(), 0.0) == 1.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(ground_that_nothing_is_known_of_is_never_low) {
  const HazardGround nothing({{hazard_box(0.0, 1000.0), NaturalClass::unknown}});
  const GroundShares shares = ground_shares(kArea, nothing.on(kArea));
  BOOST_TEST(shares[0] == 1.0);
  BOOST_TEST((worst_of(shares) == NaturalClass::unknown));
  BOOST_TEST((most_of(shares) == NaturalClass::unknown));
  const HazardGround none(std::vector<ClassedShape>{});
  BOOST_TEST(ground_shares(kArea, none.on(kArea))[0] == 1.0);
}

BOOST_AUTO_TEST_CASE(neighbours_whose_edges_differ_by_a_hair_do_not_touch_an_area) {
  const HazardGround beside({{hazard_box(-500.0, 1e-5), NaturalClass::high}});
  const GroundShares shares = ground_shares(kArea, beside.on(kArea));
  BOOST_TEST(shares[1] == 0.0);
  BOOST_TEST((worst_of(shares) == NaturalClass::unknown));
}
