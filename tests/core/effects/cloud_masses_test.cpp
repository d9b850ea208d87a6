#include "core/effects/cloud_masses.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>

#include "core/accidents/dispersion.hpp"
#include "core/effects/event_effects.hpp"

using namespace sise;

namespace {

Weather air(double speed_m_s, Stability stability) {
  Weather weather;
  weather.wind_speed_m_s = speed_m_s;
  weather.stability = stability;
  return weather;
}

FlammableRelease leak(double rate_kg_s, double height_m) {
  FlammableRelease release;
  release.rate_kg_s = rate_kg_s;
  release.duration_s = 600.0;
  release.height_m = height_m;
  release.lfl_kg_m3 = 0.038;
  release.ufl_kg_m3 = 0.17;
  release.dispersion = std::string(passive_dispersion);
  return release;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cloud_masses)

BOOST_AUTO_TEST_CASE(are_the_fields_own_within_three_thousandths) {
  const CloudMasses masses;
  for (const Weather& weather : {air(1.6, Stability::F), air(4.2, Stability::D), air(2.1, Stability::A)}) {
    for (const double height_m : {0.0, 1.0, 10.0}) {
      for (const double rate_kg_s : {0.05, 0.7, 3.0, 41.0, 300.0}) {
        const FlammableRelease release = leak(rate_kg_s, height_m);
        const auto field = flammable_field(release, weather, {});
        const auto direct = field->flammable_mass(release.lfl_kg_m3, release.ufl_kg_m3);
        const auto shared = masses.of(release, weather, {}, *field);
        BOOST_REQUIRE(direct.has_value() == shared.has_value());
        if (!direct) continue;
        BOOST_TEST(shared->mass_kg == direct->mass_kg, boost::test_tools::tolerance(3e-3));
        BOOST_TEST(shared->centre_m == direct->centre_m, boost::test_tools::tolerance(3e-3));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(do_not_depend_on_what_was_asked_before) {
  const Weather weather = air(3.0, Stability::D);
  const FlammableRelease release = leak(5.0, 1.0);
  const auto field = flammable_field(release, weather, {});
  const CloudMasses fresh;
  const CloudMasses used;
  for (const double rate_kg_s : {0.3, 17.0, 4.99}) {
    const FlammableRelease other = leak(rate_kg_s, 1.0);
    BOOST_TEST(used.of(other, weather, {}, *flammable_field(other, weather, {})).has_value());
  }
  const auto first = fresh.of(release, weather, {}, *field);
  const auto last = used.of(release, weather, {}, *field);
  BOOST_TEST(first->mass_kg == last->mass_kg);
  BOOST_TEST(first->centre_m == last->centre_m);
}

BOOST_AUTO_TEST_CASE(of_a_dense_gas_are_those_of_its_own_field_whoever_asks_first) {
  FlammableRelease release = leak(4.0, 1.0);
  release.dispersion = std::string(dense_dispersion);
  release.gas.density_kg_m3 = 2.4;
  for (const Weather& weather : {air(1.6, Stability::F), air(5.0, Stability::D)}) {
    const auto own = flammable_field(release, weather, {});
    const auto direct = own->flammable_mass(release.lfl_kg_m3, release.ufl_kg_m3);
    BOOST_REQUIRE(direct.has_value());
    const CloudMasses fire_first;
    const auto field = fire_first.field(release, weather, {});
    BOOST_TEST(field == fire_first.field(release, weather, {}));
    BOOST_TEST(field->value_kg_m3(20.0, 3.0) == own->value_kg_m3(20.0, 3.0));
    const CloudMasses explosion_first;
    for (const CloudMasses* masses : {&fire_first, &explosion_first, &explosion_first}) {
      const auto mass = masses->of(release, weather, {});
      BOOST_REQUIRE(mass.has_value());
      BOOST_TEST(mass->mass_kg == direct->mass_kg);
      BOOST_TEST(mass->centre_m == direct->centre_m);
    }
    BOOST_TEST(explosion_first.field(release, weather, {})->value_kg_m3(20.0, 3.0) == own->value_kg_m3(20.0, 3.0));
  }
}

BOOST_AUTO_TEST_CASE(tell_releases_apart_by_every_number) {
  FlammableRelease release = leak(4.0, 1.0);
  release.dispersion = std::string(dense_dispersion);
  release.gas.density_kg_m3 = 2.4;
  const Weather weather = air(3.0, Stability::D);
  const CloudMasses masses;
  const double mass_kg = masses.of(release, weather, {})->mass_kg;
  FlammableRelease denser = release;
  denser.gas.density_kg_m3 = 3.1;
  FlammableRelease leaner = release;
  leaner.lfl_kg_m3 *= 0.9;
  FlammableRelease shorter = release;
  shorter.duration_s = 20.0;
  for (const FlammableRelease& other : {denser, leaner, shorter}) {
    const auto direct = flammable_field(other, weather, {})->flammable_mass(other.lfl_kg_m3, other.ufl_kg_m3);
    BOOST_TEST(masses.of(other, weather, {})->mass_kg == direct->mass_kg);
    BOOST_TEST(masses.of(other, weather, {})->mass_kg != mass_kg);
  }
  BOOST_TEST(masses.of(release, air(3.1, Stability::D), {})->mass_kg != mass_kg);
  BOOST_TEST(masses.of(release, weather, {})->mass_kg == mass_kg);
}

BOOST_AUTO_TEST_SUITE_END()
