// Workbooks as offices write them: what has no value is told, what a person sees is what is read.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/serial_date.hpp"
#include "gis_io/read/layers/workbook.hpp"
#include "gis_io/read/tables/scenarios_table.hpp"
#include "tests/gis_io/read/layers/made_workbook.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::vector<std::string> kHeader{"id", "name", "enterprise", "inventory_t", "x", "y"};

/// A workbook read as [units].
struct BookCase {
  explicit BookCase(const MadeWorkbook& book, std::map<std::string, std::string> fields = {}, int header_row = 0)
      : config(config_for(make_workbook(folder, book))) {
    config.crs = "EPSG:4549";
    config.our_names = unit_field_names();
    config.fields = std::move(fields);
    config.header_row = header_row;
    try {
      units = read_units(config, {Crs{"EPSG:4549", {}}, kGrid, substances(), 101325.0}, problems);
    } catch (const InputError& error) {
      for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    }
  }
  explicit BookCase(const std::string& rows, std::vector<std::string> merged = {})
      : BookCase(MadeWorkbook{{{"危险源", rows, std::move(merged)}}, {}, {}}) {}
  TempFolder folder;
  LayerConfig config;
  Problems problems;
  std::vector<Unit> units;
  [[nodiscard]] std::string said() const { return all_of(problems.all()); }
  [[nodiscard]] bool says(const std::string& code) const { return has_code(problems.all(), code); }
  [[nodiscard]] const Diagnostic& the(const std::string& code) const { return with_code(problems.all(), code); }
};

std::vector<std::string> unit_row(const std::string& id, const std::string& inventory = "5") {
  return {id, "name " + id, "E", inventory, "500000", "3540000"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(workbook)

BOOST_AUTO_TEST_CASE(a_plain_sheet) {
  const BookCase t(text_row(1, kHeader) + text_row(2, unit_row("A")) +
                   text_row(4, unit_row("B", "=" + number_cell("D4", "1.5"))));
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_REQUIRE(t.units.size() == 2U);
  BOOST_TEST(t.units[0].inventory_kg.value() == 5000.0);
  BOOST_TEST(t.units[1].inventory_kg.value() == 1500.0);
}

BOOST_AUTO_TEST_CASE(a_formula_that_was_never_calculated_is_told_with_its_cell) {
  for (const char* cell :
       {"<c r=\"D2\"><f>2*3</f></c>", "<c r=\"D2\"><f>2*3</f><v></v></c>", "<c r=\"D2\"><f>2*3</f><v/></c>"}) {
    const BookCase t(text_row(1, kHeader) + text_row(2, unit_row("A", std::string("=") + cell)));
    const Diagnostic& d = t.the("uncalculated_cell");
    BOOST_TEST(d.where.layer == "危险源");
    BOOST_TEST(d.message.en.find("D2") != std::string::npos);
    BOOST_TEST((d.severity == Diagnostic::Severity::error));
  }
  const BookCase calculated(text_row(1, kHeader) + text_row(2, unit_row("A", "=<c r=\"D2\"><f>2*3</f><v>6</v></c>")));
  BOOST_TEST(calculated.problems.all().empty(), calculated.said());
  BOOST_TEST(calculated.units.front().inventory_kg.value() == 6000.0);
}

BOOST_AUTO_TEST_CASE(a_formula_that_gives_an_empty_text_is_blank) {
  const BookCase t(text_row(1, kHeader) +
                   text_row(2, unit_row("A", "=<c r=\"D2\" t=\"str\"><f>IF(1,\"\",1)</f><v></v></c>")));
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_TEST(!t.units.front().inventory_kg.has_value());
}

BOOST_AUTO_TEST_CASE(an_error_cell_is_told_in_text_columns_and_coordinates_too) {
  for (const char* error : {"#N/A", "#DIV/0!", "#REF!"}) {
    auto row = unit_row("A");
    row[2] = std::string("=<c r=\"C2\" t=\"e\"><v>") + error + "</v></c>";
    row[4] = std::string("=<c r=\"E2\" t=\"e\"><f>1/0</f><v>") + error + "</v></c>";
    const BookCase t(text_row(1, kHeader) + text_row(2, row));
    std::string cells;
    for (const Diagnostic& d : t.problems.all()) cells += d.code == "error_cell" ? d.message.en : "";
    BOOST_TEST(cells.find("C2") != std::string::npos, t.said());
    BOOST_TEST(cells.find("E2") != std::string::npos, t.said());
    BOOST_TEST(cells.find(error) != std::string::npos, t.said());
    BOOST_TEST(!t.says("blank_value"));
  }
}

BOOST_AUTO_TEST_CASE(a_title_above_the_names_is_seen_and_said) {
  const BookCase t(
      text_row(1, {"重大危险源清单"}) + text_row(2, {"", "2026年"}) + text_row(3, kHeader) + text_row(4, unit_row("A")),
      {"A1:F1"});
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.the("header_row").message.en.find("row 3") != std::string::npos);
  BOOST_TEST(t.units.size() == 1U);
}

BOOST_AUTO_TEST_CASE(mapped_names_find_the_header_as_ours_do) {
  const MadeWorkbook book{{{"s", text_row(1, {"清单"}) + text_row(2, {"编号", "储量", "x", "y"}) +
                                     text_row(3, {"A", "7", "500000", "3540000"})}},
                          {},
                          {}};
  const BookCase t(book, {{"id", "编号"}, {"inventory_t", "储量 [kg]"}});
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.units.front().inventory_kg.value() == 7.0);
}

BOOST_AUTO_TEST_CASE(names_nobody_knows_below_a_title_are_shown) {
  const BookCase t(text_row(1, {"清单"}) + text_row(2, {"编号", "储量", "东", "北"}) +
                   text_row(3, {"A", "7", "1", "2"}));
  const Diagnostic& d = t.the("title_row");
  BOOST_TEST(d.message.en.find("编号") != std::string::npos);
  BOOST_TEST(d.remedy.en.find("header_row = 2") != std::string::npos);
  BOOST_TEST(t.problems.all().size() == 1U, t.said());
}

BOOST_AUTO_TEST_CASE(two_rows_of_names_are_ambiguous_until_one_is_stated) {
  const std::string rows = text_row(1, {"id", "inventory_t", "x", "y"}) + text_row(2, {"id", "name", "x", "y"}) +
                           text_row(3, {"A", "7", "500000", "3540000"});
  BOOST_TEST(BookCase(rows).the("several_headers").remedy.en.find("header_row = 1") != std::string::npos);
  const BookCase t(MadeWorkbook{{{"s", rows}}, {}, {}}, {}, 2);
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.units.front().name == "7");
}

BOOST_AUTO_TEST_CASE(names_over_two_rows_with_a_common_heading) {
  const BookCase t(text_row(1, {"id", "name", "enterprise", "inventory_t", "位置"}) +
                       text_row(2, {"", "", "", "", "x", "y"}) + text_row(3, unit_row("A")),
                   {"A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"});
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.units.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_cell_merged_downwards_holds_for_each_row) {
  auto second = unit_row("B");
  second[2] = "";
  const BookCase t(text_row(1, kHeader) + text_row(2, unit_row("A")) + text_row(3, second), {"C2:C3"});
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.says("merged_cells"));
  BOOST_TEST(t.units.at(1).enterprise == "E");
}

BOOST_AUTO_TEST_CASE(headings_blank_rows_and_remarks_are_no_units) {
  const BookCase t(text_row(1, kHeader) + text_row(2, {"一、氯碱车间"}) + text_row(3, unit_row("A")) +
                       text_row(5, unit_row("B")) + text_row(6, {"注:数据截至6月"}) + text_row(8, {"由安环部提供"}),
                   {"A2:F2"});
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.units.size() == 2U);
  const std::string& said = t.the("remark_left_out").message.en;
  for (const char* row : {"2: 一、氯碱车间", "6: 注", "8: 由安环部提供"})
    BOOST_TEST(said.find(row) != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(a_row_with_an_id_alone_stays_a_unit_and_is_refused) {
  const BookCase t(text_row(1, kHeader) + text_row(2, unit_row("A")) + text_row(3, {"B"}));
  BOOST_TEST(t.says("blank_value"), t.said());
}

BOOST_AUTO_TEST_CASE(several_sheets_must_be_chosen_hidden_ones_are_not) {
  const std::string rows = text_row(1, kHeader) + text_row(2, unit_row("A"));
  BOOST_TEST(
      BookCase(MadeWorkbook{{{"一", rows}, {"二", rows}}, {}, {}}).the("several_layers").remedy.en.find("一, 二") !=
      std::string::npos);
  const BookCase t(MadeWorkbook{{{"一", rows}, {"字典", rows, {}, true}, {"空", ""}}, {}, {}});
  BOOST_TEST(!t.problems.has_errors(), t.said());
  BOOST_TEST(t.says("hidden_sheets"));
}

BOOST_AUTO_TEST_CASE(shared_texts_with_runs_and_phonetic_guides) {
  auto row = unit_row("A");
  row[1] = "=<c r=\"B2\" t=\"s\"><v>1</v></c>";
  const BookCase t(
      MadeWorkbook{{{"s", text_row(1, kHeader) + text_row(2, row)}},
                   {},
                   {"<t>no</t>", "<r><t>液</t></r><r><t>氯</t></r><rPh sb=\"0\" eb=\"1\"><t>ye</t></rPh>"}});
  BOOST_TEST(t.units.front().name == "液氯");
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_says_so) {
  TempFolder folder;
  for (const auto& [bytes, word] : {std::pair{std::string("id,x\n"), "no workbook"},
                                    {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "password"},
                                    {std::string("PK\x03\x04 damaged"), "workbook.xml"}}) {
    Problems problems;
    try {
      static_cast<void>(read_workbook(config_for(folder.write("a.xlsx", bytes)), problems));
      BOOST_ERROR("read");
    } catch (const InputError& error) {
      BOOST_TEST(error.diagnostics().front().message.en.find(word) != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(serial_dates) {
  BOOST_TEST(date_of_serial(44927.0, false).value() == "2023-01-01");
  BOOST_TEST(date_of_serial(44927.041666666664, false).value() == "2023-01-01T01:00:00");
  BOOST_TEST(date_of_serial(43465.5, true).value() == "2023-01-01T12:00:00");
  BOOST_TEST(date_of_serial(1.0, false).value() == "1900-01-01");
  BOOST_TEST(date_of_serial(61.0, false).value() == "1900-03-01");
  BOOST_TEST(date_of_serial(0.25, false).value() == "06:00:00");
  BOOST_TEST(!date_of_serial(-1.0, false).has_value());
  BOOST_TEST(!date_of_serial(1e9, false).has_value());
}

BOOST_AUTO_TEST_CASE(formats_that_show_dates) {
  for (const char* format : {"yyyy-mm-dd h:mm:ss", "yyyy/m/d h:mm;@", "yyyy\"年\"m\"月\"d\"日\"",
                             "[$-804]上午/下午h:mm", "[h]:mm", "m/d/yy"})
    BOOST_TEST(is_date_format(format), format);
  for (const char* format : {"General", "0.00", "00000", "0.00E+00", "#,##0\" d\"", "[Red]0", "\\d0", "@", "0_h"})
    BOOST_TEST(!is_date_format(format), format);
}

BOOST_AUTO_TEST_CASE(an_id_that_lost_its_zeros_is_told_with_the_one_that_is_there) {
  TempFolder folder;
  auto row = unit_row("");
  row[0] = "=" + number_cell("A2", "101", 1);
  LayerConfig units =
      config_for(make_workbook(folder, {{{"s", text_row(1, kHeader) + text_row(2, row)}}, {"00000"}, {}}));
  units.crs = "EPSG:4549";
  Problems problems;
  const auto read = read_units(units, {Crs{"EPSG:4549", {}}, kGrid, substances(), 101325.0}, problems);
  const LayerConfig scenarios =
      config_for(folder.write("s.csv", "unit_id,case_id,kind,frequency_per_year,tnt_kg\n00101,a,explosion,1e-5,100\n"));
  static_cast<void>(read_scenarios(scenarios, read, substances(), ToxicBasis::none, problems));
  const Diagnostic& d = with_code(problems.all(), "unknown_unit");
  BOOST_TEST(d.remedy.en.find("'101'") != std::string::npos);
  BOOST_TEST(d.remedy.en.find("leading zeros") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
