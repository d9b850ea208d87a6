// [units]: values in SI, and every mistake told at once.
#include <boost/test/unit_test.hpp>

#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_AUTO_TEST_SUITE(units)

BOOST_AUTO_TEST_CASE(a_complete_unit) {
  TableCase t(
      "id,x,y,name,enterprise,sector,kind,substance,inventory_t,state,temperature_C,pressure_gauge_kPa,diameter_mm,"
      "bund_m2,status\n"
      "U1,500000,3541000,1号球罐,甲公司,危险化学品,压力容器,液氨,500,液化气体,20,900,100,2000,拟建\n");
  const auto units = t.units();
  BOOST_TEST(t.problems.all().empty(), t.said());
  const Unit& u = units.front();
  BOOST_CHECK(u.kind == UnitKind::pressurised_vessel);
  BOOST_TEST(u.substance == "ammonia");
  BOOST_TEST(u.substance_text == "液氨");
  BOOST_TEST(u.inventory_kg.value() == 5e5);
  BOOST_TEST(u.temperature_K.value() == 293.15);
  BOOST_TEST(u.pressure_abs_Pa.value() == 1001325.0);
  BOOST_TEST(u.diameter_m.value() == 0.1);
  BOOST_TEST(u.bund_m2.value() == 2000.0);
  BOOST_TEST(u.is_new);
  BOOST_TEST(u.geometry.points.front().y == 3541000.0);
}

BOOST_AUTO_TEST_CASE(blanks_stay_unknown) {
  TableCase t("id,x,y,inventory_t,substance,kind,status\nU1,500000,3541000,,,,\n");
  const auto units = t.units();
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_TEST(!units.front().inventory_kg.has_value());
  BOOST_TEST(!units.front().is_new);
  BOOST_TEST(units.front().enterprise_key() == "U1");
}

BOOST_AUTO_TEST_CASE(units_outside_the_grid_are_read) {
  TableCase t("id,x,y\nU1,500000,3541000\nU2,480000,3500000\n");
  BOOST_TEST(t.units().size() == 2U);
  BOOST_TEST(t.problems.all().empty(), t.said());
}

BOOST_AUTO_TEST_CASE(all_mistakes_come_together) {
  TableCase t(
      "id,x,y,inventory_t,temperature_C,status,pressure_gauge_kPa,pressure_abs_kPa\n"
      "U1,500000,3541000,-5,20,existing,100,200\n"
      "U1,500000,3541000,viel,-300,halb,,\n"
      ",500000,3541000,1,20,,-500,\n");
  (void)t.units();
  for (const char* code :
       {"out_of_range", "two_pressures", "duplicate_id", "not_a_number", "unknown_status", "blank_value"}) {
    BOOST_TEST(t.says(code), code);
  }
  BOOST_TEST(t.problems.all().size() == 8U, t.said());
}

BOOST_AUTO_TEST_CASE(ranges_are_told_in_the_unit_of_the_name) {
  TableCase t("id,x,y,temperature_C\nU1,500000,3541000,-300\n");
  (void)t.units();
  BOOST_TEST(t.the("out_of_range").message.en.find("-273.1 .. 10000 °C") != std::string::npos, t.said());
}

BOOST_AUTO_TEST_CASE(block_valves_no_distance_apart_or_closed_before_the_leak_are_refused) {
  TableCase t(
      "id,x,y,valve_spacing_m,valve_closing_s\n"
      "U1,500000,3541000,2000,0\n"
      "U2,500000,3541000,0,60\n"
      "U3,500000,3541000,-500,-1\n");
  const std::vector<Unit> units = t.units();
  BOOST_TEST(units.front().details.valve_spacing_m.value() == 2000.0);
  BOOST_TEST(units.front().details.valve_closing_s.value() == 0.0);
  BOOST_TEST(t.problems.all().size() == 3U, t.said());
  for (const Diagnostic& one : t.problems.all()) BOOST_TEST(one.code == "out_of_range");
}

BOOST_AUTO_TEST_CASE(a_bare_pressure_is_refused_until_it_says_what_it_is) {
  const std::string csv = "id,x,y,pressure\nU1,500000,3541000,1.5\n";
  TableCase bare(csv);
  (void)bare.units();
  BOOST_TEST(bare.the("bare_pressure").remedy.en.find("pressure_gauge_kPa") != std::string::npos);
  TableCase mapped(csv, {{"pressure_abs_kPa", "pressure [MPa]"}});
  BOOST_TEST(mapped.units().front().pressure_abs_Pa.value() == 1.5e6);
  BOOST_TEST(mapped.problems.all().empty(), mapped.said());
  TableCase key(csv, {{"pressure", "pressure"}});
  (void)key.units();
  BOOST_TEST(key.says("unknown_field_key"));
}

BOOST_AUTO_TEST_CASE(an_unknown_kind_is_a_warning_with_the_nearest) {
  TableCase t("id,x,y,kind\nU1,500000,3541000,explosive_store\n");
  BOOST_TEST(t.units().front().kind_text == "explosive_store");
  BOOST_TEST(!t.problems.has_errors());
  BOOST_TEST(t.the("unknown_kind").remedy.en.find("explosives_store") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unknown_substance_is_kept_as_text) {
  TableCase t("id,x,y,substance\nU1,500000,3541000,unobtainium\n");
  const Unit u = t.units().front();
  BOOST_TEST(u.substance.empty());
  BOOST_TEST(u.substance_text == "unobtainium");
  BOOST_TEST(!t.problems.has_errors());
}

BOOST_AUTO_TEST_CASE(an_unknown_substance_is_said_with_the_nearest) {
  TableCase t(
      "id,x,y,substance\nU1,500000,3541000,液氯气化\nU2,500000,3541000,氯(二氧化硫)\nU3,500000,3541000,氯(二氧化硫)\n");
  const auto units = t.units();
  BOOST_TEST(units[0].substance.empty());
  BOOST_TEST(units[1].substance.empty());
  BOOST_TEST(t.says("unknown_substance"));
  BOOST_TEST(t.said().find("chlorine, sulfur_dioxide") != std::string::npos, t.said());
}

BOOST_AUTO_TEST_CASE(inventories_in_the_unit_that_a_column_says) {
  TableCase t(
      "id,x,y,inventory_t,inventory_unit\nA,500000,3541000,350000,kg\nB,500000,3541000,\"350,000\",千克\n"
      "C,500000,3541000,2,吨\nD,500000,3541000,5,斤\nE,500000,3541000,5,\nF,500000,3541000,,\n");
  const auto units = t.units();
  BOOST_TEST(units[0].inventory_kg.value() == 350e3);
  BOOST_TEST(units[2].inventory_kg.value() == 2000.0);
  BOOST_TEST(!units[3].inventory_kg.has_value());
  BOOST_TEST(!units[4].inventory_kg.has_value());
  int unknown = 0;
  for (const Diagnostic& d : t.problems.all()) unknown += d.code == "unknown_unit" ? 1 : 0;
  BOOST_TEST(unknown == 2, t.said());
}

BOOST_AUTO_TEST_CASE(a_unit_is_not_said_twice) {
  TableCase t("id,x,y,储量,inventory_unit\nA,500000,3541000,5,kg\n", {{"inventory_t", "储量 [kg]"}});
  static_cast<void>(t.units());
  BOOST_TEST(t.says("unit_given_twice"), t.said());
}

BOOST_AUTO_TEST_CASE(more_than_any_plant_holds_is_asked_about) {
  TableCase t(
      "id,x,y,substance,inventory_t\nA,500000,3541000,氯(液氯),350000\nB,500000,3541000,液氯,50\nC,500000,3541000,苯,"
      "20000\n");
  const auto units = t.units();
  const Diagnostic& d = t.the("inventory_above_any");
  BOOST_TEST(d.where.feature == "A");
  BOOST_TEST((d.severity == Diagnostic::Severity::warning));
  BOOST_TEST(d.remedy.en.find("[kg]") != std::string::npos);
  int told = 0;
  for (const Diagnostic& other : t.problems.all()) told += other.code == "inventory_above_any" ? 1 : 0;
  BOOST_TEST(told == 1);
}

BOOST_AUTO_TEST_CASE(a_solution_is_read_as_pure_and_says_so) {
  TableCase t("id,x,y,substance\nA,500000,3541000,氨(20%)\nB,500000,3541000,液氯(99.6%)\n");
  const auto units = t.units();
  BOOST_TEST(units[0].substance == "ammonia");
  BOOST_TEST(t.the("diluted_substance").where.feature == "A");
}

BOOST_AUTO_TEST_SUITE_END()
