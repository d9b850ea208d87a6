#include "models/substances/substance_table.hpp"

#include <boost/test/unit_test.hpp>

#include "models/base/error.hpp"
#include "models/substances/written_name.hpp"

namespace {

sise::Substance substance(std::string id, std::string zh, std::string cas, std::string un, std::string formula,
                          std::vector<std::string> aliases = {}) {
  sise::Substance s;
  s.name_en = id;
  s.id = std::move(id);
  s.name_zh = std::move(zh);
  s.cas = std::move(cas);
  s.un_number = std::move(un);
  s.formula = std::move(formula);
  s.aliases = std::move(aliases);
  return s;
}

sise::SubstanceTable small_table() {
  return sise::SubstanceTable({substance("chlorine", "氯", "7782-50-5", "1017", "Cl2", {"液氯"}),
                               substance("sulfur_dioxide", "二氧化硫", "7446-09-5", "1079", "SO2"),
                               substance("nitric_oxide", "一氧化氮", "10102-43-9", "1660", "NO"),
                               substance("nitroglycerin", "硝化甘油", "55-63-0", "0143", ""),
                               substance("o_xylene", "邻二甲苯", "95-47-6", "1307", "C8H10"),
                               substance("m_xylene", "间二甲苯", "108-38-3", "1307", "C8H10")});
}

std::string id_of(const sise::Substance* s) { return s == nullptr ? "" : s->id; }

}  // namespace

BOOST_AUTO_TEST_SUITE(substance_table)

BOOST_AUTO_TEST_CASE(found_by_every_kind_of_name) {
  const sise::SubstanceTable table = small_table();
  for (const char* name : {"chlorine", "Chlorine", " CHLORINE ", "氯", "液氯", " 液氯　", "7782-50-5",
                           "７７８２－５０－５", "7782–50–5", "1017", "UN1017", "un 1017", "Cl2", "ＣＬ２"}) {
    BOOST_TEST(id_of(table.find(name)) == "chlorine", name);
  }
}

BOOST_AUTO_TEST_CASE(british_and_american_spelling_are_one) {
  BOOST_TEST(id_of(small_table().find("Sulphur Dioxide")) == "sulfur_dioxide");
}

BOOST_AUTO_TEST_CASE(un_numbers_may_lack_leading_zeros) {
  BOOST_TEST(id_of(small_table().find("143")) == "nitroglycerin");
}

BOOST_AUTO_TEST_CASE(the_word_no_is_not_nitric_oxide) { BOOST_TEST(small_table().find("NO") == nullptr); }

BOOST_AUTO_TEST_CASE(a_shared_un_number_is_ambiguous_and_says_between_what) {
  const sise::SubstanceTable table = small_table();
  BOOST_TEST(table.find("UN1307") == nullptr);
  BOOST_TEST(table.matches("UN1307").size() == 2U);
  BOOST_TEST((table.suggest("UN1307") == std::vector<std::string>{"o_xylene", "m_xylene"}));
}

BOOST_AUTO_TEST_CASE(names_as_registers_write_them) {
  const sise::SubstanceTable table = small_table();
  for (const char* name : {"氯(液氯)",
                           "氯（液氯）",
                           "液氯【氯】",
                           "氯[7782-50-5]",
                           "氯(CAS号:7782-50-5)",
                           "液氯 CAS 7782-50-5",
                           "氯(UN1017)",
                           "氯(UN No. 1017)",
                           "液氯(1017)",
                           "氯(无水)",
                           "液氯(瓶装)",
                           "工业用液氯",
                           "瓶装液氯",
                           "液氯 99.6%",
                           "液氯(≥99.6%)",
                           "99.8%氯",
                           "氯/液氯",
                           "液氯、氯",
                           "Chlorine (liquefied)",
                           "氯(Cl2,99%)",
                           "cas:7782-50-5"}) {
    BOOST_TEST(id_of(table.find(name)) == "chlorine", name);
  }
  BOOST_TEST(table.find("Chlorine, Cl2") == nullptr);  // a comma belongs to names
  BOOST_TEST(id_of(table.find("一氧化氮(NO)")) == "nitric_oxide");
  BOOST_TEST(id_of(table.find("邻二甲苯(UN1307)")) == "o_xylene");
}

BOOST_AUTO_TEST_CASE(what_a_bracket_adds_must_fit) {
  const sise::SubstanceTable table = small_table();
  for (const char* name :
       {"氯(二氧化硫)", "氯(液氨)", "氯(UN1079)", "氯(未知物)", "氯水", "氯化物", "(无水)", "99%", "()", "氯溶液"}) {
    BOOST_TEST(table.find(name) == nullptr, name);
  }
  BOOST_TEST((table.suggest("氯(二氧化硫)") == std::vector<std::string>{"chlorine", "sulfur_dioxide"}));
}

BOOST_AUTO_TEST_CASE(a_stated_percentage_is_kept) {
  BOOST_TEST(sise::written_name("液氯(≥99.6%)").percent.value() == 99.6);
  BOOST_TEST(sise::written_name("30% 盐酸").percent.value() == 30.0);
  BOOST_TEST(!sise::written_name("液氯").percent.has_value());
  BOOST_TEST(!sise::written_name("%").percent.has_value());
}

BOOST_AUTO_TEST_CASE(unknown_names_get_the_nearest) {
  const sise::SubstanceTable table = small_table();
  BOOST_TEST(table.find("clorine") == nullptr);
  BOOST_TEST(table.suggest("clorine") == std::vector<std::string>{"chlorine"});
  BOOST_TEST(table.suggest("二氧化流") == std::vector<std::string>{"二氧化硫"});
  BOOST_TEST(table.suggest("plutonium").empty());
}

BOOST_AUTO_TEST_CASE(blank_names_find_nothing) {
  BOOST_TEST(small_table().find("") == nullptr);
  BOOST_TEST(small_table().find("  ") == nullptr);
}

BOOST_AUTO_TEST_CASE(two_substances_with_one_name_are_refused) {
  BOOST_CHECK_THROW(
      sise::SubstanceTable({substance("a", "甲", "", "", "", {"same"}), substance("b", "乙", "", "", "", {"SAME"})}),
      sise::ConfigError);
}

BOOST_AUTO_TEST_CASE(an_absent_property_is_unknown_not_zero) {
  sise::Substance s = substance("a", "甲", "", "", "");
  s.properties["boiling_point_K"] = {.value = 250.0, .unit = "K"};
  BOOST_TEST(s.get("boiling_point_K").value() == 250.0);
  BOOST_TEST(!s.get("flash_point_K").has_value());
  BOOST_TEST(s.find("flash_point_K") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
