#include "core/criteria/screening.hpp"

#include <boost/test/unit_test.hpp>

namespace sise {
namespace {

ScreeningPack small_pack() {
  ScreeningPack pack;
  pack.by_substance["gas"] = {{200.0, 700.0}, {1000.0, 2500.0}, {.reach_m = 9000.0}};
  pack.by_substance["oil"] = {{.reach_m = 800.0}};
  pack.by_flag = {{"explosive", 1600.0}};
  return pack;
}

Substance named(const std::string& id) {
  Substance substance;
  substance.id = id;
  return substance;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(screening)

BOOST_AUTO_TEST_CASE(the_reach_follows_from_substance_and_mass) {
  const ScreeningPack pack = small_pack();
  const Substance gas = named("gas");
  BOOST_TEST(pack.reach_m(&gas, 200.0) == 700.0);
  BOOST_TEST(pack.reach_m(&gas, 201.0) == 2500.0);
  BOOST_TEST(pack.reach_m(&gas, 120e3) == 9000.0);
  const Substance oil = named("oil");
  BOOST_TEST(pack.reach_m(&oil, 1.0) == 800.0);
}

BOOST_AUTO_TEST_CASE(what_is_not_known_counts_as_the_largest) {
  const ScreeningPack pack = small_pack();
  const Substance gas = named("gas");
  const Substance oil = named("oil");
  BOOST_TEST(pack.reach_m(&gas, std::nullopt) == 9000.0);
  BOOST_TEST(pack.reach_m(&oil, std::nullopt) == 800.0);
  BOOST_TEST(pack.reach_m(nullptr, 5.0) == 9000.0);
  const Substance other = named("other");
  BOOST_TEST(pack.reach_m(&other, 5.0) == 9000.0);
  Substance charge = named("other");
  charge.hazard_flags.insert("explosive");
  BOOST_TEST(pack.reach_m(&charge, 5.0) == 1600.0);
  BOOST_TEST(ScreeningPack{}.reach_m(nullptr, 5.0) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
