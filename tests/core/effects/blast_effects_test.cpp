#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/effects/effect.hpp"
#include "models/explosion/multi_energy.hpp"
#include "models/explosion/tnt.hpp"

using namespace sise;

namespace {

Weather air() {
  Weather weather;
  weather.wind_speed_m_s = 3.0;
  return weather;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(blast_effects)

BOOST_AUTO_TEST_CASE(charge_on_the_source_follows_the_curve) {
  EffectOptions options;
  options.blast_curve = BlastCurve::kingery_bulmash_hemispherical;
  const auto effect = prepare_effect(BlastEvent{1000.0}, air(), options);
  BOOST_TEST((effect->axis() == EffectAxis::round));
  BOOST_TEST(effect->value(60.0, 80.0) == overpressure_pa(options.blast_curve, 1000.0, 100.0));
  BOOST_TEST(effect->value(0.0, 0.0) > 1e6);           // nearer than the fit: the value at its edge
  BOOST_TEST(std::isnan(effect->value(1000.0, 0.0)));  // Z = 100, beyond the fit
}

BOOST_AUTO_TEST_CASE(cloud_of_a_stated_class_is_multi_energy) {
  const CloudExplosionEvent event{.flammable_mass_kg = 500.0, .heat_of_combustion_J_kg = 46e6, .blast_class = 7};
  const auto effect = prepare_effect(event, air(), {});
  const MultiEnergy model(500.0 * 46e6, 7);
  BOOST_TEST(effect->value(0.0, 90.0) == model.overpressure_pa(90.0));
  BOOST_TEST(effect->value(0.0, 0.0) == 101325.0, boost::test_tools::tolerance(1e-6));  // class 7: the plateau
}

BOOST_AUTO_TEST_CASE(cloud_without_a_class_is_tnt_after_chinese_practice) {
  const CloudExplosionEvent event{.flammable_mass_kg = 1000.0, .heat_of_combustion_J_kg = 45.2e6};
  // 0.04 x 1000 x 45.2e6 / 4.52e6 = 400 kg; gb6722 holds the ground factor, a free-air curve takes 1.8 x 400 kg.
  const auto ground = prepare_effect(event, air(), {});
  BOOST_TEST(ground->value(100.0, 0.0) == overpressure_pa(BlastCurve::gb6722, 400.0, 100.0),
             boost::test_tools::tolerance(1e-12));
  EffectOptions free_air;
  free_air.blast_curve = BlastCurve::sadovsky;
  const auto raised = prepare_effect(event, air(), free_air);
  BOOST_TEST(raised->value(100.0, 0.0) == overpressure_pa(BlastCurve::sadovsky, 720.0, 100.0),
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
