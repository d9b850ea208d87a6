#include "gis_io/read/config/config_node.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "tests/gis_io/read/config/support.hpp"

using namespace sise;

namespace {

using Lines = std::vector<std::string>;

std::string place(const ConfigNode& node) {
  return node.where.field + " " + std::to_string(node.where.line) + ":" + std::to_string(node.where.column);
}

Lines toml_problems(const std::string& text) {
  return summary(problems_of([&] { (void)toml(text); }));
}
Lines json_problems(const std::string& text) {
  return summary(problems_of([&] { (void)json(text); }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(config_node)

BOOST_AUTO_TEST_CASE(toml_values_know_their_kind_and_place) {
  const ConfigNode root =
      toml("title = \"江\"\n[grid]\ncell_m = 10.0\n  columns = 7\nok = true\nday = 2026-11-21\nlist = [1, 2.5]\n");
  BOOST_TEST(root.find("title")->text == "江");
  const ConfigNode& grid = *root.find("grid");
  BOOST_TEST(grid.find("cell_m")->number == 10.0);
  BOOST_TEST(grid.find("columns")->integer == 7);
  BOOST_TEST(grid.find("ok")->boolean);
  BOOST_TEST((grid.find("day")->date == ConfigDate{2026, 11, 21}));
  BOOST_TEST(grid.find("list")->items.at(1).number == 2.5);
  BOOST_TEST(place(*grid.find("cell_m")) == "grid.cell_m 3:10");
  BOOST_TEST(place(*grid.find("columns")) == "grid.columns 4:13");
  BOOST_TEST(place(grid.find("list")->items.at(1)) == "grid.list[1] 7:12");
}

BOOST_AUTO_TEST_CASE(json_values_know_their_kind_and_place) {
  const ConfigNode root = json(
      "{\n  \"题\": \"江\", \"grid\": {\"cell_m\": 1e1,\n    \"n\": -7, \"list\": [1, [true, null], \"a\\\"}b\"], "
      "\"x\": 3}\n}");
  BOOST_TEST(root.find("题")->text == "江");
  BOOST_TEST(place(*root.find("题")) == "题 2:8");
  const ConfigNode& grid = *root.find("grid");
  BOOST_TEST(place(grid) == "grid 2:21");
  BOOST_TEST(grid.find("cell_m")->number == 10.0);
  BOOST_TEST(place(*grid.find("cell_m")) == "grid.cell_m 2:32");
  BOOST_TEST(grid.find("n")->integer == -7);
  const ConfigNode& list = *grid.find("list");
  BOOST_TEST(place(list.items.at(1).items.at(1)) == "grid.list[1][1] 3:33");
  BOOST_TEST(list.items.at(2).text == "a\"}b");
  BOOST_TEST(place(*grid.find("x")) == "grid.x 3:55");
}

BOOST_AUTO_TEST_CASE(keys_keep_the_order_of_the_file) {
  const ConfigNode root = toml("zebra = 1\nant = 2\n[middle]\n");
  BOOST_TEST(root.entries.at(0).key == "zebra");
  BOOST_TEST(root.entries.at(1).key == "ant");
  BOOST_TEST(root.entries.at(2).key == "middle");
}

BOOST_AUTO_TEST_CASE(doubled_keys_are_refused_where_the_second_stands) {
  BOOST_TEST(toml_problems("a = 1\nb = 2\na = 3\n") == Lines{"doubled_key 3:5"});
  BOOST_TEST(toml_problems("[a]\nx = 1\n[a]\ny = 2\n") == Lines{"doubled_key 3:1"});
  BOOST_TEST(problems_of([] { (void)toml("[grid]\n[grid]\n"); }).front().message.en == "key 'grid' stands twice");
  BOOST_TEST(json_problems("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}") == Lines{"doubled_key 2:16"});
}

BOOST_AUTO_TEST_CASE(syntax_errors_name_the_place) {
  BOOST_TEST(toml_problems("a = \n").size() == 1U);
  BOOST_TEST(toml_problems("a = 1\nb 2\n").front().starts_with("toml_syntax 2:"));
  BOOST_TEST(json_problems("{\"a\": 1,\n  oops}") == Lines{"json_syntax 2:3"});
  BOOST_TEST(json_problems("{\"a\": 1}\n x") == Lines{"json_syntax 2:2"});
  BOOST_TEST(json_problems("").size() == 1U);
  BOOST_TEST(json_problems("{\"a\": 1").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_backslash_in_double_quotes_is_explained) {
  for (const char* text : {"a = 1\nsource = \"data\\units.csv\"\n", "source = \"D:\\risk\\straße.csv\"\n"}) {
    const auto found = problems_of([&] { static_cast<void>(toml(text)); });
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found.front().code == "backslash", text);
    BOOST_TEST(found.front().remedy.en.find("single quotes") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(signs_of_input_methods_and_word_processors_are_named) {
  for (const auto& [text, sign] :
       {std::pair{"bounds = [1.0，2.0]\n", "，"}, {"title ＝ \"x\"\n", "＝"}, {"title = “x”\n", "“"}}) {
    const auto found = problems_of([&] { static_cast<void>(toml(text)); });
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found.front().code == "foreign_sign", text);
    BOOST_TEST(found.front().message.en.find(sign) != std::string::npos, text);
  }
  BOOST_TEST(problems_of([] { static_cast<void>(toml("title = \"a，b\"\n")); }).empty());
}

BOOST_AUTO_TEST_CASE(utf16_is_named_with_and_without_a_mark) {
  for (const std::string& text : {std::string("\xFF\xFE"
                                              "a\0=\0",
                                              6),
                                  std::string("\xFE\xFF\0a\0=", 6), std::string("a\0=\0\x31\0", 6)}) {
    const auto found = problems_of([&] { static_cast<void>(toml(text)); });
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found.front().message.en.find("UTF-16") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_time_of_day_is_refused) {
  BOOST_TEST(toml_problems("a = 10:30:00\n") == Lines{"unsupported_value 1:5"});
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_skipped) {
  BOOST_TEST(place(*toml("\xEF\xBB\xBF"
                         "a = 1\n")
                        .find("a")) == "a 1:5");
  BOOST_TEST(json("\xEF\xBB\xBF{\"a\": 1}").find("a")->integer == 1);
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_refused_with_its_place) {
  BOOST_TEST(toml_problems("a = 1\nb = \"\xC2\xC8\"\n") == Lines{"invalid_utf8 2:6"});
  BOOST_TEST(json_problems("{\"a\": \"\xE6\xB1\"}") == Lines{"invalid_utf8 1:8"});
  // Overlong slash, a surrogate, beyond the last code point, a lone continuation byte.
  for (const char* bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80"}) {
    BOOST_TEST(json_problems(std::string("\"") + bytes + "\"") == Lines{"invalid_utf8 1:2"});
  }
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
  BOOST_TEST(json_problems(std::string(5000, '[')).front().starts_with("too_deep"));
}

BOOST_AUTO_TEST_CASE(large_unsigned_numbers_become_floating_point) {
  BOOST_TEST(json("[18446744073709551615]").items.at(0).number == 18446744073709551615.0);
}

BOOST_AUTO_TEST_CASE(a_file_is_read_by_its_ending_or_its_first_character) {
  const std::filesystem::path folder = std::filesystem::path(SISE_BINARY_DIR) / "tests" / "config_node";
  std::filesystem::create_directories(folder);
  const auto written = [&](const char* name, const char* text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    return read_config(folder / name, name);
  };
  BOOST_TEST(written("a.toml", "[[case]]\nid = 1\n").find("case")->items.size() == 1U);
  BOOST_TEST(written("a.json", " [1]").items.size() == 1U);
  BOOST_TEST(written("a", " {\"b\": 1}").find("b")->integer == 1);
  BOOST_TEST(written("b", "[{\"b\": 1}]").items.size() == 1U);
  BOOST_TEST(written("c", "[table]\nb = 1\n").find("table")->find("b")->integer == 1);
  BOOST_TEST(summary(problems_of([&] { (void)read_config(folder / "none.toml", "none.toml"); })) ==
             Lines{"cannot_open 0:0"});
  BOOST_TEST(summary(problems_of([&] { (void)read_config(folder, "folder"); })) == Lines{"not_a_file 0:0"});
}

BOOST_AUTO_TEST_SUITE_END()
