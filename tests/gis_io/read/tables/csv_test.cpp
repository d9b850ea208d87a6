// Delimited text after RFC 4180.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/tables/csv.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(separators_are_told_by_the_header_outside_quotes) {
  BOOST_TEST(csv_separator("a,b,c\n1;2;3;4\n") == ',');
  BOOST_TEST(csv_separator("a;b\n") == ';');
  BOOST_TEST(csv_separator("a\tb,c\td\n") == '\t');
  BOOST_TEST(csv_separator("\"a,b,c\";d\n") == ';');
  BOOST_TEST(csv_separator("alone\n1,2\n") == ',');
}

BOOST_AUTO_TEST_CASE(quotes_line_ends_and_blank_lines) {
  const auto records = parse_csv("a,\"b \"\"x\"\"\"\r\n\n\"1\n2\",3\n,\n4,5", ',', {});
  BOOST_REQUIRE_EQUAL(records.size(), 4U);
  BOOST_TEST(records[0].fields[1] == "b \"x\"");
  BOOST_TEST(records[1].fields[0] == "1\n2");
  BOOST_TEST(records[1].line == 3);
  BOOST_TEST(records[2].line == 5);
  BOOST_TEST(records[3].fields[1] == "5");
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_is_told_where_it_opens) {
  BOOST_CHECK_EXCEPTION((void)parse_csv("a,b\n1,\"2\n3\n", ',', {}), InputError,
                        [](const InputError& e) { return e.diagnostics().front().where.line == 2; });
}

BOOST_AUTO_TEST_SUITE_END()
