// The legend shows the limits that were applied.
#include "core/criteria/scheme_limits.hpp"

#include <boost/test/unit_test.hpp>

using namespace sise;

namespace {

ClassScheme scheme() {
  ClassScheme s{.id = "baseline", .title = {"Zones", "分区"}};
  s.classes = {{.lower = 3e-5, .code = 1, .id = "red"},
               {.lower = 1e-5, .upper = 3e-5, .code = 2, .id = "orange"},
               {.lower = 3e-6, .upper = 1e-5, .code = 3, .id = "yellow"},
               {.upper = 3e-6, .code = 4, .id = "blue"}};
  return s;
}

LimitTable limit_table(double high, double important, double one, double two, double three) {
  LimitTable table;
  const std::array<double, 5> values{high, important, one, two, three};
  for (std::size_t i = 0; i < values.size(); ++i) table.by_class.at(i) = {values.at(i), "ours", Confidence::seen};
  return table;
}

const RulePack kPack{.id = "own", .title = {"our limits", "本局限值"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(scheme_limits)

BOOST_AUTO_TEST_CASE(bounds_are_the_packs) {
  const ClassScheme s = with_limits(scheme(), limit_table(1e-7, 1e-6, 1e-6, 2e-6, 4e-6), kPack);
  BOOST_TEST(s.of(1e-7)->id == "blue");
  BOOST_TEST(s.of(1.1e-7)->id == "yellow");  // a school may not stand there
  BOOST_TEST(s.of(3e-6)->id == "orange");
  BOOST_TEST(s.of(4.1e-6)->id == "red");
  BOOST_TEST(s.title.en == "Zones, limits of our limits");
  BOOST_TEST(s.source == "ours");
}

BOOST_AUTO_TEST_CASE(the_built_in_limits_change_nothing) {
  const ClassScheme s = with_limits(scheme(), limit_table(3e-6, 3e-6, 3e-6, 1e-5, 3e-5), kPack);
  BOOST_TEST(s.title.en == "Zones");
  BOOST_TEST(s.classes.size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_class_without_a_range_is_dropped) {
  const ClassScheme s = with_limits(scheme(), limit_table(1e-6, 1e-6, 1e-6, 1e-5, 1e-5), kPack);
  BOOST_TEST(s.classes.size() == 3U);
  BOOST_TEST(s.by_id("orange") == nullptr);
  BOOST_TEST(s.of(2e-5)->id == "red");
}

BOOST_AUTO_TEST_SUITE_END()
