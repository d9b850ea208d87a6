// Siting rules of law, distances of design codes and the British advice, as built in.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/decision/law_checks.hpp"
#include "gis_io/read/packs/siting_packs.hpp"

using namespace sise;

namespace {

const AdvicePack& padhi() {
  static const AdvicePack kPack = advice_pack();
  return kPack;
}

const DesignCodes& codes() {
  static const DesignCodes kCodes = design_codes();
  return kCodes;
}

AdviceZone zone_from(const std::string& name) {
  for (const AdviceZone zone : {AdviceZone::inner, AdviceZone::middle, AdviceZone::outer}) {
    if (name_of(zone) == name) return zone;
  }
  return AdviceZone::outside;
}

struct Vector {
  std::string type;
  std::map<std::string, double> inputs;
  std::string zone;
  int level;
  std::string advice;
};

double required(const CodeQuestion& question) {
  const CodeDistance* row = codes().find(question);
  return row == nullptr ? -1.0 : row->required_m;
}

Facts facts(std::map<std::string, double> numbers, std::map<std::string, std::string> words = {}) {
  return {std::move(numbers), std::move(words)};
}

std::vector<std::string> broken(const std::string& kind, const Facts& stated) {
  static const LawPack kLaw = law_pack();
  std::vector<std::string> ids;
  for (const LawRule* rule : find_broken(kLaw, kind, stated).broken) ids.push_back(rule->id);
  return ids;
}

}  // namespace

// Vectors that pin the reading of <, <= and > in the encoded tables of PADHI.
BOOST_AUTO_TEST_CASE(padhi_vectors) {
  const std::vector<Vector> vectors{
      {"DT1.1", {{"max_occupants_in_any_building", 99}, {"occupied_storeys", 2}}, "inner", 1, "DAA"},
      {"DT1.1", {{"max_occupants_in_any_building", 100}, {"occupied_storeys", 2}}, "inner", 2, "AA"},
      {"DT1.1",
       {{"max_occupants_in_any_building", 100}, {"occupied_storeys", 2}, {"on_major_hazard_site", 1}},
       "inner",
       1,
       "DAA"},
      {"DT1.1", {{"max_occupants_in_any_building", 20}, {"occupied_storeys", 3}}, "middle", 2, "DAA"},
      {"DT1.1",
       {{"max_occupants_in_any_building", 20}, {"occupied_storeys", 1}, {"for_people_with_disabilities", 1}},
       "middle",
       3,
       "AA"},
      {"DT2.1", {{"dwelling_units", 2}, {"site_area_ha", 0.04}}, "inner", 1, "DAA"},
      {"DT2.1", {{"dwelling_units", 3}, {"site_area_ha", 0.5}}, "inner", 2, "AA"},
      {"DT2.1", {{"dwelling_units", 30}, {"site_area_ha", 0.75}}, "middle", 2, "DAA"},
      {"DT2.1", {{"dwelling_units", 30}, {"site_area_ha", 0.74}}, "middle", 3, "AA"},
      {"DT2.1", {{"dwelling_units", 31}, {"site_area_ha", 2.0}}, "middle", 3, "AA"},
      {"DT2.1", {{"dwelling_units", 400}, {"site_area_ha", 5.0}}, "outer", 3, "DAA"},
      {"DT2.2", {{"beds", 100}}, "middle", 2, "DAA"},
      {"DT2.2", {{"beds", 101}}, "middle", 3, "AA"},
      {"DT2.2", {{"beds", 9}}, "inner", 1, "DAA"},
      {"DT2.4", {{"total_floor_m2", 249}}, "inner", 1, "DAA"},
      {"DT2.4", {{"total_floor_m2", 250}}, "inner", 2, "AA"},
      {"DT2.4", {{"total_floor_m2", 5000}}, "middle", 2, "DAA"},
      {"DT2.4", {{"total_floor_m2", 5001}}, "middle", 3, "AA"},
      {"DT2.5", {{"max_people_at_one_time", 100}}, "middle", 2, "DAA"},
      {"DT2.5", {{"max_people_at_one_time", 101}}, "middle", 3, "AA"},
      {"DT2.5", {{"max_people_at_one_time", 1000}}, "outer", 3, "DAA"},
      {"DT2.5", {{"max_people_at_one_time", 1001}}, "outer", 4, "AA"},
      {"DT3.1", {{"care_24h", 1}, {"site_area_ha", 0.25}}, "outer", 3, "DAA"},
      {"DT3.1", {{"care_24h", 1}, {"site_area_ha", 0.26}}, "outer", 4, "AA"},
      {"DT3.1", {{"care_24h", 0}, {"site_area_ha", 1.4}}, "outer", 3, "DAA"},
      {"DT3.1", {{"care_24h", 0}, {"site_area_ha", 1.5}}, "outer", 4, "AA"},
      {"DT3.1", {{"care_24h", 0}, {"site_area_ha", 0.5}}, "middle", 3, "AA"}};
  for (const Vector& v : vectors) {
    const auto level = level_of(*padhi().type(v.type), facts(v.inputs));
    BOOST_REQUIRE(level.has_value());
    BOOST_TEST(level->level == v.level, v.type + " by " + level->by);
    BOOST_TEST(code_of(padhi().advice(level->level, zone_from(v.zone))) == v.advice);
  }
  BOOST_CHECK(!level_of(*padhi().type("DT2.2"), {}).has_value());
}

BOOST_AUTO_TEST_CASE(padhi_straddling_and_several_hazards) {
  using Shares = std::vector<std::pair<AdviceZone, double>>;
  const auto zone = [](const Shares& shares, bool trifling = false) {
    return std::string(name_of(straddling_zone(padhi(), shares, trifling)));
  };
  BOOST_TEST(zone({{AdviceZone::inner, 0.09}, {AdviceZone::middle, 0.91}}) == "middle");
  BOOST_TEST(zone({{AdviceZone::inner, 0.1}, {AdviceZone::middle, 0.9}}) == "inner");
  BOOST_TEST(zone({{AdviceZone::inner, 0.3}, {AdviceZone::middle, 0.7}}, true) == "middle");
  BOOST_TEST(zone({{AdviceZone::outer, 0.05}, {AdviceZone::outside, 0.95}}) == "outside_consultation_distance");
  BOOST_CHECK(overall({Advice::not_against, Advice::not_against}) == Advice::not_against);
  BOOST_CHECK(overall({Advice::not_against, Advice::against}) == Advice::against);
  BOOST_CHECK(padhi().zone_of(1e-5) == AdviceZone::inner);
  BOOST_CHECK(padhi().zone_of(9.9e-6) == AdviceZone::middle);
  BOOST_CHECK(padhi().zone_of(2.9e-7) == AdviceZone::outside);
}

BOOST_AUTO_TEST_CASE(every_distance_has_its_own_confidence) {
  std::size_t compiled = 0;
  std::size_t seen = 0;
  for (const CodeDistance& row : codes().rows) {
    if (row.code == "GB 50156-2021") continue;
    ++compiled;
    seen += row.confidence == Confidence::seen ? 1U : 0U;
  }
  BOOST_TEST(compiled == 320U);
  BOOST_TEST(seen == 162U);
}

// D55: LPG of 180 m³ in tanks of 50: 45 m to a hamlet, 50 m to a settlement; the larger of both bands holds.
BOOST_AUTO_TEST_CASE(d55_bands_as_printed) {
  BOOST_TEST(required({"lpg_tank", "", 180.0, 50.0, "civil"}) == 45.0);
  BOOST_TEST(required({"lpg_tank", "", 180.0, 50.0, "settlement"}) == 50.0);
  BOOST_TEST(required({"lpg_tank", "", 200.0, 50.0, "settlement"}) == 50.0);
  BOOST_TEST(required({"lpg_tank", "", 200.1, 50.0, "settlement"}) == 70.0);
  BOOST_TEST(required({"lpg_tank", "", 180.0, 100.0, "settlement"}) == 70.0);  // by its largest tank
  BOOST_TEST(required({"lpg_tank", "", 180.0, 150.0, "settlement"}) == 90.0);
  BOOST_TEST(required({"liquid_tank_ab", "", 1.0, {}, "civil"}) == 12.0);
  BOOST_TEST(required({"liquid_tank_ab", "", 49.9, {}, "civil"}) == 12.0);
  BOOST_TEST(required({"liquid_tank_ab", "", 50.0, {}, "civil"}) == 15.0);
  BOOST_TEST(required({"liquid_tank_ab", "", 5000.0, {}, "civil"}) == -1.0);  // beyond the table: no rule held
  BOOST_TEST(required({"liquid_tank_ab", "", {}, {}, "civil"}) == -1.0);      // size not stated: no guess
  BOOST_TEST(required({"oxygen_holder", "", 1000.0, {}, "civil"}) == 18.0);
  BOOST_TEST(required({"oxygen_holder", "", 1000.1, {}, "civil"}) == 20.0);
  BOOST_TEST(required({"oxygen_holder", "", 50001.0, {}, "civil"}) == 25.0);
  BOOST_TEST(required({"flare_1999", "", {}, {}, "settlement"}) == -1.0);  // superseded: information only
}

// D20, D21: 8 t of items 3 and 4 in a class A store: 20 m to a road.
BOOST_AUTO_TEST_CASE(d20_d21_road_beside_a_store) {
  const CodeNeighbour store{"U1", {"store_a", "items_34", 8.0, {}, "road"}};
  const ReviewCheck far = design_code_check(codes(), store, 22.0, {});
  BOOST_TEST(far.passed);
  BOOST_TEST(far.margin == 2.0);
  const ReviewCheck near = design_code_check(codes(), store, 19.5, {});
  BOOST_TEST(!near.passed);
  BOOST_TEST(near.limit == 20.0);
  BOOST_CHECK(near.confidence() == Confidence::seen);
  BOOST_TEST(design_code_check(codes(), store, 20.0, {}).passed);
  const CodeNeighbour small{"U1", {"store_a", "items_34", 5.0, {}, "civil"}};
  BOOST_TEST(design_code_check(codes(), small, 30.0, {}).passed);
  const CodeNeighbour larger{"U1", {"store_a", "items_34", 5.1, {}, "civil"}};
  BOOST_TEST(!design_code_check(codes(), larger, 30.0, {}).passed);
}

// D31, D32: a shop on the plot line, a hamlet 60 m from a class A plant.
BOOST_AUTO_TEST_CASE(d31_d32_beside_a_class_a_plant) {
  const CodeNeighbour plant{"U1", {"factory_a", "", {}, {}, "civil"}};
  BOOST_TEST(!design_code_check(codes(), plant, 0.0, {}).passed);
  BOOST_TEST(design_code_check(codes(), plant, 60.0, {}).passed);
}

// D48, D49: a dispenser 30 m from the fence of a school of 600, or of 480.
BOOST_AUTO_TEST_CASE(d48_d49_filling_station_and_school) {
  const CodeNeighbour large{"U1", {"petrol_dispenser", "", {}, {}, "important_public"}};
  const CodeNeighbour small{"U1", {"petrol_dispenser", "", {}, {}, "protected_1"}};
  BOOST_TEST(!design_code_check(codes(), large, 30.0, {}).passed);
  BOOST_CHECK(design_code_check(codes(), large, 30.0, {}).confidence() == Confidence::corroborated);
  BOOST_TEST(design_code_check(codes(), small, 30.0, {}).passed);
}

BOOST_AUTO_TEST_CASE(what_no_table_holds_is_for_a_person) {
  const ReviewCheck check = design_code_check(codes(), {"U1", {"lng_tank", "", 20.0, {}, "railway"}}, 500.0, {});
  BOOST_TEST(check.rule_id == "sise.no_rule_held");
  BOOST_TEST(!check.passed);
  BOOST_TEST(!check.has_limit());
}

// D13, D15, D37, D39 to D41, D43 to D45, D77.
BOOST_AUTO_TEST_CASE(law_before_any_risk) {
  using Ids = std::vector<std::string>;
  const auto is = [](const Ids& found, const Ids& expected) { return found == expected; };
  BOOST_TEST(is(broken("unit", facts({{"in_park", 0}}, {{"activity", "production"}})), {"hcsl.18.1"}));
  BOOST_TEST(is(broken("unit", facts({{"in_park", 1}}, {{"activity", "production"}})), {}));
  BOOST_TEST(
      is(broken("unit", facts({{"in_park", 0}, {"serves_another_plant", 1}}, {{"activity", "production"}})), {}));
  BOOST_TEST(is(broken("unit", facts({{"in_park", 0}}, {{"activity", "use"}})), {}));
  BOOST_TEST(is(broken("development", facts({{"in_park", 1}, {"serves_chemical_firms", 0}})), {"hcsl.18.2"}));
  BOOST_TEST(is(broken("development", facts({{"in_park", 1}, {"serves_chemical_firms", 1}})), {"hcsl.18.2.exception"}));
  BOOST_TEST(is(broken("unit", facts({{"major_hazard", 1}, {"hazard_prone", 1}})), {"hcsl.22.3"}));
  BOOST_TEST(is(broken("unit", facts({{"chemical_project", 1}, {"yangtze_bank_m", 800}})), {"law.yangtze.26"}));
  BOOST_TEST(is(broken("unit", facts({{"chemical_project", 1}, {"yangtze_bank_m", 1000}})), {}));
  BOOST_TEST(is(broken("development", facts({{"chemical_project", 0}, {"yangtze_bank_m", 800}})), {}));
  BOOST_TEST(
      is(broken("development", facts({{"dormitory_with_dangerous_goods", 1}})), {"law.work_safety.42.same_building"}));
  BOOST_TEST(is(broken("development", facts({{"inside_own_boundary", 1}, {"open_to_public", 1}})),
                {"sise.public_inside_boundary"}));
  BOOST_TEST(is(broken("unit", facts({{"first_in_district", 1}})), {"sise.first_in_district"}));
  BOOST_TEST(!find_broken(law_pack(), "unit", facts({}, {{"activity", "production"}})).not_stated.empty());
}

BOOST_AUTO_TEST_CASE(a_pack_with_a_mistake_is_refused_with_its_line) {
  const std::string header =
      "code,clause,item,item_name,sub,over,over_included,up_to,up_to_included,single_up_to,to,to_name,required_m,"
      "confidence,source,measure\n";
  const auto problem = [&](const std::string& row) -> Diagnostic {
    try {
      (void)design_codes_from(header + "A,1,x,X,,,,,,,civil,C,10,seen,s,edge to edge\n" + row, "own.csv");
    } catch (const ConfigError& error) {
      return error.diagnostics().front();
    }
    return {};
  };
  const Diagnostic number = problem("A,1,x,X,,,,,,,civil,C,ten,seen,s,edge to edge\n");
  BOOST_TEST(number.where.line == 3);
  BOOST_TEST(number.where.field == "required_m");
  BOOST_TEST(problem("A,1,x,X,,,,,,,civil,C,10,sure,s,edge to edge\n").where.field == "confidence");
  BOOST_TEST(problem("A,1,x,X,,50,yes,20,no,,civil,C,10,seen,s,edge to edge\n").where.field == "up_to");
  BOOST_TEST(problem("A,1,x,X\n").code == "wrong_cell_count");
}
