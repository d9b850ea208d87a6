// Numbers as people read them.
#include "core/criteria/readable.hpp"

#include <boost/test/unit_test.hpp>

using namespace sise;

BOOST_AUTO_TEST_SUITE(readable_numbers)

BOOST_AUTO_TEST_CASE(powers_of_ten) {
  BOOST_TEST(scientific(1.44e-5, 2) == "1.4×10⁻⁵");
  BOOST_TEST(scientific(3e-6, 2) == "3×10⁻⁶");
  BOOST_TEST(scientific(9.96e-6, 2) == "1×10⁻⁵");
  BOOST_TEST(scientific(2.5, 2) == "2.5");
  BOOST_TEST(scientific(1.2e12, 2) == "1.2×10¹²");
  BOOST_TEST(scientific(0.0, 2) == "0");
}

BOOST_AUTO_TEST_CASE(units) {
  BOOST_TEST(readable(1.44e-5, "1/yr", 2).en == "1.4×10⁻⁵ per year");
  BOOST_TEST(readable(1.44e-5, "1/yr", 2).zh == "每年 1.4×10⁻⁵");
  BOOST_TEST(readable(3963.0, "Pa", 3).en == "3.96 kPa");
  BOOST_TEST(readable(870.4, "Pa", 3).en == "870 Pa");
  BOOST_TEST(readable(22.0, "m", 3).zh == "22 m");
  BOOST_TEST(readable(19.5, "m", 3).en == "19.5 m");
  BOOST_TEST(readable(1200.0, "1", 3).en == "1200");
}

BOOST_AUTO_TEST_CASE(what_is_before_and_after_prints_apart) {
  BOOST_TEST(told_apart(3.581e-3, 3.579e-3, "1/yr", 3).one.en == "3.581×10⁻³ per year");
  BOOST_TEST(told_apart(3.581e-3, 3.579e-3, "1/yr", 3).other.zh == "每年 3.579×10⁻³");
  BOOST_TEST(told_apart(11399.65, 11399.63, "", 3).one.en == "11399.65");
  BOOST_TEST(told_apart(5e-3, 4e-3, "1/yr", 3).one.en == "5×10⁻³ per year");
  BOOST_TEST(told_apart(5e-3, 5e-3, "1/yr", 3).other.en == "5×10⁻³ per year");
}

BOOST_AUTO_TEST_CASE(a_number_is_set_off_in_chinese_and_a_word_is_not) {
  BOOST_TEST("致" + set_off("19") == "致 19");
  BOOST_TEST("致" + set_off("约 19") == "致约 19");
}

BOOST_AUTO_TEST_CASE(how_a_value_stands_to_its_limit) {
  BOOST_TEST(compared(1.44e-5, 3e-6, "1/yr").ratio.en == "4.8 times the limit");
  BOOST_TEST(compared(1.44e-5, 3e-6, "1/yr").ratio.zh == "为限值的 4.8 倍");
  BOOST_TEST(compared(3.06e-6, 3e-6, "1/yr").ratio.en == "2 % above the limit");
  BOOST_TEST(compared(1.23e-6, 3e-6, "1/yr").ratio.en == "41 % of the limit");
  BOOST_TEST(compared(2.99e-6, 3e-6, "1/yr").ratio.en == "99.7 % of the limit");
  BOOST_TEST(compared(1e-9, 3e-6, "1/yr").ratio.zh == "不足限值的 1 %");
  BOOST_TEST(compared(0.0, 3e-6, "1/yr").value.en == "0 per year");
}

// decision example "just above the limit, must not print as equal"
BOOST_AUTO_TEST_CASE(digits_grow_until_value_and_limit_print_apart) {
  const Compared above = compared(3.0000001e-6, 3e-6, "1/yr");
  BOOST_TEST(above.value.zh == "每年 3.0000001×10⁻⁶");
  BOOST_TEST(above.limit.zh == "每年 3×10⁻⁶");
  BOOST_TEST(above.ratio.en == "just above the limit");
  const Compared equal = compared(3e-6 * (1.0 + 1e-12), 3e-6, "1/yr");
  BOOST_TEST(equal.value.en == equal.limit.en);
  BOOST_TEST(equal.ratio.zh == "等于限值");
}

BOOST_AUTO_TEST_SUITE_END()
