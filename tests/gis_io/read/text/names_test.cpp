// Names compare by what people read, and misspelt ones find their neighbours.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(widths_and_spaces) {
  BOOST_TEST(normalised("  ＩＤ　（１）\n") == "ID (1)");
  BOOST_TEST(normalised("储量　\n ［ｋｇ］") == "储量 [kg]");
  BOOST_TEST(normalised("\xef\xbb\xbfid\xe2\x80\x8b") == "id");
  BOOST_TEST(trimmed("　编号　") == "编号");
  BOOST_TEST(trimmed(" ａ ") == "ａ");
  BOOST_TEST(trimmed("　 ").empty());
}

BOOST_AUTO_TEST_CASE(code_points_round_trip) {
  for (const char* text : {"", "abc", "é", "编号", "😀x"}) BOOST_TEST(utf8_from(code_points(text)) == text);
}

BOOST_AUTO_TEST_CASE(lists_for_messages) {
  BOOST_TEST(listed({"a", "b"}) == "a, b");
  BOOST_TEST(listed({"a", "b", "c"}, 2) == "a, b, ... (+1)");
}

BOOST_AUTO_TEST_SUITE_END()
