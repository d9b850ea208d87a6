// Accidents share what is computed of them only where every value is the same.
#include "core/kernels/content_key.hpp"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>
#include <vector>

using namespace sise;

namespace {

RiskCase with(const EffectEvent& event) {
  RiskCase c;
  c.effects.push_back(event);
  return c;
}

/// Every change gives a key of its own.
template <class Event>
void check_told(const Event& event, const std::vector<std::function<void(Event&)>>& changes) {
  std::set<std::string> keys{effects_key(with(event))};
  BOOST_TEST(keys.contains(effects_key(with(event))));
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Event changed = event;
    changes[i](changed);
    BOOST_TEST(keys.insert(effects_key(with(changed))).second, "change " << i << " is not told");
  }
}

FlammableRelease release() { return {3.0, 600.0, 1.0, 0.04, 0.2}; }

template <class Event>
std::vector<std::function<void(Event&)>> changes_of_release() {
  return {[](Event& e) { e.gas()->rate_kg_s = 4.0; },
          [](Event& e) { e.gas()->duration_s = 4.0; },
          [](Event& e) { e.gas()->height_m = 4.0; },
          [](Event& e) { e.gas()->lfl_kg_m3 = 0.05; },
          [](Event& e) { e.gas()->ufl_kg_m3 = 0.3; },
          [](Event& e) { e.gas()->gas.density_kg_m3 = 2.0; },
          [](Event& e) { e.gas()->gas.heat.boiling_point_K = 231.0; },
          [](Event& e) { e.gas()->dispersion = dense_dispersion; }};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(content_key)

BOOST_AUTO_TEST_CASE(an_event_tells_every_value_that_it_has) {
  check_told<BlastEvent>({100.0}, {[](BlastEvent& e) { e.tnt_kg = 101.0; }});
  check_told<FireballEvent>({{.mass_kg = 100.0}}, {[](FireballEvent& e) { e.source.mass_kg = 101.0; },
                                                   [](FireballEvent& e) { e.source.heat_of_combustion_J_kg = 4e7; },
                                                   [](FireballEvent& e) { e.source.radiative_fraction = 0.1; },
                                                   [](FireballEvent& e) { e.source.emissive_power_w_m2 = 0.0; },
                                                   [](FireballEvent& e) { e.source.centre_height_m = 0.0; }});
  check_told<PoolFireEvent>(
      {{.diameter_m = 10.0}, 60.0},
      {[](PoolFireEvent& e) { e.source.diameter_m = 11.0; }, [](PoolFireEvent& e) { e.duration_s = 61.0; },
       [](PoolFireEvent& e) { e.source.burning_rate_kg_m2_s = 0.1; },
       [](PoolFireEvent& e) { e.source.heat_of_combustion_J_kg = 4e7; },
       [](PoolFireEvent& e) { e.source.radiative_fraction = 0.1; },
       [](PoolFireEvent& e) { e.source.soot_fraction = 0.1; },
       [](PoolFireEvent& e) { e.source.bright = BrightFlame{}; },
       [](PoolFireEvent& e) {
         e.source.bright = BrightFlame{4e4, 0.0};
       },
       [](PoolFireEvent& e) {
         e.source.bright = BrightFlame{4e4, 2.0};
       }});
  check_told<JetFireEvent>(
      {{.rate_kg_s = 5.0}, {}, 60.0},
      {[](JetFireEvent& e) { e.source.rate_kg_s = 6.0; }, [](JetFireEvent& e) { e.source.jet_velocity_m_s = 6.0; },
       [](JetFireEvent& e) { e.source.jet_angle_deg = 6.0; }, [](JetFireEvent& e) { e.source.height_m = 6.0; },
       [](JetFireEvent& e) { e.source.molar_mass_kg_mol = 6.0; },
       [](JetFireEvent& e) { e.source.heat_of_combustion_J_kg = 6.0; },
       [](JetFireEvent& e) { e.source.jet_density_kg_m3 = 6.0; },
       [](JetFireEvent& e) { e.source.radiative_fraction = 0.0; }, [](JetFireEvent& e) { e.bearing_deg = 0.0; },
       [](JetFireEvent& e) { e.duration_s = 61.0; }});
  check_told<FlashFireEvent>({release()}, changes_of_release<FlashFireEvent>());
  std::vector<std::function<void(CloudExplosionEvent&)>> changes = changes_of_release<CloudExplosionEvent>();
  changes.emplace_back([](CloudExplosionEvent& e) { e.release.reset(); });
  changes.emplace_back([](CloudExplosionEvent& e) { e.flammable_mass_kg = 0.0; });
  changes.emplace_back([](CloudExplosionEvent& e) { e.heat_of_combustion_J_kg = 0.0; });
  changes.emplace_back([](CloudExplosionEvent& e) { e.blast_class = 0; });
  check_told<CloudExplosionEvent>({.release = release(), .heat_of_combustion_J_kg = 4e7}, changes);
}

BOOST_AUTO_TEST_CASE(events_of_two_kinds_are_never_the_same) {
  const std::set<std::string> keys{effects_key(with(FlashFireEvent{release()})),
                                   effects_key(with(CloudExplosionEvent{.release = release()})),
                                   effects_key(with(BlastEvent{})), effects_key(with(FireballEvent{}))};
  BOOST_TEST(keys.size() == 4U);
}

BOOST_AUTO_TEST_CASE(how_often_counts_for_units_and_not_for_effects) {
  RiskUnit unit;
  unit.cases = {with(BlastEvent{50.0})};
  unit.cases.front().frequency_per_year = 1e-5;
  RiskUnit rarer = unit;
  rarer.cases.front().frequency_per_year = 1e-6;
  BOOST_TEST(unit_key(unit) != unit_key(rarer));
  BOOST_TEST(effects_key(unit.cases.front()) == effects_key(rarer.cases.front()));
  RiskUnit elsewhere = unit;
  elsewhere.id = "elsewhere";
  elsewhere.source = {100.0, 100.0};
  BOOST_TEST(unit_key(unit) == unit_key(elsewhere));
}

BOOST_AUTO_TEST_CASE(surroundings_are_wind_air_models_and_harm) {
  RiskInputs inputs;
  inputs.rose.rows = {{0.0, Stability::D, 4.0, 1.0}};
  const auto differs = [&](const std::function<void(RiskInputs&)>& change) {
    RiskInputs other = inputs;
    change(other);
    return !same_surroundings(inputs, other);
  };
  BOOST_TEST(!differs([](RiskInputs& other) { other.units.emplace_back(); }));
  BOOST_TEST(differs([](RiskInputs& other) { other.rose.rows.front().speed_m_s = 5.0; }));
  BOOST_TEST(differs([](RiskInputs& other) { other.ambient.roughness_m = 1.0; }));
  BOOST_TEST(differs([](RiskInputs& other) { other.model.averaging_time_s = 600.0; }));
  BOOST_TEST(differs([](RiskInputs& other) { other.harm.min_probability = 0.01; }));
}

BOOST_AUTO_TEST_SUITE_END()
