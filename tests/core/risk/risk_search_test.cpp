#include "core/risk/risk_search.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "core/criteria/limits.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::vector<Air> neutral{{Stability::D, 4.0, 1.0}};

Geometry box(double x_min, double y_min, double x_max, double y_max) {
  return {.points = {},
          .lines = {},
          .polygons = {{{{x_min, y_min}, {x_max, y_min}, {x_max, y_max}, {x_min, y_max}, {x_min, y_min}}, {}}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(risk_search)

BOOST_AUTO_TEST_CASE(a_value_equal_to_its_limit_passes) {
  BOOST_TEST(!exceeds(3e-6, 3e-6));
  BOOST_TEST(!exceeds(3e-6 * (1.0 + 5e-10), 3e-6));
  BOOST_TEST(exceeds(3e-6 * (1.0 + 2e-9), 3e-6));
}

BOOST_AUTO_TEST_CASE(a_disc_reaches_to_its_rim) {
  const RiskModel model(
      inputs_with(even_rose(neutral), {unit_at("u", {100.0, 100.0}, {explosion_case("x", 1e-5, 1000.0)})}));
  const auto distance = [&](double limit) {
    return outermost_distance_m(model, model.all_units(), {100.0, 100.0}, {400.0, 500.0}, limit);
  };
  BOOST_TEST(std::abs(distance(3e-6) - model.reach_m(0)) < 0.01);
  BOOST_TEST(distance(1e-5) == 0.0);  // equal is not exceeded
}

BOOST_AUTO_TEST_CASE(risk_beyond_the_distance_found_is_within_the_limit) {
  const RiskModel model(
      inputs_with(rose_of(neutral), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-3, 5.0, ammonia)})}));
  for (const double limit : {1e-5, 1e-6, 1e-8}) {
    const Point towards{70.0, -20.0};
    const double d = outermost_distance_m(model, model.all_units(), {0.0, 0.0}, towards, limit);
    BOOST_TEST_REQUIRE(d > 10.0);
    const auto at = [&](double r) {
      const double length = std::hypot(towards.x, towards.y);
      return model.risk_at({r * towards.x / length, r * towards.y / length}, model.all_units());
    };
    BOOST_TEST(at(d - 0.02) > limit);
    BOOST_TEST(at(d + 0.02) < limit);
  }
}

BOOST_AUTO_TEST_CASE(a_second_unit_behind_a_gap_counts) {
  const RiskCase bang = explosion_case("x", 1e-5, 1000.0);
  const RiskModel model(
      inputs_with(even_rose(neutral), {unit_at("a", {0.0, 0.0}, {bang}), unit_at("b", {1000.0, 30.0}, {bang})}));
  const double far_rim = 1000.0 + std::sqrt(std::pow(model.reach_m(1), 2.0) - 900.0);
  BOOST_TEST(std::abs(outermost_distance_m(model, model.all_units(), {0.0, 0.0}, {1.0, 0.0}, 1e-6) - far_rim) < 0.01);
  const std::size_t first = 0;
  BOOST_TEST(std::abs(outermost_distance_m(model, {&first, 1}, {0.0, 0.0}, {1.0, 0.0}, 1e-6) - model.reach_m(0)) <
             0.01);
}

BOOST_AUTO_TEST_CASE(a_small_fire_far_behind_the_first_unit_is_not_stepped_over) {
  const RiskCase fire = effect_case(1e-5, {pool_fire()});
  const RiskModel alone(inputs_with(even_rose(neutral), {unit_at("b", {0.0, 0.0}, {fire})}));
  const double half_m = outermost_distance_m(alone, alone.all_units(), {0.0, 0.0}, {1.0, 0.0}, 2e-6);
  BOOST_TEST_REQUIRE(half_m > 1.0);
  for (int k = 0; k < 12; ++k) {  // the hill is 2.2 % of its distance wide
    const double there_m = 90.0 * half_m * (1.0 + 0.003 * k);
    const RiskModel model(
        inputs_with(even_rose(neutral), {unit_at("a", {0.0, 0.0}, {fire}), unit_at("b", {there_m, 0.0}, {fire})}));
    const double found_m = outermost_distance_m(model, model.all_units(), {0.0, 0.0}, {1.0, 0.0}, 2e-6);
    BOOST_TEST(std::abs(found_m - there_m - half_m) < 0.05, k);
  }
}

BOOST_AUTO_TEST_CASE(what_lies_between_units_far_apart_may_be_left_out) {
  const RiskCase gas = toxic_case("c", 1e-4, 2.0, ammonia);
  const RiskCase fire = effect_case(1e-5, {pool_fire()});
  const RiskModel model(
      inputs_with(rose_of(neutral), {unit_at("gas", {0.0, 0.0}, {gas, fire}), unit_at("fire", {6000.0, 40.0}, {fire}),
                                     unit_at("bang", {-3000.0, 0.0}, {explosion_case("x", 1e-5, 1000.0)})}));
  const std::span<const std::size_t> units = model.all_units();
  for (const double limit : {1e-5, 3e-6, 3e-7}) {
    const std::vector<double> reaches_m = share_reaches_m(model, units, limit);
    for (const Point from : {Point{0.0, 0.0}, Point{200.0, -90.0}, Point{-3000.0, 0.0}}) {
      for (int k = 0; k < 360; k += 5) {  // 0 degrees: over the fire; 180: over the explosion
        const double angle = k * std::numbers::pi / 180.0;
        const Point towards{from.x + std::cos(angle), from.y + std::sin(angle)};
        const double everywhere_m = outermost_distance_m(model, units, from, towards, limit, 1e4);
        BOOST_TEST(outermost_distance_m(model, units, from, towards, limit, 1e4, reaches_m) == everywhere_m,
                   limit << " " << from.x << " " << k);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_maximum_over_a_parcel_is_on_the_side_of_the_source) {
  const RiskModel model(
      inputs_with(even_rose(neutral), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-3, 5.0, ammonia)})}));
  GridSpec grid;
  grid.cell_m = 10.0;
  const RiskMaximum highest = maximum_risk(model, model.all_units(), box(201.0, -40.0, 260.0, 40.0), grid);
  BOOST_TEST(highest.place.x == 201.0);
  BOOST_TEST(std::abs(highest.place.y) <= 0.5);
  BOOST_TEST(highest.risk_per_year == model.risk_at(highest.place, model.all_units()));
}

BOOST_AUTO_TEST_CASE(no_place_beyond_the_reach_of_a_level_has_more) {
  const RiskModel model(
      inputs_with(rose_of(neutral),
                  {unit_at("gas", {0.0, 0.0}, {toxic_case("c", 1e-4, 2.0, ammonia), effect_case(1e-5, {pool_fire()})}),
                   unit_at("bang", {300.0, 0.0}, {explosion_case("x", 1e-5, 1000.0)}),
                   unit_at("fire", {0.0, 0.0}, {effect_case(1e-5, {pool_fire()}), effect_case(1e-6, {fireball()})})}));
  for (std::size_t unit = 0; unit < model.unit_count(); ++unit) {
    for (const double level : {1e-5, 3e-6, 1e-8}) {
      const double reach = reach_above_m(model, {&unit, 1}, model.unit(unit).source, level);
      double farthest = 0.0;
      for (int k = 0; k < 360; k += 3) {
        const double angle = k * std::numbers::pi / 180.0;
        const Point source = model.unit(unit).source;
        const Point towards{source.x + std::sin(angle), source.y + std::cos(angle)};
        farthest = std::max(farthest, outermost_distance_m(model, {&unit, 1}, source, towards, level, 1e5));
      }
      constexpr double kSettled_m = 0.01;
      BOOST_TEST(farthest <= reach + kSettled_m,
                 model.unit(unit).id << " " << level << ": " << farthest << " " << reach);
      if (farthest == 0.0) continue;
      BOOST_TEST(reach < 1.35 * farthest + 2.0,
                 model.unit(unit).id << " " << level << ": " << farthest << " " << reach);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
