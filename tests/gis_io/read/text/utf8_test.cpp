#include "gis_io/read/text/utf8.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace sise {

BOOST_AUTO_TEST_SUITE(utf8_suite)

// Unicode 15, table 3-7: the first and the last character of every length, and their neighbours.
BOOST_AUTO_TEST_CASE(unicode_15_table_3_7) {
  const auto point = [](const std::string& text) { return static_cast<unsigned long>(utf8_at(text, 0).point); };
  const auto length = [](const std::string& text) { return utf8_at(text, 0).length; };
  BOOST_TEST(point("\x7F") == 0x7FUL);
  BOOST_TEST(point("\xC2\x80") == 0x80UL);
  BOOST_TEST(point("\xDF\xBF") == 0x7FFUL);
  BOOST_TEST(point("\xE0\xA0\x80") == 0x800UL);
  BOOST_TEST(point("\xEF\xBF\xBF") == 0xFFFFUL);
  BOOST_TEST(point("\xF0\x90\x80\x80") == 0x10000UL);
  BOOST_TEST(point("\xF4\x8F\xBF\xBF") == 0x10FFFFUL);
  BOOST_TEST(length("\xC1\xBF") == 0);          // overlong
  BOOST_TEST(length("\xE0\x9F\xBF") == 0);      // overlong
  BOOST_TEST(length("\xED\xA0\x80") == 0);      // a surrogate
  BOOST_TEST(length("\xF4\x90\x80\x80") == 0);  // beyond the last
  BOOST_TEST(length("\x80") == 0);
  BOOST_TEST(length("\xE4\xB8") == -1);  // cut off
  BOOST_TEST(utf8_at("a\xE4\xB8\xAD", 1).length == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
