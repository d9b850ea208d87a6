// [fields]: whole names first, then a trailing unit; what is missing or wrong is told with the way out.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// A table from CSV text, with the mapping under test.
struct Reading {
  Reading(const std::string& csv, std::map<std::string, std::string> fields, std::vector<FieldSpec> specs)
      : config(config_for(folder.write("a.csv", csv))) {
    config.fields = std::move(fields);
    table = read_table(config, problems);
    map.emplace(table, config, specs, problems);
  }
  std::optional<double> number(const std::string& name, NumberRange range = {}) {
    return map->number(table.rows.front(), name, range);
  }
  TempFolder folder;
  LayerConfig config;
  Problems problems;
  FeatureTable table;
  std::optional<FieldMap> map;
};

double converted(const std::string& name, const std::string& unit, const std::string& value) {
  Reading r("v\n" + value + "\n", {{name, "v [" + unit + "]"}}, {{name}});
  return r.number(name).value_or(-1e99);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fields)

BOOST_AUTO_TEST_CASE(names_that_are_ours_need_no_mapping_and_carry_their_unit) {
  Reading r("id,inventory_t,temperature_C\nA,2,20\n", {},
            {{"id", true}, {"inventory_t"}, {"temperature_C"}, {"bund_m2"}});
  BOOST_TEST(r.map->text(r.table.rows.front(), "id").value() == "A");
  BOOST_TEST(r.number("inventory_t").value() == 2000.0);
  BOOST_TEST(r.number("temperature_C").value() == 293.15);
  BOOST_TEST(!r.map->has("bund_m2"));
  BOOST_TEST(!r.number("bund_m2").has_value());
}

BOOST_AUTO_TEST_CASE(a_trailing_unit_converts) {
  const auto tolerance = boost::test_tools::tolerance(1e-12);
  BOOST_TEST(converted("inventory_t", "kg", "1500") == 1500.0, tolerance);
  BOOST_TEST(converted("inventory_t", "万吨", "0.5") == 5e6, tolerance);
  BOOST_TEST(converted("inventory_t", "ｋｇ", "1500") == 1500.0, tolerance);
  BOOST_TEST(converted("temperature_C", "K", "300") == 300.0, tolerance);
  BOOST_TEST(converted("temperature_C", "℃", "-40") == 233.15, tolerance);
  BOOST_TEST(converted("pressure_gauge_kPa", "MPa", "1.6") == 1.6e6, tolerance);
  BOOST_TEST(converted("pressure_abs_kPa", "bar", "3") == 3e5, tolerance);
  BOOST_TEST(converted("bund_m2", "亩", "3") == 2000.0, tolerance);
  BOOST_TEST(converted("diameter_mm", "in", "2") == 0.0508, tolerance);
  BOOST_TEST(converted("frequency_per_year", "1e-6/a", "5") == 5e-6, tolerance);
  BOOST_TEST(converted("rate_kg_s", "t/h", "3.6") == 1.0, tolerance);
  BOOST_TEST(converted("duration_s", "min", "30") == 1800.0, tolerance);
}

BOOST_AUTO_TEST_CASE(a_field_whose_own_name_ends_in_brackets_is_found_whole) {
  Reading r("储量 [罐区]\n7\n", {{"inventory_t", "储量 [罐区]"}}, {{"inventory_t"}});
  BOOST_TEST(r.number("inventory_t").value() == 7000.0);
  BOOST_TEST(r.problems.all().empty(), all_of(r.problems.all()));
}

BOOST_AUTO_TEST_CASE(a_whole_name_with_another_unit_in_it_is_read_as_ours_with_a_warning) {
  Reading r("储量 [kg]\n7\n", {{"inventory_t", "储量 [kg]"}}, {{"inventory_t"}});
  BOOST_TEST(r.number("inventory_t").value() == 7000.0);
  BOOST_TEST(has_code(r.problems.all(), "unit_in_field_name"));
  Reading converted_by_remedy("储量 [kg]\n7\n", {{"inventory_t", "储量 [kg] [kg]"}}, {{"inventory_t"}});
  BOOST_TEST(converted_by_remedy.number("inventory_t").value() == 7.0);
}

BOOST_AUTO_TEST_CASE(an_unknown_or_unfitting_unit_lists_the_known_ones) {
  for (const char* unit : {"斤", "MPa", ""}) {
    Reading r("储量\n7\n", {{"inventory_t", std::string("储量 [") + unit + "]"}}, {{"inventory_t"}});
    BOOST_TEST(with_code(r.problems.all(), "unknown_unit").remedy.en.find("kg") != std::string::npos, unit);
  }
}

BOOST_AUTO_TEST_CASE(a_missing_field_names_the_nearest) {
  Reading r("编号,储存量\nA,1\n", {{"id", "编码"}, {"inventory_t", "储量 [kg]"}},
            {{"id", true}, {"inventory_t"}, {"substance", true}});
  BOOST_TEST(with_code(r.problems.all(), "missing_field").remedy.en.find("编号") != std::string::npos);
  int missing = 0;
  for (const Diagnostic& d : r.problems.all()) missing += d.code == "missing_field" ? 1 : 0;
  BOOST_TEST(missing == 3);
}

BOOST_AUTO_TEST_CASE(a_key_that_is_not_ours_names_the_nearest) {
  Reading r("编号\nA\n", {{"inventroy_t", "编号"}}, {{"inventory_t"}});
  const Diagnostic& d = with_code(r.problems.all(), "unknown_field_key");
  BOOST_TEST(d.where.file == "project.toml");
  BOOST_TEST(d.remedy.en.find("inventory_t") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_columns_of_one_name_are_refused) {
  Reading r("id,储量,储量\nA,1,2\n", {{"inventory_t", "储量"}}, {{"inventory_t"}});
  BOOST_TEST(has_code(r.problems.all(), "ambiguous_field"));
}

BOOST_AUTO_TEST_CASE(headers_with_full_width_letters_and_spaces) {
  Reading r("　ｉｄ ,储量\nA,1\n", {}, {{"id", true}});
  BOOST_TEST(r.map->text(r.table.rows.front(), "id").value() == "A");
}

BOOST_AUTO_TEST_CASE(numbers_stored_as_text) {
  for (const auto& [text, value] :
       {std::pair{"12.5", 12500.0}, {" 12 ", 12000.0}, {"１２．５", 12500.0}, {"+1e1", 10000.0}}) {
    Reading r(std::string("inventory_t\n") + text + "\n", {}, {{"inventory_t"}});
    BOOST_TEST(r.number("inventory_t").value_or(-1.0) == value, text);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_a_number_is_told_with_its_place) {
  for (const char* text : {"约12", "12斤", "无", "-", "nan", "inf", "1.2.3", "0x10", "10-20", ">5", "1/2", "12,5"}) {
    Reading r(std::string("id,inventory_t\nA,\"") + text + "\"\n", {}, {{"inventory_t"}});
    BOOST_TEST(!r.number("inventory_t").has_value(), text);
    const Diagnostic& d = with_code(r.problems.all(), "not_a_number");
    BOOST_TEST(d.where.line == 2);
    BOOST_TEST(d.where.feature == "A");
    BOOST_TEST(d.where.field == "inventory_t");
  }
}

BOOST_AUTO_TEST_CASE(a_unit_behind_the_number_goes_before_the_columns) {
  for (const auto& [text, kg] : {std::pair{"120吨", 120e3},
                                 {"350,000 kg", 350e3},
                                 {"１２０　ｋｇ", 120.0},
                                 {"1,250.5", 1250.5e3},
                                 {"1,250,000", 1.25e9},
                                 {"1 200", 1200e3},
                                 {"0.5万吨", 5e6},
                                 {"120t", 120e3}}) {
    Reading r(std::string("inventory_t\n\"") + text + "\"\n", {}, {{"inventory_t"}});
    BOOST_TEST(r.number("inventory_t").value_or(-1.0) == kg, text << all_of(r.problems.all()));
  }
  Reading celsius("temperature_C\n25℃\n", {}, {{"temperature_C"}});
  BOOST_TEST(celsius.number("temperature_C").value_or(0.0) == 298.15);
  Reading people("people\n120人\n", {}, {{"people"}});
  BOOST_TEST(people.number("people").value_or(0.0) == 120.0);
  Reading rate("frequency_per_year\n1e-5/年\n", {}, {{"frequency_per_year"}});
  BOOST_TEST(rate.number("frequency_per_year").value_or(0.0) == 1e-5);
}

BOOST_AUTO_TEST_CASE(a_unit_of_another_kind_is_refused) {
  Reading r("inventory_t\n120m3\n", {}, {{"inventory_t"}});
  BOOST_TEST(!r.number("inventory_t").has_value());
  BOOST_TEST(has_code(r.problems.all(), "wrong_unit"));
}

BOOST_AUTO_TEST_CASE(one_comma_may_be_either_separator) {
  for (const char* text : {"1,500", "12,345"}) {
    Reading r(std::string("inventory_t\n\"") + text + "\"\n", {}, {{"inventory_t"}});
    BOOST_TEST(!r.number("inventory_t").has_value(), text);
    BOOST_TEST(has_code(r.problems.all(), "ambiguous_number"), text);
  }
  Reading decimal("inventory_t\n\"0,500\"\n", {}, {{"inventory_t"}});
  BOOST_TEST(!decimal.number("inventory_t").has_value());
  BOOST_TEST(has_code(decimal.problems.all(), "not_a_number"));
}

BOOST_AUTO_TEST_CASE(error_cells_are_no_values_in_any_column) {
  for (const char* text : {"#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "Err:502"}) {
    Reading r(std::string("id,name,inventory_t\nA,") + text + "," + text + "\n", {}, {{"name"}, {"inventory_t"}});
    BOOST_TEST(!r.map->text(r.table.rows.front(), "name").has_value(), text);
    BOOST_TEST(!r.number("inventory_t").has_value(), text);
    int told = 0;
    for (const Diagnostic& d : r.problems.all()) told += d.code == "error_cell" ? 1 : 0;
    BOOST_TEST(told == 2, text);
  }
}

BOOST_AUTO_TEST_CASE(blank_is_not_zero) {
  Reading r("id,inventory_t,rate_kg_s\nA, ,0\n", {}, {{"inventory_t"}, {"rate_kg_s"}});
  BOOST_TEST(!r.number("inventory_t").has_value());
  BOOST_TEST(r.number("rate_kg_s").value() == 0.0);
  BOOST_TEST(!r.problems.has_errors());
}

BOOST_AUTO_TEST_CASE(ranges) {
  Reading r("inventory_t,frequency_per_year\n-1,0\n", {}, {{"inventory_t"}, {"frequency_per_year"}});
  BOOST_TEST(!r.number("inventory_t", kNotNegative).has_value());
  BOOST_TEST(!r.number("frequency_per_year", kPositive).has_value());
  BOOST_TEST(r.problems.all().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_blank_in_a_required_field_is_told) {
  Reading r("id,name\n,x\n", {}, {{"id", true}});
  BOOST_TEST(!r.map->text(r.table.rows.front(), "id").has_value());
  BOOST_TEST(has_code(r.problems.all(), "blank_value"));
}

BOOST_AUTO_TEST_CASE(a_ragged_row_is_told_with_its_line) {
  Reading r("a,b\n1,\"2\n3\"\n1\n", {}, {});
  BOOST_TEST(with_code(r.problems.all(), "ragged_row").where.line == 4);
}

BOOST_AUTO_TEST_SUITE_END()
