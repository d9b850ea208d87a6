// [scenarios]: checked against units, substances and the models there are.
#include <boost/test/unit_test.hpp>

#include "gis_io/read/tables/scenarios_table.hpp"
#include "tests/gis_io/read/tables/table_case.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

std::vector<Unit> three_units() {
  std::vector<Unit> units(3);
  units[0].id = "U1";
  units[0].substance_text = "液氯";
  units[0].substance = "chlorine";
  units[1].id = "U2";
  units[1].substance_text = "unobtainium";
  units[2].id = "U3";
  return units;
}

struct ScenarioCase : TableCase {
  explicit ScenarioCase(const std::string& rows, const std::string& header = kHeader) : TableCase(header + rows) {
    scenarios = read_scenarios(config, three_units(), substances(), ToxicBasis::probit_mg_m3, problems);
  }
  static inline const std::string kHeader =
      "unit_id,case_id,kind,frequency_per_year,substance,rate_kg_s,duration_s,height_m,tnt_kg\n";
  std::vector<Scenario> scenarios;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(scenarios)

BOOST_AUTO_TEST_CASE(blanks_are_filled_as_the_contract_says) {
  const ScenarioCase t("Ｕ１ ,a,toxic,1e-5,,2.5,,,\nU1,b,explosion,1E-6,,,,,1000\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_TEST(t.scenarios[0].unit_id == "U1");
  BOOST_TEST(t.scenarios[0].substance == "chlorine");
  BOOST_TEST(t.scenarios[0].duration_s == 1800.0);
  BOOST_TEST(t.scenarios[0].height_m == 1.0);
  BOOST_TEST(t.scenarios[1].tnt_kg.value() == 1000.0);
  BOOST_CHECK(t.scenarios[1].kind == ScenarioKind::explosion);
}

BOOST_AUTO_TEST_CASE(the_rows_own_substance_goes_first) {
  const ScenarioCase t("U1,a,toxic,1e-5,氨,2.5,600,5,\n");
  BOOST_TEST(t.scenarios.front().substance == "ammonia");
  BOOST_TEST(t.scenarios.front().duration_s == 600.0);
}

BOOST_AUTO_TEST_CASE(a_unit_that_does_not_exist) {
  const ScenarioCase t("U9,a,toxic,1e-5,,2.5,,,\n");
  BOOST_TEST(t.the("unknown_unit").where.line == 2);
  BOOST_TEST(t.the("unknown_unit").remedy.en.find("U1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unknown_kind) {
  const ScenarioCase unknown("U1,a,toxc,1e-5,,1,,,\n");
  BOOST_TEST(unknown.the("unknown_scenario_kind").remedy.en.find("Did you mean toxic") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(each_kind_needs_its_source_term) {
  const ScenarioCase t("U1,a,toxic,1e-5,,,,,50\nU1,b,explosion,1e-5,,3,,,\n");
  BOOST_TEST(t.problems.all().size() == 2U, t.said());
  BOOST_TEST(t.the("missing_value").message.en.find("rate_kg_s") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(frequencies_must_be_positive_and_finite) {
  for (const char* frequency : {"0", "-1e-6", "nan", "inf", "often", ""}) {
    const ScenarioCase t(std::string("U1,a,toxic,") + frequency + ",,1,,,\n");
    BOOST_TEST(t.problems.all().size() == 1U, frequency);
    BOOST_TEST(t.problems.has_errors(), frequency);
  }
}

BOOST_AUTO_TEST_CASE(values_out_of_range) {
  const ScenarioCase t("U1,a,toxic,1e-5,,-1,0,-2,\nU1,b,explosion,1e-5,,,,,0\n");
  BOOST_TEST(t.problems.all().size() == 4U, t.said());
}

BOOST_AUTO_TEST_CASE(a_case_twice) {
  const ScenarioCase t("U1,a,toxic,1e-5,,1,,,\nU1,a,toxic,1e-6,,2,,,\n");
  BOOST_TEST(t.the("duplicate_id").where.line == 3);
}

BOOST_AUTO_TEST_CASE(substances_that_cannot_be_computed) {
  const ScenarioCase unknown("U2,a,toxic,1e-5,,1,,,\nU2,b,toxic,1e-5,,1,,,\n");
  BOOST_TEST(unknown.problems.all().size() == 1U, unknown.said());
  BOOST_TEST(unknown.the("unknown_substance").message.en.find("unobtainium") != std::string::npos);
  const ScenarioCase typo("U1,a,toxic,1e-5,chlorin,1,,,\n");
  BOOST_TEST(typo.the("unknown_substance").remedy.en.find("chlorine") != std::string::npos);
  const ScenarioCase none("U3,a,toxic,1e-5,,1,,,\n");
  BOOST_TEST(none.says("missing_substance"));
  const ScenarioCase harmless("U1,a,toxic,1e-5,硝酸铵,1,,,\n");
  BOOST_TEST(harmless.the("missing_property").message.en.find("probit_a") != std::string::npos);
  // An explosion needs no property of its substance.
  BOOST_TEST(!ScenarioCase("U2,a,explosion,1e-5,,,,,10\n").problems.has_errors());
}

namespace {

/// A table with every column of fires and vapour clouds, on unit U1 with a bund of 100 m2.
struct FireCase : TableCase {
  explicit FireCase(const std::string& rows)
      : TableCase(
            "unit_id,case_id,kind,frequency_per_year,substance,rate_kg_s,mass_kg,pool_diameter_m,"
            "jet_direction_deg,blast_class,flammable_mass_kg,pressure_abs_kPa\n" +
            rows) {
    std::vector<Unit> units = three_units();
    units[0].bund_m2 = 100.0;
    scenarios = read_scenarios(config, units, substances(), ToxicBasis::probit_mg_m3, problems);
  }
  std::vector<Scenario> scenarios;
};

}  // namespace

BOOST_AUTO_TEST_CASE(fires_and_clouds_are_read) {
  const FireCase t(
      "U1,a,fireball,1e-6,丙烷,,5000,,,,,1700\n"
      "U1,b,pool_fire,1e-5,汽油,,,11,,,,\n"
      "U1,c,jet_fire,1e-5,甲烷,5,,,90,,,4000\n"
      "U1,d,flash_fire,1e-6,丙烷,20,,,,,,\n"
      "U1,e,vce,1e-6,丙烷,20,,,,7,,\n"
      "U1,f,vce,1e-6,丙烷,,,,,,500,\n");
  BOOST_TEST(t.problems.all().empty(), t.said());
  BOOST_REQUIRE(t.scenarios.size() == 6U);
  BOOST_TEST(t.scenarios[0].mass_kg.value() == 5000.0);
  BOOST_TEST(t.scenarios[0].pressure_abs_Pa.value() == 1.7e6, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(t.scenarios[1].substance == "gasoline");
  BOOST_TEST(t.scenarios[2].jet_direction_deg.value() == 90.0);
  BOOST_TEST(t.scenarios[4].blast_class.value() == 7);
}

BOOST_AUTO_TEST_CASE(each_fire_needs_its_source_term_and_all_is_told_at_once) {
  const FireCase t(
      "U1,a,fireball,1e-6,丙烷,,,,,,,\n"
      "U1,b,pool_fire,1e-5,汽油,,,,,,,\n"
      "U1,c,jet_fire,1e-5,甲烷,,,,,,,\n"
      "U1,d,flash_fire,1e-6,丙烷,,800,,,,,\n"
      "U1,e,vce,1e-6,丙烷,,800,,,,,\n");
  BOOST_TEST(t.problems.all().size() == 5U, t.said());
  for (const char* field : {"mass_kg", "pool_diameter_m", "rate_kg_s"}) {
    BOOST_TEST(t.said().find(field) != std::string::npos, t.said());
  }
  BOOST_TEST(t.the("missing_value").where.line == 2);
  BOOST_TEST(t.the("missing_value").where.feature == "a");
}

BOOST_AUTO_TEST_CASE(fires_of_what_does_not_burn_or_is_not_known_enough) {
  const FireCase t("U1,a,pool_fire,1e-5,液氯,,,8,,,,\nU1,b,fireball,1e-6,液氯,,100,,,,,\n");
  BOOST_TEST(t.problems.all().size() == 1U, t.said());
  BOOST_TEST(t.the("does_not_burn").message.en.find("1 more") != std::string::npos);
  BOOST_TEST(t.the("does_not_burn").where.field == "substance");
  const FireCase unknown("U2,a,pool_fire,1e-5,,,,8,,,,\nU3,a,fireball,1e-6,,,100,,,,,\n");
  BOOST_TEST(unknown.says("unknown_substance"));
  BOOST_TEST(unknown.says("missing_substance"));
}

BOOST_AUTO_TEST_CASE(a_pool_larger_than_its_bund) {
  const FireCase t("U1,a,pool_fire,1e-5,汽油,,,12,,,,\n");
  BOOST_TEST(t.the("pool_larger_than_bund").remedy.en.find("11.28") != std::string::npos, t.said());
}

BOOST_AUTO_TEST_CASE(values_of_fires_out_of_range) {
  const FireCase t(
      "U1,a,vce,1e-6,丙烷,20,,,,11,,\nU1,b,vce,1e-6,丙烷,20,,,,2.5,,\nU1,c,jet_fire,1e-6,甲烷,20,,,400,,,\n"
      "U1,d,fireball,1e-6,丙烷,,-3,,,,,\n");
  BOOST_TEST(t.problems.all().size() == 4U, t.said());
}

BOOST_AUTO_TEST_CASE(an_empty_table) { BOOST_TEST(ScenarioCase("").says("empty_layer")); }

BOOST_AUTO_TEST_CASE(merged_cells_leave_blanks_that_are_told) {
  const ScenarioCase t("U1,a,toxic,1e-5,,1,,,\n,b,toxic,1e-5,,1,,,\n");
  BOOST_TEST(t.the("blank_value").remedy.en.find("merged") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
