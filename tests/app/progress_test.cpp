// Words of progress: how far, and for how long still.
#include <boost/test/unit_test.hpp>

#include "app/progress_words.hpp"

using namespace sise;
using namespace sise::app;

BOOST_AUTO_TEST_CASE(the_time_left_follows_from_what_is_done) {
  BOOST_TEST(*seconds_left(0.25, 30.0) == 90.0);
  BOOST_TEST(*seconds_left(1.0, 30.0) == 0.0);
  BOOST_TEST(!seconds_left(0.0, 30.0).has_value());
  BOOST_TEST(!seconds_left(0.04, 30.0).has_value());  // too little to tell from
  BOOST_TEST(!seconds_left(0.5, 1.0).has_value());
}

BOOST_AUTO_TEST_CASE(it_is_told_in_both_languages_and_rounded_up) {
  BOOST_TEST(time_left_words(std::nullopt, Language::en).empty());
  BOOST_TEST(time_left_words(4.0, Language::en) == "a few seconds left");
  BOOST_TEST(time_left_words(41.0, Language::en) == "about 50 s left");
  BOOST_TEST(time_left_words(41.0, Language::zh) == "约剩 50 秒");
  BOOST_TEST(time_left_words(121.0, Language::en) == "about 3 min left");
  BOOST_TEST(time_left_words(121.0, Language::zh) == "约剩 3 分钟");
}

BOOST_AUTO_TEST_CASE(before_anything_is_done_the_line_tells_how_long_it_has_taken) {
  BOOST_TEST(progress_line("reading and checking", 0.0, 3.2, Language::en) == "reading and checking, 3 s");
  BOOST_TEST(progress_line("读取与检查", 0.0, 3.2, Language::zh) == "读取与检查, 已用 3 秒");
  BOOST_TEST(progress_line("adding up risk", 0.5, 40.0, Language::en) == "adding up risk 50.0 %, about 40 s left");
  BOOST_TEST(progress_line("adding up risk", 0.01, 40.0, Language::en) == "adding up risk 1.0 %");
}
