#include "core/kernels/effect_death.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/kernels/radial_tail.hpp"
#include "models/harm/probit.hpp"
#include "tests/core/risk/risk_direct.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

RiskInputs inputs_of(std::vector<EffectEvent> effects, double frequency = 1e-5) {
  return inputs_with(even_rose({{Stability::D, 4.0, 1.0}}),
                     {unit_at("u", {0.0, 0.0}, {effect_case(frequency, std::move(effects))})});
}

EffectDeath death_of(const RiskInputs& inputs) {
  return std::move(case_deaths(inputs, inputs.units.front().cases.front(), 4.0, Stability::D).front());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(effect_death)

BOOST_AUTO_TEST_CASE(heat_kills_by_the_probit_of_the_pack_over_at_most_twenty_seconds) {
  const RiskInputs inputs = inputs_of({pool_fire()});
  const EffectDeath death = death_of(inputs);
  // AQ/T 3046-2013: Pr = -36.38 + 2.56 ln(q^(4/3) t), q in W/m2, t = min(1800 s, 20 s).
  const double probit = -36.38 + 2.56 * std::log(std::pow(15000.0, 4.0 / 3.0) * 20.0);
  BOOST_TEST(death.by_value(15000.0) == probability_of(probit), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(death.by_value(37500.0) == 1.0);
  BOOST_TEST(death.by_value(INFINITY) == 1.0);
}

BOOST_AUTO_TEST_CASE(a_fireball_lasts_as_long_as_it_burns) {
  const RiskInputs inputs = inputs_of({fireball(1000.0)});
  const EffectDeath death = death_of(inputs);
  const double probit = -36.38 + 2.56 * std::log(std::pow(15000.0, 4.0 / 3.0) * 4.5);  // 0.45 M^(1/3)
  BOOST_TEST(death.by_value(15000.0) == probability_of(probit), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_burning_cloud_kills_everybody_in_it_and_nobody_beside) {
  const RiskInputs inputs = inputs_of({flash_fire()});
  const EffectDeath death = death_of(inputs);
  BOOST_TEST(death.by_value(1.0) == 1.0);
  BOOST_TEST(death.by_value(0.999) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_cloud_explosion_kills_at_thirty_kilopascal) {
  const RiskInputs inputs = inputs_of({cloud_explosion()});
  const EffectDeath death = death_of(inputs);
  BOOST_TEST(death.by_value(30000.0) == 1.0);
  BOOST_TEST(death.by_value(29999.0) == 0.0);
  BOOST_TEST(death.by_value(NAN) == 0.0);
}

BOOST_AUTO_TEST_CASE(reach_is_where_the_probability_is_reached) {
  for (const EffectEvent& event : {fireball(), pool_fire(), jet_fire(), flash_fire(), cloud_explosion()}) {
    const RiskInputs inputs = inputs_of({event});
    const EffectDeath death = death_of(inputs);
    for (const double p : {1.0, 0.5, 1e-6}) {
      const auto reach = death.reach_m(p);
      BOOST_REQUIRE(reach.has_value());
      double most_beyond = 0.0;
      for (double angle = 0.0; angle < 3.2; angle += 0.05) {
        const double r = *reach * 1.02;
        most_beyond =
            std::max(most_beyond, death.by_value(death.effect().value(r * std::cos(angle), r * std::sin(angle))));
      }
      BOOST_TEST(most_beyond < p);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_weak_explosion_reaches_nobody) {
  // Class 5 stays at 20 kPa.
  const RiskInputs inputs = inputs_of({cloud_explosion(5)});
  BOOST_TEST(!death_of(inputs).reach_m(1.0).has_value());
  BOOST_TEST(risk_direct(inputs, {30.0, 0.0}) == 0.0);
}

BOOST_AUTO_TEST_CASE(effects_of_one_case_combine_and_cases_add) {
  // Still air of one speed, the same from everywhere: a pool fire and a fireball both reach 16 m.
  const double pool = risk_direct(inputs_of({pool_fire()}, 1.0), {0.0, 16.0});
  const double ball = risk_direct(inputs_of({fireball(300.0)}, 1.0), {0.0, 16.0});
  BOOST_REQUIRE(pool > 0.01);
  BOOST_REQUIRE(ball > 0.01);
  const double together = risk_direct(inputs_of({pool_fire(), fireball(300.0)}, 1.0), {0.0, 16.0});
  // The fireball is round, so the average over directions of 1 - (1 - P)(1 - B) is P + B - P B.
  BOOST_TEST(together == pool + ball - pool * ball, boost::test_tools::tolerance(1e-3));
  RiskInputs apart = inputs_of({pool_fire()}, 1.0);
  apart.units.front().cases.push_back(effect_case(1.0, {fireball(300.0)}));
  BOOST_TEST(risk_direct(apart, {0.0, 16.0}) == pool + ball, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(radial_tail_interpolates_between_its_ends_only) {
  const std::vector<double> risk{1e-5, 1e-6, 1e-7};
  const RadialTail tail(100.0, 120.0, risk);
  BOOST_TEST(tail.at_square(100.0 * 100.0) == 0.0);
  BOOST_TEST(tail.at_square(110.0 * 110.0) == 1e-6, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(tail.at_square(105.0 * 105.0) == std::sqrt(1e-11), boost::test_tools::tolerance(1e-9));
  BOOST_TEST(tail.at_square(120.0 * 120.0) == 1e-7, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(tail.at_square(120.001 * 120.001) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
