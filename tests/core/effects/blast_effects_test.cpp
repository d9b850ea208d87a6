#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/effects/effect.hpp"
#include "core/effects/event_effects.hpp"
#include "models/dispersion/flammable_cloud.hpp"
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

BOOST_AUTO_TEST_CASE(cloud_of_a_release_explodes_around_its_flammable_centroid) {
  const FlammableRelease release{20.0, 1800.0, 1.0, 0.038, 0.18};
  const auto cloud = flammable_field(release, air(), {})->flammable_mass(release.lfl_kg_m3, release.ufl_kg_m3);
  BOOST_REQUIRE(cloud.has_value());
  const CloudExplosionEvent event{.release = release, .heat_of_combustion_J_kg = 46e6, .blast_class = 7};
  const auto effect = prepare_effect(event, air(), {});
  BOOST_TEST((effect->axis() == EffectAxis::wind));
  const MultiEnergy model(cloud->mass_kg * 46e6, 7);
  BOOST_TEST(effect->value(cloud->centre_m, 70.0) == model.overpressure_pa(70.0), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(effect->value(cloud->centre_m + 70.0, 0.0) == model.overpressure_pa(70.0),
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_stated_mass_replaces_the_computed_one_where_the_cloud_is) {
  const FlammableRelease release{20.0, 1800.0, 1.0, 0.038, 0.18};
  CloudExplosionEvent event{.release = release, .heat_of_combustion_J_kg = 46e6, .blast_class = 7};
  event.flammable_mass_kg = 300.0;
  const auto cloud = flammable_field(release, air(), {})->flammable_mass(release.lfl_kg_m3, release.ufl_kg_m3);
  BOOST_REQUIRE(cloud.has_value());
  const MultiEnergy model(300.0 * 46e6, 7);
  BOOST_TEST(prepare_effect(event, air(), {})->value(cloud->centre_m, 70.0) == model.overpressure_pa(70.0),
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(no_more_explodes_than_came_out) {
  FlammableRelease release{20.0, 1800.0, 1.0, 0.038, 0.18};
  const CloudExplosionEvent steady{.release = release, .heat_of_combustion_J_kg = 46e6, .blast_class = 7};
  release.duration_s = 0.5;
  const CloudExplosionEvent puff{.release = release, .heat_of_combustion_J_kg = 46e6, .blast_class = 7};
  const auto all = prepare_effect(steady, air(), {});
  const auto little = prepare_effect(puff, air(), {});
  BOOST_TEST(little->value(200.0, 0.0) < all->value(200.0, 0.0));
}

BOOST_AUTO_TEST_CASE(a_release_too_thin_to_burn_does_nothing) {
  const CloudExplosionEvent event{
      .release = FlammableRelease{1e-5, 1800.0, 20.0, 0.038, 0.18}, .heat_of_combustion_J_kg = 46e6, .blast_class = 7};
  BOOST_TEST(prepare_effect(event, air(), {}) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
