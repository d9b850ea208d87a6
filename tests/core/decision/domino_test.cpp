#include "core/decision/domino.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "models/explosion/tnt.hpp"

using namespace sise;

namespace {

/// Grid and geographic north agree, and degrees do not matter.
class Level : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
  [[nodiscard]] double convergence_deg(Point) const override { return 0.0; }
};

Unit unit(const std::string& id, UnitKind kind, double x) {
  Unit u;
  u.id = id;
  u.kind = kind;
  u.geometry.points = {{x, 0.0}};
  return u;
}

Scenario explosion(const std::string& unit_id, double tnt_kg) {
  Scenario s;
  s.unit_id = unit_id;
  s.case_id = "bang";
  s.kind = ScenarioKind::explosion;
  s.frequency_per_year = 1e-6;
  s.tnt_kg = tnt_kg;
  return s;
}

DominoPack pack() {
  DominoPack p;
  p.levels = {{EffectQuantity::overpressure_pa, 22e3, {UnitKind::atmospheric_tank}},
              {EffectQuantity::overpressure_pa, 16e3, {UnitKind::reactor}},
              {EffectQuantity::radiation_w_m2, 37.5e3, {}},
              {EffectQuantity::radiation_w_m2, 15e3, {UnitKind::atmospheric_tank}}};
  return p;
}

/// A ton of TNT at the origin, a tank and a reactor both `x` metres away, on either side.
Study neighbours(double x) {
  Study study;
  study.units = {unit("E", UnitKind::unspecified, 0.0), unit("T", UnitKind::atmospheric_tank, x),
                 unit("R", UnitKind::reactor, -x)};
  study.scenarios = {explosion("E", 1000.0)};
  return study;
}

DominoScreening screened(const Study& study) {
  const SubstanceTable substances;
  const Level projection;

  Study with_harm = study;
  with_harm.harm.lethal_overpressure_pa = 30e3;
  const Assessment assessment(with_harm, substances, projection);
  return domino_screening(assessment, pack());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_lowest_level_of_a_kind_counts) {
  BOOST_TEST(pack().level_for(UnitKind::atmospheric_tank, EffectQuantity::radiation_w_m2).value() == 15e3);
  BOOST_TEST(pack().level_for(UnitKind::reactor, EffectQuantity::radiation_w_m2).value() == 37.5e3);
  BOOST_TEST(!pack().level_for(UnitKind::pump, EffectQuantity::overpressure_pa).has_value());
}

// 16 kPa reach farther than 22 kPa: between the two distances only the reactor is in reach.
BOOST_AUTO_TEST_CASE(sensitive_units_are_reached_farther_out) {
  const double near_m = distance_to_overpressure_m(BlastCurve::gb6722, 1000.0, 22e3).value();
  const double far_m = distance_to_overpressure_m(BlastCurve::gb6722, 1000.0, 16e3).value();
  BOOST_TEST(screened(neighbours(0.99 * near_m)).pairs.size() == 2U);
  const DominoScreening between = screened(neighbours(0.5 * (near_m + far_m)));
  BOOST_REQUIRE(between.pairs.size() == 1U);
  const DominoPair& pair = between.pairs.front();
  BOOST_TEST(pair.target_unit_id == "R");
  BOOST_TEST(pair.case_id == "bang");
  BOOST_TEST(pair.value == overpressure_pa(BlastCurve::gb6722, 1000.0, pair.distance_m),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(pair.reach_m == far_m, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(screened(neighbours(1.01 * far_m)).pairs.empty());
}

BOOST_AUTO_TEST_CASE(the_worst_case_of_a_pair_stands_for_it_and_the_worst_pair_comes_first) {
  Study study = neighbours(50.0);
  study.scenarios.push_back(explosion("E", 8000.0));
  study.scenarios.back().case_id = "louder";
  const DominoScreening result = screened(study);
  BOOST_REQUIRE(result.pairs.size() == 2U);
  for (const DominoPair& pair : result.pairs) BOOST_TEST(pair.case_id == "louder");
  BOOST_TEST(result.pairs.front().target_unit_id == "R");
}

// An accident without what it needs is named, not passed over.
BOOST_AUTO_TEST_CASE(what_cannot_be_screened_is_told) {
  const Study study = neighbours(50.0);
  const SubstanceTable substances;
  const Level projection;
  Study with_harm = study;
  with_harm.harm.lethal_overpressure_pa = 30e3;
  Assessment assessment(with_harm, substances, projection);
  Scenario fireball = study.scenarios.front();
  fireball.kind = ScenarioKind::fireball;
  fireball.substance = "unheard_of";
  assessment.accidents = {resolve_accident(fireball, {.substances = substances, .ambient = study.ambient})};
  const DominoScreening result = domino_screening(assessment, pack());
  BOOST_TEST(result.pairs.empty());
  BOOST_REQUIRE(result.not_screened.size() == 1U);
  BOOST_TEST(result.not_screened.front().unit_id == "E");
  BOOST_TEST(!result.not_screened.front().reason.zh.empty());
}
