#include "models/release/release_duration.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/models/release/release_fixtures.hpp"

using sise::Leak;
using sise::LeakEnd;

namespace {

const sise::ReleaseDurationRule kAqt3046{.id = "aqt3046-2013", .title = {}, .source = {}, .longest_s = 3600.0};
const sise::ReleaseDurationRule kHj169{
    .id = "hj169-2018", .title = {}, .source = {}, .isolated_s = 600.0, .not_isolated_s = 1800.0};

void lasts(const sise::ReleaseDurationRule& rule, const Leak& leak, double duration_s, LeakEnd end) {
  const sise::LeakDuration found = leak_duration(rule, leak);
  BOOST_TEST(found.duration_s == duration_s);
  BOOST_TEST(name_of(found.end) == name_of(end));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(release_duration)

BOOST_AUTO_TEST_CASE(aqt3046_takes_the_least_of_three) {
  lasts(kAqt3046, {.inventory_kg = 1e6, .rate_kg_s = 1.0}, 3600.0, LeakEnd::guideline);
  lasts(kAqt3046, {.inventory_kg = 1000.0, .rate_kg_s = 1.0}, 1000.0, LeakEnd::empty);
  lasts(kAqt3046, {.inventory_kg = 1e6, .rate_kg_s = 1.0, .detection_and_isolation_s = 300.0}, 300.0,
        LeakEnd::isolated);
  lasts(kAqt3046, {.inventory_kg = 100.0, .rate_kg_s = 1.0, .detection_and_isolation_s = 300.0}, 100.0, LeakEnd::empty);
}

BOOST_AUTO_TEST_CASE(hj169_asks_whether_it_can_be_isolated) {
  lasts(kHj169, {.inventory_kg = 1e6, .rate_kg_s = 1.0, .can_be_isolated = true}, 600.0, LeakEnd::isolated);
  lasts(kHj169, {.inventory_kg = 1e6, .rate_kg_s = 1.0}, 1800.0, LeakEnd::guideline);
  lasts(kHj169, {.inventory_kg = 100.0, .rate_kg_s = 1.0, .can_be_isolated = true}, 100.0, LeakEnd::empty);
}

BOOST_AUTO_TEST_CASE(nothing_and_no_rate_are_refused) {
  const auto error = [](const Leak& leak) { return sise::test::error_of([&] { return leak_duration(kHj169, leak); }); };
  BOOST_TEST(error({.inventory_kg = 0.0, .rate_kg_s = 1.0}) == "parameter_out_of_range");
  BOOST_TEST(error({.inventory_kg = 1.0, .rate_kg_s = 0.0}) == "parameter_out_of_range");
}

BOOST_AUTO_TEST_SUITE_END()
