// Delimited text after RFC 4180.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/csv.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// A text read as a table.
struct Table {
  explicit Table(const std::string& text, std::map<std::string, std::string> fields = {}) {
    LayerConfig config = config_for(folder.write("a.csv", text));
    config.fields = std::move(fields);
    table = read_csv_table(config, problems);
  }
  TempFolder folder;
  Problems problems;
  FeatureTable table;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(separators_are_told_by_the_header_outside_quotes) {
  BOOST_TEST(csv_separator("a,b,c\n1;2;3;4\n") == ',');
  BOOST_TEST(csv_separator("a;b\n") == ';');
  BOOST_TEST(csv_separator("a\tb,c\td\n") == '\t');
  BOOST_TEST(csv_separator("\"a,b,c\";d\n") == ';');
  BOOST_TEST(csv_separator("alone\n1,2\n") == ',');
  BOOST_TEST(csv_separator("a title alone\na;b\n1,5;2,5\n") == ';');
}

BOOST_AUTO_TEST_CASE(a_first_line_that_states_the_separator_is_taken_as_excel_takes_it) {
  for (const char* text : {"sep=;\nid;v\nA;1\n", "sep=;\r\nid;v\r\nA;1\r\n", "SEP=|\nid|v\nA|1\n"}) {
    const Table t(text);
    BOOST_TEST(t.table.columns == (std::vector<std::string>{"id", "v"}), boost::test_tools::per_element());
    BOOST_TEST(t.table.rows.front().line == 3);
  }
}

BOOST_AUTO_TEST_CASE(titles_and_remarks_around_a_table) {
  const Table t("危险源清单,,\n编号,名称,x\nA,甲,1\nB,乙,2\n\n注:截至6月,,\n", {{"id", "编号"}, {"name", "名称"}});
  BOOST_TEST(t.table.columns.front() == "编号");
  BOOST_TEST(t.table.rows.size() == 2U);
  BOOST_TEST(has_code(t.problems.all(), "header_row"));
  BOOST_TEST(with_code(t.problems.all(), "remark_left_out").message.en.find("6: 注") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_value_that_reads_like_a_name_is_no_header) {
  const Table t("id,remark\nx,y\nB,x\n", {{"name", "remark"}});
  BOOST_TEST(t.table.rows.size() == 2U);
}

BOOST_AUTO_TEST_CASE(utf16_without_a_mark_is_named) {
  const std::string text("i\0d\0\n\0A\0\n\0", 10);
  BOOST_CHECK_EXCEPTION(Table t(text), InputError, [](const InputError& e) {
    return e.diagnostics().front().message.en.find("UTF-16") != std::string::npos;
  });
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
