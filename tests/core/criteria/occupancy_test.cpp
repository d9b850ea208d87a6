#include "core/criteria/occupancy.hpp"

#include <boost/test/unit_test.hpp>

using namespace sise;

namespace {

OccupancyTable small_table() {
  OccupancyTable table{.rule_id = "r", .source = "s", .confidence = Confidence::recalled};
  table.uses.push_back(
      {.id = "education", .title = {"school", "教育设施"}, .names = {"学校"}, .always = TargetClass::high_sensitivity});
  table.uses.push_back({.id = "residential",
                        .title = {"dwellings", "住宅"},
                        .names = {"小区"},
                        .measures = {{"households", 30.0, 10.0, "s", Confidence::recalled},
                                     {"people", 100.0, 30.0, "notice", Confidence::corroborated}}});
  table.uses.push_back({.id = "commerce",
                        .title = {"shops", "商业"},
                        .measures = {{"floor_area_m2", 5000.0, 1500.0, "s"},
                                     {"people", 300.0, 100.0, "notice", Confidence::corroborated}}});
  table.uses.push_back(
      {.id = "other_industry", .title = {"industry", "工业"}, .measures = {{"people", std::nullopt, 100.0}}});
  table.uses.push_back({.id = "chemical", .title = {"chemical works", "危化企业"}, .no_target = true});
  return table;
}

TargetClass class_of(const Occupancy& occupancy) {
  return class_by_occupancy(small_table(), occupancy).target_class.value();
}

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(TargetClass)

BOOST_AUTO_TEST_SUITE(occupancy)

BOOST_AUTO_TEST_CASE(some_uses_have_a_class_whatever_their_size) {
  BOOST_TEST(class_of({.use = "学校"}) == TargetClass::high_sensitivity);
  BOOST_TEST(class_of({.use = "Education"}) == TargetClass::high_sensitivity);
}

BOOST_AUTO_TEST_CASE(from_includes_the_number) {
  BOOST_TEST(class_of({.use = "小区", .households = 30.0}) == TargetClass::general_1);
  BOOST_TEST(class_of({.use = "小区", .households = 29.0}) == TargetClass::general_2);
  BOOST_TEST(class_of({.use = "小区", .households = 10.0}) == TargetClass::general_2);
  BOOST_TEST(class_of({.use = "小区", .households = 9.0}) == TargetClass::general_3);
}

BOOST_AUTO_TEST_CASE(of_dwellings_the_strictest_measure_holds) {
  BOOST_TEST(class_of({.use = "住宅", .households = 9.0, .people = 100.0}) == TargetClass::general_1);
  BOOST_TEST(class_of({.use = "住宅", .people = 30.0}) == TargetClass::general_2);
}

// decision example: open-air market, peak 20,000 people, stalls 200 m2
BOOST_AUTO_TEST_CASE(a_small_building_does_not_hide_a_crowd) {
  const ClassByOccupancy market =
      class_by_occupancy(small_table(), {.use = "commerce", .floor_area_m2 = 200.0, .people = 20000.0});
  BOOST_TEST(market.target_class.value() == TargetClass::general_1);
  BOOST_TEST((market.basis.confidence == Confidence::corroborated));
  BOOST_TEST(market.basis.source == "notice");
  BOOST_TEST(market.basis.how.en ==
             "shops: 20000 people (class 1 from 300); 200 m² alone would give general target, class 3");
  BOOST_TEST(market.basis.how.zh == "商业:20000 人(≥300 属一类);200 m²单独则属一般防护目标三类");
  BOOST_TEST(class_of({.use = "commerce", .floor_area_m2 = 2000.0, .people = 50.0}) == TargetClass::general_2);
}

// decision example: village, 28 households, 112 people
BOOST_AUTO_TEST_CASE(of_equal_classes_the_surest_measure_decides) {
  const ClassByOccupancy village =
      class_by_occupancy(small_table(), {.use = "住宅", .households = 40.0, .people = 112.0});
  BOOST_TEST(village.target_class.value() == TargetClass::general_1);
  BOOST_TEST((village.basis.confidence == Confidence::corroborated));
  const ClassByOccupancy by_households = class_by_occupancy(small_table(), {.use = "住宅", .households = 30.0});
  BOOST_TEST((by_households.basis.confidence == Confidence::recalled));
}

BOOST_AUTO_TEST_CASE(a_use_may_be_no_protected_target) {
  const ClassByOccupancy works = class_by_occupancy(small_table(), {.use = "危化企业", .people = 150.0});
  BOOST_TEST(works.no_target);
  BOOST_TEST(!works.target_class.has_value());
  BOOST_TEST(works.needs.empty());
}

BOOST_AUTO_TEST_CASE(a_row_without_class_1_starts_at_class_2) {
  BOOST_TEST(class_of({.use = "工业", .people = 5000.0}) == TargetClass::general_2);
  BOOST_TEST(class_of({.use = "工业", .people = 99.0}) == TargetClass::general_3);
}

BOOST_AUTO_TEST_CASE(the_basis_says_how_the_class_followed) {
  const ClassByOccupancy answer = class_by_occupancy(small_table(), {.use = "小区", .households = 45.0});
  BOOST_TEST(answer.basis.how.en == "dwellings: 45 households (class 1 from 30)");
  BOOST_TEST(answer.basis.how.zh == "住宅:45 户(≥30 属一类)");
  BOOST_TEST(answer.basis.rule_id == "r");
  BOOST_TEST((answer.basis.confidence == Confidence::recalled));
}

BOOST_AUTO_TEST_CASE(without_a_number_no_class_is_guessed) {
  const ClassByOccupancy answer = class_by_occupancy(small_table(), {.use = "住宅", .beds = 5.0});
  BOOST_TEST(!answer.target_class.has_value());
  BOOST_TEST((answer.needs == std::vector<std::string>{"households", "people"}));
  BOOST_TEST(answer.strictest.value() == TargetClass::general_1);
}

BOOST_AUTO_TEST_CASE(an_unknown_use_gets_the_nearest) {
  const ClassByOccupancy answer = class_by_occupancy(small_table(), {.use = "residental"});
  BOOST_TEST(!answer.target_class.has_value());
  BOOST_TEST(answer.nearest_uses == std::vector<std::string>{"residential"});
}

BOOST_AUTO_TEST_SUITE_END()
