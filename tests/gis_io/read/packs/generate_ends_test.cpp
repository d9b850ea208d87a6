// What generated scenarios rest on, and what the recalled values among it may do to them.
#include <boost/test/unit_test.hpp>

#include "core/accidents/generate/basis.hpp"
#include "core/accidents/generate/ends.hpp"
#include "tests/gis_io/read/packs/plant.hpp"

using namespace sise;

namespace {

const Link* link(const Chain& chain, const std::string& id) {
  const auto found = std::find_if(chain.begin(), chain.end(), [&](const Link& one) { return one.id == id; });
  return found == chain.end() ? nullptr : &*found;
}

bool recalled(const Chain& chain, const std::string& id) {
  const Link* found = link(chain, id);
  return found != nullptr && found->confidence == Confidence::recalled;
}

Plant chlorine_vessel() {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 5.0).temperature_K = 293.15;
  return plant;
}

double largest_rate(const Generation& made) {
  double most = 0.0;
  for (const Scenario& one : made.scenarios) most = std::max(most, one.rate_kg_s.value_or(0.0));
  return most;
}

}  // namespace

BOOST_AUTO_TEST_CASE(scenarios_rest_on_frequencies_trees_and_every_default_that_was_used) {
  const Chain basis = chlorine_vessel().run().traces.front().basis;
  BOOST_REQUIRE(link(basis, "bevi.frequencies") != nullptr);
  BOOST_TEST((link(basis, "bevi.frequencies")->confidence == Confidence::corroborated));
  BOOST_REQUIRE(link(basis, "purple_book.trees") != nullptr);
  BOOST_TEST(recalled(basis, "bevi.longest_s"));
  BOOST_TEST(recalled(basis, "generator.connection_mm"));
  BOOST_TEST(recalled(basis, "generator.release_height_m"));
  BOOST_TEST(!link(basis, "generator.pipe_m"));
  BOOST_TEST(!stands(basis));
}

BOOST_AUTO_TEST_CASE(a_stated_detail_is_no_link) {
  Plant plant = chlorine_vessel();
  plant.study.units.front().details.connection_m = 0.05;
  BOOST_TEST(!link(plant.run().traces.front().basis, "generator.connection_mm"));
}

BOOST_AUTO_TEST_CASE(recalled_classes_branches_and_stand_ins_are_links_of_their_own) {
  Plant plant;
  Unit& tank = plant.add(UnitKind::refrigerated_tank, "ammonia", 1000.0);
  tank.details.containment = "full";
  plant.add(UnitKind::tanker_berth, "propane", 20.0).temperature_K = 293.15;
  plant.add(UnitKind::atmospheric_tank, "", 20.0).hazard_classes = {"W5.3"};
  Unit& remote = plant.add(UnitKind::pump, "propane", 20.0);
  remote.details.isolation_class = "remote";
  const Generation made = plant.run();
  BOOST_TEST(recalled(made.traces[0].basis, "bevi.atmospheric_full_containment"));
  BOOST_TEST(recalled(made.traces[1].basis, "purple_book.branch.operator_stops"));
  BOOST_TEST(recalled(made.traces[1].basis, "generator.operator_stop_s"));
  BOOST_TEST(recalled(made.traces[2].basis, "generator.stand_in.W5.3"));
  BOOST_TEST(recalled(made.traces[3].basis, "generator.blocking.remote"));
}

BOOST_AUTO_TEST_CASE(a_table_that_states_what_is_generated_rests_on_the_same) {
  Plant plant = chlorine_vessel();
  const Generation made = plant.run();
  plant.study.scenarios = made.scenarios;
  std::reverse(plant.study.scenarios.begin(), plant.study.scenarios.end());
  const Generation again = plant.run();
  BOOST_TEST((again.traces.front().fate == UnitFate::from_table));
  BOOST_TEST((again.traces.front().basis == made.traces.front().basis));
  Study taken = plant.study;
  take_over(taken, again);
  BOOST_REQUIRE(taken.generated.size() == 1U);
  BOOST_TEST(taken.scenarios.size() == made.scenarios.size());
  plant.study.scenarios.front().frequency_per_year *= 2.0;
  BOOST_TEST(plant.run().traces.front().basis.empty());
}

BOOST_AUTO_TEST_CASE(at_the_milder_end_less_flows_out_and_at_the_stricter_more) {
  Plant plant;
  plant.add(UnitKind::pump, "chlorine", 5.0).temperature_K = 293.15;
  const double as_it_is = largest_rate(plant.run());
  const GeneratorData data = plant.data;
  const std::vector<std::string> pack = ids_named(data, "bevi");
  std::set<std::string> confirmed(pack.begin(), pack.end());
  plant.data = at_end(data, DataEnd::milder, EitherEnd::low, confirmed);
  const double least = largest_rate(plant.run());
  plant.data = at_end(data, DataEnd::stricter, EitherEnd::low, confirmed);
  const double most = largest_rate(plant.run());
  BOOST_TEST(0.0 < least);
  BOOST_TEST(least < as_it_is);
  BOOST_TEST(as_it_is < most);
  for (const std::string& id : ids_named(data, "generator")) confirmed.insert(id);
  plant.data = at_end(data, DataEnd::milder, EitherEnd::low, confirmed);
  BOOST_TEST(largest_rate(plant.run()) == as_it_is, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(what_is_recalled_without_a_range_is_left_out_at_the_milder_end) {
  Plant plant;
  Unit& tank = plant.add(UnitKind::refrigerated_tank, "ammonia", 1000.0);
  tank.details.containment = "full";
  plant.add(UnitKind::atmospheric_tank, "", 20.0).hazard_classes = {"W5.3"};
  const GeneratorData data = plant.data;
  BOOST_REQUIRE(plant.run().traces[0].fate == UnitFate::generated);
  BOOST_REQUIRE(plant.run().traces[1].fate == UnitFate::generated);
  plant.data = at_end(data, DataEnd::milder, EitherEnd::low, {});
  BOOST_TEST(plant.run().scenarios.empty());
  plant.data =
      at_end(data, DataEnd::milder, EitherEnd::low, {"bevi.atmospheric_full_containment", "generator.stand_in.W5.3"});
  BOOST_TEST((plant.run().traces[0].fate == UnitFate::generated));
  BOOST_TEST((plant.run().traces[1].fate == UnitFate::generated));
}

BOOST_AUTO_TEST_CASE(what_the_office_may_confirm_has_an_id) {
  const Plant plant;
  for (const char* id : {"bevi.frequencies", "bevi.longest_s", "special.frequencies", "purple_book.trees",
                         "purple_book.branch.operator_stops", "generator.connection_mm", "generator.blocking.manual"})
    BOOST_TEST(ids_named(plant.data, id).size() == 1U, id);
  BOOST_TEST(ids_named(plant.data, "bevi").size() > 10U);
  BOOST_TEST(ids_named(plant.data, "bev").empty());
  BOOST_TEST(ids_named(plant.data, "generator.conection_mm").empty());
}

BOOST_AUTO_TEST_CASE(every_default_has_its_value_at_neither_or_one_end_and_every_range_an_end) {
  for (const GeneratorDefault& one : Plant().data.rules.defaults) {
    BOOST_TEST(one.low < one.high, one.id);
  }
}
