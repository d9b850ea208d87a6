#include "core/effects/concentration_field.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <stdexcept>

#include "core/accidents/dispersion.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {
namespace {

Weather air(double wind_m_s) {
  Weather weather;
  weather.wind_speed_m_s = wind_m_s;
  weather.stability = Stability::D;
  return weather;
}

std::unique_ptr<const ConcentrationField> field(double rate_kg_s, double wind_m_s = 3.0) {
  return concentration_field(passive_dispersion, {rate_kg_s, 600.0, 2.0}, air(wind_m_s), {});
}

GaussianPlume plume(double rate_kg_s) {
  return {{rate_kg_s, 2.0}, air(3.0), {.transport_wind = TransportWind::release_height}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(concentration_field_suite)

BOOST_AUTO_TEST_CASE(the_passive_field_is_the_plume_at_the_receptor_height) {
  const std::array<double, 3> x{50.0, 400.0, -10.0};
  const std::array<double, 3> y{1.0, 20.0, 0.0};
  std::array<double, 3> c{};
  std::array<double, 3> ln_c{};
  const auto passive = field(4.0);
  passive->values(x, y, c);
  passive->ln_values(x, y, ln_c);
  for (std::size_t i = 0; i < x.size(); ++i) {
    BOOST_TEST(c.at(i) == plume(4.0).concentration_kg_m3(x.at(i), y.at(i), 1.0));
    BOOST_TEST(ln_c.at(i) == std::log(c.at(i)));
  }
  BOOST_TEST(std::isinf(ln_c[2]));
  BOOST_TEST(*passive->reach_m(1e-4) == *farthest_distance_m(plume(4.0), 1e-4, 1.0));
  BOOST_TEST(!passive->reach_m(1e6).has_value());
  BOOST_TEST(passive->width_m(400.0) == plume(4.0).sigma_y_m(400.0));
}

// A tonne a second in class F never thins out to this, whose plume lies under 53 m for good.
BOOST_AUTO_TEST_CASE(a_plume_that_never_thins_out_reaches_as_far_as_it_is_followed) {
  Weather stable = air(3.0);
  stable.stability = Stability::F;
  const auto passive = concentration_field(passive_dispersion, {1000.0, 1800.0, 1.0}, stable, {});
  BOOST_TEST(*passive->reach_m(5e-5) == 1e5);
  BOOST_TEST(passive->followed_m() == 1e5);
  BOOST_TEST(passive->is_too_short(1800.0, 5e-5));
  BOOST_TEST(!passive->is_too_short(1e5, 5e-5));
  BOOST_TEST(*passive->reach_m(1.0) < 1e5);
}

BOOST_AUTO_TEST_CASE(a_field_says_whether_it_scales_and_how_far_upwind_it_goes) {
  BOOST_TEST(field(1.0)->scales_with_rate());
  BOOST_TEST(field(5.0)->value_kg_m3(300.0, 10.0) == 5.0 * field(1.0)->value_kg_m3(300.0, 10.0),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(field(1.0)->upwind_m() == 0.0);
  BOOST_TEST(field(1.0)->value_kg_m3(-0.1, 0.0) == 0.0);
  BOOST_TEST(std::isinf(field(1.0, 0.2)->upwind_m()));
  BOOST_TEST(field(1.0, 0.2)->value_kg_m3(-5.0, 0.0) > 0.0);
}

// Palazzi's factor erf(u t/(2 sqrt(2) sigma)) is 0.99 where u t is 5.152 sigma.
BOOST_AUTO_TEST_CASE(a_release_is_too_short_by_palazzi_s_factor) {
  const double level = 1e-4;
  const double reach = *field(4.0)->reach_m(level);
  const double limit_s = 5.152 * plume(4.0).sigma_y_m(reach) / plume(4.0).transport_wind_m_s(reach);
  BOOST_TEST(field(4.0)->is_too_short(0.999 * limit_s, level));
  BOOST_TEST(!field(4.0)->is_too_short(1.001 * limit_s, level));
  BOOST_TEST(!field(4.0)->is_too_short(1.0, 1e6));
}

BOOST_AUTO_TEST_CASE(every_kind_of_dispersion_is_computed_and_no_other) {
  for (const DispersionKind& kind : dispersion_kinds()) {
    const auto one = concentration_field(kind.id, {1.0, 600.0, 1.0, {0.0709, 293.15, 2.95}}, air(3.0), {});
    BOOST_TEST(one->value_kg_m3(200.0, 0.0) > 0.0);
  }
  BOOST_CHECK_THROW(concentration_field("ether", {1.0, 600.0, 1.0}, air(3.0), {}), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(auto_takes_what_a_release_asks_for) {
  BOOST_TEST(chosen_dispersion("passive", true) == "passive");
  BOOST_TEST(chosen_dispersion("auto", false) == "passive");
  BOOST_TEST(chosen_dispersion("auto", std::nullopt) == "passive");
  bool any_heavy = false;
  for (const DispersionKind& kind : dispersion_kinds()) any_heavy = any_heavy || kind.for_heavy_gas;
  BOOST_TEST((chosen_dispersion("auto", true) != "passive") == any_heavy);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
