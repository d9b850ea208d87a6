// GB 18218-2018 with the program's own pack: worked cases, edges included.
#include <boost/test/unit_test.hpp>

#include "core/rating/major_hazard.hpp"
#include "gis_io/read/packs/packs.hpp"

using namespace sise;

namespace {

constexpr double kAir_K = 293.15;

const MajorHazardPack& pack() {
  static const MajorHazardPack kPack = major_hazard_pack("gb18218-2018");
  return kPack;
}

HazardItem item(const std::string& substance, double tonnes) {
  HazardItem one;
  one.unit_id = "U1";
  one.substance_text = substance;
  one.substance = substances().find(substance);
  one.inventory_t = tonnes;
  return one;
}

HazardItem of_classes(const std::vector<std::string>& classes, double tonnes) {
  HazardItem one = item("未列名", tonnes);
  one.stated_classes = classes;
  return one;
}

MajorHazard judge(std::vector<HazardItem> items, std::optional<double> residents) {
  return major_hazard("H1", std::move(items), residents, pack(), kAir_K);
}

void check(const MajorHazard& hazard, double s, std::optional<double> r, std::optional<int> level) {
  BOOST_TEST(hazard.s == s, boost::test_tools::tolerance(1e-12));
  BOOST_REQUIRE(hazard.major.has_value());
  BOOST_TEST(*hazard.major == level.has_value());
  BOOST_TEST(hazard.r.has_value() == r.has_value());
  if (r && hazard.r) BOOST_TEST(*hazard.r == *r, boost::test_tools::tolerance(1e-12));
  BOOST_TEST((hazard.level == level));
}

Text critical_missing(const HazardItem& one) {
  Text missing;
  BOOST_TEST(!critical_quantity(one, pack(), kAir_K, missing).has_value());
  return missing;
}

CriticalQuantity critical(const HazardItem& one) {
  Text missing;
  const auto found = critical_quantity(one, pack(), kAir_K, missing);
  BOOST_REQUIRE_MESSAGE(found.has_value(), one.substance_text + " is missing " + missing.en);
  return *found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gb18218_2018)

BOOST_AUTO_TEST_CASE(the_critical_quantity_itself_counts_and_below_it_there_is_no_level_at_all) {
  check(judge({item("氯", 4.999)}, 10), 0.9998, {}, {});
  check(judge({item("氯", 5)}, 10), 1.0, 4.0, 4);
  check(judge({item("氯", 5)}, 0), 1.0, 2.0, 4);
}

BOOST_AUTO_TEST_CASE(alpha_steps_at_1_30_50_and_100_residents) {
  const auto r = [](double residents) { return *judge({item("液氯", 12.5)}, residents).r; };
  BOOST_TEST(r(0) == 5.0);
  BOOST_TEST(r(1) == 10.0);
  BOOST_TEST(r(29) == 10.0);
  BOOST_TEST(r(30) == 12.0);
  BOOST_TEST(r(49) == 12.0);
  BOOST_TEST(r(50) == 15.0);
  BOOST_TEST(r(99) == 15.0);
  BOOST_TEST(r(100) == 20.0);
  check(judge({item("氯", 12.5)}, 0), 2.5, 5.0, 4);
  check(judge({item("氯", 12.5)}, 1), 2.5, 10.0, 3);
}

// 4.2.2: a tank for 50 t that holds 20 t counts as 50 t.
BOOST_AUTO_TEST_CASE(the_design_maximum_of_a_tank_decides_not_its_filling) {
  check(judge({item("液化石油气", 50)}, 50), 1.0, 2.25, 4);
  check(judge({item("液化石油气", 20)}, 50), 0.4, {}, {});
}

BOOST_AUTO_TEST_CASE(r_of_100_is_level_1) {
  check(judge({item("氨", 249.999)}, 100), 24.9999, 99.9996, 2);
  check(judge({item("氨", 250)}, 100), 25.0, 100.0, 1);
}

BOOST_AUTO_TEST_CASE(a_sum_of_1_in_exact_arithmetic_is_1) {
  check(judge({item("液化石油气", 30), item("甲醇", 150), item("氯", 0.5)}, 60), 1.0, 2.4, 4);
  check(judge({item("液化石油气", 30), item("甲醇", 150), item("氯", 0.4999)}, 60), 0.99998, {}, {});
}

BOOST_AUTO_TEST_CASE(of_several_classes_the_lowest_critical_quantity_governs) {
  check(judge({of_classes({"W5.3", "J5"}, 500)}, 120), 1.0, 2.0, 4);
  check(judge({of_classes({"W5.3", "J5"}, 499.9)}, 120), 0.9998, {}, {});
}

BOOST_AUTO_TEST_CASE(a_liquid_worked_above_its_boiling_point_is_of_class_w5_1) {
  check(judge({item("正庚烷", 12)}, 0), 0.012, {}, {});
  HazardItem hot = item("正庚烷", 12);
  hot.temperature_K = 393.15;
  check(judge({hot}, 0), 1.2, 0.9, 4);
}

BOOST_AUTO_TEST_CASE(above_1_6_mpa_and_in_a_hazardous_process_a_flammable_liquid_is_of_class_w5_2) {
  HazardItem pressed = item("正庚烷", 12);
  pressed.pressure_abs_Pa = 1.7e6;
  BOOST_TEST(critical(pressed).critical_t == 50.0);
  HazardItem process = item("正庚烷", 12);
  process.hazardous_process = true;
  BOOST_TEST(critical(process).critical_t == 50.0);
}

BOOST_AUTO_TEST_CASE(each_section_between_cut_off_valves_is_judged_alone) {
  check(judge({item("氯", 2), item("氯", 2), item("氯", 2)}, 30), 1.2, 5.76, 4);
  check(judge({item("氯", 2)}, 30), 0.4, {}, {});
}

BOOST_AUTO_TEST_CASE(oxidisers_of_one_warehouse_add_up) {
  check(judge({item("硝酸铵(含可燃物<=0.2%)", 30), item("氯酸钾", 30)}, 200), 0.9, {}, {});
  check(judge({item("硝酸铵(含可燃物<=0.2%)", 30), item("氯酸钾", 40)}, 200), 1.0, 2.0, 4);
}

BOOST_AUTO_TEST_CASE(ammonium_nitrate_of_unknown_content_counts_by_the_strictest_row_and_says_so) {
  const CriticalQuantity found = critical(item("硝酸铵", 1));
  BOOST_TEST(found.critical_t == 5.0);
  BOOST_TEST(found.assumptions.size() == 1U);
}

// G13 as offices write it.
BOOST_AUTO_TEST_CASE(the_content_that_a_record_states_picks_the_row) {
  for (const char* written : {"硝酸铵(<=0.2%)", "硝酸铵（含可燃物≤0.2%）", "硝酸铵(可燃物 ≤ 0.2 %)"}) {
    const CriticalQuantity found = critical(item(written, 30));
    BOOST_TEST(found.critical_t == 50.0, written);
    BOOST_TEST(found.assumptions.empty(), written);
  }
  BOOST_TEST(critical(item("硝酸铵(>0.2%)", 30)).critical_t == 5.0);
  BOOST_TEST(critical(item("硝酸铵(<=3%)", 30)).critical_t == 5.0);
  check(judge({item("硝酸铵(<=0.2%)", 30), item("氯酸钾", 40)}, 200), 1.0, 2.0, 4);
}

BOOST_AUTO_TEST_CASE(without_residents_the_level_stands_only_where_both_ends_of_alpha_agree) {
  const MajorHazard open = judge({item("氯", 12.5)}, {});  // R from 5 to 20
  BOOST_TEST(!open.level.has_value());
  BOOST_TEST(open.bracket->low == 5.0);
  BOOST_TEST(open.bracket->high == 20.0);
  BOOST_TEST((judge({item("氯", 5)}, {}).level == 4));  // R from 2 to 8
}

BOOST_AUTO_TEST_CASE(what_cannot_be_counted_leaves_the_answer_open_unless_the_rest_decides) {
  BOOST_TEST(!critical_missing(item("某某混合物", 10)).en.empty());
  BOOST_TEST(!judge({item("某某混合物", 10), item("氯", 1)}, 10).major.has_value());
  BOOST_TEST(judge({item("某某混合物", 10), item("氯", 5)}, 10).major.value());
}

BOOST_AUTO_TEST_CASE(what_would_change_the_level_does_change_it) {
  const MajorHazard hazard = judge({item("液氯", 12.5), item("甲醇", 100)}, 30);
  const auto change = level_change(hazard, pack());
  BOOST_REQUIRE(change.has_value());
  BOOST_TEST(change->substance_text == "液氯");
  const auto level_at = [](double tonnes) { return judge({item("液氯", tonnes), item("甲醇", 100)}, 30).level; };
  BOOST_TEST((level_at(*change->lower_below_t) == hazard.level));
  BOOST_TEST((level_at(*change->lower_below_t * (1.0 - 1e-6)) != hazard.level));
  BOOST_TEST((level_at(*change->higher_from_t) == *hazard.level - 1));
  BOOST_TEST((level_at(*change->higher_from_t * (1.0 - 1e-6)) == hazard.level));
}

BOOST_AUTO_TEST_CASE(marks_are_the_weakest_that_moved_the_level) {
  BOOST_TEST((judge({item("氯", 5)}, 10).confidence == Confidence::seen));       // table 3
  BOOST_TEST((judge({item("苯", 50)}, 10).confidence == Confidence::recalled));  // beta by a recalled class
}

BOOST_AUTO_TEST_CASE(the_tables_are_whole) {
  BOOST_TEST(pack().substances.size() == 85U);
  BOOST_TEST(pack().classes.size() == 24U);
  BOOST_TEST(pack().alpha.size() == 5U);
  BOOST_TEST(pack().levels.size() == 4U);
  for (std::size_t i = 0; i < pack().substances.size(); ++i) {
    BOOST_TEST(pack().substances[i].number == static_cast<int>(i) + 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()
