#include "models/base/nearest.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(nearest)

BOOST_AUTO_TEST_CASE(edit_distance_counts_insert_delete_replace_and_exchange_as_one) {
  BOOST_TEST(sise::edit_distance("cell", "cell") == 0U);
  BOOST_TEST(sise::edit_distance("cel", "cell") == 1U);
  BOOST_TEST(sise::edit_distance("celll", "cell") == 1U);
  BOOST_TEST(sise::edit_distance("cexl", "cell") == 1U);
  BOOST_TEST(sise::edit_distance("clel", "cell") == 1U);
  BOOST_TEST(sise::edit_distance("kitten", "sitting") == 3U);
  BOOST_TEST(sise::edit_distance("", "abc") == 3U);
}

BOOST_AUTO_TEST_CASE(a_chinese_character_is_one_edit) { BOOST_TEST(sise::edit_distance("液氯", "液氨") == 1U); }

BOOST_AUTO_TEST_CASE(code_points_of_four_byte_characters) {
  BOOST_TEST((sise::code_points("a\xF0\x9F\x98\x80") == std::u32string{U'a', U'\U0001F600'}));
}

BOOST_AUTO_TEST_CASE(a_broken_sequence_is_a_code_point_per_byte) {
  BOOST_TEST(sise::code_points("\xE6\xB6").size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_nearest_comes_first) {
  const std::vector<std::string> names{"margin_m", "cell_m", "crs"};
  BOOST_TEST(sise::nearest_names("cel_m", names) == std::vector<std::string>{"cell_m"});
  BOOST_TEST(sise::nearest_names("CELL-M", names) == std::vector<std::string>{"cell_m"});
}

BOOST_AUTO_TEST_CASE(a_word_far_from_all_has_no_nearest) {
  BOOST_TEST(sise::nearest_names("temperature", {"cell_m", "crs"}).empty());
  BOOST_TEST(sise::nearest_names("x", {"y", "crs"}).empty());
}

BOOST_AUTO_TEST_CASE(a_name_cut_short_is_near) {
  BOOST_TEST(sise::nearest_names("gb36894", {"aqt3046-2013", "gb36894-2018"}) ==
             std::vector<std::string>{"gb36894-2018"});
  BOOST_TEST(sise::nearest_names("gb", {"gb36894-2018"}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
