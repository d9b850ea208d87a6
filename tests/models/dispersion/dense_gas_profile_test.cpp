#include "models/dispersion/dense_gas_profile.hpp"

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <vector>

using sise::CloudSection;
using sise::SliceProfile;

BOOST_AUTO_TEST_SUITE(dense_gas_profile)

BOOST_AUTO_TEST_CASE(many_places_at_once_are_each_place_by_itself) {
  for (const bool lifted : {false, true}) {
    for (const double core_m : {0.0, 3.0, 11.9}) {
      CloudSection section;
      section.half_width_m = 12.0;
      section.core_m = core_m;
      section.height_m = 2.5;
      section.centre_m = lifted ? 6.0 : 0.8;
      section.lifted = lifted;
      const SliceProfile profile(section, 0.07, 4.0);
      std::vector<double> places;
      for (int i = 0; i < 40; ++i) places.push_back(0.9 * i);
      std::vector<double> across(places.size());
      std::vector<double> up(places.size());
      profile.across(places, across);
      profile.up(places, up);
      for (std::size_t i = 0; i < places.size(); ++i) {
        BOOST_TEST(across[i] == profile.across(places[i]), boost::test_tools::tolerance(1e-6));
        BOOST_TEST(up[i] == profile.up(places[i]), boost::test_tools::tolerance(1e-7));
        if (across[i] < 1e-9) break;  // what is left of a difference of tails
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
