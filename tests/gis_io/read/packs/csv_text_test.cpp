#include "gis_io/read/packs/csv_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace sise;

BOOST_AUTO_TEST_SUITE(csv_text)

BOOST_AUTO_TEST_CASE(quotes_commas_and_line_ends_inside_cells) {
  const CsvTable table = parse_csv("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n,2\n", "t.csv");
  BOOST_TEST(table.rows.size() == 2U);
  BOOST_TEST(table.rows[0].cells.at(1) == "x, \"y\"\nz");
  BOOST_TEST(table.rows[0].line == 2);
  BOOST_TEST(table.rows[1].line == 4);
  BOOST_TEST(table.rows[1].cells.at(0).empty());
  BOOST_TEST(table.column("b") == 1U);
}

BOOST_AUTO_TEST_CASE(wrong_tables_are_refused) {
  BOOST_CHECK_THROW((void)parse_csv("", "t.csv"), ConfigError);
  BOOST_CHECK_THROW((void)parse_csv("a,b\n1\n", "t.csv"), ConfigError);
  BOOST_CHECK_THROW((void)parse_csv("a,b\n1,\"2\n", "t.csv"), ConfigError);
  BOOST_CHECK_THROW((void)parse_csv("a\n", "t.csv").column("b"), ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
