#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/warning_pack.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "models/harm/outdoor_death.hpp"
#include "tests/gis_io/read/config/support.hpp"

using namespace sise;

namespace {

using Names = std::vector<std::string>;

/// Writes a user's pack and returns the folder it is in.
std::filesystem::path folder_with(const std::string& name, const std::string& text) {
  const std::filesystem::path folder = std::filesystem::path(SISE_BINARY_DIR) / "tests" / "packs";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << text;
  return folder;
}

std::string built_in_pack(const std::string& path) {
  return read_text_file(std::filesystem::path(SISE_SOURCE_DIR) / "data" / path, path);
}

std::string pack_with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The codes of the problems in a user's rule pack.
Names problems_in_rules(const std::string& text) {
  const std::filesystem::path folder = folder_with("own.toml", text);
  Names codes;
  for (const Diagnostic& d : problems_of([&] { (void)rule_pack("own.toml", folder); })) codes.push_back(d.code);
  return codes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packs)

BOOST_AUTO_TEST_CASE(individual_risk_of_gb36894_as_in_the_notice_of_2014) {
  const RulePack pack = rule_pack("gb36894-2018");
  const auto existing = [&](TargetClass c) { return pack.individual_risk_existing.of(c).value; };
  const auto fresh = [&](TargetClass c) { return pack.individual_risk_new.of(c).value; };
  for (const TargetClass c : {TargetClass::high_sensitivity, TargetClass::important, TargetClass::general_1}) {
    BOOST_TEST(existing(c) == 3e-6);
    BOOST_TEST(fresh(c) == 3e-7);
  }
  BOOST_TEST(existing(TargetClass::general_2) == 1e-5);
  BOOST_TEST(existing(TargetClass::general_3) == 3e-5);
  BOOST_TEST(fresh(TargetClass::general_2) == 3e-6);
  BOOST_TEST(fresh(TargetClass::general_3) == 1e-5);
  BOOST_TEST((pack.individual_risk_existing.of(TargetClass::general_1).confidence == Confidence::corroborated));
}

BOOST_AUTO_TEST_CASE(overpressure_thresholds_of_gbt37243_are_marked_as_recalled) {
  const LimitTable& table = rule_pack("gb36894-2018").overpressure;
  BOOST_TEST(table.rule_id == "gbt37243.overpressure");
  BOOST_TEST(table.of(TargetClass::high_sensitivity).value == 2000.0);
  BOOST_TEST(table.of(TargetClass::important).value == 2000.0);
  BOOST_TEST(table.of(TargetClass::general_1).value == 2000.0);
  BOOST_TEST(table.of(TargetClass::general_2).value == 5000.0);
  BOOST_TEST(table.of(TargetClass::general_3).value == 9000.0);
  BOOST_TEST((table.of(TargetClass::general_3).confidence == Confidence::recalled));
  BOOST_TEST(rule_pack("gb36894-2018").blast_curve == "gb6722");
}

BOOST_AUTO_TEST_CASE(fn_lines) {
  const SocietalCriterion c = rule_pack("gb36894-2018").societal_risk;
  BOOST_TEST(c.slope == -1.0);
  BOOST_TEST(c.upper_at_one.value == 1e-3);
  BOOST_TEST(c.lower_at_one.value == 1e-5);
  BOOST_TEST(c.largest_n.value == 1000.0);
  BOOST_TEST((c.largest_n.confidence == Confidence::recalled));
}

BOOST_AUTO_TEST_CASE(kinds_and_sectors_outside_gbt37243) {
  const RulePack pack = rule_pack("gb36894-2018");
  const auto code = [&](UnitKind kind, const char* sector) {
    const Exclusion* e = exclusion_for(pack, kind, sector);
    return e == nullptr ? std::string("none") : e->governed_by;
  };
  BOOST_TEST(code(UnitKind::filling_station, "") == "GB 50156");
  BOOST_TEST(code(UnitKind::pipeline, "") == "GB 32167, GB 50251, GB 50253");
  BOOST_TEST(code(UnitKind::explosives_store, "民爆") == "GB 50089");
  BOOST_TEST(code(UnitKind::explosives_store, "") == "none");
  BOOST_TEST(code(UnitKind::warehouse, "烟花爆竹") == "GB 50161");
  BOOST_TEST(code(UnitKind::pressurised_vessel, "城镇燃气") == "GB 50028");
  BOOST_TEST(code(UnitKind::tanker_berth, "") == "port engineering codes (港口工程规范)");
  BOOST_TEST(code(UnitKind::warehouse, "国防") == "");
  BOOST_TEST(code(UnitKind::atmospheric_tank, "危险化学品") == "none");
}

BOOST_AUTO_TEST_CASE(target_classes_follow_from_the_table_of_occupancies) {
  const OccupancyTable table = rule_pack("gb36894-2018").occupancy;
  const auto class_of = [&](const Occupancy& o) {
    return std::string(name_of(class_by_occupancy(table, o).target_class.value()));
  };
  BOOST_TEST(class_of({.use = "幼儿园"}) == "high_sensitivity");
  BOOST_TEST(class_of({.use = "hospital"}) == "high_sensitivity");
  BOOST_TEST(class_of({.use = "养老院"}) == "high_sensitivity");
  BOOST_TEST(class_of({.use = "图书馆"}) == "important");
  BOOST_TEST(class_of({.use = "村庄", .households = 30.0}) == "general_1");
  BOOST_TEST(class_of({.use = "住宅", .people = 29.0}) == "general_3");
  BOOST_TEST(class_of({.use = "办公楼", .people = 99.0}) == "general_2");
  BOOST_TEST(class_of({.use = "政府"}) == "general_1");
  BOOST_TEST(class_of({.use = "酒店", .beds = 100.0}) == "general_1");
  BOOST_TEST(class_of({.use = "商场", .floor_area_m2 = 1499.0}) == "general_3");
  BOOST_TEST(class_of({.use = "电影院", .floor_area_m2 = 3000.0}) == "general_1");
  BOOST_TEST(class_of({.use = "工厂", .people = 100.0}) == "general_2");
  BOOST_TEST(class_of({.use = "火车站", .people = 100.0}) == "general_1");
  BOOST_TEST(class_of({.use = "加油站"}) == "general_3");
  BOOST_TEST(class_of({.use = "公园", .floor_area_m2 = 1500.0}) == "general_2");
}

// D05: 20,000 people on 200 m2.
BOOST_AUTO_TEST_CASE(the_worst_of_all_known_measures_gives_the_class) {
  const OccupancyTable table = rule_pack("gb36894-2018").occupancy;
  const auto class_of = [&](const Occupancy& o) { return class_by_occupancy(table, o); };
  for (const char* use : {"市场", "公园", "体育场", "电影院"}) {
    BOOST_TEST(
        (class_of({.use = use, .floor_area_m2 = 200.0, .people = 20000.0}).target_class == TargetClass::general_1),
        use);
    BOOST_TEST((class_of({.use = use, .floor_area_m2 = 200.0, .open_air_people = 20000.0}).target_class ==
                TargetClass::general_1),
               use);
  }
  BOOST_TEST((class_of({.use = "工厂", .people_shift = 120.0}).basis.confidence == Confidence::recalled));
  BOOST_TEST(
      (class_of({.use = "村庄", .households = 28.0, .people = 112.0}).basis.confidence == Confidence::corroborated));
  BOOST_TEST((class_of({.use = "学校"}).basis.confidence == Confidence::corroborated));
  BOOST_TEST((class_of({.use = "地铁站"}).basis.confidence == Confidence::recalled));
  BOOST_TEST((class_of({.use = "社区诊所", .people = 25.0}).target_class == TargetClass::general_3));
  BOOST_TEST(class_of({.use = "危化企业", .people = 150.0}).no_target);
}

BOOST_AUTO_TEST_CASE(no_word_names_two_uses) {
  const OccupancyTable table = rule_pack("gb36894-2018").occupancy;
  for (const OccupancyUse& use : table.uses) {
    BOOST_TEST(table.find(use.id) == &use, use.id);
    BOOST_TEST(table.find(use.title.zh) == &use, use.title.zh);
    for (const std::string& name : use.names) BOOST_TEST(table.find(name) == &use, name);
  }
}

BOOST_AUTO_TEST_CASE(harm_pack_of_aqt3046) {
  const HarmPack pack = harm_pack("aqt3046-2013");
  BOOST_TEST(pack.toxic_exposure_cap_s == 1800.0);
  BOOST_TEST(pack.lethal_overpressure_pa == 30000.0);
  BOOST_TEST(pack.thermal_exposure_cap_s == 20.0);
  BOOST_TEST(pack.lethal_radiation_w_m2 == 37500.0);
  BOOST_TEST(pack.thermal_probit_a == -36.38);
  BOOST_TEST(pack.thermal_probit_b == 2.56);
  BOOST_TEST(pack.transport_wind_min_height_m == 10.0);
  BOOST_TEST(pack.min_probability == 0.0);
}

// Constants are printed for kW/m2, psi or bar; inside they are for W/m2 and Pa.
BOOST_AUTO_TEST_CASE(printed_units_become_si) {
  const HarmPack green_book = harm_pack("green_book");
  BOOST_TEST(green_book.thermal_probit_a == -36.38, boost::test_tools::tolerance(1e-4));
  const HarmPack hse = harm_pack("hse");
  const auto& fatality = std::get<OverpressureProbit>(hse.effect("fatality")->form);
  BOOST_TEST(fatality.a == 5.13 - 1.37 * std::log(1e5), boost::test_tools::tolerance(1e-3));
  const HarmPack lees = harm_pack("lees");
  BOOST_TEST(lees.thermal_probit_a == -29.02 + 1.99 * std::log(0.5), boost::test_tools::tolerance(1e-3));
  BOOST_TEST(harm_pack("ccps").thermal_probit_a == -38.48, boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(heat_by_two_levels_gives_both_back) {
  const HarmPack hse = harm_pack("hse");
  const auto probability = [&](double dose_kw) {
    return outdoor_heat_death(hse, 1000.0 * std::pow(dose_kw / 30.0, 0.75), 30.0);
  };
  BOOST_TEST(probability(1000.0) == 0.01, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(probability(1800.0) == 0.5, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(packs_say_what_they_have_no_rule_for) {
  const HarmPack lees = harm_pack("lees");
  BOOST_TEST((lees.toxic_basis == ToxicBasis::none));
  BOOST_TEST(!lees.knows_blast_death());
  BOOST_TEST(lees.knows_heat_death());
  BOOST_TEST(harm_pack("green_book").blast_death_needs_impulse());
  BOOST_TEST(!harm_pack("hse").blast_death_needs_impulse());
}

BOOST_AUTO_TEST_CASE(wrong_harm_packs_are_refused) {
  const auto codes = [](const std::string& text) {
    const std::filesystem::path folder = folder_with("harm.toml", text);
    Names found;
    for (const Diagnostic& d : problems_of([&] { (void)harm_pack("harm.toml", folder); })) found.push_back(d.code);
    return found;
  };
  const std::string good = built_in_pack("harm/green_book.toml");
  BOOST_TEST(codes(good).empty());
  BOOST_TEST(codes(pack_with(good, "\"lung\", \"body\", \"head\"", "\"lungs\"")) == Names{"unknown_effect"});
  BOOST_TEST(codes(pack_with(good, "[\"lung\", \"body\"", "[\"heat_death\", \"body\"")) == Names{"wrong_form"});
  BOOST_TEST(codes(pack_with(good, "per = \"kW/m2\"", "")) == Names{"missing_key"});
  BOOST_TEST(codes(pack_with(good, "per = \"kW/m2\"", "per = \"kW\"")) == Names{"unknown_choice"});
  BOOST_TEST(codes(pack_with(good, "slope = 5.74", "slope = -5.74")) == Names{"out_of_range"});
  BOOST_TEST(codes(pack_with(good, "id = \"eardrum\"", "id = \"lung\"")) == Names{"doubled_value"});
  BOOST_TEST(codes(pack_with(good, "toxic_exposure_cap_s", "lethal_overpressure_pa = 1.0\ntoxic_exposure_cap_s")) ==
             Names{"two_rules"});
  BOOST_TEST(codes(pack_with(built_in_pack("harm/hse.toml"), "probability = 0.5}", "probability = 0.001}")) ==
             Names{"bad_levels"});
}

BOOST_AUTO_TEST_CASE(damage_tables_rise_and_are_read_from_below) {
  const DamageTable table = damage_table("damage-overpressure");
  BOOST_TEST(table.reached_by(0.0).empty());
  BOOST_TEST(table.reached_by(20700.0).back().value == 20700.0);
  BOOST_TEST(table.reached_by(1e9).size() == table.levels.size());
}

BOOST_AUTO_TEST_CASE(leaks_last_an_hour_at_most_or_10_and_30_minutes) {
  const sise::ReleaseDurationRule risk = sise::release_duration_rule("aqt3046-2013-leak");
  BOOST_TEST(risk.longest_s.value() == 3600.0);
  BOOST_TEST(!risk.isolated_s.has_value());
  const sise::ReleaseDurationRule environment = sise::release_duration_rule("hj169-2018-leak");
  BOOST_TEST(environment.isolated_s.value() == 600.0);
  BOOST_TEST(environment.not_isolated_s.value() == 1800.0);
  BOOST_TEST(!environment.longest_s.has_value());
  BOOST_TEST(sise::release_duration_rule_ids() == (Names{"aqt3046-2013-leak", "hj169-2018-leak"}));
}

BOOST_AUTO_TEST_CASE(screening_reaches_are_those_of_the_guidebook) {
  const ScreeningPack pack = screening_pack("erg2024");
  BOOST_TEST(pack.reach_m(substances().find("chlorine"), 120e3) == 11000.0);  // a rail tank car, Table 3
  BOOST_TEST(pack.reach_m(substances().find("chlorine"), 900.0) == 2400.0);   // a ton cylinder
  BOOST_TEST(pack.reach_m(substances().find("toluene_diisocyanate"), 200e3) == 800.0);
  BOOST_TEST(pack.reach_m(substances().find("TNT"), std::nullopt) == 1600.0);
  BOOST_TEST(pack.reach_m(nullptr, std::nullopt) == 11100.0);
  for (const auto& [id, steps] : pack.by_substance) BOOST_TEST((substances().find(id) != nullptr), id);
}

BOOST_AUTO_TEST_CASE(the_ids_of_what_is_built_in) {
  BOOST_TEST(rule_pack_ids() == Names{"gb36894-2018"});
  BOOST_TEST((harm_pack_ids() == Names{"aqt3046-2013", "ccps", "green_book", "hse", "lees"}));
  for (const std::string& id : harm_pack_ids()) BOOST_TEST(harm_pack(id).id == id);
  BOOST_TEST((damage_table_ids() == Names{"damage-overpressure", "damage-radiation", "damage-thermal-dose"}));
  BOOST_TEST(class_scheme_ids().size() >= 18U);
  for (const std::string& id : class_scheme_ids()) BOOST_TEST(class_scheme(id).id == id);
}

BOOST_AUTO_TEST_CASE(an_unknown_id_gets_the_nearest) {
  const auto found = problems_of([] { (void)rule_pack("gb36894-2081"); });
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found.front().code == "unknown_pack");
  BOOST_TEST(found.front().remedy.en == "Did you mean 'gb36894-2018'?");
}

BOOST_AUTO_TEST_CASE(a_users_pack_is_read_like_a_built_in_one) {
  const std::filesystem::path folder = folder_with(
      "strict.toml", pack_with(built_in_pack("rules/gb36894-2018.toml"), "general_3 = 3e-5", "general_3 = 2e-5"));
  BOOST_TEST(rule_pack("strict.toml", folder).individual_risk_existing.of(TargetClass::general_3).value == 2e-5);
}

BOOST_AUTO_TEST_CASE(wrong_rule_packs_are_refused) {
  const std::string good = built_in_pack("rules/gb36894-2018.toml");
  BOOST_TEST(problems_in_rules(good).empty());
  BOOST_TEST(problems_in_rules(pack_with(good, "general_3 = 3e-5", "general_3 = -3e-5")) == Names{"out_of_range"});
  BOOST_TEST(problems_in_rules(pack_with(good, "general_3 = 3e-5", "")) == Names{"missing_key"});
  BOOST_TEST((problems_in_rules(pack_with(good, "general_3 = 3e-5", "general_4 = 3e-5")) ==
              Names{"missing_key", "unknown_key"}));
  BOOST_TEST(problems_in_rules(pack_with(good, "\"corroborated\"", "\"certain\"")) == Names{"unknown_choice"});
  BOOST_TEST(problems_in_rules(pack_with(good, "kind = \"pipeline\"", "kind = \"pipe line\"")) ==
             Names{"unknown_choice"});
  BOOST_TEST(problems_in_rules(pack_with(good, "quantity = \"beds\"", "quantity = \"bed\"")) ==
             Names{"unknown_choice"});
  BOOST_TEST(problems_in_rules(pack_with(good, "curve = \"gb6722\"", "curve = \"gb6723\"")) == Names{"unknown_choice"});
  BOOST_TEST(problems_in_rules(pack_with(good, "general_2 = 1e-5", "general_2 = 2e-6")) ==
             Names{"limits_out_of_order"});
  BOOST_TEST(problems_in_rules(pack_with(good, "no_target = true", "no_target = false")) == Names{"bad_value"});
  BOOST_TEST(problems_in_rules(pack_with(good, ", zh = \"社会风险基准\"", "")) == Names{"missing_key"});
  BOOST_TEST(problems_in_rules("").size() > 5U);
}

BOOST_AUTO_TEST_CASE(every_warning_of_a_risk_or_a_blast_has_a_bracket) {
  const WarningBrackets brackets = warning_brackets("warning-brackets");
  for (const char* code : {"heavy_gas_passive_model", "gas_density_unknown", "cloud_without_heat", "horizontal_jet",
                           "surrogate_property", "recalled_property", "stand_in_substance", "jet_direction_unknown"})
    BOOST_TEST(brackets.reach_factor({code}).value() >= 1.0, code);
  BOOST_TEST(brackets.both_ways({"recalled_property", "jet_direction_unknown"}));
  BOOST_TEST(!brackets.both_ways({"horizontal_jet"}));
  BOOST_TEST(brackets.mixing_asked_within().value() >= 1.37);  // of releases that reach 0.73 to 1.32 times as far
  BOOST_TEST(!WarningBrackets{}.mixing_asked_within());
  BOOST_TEST(brackets.reach_factor({"horizontal_jet", "gas_density_unknown"}).value() == 3.0);
  BOOST_TEST(!brackets.reach_factor({"outside_range_of_use"}).has_value());
  BOOST_TEST(!brackets.reach_factor({"unheard_of"}).has_value());
  // 1 t at 500 m: 2,383 Pa by GB 6722; the others are lower there.
  const auto range = [&](const char* code, double distance_m) {
    return overpressure_range_pa(brackets, {code}, BlastCurve::gb6722, 1000.0, distance_m);
  };
  BOOST_TEST(range("outside_range_of_use", 500.0).high >= 2383.0);
  BOOST_TEST(range("outside_range_of_use", 500.0).low < 2000.0);
  BOOST_TEST(range("outside_range_of_use", 1e6).high < 2000.0);
  BOOST_TEST(std::isnan(range("ideal_gas_shock", 5.0).high));
}

BOOST_AUTO_TEST_CASE(wrong_schemes_are_refused) {
  const std::string good = built_in_pack("schemes/individual-risk-baseline.toml");
  const auto codes = [](const std::string& text) {
    const std::filesystem::path folder = folder_with("scheme.toml", text);
    Names found;
    for (const Diagnostic& d : problems_of([&] { (void)class_scheme("scheme.toml", folder); })) found.push_back(d.code);
    return found;
  };
  BOOST_TEST(codes(good).empty());
  BOOST_TEST(codes(pack_with(good, "227, 38, 33", "227, 38, 256")) == Names{"bad_colour"});
  BOOST_TEST(codes(pack_with(good, "227, 38, 33", "227, 38")) == Names{"bad_colour"});
  BOOST_TEST(codes(pack_with(good, "upper = 3e-5", "upper = 4e-5")) == Names{"bad_classes"});
  BOOST_TEST(codes(pack_with(good, "code = 2", "code = 1")) == Names{"bad_classes"});
  BOOST_TEST(codes(pack_with(good, "code = 2", "code = 0")).front() == "out_of_range");
  BOOST_TEST(!codes("id = 'x'\nvariant_of = 'scheme.toml'\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
