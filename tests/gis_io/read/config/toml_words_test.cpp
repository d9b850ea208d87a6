// What is wrong with a TOML file is told in Chinese, all of it.
#include "gis_io/read/config/toml_words.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "gis_io/read/config/parsers.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

bool has_english(const std::string& text) {
  std::size_t letters = 0;
  for (const char c : text) letters += (c >= 'a' && c <= 'z') ? 1 : 0;
  return letters > 3;  // a quoted letter or two, and TOML itself
}

}  // namespace

BOOST_AUTO_TEST_SUITE(toml_words)

BOOST_AUTO_TEST_CASE(faults_are_told_in_chinese) {
  const std::vector<std::string> faulty{
      "a = ",         "a = [1, 2",     "a = \"x",     "a = \"\\q\"",       "a b = 1",      "a = 1 2", "[t",
      "a = {b = 1,}", "a = 01",        "a = 1__0",    "a = 2026-13-01",    "a = 12:61:00", "= 1",     "a = tru",
      "a = 1.",       "a = \"\\u12\"", "a = [1,, 2]", "a = \"data\\xyz\"", "a.= 1",        "[]"};
  for (const std::string& text : faulty) {
    try {
      (void)parse_toml(text, "file.toml");
      BOOST_ERROR("read without a word: " << text);
    } catch (const ConfigError& error) {
      const Text& message = error.diagnostics().front().message;
      BOOST_TEST(!has_english(message.zh), text << " -> " << message.zh << " | " << message.en);
    }
  }
  BOOST_TEST(toml_error_zh("Error while parsing string: encountered end-of-file") == "解析字符串时: 文件在此提前结束");
  BOOST_TEST(toml_error_zh("Error while parsing array: expected comma or closing ']', saw '2'") ==
             "解析数组时: 此处应为逗号或 ']', 却是 '2'");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
