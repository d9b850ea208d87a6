// The program's own packs: grades of points by every method, direct rules after the matrix, dictionaries.
#include <boost/test/unit_test.hpp>
#include <map>

#include "core/rating/register/grade_point.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/packs/register_words.hpp"
#include "gis_io/read/register/codes.hpp"
#include "gis_io/read/register/firm_name.hpp"
#include "gis_io/read/register/register_columns.hpp"
#include "gis_io/read/register/written_day.hpp"
#include "models/base/error.hpp"

using namespace sise;

namespace {

using Values = std::vector<std::optional<double>>;

std::string colour(const std::string& method, const Values& values) {
  return std::string(colour_word(score_point(point_method(method), values).grade));
}

const std::vector<std::string>& matrices() {
  static const std::vector<std::string> kNames{"ls_20_15_9", "ls_coal_20_15_10", "ls_coal_20_9_4",
                                               "ls_13_10_6", "ls_17_10_5",       "ls_lookup_a"};
  return kNames;
}

std::string six(double l, double s) {
  std::string colours;
  for (const std::string& name : matrices()) colours += colour(name, {l, s});
  return colours;
}

PointRules rules_with(const std::string& method, const std::vector<std::string>& direct) {
  PointRules rules;
  rules.methods.push_back(point_method(method));
  for (const std::string& name : direct) rules.direct.push_back(direct_rule_pack(name));
  return rules;
}

PointGrade graded(RiskPoint& point, const PointRules& rules, bool open_major = false) {
  return grade_point(point, rules, open_major);
}

}  // namespace

BOOST_AUTO_TEST_CASE(lec) {
  const PointScore middle = score_point(point_method("lec_ge"), Values{3.0, 6.0, 7.0});
  BOOST_TEST(*middle.score == 126.0);
  BOOST_TEST((middle.grade == Grade::yellow));
  BOOST_TEST(colour("lec_ge", {3.0, 6.0, 15.0}) == "橙");  // 270 is no red, whatever a template says
  BOOST_TEST(colour("lec_ge", {0.5, 6.0, 15.0}) == "蓝");
  BOOST_TEST(colour("lec_ge", {3.0, 3.0, 40.0}) == "红");
  BOOST_TEST(colour("lec_ge", {1.0, 10.0, 7.0}) == "黄");  // the only edge that can be reached
  BOOST_TEST(colour("lec_gt", {1.0, 10.0, 7.0}) == "蓝");
}

BOOST_AUTO_TEST_CASE(lec_over_all_its_combinations) {
  const PointMethod method = point_method("lec_ge");
  std::map<Grade, int> count;
  for (const FactorStep& l : method.factors[0].scale) {
    for (const FactorStep& e : method.factors[1].scale) {
      for (const FactorStep& c : method.factors[2].scale) {
        ++count[score_point(method, Values{l.value, e.value, c.value}).grade];
      }
    }
  }
  BOOST_TEST(count[Grade::blue] == 161);
  BOOST_TEST(count[Grade::yellow] == 30);
  BOOST_TEST(count[Grade::orange] == 21);
  BOOST_TEST(count[Grade::red] == 40);
}

BOOST_AUTO_TEST_CASE(ls_3x3_1x5_4x4) {
  BOOST_TEST(six(3, 3) == "黄蓝橙黄黄橙");
  BOOST_TEST(six(1, 5) == "蓝蓝黄蓝黄红");
  BOOST_TEST(six(4, 4) == "橙橙橙红橙红");
}

BOOST_AUTO_TEST_CASE(ls_agree) {
  const std::map<std::string, int> expected{{"ls_20_15_9", 25}, {"ls_coal_20_15_10", 24}, {"ls_coal_20_9_4", 11},
                                            {"ls_13_10_6", 14}, {"ls_17_10_5", 15},       {"ls_lookup_a", 7}};
  for (const auto& [name, count] : expected) {
    int equal = 0;
    for (int l = 1; l <= 5; ++l) {
      for (int s = 1; s <= 5; ++s) {
        const Values values{static_cast<double>(l), static_cast<double>(s)};
        equal += static_cast<int>(colour(name, values) == colour("ls_20_15_9", values));
      }
    }
    BOOST_TEST(equal == count, name);
  }
}

BOOST_AUTO_TEST_CASE(ent44) {
  BOOST_TEST(colour("ent44", {2.0, 4.0}) + colour("ent44", {3.0, 2.0}) + colour("ent44", {1.0, 3.0}) +
                 colour("ent44", {4.0, 3.0}) ==
             "橙黄蓝红");
}

BOOST_AUTO_TEST_CASE(mes_takes_the_higher_exposure_and_a_pack_with_a_hole_is_refused) {
  const PointMethod classic = point_method("mes_classic");
  const PointScore score = score_point(classic, Values{3.0, 3.0, 1.0, 8.0});
  BOOST_TEST(*score.score == 72.0);
  BOOST_TEST(classic.bands[score.band].name.zh == "三级");
  BOOST_TEST((score_point(classic, Values{3.0, std::nullopt, 3.0, 8.0}).grade == Grade::yellow));
  try {
    (void)point_method("mes_rail");
    BOOST_ERROR("mes_rail was taken");
  } catch (const ConfigError& error) {
    BOOST_TEST(error.diagnostics().front().code == "pack_with_hole");
    BOOST_TEST(error.diagnostics().front().message.en.find("180") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_factor_off_its_scale_or_missing_gives_no_grade) {
  const PointMethod lec = point_method("lec_ge");
  BOOST_TEST((score_point(lec, Values{4.0, 6.0, 15.0}).fault == ScoreFault::off_scale));
  BOOST_TEST((score_point(lec, Values{3.0, std::nullopt, 15.0}).fault == ScoreFault::missing_factor));
  RiskPoint point;
  point.factors = {4.0, 6.0, 15.0};
  point.stated = Grade::blue;  // what came from a wrong factor does not stand in for it
  const PointGrade grade = graded(point, rules_with("lec_ge", {}));
  BOOST_TEST((grade.current == Grade::unrated));
  BOOST_TEST(has_finding(point.findings, "factor_off_scale"));
  BOOST_TEST((weight_of(point.findings) == Weight::left_out));
}

/// Neither does a stated grade after measures.
BOOST_AUTO_TEST_CASE(wrong_or_missing_factors_are_not_made_up_for_by_a_stated_current_grade) {
  for (const Values& factors : {Values{4.0, 6.0, 15.0}, Values{3.0, std::nullopt, 15.0}}) {
    RiskPoint point;
    point.factors = factors;
    point.stated_current = Grade::blue;
    BOOST_TEST((graded(point, rules_with("lec_ge", {})).current == Grade::unrated));
  }
}

BOOST_AUTO_TEST_CASE(direct_js0221) {
  const PointRules rules = rules_with("ls_20_15_9", {"dr_js_catalogue"});
  RiskPoint point;
  point.factors = {1.0, 5.0};
  point.risk_code = "0221";
  point.facts = {{"fixed_workers", "4"}};
  BOOST_TEST((graded(point, rules).current == Grade::orange));
  point.facts = {{"fixed_workers", "2"}};
  BOOST_TEST((graded(point, rules).current == Grade::blue));
  BOOST_TEST(has_finding(point.findings, "threshold_not_met"));
  point.facts.clear();  // not stated: the code is taken at its word
  BOOST_TEST((graded(point, rules).current == Grade::orange));
}

BOOST_AUTO_TEST_CASE(an_answer_that_no_direct_rule_knows_is_told_and_a_plain_no_is_not) {
  const PointRules rules = rules_with("ls_20_15_9", {"dr_no19", "dr_js_catalogue", "dr_mh", "dr_db37"});
  const auto told = [&](const char* field, const char* text) {
    RiskPoint point;
    point.factors = {1.0, 1.0};
    point.facts = {{field, text}};
    (void)graded(point, rules);
    return has_finding(point.findings, "unknown_case");
  };
  BOOST_TEST(told("major_hazard_level", "A级"));
  BOOST_TEST(told("danger_place_workers", "十来人"));
  BOOST_TEST(told("untested_process", "待查"));
  BOOST_TEST(told("fixed_workers", "四人"));
  BOOST_TEST(!told("major_hazard_level", "四级"));
  BOOST_TEST(!told("major_hazard_level", "不构成"));
  BOOST_TEST(!told("danger_place_workers", "3"));
  BOOST_TEST(!told("untested_process", "否"));
  BOOST_TEST(!told("fixed_workers", "2"));
}

BOOST_AUTO_TEST_CASE(a_threshold_of_two_numbers_needs_both_and_alternatives_one) {
  const PointRules rules = rules_with("ls_20_15_9", {"dr_js_catalogue"});
  const auto current = [&](const std::string& code, std::vector<Fact> facts) {
    RiskPoint point;
    point.factors = {1.0, 1.0};
    point.risk_code = code;
    point.facts = std::move(facts);
    return graded(point, rules).current;
  };
  BOOST_TEST((current("100307", {{"pressure_MPa", "2.5"}, {"temperature_C", "400"}}) == Grade::orange));
  BOOST_TEST((current("100307", {{"pressure_MPa", "2.5"}, {"temperature_C", "300"}}) == Grade::blue));
  BOOST_TEST((current("100304", {{"diameter_m", "12"}, {"volume_m3", "10000"}}) == Grade::orange));
  BOOST_TEST((current("100304", {{"diameter_m", "12"}, {"volume_m3", "900"}}) == Grade::blue));
}

BOOST_AUTO_TEST_CASE(direct_mh) {
  RiskPoint point;
  point.factors = {3.0, 3.0};
  point.facts = {{"major_hazard_level", "二级"}};
  const PointGrade grade = graded(point, rules_with("ls_20_15_9", {"dr_mh"}));
  BOOST_TEST((grade.inherent == Grade::red));
  BOOST_TEST((grade.current == Grade::red));
  BOOST_TEST((grade.mark == RuleMark::own));
}

/// Whatever the matrix says of the point without measures: a worse matrix must not make a better grade.
BOOST_AUTO_TEST_CASE(no_measure_lowers_a_direct_grade) {
  const PointRules rules = rules_with("ls_20_15_9", {"dr_mh"});
  for (const Values& inherent : {Values{1.0, 1.0}, Values{3.0, 3.0}, Values{5.0, 5.0}}) {
    RiskPoint point;
    point.factors = inherent;
    point.current_factors = {1.0, 1.0};
    point.facts = {{"major_hazard_level", "一级"}};
    const PointGrade grade = graded(point, rules);
    BOOST_TEST((grade.current == Grade::red));
    BOOST_TEST((grade.mark == RuleMark::own));
    BOOST_TEST(
        reason_of(grade, point, rules).en.ends_with("direct rule: major hazard installation of level 1 or 2 -> red"));
  }
}

BOOST_AUTO_TEST_CASE(a_grade_after_measures_takes_the_mark_of_its_method) {
  RiskPoint point;
  point.stated_inherent = Grade::orange;
  point.current_factors = {1.0, 1.0, 1.0};
  const PointGrade grade = graded(point, rules_with("lec_ge", {}));
  BOOST_TEST((grade.current == Grade::blue));
  BOOST_TEST((grade.mark == RuleMark::corroborated));  // as its scale of L
}

BOOST_AUTO_TEST_CASE(current_gt_inherent) {
  RiskPoint point;
  point.stated_inherent = Grade::orange;
  point.stated_current = Grade::red;
  const PointGrade grade = graded(point, rules_with("ls_20_15_9", {}));
  BOOST_TEST((grade.current == Grade::red));
  BOOST_TEST((grade.inherent == Grade::orange));
  BOOST_TEST(has_finding(point.findings, "current_above_inherent"));
}

BOOST_AUTO_TEST_CASE(lost_control_lifts_by_one_level_and_held_control_does_not) {
  const PointRules rules = rules_with("ls_20_15_9", {});
  RiskPoint point;
  point.stated_inherent = Grade::yellow;
  BOOST_TEST((graded(point, rules).current == Grade::yellow));
  point.control_lost = true;
  const PointGrade lifted = graded(point, rules);
  BOOST_TEST((lifted.current == Grade::orange));
  BOOST_TEST((lifted.inherent == Grade::yellow));
  BOOST_TEST((lifted.mark == RuleMark::own));
  point.stated_current = Grade::orange;  // the office's corrected grade says the same: no contradiction
  BOOST_TEST((graded(point, rules).current == Grade::orange));
  BOOST_TEST(!has_finding(point.findings, "current_above_inherent"));
  point.stated_inherent = Grade::red;
  point.stated_current.reset();
  BOOST_TEST((graded(point, rules).current == Grade::red));
  RiskPoint nobody;
  nobody.control_lost = true;
  BOOST_TEST((graded(nobody, rules).current == Grade::unrated));
}

BOOST_AUTO_TEST_CASE(a_grade_after_measures_ends_with_its_day) {
  PointRules rules = rules_with("ls_20_15_9", {});
  const Date day = std::chrono::sys_days(std::chrono::year(2026) / 3 / 16);
  rules.date = day;
  RiskPoint point;
  point.stated_inherent = Grade::orange;
  point.stated_current = Grade::yellow;
  point.current_until = day;
  BOOST_TEST((graded(point, rules).current == Grade::yellow));  // the last day counts
  point.current_until = day - std::chrono::days(1);
  BOOST_TEST((graded(point, rules).current == Grade::orange));
  BOOST_TEST(has_finding(point.findings, "current_expired"));
}

BOOST_AUTO_TEST_CASE(a_stated_current_grade_falls_by_one_level_at_most_and_a_scored_one_freely) {
  const PointRules rules = rules_with("ls_20_15_9", {});
  RiskPoint stated;
  stated.stated_inherent = Grade::red;
  stated.stated_current = Grade::blue;
  BOOST_TEST((graded(stated, rules).current == Grade::orange));
  BOOST_TEST(has_finding(stated.findings, "downgrade_too_far"));
  RiskPoint scored;
  scored.factors = {5.0, 5.0};
  scored.current_factors = {1.0, 5.0};
  const PointGrade grade = graded(scored, rules);
  BOOST_TEST((grade.inherent == Grade::red));
  BOOST_TEST((grade.current == Grade::blue));
}

BOOST_AUTO_TEST_CASE(an_open_major_danger_lifts_the_current_grade_alone) {
  PointRules rules = rules_with("ls_20_15_9", {});
  RiskPoint point;
  point.factors = {3.0, 3.0};
  BOOST_TEST((graded(point, rules, true).current == Grade::red));
  BOOST_TEST((graded(point, rules, true).inherent == Grade::yellow));
  rules.open_major = OpenMajorRule::one_up;
  BOOST_TEST((graded(point, rules, true).current == Grade::orange));
  rules.open_major = OpenMajorRule::list_only;
  BOOST_TEST((graded(point, rules, true).current == Grade::yellow));
}

BOOST_AUTO_TEST_CASE(what_nobody_assessed_is_not_rated_and_never_blue) {
  RiskPoint point;
  const PointGrade grade = graded(point, rules_with("ls_20_15_9", {}));
  BOOST_TEST((grade.current == Grade::unrated));
  BOOST_TEST(has_finding(point.findings, "no_grade"));
  BOOST_TEST((worst(Grade::unrated, Grade::blue) == Grade::blue));
}

BOOST_AUTO_TEST_CASE(every_built_in_method_and_rule_pack_can_be_read) {
  for (const std::string& id : point_method_ids()) {
    if (id != "mes_rail") BOOST_TEST(point_method(id).id == id);
  }
  for (const std::string& id : direct_rule_pack_ids()) BOOST_TEST(direct_rule_pack(id).id == id);
  BOOST_TEST(direct_rule_pack("dr_js_catalogue").codes.size() == 401U);
}

BOOST_AUTO_TEST_CASE(dict_1) {
  const auto reads = [](const std::string& name) {
    const CodeTable* table = code_table(name);
    BOOST_REQUIRE(table != nullptr);
    ColumnDictionary dictionary;
    for (const CodeMeaning& meaning : table->codes) dictionary.codes[meaning.code] = meaning.means;
    return meaning_of("1", &dictionary);
  };
  BOOST_TEST(reads("st_fxsb") == "general");
  BOOST_TEST(reads("t_yhzlxx") == "major");
  BOOST_TEST(reads("szs_enterprise_risk") == "red");
  BOOST_TEST(reads("riskLevel national") == "orange");
}

BOOST_AUTO_TEST_CASE(a_code_without_dictionary_is_refused_and_a_word_needs_none) {
  Findings findings;
  BOOST_TEST(!grade_of("1", nullptr, "风险等级", findings).has_value());
  BOOST_TEST(has_finding(findings, "undeclared_code"));
  BOOST_TEST(findings.front().field == "风险等级");
  BOOST_TEST(findings.front().detail == "1");
  findings.clear();
  BOOST_TEST((grade_of("重大风险", nullptr, "", findings) == Grade::red));
  BOOST_TEST((grade_of("蓝色", nullptr, "", findings) == Grade::blue));
  BOOST_TEST(findings.empty());
  ColumnDictionary two;
  two.codes = {{"1", "red"}, {"2", "orange"}};
  BOOST_TEST(!grade_of("3", &two, "", findings).has_value());
  BOOST_TEST(has_finding(findings, "unknown_code"));
}

BOOST_AUTO_TEST_CASE(flags) {
  BOOST_TEST((liveness_of({"1", "0", "", ""}) == Liveness::contradictory));
  BOOST_TEST((liveness_of({"1", "1", "", ""}) == Liveness::withdrawn));
  BOOST_TEST((liveness_of({"0", "0", "0", "上报"}) == Liveness::live));
  BOOST_TEST((liveness_of({"0", "0", "1", ""}) == Liveness::withdrawn));
  BOOST_TEST((liveness_of({"0", "0", "0", "2"}) == Liveness::contradictory));
  // Words that nobody knows are not taken for "live".
  BOOST_TEST((liveness_of({"2", "", "", ""}) == Liveness::contradictory));
  BOOST_TEST((liveness_of({"", "待定", "", ""}) == Liveness::contradictory));
  BOOST_TEST((liveness_of({"", "", "Y", ""}) == Liveness::contradictory));
  BOOST_TEST((liveness_of({"", "/", "无", ""}) == Liveness::live));
}

BOOST_AUTO_TEST_CASE(name_norm) {
  const FirmName renamed = firm_name("某市甲（集团）有限公司（原名称：乙厂）");
  BOOST_TEST(renamed.name == "某市甲(集团)有限公司");
  BOOST_REQUIRE(renamed.former.size() == 1U);
  BOOST_TEST(renamed.former.front() == "乙厂");
  BOOST_TEST(firm_name("丙配件有限公司配件有限公司").doubled_suffix);
  BOOST_TEST(!firm_name("丙配件有限公司").doubled_suffix);
  BOOST_TEST(firm_name("无").placeholder);
}

BOOST_AUTO_TEST_CASE(days_as_people_write_them) {
  for (const char* text : {"2026-03-10", "2026/3/10", "2026.3.10", "20260310", "2026年3月10日", "2026-03-10 08:00:00",
                           "2026-03-10T08:00:00"}) {
    const auto day = written_day(text);
    BOOST_TEST_REQUIRE(day.has_value(), text);
    BOOST_TEST(day_text(*day) == "2026-03-10");
  }
  for (const char* text : {"2026-02-30", "10.3.2026", "明天", "2026-3", ""})
    BOOST_TEST(!written_day(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(headings_as_offices_write_them) {
  FeatureTable table;
  table.columns = {"风险等级（控制后）", "统一社会信用代码", "单位名称", "L(可能性)", "E", "C", "备注",
                   "风险等级(固有)"};
  Problems problems;
  const RegisterLayer source;
  const RegisterColumns columns(table, source, RegisterRecord::point, {"L", "E", "C"}, problems);
  BOOST_TEST(!problems.has_errors());
  BOOST_TEST(columns.heading("uscc") == "统一社会信用代码");
  BOOST_TEST(columns.heading("enterprise") == "单位名称");
  BOOST_TEST(columns.heading("inherent") == "风险等级(固有)");
  BOOST_TEST(columns.heading("current") == "风险等级（控制后）");
  BOOST_TEST(columns.heading("L") == "L(可能性)");
  BOOST_TEST((columns.unmatched() == std::vector<std::string>{"备注"}));
  table.columns = {"企业名称", "单位名称"};
  const RegisterColumns two(table, source, RegisterRecord::point, {}, problems);
  BOOST_TEST(problems.has_errors());  // two columns for one field: ask
}
