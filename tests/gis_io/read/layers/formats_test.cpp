// Every format comes out as the same table: text, numbers, rows that know where they stand.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/layer_reader.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

MadeLayer chinese_layer(const std::string& driver) {
  MadeLayer layer;
  layer.driver = driver;
  layer.fields = {{"编号"}, {"储量", MadeField::Type::real}, {"罐数", MadeField::Type::integer}};
  layer.features = {{{"甲-1", "12.5", "3"}, "POINT (500000 3540000)"}, {{"甲-2", "", "4"}, "POINT (500100 3540000)"}};
  return layer;
}

std::string code_thrown(const LayerConfig& config) {
  Problems problems;
  try {
    (void)read_table(config, problems);
  } catch (const Error& error) {
    return error.diagnostics().front().code;
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(vector_formats_with_chinese_names) {
  const std::vector<std::pair<std::string, std::string>> formats{
      {"GPKG", "a.gpkg"}, {"GeoJSON", "a.geojson"}, {"FlatGeobuf", "a.fgb"}, {"SQLite", "a.sqlite"}};
  for (const auto& [driver, name] : formats) {
    const TempFolder folder;
    MadeLayer layer = chinese_layer(driver);
    if (driver == "GeoJSON") layer.epsg = 4326;
    // Keeps the order: FlatGeobuf sorts by place.
    if (driver == "FlatGeobuf") layer.options = {"SPATIAL_INDEX=NO"};
    make_source(folder / name, layer);
    Problems problems;
    const auto table = read_table(config_for(folder / name), problems);
    BOOST_TEST(column_texts(table, "编号") == (std::vector<std::string>{"甲-1", "甲-2"}),
               boost::test_tools::per_element());
    BOOST_TEST(column_texts(table, "储量").front() == "12.5", driver);
    BOOST_TEST(column_texts(table, "罐数").back() == "4", driver);
    BOOST_TEST(!problems.has_errors(), all_of(problems.all()));
  }
}

BOOST_AUTO_TEST_CASE(workbooks_take_their_first_row_as_names_and_know_their_rows) {
  for (const auto& [driver, name] : {std::pair{"XLSX", "a.xlsx"}, std::pair{"ODS", "a.ods"}}) {
    const TempFolder folder;
    MadeLayer layer = chinese_layer(driver);
    layer.geometry = false;
    layer.epsg = 0;
    // All columns are text, so nothing but the option tells the header from the data.
    layer.fields = {{"编号"}, {"储量"}};
    layer.features = {{{"甲-1", "12.5"}, ""}, {{"", ""}, ""}, {{"甲-3", "１２"}, ""}};
    make_source(folder / name, layer);
    Problems problems;
    const auto table = read_table(config_for(folder / name), problems);
    BOOST_TEST(table.columns.front() == "编号", driver);
    BOOST_REQUIRE_EQUAL(table.rows.size(), 2U);
    BOOST_TEST(table.rows.front().line == 2);
    BOOST_TEST(table.rows.back().line == 4);
  }
}

BOOST_AUTO_TEST_CASE(ods_names_below_a_title_are_found_as_in_xlsx) {
  for (const auto& [driver, name] : {std::pair{"XLSX", "a.xlsx"}, std::pair{"ODS", "a.ods"}}) {
    const TempFolder folder;
    MadeLayer layer = chinese_layer(driver);
    layer.geometry = false;
    layer.epsg = 0;
    layer.fields = {{"二零二六年台账"}, {"制表"}};
    layer.features = {{{"编号", "储量"}, ""}, {{"甲-1", "12.5"}, ""}, {{"甲-2", "7"}, ""}};
    make_source(folder / name, layer);
    LayerConfig config = config_for(folder / name);
    config.fields = {{"id", "编号"}, {"inventory_t", "储量"}};
    Problems problems;
    const auto found = read_table(config, problems);
    BOOST_TEST(column_texts(found, "编号") == (std::vector<std::string>{"甲-1", "甲-2"}),
               boost::test_tools::per_element());
    BOOST_TEST(column_texts(found, "储量").front() == "12.5", driver);
    BOOST_TEST(found.rows.front().line == 3, driver);
    BOOST_TEST(has_code(problems.all(), "header_row"), driver);
    // Said by the user, it needs no names that are known.
    config.fields.clear();
    config.header_row = 2;
    const auto said = read_table(config, problems);
    BOOST_TEST(said.columns.front() == "编号", driver);
    BOOST_TEST(said.rows.size() == 2U, driver);
  }
}

BOOST_AUTO_TEST_CASE(csv_in_every_encoding_and_with_every_separator) {
  const std::string gbk = "\xb1\xe0\xba\xc5";
  const std::vector<std::string> files{"编号,n\n甲,1\n", "\xef\xbb\xbf编号;n\r\n甲;1\r\n", "编号\tn\n甲\t1",
                                       gbk + ",n\n\xbc\xd7,1\n", "\"编号\",\"n\"\n\"甲\",\"1\"\n"};
  for (const std::string& bytes : files) {
    const TempFolder folder;
    Problems problems;
    const auto table = read_table(config_for(folder.write("a.csv", bytes)), problems);
    BOOST_TEST(column_texts(table, "编号").front() == "甲");
    BOOST_TEST(column_texts(table, "n").front() == "1");
  }
}

BOOST_AUTO_TEST_CASE(a_gb18030_geojson_is_recoded_before_ogr_sees_it) {
  const TempFolder folder;
  const std::string text =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":"
      "\"\xb1\xe0\xba\xc5\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[120,32]}}]}";
  Problems problems;
  const auto table = read_table(config_for(folder.write("a.geojson", text)), problems);
  BOOST_TEST(column_texts(table, "id").front() == "编号");
  BOOST_TEST(has_code(problems.all(), "guessed_encoding"));
}

BOOST_AUTO_TEST_CASE(dates_are_iso_text) {
  const TempFolder folder;
  MadeLayer layer;
  layer.fields = {{"id"}, {"day", MadeField::Type::date}};
  layer.features = {{{"a", "2026/03/05"}, "POINT (1 1)"}};
  make_source(folder / "a.gpkg", layer);
  Problems problems;
  BOOST_TEST(column_texts(read_table(config_for(folder / "a.gpkg"), problems), "day").front() == "2026-03-05");
}

BOOST_AUTO_TEST_CASE(a_layer_is_chosen_by_name_or_because_it_is_the_only_one) {
  const TempFolder folder;
  MadeLayer layer = chinese_layer("GPKG");
  make_source(folder / "a.gpkg", layer);
  layer.name = "targets";
  make_source(folder / "a.gpkg", layer);
  LayerConfig config = config_for(folder / "a.gpkg");
  BOOST_TEST(code_thrown(config) == "several_layers");
  config.layer = "unit";
  BOOST_TEST(code_thrown(config) == "unknown_layer");
  config.layer = "targets";
  Problems problems;
  const auto table = read_table(config, problems);
  BOOST_TEST(table.where.layer == "targets");
}

BOOST_AUTO_TEST_CASE(sources_that_cannot_be_read) {
  const TempFolder folder;
  folder.write("enterprises.gpkg", "this is no database");
  folder.write("half.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feat");
  folder.write("empty.csv", "");
  folder.write("quote.csv", "a,b\n\"1,2\n");
  folder.write("binary.csv", std::string("PK\x03\x04\0\0", 6));
  BOOST_TEST(code_thrown(config_for(folder / "enterprises.gpkg")) == "unreadable");
  BOOST_TEST(code_thrown(config_for(folder / "half.geojson")) == "unreadable");
  BOOST_TEST(code_thrown(config_for(folder / "empty.csv")) == "empty_table");
  BOOST_TEST(code_thrown(config_for(folder / "quote.csv")) == "open_quote");
  BOOST_TEST(code_thrown(config_for(folder / "binary.csv")) == "unreadable");
  BOOST_TEST(code_thrown(config_for(folder.path())) == "unreadable");
}

BOOST_AUTO_TEST_CASE(messages_name_the_file_as_the_user_did) {
  const TempFolder folder;
  for (const char* name : {"x.gpkg", "x.geojson"}) {
    Problems problems;
    BOOST_CHECK_EXCEPTION((void)read_table(config_for(folder.write(name, "{nothing}")), problems), InputError,
                          [&](const InputError& e) {
                            const std::string text = e.what();
                            return text.find(folder.path().string()) == std::string::npos &&
                                   text.find("vsimem") == std::string::npos && text.starts_with(name);
                          });
  }
}

BOOST_AUTO_TEST_CASE(reading_leaves_no_files_behind) {
  const TempFolder folder;
  MadeLayer layer = chinese_layer("GML");
  layer.fields = {{"id"}};
  layer.features = {{{"a"}, "POINT (500000 3540000)"}};
  make_source(folder / "a.gml", layer);
  std::filesystem::remove(folder / "a.xsd");
  Problems problems;
  BOOST_TEST(read_table(config_for(folder / "a.gml"), problems).rows.size() == 1U);
  const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
  BOOST_TEST(files == 1);
}

BOOST_AUTO_TEST_CASE(a_missing_file_names_its_neighbours) {
  const TempFolder folder;
  folder.write("enterprises.gpkg", "");
  Problems problems;
  BOOST_CHECK_EXCEPTION((void)read_table(config_for(folder / "enterprise.gpkg"), problems), InputError,
                        [](const InputError& e) {
                          const Diagnostic& d = e.diagnostics().front();
                          return d.code == "missing_file" && d.remedy.en.find("enterprises.gpkg") != std::string::npos;
                        });
}

BOOST_AUTO_TEST_CASE(a_truncated_geopackage_is_refused) {
  const TempFolder folder;
  make_source(folder / "a.gpkg", chinese_layer("GPKG"));
  std::filesystem::resize_file(folder / "a.gpkg", 20000);
  BOOST_TEST(code_thrown(config_for(folder / "a.gpkg")) == "unreadable");
}

BOOST_AUTO_TEST_SUITE_END()
