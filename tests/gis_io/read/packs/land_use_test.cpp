// The built-in land-use codes: every one classified, and no code read under a scheme that nobody proved.
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/criteria/land_use_codes.hpp"
#include "gis_io/read/packs/land_use_pack.hpp"
#include "gis_io/read/packs/packs.hpp"

using namespace sise;

namespace {

const LandUseTable& table() {
  static const LandUsePack kPack = land_use_pack();
  return kPack.table;
}

const LandUseScheme& scheme(const std::string& id) { return *table().scheme(id); }

LandUseFound found(const std::string& code, const std::string& name, const std::string& declared) {
  const WrittenUse use{code, name};
  const LandUseScheme* known = declared.empty() ? nullptr : table().scheme(declared);
  return understand(table(), prove_scheme(table(), {use}, known, "code"), use);
}

std::string fault_of(const LandUseFound& f) { return f.fault ? f.fault->code : ""; }

}  // namespace

BOOST_AUTO_TEST_CASE(all_codes_are_there_and_classified) {
  const std::map<std::string, std::size_t> counts{
      {"ydyh_2023", 175}, {"ydyh_2020", 169}, {"third_survey", 89}, {"gbt21010_2017", 38}, {"gb50137_2011", 110}};
  const RulePack rules = rule_pack("gb36894-2018");
  for (const auto& [id, count] : counts) {
    BOOST_TEST_CONTEXT(id) {
      BOOST_TEST(scheme(id).codes.size() == count);
      for (const LandUseCode& code : scheme(id).codes) {
        const LandUseFound f = found(code.code, "", id);
        BOOST_TEST(fault_of(f) == "", code.code);
        BOOST_REQUIRE(f.parts.size() == 1U);
        BOOST_TEST(f.parts[0].code == &code);
        const bool has_use = code.use.empty() || rules.occupancy.find(code.use) != nullptr;
        BOOST_TEST(has_use, code.code + ": " + code.use);
      }
    }
  }
}

// D24: a river is no protected target, whatever the map shows there.
BOOST_AUTO_TEST_CASE(water_is_no_protected_target) {
  for (const std::string id : {"ydyh_2023", "ydyh_2020"}) {
    const LandUseFound river = found("1701", "河流水面", id);
    BOOST_REQUIRE(river.parts.size() == 1U);
    BOOST_CHECK(river.parts[0].code->answer == LandAnswer::none);
  }
}

BOOST_AUTO_TEST_CASE(every_name_is_found_by_word) {
  for (const LandUseScheme& one : table().schemes) {
    for (const LandUseCode& code : one.codes) {
      const LandUseCode* by_name = one.find_name(code.name);
      BOOST_REQUIRE(by_name != nullptr);
      BOOST_TEST(by_name->name == code.name);
    }
  }
}

// 31 codes change their class between land and sea use and the surveys, 13 their name between 2020 and 2023.
BOOST_AUTO_TEST_CASE(codes_that_mean_two_things_are_refused_without_a_scheme) {
  const std::vector<std::string> by_class{"05",   "0501", "0502", "0503", "0504", "0505", "0506", "0507",
                                          "06",   "0601", "0602", "0803", "0804", "0805", "0807", "09",
                                          "0901", "0902", "0903", "0904", "10",   "1001", "1002", "1003",
                                          "11",   "1101", "1102", "1203", "1204", "1205", "1206"};
  const std::vector<std::string> by_name{"0203", "0204", "0601", "060102", "0602", "0903", "1207",
                                         "1311", "1312", "2102", "2202",   "2302", "2303"};
  BOOST_TEST(by_class.size() + by_name.size() == 44U);
  for (const auto& list : {by_class, by_name}) {
    for (const std::string& code : list) BOOST_TEST(fault_of(found(code, "", "")) == "ambiguous_code_scheme", code);
  }
  for (const std::string& code : by_class) {
    const LandUseFound survey =
        found(code, "", scheme("third_survey").find(code) != nullptr ? "third_survey" : "gbt21010_2017");
    const LandUseFound plan = found(code, "", "ydyh_2023");
    BOOST_REQUIRE(survey.parts.size() == 1U && plan.parts.size() == 1U);
    BOOST_TEST(survey.parts[0].code->name != plan.parts[0].code->name);
  }
}

// D64, D65: 0702 is a service of a town's quarter, or a farmer's homestead.
BOOST_AUTO_TEST_CASE(d64_d65_code_0702) {
  BOOST_TEST(fault_of(found("0702", "", "")) == "ambiguous_code_scheme");
  BOOST_TEST(found("0702", "", "third_survey").parts.at(0).code->use == "residential");
  BOOST_TEST(found("0702", "农村宅基地", "").parts.at(0).code->use == "residential");
  const TargetClass plan = *found("0702", "", "用地用海").parts.at(0).code->target_class;
  BOOST_CHECK(plan == TargetClass::high_sensitivity);
  BOOST_TEST(fault_of(found("0702", "农村宅基地", "ydyh_2023")) == "code_contradicts_name");
}

BOOST_AUTO_TEST_CASE(pairs_prove_a_scheme_for_the_whole_plan) {
  const std::vector<WrittenUse> uses{{"0701", "城镇住宅用地"}, {"0804", "教育用地"}, {"1402", "防护绿地"}};
  const SchemeProof proof = prove_scheme(table(), uses, nullptr, "code");
  for (const LandUseScheme* candidate : proof.candidates) BOOST_TEST(candidate->id.starts_with("ydyh"));
  BOOST_TEST(understand(table(), proof, {"0804", ""}).parts.at(0).code->use == "education");
  const SchemeProof survey = prove_scheme(table(), {{"0804", ""}, {"1107A", ""}}, nullptr, "DLBM");
  for (const LandUseScheme* candidate : survey.candidates) BOOST_TEST(!candidate->id.starts_with("ydyh"));
}

BOOST_AUTO_TEST_CASE(codes_as_people_write_them) {
  BOOST_TEST(code_parts("R2B1") == (std::vector<std::string>{"R2", "B1"}), boost::test_tools::per_element());
  BOOST_TEST(code_parts("R2/B1") == (std::vector<std::string>{"R2", "B1"}), boost::test_tools::per_element());
  BOOST_TEST(code_parts("0701+0901") == (std::vector<std::string>{"0701", "0901"}), boost::test_tools::per_element());
  BOOST_TEST(code_parts("08H1") == (std::vector<std::string>{"08H1"}), boost::test_tools::per_element());
  BOOST_TEST(code_parts(" r2 ") == (std::vector<std::string>{"R2"}), boost::test_tools::per_element());
  BOOST_TEST(found("R2a", "", "").parts.at(0).code->code == "R2");
  BOOST_TEST(found("R2a", "", "").parts.at(0).suffix == "a");
  BOOST_TEST(found("A33b", "", "").parts.at(0).code->code == "A33");
  BOOST_TEST(found("A331", "", "").parts.at(0).code->code == "A33");
  BOOST_TEST(found("701", "城镇住宅用地", "ydyh_2023").parts.at(0).code->code == "0701");
  BOOST_TEST(fault_of(found("701", "", "ydyh_2023")) == "unknown_land_use");
  BOOST_TEST(fault_of(found("R9", "", "")) == "unknown_land_use");
  BOOST_TEST(fault_of(found("07010299", "", "ydyh_2023")) == "unknown_land_use");
  BOOST_TEST(found("商住混合用地", "", "").parts.size() == 2U);
  BOOST_TEST(found("", "医院", "").parts.at(0).code->use == "medical");
  BOOST_TEST(fault_of(found("", "", "")) == "missing_land_use");
  BOOST_TEST(!found("0811", "", "ydyh_2023").nearest.empty());
}

// 1 ha of R2 at a floor-area ratio of 2.0 and 41.8 m² per person: 478 people; 2,500 m² of shops at 0.43 per m²: 1,075.
BOOST_AUTO_TEST_CASE(worked_densities) {
  const LandUseDensity& homes = *table().density("residential");
  BOOST_TEST(1e4 * 2.0 * homes.people_low == 478.0, boost::test_tools::tolerance(0.002));
  BOOST_TEST(2500.0 * table().density("commerce")->people_low == 1075.0, boost::test_tools::tolerance(1e-12));
  const auto range = sizes_of(table(), "commerce", 1000.0);
  BOOST_TEST(*range->low.floor_area_m2 == 1500.0);
  BOOST_TEST(*range->high.people == 2400.0, boost::test_tools::tolerance(1e-12));
  BOOST_CHECK(!sizes_of(table(), "education", 1000.0));
}
