// Statistics, rankings and health classes with the program's own packs: worked cases.
#include <boost/test/unit_test.hpp>
#include <map>

#include "core/rating/register/rate_enterprise.hpp"
#include "gis_io/read/packs/register_packs.hpp"

using namespace sise;

namespace {

using Inputs = std::map<std::string, double>;

void check_index(const std::string& id, const Inputs& inputs, double value, const std::string& band) {
  const AreaRules rules = area_rules("area-statistics");
  for (const IndexFormula& formula : rules.formulas) {
    if (formula.id != id) continue;
    const auto index = index_of(formula, inputs);
    BOOST_REQUIRE(index.has_value());
    BOOST_TEST(index->value == value, boost::test_tools::tolerance(1e-5));
    BOOST_TEST(formula.bands[index->band].label.zh == band);
    return;
  }
  BOOST_FAIL("no formula " + id);
}

std::string class_of(const std::map<std::string, std::string>& known) {
  static const ScoreSheet kSheet = score_sheet("sz_standardisation");
  const SheetResult result = score_by_sheet(kSheet, Grade::unrated, [&](std::string_view question) {
    const auto found = known.find(std::string(question));
    return found == known.end() ? std::string() : found->second;
  });
  return kSheet.bands[result.band_high].id;
}

GradeCounts counts(std::int64_t red, std::int64_t orange, std::int64_t yellow, std::int64_t blue) {
  GradeCounts all;
  all.add(Grade::red, red);
  all.add(Grade::orange, orange);
  all.add(Grade::yellow, yellow);
  all.add(Grade::blue, blue);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(area_ev) {
  check_index("sqrt_EV", {{"E", 80}, {"V", 45}}, 60.0, "中");  // 60 is not above 60
  check_index("sqrt_EV", {{"E", 80}, {"V", 46}}, 60.663, "较高");
  check_index("sqrt_EV", {{"E", 80}, {"V", 80}}, 80.0, "较高");
  check_index("sqrt_EV", {{"E", 100}, {"V", 65}}, 80.6226, "高");
  check_index("sqrt_EV", {{"E", 30}, {"V", 30}}, 30.0, "低");
  check_index("sqrt_EV", {{"E", 0}, {"V", 90}}, 0.0, "低");
}

BOOST_AUTO_TEST_CASE(area_svm) {
  check_index("cuberoot_SVM", {{"S", 60}, {"V", 40}, {"M", 50}}, 49.3242, "较高");
  check_index("cuberoot_SVM", {{"S", 50}, {"V", 50}, {"M", 50}}, 50.0, "高");  // an edge belongs to the worse
  check_index("cuberoot_SVM", {{"S", 40}, {"V", 40}, {"M", 40}}, 40.0, "较高");
  check_index("cuberoot_SVM", {{"S", 25}, {"V", 36}, {"M", 30}}, 30.0, "一般");
  check_index("cuberoot_SVM", {{"S", 10}, {"V", 20}, {"M", 30}}, 18.1712, "低");
}

BOOST_AUTO_TEST_CASE(an_index_with_an_input_missing_has_no_value) {
  const AreaRules rules = area_rules("area-statistics");
  for (const IndexFormula& formula : rules.formulas) BOOST_TEST(!index_of(formula, {{"V", 50}}).has_value());
}

BOOST_AUTO_TEST_CASE(counts_rank_three_orange_as_a_red) {
  const CountsRule rule = counts_rule("counts_variant");
  BOOST_TEST((grade_by_counts(counts(1, 0, 0, 9), rule) == Grade::red));
  BOOST_TEST((grade_by_counts(counts(0, 3, 0, 9), rule) == Grade::red));
  BOOST_TEST((grade_by_counts(counts(0, 2, 50, 9), rule) == Grade::orange));
  BOOST_TEST((grade_by_counts(counts(0, 0, 1, 9), rule) == Grade::yellow));
  BOOST_TEST((grade_by_counts(counts(0, 0, 0, 9), rule) == Grade::blue));
  BOOST_TEST((grade_by_counts(counts(0, 0, 0, 0), rule) == Grade::unrated));
}

BOOST_AUTO_TEST_CASE(sz_standardisation) {
  BOOST_TEST(class_of({{"standard", "二级"}}) == "class_1");
  BOOST_TEST(class_of({{"standard", "一级"}}) == "class_1");
  BOOST_TEST(class_of({{"standard", "三级"}}) == "class_2");
  BOOST_TEST(class_of({{"standard", "无"}}) == "class_3");
  BOOST_TEST(class_of({}) == "class_3");  // nobody knows: the worse end
  BOOST_TEST(class_of({{"standard", "一级"}, {"deaths", "1"}}) == "class_4");
  BOOST_TEST(class_of({{"standard", "一级"}, {"serious_injuries", "2"}}) == "class_1");
  BOOST_TEST(class_of({{"standard", "一级"}, {"serious_injuries", "3"}}) == "class_4");
  BOOST_TEST(class_of({{"standard", "一级"}, {"veto_item", "是"}}) == "class_4");
  BOOST_TEST(class_of({{"standard", "一级"}, {"red_card", "否"}}) == "class_1");
}

BOOST_AUTO_TEST_CASE(gbz229) {
  const DustRules rules = dust_rules("gbzt229_1");
  const auto label = [&](const DustWords& words) {
    const auto reading = grade_dust_work(rules, words);
    return reading.grade ? rules.classes[reading.grade->dust_class].label.zh : std::string(reading.fault);
  };
  const auto weighted = grade_dust_work(rules, {"2", "3", "1.5", "", "", ""});
  BOOST_REQUIRE(weighted.grade.has_value());
  BOOST_TEST(weighted.grade->index == 9.0);
  BOOST_TEST(label({"2", "3", "1.5", "", "", ""}) == "中度 (II 级)");
  BOOST_TEST(label({"", "", "", "50%", "3", "II"}) == "中度 (II 级)");     // 2 · 3 · 1.5
  BOOST_TEST(label({"", "", "", "50.1", "3", "Ⅱ级"}) == "重度 (III 级)");  // 4 · 3 · 1.5 = 18
  BOOST_TEST(label({"", "", "", "9.9", "0.99", "IV"}) == "相对无害");      // WB = 0
  BOOST_TEST(label({"", "", "", "10", "2", "III"}) == "轻度 (I 级)");      // 2 · 1 · 2
  BOOST_TEST(label({"4", "4", "1", "", "", ""}) == "中度 (II 级)");        // 16 is not above 16
  BOOST_TEST(label({"3", "3", "1.5", "", "", ""}) == "WM");
  BOOST_TEST(label({"2", "1.5", "1.5", "", "", ""}) == "WB");  // a weight is 0, 1 or above 2
  BOOST_TEST(label({"2", "3", "", "", "", ""}) == "WL");
}
