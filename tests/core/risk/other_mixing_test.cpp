// Dense clouds mixed as another model has it: those alone, and nothing else of a unit.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/accidents/dispersion.hpp"
#include "core/risk/other_mixing.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::vector<Air> calm_airs{{Stability::D, 4.0, 0.6}, {Stability::F, 1.5, 0.4}};

RiskCase leak_by(std::string_view dispersion) {
  RiskCase c = toxic_case("leak", 1e-4, 5.0, chlorine);
  c.toxic->dispersion = dispersion;
  c.toxic->gas = {.molar_mass_kg_mol = 0.0709, .temperature_K = 293.15, .density_kg_m3 = 2.95};
  return c;
}

RiskCase fire_by(std::string_view dispersion) {
  FlashFireEvent event{propane_release(5.0)};
  event.release.dispersion = dispersion;
  event.release.gas = {.molar_mass_kg_mol = 0.0441, .temperature_K = 293.15, .density_kg_m3 = 1.83};
  return effect_case(1e-5, {event});
}

double risk_of(const RiskModel& model, std::size_t unit, Point place) { return model.risk_at(place, {&unit, 1}); }

}  // namespace

BOOST_AUTO_TEST_SUITE(other_mixing)

BOOST_AUTO_TEST_CASE(concerns_dense_clouds_alone) {
  const RiskModel model(
      inputs_with(rose_of(calm_airs),
                  {unit_at("leak", {0.0, 0.0}, {leak_by(dense_dispersion)}),
                   unit_at("passive", {0.0, 0.0}, {leak_by(passive_dispersion), explosion_case("e", 1e-6, 500.0)}),
                   unit_at("fire", {0.0, 0.0}, {effect_case(1e-6, {jet_fire()}), fire_by(dense_dispersion)})}));
  const OtherMixing mixing(model);
  BOOST_TEST(mixing.concerns(0));
  BOOST_TEST(!mixing.concerns(1));
  BOOST_TEST(mixing.concerns(2));
}

// The same district with every dense cloud carried by the other model from the start says the same; what stands still stays.
BOOST_AUTO_TEST_CASE(is_the_risk_that_the_other_model_gives) {
  const auto district = [](std::string_view dispersion) {
    RiskUnit line = unit_at("line", {600.0, 0.0}, {leak_by(dispersion)});
    line.along = {{{560.0, 0.0}, 0.0}, {{600.0, 0.0}, 0.0}, {{640.0, 0.0}, 0.0}};
    return inputs_with(
        rose_of(calm_airs),
        {unit_at("tank", {0.0, 0.0}, {leak_by(dispersion), fire_by(dispersion), explosion_case("e", 1e-6, 90000.0)}),
         line});
  };
  const RiskModel model(district(dense_dispersion));
  const RiskModel other(district(dense_mixed_otherwise));
  const OtherMixing mixing(model);
  double farthest_apart = 1.0;
  for (const double r : {20.0, 150.0, 290.0, 700.0, 1500.0, 3000.0}) {
    for (const std::size_t unit : {std::size_t{0}, std::size_t{1}}) {
      const Point place{0.6 * r, 0.8 * r};
      const double expected = risk_of(other, unit, place);
      BOOST_TEST(mixing.risk_at(unit, place) == expected, boost::test_tools::tolerance(1e-6));
      farthest_apart = std::max(farthest_apart, expected / risk_of(model, unit, place));
    }
  }
  BOOST_TEST(farthest_apart > 1.05);  // the option does something
  BOOST_TEST(mixing.bytes() > 0U);
}

BOOST_AUTO_TEST_CASE(nothing_is_kept_where_no_cloud_is_dense) {
  const RiskModel model(
      inputs_with(rose_of(calm_airs), {unit_at("passive", {0.0, 0.0}, {leak_by(passive_dispersion)})}));
  BOOST_TEST(OtherMixing(model).bytes() == 0U);
}

BOOST_AUTO_TEST_CASE(projects_may_not_choose_what_only_compares) {
  const std::vector<std::string> choices = dispersion_choices();
  BOOST_TEST(std::count(choices.begin(), choices.end(), std::string(dense_mixed_otherwise)) == 0);
  BOOST_TEST(std::count(choices.begin(), choices.end(), std::string(dense_dispersion)) == 1);
  BOOST_TEST(chosen_dispersion(auto_dispersion, true) == std::string(dense_dispersion));
  BOOST_TEST(is_for_heavy_gas(dense_mixed_otherwise));
}

BOOST_AUTO_TEST_SUITE_END()
