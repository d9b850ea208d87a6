// From unit records to scenarios with the program's own packs: worked units first, then what must always hold.
#include "core/accidents/generate/generate.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/accidents/check_study.hpp"
#include "core/accidents/resolve.hpp"
#include "core/study/completeness.hpp"
#include "gis_io/read/packs/packs.hpp"

using namespace sise;

namespace {

constexpr double kAmbient_Pa = 101325.0;

struct Plant {
  Study study;
  GeneratorData data{frequency_packs("bevi"), event_trees("purple_book"), generator_rules("generator")};
  SubstanceTable table = substances();

  Plant() {
    study.harm = harm_pack("aqt3046-2013");
    study.ambient.temperature_K = 293.15;
    study.ambient.pressure_Pa = kAmbient_Pa;
    study.rose.rows = {{{}, Stability::D, 3.0, 1.0}};
  }

  Unit& add(UnitKind kind, const char* substance, double tonnes) {
    Unit unit;
    unit.id = "U" + std::to_string(study.units.size() + 1);
    unit.kind = kind;
    unit.substance_text = substance;
    if (const Substance* known = table.find(substance)) unit.substance = known->id;
    if (tonnes > 0.0) unit.inventory_kg = tonnes * 1e3;
    unit.geometry.points = {{0.0, 0.0}};
    study.units.push_back(std::move(unit));
    return study.units.back();
  }

  [[nodiscard]] Generation run() const { return generate(study, table, data); }
};

const Scenario* find(const Generation& generation, const std::string& case_id) {
  const auto found = std::find_if(generation.scenarios.begin(), generation.scenarios.end(),
                                  [&](const Scenario& one) { return one.case_id == case_id; });
  return found == generation.scenarios.end() ? nullptr : &*found;
}

double frequency(const Generation& generation, const std::string& case_id) {
  const Scenario* one = find(generation, case_id);
  BOOST_REQUIRE_MESSAGE(one != nullptr, case_id);
  return one->frequency_per_year;
}

/// Leaves of every case, and what was dropped, add up to what parts and packs said.
void check_conserved(const UnitTrace& trace) {
  for (const TraceCase& traced : trace.cases) {
    const double said = traced.base_frequency * traced.count * traced.share;
    BOOST_TEST(traced.frequency_per_year == said, boost::test_tools::tolerance(1e-12));
    if (traced.dropped) continue;
    double sum = 0.0;
    for (const TraceLeaf& leaf : traced.leaves) sum += leaf.frequency_per_year;
    BOOST_TEST(sum == traced.frequency_per_year, boost::test_tools::tolerance(1e-12));
  }
}

bool lacks(const UnitTrace& trace, const char* code) {
  return std::any_of(trace.lacks.begin(), trace.lacks.end(),
                     [code](const GeneratorRemark& one) { return one.code == code; });
}

bool remarked(const UnitTrace& trace, const char* code) {
  return std::any_of(trace.remarks.begin(), trace.remarks.end(),
                     [code](const GeneratorRemark& one) { return one.code == code; });
}

bool assumed(const UnitTrace& trace, const char* id) {
  return std::any_of(trace.defaults.begin(), trace.defaults.end(),
                     [id](const UsedDefault& one) { return one.id == id; });
}

/// A gas that is made to have the density of the worked unit.
void weigh(SubstanceTable& table, const char* id, double density_kg_m3) {
  std::vector<Substance> all = table.all();
  for (Substance& one : all) {
    if (one.id != id) continue;
    one.properties.erase("liquid_density_293K_kg_m3");
    one.properties.erase("acentric_factor");
    one.properties.erase("critical_temperature_K");
    one.properties.at("liquid_density_kg_m3").value = density_kg_m3;
  }
  table = SubstanceTable(std::move(all));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_suite)

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

// The worked sphere: 900 t, 500 kg/m3, 800 kPa gauge, every cloud ignites.
BOOST_AUTO_TEST_CASE(lpg_sphere_of_900_t) {
  Plant plant;
  weigh(plant.table, "propane", 500.0);
  plant.add(UnitKind::pressurised_vessel, "propane", 900.0).pressure_abs_Pa = kAmbient_Pa + 8e5;
  const Generation made = plant.run();
  const auto near = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(frequency(made, "vessel.instantaneous.fireball") == 2.45e-7, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.spot_flash_fire") == 6.3e-8, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.spot_vce") == 4.2e-8, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.flash_fire") == 9e-8, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.vce") == 6e-8, near);
  BOOST_TEST(frequency(made, "vessel.in_10_min.jet_fire") == 3.5e-7, near);
  BOOST_TEST(frequency(made, "vessel.in_10_min.flash_fire") == 9e-8, near);
  BOOST_TEST(frequency(made, "vessel.in_10_min.vce") == 6e-8, near);
  BOOST_TEST(frequency(made, "vessel.leak_10mm.jet_fire") == 2e-6, near);
  BOOST_TEST(frequency(made, "vessel.leak_10mm.flash_fire") == 4.8e-6, near);
  BOOST_TEST(frequency(made, "vessel.leak_10mm.vce") == 3.2e-6, near);
  BOOST_TEST(*find(made, "vessel.in_10_min.jet_fire")->rate_kg_s == 1500.0, near);
  BOOST_TEST(*find(made, "vessel.leak_10mm.jet_fire")->rate_kg_s == 1.377, boost::test_tools::tolerance(0.005));
  double sum = 0.0;
  for (const Scenario& one : made.scenarios) sum += one.frequency_per_year;
  BOOST_TEST(sum == 1.1e-5, near);
}

// The worked chlorine tank: 50 t, 1400 kg/m3, 600 kPa gauge, API 581 second edition, isolation class CC.
BOOST_AUTO_TEST_CASE(chlorine_tank_of_50_t) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_2nd");
  weigh(plant.table, "chlorine", 1400.0);
  Unit& tank = plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  tank.pressure_abs_Pa = kAmbient_Pa + 6e5;
  tank.details.isolation_class = "CC";
  Generation made = plant.run();
  const auto row = [&](const char* hole) { return *find(made, std::string("vessel.") + hole + ".toxic"); };
  const auto near = boost::test_tools::tolerance(0.01);
  BOOST_TEST(*row("small").rate_kg_s == 0.499, near);
  BOOST_TEST(row("small").duration_s == 3600.0, near);
  BOOST_TEST(*row("medium").rate_kg_s == 12.5, near);
  BOOST_TEST(row("medium").duration_s == 2400.0, near);
  BOOST_TEST(*row("large").rate_kg_s == 200.0, near);
  BOOST_TEST(row("large").duration_s == 251.0, near);
  BOOST_TEST(row("rupture").frequency_per_year == 6e-6, near);
  plant.study.units.front().details.isolation_class = "AA";
  made = plant.run();
  BOOST_TEST(row("small").duration_s == 1200.0, near);
  BOOST_TEST(row("medium").duration_s == 600.0, near);
  BOOST_TEST(row("large").duration_s == 251.0, near);
}

// 100 deliveries of half an hour through a hose (DNV, BEVI): 2e-4 and 2e-3 a year.
BOOST_AUTO_TEST_CASE(a_hose_of_100_deliveries_of_30_min) {
  Plant plant;
  Unit& station = plant.add(UnitKind::filling_station, "propane", 20.0);
  station.details.transfers_per_year = 100.0;
  const Generation made = plant.run();
  double full = 0.0;
  double leak = 0.0;
  for (const TraceCase& traced : made.traces.front().cases) {
    if (traced.id.starts_with("hose.full_bore")) full += traced.frequency_per_year;
    if (traced.id.starts_with("hose.leak")) leak += traced.frequency_per_year;
  }
  BOOST_TEST(full == 2e-4, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(leak == 2e-3, boost::test_tools::tolerance(1e-9));
}

// Ten tonnes of steel, a tenth of it in water at a yield of 3 %: 8.8 kg TNT.
BOOST_AUTO_TEST_CASE(ten_tonnes_of_steel_meet_water) {
  Plant plant;
  plant.add(UnitKind::metal_melting, "", 10.0);
  const Generation made = plant.run();
  BOOST_TEST(*find(made, "melt_large.large.explosion")->tnt_kg == 8.8, boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_CASE(every_kind_of_unit_has_scenarios_that_can_be_computed_and_loses_no_frequency) {
  struct Case {
    UnitKind kind;
    const char* substance;
    double tonnes;
  };
  const std::vector<Case> kinds{{UnitKind::pressurised_vessel, "ammonia", 50.0},
                                {UnitKind::refrigerated_tank, "propane", 5000.0},
                                {UnitKind::atmospheric_tank, "methanol", 500.0},
                                {UnitKind::reactor, "ethylene_oxide", 5.0},
                                {UnitKind::column, "n_hexane", 5.0},
                                {UnitKind::pump, "propane", 20.0},
                                {UnitKind::compressor, "hydrogen", 0.5},
                                {UnitKind::pipework, "chlorine", 1.0},
                                {UnitKind::pipeline, "methane", 50.0},
                                {UnitKind::tanker_berth, "propane", 20.0},
                                {UnitKind::cylinder_store, "chlorine", 4.0},
                                {UnitKind::warehouse, "ammonium_nitrate", 60.0},
                                {UnitKind::filling_station, "gasoline", 60.0},
                                {UnitKind::ammonia_refrigeration, "ammonia", 9.0},
                                {UnitKind::dust_process, "wood dust", 1.0},
                                {UnitKind::metal_melting, "", 25.0},
                                {UnitKind::explosives_store, "tnt", 2.0}};
  BOOST_TEST(kinds.size() == 17U);
  Plant plant;
  for (const Case& one : kinds) {
    Unit& unit = plant.add(one.kind, one.substance, one.tonnes);
    if (one.kind == UnitKind::compressor || one.kind == UnitKind::pipeline) {
      unit.state = "gas";
      unit.pressure_abs_Pa = 4e6;
    }
  }
  const Generation made = plant.run();
  for (const UnitTrace& trace : made.traces) {
    std::string why;
    for (const GeneratorRemark& lack : trace.lacks) why += lack.text.en + "; ";
    BOOST_TEST((trace.fate == UnitFate::generated),
               std::string(name_of(plant.study.units[trace.unit].kind)) + ": " + why);
    check_conserved(trace);
  }
  for (const Scenario& one : made.scenarios) {
    const auto unit = std::find_if(plant.study.units.begin(), plant.study.units.end(),
                                   [&](const Unit& u) { return u.id == one.unit_id; });
    for (const Diagnostic& fault : scenario_faults(one, *unit, plant.table))
      BOOST_ERROR(one.case_id + ": " + fault.message.en);
  }
}

BOOST_AUTO_TEST_CASE(twice_the_metres_are_twice_the_frequency) {
  Plant plant;
  plant.add(UnitKind::pipework, "chlorine", 1.0).details.length_m = 30.0;
  plant.add(UnitKind::pipework, "chlorine", 1.0).details.length_m = 60.0;
  const Generation made = plant.run();
  const std::size_t half = made.scenarios.size() / 2;
  BOOST_REQUIRE(half > 0U);
  for (std::size_t i = 0; i < half; ++i) {
    BOOST_TEST(made.scenarios[half + i].frequency_per_year == 2.0 * made.scenarios[i].frequency_per_year,
               boost::test_tools::tolerance(1e-12));
  }
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

BOOST_AUTO_TEST_CASE(a_rate_grows_with_the_square_of_the_hole) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_3rd");
  plant.add(UnitKind::pressurised_vessel, "ammonia", 500.0);
  const Generation made = plant.run();
  BOOST_TEST(*find(made, "vessel.medium.toxic")->rate_kg_s == 25.0 * *find(made, "vessel.small.toxic")->rate_kg_s,
             boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(no_hole_is_wider_than_the_largest_connection) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_3rd");
  plant.add(UnitKind::pressurised_vessel, "ammonia", 500.0).details.connection_m = 0.04;
  const Generation made = plant.run();
  BOOST_TEST(*find(made, "vessel.large.toxic")->rate_kg_s == 64.0 * *find(made, "vessel.small.toxic")->rate_kg_s,
             boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(blocking_that_may_fail_makes_two_rows_of_one_case) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "ammonia", 500.0).details.isolation_class = "remote";
  const Generation made = plant.run();
  const Scenario* closed = find(made, "vessel.leak_10mm.blocked.toxic");
  const Scenario* open = find(made, "vessel.leak_10mm.not_blocked.toxic");
  BOOST_REQUIRE((closed != nullptr && open != nullptr));
  BOOST_TEST(closed->frequency_per_year == 0.99e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(open->frequency_per_year == 0.01e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(closed->duration_s == 600.0);
  BOOST_TEST(open->duration_s == 1800.0);
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

BOOST_AUTO_TEST_CASE(a_table_of_ones_own_replaces_what_would_be_generated) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  Scenario own;
  own.unit_id = "U1";
  own.case_id = "S1";
  own.frequency_per_year = 1e-5;
  plant.study.scenarios = {own};
  const Generation made = plant.run();
  BOOST_TEST((made.traces[0].fate == UnitFate::from_table));
  BOOST_TEST(std::all_of(made.scenarios.begin(), made.scenarios.end(),
                         [](const Scenario& one) { return one.unit_id == "U2"; }));
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

BOOST_AUTO_TEST_CASE(each_substance_of_a_unit_that_holds_several_has_rows_of_its_own) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "methanol", 100.0);
  plant.study.contents = {{"U1", "n_hexane", "正己烷", 50e3, {}}};
  const Generation made = plant.run();
  BOOST_TEST((find(made, "vessel.leak_10mm.pool_fire") != nullptr));
  BOOST_TEST((find(made, "n_hexane.vessel.leak_10mm.pool_fire") != nullptr));
}

// Acetylene has no boiling point at ambient pressure: its cloud is a gas all the same.
BOOST_AUTO_TEST_CASE(acetylene_cylinders_flash_and_explode_too) {
  Plant plant;
  Unit& store = plant.add(UnitKind::cylinder_store, "acetylene", 2.0);
  store.state = "gas";
  store.pressure_abs_Pa = 1.6e6;
  const Generation made = plant.run();
  BOOST_TEST(made.traces.front().lacks.empty());
  for (const char* outcome : {"spot_flash_fire", "spot_vce", "flash_fire", "vce"}) {
    const Scenario* one = find(made, std::string("cylinder.instantaneous.") + outcome);
    BOOST_TEST_REQUIRE((one != nullptr), outcome);
    const Accident accident =
        resolve_accident(*one, {.substances = plant.table,
                                .ambient = plant.study.ambient,
                                .harm = &plant.study.harm,
                                .storage = {.pressure_abs_Pa = 1.6e6, .state = "dissolved liquid"}});
    BOOST_TEST(accident.faults.empty(), outcome);
  }
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

BOOST_AUTO_TEST_CASE(isolation_that_is_stated_counts_at_a_berth_too) {
  Plant plant;
  plant.add(UnitKind::tanker_berth, "methanol", 20.0);
  plant.add(UnitKind::tanker_berth, "methanol", 20.0).details.isolation_class = "automatic";
  const Generation made = plant.run();
  BOOST_TEST(made.traces[0].cases.front().id == "hose.full_bore.stopped");
  BOOST_TEST(made.traces[1].cases.front().id == "hose.full_bore.blocked");
  check_conserved(made.traces[1]);
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
