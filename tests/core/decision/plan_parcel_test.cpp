// Parcels of a plan: what a code says of the class, and what stays open.
#include <boost/test/unit_test.hpp>

#include "core/decision/plan_parcel.hpp"
#include "core/decision/plan_table.hpp"
#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

LandUseCode code(const std::string& id, const std::string& name, LandAnswer answer,
                 std::optional<TargetClass> target_class = {}, const std::string& use = "", bool coarse = false) {
  return {id, name, answer, target_class, use, coarse, {}, {}, Confidence::seen};
}

LandUseTable codes() {
  LandUseTable table;
  table.schemes = {{"plan",
                    {"plan", "规划"},
                    {},
                    {},
                    "a list",
                    {code("08", "公共", LandAnswer::by_size, TargetClass::high_sensitivity, "", true),
                     code("0804", "教育", LandAnswer::of_class, TargetClass::high_sensitivity, "education"),
                     code("0901", "商业", LandAnswer::by_size, TargetClass::general_1, "commerce"),
                     code("0701", "住宅", LandAnswer::by_size, TargetClass::general_1, "residential"),
                     code("16", "留白", LandAnswer::review), code("1304", "燃气", LandAnswer::unit),
                     code("1402", "防护绿地", LandAnswer::none)}}};
  table.densities = {{.use = "residential",
                      .floor_low = 1.0,
                      .floor_high = 2.0,
                      .people_low = 0.02,
                      .people_high = 0.02,
                      .source = "a table",
                      .confidence = Confidence::recalled}};
  return table;
}

OccupancyTable uses() {
  OccupancyTable table{"target_class", "a table", Confidence::corroborated, {}};
  OccupancyUse school;
  school.id = "education";
  school.always = TargetClass::high_sensitivity;
  school.confidence = Confidence::corroborated;
  OccupancyUse shop;
  shop.id = "commerce";
  shop.measures = {{"floor_area_m2", 5000.0, 1500.0, "a table", Confidence::recalled}};
  OccupancyUse home;
  home.id = "residential";
  home.measures = {{"people", 100.0, 30.0, "a table", Confidence::corroborated}};
  table.uses = {school, shop, home};
  return table;
}

/// A world in which everybody within 300 m of the origin dies once in so many years.
World world(double risk) {
  World w;
  w.study.criteria.rules.occupancy = uses();
  w.add_unit("U1", "E1", {0.0, 0.0});
  w.add_disc("U1", risk);
  return w;
}

Proposal parcel(const World& w, const std::vector<std::string>& written, Occupancy facts = {},
                const Geometry& where = box(-50.0, -50.0, 50.0, 50.0)) {
  static const LandUseTable kCodes = codes();
  PlanParcel p;
  p.target.id = "L1";
  p.target.geometry = where;
  p.target.people = facts.people;
  p.facts = std::move(facts);
  for (const std::string& one : written) {
    p.written.code += one;
    p.land_use.parts.push_back({&kCodes.schemes[0], kCodes.schemes[0].find(one), {}});
  }
  return proposal_of(p, kCodes, w.study.criteria.rules);
}

}  // namespace

// D68: a coarse code is judged by its strictest member, and is no veto by itself.
BOOST_AUTO_TEST_CASE(d68_a_coarse_code_is_refined_not_vetoed) {
  const World w = world(5e-6);
  const Decision d = w.decide(parcel(w, {"08"}));
  BOOST_CHECK(d.verdict == Verdict::conditional);
  BOOST_CHECK(d.if_confirmed == Verdict::conditional);
  BOOST_TEST(holds(d.reasons.front().en, "finer code"));
  BOOST_TEST(holds(d.reasons.front().zh, "细化代码"));
  // No class at all could stand there: then the code does not matter.
  BOOST_CHECK(world(5e-5).decide(parcel(w, {"08"})).verdict == Verdict::veto);
  BOOST_CHECK(world(1e-6).decide(parcel(w, {"08"})).verdict == Verdict::allow);
}

// D67: white land gets the list of what may stand there.
BOOST_AUTO_TEST_CASE(d67_white_land_says_what_may_stand) {
  const World w = world(8e-6);
  const Decision d = w.decide(parcel(w, {"16"}));
  BOOST_CHECK(d.verdict == Verdict::conditional);
  BOOST_TEST(holds(d.reasons.front().en, "what may stand there: general target, class 2, general target, class 3"));
  BOOST_TEST(holds(d.reasons.front().zh, "一般防护目标二类"));
  BOOST_TEST(!holds(d.reasons.front().zh, "一般防护目标一类"));
}

// D71, D72: shops of unknown size.
BOOST_AUTO_TEST_CASE(d71_d72_shops_of_unknown_size) {
  const World w = world(8e-6);
  const Decision d = w.decide(parcel(w, {"0901"}));
  BOOST_CHECK(d.verdict == Verdict::conditional);
  BOOST_TEST(holds(d.reasons.front().en, "it passes with less than 5000 m² of floor"));
  BOOST_TEST(holds(world(2e-5).decide(parcel(w, {"0901"})).reasons.front().en, "less than 1500 m²"));
  BOOST_CHECK(world(1e-6).decide(parcel(w, {"0901"})).verdict == Verdict::allow);
}

BOOST_AUTO_TEST_CASE(d24_d19_what_is_no_target_is_allowed) {
  const World w = world(1e-3);
  BOOST_CHECK(w.decide(parcel(w, {"1402"})).verdict == Verdict::allow);
}

// D07: the sensitive part of a mixed use decides; D06: the strictest of them.
BOOST_AUTO_TEST_CASE(d06_d07_mixed_use_takes_the_strictest) {
  const World w = world(4e-6);
  const Decision d = w.decide(parcel(w, {"0901", "0804"}, {.floor_area_m2 = 1400.0}));
  BOOST_CHECK(*d.target_class == TargetClass::high_sensitivity);
  BOOST_CHECK(d.verdict == Verdict::veto);
  BOOST_TEST(holds(d.class_basis.how.en, "strictest part of a mixed use"));
}

BOOST_AUTO_TEST_CASE(land_of_a_hazardous_unit_is_for_a_person) {
  const World w = world(1e-9);
  const Decision d = w.decide(parcel(w, {"1304"}));
  BOOST_CHECK(d.verdict == Verdict::conditional);
  BOOST_TEST(holds(d.reasons.front().en, "propose it as a unit"));
}

// Sizes are taken from the area only where nothing is known, and are said.
BOOST_AUTO_TEST_CASE(density_fills_gaps_only) {
  const World w = world(4e-6);
  const Proposal open = parcel(w, {"0701"});  // 1 ha: 200 to 400 people
  BOOST_REQUIRE(open.open_class.has_value());
  BOOST_TEST(open.open_class->assumed_density);
  BOOST_CHECK(open.target.target_class == TargetClass::general_1);
  BOOST_CHECK(!open.target.class_assumed);  // class 1 at both ends of the range
  BOOST_CHECK(open.target.class_basis.confidence == Confidence::recalled);
  BOOST_CHECK(w.decide(open).verdict == Verdict::conditional);
  const Proposal known = parcel(w, {"0701"}, {.people = 20.0});
  BOOST_CHECK(!known.open_class.has_value());
  BOOST_CHECK(known.target.target_class == TargetClass::general_3);
  BOOST_CHECK(w.decide(known).verdict == Verdict::allow);
}

BOOST_AUTO_TEST_CASE(a_stricter_stated_class_is_kept_a_milder_is_not) {
  const World w = world(4e-6);
  PlanParcel p;
  p.target = parcel(w, {"0804"}).target;
  p.target.target_class = TargetClass::general_3;
  p.class_stated = true;
  const LandUseTable table = codes();
  p.land_use.parts = {{&table.schemes[0], table.schemes[0].find("0804"), {}}};
  BOOST_CHECK(proposal_of(p, table, w.study.criteria.rules).target.target_class == TargetClass::high_sensitivity);
  p.land_use.parts = {{&table.schemes[0], table.schemes[0].find("1402"), {}}};
  BOOST_CHECK(proposal_of(p, table, w.study.criteria.rules).target.is_protected);
}

// 1 ha of homes holds 200 to 400 people: a stated class 3 contradicts that, a stated class of shops of unknown size settles it.
BOOST_AUTO_TEST_CASE(a_stated_class_settles_only_what_the_land_use_leaves_open) {
  const World w = world(4e-6);
  const LandUseTable table = codes();
  const auto stated = [&](const char* written) {
    PlanParcel p;
    p.target.id = "L1";
    p.target.geometry = box(-50.0, -50.0, 50.0, 50.0);
    p.target.target_class = TargetClass::general_3;
    p.class_stated = true;
    p.land_use.parts = {{&table.schemes[0], table.schemes[0].find(written), {}}};
    return proposal_of(p, table, w.study.criteria.rules);
  };
  const Proposal homes = stated("0701");
  BOOST_CHECK(homes.target.target_class == TargetClass::general_1);
  BOOST_REQUIRE(homes.remarks.size() == 1U);
  BOOST_TEST(holds(homes.remarks[0].en, "milder than the land use allows"));
  BOOST_CHECK(w.decide(homes).verdict == Verdict::conditional);
  const Proposal shops = stated("0901");
  BOOST_CHECK(shops.target.target_class == TargetClass::general_3);
  BOOST_TEST(shops.remarks.empty());
}

// A coarse public use beside homes that are of class 2 for certain: no finer code makes the whole milder than that.
BOOST_AUTO_TEST_CASE(a_mixed_use_is_no_milder_than_its_settled_parts) {
  const World w = world(2e-5);
  const Proposal mixed = parcel(w, {"08", "0701"}, {.people = 50.0});
  BOOST_CHECK(mixed.target.target_class == TargetClass::high_sensitivity);
  BOOST_REQUIRE(mixed.open_class.has_value());
  BOOST_CHECK(mixed.open_class->mildest == TargetClass::general_2);
  BOOST_CHECK(w.decide(mixed).verdict == Verdict::veto);
}

BOOST_AUTO_TEST_CASE(the_table_is_the_sum_of_single_decisions) {
  const World w = world(4e-6);
  std::vector<Proposal> parcels;
  for (const char* one : {"0804", "0901", "0701", "16", "1402", "1402"}) {
    parcels.push_back(parcel(w, {one}));
    parcels.back().target.id = "L" + std::to_string(parcels.size());
  }
  const std::vector<Decision> together = w.decide_all(parcels);
  const PlanTable table = plan_table(parcels, together);
  VerdictCount sum;
  for (const Proposal& one : parcels) sum.add(w.decide(one).verdict, 1e4);
  BOOST_TEST(table.total.parcels == sum.parcels, boost::test_tools::per_element());
  BOOST_TEST(table.total.all() == 6U);
  BOOST_TEST(table.rows.size() == 5U);
  std::size_t in_rows = 0;
  for (const PlanRow& row : table.rows) in_rows += row.count.all();
  BOOST_TEST(in_rows == 6U);
}

// D79: swapping A and B mirrors the comparison.
BOOST_AUTO_TEST_CASE(d79_variants_mirror) {
  const World w = world(4e-6);
  const std::vector<Proposal> a{parcel(w, {"0804"})};
  std::vector<Proposal> b{parcel(w, {"1402"}), parcel(w, {"16"})};
  b[1].target.id = "L2";
  const auto da = w.decide_all(a);
  const auto db = w.decide_all(b);
  const PlanComparison forth = compare_plans({a, da}, {b, db});
  const PlanComparison back = compare_plans({b, db}, {a, da});
  BOOST_REQUIRE(forth.changes.size() == 1U && back.changes.size() == 1U);
  BOOST_CHECK(forth.changes[0].before == back.changes[0].after);
  BOOST_CHECK(forth.changes[0].after == back.changes[0].before);
  BOOST_TEST(forth.only_after == back.only_before, boost::test_tools::per_element());
  BOOST_TEST(forth.only_after.size() == 1U);
}
