#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <vector>

#include "core/effects/effect.hpp"
#include "models/dispersion/gaussian_plume.hpp"

using namespace sise;

namespace {

Weather fire_air(double wind_m_s) {
  Weather weather;
  weather.wind_speed_m_s = wind_m_s;
  weather.stability = Stability::D;
  return weather;
}

EffectEvent propane_fireball(double mass_kg) {
  return FireballEvent{{.mass_kg = mass_kg, .heat_of_combustion_J_kg = 46.35e6, .radiative_fraction = 0.3}};
}

EffectEvent pool(double diameter_m) {
  return PoolFireEvent{{.diameter_m = diameter_m, .burning_rate_kg_m2_s = 0.055}, 1800.0};
}

JetFireEvent jet() {
  return {{.rate_kg_s = 10.0,
           .jet_velocity_m_s = 500.0,
           .jet_angle_deg = 0.0,
           .height_m = 1.0,
           .molar_mass_kg_mol = 0.0441,
           .heat_of_combustion_J_kg = 46.35e6,
           .jet_density_kg_m3 = 2.3},
          {},
          1800.0};
}

std::unique_ptr<Effect> prepared(const EffectEvent& event, double wind_m_s) {
  return prepare_effect(event, fire_air(wind_m_s), {});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fire_effects)

BOOST_AUTO_TEST_CASE(fireball_is_round_and_as_the_model_says) {
  const auto effect = prepared(propane_fireball(10'000.0), 3.0);
  const Fireball model({.mass_kg = 10'000.0, .heat_of_combustion_J_kg = 46.35e6, .radiative_fraction = 0.3},
                       FireballCorrelation::ccps);
  BOOST_TEST((effect->axis() == EffectAxis::round));
  BOOST_TEST((effect->quantity() == EffectQuantity::radiation_w_m2));
  BOOST_TEST(effect->duration_s() == model.duration_s());
  for (const double angle : {0.0, 1.0, 2.0, 3.0}) {
    const double q = effect->value(200.0 * std::cos(angle), 200.0 * std::sin(angle));
    BOOST_TEST(q == model.radiation_w_m2(200.0, Receiver::facing), boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(pool_fire_is_hotter_downwind_and_symmetric_across) {
  const auto effect = prepared(pool(20.0), 5.0);
  const double down = effect->value(40.0, 0.0);
  const double across = effect->value(0.0, 40.0);
  const double up = effect->value(-40.0, 0.0);
  BOOST_TEST(down > across);
  BOOST_TEST(across > up);
  BOOST_TEST(across == effect->value(0.0, -40.0), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(std::isinf(effect->value(0.0, 0.0)));
  BOOST_TEST(std::isinf(effect->value(10.5, 0.0)));  // below the leaning flame
  BOOST_TEST(!std::isinf(effect->value(-10.5, 0.0)));
}

BOOST_AUTO_TEST_CASE(pool_fire_downwind_is_mudans_tilted_cylinder) {
  const auto effect = prepared(pool(20.0), 5.0);
  const PoolFire model({.diameter_m = 20.0, .burning_rate_kg_m2_s = 0.055}, {.wind_speed_m_s = 5.0});
  for (const double r : {45.0, 60.0, 100.0, 400.0}) {
    BOOST_TEST(effect->value(r, 0.0) == model.radiation_w_m2(r, Receiver::facing), boost::test_tools::tolerance(5e-3));
  }
}

BOOST_AUTO_TEST_CASE(a_bright_pool_is_its_own_and_not_mudans) {
  const PoolFireSource smoky{.diameter_m = 35.0, .burning_rate_kg_m2_s = 0.078};
  PoolFireSource bright = smoky;
  bright.bright = BrightFlame{265e3, 0.3};
  const auto there = [](const PoolFireSource& source) {
    return prepared(PoolFireEvent{source, 1800.0}, 3.0)->value(140.0, 0.0);
  };
  const double ratio = 265e3 / PoolFire(smoky, {}).emissive_power_w_m2();
  BOOST_TEST(there(bright) == ratio * there(smoky), boost::test_tools::tolerance(1e-3));
  BOOST_TEST(ratio > 11.0);
}

BOOST_AUTO_TEST_CASE(pool_fire_without_wind_is_round) {
  const auto effect = prepared(pool(15.0), 0.0);
  const double downwind = effect->value(30.0, 0.0);
  for (const double angle : {0.7, 1.9, 3.1}) {
    BOOST_TEST(effect->value(30.0 * std::cos(angle), 30.0 * std::sin(angle)) == downwind,
               boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(jet_fire_points_with_the_wind_unless_it_has_its_own_bearing) {
  JetFireEvent event = jet();
  BOOST_TEST((prepared(event, 3.0)->axis() == EffectAxis::wind));
  BOOST_TEST(!needs_no_weather(event));
  event.bearing_deg = 120.0;
  BOOST_TEST((prepared(event, 3.0)->axis() == EffectAxis::own));
  BOOST_TEST(needs_no_weather(event));
  BOOST_TEST(prepared(event, 3.0)->value(50.0, 10.0) == prepared(event, 8.0)->value(50.0, 10.0));
}

BOOST_AUTO_TEST_CASE(jet_fire_ahead_is_the_model_and_falls_to_the_side_and_behind) {
  const auto effect = prepared(jet(), 3.0);
  const ChamberlainJet model(jet().source,
                             {.wind_speed_m_s = 3.0, .density_kg_m3 = 101325.0 * 0.028965 / (8.314462618 * 293.15)});
  BOOST_TEST(effect->value(150.0, 0.0) == model.radiation_w_m2(150.0, Receiver::facing),
             boost::test_tools::tolerance(1e-6));
  BOOST_TEST(effect->value(80.0, 0.0) > effect->value(0.0, 80.0));
  BOOST_TEST(effect->value(0.0, 80.0) > effect->value(-80.0, 0.0));
  BOOST_TEST(effect->value(0.0, 80.0) == effect->value(0.0, -80.0), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(flash_fire_is_the_plume_over_its_lower_limit) {
  const FlammableRelease release{5.0, 1800.0, 1.0, 0.04, 0.17};
  const auto effect = prepare_effect(FlashFireEvent{release}, fire_air(2.0), {});
  PlumeOptions options;
  options.transport_wind = TransportWind::release_height;
  options.averaging_time_s = 18.75;
  const GaussianPlume plume({5.0, 1.0}, fire_air(2.0), options);
  const auto tip = farthest_distance_m(plume, 0.04, 1.0);
  BOOST_REQUIRE(tip.has_value());
  BOOST_TEST(effect->value(*tip * 0.999, 0.0) >= 1.0);
  BOOST_TEST(effect->value(*tip * 1.001, 0.0) < 1.0);
  BOOST_TEST(effect->value(-5.0, 0.0) == 0.0);
  BOOST_TEST(*farthest_m(*effect, 1.0) == *tip, boost::test_tools::tolerance(1e-7));
}

BOOST_AUTO_TEST_CASE(farthest_is_the_outer_edge) {
  const auto effect = prepared(propane_fireball(10'000.0), 3.0);
  const auto far = farthest_m(*effect, 12'500.0);
  BOOST_REQUIRE(far.has_value());
  BOOST_TEST(effect->value(*far, 0.0) >= 12'500.0);
  BOOST_TEST(effect->value(*far + 0.02, 0.0) < 12'500.0);
  BOOST_TEST(!farthest_m(*effect, 1e9).has_value());
}

BOOST_AUTO_TEST_CASE(a_place_has_the_same_bytes_in_every_batch) {
  std::vector<double> x(700);
  std::vector<double> y(700);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = -60.0 + static_cast<double>(i) * 0.5;
    y[i] = 5.0 + static_cast<double>(i % 13);
  }
  for (const EffectEvent& event : {propane_fireball(500.0), pool(12.0), EffectEvent(jet()),
                                   EffectEvent(FlashFireEvent{{5.0, 1800.0, 1.0, 0.04, 0.17}})}) {
    const auto effect = prepared(event, 4.0);
    std::vector<double> batch(x.size());
    effect->values(x, y, batch);
    for (std::size_t i = 0; i < x.size(); i += 7) BOOST_TEST(batch[i] == effect->value(x[i], y[i]));
  }
}

BOOST_AUTO_TEST_CASE(nobody_beyond_the_farthest_distance_has_more) {
  for (const EffectEvent& event : {pool(12.0), pool(40.0), EffectEvent(jet())}) {
    const auto effect = prepared(event, 4.0);
    const auto reach = farthest_m(*effect, 4000.0);
    BOOST_REQUIRE(reach.has_value());
    for (double angle = 0.0; angle < 3.2; angle += 0.05) {
      for (const double r : {*reach * 1.01, *reach * 1.2}) {
        BOOST_TEST(effect->value(r * std::cos(angle), r * std::sin(angle)) < 4000.0);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
