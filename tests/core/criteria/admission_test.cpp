// Lists of what a place admits: what is a hit, and what only looks like one.
#include <boost/test/unit_test.hpp>

#include "core/criteria/admission.hpp"

using namespace sise;

namespace {

AdmissionList list_of(ListMode mode, std::vector<ListItem> items) {
  AdmissionList list;
  list.id = std::string(name_of(mode));
  list.mode = mode;
  list.items = std::move(items);
  return list;
}

ListItem substance(const std::string& id, const std::string& name, const std::string& cas = {}) {
  ListItem item;
  item.id = id;
  item.name = name;
  item.names = {name};
  item.cas = cas;
  return item;
}

AdmissionQuestion asked(const std::string& name, const std::string& cas = {}) {
  AdmissionQuestion question;
  question.names = {name};
  question.cas = cas;
  return question;
}

ListFindings ask_one(const AdmissionList& list, const AdmissionQuestion& question) {
  return find_listed({{list}}, question);  // NOLINT: findings point into a list that is gone; only counts are read
}

}  // namespace

// By its number, whatever it is called; two numbers are two substances, whatever they are called.
BOOST_AUTO_TEST_CASE(d74_a_number_is_a_hit_and_goes_before_names) {
  const AdmissionList list = list_of(ListMode::prohibit, {substance("12", "光气", "75-44-5")});
  BOOST_TEST(ask_one(list, asked("碳酰氯", "75-44-5")).hits.size() == 1U);
  BOOST_TEST(ask_one(list, asked("光气", "7782-50-5")).hits.empty());
  BOOST_TEST(ask_one(list, asked(" 光 气 ")).hits.size() == 1U);
}

BOOST_AUTO_TEST_CASE(d75_a_near_miss_is_a_hint_and_never_a_hit) {
  const AdmissionList list = list_of(ListMode::prohibit, {substance("3", "氯酸钠")});
  const ListFindings findings = ask_one(list, asked("氯酸铵"));
  BOOST_TEST(findings.hits.empty());
  BOOST_TEST(findings.hints.size() == 1U);
  BOOST_TEST(ask_one(list, asked("氯酸钠溶液")).hits.empty());
  BOOST_TEST(ask_one(list, asked("液氨")).hints.empty());
}

BOOST_AUTO_TEST_CASE(d76_a_restricted_one_is_refused_in_the_wrong_place) {
  ListItem chlorine = substance("7", "氯", "7782-50-5");
  chlorine.allowed_in = {"园区"};
  const AdmissionLists lists{{list_of(ListMode::restrict, {chlorine})}};
  AdmissionQuestion question = asked("液氯", "7782-50-5");
  BOOST_TEST(find_listed(lists, question).not_stated == std::vector<std::string>{"zone"});
  question.zone = "中心城区";
  const ListFindings wrong = find_listed(lists, question);
  BOOST_REQUIRE(wrong.hits.size() == 1U);
  BOOST_TEST(wrong.hits[0].forbids);
  question.zone = "园区";
  BOOST_TEST(find_listed(lists, question).hits.empty());
}

BOOST_AUTO_TEST_CASE(d78_a_positive_list_refuses_what_it_does_not_name) {
  const AdmissionLists lists{{list_of(ListMode::positive, {substance("1", "乙醇"), substance("2", "丙酮")})}};
  BOOST_TEST(find_listed(lists, asked("乙醇")).hits.empty());
  const ListFindings other = find_listed(lists, asked("甲苯"));
  BOOST_REQUIRE(other.hits.size() == 1U);
  BOOST_TEST(other.hits[0].forbids);
  BOOST_TEST((other.hits[0].item == nullptr));
  BOOST_TEST(find_listed(lists, {}).not_stated == std::vector<std::string>{"substance"});
}

BOOST_AUTO_TEST_CASE(conditions_of_an_entry_all_hold_or_it_is_no_hit) {
  ListItem item = substance("1", "硝化棉");
  item.activities = {"production"};
  item.exempt = {"research"};
  item.at_most_t = 1.0;
  const AdmissionLists lists{{list_of(ListMode::prohibit, {item})}};
  AdmissionQuestion question = asked("硝化棉");
  question.activity = "production";
  question.inventory_t = 2.0;
  BOOST_TEST(find_listed(lists, question).hits.size() == 1U);
  question.inventory_t = 1.0;
  BOOST_TEST(find_listed(lists, question).hits.empty());
  question.inventory_t = 2.0;
  question.purpose = "research";
  BOOST_TEST(find_listed(lists, question).hits.empty());
  question.purpose.clear();
  question.activity = "storage";
  BOOST_TEST(find_listed(lists, question).hits.empty());
  question.activity.clear();
  BOOST_TEST(find_listed(lists, question).not_stated == std::vector<std::string>{"activity"});
}

BOOST_AUTO_TEST_CASE(an_industry_is_found_by_how_its_code_begins_and_a_process_by_its_name) {
  ListItem industry;
  industry.id = "a";
  industry.name = "化学原料";
  industry.industry = "26";
  ListItem process;
  process.id = "b";
  process.name = "硝化";
  process.process = "硝化";
  const AdmissionLists lists{{list_of(ListMode::control, {industry}), list_of(ListMode::expert_review, {process})}};
  AdmissionQuestion question;
  question.industry = "2614";
  question.process = "硝化";
  const ListFindings findings = find_listed(lists, question);
  BOOST_REQUIRE(findings.hits.size() == 2U);
  BOOST_TEST(!findings.hits[0].forbids);  // a person must look
  question.industry = "3260";
  question.process = "磺化";
  BOOST_TEST(find_listed(lists, question).hits.empty());
}

BOOST_AUTO_TEST_CASE(a_list_holds_where_it_says) {
  AdmissionList list = list_of(ListMode::prohibit, {substance("1", "氯")});
  list.zones = {"centre"};
  AdmissionQuestion question = asked("氯");
  question.zone = "park";
  BOOST_TEST(find_listed({{list}}, question).hits.empty());
  question.zone = "Centre";
  BOOST_TEST(find_listed({{list}}, question).hits.size() == 1U);
}
