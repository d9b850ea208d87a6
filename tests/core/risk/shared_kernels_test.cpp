// A model beside another of the same run: what is the same is taken over, and nothing that anybody is told changes.
#include <boost/test/unit_test.hpp>
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
                                     unit_at("store", {200.0, -500.0}, {explosion_case("e", 1e-6, 500.0)})});
}

/// One tank less, the cold one elsewhere, the spheres half as often, and a tank that leaks faster.
RiskInputs changed() {
  RiskInputs inputs = district();
  inputs.units.erase(inputs.units.begin());
  inputs.units[0].source = {300.0, 900.0};
  inputs.units[0].convergence_deg = 1.5;
  for (RiskCase& c : inputs.units[1].cases) c.frequency_per_year *= 0.5;
  inputs.units.push_back(unit_at("faster", {50.0, 60.0}, {toxic_case("t", 1e-4, 9.0, chlorine), dense_case(6.0)}));
  return inputs;
}

std::vector<double> risks(const RiskModel& model) {
  std::vector<double> all;
  for (double x = -1500.0; x <= 1500.0; x += 130.0) {
    for (double y = -1500.0; y <= 1500.0; y += 170.0) {
      for (const std::size_t unit : model.all_units()) all.push_back(model.risk_at({x, y}, {&unit, 1}));
    }
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shared_kernels)

BOOST_AUTO_TEST_CASE(a_model_beside_another_gives_the_bytes_that_it_gives_alone) {
  const RiskModel alone(changed());
  const RiskModel first(district());
  const RiskModel beside(changed(), {}, &first);
  BOOST_TEST(risks(beside) == risks(alone), boost::test_tools::per_element());
  BOOST_TEST(beside.kernels().shared() == 2U);  // the cold tank and the store
  BOOST_TEST(beside.kernel(0) == first.kernel(1));
  BOOST_TEST(beside.kernel(2) == first.kernel(3));
  BOOST_TEST(beside.kernels().distinct() == alone.kernels().distinct());
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

BOOST_AUTO_TEST_CASE(where_nothing_may_be_held_the_bytes_are_the_same) {
  const RiskModel alone(changed());
  const RiskModel first(district(), {1, 0});
  const RiskModel beside(changed(), {1, 0}, &first);
  BOOST_TEST(risks(beside) == risks(alone), boost::test_tools::per_element());
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
    BOOST_TEST(risks(beside) == risks(alone), boost::test_tools::per_element());
  };
  all_its_own(with([](RiskInputs& inputs) { inputs.rose = rose_of(airs, 30.0); }));
  all_its_own(with([](RiskInputs& inputs) { inputs.ambient.temperature_K += 10.0; }));
  all_its_own(with([](RiskInputs& inputs) { inputs.model.receptor_height_m = 1.5; }));
  all_its_own(with([](RiskInputs& inputs) { inputs.harm.lethal_overpressure_pa = 20000.0; }));
}

BOOST_AUTO_TEST_SUITE_END()
