// One fault in many rows is one message.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/grouped_problems.hpp"

using namespace sise;

namespace {

Diagnostic fault(int line, const std::string& value, const std::string& field = "x",
                 const std::string& remedy = "mend") {
  Diagnostic d{
      Diagnostic::Severity::error, "not_a_number", {}, {"'" + value + "' is not a number", value}, {remedy, remedy}};
  d.where.file = "a.csv";
  d.where.field = field;
  d.where.line = line;
  return d;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grouped)

BOOST_AUTO_TEST_CASE(thousands_of_rows_are_one_message_with_their_number_and_the_first_five) {
  std::vector<Diagnostic> all;
  for (int line = 2; line < 15002; ++line) all.push_back(fault(line, std::to_string(line) + ",5"));
  const auto told = grouped_by_column(all);
  BOOST_REQUIRE(told.size() == 1U);
  BOOST_TEST(told[0].where.line == 2);
  BOOST_TEST(told[0].message.en ==
             "'2,5' is not a number (and 14999 more: 3: '3,5', 4: '4,5', 5: '5,5', 6: '6,5', ... (+14995))");
}

BOOST_AUTO_TEST_CASE(equal_messages_join_and_a_few_different_ones_stay) {
  BOOST_TEST(grouped_by_column({fault(2, "a"), fault(3, "a")}).size() == 1U);
  BOOST_TEST(grouped_by_column({fault(2, "a"), fault(3, "b")}).size() == 2U);
}

BOOST_AUTO_TEST_CASE(other_columns_remedies_and_whole_files_stay_apart) {
  std::vector<Diagnostic> all;
  for (int line = 2; line < 20; ++line) {
    all.push_back(fault(line, "a", "x"));
    all.push_back(fault(line, "a", "y"));
    all.push_back(fault(line, "a", "x", "other"));
    all.push_back(fault(0, "a"));
  }
  BOOST_TEST(grouped_by_column(all).size() == 3U + 18U);
  BOOST_TEST(without_repeats(grouped_by_column(all)).size() == 4U);
}

BOOST_AUTO_TEST_SUITE_END()
