// What a record lacks, what was assumed instead and what changes nothing is told.
#include "tests/gis_io/read/packs/plant.hpp"

#include <array>
#include <cmath>

#include "core/accidents/resolve.hpp"
#include "core/study/completeness.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(generate_told_suite)

// Names in ledgers that are no substance: a stand-in, flagged in remark and confidence; or why nothing stands in.
BOOST_AUTO_TEST_CASE(trade_names_count_as_their_class_or_say_why_not) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "Paint Thinner", 20.0);
  plant.add(UnitKind::atmospheric_tank, "30%盐酸", 20.0);
  plant.add(UnitKind::atmospheric_tank, "怪物", 20.0).hazard_classes = {"W7.1"};
  plant.add(UnitKind::atmospheric_tank, "农药X", 20.0).hazard_classes = {"J5"};
  const Generation made = plant.run();
  BOOST_TEST(remarked(made.traces[0], "stand_in"));
  BOOST_TEST(made.traces[0].cases.front().substance == "n_hexane");
  BOOST_CHECK(made.traces[0].cases.front().confidence == Confidence::recalled);
  BOOST_TEST(lacks(made.traces[1], "not_modelled"));
  BOOST_TEST(lacks(made.traces[2], "no_stand_in"));
  BOOST_TEST(made.traces[3].cases.front().substance == "acrylonitrile");
  take_over(plant.study, made);
  const UnitWarnings warnings = unit_warnings(plant.study, resolve_accidents(plant.study, plant.table));
  BOOST_TEST((std::find(warnings[0].begin(), warnings[0].end(), "stand_in_substance") != warnings[0].end()));
}

BOOST_AUTO_TEST_CASE(a_mixture_of_unknown_shares_counts_as_each_of_its_parts) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "甲醇/乙醇混合物", 20.0);
  plant.add(UnitKind::atmospheric_tank, "甲醇", 20.0);
  const Generation made = plant.run();
  BOOST_TEST(remarked(made.traces[0], "mixture_of_unknown_shares"));
  BOOST_TEST(made.traces[0].cases.size() == 2 * made.traces[1].cases.size());
  check_conserved(made.traces[0]);
}

// What changes nothing is said, and changes nothing.
BOOST_AUTO_TEST_CASE(a_detail_that_its_kind_does_not_use_is_said) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 20.0);
  Unit& odd = plant.add(UnitKind::pressurised_vessel, "chlorine", 20.0);
  odd.details.volume_m3 = 30.0;
  odd.details.hours_per_year = 100.0;
  odd.details.containment = "ship";
  const Generation made = plant.run();
  const auto said = std::count_if(made.traces[1].remarks.begin(), made.traces[1].remarks.end(),
                                  [](const GeneratorRemark& one) { return one.code == "detail_not_used"; });
  BOOST_TEST(said == 3);
  BOOST_TEST(!remarked(made.traces[0], "detail_not_used"));
  BOOST_TEST(made.traces[0].cases.size() == made.traces[1].cases.size());
}

// Vapour pressures end somewhere: the boiling point of tables, or what to do.
BOOST_AUTO_TEST_CASE(where_the_vapour_pressure_ends_a_table_says_where_it_boils) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "dimethylhydrazine_11", 20.0);
  plant.add(UnitKind::pressurised_vessel, "carbon_dioxide", 20.0);
  plant.add(UnitKind::atmospheric_tank, "sodium", 20.0);
  plant.add(UnitKind::atmospheric_tank, "peracetic_acid", 20.0);
  const Generation made = plant.run();
  BOOST_CHECK(made.traces[0].fate == UnitFate::generated);
  BOOST_TEST(remarked(made.traces[0], "normal_boiling_point"));
  for (const std::size_t i : {1U, 2U, 3U}) {
    BOOST_CHECK(made.traces[i].fate == UnitFate::missing);
    BOOST_REQUIRE(!made.traces[i].lacks.empty());
    for (const GeneratorRemark& lack : made.traces[i].lacks) BOOST_TEST(!lack.remedy.en.empty(), lack.text.en);
  }
}

BOOST_AUTO_TEST_CASE(a_unit_whose_failures_are_all_too_rare_is_named) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 20.0).details.present_share = 1e-6;
  plant.add(UnitKind::atmospheric_tank, "diesel", 20.0);
  const Generation made = plant.run();
  BOOST_TEST(lacks(made.traces[0], "below_cut_off"));
  BOOST_TEST(lacks(made.traces[1], "nothing_follows"));
}

// The metres that are stated say how often, whatever the line is drawn like; that they differ is told.
BOOST_AUTO_TEST_CASE(metres_that_differ_from_the_line_that_is_drawn_are_told) {
  Plant plant;
  for (const double stated_m : {30.0, 60.0}) {
    Unit& unit = plant.add(UnitKind::pipework, "chlorine", 1.0);
    unit.details.length_m = stated_m;
    unit.geometry = {};
    unit.geometry.lines = {{{0.0, 0.0}, {60.0, 0.0}}};
  }
  const Generation made = plant.run();
  BOOST_TEST(remarked(made.traces[0], "length_differs"));
  BOOST_TEST(!remarked(made.traces[1], "length_differs"));
  BOOST_TEST(
      made.scenarios.front().frequency_per_year * 2.0 == made.scenarios[made.scenarios.size() / 2].frequency_per_year,
      boost::test_tools::tolerance(1e-12));
}

// A full-containment tank fails once in 1e8 years: at the cut-off it stays, with a share of the year it is dropped and told.
BOOST_AUTO_TEST_CASE(a_case_below_the_cut_off_is_dropped_and_told) {
  Plant plant;
  plant.add(UnitKind::refrigerated_tank, "propane", 5000.0).details.containment = "full";
  Unit& seasonal = plant.add(UnitKind::refrigerated_tank, "propane", 5000.0);
  seasonal.details.containment = "full";
  seasonal.details.present_share = 0.5;
  const Generation made = plant.run();
  BOOST_TEST((made.traces[0].fate == UnitFate::generated));
  BOOST_TEST((made.traces[1].fate == UnitFate::missing));
  BOOST_TEST(made.traces[1].dropped_per_year() == 5e-9, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(what_a_record_lacks_is_told_by_unit_and_all_at_once) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 0.0);
  plant.add(UnitKind::atmospheric_tank, "", 10.0);
  plant.add(UnitKind::unspecified, "chlorine", 10.0);
  plant.add(UnitKind::atmospheric_tank, "unobtainium", 10.0);
  Unit& thin = plant.add(UnitKind::pressurised_vessel, "ammonia", 10.0);
  thin.state = "加压液化";
  thin.pressure_abs_Pa = 2e5;
  plant.add(UnitKind::refrigerated_tank, "ammonia", 10.0).temperature_K = 260.0;
  plant.add(UnitKind::pressurised_vessel, "hydrogen", 1.0).state = "gas";
  const Generation made = plant.run();
  const std::array<const char*, 7> codes{
      "inventory",           "substance", "kind", "unknown_substance", "below_vapour_pressure",
      "above_boiling_point", "pressure"};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    BOOST_TEST((made.traces[i].fate == UnitFate::missing));
    BOOST_TEST(lacks(made.traces[i], codes.at(i)), codes.at(i));
    for (const GeneratorRemark& lack : made.traces[i].lacks) BOOST_TEST(!lack.text.zh.empty());
  }
  BOOST_TEST(made.scenarios.empty());
}

BOOST_AUTO_TEST_CASE(a_class_stands_in_for_a_name_that_nobody_knows_and_is_told) {
  Plant plant;
  Unit& unit = plant.add(UnitKind::atmospheric_tank, "solvent X", 100.0);
  unit.hazard_classes = {"W5.3"};
  const Generation made = plant.run();
  BOOST_TEST((made.traces.front().fate == UnitFate::generated));
  BOOST_TEST(made.scenarios.front().substance == "n_hexane");
  BOOST_TEST(made.traces.front().remarks.front().code == "stand_in");
}

BOOST_AUTO_TEST_CASE(defaults_that_were_used_are_noted_once_and_others_are_not) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0).details.connection_m = 0.08;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  const Generation made = plant.run();
  BOOST_TEST(!assumed(made.traces[0], "connection_mm"));
  BOOST_TEST(assumed(made.traces[1], "connection_mm"));
  const auto times = std::count_if(made.traces[1].defaults.begin(), made.traces[1].defaults.end(),
                                   [](const UsedDefault& one) { return one.id == "puff_s"; });
  BOOST_TEST(times == 1);
}

BOOST_AUTO_TEST_CASE(containment_is_understood_in_chinese_and_else_told) {
  Plant plant;
  plant.add(UnitKind::refrigerated_tank, "ammonia", 10000.0).details.containment = "全包容罐";
  plant.add(UnitKind::refrigerated_tank, "ammonia", 10000.0).details.containment = "triple";
  const Generation made = plant.run();
  const auto remarked = [&](std::size_t unit, const char* code) {
    const auto& remarks = made.traces[unit].remarks;
    return std::any_of(remarks.begin(), remarks.end(), [code](const auto& one) { return one.code == code; });
  };
  BOOST_TEST(made.traces[0].cases.front().part == "refrigerated_tank.full");
  BOOST_TEST(!remarked(0, "containment_not_understood"));
  BOOST_TEST(made.traces[1].cases.front().part == "refrigerated_tank.single");
  BOOST_TEST(remarked(1, "containment_not_understood"));
}

BOOST_AUTO_TEST_CASE(a_poison_that_the_harm_pack_does_not_know_is_told) {
  Plant plant;
  plant.study.harm.toxic_basis = ToxicBasis::none;
  plant.add(UnitKind::atmospheric_tank, "acrylonitrile", 100.0);
  const UnitTrace trace = plant.run().traces.front();
  BOOST_TEST((trace.fate == UnitFate::generated));
  BOOST_TEST(std::any_of(trace.remarks.begin(), trace.remarks.end(),
                         [](const GeneratorRemark& one) { return one.code == "poison_not_counted"; }));
}

// The pack calls itself corroborated; a hundred millimetres of connection are an estimate.
BOOST_AUTO_TEST_CASE(scenarios_are_as_sure_as_the_weakest_that_they_rest_on) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  BOOST_TEST((plant.data.packs.chain.front().confidence == Confidence::corroborated));
  BOOST_TEST((plant.run().confidence() == Confidence::recalled));
  BOOST_TEST((Generation{}.confidence() == Confidence::seen));
}

BOOST_AUTO_TEST_CASE(what_does_not_evaporate_lacks_nothing) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "dimethyl_sulfate", 100.0).temperature_K = 285.0;
  const auto made = plant.run();
  for (const GeneratorRemark& lack : made.traces.front().lacks) BOOST_TEST(lack.text.en != "nothing evaporates");
}

// Around what is only half computed nothing is harmless.
BOOST_AUTO_TEST_CASE(a_unit_that_is_computed_in_part_counts_as_incomplete) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "methanol", 100.0);
  plant.add(UnitKind::atmospheric_tank, "methanol", 100.0);
  plant.study.contents = {{"U2", "", "unobtainium", 50e3, {}}};
  take_over(plant.study, plant.run());
  const std::vector<UnitStatus> statuses = unit_statuses(plant.study, plant.table);
  BOOST_TEST(statuses[0].missing.empty());
  BOOST_TEST(statuses[1].computed);
  BOOST_TEST_REQUIRE(statuses[1].missing.size() == 1u);
  BOOST_TEST(statuses[1].missing.front().code == "unknown_substance");
  BOOST_TEST(statuses[1].unanswered_m >= 1000.0);
}

BOOST_AUTO_TEST_SUITE_END()
