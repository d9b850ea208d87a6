// Who stands in a cloud that ignites.
#include "models/fire/flash_fire.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "models/base/error.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr FlashFireSource kPropane{5.0, 1.0, 0.0385, 0.174};
constexpr Weather kWeather{.wind_speed_m_s = 2.0, .stability = Stability::D};

FlashFire fire(const FlashFireOptions& options = {}) { return {kPropane, kWeather, options}; }

bool warns(const FlashFire& fire, const std::string& code) {
  const std::vector<std::string> codes = fire.warnings();
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(flash_fire)

BOOST_AUTO_TEST_CASE(envelope_is_the_contour_of_its_limit) {
  for (const FlashFireLimit limit : {FlashFireLimit::lfl, FlashFireLimit::half_lfl}) {
    const FlashFire f = fire({.limit = limit});
    const double share = limit == FlashFireLimit::half_lfl ? 0.5 : 1.0;
    BOOST_TEST(f.edge_kg_m3() == share * kPropane.lfl_kg_m3);
    const double reach_m = f.reach_m(1.0).value();
    BOOST_TEST(f.inside(0.999 * reach_m, 0.0, 1.0));
    BOOST_TEST(!f.inside(1.001 * reach_m, 0.0, 1.0));
    const WidestPlace widest = f.widest(1.0).value();
    BOOST_TEST(f.plume().concentration_kg_m3(widest.x_m, widest.half_width_m, 1.0) == f.edge_kg_m3(), tolerance(1e-9));
    for (double x_m = 1.0; x_m < reach_m; x_m *= 1.1) BOOST_TEST(!f.inside(x_m, 1.0001 * widest.half_width_m, 1.0));
  }
}

BOOST_AUTO_TEST_CASE(each_limit_has_its_averaging_time) {
  const GaussianPlume pockets({5.0, 1.0}, kWeather, {.averaging_time_s = 18.75});
  const GaussianPlume mean({5.0, 1.0}, kWeather, {.averaging_time_s = 600.0});
  BOOST_TEST(fire().plume().concentration_kg_m3(80.0, 3.0, 0.0) == pockets.concentration_kg_m3(80.0, 3.0, 0.0));
  BOOST_TEST(fire({.limit = FlashFireLimit::half_lfl}).plume().concentration_kg_m3(80.0, 3.0, 0.0) ==
             mean.concentration_kg_m3(80.0, 3.0, 0.0));
}

// The wrong pair gives a smaller flame than either right one.
BOOST_AUTO_TEST_CASE(the_lower_limit_with_ten_minutes_is_refused) {
  BOOST_CHECK_THROW(fire({.averaging_time_s = 600.0}), ModelError);
  BOOST_CHECK_THROW(fire({.averaging_time_s = 3600.0}), ModelError);
  const GaussianPlume mean({5.0, 1.0}, kWeather, {.averaging_time_s = 600.0});
  const double wrong_m = farthest_distance_m(mean, kPropane.lfl_kg_m3, 0.0).value();
  BOOST_TEST(wrong_m < fire().reach_m(0.0).value());
  BOOST_TEST(wrong_m < fire({.limit = FlashFireLimit::half_lfl}).reach_m(0.0).value());
}

BOOST_AUTO_TEST_CASE(odd_averaging_times_are_told) {
  BOOST_TEST(warns(fire({.averaging_time_s = 60.0}), "averaging_time_long"));
  BOOST_TEST(warns(fire({.limit = FlashFireLimit::half_lfl, .averaging_time_s = 18.75}), "averaging_time_short"));
  BOOST_TEST(fire({.averaging_time_s = 18.75}).warnings().empty());
}

BOOST_AUTO_TEST_CASE(mass_does_not_depend_on_the_edge) {
  const double mass_kg = fire().cloud().value().mass_kg;
  BOOST_TEST(fire({.limit = FlashFireLimit::half_lfl}).cloud().value().mass_kg == mass_kg);
  BOOST_TEST(mass_kg > 0.0);
  // No more than what was released while the wind crossed the cloud.
  const FlammableCloud cloud = fire().cloud().value();
  const double slowest_m_s = fire().plume().transport_wind_m_s(1.0);
  BOOST_TEST(cloud.mass_above_lfl_kg < kPropane.rate_kg_s * cloud.lfl_reach_m / slowest_m_s);
}

BOOST_AUTO_TEST_CASE(curves_of_single_puffs_need_no_averaging_time) {
  BOOST_TEST(fire({.sigma = SigmaSet::slade_puff}).reach_m(0.0).value() > 0.0);
  BOOST_CHECK_THROW(fire({.sigma = SigmaSet::slade_puff, .averaging_time_s = 18.75}), ModelError);
}

BOOST_AUTO_TEST_CASE(calm_air_has_an_envelope_and_no_mass) {
  const FlashFire calm(kPropane, {.wind_speed_m_s = 0.2, .stability = Stability::D});
  BOOST_TEST(!calm.cloud().has_value());
  BOOST_TEST(!calm.widest(0.0).has_value());
  BOOST_TEST(calm.reach_m(1.0).value() > 0.0);
  BOOST_TEST(warns(calm, "calm_small_wind"));
}

BOOST_AUTO_TEST_CASE(limits_in_the_wrong_order_are_refused) {
  BOOST_CHECK_THROW(FlashFire({5.0, 1.0, 0.2, 0.1}, kWeather), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
