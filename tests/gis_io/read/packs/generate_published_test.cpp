// Chains that others published, from a release or a tree to the answer.
#include <array>
#include <cmath>
#include <numbers>

#include "core/accidents/generate/part.hpp"
#include "core/accidents/generate/release.hpp"
#include "models/harm/probit.hpp"
#include "tests/gis_io/read/packs/plant.hpp"

using namespace sise;

namespace {

constexpr double kPercent = 0.01;

/// The rate of a leak through a hole of a vessel, kg/s.
double rate_through(const Plant& plant, const char* case_id) {
  const Generation made = plant.run();
  const Scenario* one = find(made, case_id);
  BOOST_REQUIRE_MESSAGE(one != nullptr, case_id);
  return *one->rate_kg_s;
}

Plant vessel_of_propane(double pressure_abs_Pa, const char* state) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_2nd");
  Unit& unit = plant.add(UnitKind::pressurised_vessel, "propane", 100.0);
  unit.temperature_K = 300.15;
  unit.pressure_abs_Pa = pressure_abs_Pa;
  unit.state = state;
  return plant;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_published_suite)

// CPR 18E, appendix 6.B: 100 kg/s of carbon monoxide, D 5 m/s, a place 361 m away, 12 sectors: from the concentration to the
// added individual risk of 7.0e-9 a year.
BOOST_AUTO_TEST_CASE(purple_book_appendix_6b) {
  const ToxicProbit carbon_monoxide{-7.4, 1.0, 1.0};
  constexpr double kExposure_s = 1800.0;
  constexpr double kSigmaY_m = 28.8;
  constexpr double kSigmaZ_m = 10.3;
  const double axis_mg_m3 = 1e6 * 100.0 / (2.0 * std::numbers::pi * 5.0 * kSigmaY_m * kSigmaZ_m) *
                            (1.0 + std::exp(-0.5 * std::pow(2.0 / kSigmaZ_m, 2.0)));
  const auto near = boost::test_tools::tolerance(kPercent);
  BOOST_TEST(axis_mg_m3 == 21300.0, near);
  BOOST_TEST(toxic_probit(carbon_monoxide, axis_mg_m3, kExposure_s) == 5.97, near);
  const double on_axis = toxic_probability(carbon_monoxide, axis_mg_m3, kExposure_s);
  BOOST_TEST(on_axis == 0.835, near);
  double across_m = 0.0;
  constexpr double kStep_m = 0.1;
  for (double y = -500.0; y < 500.0; y += kStep_m) {
    const double there = axis_mg_m3 * std::exp(-0.5 * std::pow(y / kSigmaY_m, 2.0));
    across_m += kStep_m * toxic_probability(carbon_monoxide, there, kExposure_s);
  }
  BOOST_TEST(across_m == 72.0, near);
  const double width_m = across_m / on_axis;
  BOOST_TEST(width_m == 86.2, near);
  const double in_the_cloud = width_m * 12.0 / (2.0 * std::numbers::pi * 361.0);
  BOOST_TEST(in_the_cloud == 0.456, near);
  BOOST_TEST(in_the_cloud * on_axis == 0.381, near);
  BOOST_TEST(5e-7 * 0.0368 * in_the_cloud * on_axis == 7.0e-9, near);
}

// A liquid that flashes, f 3e-4: immediate 0.065, delayed 0.1, of which a quarter explodes.
BOOST_AUTO_TEST_CASE(purple_book_tree_of_a_pool) {
  const EventTrees trees = event_trees("purple_book");
  const EventTree& tree = *trees.tree("liquid_pool");
  const BranchValues values{0.065, 0.1, 0.25};
  double sum = 0.0;
  const auto of = [&](const char* outcome) {
    double probability = 0.0;
    for (const EventLeaf& leaf : tree.leaves)
      probability += leaf.outcome == outcome ? trees.probability(leaf, values) : 0.0;
    sum += probability;
    return 3e-4 * probability;
  };
  const auto near = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(of("pool_fire") == 1.95e-5, near);
  BOOST_TEST(of("late_flash_fire") == 2.10375e-5, near);
  BOOST_TEST(of("late_vce") == 7.0125e-6, near);
  BOOST_TEST(of("none") == 2.5245e-4, near);
  BOOST_TEST(sum == 1.0, near);
}

// HyRAM: detected and stopped 0.1, ignited at once 0.2, later 0.3, as a tree of the user's own; holes as shares of the area of a
// bore of 6.8 mm.
BOOST_AUTO_TEST_CASE(hyram_end_states_and_leak_diameters) {
  EventTrees trees;
  trees.branches = {{"stopped", 0.1, {}, "", Confidence::seen}};
  const EventTree tree{"hydrogen",
                       {{"none", {"stopped"}},
                        {"jet_fire", {"not stopped", "direct"}},
                        {"vce", {"not stopped", "not direct", "delayed"}},
                        {"none", {"not stopped", "not direct", "not delayed"}}},
                       "",
                       Confidence::seen};
  const std::array<double, 4> ends{0.1, 0.18, 0.216, 0.504};
  for (std::size_t i = 0; i < ends.size(); ++i)
    BOOST_TEST(trees.probability(tree.leaves.at(i), {0.2, 0.3, 0.0}) == ends.at(i),
               boost::test_tools::tolerance(1e-12));
  BOOST_TEST(std::abs(leaf_sum(trees, tree, {0.2, 0.3, 0.0}) - 1.0) <= 1e-12);
  Part part;
  part.bore_m = 6.8e-3;
  const std::array<std::pair<double, double>, 5> holes{
      {{1e-4, 0.068e-3}, {1e-3, 0.215e-3}, {1e-2, 0.68e-3}, {0.1, 2.15e-3}, {1.0, 6.8e-3}}};
  for (const auto& [area_share, diameter_m] : holes) {
    FrequencyCase leak;
    leak.hole_share = std::sqrt(area_share);
    BOOST_TEST(hole_of(leak, part) == diameter_m, boost::test_tools::tolerance(kPercent));
  }
}

// PHAST 6.54: propane at 27 C through 5 mm: liquid padded to 21 bar, 0.5588 kg/s at a discharge coefficient of 0.60 (0.62 here),
// and saturated vapour, 0.04917 kg/s at 0.88 (1.0 here). It takes other equations of state: within 5 and 10 %.
BOOST_AUTO_TEST_CASE(phast_rates_of_propane) {
  const Plant padded = vessel_of_propane(kPlantAmbient_Pa + 21e5, "liquefied");
  BOOST_TEST(rate_through(padded, "vessel.small.jet_fire") * 0.60 / 0.62 == 0.5588,
             boost::test_tools::tolerance(5.0 * kPercent));
  const Plant vapour = vessel_of_propane(10.03e5, "gas");
  BOOST_TEST(rate_through(vapour, "vessel.small.jet_fire") * 0.88 == 0.04917,
             boost::test_tools::tolerance(10.0 * kPercent));
}

// FERA: gas at 450 psi through 5, 30 and 152.4 mm: 0.1169, 4.211, 108.671 kg/s; through 100 mm 46.8, where 467.889 is printed.
BOOST_AUTO_TEST_CASE(fera_rates_grow_with_the_square_of_the_hole) {
  Plant plant = vessel_of_propane(8e5, "gas");
  plant.study.units.front().details.connection_m = 0.2;
  const double unit = rate_through(plant, "vessel.small.jet_fire") / 0.1169;
  BOOST_TEST(rate_through(plant, "vessel.large.jet_fire") / unit == 46.8, boost::test_tools::tolerance(kPercent));
  for (FrequencyClass& of : plant.data.packs.chain.front().classes) {
    if (of.id != "pressure_vessel") continue;
    of.cases[1].hole_m = 0.03;
    of.cases[2].hole_m = 0.1524;
  }
  BOOST_TEST(rate_through(plant, "vessel.medium.jet_fire") / unit == 4.211, boost::test_tools::tolerance(kPercent));
  BOOST_TEST(rate_through(plant, "vessel.large.jet_fire") / unit == 108.671, boost::test_tools::tolerance(kPercent));
}

// Taveau 2011: five tanks with fixed roofs, 1e8 years, some 10,000 fires.
BOOST_AUTO_TEST_CASE(five_fixed_roofs_burn_once_in_ten_thousand_years) {
  Plant plant;
  for (int i = 0; i < 5; ++i) {
    Unit& tank = plant.add(UnitKind::atmospheric_tank, "methanol", 500.0);
    tank.details.containment = "固定顶";
    tank.diameter_m = 10.0;
  }
  const Generation made = plant.run();
  double sum = 0.0;
  for (const Scenario& one : made.scenarios) {
    if (!one.case_id.starts_with("roof.")) continue;
    BOOST_TEST((one.kind == ScenarioKind::pool_fire));
    BOOST_TEST(one.pool_diameter_m.value() == 10.0, boost::test_tools::tolerance(1e-5));
    sum += one.frequency_per_year;
  }
  BOOST_TEST(sum == 1e-4, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_floating_roof_burns_at_its_rim_alone) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "methanol", 500.0).details.containment = "内浮顶";
  plant.add(UnitKind::atmospheric_tank, "sulfuric_acid", 500.0).details.containment = "固定顶";
  const Generation made = plant.run();
  for (const Scenario& one : made.scenarios) BOOST_TEST(!one.case_id.starts_with("roof."));
  BOOST_TEST(remarked(made.traces.front(), "rim_fire"));
  BOOST_TEST(!remarked(made.traces.front(), "detail_not_used"));
}

BOOST_AUTO_TEST_SUITE_END()
