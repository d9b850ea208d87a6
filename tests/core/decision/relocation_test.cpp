// Relocation: a gain is what a district without the enterprise gives.
#include <boost/test/unit_test.hpp>

#include "core/decision/relocation.hpp"
#include "core/decision/remedies.hpp"
#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

World district(bool with_first) {
  World w;
  if (with_first) {
    w.add_unit("A1", "A", {-1000.0, 0.0});
    w.add_disc("A1", 1e-5);
  }
  w.add_unit("B1", "B", {1000.0, 0.0});
  w.add_disc("B1", 1e-5);
  return w;
}

Proposal homes(const std::string& id, double x, double people) {
  Proposal p = development(id, TargetClass::general_1, box(x - 20.0, -20.0, x + 20.0, 20.0));
  p.target.people = people;
  return p;
}

}  // namespace

// D80: each gain equals a rerun without the enterprise; the ranking goes by people.
BOOST_AUTO_TEST_CASE(d80_a_gain_equals_a_rerun_without_the_enterprise) {
  const std::vector<Proposal> parcels{homes("L1", -900.0, 500.0), homes("L2", -1100.0, 300.0),
                                      homes("L3", 900.0, 200.0), homes("L4", 0.0, 100.0)};
  const World world = district(true);
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const std::vector<Decision> decisions = review(assessment, parcels, {});
  const auto gains = relocation_gains(assessment, parcels, decisions, {}, nullptr);
  BOOST_REQUIRE(gains.size() == 2U);
  BOOST_TEST(gains[0].enterprise == "A");
  BOOST_TEST(gains[0].freed == 2U);
  BOOST_TEST(gains[0].people == 800.0);
  BOOST_TEST(gains[1].people == 200.0);
  std::size_t rerun = 0;
  const std::vector<Decision> without = district(false).decide_all(parcels);
  for (std::size_t i = 0; i < parcels.size(); ++i)
    rerun += breaks_a_limit(decisions[i]) && !breaks_a_limit(without[i]) ? 1U : 0U;
  BOOST_TEST(gains[0].freed == rerun);
}

// Two enterprises break it each: neither frees it by itself, and no second review is needed to say so.
BOOST_AUTO_TEST_CASE(a_parcel_that_two_enterprises_break_is_freed_by_neither) {
  World w;
  for (const char* id : {"A1", "B1"}) {
    w.add_unit(id, std::string(1, id[0]), {0.0, 0.0});
    w.add_disc(id, 1e-5);
  }
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const std::vector<Proposal> parcels{homes("L1", 0.0, 10.0)};
  const std::vector<Decision> decisions = review(assessment, parcels, {});
  class Count : public Progress {
   public:
    void report(std::string_view /*stage*/, double /*fraction*/) override { ++reports; }
    [[nodiscard]] bool cancelled() const override { return false; }
    int reports = 0;
  } count;
  BOOST_TEST(relocation_gains(assessment, parcels, decisions, {}, &count).empty());
  BOOST_TEST(count.reports == 0);
}

// Where the sum of all decides, closing either of two may bring it below the limit.
BOOST_AUTO_TEST_CASE(a_sum_that_decides_is_tried_without_each_enterprise) {
  World w;
  w.study.criteria.cumulative_veto = true;
  for (const char* id : {"A1", "B1"}) {
    w.add_unit(id, std::string(1, id[0]), {0.0, 0.0});
    w.add_disc(id, 2e-6);
  }
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const std::vector<Proposal> parcels{homes("L1", 0.0, 10.0)};
  const std::vector<Decision> decisions = review(assessment, parcels, {});
  BOOST_TEST(breaks_a_limit(decisions[0]));
  BOOST_TEST(relocation_gains(assessment, parcels, decisions, {}, nullptr).size() == 2U);
}
