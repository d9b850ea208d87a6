// Stretches of a straight gas pipeline of 10 km beside places at known distances.
#include "core/decision/high_consequence.hpp"

#include "tests/core/decision/decision_fixture.hpp"

namespace sise {

namespace {

PipelinePack small_pack() {
  PipelinePack pack;
  pack.id = "test";
  pack.radius_factor = 0.099;
  pack.merge_m = 50.0;
  PipelineRule many;
  many.id = "many";
  many.medium = PipelineMedium::gas;
  many.within_m = 200.0;
  many.households = 100.0;
  many.window_m = 2000.0;
  many.level = 2;
  PipelineRule site;
  site.id = "site";
  site.medium = PipelineMedium::gas;
  site.outer_mm.at_least = 273.0;
  site.within_m = 200.0;
  site.people = 30.0;
  site.level = 1;
  pack.rules = {many, site};
  return pack;
}

Study with_pipeline() {
  Study study;
  study.ambient.temperature_K = 293.15;
  study.ambient.pressure_Pa = 101325.0;
  Unit unit;
  unit.id = "P";
  unit.kind = UnitKind::pipeline;
  unit.substance = "chlorine";  // boils below the air's temperature: counts as a gas here
  unit.diameter_m = 0.5;
  unit.pressure_abs_Pa = 4.1e6;
  unit.geometry.lines = {{{0.0, 0.0}, {10000.0, 0.0}}};
  study.units = {unit};
  return study;
}

Target homes(const char* id, double x, double y, double households) {
  Target target;
  target.id = id;
  target.households = households;
  target.people = 3.0 * households;
  target.geometry = testing::box(x, y, x + 20.0, y + 20.0);
  return target;
}

SubstanceTable one_gas() {
  Substance gas = testing::chlorine();
  gas.properties["boiling_point_K"].value = 239.1;
  return SubstanceTable({gas});
}

std::vector<PipelineStretches> stretches(const Study& study) {
  return high_consequence_stretches(small_pack(), study, one_gas(), nullptr);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(high_consequence)

BOOST_AUTO_TEST_CASE(a_stretch_ends_where_its_places_are_as_far_as_the_rule_looks) {
  Study study = with_pipeline();
  Target school = homes("school", 5000.0, 120.0, 0.0);
  school.households.reset();
  school.people = 400.0;
  study.targets = {school};
  const auto found = stretches(study);
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_REQUIRE(found[0].segments.size() == 1U);
  const HighConsequenceSegment& one = found[0].segments.front();
  BOOST_TEST(one.rule.id == "site");
  BOOST_TEST(one.from_m == 5000.0 - 160.0, boost::test_tools::tolerance(2e-3));  // sqrt(200² − 120²) = 160
  BOOST_TEST(one.to_m == 5020.0 + 160.0, boost::test_tools::tolerance(2e-3));
  BOOST_TEST(one.target_people.value() == 400.0);
  BOOST_TEST(!one.households.has_value());  // nobody stated them: not 0
  BOOST_TEST(one.no_households == 1U);
  BOOST_TEST(one.uncounted == 0U);
  BOOST_TEST(one.shape.lines.size() == 1U);
  BOOST_TEST(*found[0].impact_radius_m == 0.099 * std::sqrt(500.0 * 500.0 * (4.1 - 0.101325)),
             boost::test_tools::tolerance(1e-9));
  // Whether it has a hundred households nobody said.
  BOOST_REQUIRE(found[0].not_stated.size() == 1U);
  BOOST_TEST(found[0].not_stated[0] == "households");
}

BOOST_AUTO_TEST_CASE(villages_count_together_within_two_kilometres_and_not_beyond) {
  Study study = with_pipeline();
  study.targets = {homes("A", 1000.0, 50.0, 8.0), homes("B", 2500.0, 50.0, 92.0), homes("C", 9000.0, 50.0, 9.0)};
  for (Target& one : study.targets) one.people = 20.0;  // no place by itself
  const auto found = stretches(study);
  BOOST_REQUIRE(found[0].segments.size() == 1U);
  const HighConsequenceSegment& one = found[0].segments.front();
  BOOST_TEST(one.rule.id == "many");
  BOOST_TEST(one.targets.size() == 2U);
  BOOST_TEST(one.households.value() == 100.0);
  BOOST_TEST(one.from_m < 1000.0);
  BOOST_TEST(one.to_m > 2520.0);
  BOOST_TEST(one.to_m < 2800.0);
  BOOST_TEST(found[0].not_stated.empty());
  study.targets[1].geometry = testing::box(3500.0, 50.0, 3520.0, 70.0);
  BOOST_TEST(stretches(study)[0].segments.empty());
}

BOOST_AUTO_TEST_CASE(stretches_closer_together_than_fifty_metres_are_one_of_the_higher_level) {
  Study study = with_pipeline();
  study.targets = {homes("village", 1000.0, 100.0, 120.0), homes("hall", 1400.0, 100.0, 20.0)};
  study.targets[1].households.reset();  // else both would count together
  const auto found = stretches(study);
  BOOST_REQUIRE(found[0].segments.size() == 1U);
  BOOST_TEST(found[0].segments[0].rule.level == 2);
  BOOST_TEST(found[0].segments[0].targets.size() == 2U);
  BOOST_TEST(found[0].segments[0].households.value() == 120.0);  // of those that are stated, and how many are not
  BOOST_TEST(found[0].segments[0].no_households == 1U);
  study.targets[1].geometry = testing::box(1500.0, 100.0, 1520.0, 120.0);
  BOOST_TEST(stretches(study)[0].segments.size() == 2U);
}

BOOST_AUTO_TEST_CASE(people_come_from_the_population_and_no_data_is_not_nobody) {
  Study study = with_pipeline();
  study.targets = {homes("village", 5000.0, 100.0, 120.0)};
  BOOST_TEST(std::isnan(stretches(study)[0].segments[0].people.night));
  Population people;
  for (double x = 4005.0; x < 6000.0; x += 10.0) people.patches.push_back({{x, 5.0}, 10.0, 1.0, 2.0});
  study.population = people;
  const PeopleKnown known = stretches(study)[0].segments[0].people;
  BOOST_TEST(known.night == 2.0 * known.day);
  BOOST_TEST(known.day > 70.0);  // the stretch and 200 m beyond either end
  BOOST_TEST(known.day < 82.0);
}

BOOST_AUTO_TEST_CASE(what_nobody_stated_of_the_pipeline_is_told) {
  Study study = with_pipeline();
  study.units[0].diameter_m.reset();
  study.targets = {homes("village", 5000.0, 100.0, 40.0)};
  const auto found = stretches(study);
  BOOST_TEST(found[0].segments.empty());
  BOOST_REQUIRE(found[0].not_stated.size() == 1U);
  BOOST_TEST(found[0].not_stated[0] == "diameter_mm");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
