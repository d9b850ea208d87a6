#include "gis_io/write/pictures/bitmap_font.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>
#include <string>
#include <vector>

#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

const std::string kUnknown = "\xF0\x9F\x98\x80";  // an emoji: not in the font

bool is_known(const std::string& character) {
  return glyphs_of(character).front().rows != glyphs_of(kUnknown).front().rows;
}

}  // namespace

BOOST_AUTO_TEST_CASE(letters_are_8_and_chinese_characters_16_pixels_wide) {
  BOOST_TEST(text_width("A1") == 16);
  BOOST_TEST(text_width("风险") == 32);
  BOOST_TEST(text_width("") == 0);
}

BOOST_AUTO_TEST_CASE(the_letter_a_looks_like_one) {
  const Glyph a = glyphs_of("A").front();
  BOOST_TEST(a.rows[0] == 0);
  BOOST_TEST(a.rows[4] == 0x18);
  BOOST_TEST(a.rows[9] == 0x7E);
}

BOOST_AUTO_TEST_CASE(an_unknown_character_is_a_box_and_a_broken_byte_does_no_harm) {
  BOOST_TEST(glyphs_of(kUnknown).size() == 1);
  BOOST_TEST(is_known("江"));
  BOOST_TEST(glyphs_of("a\xE6\xB1").size() == 3);
}

BOOST_AUTO_TEST_CASE(every_label_of_the_built_in_schemes_can_be_drawn) {
  for (const std::string& id : class_scheme_ids()) {
    const ClassScheme scheme = class_scheme(id);
    std::string texts = scheme.title.zh + scheme.title.en + scheme.no_answer_label.zh + scheme.no_answer_label.en;
    for (const SchemeClass& c : scheme.classes) texts += c.label.zh + c.label.en;
    for (const Glyph& glyph : glyphs_of(texts)) BOOST_TEST((glyph.rows != glyphs_of(kUnknown).front().rows), texts);
  }
}

BOOST_AUTO_TEST_CASE(lines_break_at_spaces_or_between_chinese_characters_and_lose_nothing) {
  const std::string english = "the quick brown fox jumps over";
  const std::vector<std::string> lines = wrapped(english, 100);
  BOOST_TEST(lines.size() == 3);
  BOOST_TEST(std::accumulate(lines.begin(), lines.end(), std::string()) == english);
  const std::vector<std::string> chinese = wrapped("滨江区个人风险", 50);
  BOOST_TEST(chinese == (std::vector<std::string>{"滨江区", "个人风", "险"}), boost::test_tools::per_element());
  for (const std::string& line : wrapped("averyveryverylongword", 40)) BOOST_TEST(text_width(line) <= 40);
  BOOST_TEST(wrapped("", 100).empty());
}

}  // namespace sise
