// Shapefiles' text: the user's word, .cpg, telling LDIDs, detection, in this order; LDID 0x57 and 0x03 tell nothing.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::string kGbkName = "\xb1\xe0\xba\xc5";    // 编号
const std::string kGbkValue = "\xb4\xa2\xb9\xde";   // 储罐
const std::string kBig5Value = "\xc0\x78\xbc\xd1";  // 儲槽

/// A Shapefile of one point whose bytes are exactly those given.
std::filesystem::path make_shapefile(const TempFolder& folder, const std::string& field, const std::string& value,
                                     int ldid, const std::string& cpg = {}) {
  MadeLayer layer;
  layer.driver = "ESRI Shapefile";
  layer.name = "u";
  layer.fields = {{field}};
  layer.features = {{{value}, "POINT (500000 3540000)"}};
  layer.options = {"ENCODING="};
  const auto path = folder / "u.shp";
  make_source(path, layer);
  std::filesystem::remove(folder / "u.cpg");
  if (!cpg.empty()) folder.write("u.cpg", cpg);
  set_ldid(folder / "u.dbf", ldid);
  return path;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shapefile_text)

BOOST_AUTO_TEST_CASE(gbk_without_cpg_and_with_a_meaningless_ldid_is_detected_and_noted) {
  for (const int ldid : {0x57, 0x03, 0x00}) {
    const TempFolder folder;
    Problems problems;
    const auto table = read_table(config_for(make_shapefile(folder, kGbkName, kGbkValue, ldid)), problems);
    BOOST_TEST(table.columns.front() == "编号");
    BOOST_TEST(column_texts(table, "编号").front() == "储罐");
    BOOST_TEST(!problems.has_errors());
    BOOST_TEST(with_code(problems.all(), "guessed_encoding").message.en.find("GB18030") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_telling_ldid_needs_no_guess) {
  for (const int ldid : {0x4d, 0x7a}) {
    const TempFolder folder;
    Problems problems;
    const auto table = read_table(config_for(make_shapefile(folder, kGbkName, kGbkValue, ldid)), problems);
    BOOST_TEST(column_texts(table, "编号").front() == "储罐");
    BOOST_TEST(problems.all().empty(), all_of(problems.all()));
  }
}

BOOST_AUTO_TEST_CASE(cpg_goes_before_the_ldid) {
  const TempFolder folder;
  Problems problems;
  const auto table = read_table(config_for(make_shapefile(folder, "id", kBig5Value, 0x4d, "BIG5\r\n")), problems);
  BOOST_TEST(column_texts(table, "id").front() == "儲槽");
}

BOOST_AUTO_TEST_CASE(cpg_in_all_its_spellings) {
  for (const char* cpg : {"GBK", "GB2312", "936", "ANSI 936", "cp936", "GB18030"}) {
    const TempFolder folder;
    Problems problems;
    const auto table = read_table(config_for(make_shapefile(folder, kGbkName, kGbkValue, 0x57, cpg)), problems);
    BOOST_TEST(column_texts(table, "编号").front() == "储罐", cpg);
    BOOST_TEST(problems.all().empty(), all_of(problems.all()));
  }
  for (const char* cpg : {"UTF-8", "utf8", "65001"}) {
    const TempFolder folder;
    Problems problems;
    const auto table = read_table(config_for(make_shapefile(folder, "编号", "储罐", 0x4d, cpg)), problems);
    BOOST_TEST(column_texts(table, "编号").front() == "储罐", cpg);
  }
}

BOOST_AUTO_TEST_CASE(the_users_word_goes_before_the_cpg) {
  const TempFolder folder;
  Problems problems;
  LayerConfig config = config_for(make_shapefile(folder, kGbkName, kGbkValue, 0x57, "ISO-8859-1"));
  config.encoding = "GBK";
  const auto table = read_table(config, problems);
  BOOST_TEST(column_texts(table, "编号").front() == "储罐");
}

BOOST_AUTO_TEST_CASE(utf8_without_cpg_is_detected_without_a_note) {
  const TempFolder folder;
  Problems problems;
  const auto table = read_table(config_for(make_shapefile(folder, "编号", "储罐", 0x57)), problems);
  BOOST_TEST(column_texts(table, "编号").front() == "储罐");
  BOOST_TEST(problems.all().empty(), all_of(problems.all()));
}

BOOST_AUTO_TEST_CASE(a_cpg_that_lies_is_refused) {
  const TempFolder folder;
  Problems problems;
  const auto config = config_for(make_shapefile(folder, kGbkName, kGbkValue, 0x57, "UTF-8"));
  BOOST_CHECK_EXCEPTION((void)read_table(config, problems), InputError,
                        [](const InputError& e) { return has_code(e.diagnostics(), "wrong_encoding"); });
}

BOOST_AUTO_TEST_CASE(a_latin_cpg_on_chinese_text_gives_a_warning) {
  const TempFolder folder;
  Problems problems;
  (void)read_table(config_for(make_shapefile(folder, kGbkName, kGbkValue, 0x57, "ISO-8859-1")), problems);
  BOOST_TEST(has_code(problems.all(), "garbled_text"));
}

BOOST_AUTO_TEST_CASE(unknown_names_are_refused_wherever_they_stand) {
  const TempFolder folder;
  Problems problems;
  LayerConfig config = config_for(make_shapefile(folder, kGbkName, kGbkValue, 0x57, "GKB"));
  BOOST_CHECK_EXCEPTION((void)read_table(config, problems), InputError,
                        [](const InputError& e) { return has_code(e.diagnostics(), "unknown_encoding"); });
  config.encoding = "GKB";
  BOOST_CHECK_EXCEPTION((void)read_table(config, problems), ConfigError,
                        [](const ConfigError& e) { return has_code(e.diagnostics(), "unknown_encoding"); });
}

BOOST_AUTO_TEST_CASE(a_field_name_cut_inside_a_character_is_still_readable) {
  const TempFolder folder;
  Problems problems;
  // dBASE keeps ten bytes of a name: three characters and a third of the fourth.
  const auto table = read_table(config_for(make_shapefile(folder, "储罐编号名", "x", 0x57)), problems);
  BOOST_TEST(table.columns.front() == "储罐编");
}

BOOST_AUTO_TEST_CASE(sidecars_belong_to_the_input) {
  const TempFolder folder;
  const auto files = files_of(config_for(make_shapefile(folder, "id", "x", 0x57, "UTF-8")));
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.filename().string());
  BOOST_TEST(names == (std::vector<std::string>{"u.shp", "u.dbf", "u.shx", "u.prj", "u.cpg"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_truncated_attribute_table_is_refused) {
  const TempFolder folder;
  Problems problems;
  const auto path = make_shapefile(folder, "id", "x", 0x57);
  std::filesystem::resize_file(folder / "u.shp", 110);
  BOOST_CHECK_THROW((void)read_table(config_for(path), problems), InputError);
}

BOOST_AUTO_TEST_SUITE_END()
