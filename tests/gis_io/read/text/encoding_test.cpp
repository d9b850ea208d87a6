// Bytes in, UTF-8 out; nothing wrong passes in silence.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/text/encoding.hpp"
#include "gis_io/read/text/garbled.hpp"

using namespace sise;

namespace {

const std::string kGbk = "\xb1\xe0\xba\xc5";   // 编号
const std::string kBig5 = "\xbd\x73\xb8\xb9";  // 編號
const std::string kUtf8 = "编号";
const Location kWhere{"a.csv", {}, {}, {}};

std::string code_of(const Error& error) { return error.diagnostics().front().code; }

}  // namespace

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(names_as_people_and_cpg_files_write_them) {
  for (const char* name : {"GBK", "gbk", "GB2312", "936", "CP936", "ANSI 936", "ansi936", "GB18030", "54936"}) {
    BOOST_TEST(known_encoding(name).value_or("?") == "GB18030", name);
  }
  for (const char* name : {"UTF-8", "utf8", "UTF8", "65001"})
    BOOST_TEST(known_encoding(name).value_or("?") == "UTF-8", name);
  BOOST_TEST(known_encoding("Big5").value_or("?") == "BIG5");
  BOOST_TEST(known_encoding("1252").value_or("?") == "CP1252");
  BOOST_TEST(known_encoding("88591").value_or("?") == "ISO-8859-1");
}

BOOST_AUTO_TEST_CASE(a_wrong_name_is_an_error_that_tells_the_right_ones) {
  for (const char* name : {"GKB", "", "utf-9", "GBK//IGNORE", "汉字", "?"}) {
    BOOST_TEST(!known_encoding(name).has_value(), name);
  }
  BOOST_CHECK_EXCEPTION((void)require_encoding("GKB", kWhere), ConfigError, [](const ConfigError& e) {
    return code_of(e) == "unknown_encoding" && e.diagnostics().front().remedy.en.find("GB18030") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(recoding_is_strict) {
  BOOST_TEST(to_utf8(kGbk, "GB18030").value() == kUtf8);
  BOOST_TEST(to_utf8(kBig5, "BIG5").value() == "編號");
  BOOST_TEST(to_utf8("abc", "GB18030").value() == "abc");
  BOOST_TEST(!to_utf8("\xff\xff", "GB18030").has_value());
  BOOST_TEST(!to_utf8("\xb1\x20", "UTF-8").has_value());
}

BOOST_AUTO_TEST_CASE(a_character_cut_by_a_fixed_width_field_is_dropped) {
  BOOST_TEST(to_utf8(kGbk.substr(0, 3), "GB18030").value() == "编");
  BOOST_TEST(to_utf8(kUtf8.substr(0, 5), "UTF-8").value() == "编");
  BOOST_CHECK(utf8_state(kUtf8.substr(0, 5)) == Utf8State::cut_short);
}

BOOST_AUTO_TEST_CASE(utf8_states) {
  BOOST_CHECK(utf8_state(kUtf8) == Utf8State::valid);
  BOOST_CHECK(utf8_state("😀") == Utf8State::valid);
  BOOST_CHECK(utf8_state(kGbk) == Utf8State::invalid);
  BOOST_CHECK(utf8_state("\xc0\xaf") == Utf8State::invalid);      // overlong
  BOOST_CHECK(utf8_state("\xed\xa0\x80") == Utf8State::invalid);  // surrogate
}

BOOST_AUTO_TEST_CASE(detection_prefers_utf8_and_judges_all_texts_together) {
  BOOST_TEST(detect_encoding({"id", kUtf8}).value() == "UTF-8");
  BOOST_TEST(detect_encoding({"id", kGbk}).value() == "GB18030");
  BOOST_TEST(detect_encoding({"id"}).value() == "UTF-8");
  BOOST_TEST(!detect_encoding({kGbk, "\xff\xff"}).has_value());
}

BOOST_AUTO_TEST_CASE(files_with_byte_order_marks) {
  BOOST_TEST(decode_text("\xef\xbb\xbf" + kUtf8, "", kWhere).text == kUtf8);
  BOOST_TEST(decode_text(std::string("\xff\xfe\x16\x7f", 4), "", kWhere).text == "编");
  BOOST_TEST(decode_text(std::string("\xff\xfe\x16\x7f", 4), "UTF-16", kWhere).text == "编");
  BOOST_TEST(decode_text(std::string("\xfe\xff\x7f\x16", 4), "", kWhere).text == "编");
  BOOST_CHECK_THROW((void)decode_text("\xef\xbb\xbf" + kUtf8, "GBK", kWhere), ConfigError);
}

BOOST_AUTO_TEST_CASE(a_file_without_mark) {
  const DecodedText guessed = decode_text(kGbk, "", kWhere);
  BOOST_TEST(guessed.text == kUtf8);
  BOOST_TEST(guessed.guessed);
  BOOST_TEST(!decode_text(kGbk, "GBK", kWhere).guessed);
  BOOST_CHECK_THROW((void)decode_text("\xff\xff\xff", "", kWhere), InputError);
}

BOOST_AUTO_TEST_CASE(the_byte_that_does_not_fit_is_told_with_its_line) {
  BOOST_CHECK_EXCEPTION((void)decode_text("id\n" + kGbk, "UTF-8", kWhere), InputError, [](const InputError& e) {
    return code_of(e) == "wrong_encoding" && e.diagnostics().front().where.line == 2;
  });
}

BOOST_AUTO_TEST_CASE(text_that_was_spoilt_before_it_was_stored) {
  BOOST_TEST(looks_garbled("±àºÅ"));
  BOOST_TEST(looks_garbled("缂栧彿"));
  BOOST_TEST(looks_garbled("编\xef\xbf\xbd"));
  for (const char* fine :
       {"编号", "id", "Größe", "液氨储罐", "储量 [t]", "联通", "München", "10 °C", "浙江省杭州市滨江区", "氯气"}) {
    BOOST_TEST(!looks_garbled(fine), fine);
  }
}

BOOST_AUTO_TEST_SUITE_END()
