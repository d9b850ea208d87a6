// [targets]: a class, or an occupancy from which it follows.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/tables/targets_table.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

struct TargetCase : TableCase {
  explicit TargetCase(const std::string& csv) : TableCase(csv) {
    targets = read_targets(config, crs, kGrid, rule_pack("gb36894-2018").occupancy, problems);
  }
  std::vector<Target> targets;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(targets)

BOOST_AUTO_TEST_CASE(classes_in_every_spelling) {
  const TargetCase t(
      "id,x,y,class,people,height_m\nT1,500000,3541000,high_sensitivity,800,15\nT2,500000,3541000,一般防护目标二类,,\n"
      "T3,500000,3541000, 三类 ,,\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_CHECK(t.targets[0].target_class == TargetClass::high_sensitivity);
  BOOST_TEST(t.targets[0].people.value() == 800.0);
  BOOST_TEST(t.targets[0].height_m.value() == 15.0);
  BOOST_TEST(t.targets[0].class_basis.rule_id.empty());
  BOOST_TEST(t.targets[0].class_basis.how.en == "stated in the layer");
  BOOST_CHECK(t.targets[1].target_class == TargetClass::general_2);
  BOOST_CHECK(t.targets[2].target_class == TargetClass::general_3);
}

BOOST_AUTO_TEST_CASE(a_class_from_the_occupancy_says_how) {
  const TargetCase t("id,x,y,use,households\nT1,500000,3541000,住宅,500\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_CHECK(t.targets.front().target_class == TargetClass::general_1);
  BOOST_TEST(t.targets.front().class_basis.rule_id == "gb36894.target_class");
  BOOST_CHECK(t.targets.front().class_basis.confidence == Confidence::recalled);
}

// decision example: class general_3 given, use school
BOOST_AUTO_TEST_CASE(facts_go_before_a_milder_stated_class) {
  const TargetCase t("id,x,y,class,use\nT1,500000,3541000,三类,学校\nT2,500000,3541000,高敏感,商场\n");
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_CHECK(t.targets[0].target_class == TargetClass::high_sensitivity);
  BOOST_TEST(t.says("class_contradicts_use"));
  BOOST_CHECK(t.targets[1].target_class == TargetClass::high_sensitivity);
  BOOST_TEST(t.targets[1].class_basis.rule_id.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_target_is_marked_so) {
  const TargetCase t("id,x,y,use,people\nT1,500000,3541000,危化企业,150\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_TEST(!t.targets.front().is_protected);
}

BOOST_AUTO_TEST_CASE(wrong_classes_and_uses) {
  const TargetCase t(
      "id,x,y,class,use\nT1,500000,3541000,四类,\nT2,500000,3541000,,\nT3,500000,3541000,,火星基地\n"
      "T4,500000,3541000,,住宅\nT4,500000,3541000,important,\n");
  for (const char* code : {"unknown_class", "missing_class", "unknown_use", "missing_value", "duplicate_id"}) {
    BOOST_TEST(t.says(code), code);
  }
  BOOST_TEST(t.problems.all().size() == 5U, t.said());
}

BOOST_AUTO_TEST_CASE(a_layer_without_class_and_use) {
  BOOST_TEST(TargetCase("id,x,y,type\nT1,500000,3541000,a\n").the("missing_field").remedy.en.find("type") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(negative_people) {
  BOOST_TEST(TargetCase("id,x,y,class,people\nT1,500000,3541000,important,-3\n").says("out_of_range"));
}

BOOST_AUTO_TEST_SUITE_END()
