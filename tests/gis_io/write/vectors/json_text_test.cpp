#include "gis_io/write/vectors/json_text.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

namespace sise {

BOOST_AUTO_TEST_CASE(every_type_has_its_json) {
  const PropertyObject object{{"null", {}},
                              {"yes", true},
                              {"count", 3},
                              {"share", 0.1},
                              {"whole", 2.0},
                              {"text", "江 \"a\"\n\\"},
                              {"list", PropertyList{1, "b"}},
                              {"object", PropertyObject{{"z", 1}, {"a", false}}}};
  BOOST_TEST(to_json(object) ==
             "{\"null\": null, \"yes\": true, \"count\": 3, \"share\": 0.1, \"whole\": 2.0, \"text\": \"江 "
             "\\\"a\\\"\\n\\\\\", \"list\": [1, \"b\"], \"object\": {\"z\": 1, \"a\": false}}");
}

BOOST_AUTO_TEST_CASE(numbers_read_back_to_the_same_bits) {
  for (const double number : {3e-6, 1.0 / 3.0, 5e-324, 1.7976931348623157e308, 1e16, 123456789.0, -2.5e-17}) {
    BOOST_TEST(nlohmann::json::parse(to_json(number)).get<double>() == number);
  }
  BOOST_TEST(to_json(-0.0) == "0.0");
}

BOOST_AUTO_TEST_CASE(numbers_without_a_value_are_null) {
  BOOST_TEST(to_json(std::nan("")) == "null");
  BOOST_TEST(to_json(std::numeric_limits<double>::infinity()) == "null");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_become_the_replacement_character) {
  BOOST_TEST(to_json("a\xff"
                     "b") ==
             "\"a\xEF\xBF\xBD"
             "b\"");
  BOOST_TEST(to_json("\xC0\xAF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");               // overlong
  BOOST_TEST(nlohmann::json::accept(to_json("\xED\xA0\x80")));                     // surrogate
  BOOST_TEST(nlohmann::json::accept(to_json("cut \xE6\xB1")));                     // truncated
  BOOST_TEST(to_json("\xF0\xA0\x80\x80 \x01") == "\"\xF0\xA0\x80\x80 \\u0001\"");  // beyond the basic plane, control
}

}  // namespace sise
