#include "core/kernels/explosion_death.hpp"

#include <boost/test/unit_test.hpp>

#include "core/risk/risk_model.hpp"
#include "models/base/error.hpp"
#include "models/explosion/tnt.hpp"
#include "tests/core/risk/risk_direct.hpp"

using namespace sise;

namespace {

/// HSC: 1.47 + 1.37 ln(p/psi).
HarmPack by_pressure() {
  HarmPack pack;
  pack.effects = {{"fatality", {}, OverpressureProbit{-10.6388, 1.37}, "", Confidence::seen}};
  pack.blast_death = {"fatality"};
  return pack;
}

HarmPack by_pressure_and_impulse() {
  HarmPack pack;
  pack.id = "green";
  pack.effects = {{"lung", {}, LungProbit{5.74, 4.2, 1.3}, "", Confidence::seen},
                  {"head", {}, BodyProbit{8.49, 2430.0, 4e8}, "", Confidence::seen}};
  pack.blast_death = {"lung", "head"};
  return pack;
}

ModelChoice by_curve(BlastCurve curve) {
  ModelChoice model;
  model.blast_curve = curve;
  return model;
}

}  // namespace

BOOST_AUTO_TEST_CASE(half_of_the_people_die_where_the_pressure_is_13_1_psi) {
  const HarmPack pack = by_pressure();
  const ExplosionDeath death({1000.0}, by_curve(BlastCurve::gb6722), pack);
  const double r_m = distance_to_overpressure_m(BlastCurve::gb6722, 1000.0, 13.15 * 6894.757).value();
  BOOST_TEST(death.probability(r_m) == 0.5, boost::test_tools::tolerance(0.01));
  BOOST_TEST(death.reach_m(death.probability(r_m)) == r_m, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(death_falls_outwards_from_one_to_nothing) {
  const HarmPack pack = by_pressure_and_impulse();
  const ExplosionDeath death({1000.0}, by_curve(BlastCurve::kingery_bulmash_hemispherical), pack);
  BOOST_TEST(death.probability(0.0) == 1.0);
  double last = 1.0;
  for (double r_m = 1.0; r_m < 2000.0; r_m *= 1.1) {
    BOOST_TEST(death.probability(r_m) <= last * (1.0 + 1e-12) + 1e-12);
    last = death.probability(r_m);
  }
  BOOST_TEST(last == 0.0);
  BOOST_TEST(death.reach_m(0.5) > 5.0);
  BOOST_TEST(death.reach_m(1e-4) > death.reach_m(0.5));
}

BOOST_AUTO_TEST_CASE(a_curve_without_the_impulse_is_refused_by_name) {
  const HarmPack pack = by_pressure_and_impulse();
  BOOST_CHECK_EXCEPTION(ExplosionDeath({1000.0}, by_curve(BlastCurve::gb6722), pack), ModelError,
                        [](const ModelError& error) { return error.diagnostics().front().code == "no_impulse"; });
}

BOOST_AUTO_TEST_CASE(a_curve_that_ends_where_people_die_is_refused) {
  const HarmPack pack = by_pressure();
  const ExplosionDeath death({1000.0}, by_curve(BlastCurve::henrych), pack);
  BOOST_CHECK_THROW(static_cast<void>(death.reach_m(1e-9)), ModelError);
}

// The map's table of distances against the function itself, for packs with and without the impulse.
BOOST_AUTO_TEST_CASE(the_map_agrees_with_the_function) {
  for (const HarmPack& pack : {by_pressure(), by_pressure_and_impulse()}) {
    RiskInputs inputs;
    inputs.model = by_curve(BlastCurve::swisdak_hemispherical);
    inputs.harm = pack;
    RiskUnit unit;
    unit.cases.emplace_back();
    unit.cases.front().frequency_per_year = 1e-5;
    unit.cases.front().effects.emplace_back(BlastEvent{1000.0});
    inputs.units = {unit};
    const ExplosionDeath death({1000.0}, inputs.model, pack);
    const RiskModel model(inputs);
    for (const double r_m : {3.0, 20.0, 33.3, 47.1, 80.0}) {
      const double direct = 1e-5 * death.probability(r_m);
      BOOST_TEST(risk_direct(inputs, unit, {r_m, 0.0}) == direct, boost::test_tools::tolerance(1e-12));
      if (direct < 1e-10) continue;
      BOOST_TEST(model.risk_at({0.0, r_m}, model.all_units()) == direct, boost::test_tools::tolerance(0.005));
    }
  }
}
