// Ratings of enterprises with the program's own packs: worked cases, and what must hold for all combinations.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

#include "core/rating/register/rate_enterprise.hpp"
#include "gis_io/read/packs/register_packs.hpp"

using namespace sise;

namespace {

using Known = std::map<std::string, std::string>;

Answers from(const Known& known) {
  return [&known](std::string_view question) {
    const auto found = known.find(std::string(question));
    return found == known.end() ? std::string() : found->second;
  };
}

SheetResult by(const std::string& sheet, Grade inherent, const Known& known) {
  return score_by_sheet(score_sheet(sheet), inherent, from(known));
}

std::string band(const std::string& sheet, std::size_t index) { return score_sheet(sheet).bands[index].label.zh; }

void check_four(Grade inherent, const std::string& standard, const std::string& accident, const std::string& penalty,
                double points, Grade grade) {
  const SheetResult result =
      by("four_input", inherent, {{"standard", standard}, {"accident", accident}, {"penalty", penalty}});
  BOOST_TEST(result.low == points);
  BOOST_TEST(result.high == points);
  BOOST_TEST((score_sheet("four_input").bands[result.band_high].grade == grade));
}

void check_five(Grade inherent, const Known& known, double low, double high, const std::string& best,
                const std::string& worse) {
  const SheetResult result = by("five_input", inherent, known);
  BOOST_TEST(result.low == low);
  BOOST_TEST(result.high == high);
  BOOST_TEST(band("five_input", result.band_low) == best);
  BOOST_TEST(band("five_input", result.band_high) == worse);
}

int frequency(const std::string& pack, const std::string& sector, const Known& known) {
  return inspection_pack(pack).per_year(sector, from(known)).value_or(-1);
}

No19Result no19(const Known& known, bool direct_red = false) {
  const auto result = rate_no19(no19_pack("no19"), from(known), direct_red);
  BOOST_REQUIRE(result.has_value());
  return *result;
}

EnterpriseRules all_rules() {
  EnterpriseRules rules;
  rules.no19 = no19_pack("no19");
  rules.no19_direct = direct_rule_pack("dr_no19").rules;
  rules.four_input = score_sheet("four_input");
  rules.five_input = score_sheet("five_input");
  rules.sz_standardisation = score_sheet("sz_standardisation");
  rules.counts = counts_rule("counts_variant");
  rules.ent44 = point_method("ent44");
  return rules;
}

}  // namespace

BOOST_AUTO_TEST_CASE(four_50_floor_and_the_worst) {
  check_four(Grade::orange, "三", "none", "fine", 50, Grade::orange);
  check_four(Grade::red, "一", "none", "none", 40, Grade::orange);  // one level below red is the limit
  check_four(Grade::orange, "一", "none", "none", 30, Grade::yellow);
  check_four(Grade::yellow, "none", "one_fatal", "fine", 60, Grade::red);
}

BOOST_AUTO_TEST_CASE(four_inputs_over_all_256_combinations_never_improve_by_more_than_a_level) {
  const ScoreSheet sheet = score_sheet("four_input");
  for (const Grade inherent : kGrades) {
    for (const SheetChoice& standard : sheet.inputs[1].choices) {
      for (const SheetChoice& accident : sheet.inputs[2].choices) {
        double before = -1.0;
        for (const SheetChoice& penalty : sheet.inputs[3].choices) {
          const Known known{{"standard", standard.id}, {"accident", accident.id}, {"penalty", penalty.id}};
          const SheetResult result = score_by_sheet(sheet, inherent, from(known));
          const Grade grade = *sheet.bands[result.band_high].grade;
          BOOST_TEST(rank_of(grade) >= rank_of(inherent) - 1);
          BOOST_TEST(result.high >= before);
          before = result.high;
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(five_43_unrated_override) {
  const Known known{{"standard", "三"}, {"on_time_rate", "0.93"}, {"accident", "none"}, {"penalty", "fine"}};
  check_five(Grade::orange, known, 43, 43, "提醒", "提醒");
  check_five(Grade::unrated, known, 23, 53, "正常", "提醒");  // the worse end counts, the interval is shown
  check_five(
      Grade::blue,
      {{"standard", "一"}, {"on_time_rate", "100%"}, {"accident", "无"}, {"penalty", "无"}, {"overdue_major", "yes"}},
      0, 0, "警示", "警示");
  check_five(
      Grade::blue,
      {{"standard", "一"}, {"on_time_rate", "93"}, {"accident", "无"}, {"penalty", "无"}, {"fatal_within_year", "是"}},
      5, 5, "提醒", "提醒");
}

BOOST_AUTO_TEST_CASE(a_bare_1_is_all_or_a_hundredth_and_so_not_understood) {
  const auto rate = [](const char* text) {
    return by("five_input", Grade::blue,
              {{"standard", "一"}, {"on_time_rate", text}, {"accident", "无"}, {"penalty", "无"}});
  };
  for (const char* text : {"1", "1.0"}) {
    const SheetResult result = rate(text);
    BOOST_TEST(result.low < result.high, text);
    BOOST_TEST(std::any_of(result.lines.begin(), result.lines.end(),
                           [](const SheetLine& line) { return line.not_understood; }));
  }
  BOOST_TEST(rate("100%").high == rate("100").high);
  BOOST_TEST(rate("100%").low == rate("100%").high);
  BOOST_TEST(rate("1%").high > rate("100%").high);
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_not_known_and_told) {
  const SheetResult result =
      by("four_input", Grade::blue, {{"standard", "四星"}, {"accident", "无"}, {"penalty", "无"}});
  BOOST_TEST(result.lines[1].not_understood);
  BOOST_TEST(result.low == 0.0);
  BOOST_TEST(result.high == 30.0);
}

BOOST_AUTO_TEST_CASE(no19_89_edges_direct) {
  const Known lost{{"no19_major_hazard", "8"}, {"no19_processes", "6"},  {"no19_surroundings", "3"},
                   {"no19_fire", "4"},         {"no19_standard_2", "1"}, {"no19_five_years_clean", "1"}};
  BOOST_TEST(no19(lost).score == 89.0);
  BOOST_TEST((no19(lost).grade == Grade::yellow));
  const Known counted{{"no19_mh_2", "1"},           {"no19_key_processes", "3"}, {"no19_outside_park", "是"},
                      {"no19_class_a_places", "4"}, {"no19_standard_2", "是"},   {"no19_five_years_clean", "是"}};
  BOOST_TEST(no19(counted).score == 89.0);
  const auto graded = [&](const char* points) {
    return no19({{"no19_rules", "0"}, {"no19_performance", points}}).grade;
  };
  BOOST_TEST((graded("10") == Grade::blue));  // 90
  BOOST_TEST(
      (no19({{"no19_fire", "5"}, {"no19_substances", "5"}, {"no19_design", "0.1"}}).grade == Grade::yellow));  // 89.9
  BOOST_TEST(no19({{"no19_people", "25"}}).score == 85.0);  // capped at 15
  BOOST_TEST((no19({{"no19_standard_1", "是"}}, true).grade == Grade::red));
  BOOST_TEST(!rate_no19(no19_pack("no19"), from({}), false).has_value());
  BOOST_TEST(reason_of(no19_pack("no19"), no19(counted)).zh.find("重点监管工艺种数 -6") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no19_bands_are_half_open) {
  const No19Pack pack = no19_pack("no19");
  const auto grade = [&](double score) {
    for (const No19Band& one : pack.bands) {
      if (score >= one.at_least) return one.grade;
    }
    return Grade::red;
  };
  std::string colours;
  for (const double score : {90.0, 89.9, 75.0, 74.9, 60.0, 59.9}) colours += colour_word(grade(score));
  BOOST_TEST(colours == "蓝黄黄橙橙红");
}

BOOST_AUTO_TEST_CASE(freq_chem_and_the_conflict_of_a_minimum_with_a_cap) {
  BOOST_TEST(frequency("max_shanxi_2025", "危化", {{"standard", "三级"}}) == 8);
  BOOST_TEST(frequency("max_shanxi_2025", "煤矿", {{"firm_class", "D"}}) == 4);
  BOOST_TEST(frequency("max_shanxi_2025", "非煤矿山", {{"firm_class", "B"}}) == 1);
  BOOST_TEST(frequency("max_shanxi_2025", "机械", {{"standard", "二级"}}) == 2);
  BOOST_TEST(frequency("min_classic_2010", "煤矿", {{"firm_class", "D"}}) == 12);
  BOOST_TEST(frequency("cap_longyan_2025", "机械", {}) == 2);
  const std::vector<InspectionPack> packs{inspection_pack("min_classic_2010"), inspection_pack("max_shanxi_2025")};
  const Known known{{"firm_class", "D"}};
  const InspectionPlan plan = plan_inspections(packs, "煤矿", from(known));
  BOOST_TEST(plan.conflict());
  BOOST_TEST(*plan.at_least == 12);
  BOOST_TEST(*plan.at_most == 4);
  BOOST_TEST(*plan.planned == 4);
}

BOOST_AUTO_TEST_CASE(a_standardisation_that_has_lapsed_counts_as_none) {
  EnterpriseRules rules = all_rules();
  const Date day = std::chrono::sys_days(std::chrono::year(2026) / 3 / 16);
  rules.date = day;
  rules.inspections = {inspection_pack("max_shanxi_2025")};
  EnterpriseRecord firm;
  firm.sector = "危化";
  firm.answers = {{"standard", "二级"}};
  firm.standard_until = day;
  BOOST_TEST(*rate_enterprise(firm, {}, rules).inspections.at_most == 4);
  BOOST_TEST(firm.findings.empty());
  firm.standard_until = day - std::chrono::days(1);
  const EnterpriseRating lapsed = rate_enterprise(firm, {}, rules);
  BOOST_TEST(*lapsed.inspections.at_most == 12);
  BOOST_TEST(lapsed.four_input.low == 30.0);  // 30 points for none, no less
  BOOST_TEST(has_finding(firm.findings, "standard_expired"));
}

BOOST_AUTO_TEST_CASE(the_calendar_is_level) {
  std::vector<InspectionPlan> plans(24);
  for (InspectionPlan& plan : plans) plan.planned = 2;
  std::map<int, int> load;
  for (const Visit& visit : calendar_of(plans)) ++load[visit.month];
  BOOST_TEST(load.size() == 12U);
  for (const auto& [month, visits] : load) BOOST_TEST(visits == 4);
}

BOOST_AUTO_TEST_CASE(nine_items_direct_red_and_report_trigger) {
  EnterpriseRules rules = all_rules();
  rules.method = EnterpriseMethod::worst_of_nine;
  EnterpriseRecord record;
  record.answers = {{"nine_labour", "B"}, {"nine_spraying", "C"}, {"nine_confined", "D"}, {"nine_dust", "D"}};
  BOOST_TEST((rate_enterprise(record, {}, rules).grade == Grade::orange));
  rules.method = EnterpriseMethod::standard;
  record.answers = {{"undesigned_plant", "是"}};
  BOOST_TEST((rate_enterprise(record, {.worst_current = Grade::blue}, rules).grade == Grade::red));
  record.answers = {};
  BOOST_TEST((rate_enterprise(record, {.worst_current = Grade::yellow}, rules).grade == Grade::yellow));
  BOOST_TEST(must_identify_again(0, 3));
  BOOST_TEST(!must_identify_again(0, 2));
  BOOST_TEST(must_identify_again(1, 0));
}

// One answer of the notice's many makes its score "at best that": it clears no enterprise whose points are red.
BOOST_AUTO_TEST_CASE(a_score_with_open_items_is_no_better_than_the_points) {
  EnterpriseRules rules = all_rules();
  rules.method = EnterpriseMethod::standard;
  EnterpriseRecord record;
  record.answers = {{"no19_standard_1", "是"}};
  const auto grade = [&](Grade points) { return rate_enterprise(record, {.worst_current = points}, rules).grade; };
  BOOST_TEST((grade(Grade::red) == Grade::red));
  BOOST_TEST((grade(Grade::unrated) == Grade::blue));
  record.answers = {{"no19_people", "15"}, {"no19_major_hazard", "10"}};
  BOOST_TEST((grade(Grade::blue) == Grade::yellow));
  for (const No19Item& item : rules.no19.items) record.answers.try_emplace(item.id, "0");
  BOOST_TEST((grade(Grade::red) == Grade::yellow));  // nothing is open
}

/// "not understood" must not read as "no".
BOOST_AUTO_TEST_CASE(answers_that_nobody_knows_are_told) {
  const auto told = [](const char* question, const char* text, const char* finding) {
    EnterpriseRecord record;
    record.answers = {{question, text}};
    (void)rate_enterprise(record, {}, all_rules());
    return has_finding(record.findings, finding);
  };
  BOOST_TEST(told("deaths", "一人", "not_a_number"));
  BOOST_TEST(!told("deaths", "无", "not_a_number"));
  BOOST_TEST(!told("deaths", "1", "not_a_number"));
  BOOST_TEST(told("ent_L", "高", "not_a_number"));
  BOOST_TEST(told("ent_L", "3", "missing_factor"));
  BOOST_TEST(told("undesigned_plant", "待核", "unknown_case"));
  BOOST_TEST(!told("undesigned_plant", "否", "unknown_case"));
  BOOST_TEST(told("dishonest", "在册", "unknown_case"));
  BOOST_TEST(told("fatal_within_year", "2", "unknown_case"));
  BOOST_TEST(!told("fatal_within_year", "0", "unknown_case"));
}

BOOST_AUTO_TEST_CASE(an_enterprise_takes_the_mark_of_its_worst_point) {
  EnterpriseRecord record;
  const EnterpriseFacts facts{.worst_current = Grade::red, .worst_mark = RuleMark::own};
  BOOST_TEST((rate_enterprise(record, facts, all_rules()).mark == RuleMark::own));
}
