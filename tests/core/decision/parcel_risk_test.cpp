// One pass over the units gives what asking each group place by place gives.
#include "core/decision/parcel_risk.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_AUTO_TEST_CASE(a_parcels_risk_is_that_of_its_places) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.add_unit("U2", "E1", {300.0, 0.0});
  world.add_unit("far", "E2", {500000.0, 0.0});
  for (const char* id : {"U1", "U2", "far"}) {
    Scenario leak{.unit_id = id, .case_id = "leak", .kind = ScenarioKind::toxic, .frequency_per_year = 1e-4};
    leak.substance = "chlorine";
    leak.rate_kg_s = 1.0;
    world.study.scenarios.push_back(leak);
  }
  const SubstanceTable substances({chlorine()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  std::vector<Point> places;
  for (int i = 0; i < 5000; ++i) places.push_back({200.0 + 0.1 * i, 50.0 - 0.02 * i});
  const std::vector<std::vector<std::size_t>> groups{{0, 1}, {1}, {2}, {0, 1, 2}};
  const std::vector<ParcelRisk> risks = parcel_risks(assessment.risk, places, groups);
  BOOST_REQUIRE(risks.size() == groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    double largest = 0.0;
    double smallest = 1.0;
    std::vector<double> values(places.size());
    assessment.risk.risk_at(places, groups[g], values);
    for (const double value : values) {
      largest = std::max(largest, value);
      smallest = std::min(smallest, value);
    }
    BOOST_TEST(risks[g].largest == largest, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(risks[g].smallest == smallest, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(assessment.risk.risk_at(risks[g].worst, groups[g]) == largest, boost::test_tools::tolerance(1e-3));
  }
  BOOST_TEST(risks[2].largest == 0.0);
  BOOST_TEST(risks[3].largest == risks[0].largest);
}
