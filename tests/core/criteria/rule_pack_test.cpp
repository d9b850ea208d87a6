#include "core/criteria/rule_pack.hpp"

#include <boost/test/unit_test.hpp>

using namespace sise;

namespace {

RulePack small_pack() {
  RulePack pack;
  pack.individual_risk_existing.rule_id = "gb36894.individual_risk.existing";
  pack.individual_risk_new.rule_id = "gb36894.individual_risk.new";
  pack.overpressure.rule_id = "gbt37243.overpressure";
  pack.exclusions.push_back({.kind = UnitKind::filling_station, .sectors = {"加油加气站"}, .governed_by = "GB 50156"});
  pack.exclusions.push_back({.sectors = {"City Gas", "城镇燃气"}, .governed_by = "GB 50028"});
  return pack;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_packs)

BOOST_AUTO_TEST_CASE(a_unit_is_excluded_by_kind_or_by_sector) {
  const RulePack pack = small_pack();
  BOOST_TEST(exclusion_for(pack, UnitKind::filling_station, "")->governed_by == "GB 50156");
  BOOST_TEST(exclusion_for(pack, UnitKind::atmospheric_tank, "加油加气站")->governed_by == "GB 50156");
  BOOST_TEST(exclusion_for(pack, UnitKind::pipework, "city_gas")->governed_by == "GB 50028");
  BOOST_TEST(exclusion_for(pack, UnitKind::atmospheric_tank, "危险化学品") == nullptr);
  BOOST_TEST(exclusion_for(pack, UnitKind::unspecified, "") == nullptr);
}

BOOST_AUTO_TEST_CASE(an_id_names_itself_or_everything_below_it) {
  const RulePack pack = small_pack();
  BOOST_TEST(rules_named(pack, "gbt37243.overpressure") == std::vector<std::string>{"gbt37243.overpressure"});
  BOOST_TEST(rules_named(pack, "gb36894.individual_risk").size() == 2U);
  BOOST_TEST(rules_named(pack, "gb36894.individual").empty());
}

BOOST_AUTO_TEST_SUITE_END()
