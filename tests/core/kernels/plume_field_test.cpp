#include "core/kernels/plume_field.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>

#include "core/accidents/dispersion.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(plume_field)

BOOST_AUTO_TEST_CASE(what_nobody_asks_below_changes_nothing_above) {
  constexpr std::size_t kRings = 120;
  constexpr std::size_t kPanels = 96;
  GasState gas;
  gas.density_kg_m3 = 2.9;
  Weather weather;
  weather.wind_speed_m_s = 2.0;
  weather.stability = Stability::D;
  for (const auto model : {passive_dispersion, dense_dispersion}) {
    const double lowest = -14.0;  // ln of some 1 mg/m3
    const GasSource source{.rate_kg_s = 2.0, .height_m = 1.0, .gas = gas};
    DispersionOptions options;
    const auto whole = concentration_field(model, source, weather, options);
    options.least_kg_m3 = std::exp(lowest);
    const auto followed = concentration_field(model, source, weather, options);
    const PlumeField all(*whole, kRings, kPanels);
    const PlumeField asked(*followed, kRings, kPanels, lowest);
    BOOST_REQUIRE(all.panels() == asked.panels());
    std::size_t compared = 0;
    for (std::size_t ring = 0; ring < kRings; ++ring) {
      BOOST_TEST(all.panels_above(ring, lowest) == asked.panels_above(ring, lowest));
      for (std::size_t k = 0; k < all.panels_above(ring, lowest); ++k) {
        BOOST_TEST(all.ring(ring)[k] == asked.ring(ring)[k], boost::test_tools::tolerance(1e-3F));
        ++compared;
      }
    }
    BOOST_TEST(compared > kRings);
  }
}

BOOST_AUTO_TEST_CASE(panels_above_a_level_end_at_its_last_node) {
  Weather weather;
  weather.wind_speed_m_s = 3.0;
  weather.stability = Stability::F;
  const auto field = concentration_field(passive_dispersion, {.rate_kg_s = 1.0, .height_m = 2.0}, weather, {});
  const PlumeField plume(*field, 100, 64);
  for (std::size_t ring = 1; ring < 100; ring += 7) {
    for (const double level : {-40.0, -25.0, -16.0, -9.0}) {
      std::size_t last = 0;
      for (std::size_t k = 0; k < plume.ring(ring).size(); ++k) {
        if (static_cast<double>(plume.ring(ring)[k]) >= level) last = k + 1;
      }
      BOOST_TEST(plume.panels_above(ring, level) == std::min(last, plume.panels()));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
