// The plume against the formula in long double: every set, class, distance and lid.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>

#include "models/atmosphere/stability.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "tests/models/dispersion/reference_plume.hpp"

namespace {

using namespace sise;

constexpr std::array<SigmaSet, 5> kSets{SigmaSet::briggs_rural, SigmaSet::briggs_urban, SigmaSet::pasquill_gifford,
                                        SigmaSet::gbt13201, SigmaSet::slade_puff};

double worst_error(SigmaSet set, Stability stability, double lid, double height) {
  Weather weather{.wind_speed_m_s = 3.0, .stability = stability};
  if (lid > 0.0) weather.mixing_height_m = lid;
  const GaussianPlume plume({0.1, height}, weather, {set, TransportWind::as_given, std::nullopt});
  const std::string set_name(name_of(set));
  const std::string cls(name_of(stability));
  double worst = 0.0;
  for (const double x : {50.0, 77.0, 100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 700.0, 1000.0, 1000.5, 2000.0,
                         3000.0, 4000.0, 7000.0, 10000.0, 15000.0, 20000.0}) {
    const long double sy = reference::sigma(set_name, true, cls, x);
    const long double sz = reference::sigma(set_name, false, cls, x);
    for (const double sigmas : {0.0, 0.7, 2.0, 5.0}) {
      const double y = sigmas * static_cast<double>(sy);
      for (const double z : {0.0, 1.5, 20.0, 100.0, 250.0}) {
        const long double expected = 0.1L * reference::plume(sy, sz, 3.0L, height, lid, y, z);
        const double got = plume.concentration_kg_m3(x, y, z);
        if (expected < 1e-290L) {
          worst = std::max(worst, got < 1e-289 ? 0.0 : 1.0);
          continue;
        }
        worst = std::max(worst, static_cast<double>(std::abs(static_cast<long double>(got) / expected - 1.0L)));
      }
    }
  }
  return worst;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plume_formula)

BOOST_AUTO_TEST_CASE(every_set_class_distance_and_lid) {
  for (const SigmaSet set : kSets) {
    for (int cls = 0; cls <= static_cast<int>(Stability::F); ++cls) {
      const auto stability = static_cast<Stability>(cls);
      for (const double lid : {0.0, 60.0, 320.0, 1000.0}) {
        for (const double height : {0.0, 1.0, 10.0, 60.0}) {
          BOOST_TEST_CONTEXT(name_of(set) << " " << name_of(stability) << " lid " << lid << " height " << height) {
            BOOST_TEST(worst_error(set, stability, lid, height) < 1e-10);
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(tiny_lid_far_away_is_uniform) {
  Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::A, .mixing_height_m = 50.0};
  const GaussianPlume plume({1.0, 20.0}, weather, {SigmaSet::pasquill_gifford, TransportWind::as_given, std::nullopt});
  const double sy = plume.sigma_y_m(20000.0);
  const double uniform = 1.0 / (std::sqrt(2.0 * std::acos(-1.0)) * 2.0 * sy * 50.0);
  BOOST_TEST(plume.sigma_z_m(20000.0) == 5000.0, boost::test_tools::tolerance(1e-14));
  BOOST_TEST(plume.concentration_kg_m3(20000.0, 0.0, 7.0) == uniform, boost::test_tools::tolerance(1e-13));
}

BOOST_AUTO_TEST_SUITE_END()
