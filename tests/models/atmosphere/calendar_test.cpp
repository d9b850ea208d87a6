// Minutes of a record's clock and the calendar.
#include <boost/test/unit_test.hpp>

#include "models/atmosphere/calendar.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(there_and_back) {
  for (const ClockDate& date : {ClockDate{1970, 1, 1, 0, 0}, ClockDate{2024, 2, 29, 23, 59},
                                ClockDate{1969, 12, 31, 1, 30}, ClockDate{2023, 7, 1, 8, 0}}) {
    const auto minute = clock_minute(date);
    BOOST_REQUIRE(minute.has_value());
    const ClockDate back = clock_date(*minute);
    BOOST_TEST(back.year == date.year);
    BOOST_TEST(back.month == date.month);
    BOOST_TEST(back.day == date.day);
    BOOST_TEST(back.hour == date.hour);
    BOOST_TEST(back.minute == date.minute);
  }
  BOOST_TEST(to_string(*clock_minute({2023, 7, 1, 8, 5})) == "2023-07-01 08:05");
}

BOOST_AUTO_TEST_CASE(midnight_has_two_names) {
  BOOST_TEST(clock_minute({2023, 12, 31, 24, 0}).value() == clock_minute({2024, 1, 1, 0, 0}).value());
  BOOST_TEST(!clock_minute({2023, 12, 31, 24, 1}).has_value());
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist) {
  BOOST_TEST(!clock_minute({2023, 2, 29, 0, 0}).has_value());
  BOOST_TEST(!clock_minute({2023, 4, 31, 0, 0}).has_value());
  BOOST_TEST(!clock_minute({2023, 13, 1, 0, 0}).has_value());
  BOOST_TEST(!clock_minute({2023, 1, 1, 25, 0}).has_value());
  BOOST_TEST(!clock_minute({2023, 1, 1, 1, 60}).has_value());
  BOOST_TEST(!clock_minute({2023, 1, 1, -1, 0}).has_value());
}

BOOST_AUTO_TEST_CASE(day_of_the_year) {
  BOOST_TEST(day_of_year(*clock_minute({2023, 1, 1, 0, 0})) == 1);
  BOOST_TEST(day_of_year(*clock_minute({2023, 12, 31, 23, 0})) == 365);
  BOOST_TEST(day_of_year(*clock_minute({2024, 12, 31, 23, 0})) == 366);
}

BOOST_AUTO_TEST_SUITE_END()
