// A column whose name comes close to ours is asked about, never passed over.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/near_columns.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::vector<FieldSpec> kSpecs{{"id", true},
                                    {"name"},
                                    {"kind"},
                                    {"substance"},
                                    {"inventory_t"},
                                    {"temperature_C"},
                                    {"pressure_gauge_kPa"},
                                    {"pressure_abs_kPa"},
                                    {"status"}};

struct Mapping {
  std::map<std::string, std::string> fields;
  std::vector<std::string> ignore;
  std::map<std::string, std::string> constants;
};

/// What the columns of a table lead to.
struct NearReading {
  explicit NearReading(const std::string& header, const Mapping& mapping = {}) : config(config_for(path(header))) {
    config.fields = mapping.fields;
    config.ignore = mapping.ignore;
    config.constants = mapping.constants;
    table = read_table(config, problems);
    map.emplace(table, config, kSpecs, problems);
  }
  std::filesystem::path path(const std::string& header) const {
    std::string row = "A";
    for (const char c : header) row += c == ',' ? ",1" : "";
    return folder.write("a.csv", header + "\n" + row + "\n");
  }
  [[nodiscard]] std::string said() const { return all_of(problems.all()); }
  TempFolder folder;
  LayerConfig config;
  Problems problems;
  FeatureTable table;
  std::optional<FieldMap> map;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(near_columns)

BOOST_AUTO_TEST_CASE(both_names_and_the_remedy_are_told) {
  for (const auto& [column, ours] : {std::pair{"Substance", "substance"},
                                     {"SUBSTANCE", "substance"},
                                     {"subtance", "substance"},
                                     {"substnace", "substance"},
                                     {"inventory_", "inventory_t"},
                                     {"INVENTORY_", "inventory_t"},
                                     {"temperatur", "temperature_C"},
                                     {"pressure_g", "pressure_gauge_kPa"},
                                     {"pressure_a", "pressure_abs_kPa"},
                                     {"inventory", "inventory_t"},
                                     {"inventory_kg", "inventory_t"},
                                     {"temperature_K", "temperature_C"},
                                     {"inventory (kg)", "inventory_t"},
                                     {"ｎａｍｅｓ", "name"},
                                     {"In ventory-T", "inventory_t"},
                                     {"statas", "status"}}) {
    const NearReading r(std::string("id,") + column);
    BOOST_TEST_CONTEXT(column << r.said()) {
      const Diagnostic& d = with_code(r.problems.all(), "nearly_our_field");
      BOOST_TEST((d.severity == Diagnostic::Severity::error));
      BOOST_TEST(d.where.field == column);
      BOOST_TEST(d.message.en.find(std::string("'") + ours + "'") != std::string::npos);
      BOOST_TEST(d.message.zh.find(ours) != std::string::npos);
      BOOST_TEST(d.remedy.en.find("ignore = [") != std::string::npos);
      BOOST_TEST(d.remedy.en.find(std::string(ours) + " = \"" + column) != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cut_name_that_may_be_two_names_both) {
  const NearReading r("id,pressure_1");
  BOOST_TEST(with_code(r.problems.all(), "nearly_our_field").message.en.find("pressure_gauge_kPa, pressure_abs_kPa") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_unit_comes_with_the_line_that_converts_it) {
  const NearReading r("id,inventory_kg");
  BOOST_TEST(with_code(r.problems.all(), "nearly_our_field").remedy.en.find(R"(inventory_t = "inventory_kg [kg]")") !=
             std::string::npos);
  NearReading mended("id,inventory_kg", {{{"inventory_t", "inventory_kg [kg]"}}, {}, {}});
  BOOST_TEST(mended.problems.all().empty(), mended.said());
  BOOST_TEST(mended.map->number(mended.table.rows.front(), "inventory_t").value() == 1.0);
}

BOOST_AUTO_TEST_CASE(plain_other_columns_stay_what_they_are) {
  const NearReading r("id,name,name2,kind,kinds,ids,remark,stage,wind,phone,address,floors,uid,press,备注,FID");
  BOOST_TEST(r.problems.all().empty(), r.said());
}

BOOST_AUTO_TEST_CASE(a_second_spelling_beside_the_proper_one_leaves_open_which_is_meant) {
  const NearReading r("id,name,Name");
  BOOST_TEST(has_code(r.problems.all(), "nearly_our_field"));
}

BOOST_AUTO_TEST_CASE(what_is_mapped_is_settled) {
  NearReading r("id,名称,Name,inventory_", {{{"name", "名称"}, {"inventory_t", "inventory_"}}, {}, {}});
  BOOST_TEST(r.problems.all().empty(), r.said());
}

BOOST_AUTO_TEST_CASE(ignored_columns_are_left_alone_even_under_our_names) {
  const NearReading r("id,Name,status", {{}, {"Name", "status"}, {}});
  BOOST_TEST(r.problems.all().empty(), r.said());
  BOOST_TEST(!r.map->has("status"));
}

BOOST_AUTO_TEST_CASE(what_is_ignored_must_be_there_and_unmapped) {
  BOOST_TEST(has_code(NearReading("id,Name", {{}, {"Nmae"}, {}}).problems.all(), "unknown_ignored_field"));
  BOOST_TEST(
      has_code(NearReading("id,Name", {{{"name", "Name"}}, {"Name"}, {}}).problems.all(), "ignored_field_is_mapped"));
}

BOOST_AUTO_TEST_CASE(a_missing_required_column_is_told_once) {
  const NearReading r("ID,name");
  BOOST_TEST(has_code(r.problems.all(), "missing_field"));
  BOOST_TEST(!has_code(r.problems.all(), "nearly_our_field"));
}

BOOST_AUTO_TEST_CASE(a_constant_holds_for_every_feature) {
  NearReading r("id", {{}, {}, {{"status", "new"}, {"inventory_t", "5吨"}}});
  BOOST_TEST(r.problems.all().empty(), r.said());
  BOOST_TEST(r.map->text(r.table.rows.front(), "status").value() == "new");
  BOOST_TEST(r.map->number(r.table.rows.front(), "inventory_t").value() == 5000.0);
}

BOOST_AUTO_TEST_CASE(a_constant_beside_a_column_is_a_contradiction) {
  BOOST_TEST(has_code(NearReading("id,status", {{}, {}, {{"status", "new"}}}).problems.all(), "constant_and_column"));
  BOOST_TEST(NearReading("id,status", {{}, {"status"}, {{"status", "new"}}}).problems.all().empty());
}

BOOST_AUTO_TEST_SUITE_END()
