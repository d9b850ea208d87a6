// A model beside another of the same run: what is the same is taken over, and nothing that anybody is told changes.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "core/risk/risk_model.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::vector<Air> airs{{Stability::D, 4.0, 0.7}, {Stability::F, 1.5, 0.3}};

RiskCase dense_case(double rate_kg_s) {
  RiskCase c = toxic_case("dense", 1e-4, rate_kg_s, chlorine);
  c.toxic->dispersion = dense_dispersion;
  c.toxic->gas.molar_mass_kg_mol = 0.0709;
  c.toxic->gas.temperature_K = 293.15;
  c.toxic->gas.density_kg_m3 = 2.95;
  return c;
}

RiskInputs district() {
  return inputs_with(rose_of(airs), {unit_at("tank", {0.0, 0.0}, {toxic_case("t", 1e-4, 5.0, chlorine)}),
                                     unit_at("cold tank", {700.0, 100.0}, {dense_case(4.0)}),
                                     unit_at("spheres", {-400.0, 300.0},
                                             {effect_case(1e-5, {flash_fire()}), effect_case(2e-6, {cloud_explosion()}),
                                              effect_case(1e-5, {jet_fire()}), effect_case(1e-6, {fireball()})}),
                                     unit_at("store", {200.0, -500.0}, {explosion_case("e", 1e-6, 500.0)}),
                                     unit_at("often", {10.0, 20.0}, {toxic_case("o", 1e-2, 3.0, chlorine)})});
}

/// One tank less, the cold one elsewhere, the spheres half as often, and tanks that leak slower and faster.
RiskInputs changed() {
  RiskInputs inputs = district();
  inputs.units.erase(inputs.units.begin());
  inputs.units[0].source = {300.0, 900.0};
  inputs.units[0].convergence_deg = 1.5;
  for (RiskCase& c : inputs.units[1].cases) c.frequency_per_year *= 0.5;
  inputs.units.push_back(unit_at("slower", {-250.0, 160.0}, {toxic_case("t", 1e-4, 2.0, chlorine)}));
  inputs.units.push_back(unit_at("faster", {50.0, 60.0}, {toxic_case("t", 1e-9, 9.0, chlorine), dense_case(6.0)}));
  return inputs;
}

/// A plume that more accidents share is followed a little farther out than anyone dies of: nothing else may differ.
void check_same_risks(const RiskModel& one, const RiskModel& other) {
  std::size_t compared = 0;
  for (double x = -1500.0; x <= 1500.0; x += 130.0) {
    for (double y = -1500.0; y <= 1500.0; y += 170.0) {
      for (const std::size_t unit : one.all_units()) {
        const double risk = one.risk_at({x, y}, {&unit, 1});
        BOOST_TEST(std::abs(other.risk_at({x, y}, {&unit, 1}) - risk) <= 1e-7 * risk);
        compared += risk > 1e-12 ? 1U : 0U;
      }
    }
  }
  BOOST_TEST(compared > 300U);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shared_kernels)

BOOST_AUTO_TEST_CASE(a_model_beside_another_says_what_it_says_alone) {
  const RiskModel alone(changed());
  const RiskModel first(district());
  const RiskModel beside(changed(), {}, &first);
  check_same_risks(alone, beside);
  BOOST_TEST(beside.kernels().shared() == 3U);  // the cold tank, the store and what leaks often
  BOOST_TEST(beside.kernel(0) == first.kernel(1));
  BOOST_TEST(beside.kernel(2) == first.kernel(3));
  BOOST_TEST(beside.kernel(3) == first.kernel(4));
  BOOST_TEST(beside.kernels().distinct() == alone.kernels().distinct());
}

// Who counts deaths asks the plumes of units whose kernels are the other model's: one that leaks faster than all of
// them, and far more rarely, must not cut their plume short.
BOOST_AUTO_TEST_CASE(plumes_reach_as_far_as_every_unit_needs) {
  const RiskModel first(district());
  const RiskModel beside(changed(), {}, &first);
  const KernelBuilder& builder = beside.kernels().builder();
  std::size_t asked = 0;
  for (const RiskUnit& unit : beside.inputs().units) {
    const std::vector<ToxicCases> cases = toxic_cases(beside.inputs(), unit, builder.fields());
    const std::size_t rings = toxic_rings(cases, builder.fields(), builder.groups());
    for (const ToxicCases& carried : cases) {
      const PlumeField field = builder.fields().get(carried.field)->groups.front();
      BOOST_TEST(field.bytes() / sizeof(float) / (field.panels() + 1) >= rings + 2, unit.id);
      ++asked;
    }
  }
  BOOST_TEST(asked == 5U);
}

BOOST_AUTO_TEST_CASE(it_takes_memory_for_what_is_its_own_alone) {
  const RiskModel first(district());
  const RiskModel same(district(), {}, &first);
  BOOST_TEST(same.kernels().all_bytes() == 0U);
  BOOST_TEST(!same.kernels().holds_all());  // nobody has built them yet
  same.build_kernels(nullptr);
  BOOST_TEST(same.kernels().held_bytes() == 0U);
  BOOST_TEST(same.kernels().holds_all());
  BOOST_TEST(first.kernels().holds_all());
  BOOST_TEST(same.longest_reach_m() == first.longest_reach_m());
  const RiskModel more(changed(), {}, &first);
  BOOST_TEST(more.kernels().all_bytes() > 0U);
  BOOST_TEST(more.kernels().all_bytes() < first.kernels().all_bytes());
}

BOOST_AUTO_TEST_CASE(where_nothing_may_be_held_the_answers_are_the_same) {
  const RiskModel alone(changed());
  const RiskModel first(district(), {1, 0});
  const RiskModel beside(changed(), {1, 0}, &first);
  check_same_risks(alone, beside);
  BOOST_TEST(beside.kernels().held_bytes() == 0U);
}

BOOST_AUTO_TEST_CASE(in_other_surroundings_nothing_is_shared) {
  const auto with = [](auto change) {
    RiskInputs inputs = changed();
    change(inputs);
    return inputs;
  };
  const RiskModel first(district());
  const auto all_its_own = [&](const RiskInputs& inputs) {
    const RiskModel alone(inputs);
    const RiskModel beside(inputs, {}, &first);
    BOOST_TEST(beside.kernels().shared() == 0U);
    check_same_risks(alone, beside);
  };
  all_its_own(with([](RiskInputs& inputs) { inputs.rose = rose_of(airs, 30.0); }));
  all_its_own(with([](RiskInputs& inputs) { inputs.ambient.temperature_K += 10.0; }));
  all_its_own(with([](RiskInputs& inputs) { inputs.model.receptor_height_m = 1.5; }));
  all_its_own(with([](RiskInputs& inputs) { inputs.harm.lethal_overpressure_pa = 20000.0; }));
}

BOOST_AUTO_TEST_SUITE_END()
