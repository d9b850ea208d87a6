// The small-wind form against the integral over puffs that it comes from.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>

#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/gaussian_puff.hpp"
#include "models/dispersion/vertical_term.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kPi = 3.14159265358979323846;

// Puffs of every age T, by quadrature over ln T. a, b: growth of sigma across and up, in m/s.
double by_quadrature(double a, double b, double u, double h, double lid, double x, double y, double z) {
  const auto puff = [&](double log_age) {
    const double age = std::exp(log_age);
    const double s = a * age;
    const double sz = b * age;
    const double vertical =
        lid > 0.0 ? (sz > 0.7 * lid ? vertical_term_cosines(sz, h, lid, z) : vertical_term_images(sz, h, lid, z))
                  : std::exp(-0.5 * std::pow((z - h) / sz, 2)) + std::exp(-0.5 * std::pow((z + h) / sz, 2));
    const double r2 = (x - u * age) * (x - u * age) + y * y;
    return age * std::exp(-0.5 * r2 / (s * s)) * vertical / (std::pow(2.0 * kPi, 1.5) * s * s * sz);
  };
  return integrate(puff, std::log(1e-2), std::log(1e16), 1e-12);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(small_wind)

BOOST_AUTO_TEST_CASE(is_the_integral_over_puffs) {
  for (const double u : {0.0, 0.2, 0.4}) {
    for (const double lid : {0.0, 100.0}) {
      Weather weather{.wind_speed_m_s = u, .stability = Stability::D};
      if (lid > 0.0) weather.mixing_height_m = lid;
      const GaussianPlume plume({2.0, 15.0}, weather);
      for (const double x : {-400.0, -20.0, 0.0, 50.0, 1000.0, 8000.0}) {
        for (const double y : {0.0, 60.0}) {
          for (const double z : {0.0, 2.0, 90.0}) {
            const double expected = 2.0 * by_quadrature(0.47, 0.12, u, 15.0, lid, x, y, z);
            BOOST_TEST_CONTEXT("u " << u << " lid " << lid << " at " << x << " " << y << " " << z) {
              BOOST_TEST(plume.concentration_kg_m3(x, y, z) == expected, tolerance(1e-8));
            }
          }
        }
      }
    }
  }
}

// The form printed in GB/T 13201-91 for a receptor at the ground:
// 2 Q/((2 pi)^1.5 g02 eta^2) G, eta^2 = x^2 + y^2 + (g01/g02)^2 h^2, G = e^(-u^2/2 g01^2) (1 + sqrt(2 pi) s e^(s^2/2) Phi(s)).
BOOST_AUTO_TEST_CASE(printed_form_at_the_ground) {
  const double u = 0.3;
  const double g01 = 0.44;
  const double g02 = 0.05;
  const GaussianPlume plume({1.0, 5.0}, {.wind_speed_m_s = u, .stability = Stability::F});
  const double x = 200.0;
  const double y = -30.0;
  const double eta2 = x * x + y * y + std::pow(g01 / g02 * 5.0, 2);
  const double s = u * x / (g01 * std::sqrt(eta2));
  const double phi = 0.5 * std::erfc(-s / std::sqrt(2.0));
  const double g =
      std::exp(-u * u / (2.0 * g01 * g01)) * (1.0 + std::sqrt(2.0 * kPi) * s * std::exp(s * s / 2.0) * phi);
  BOOST_TEST(plume.concentration_kg_m3(x, y, 0.0) == 2.0 / (std::pow(2.0 * kPi, 1.5) * g02 * eta2) * g,
             tolerance(1e-13));
}

BOOST_AUTO_TEST_CASE(trap_calm_below_half_a_metre_per_second) {
  const PlumeOptions options{SigmaSet::gbt13201, TransportWind::as_given, std::nullopt};
  const GaussianPlume calm({1.0, 0.0}, {.wind_speed_m_s = 0.4999, .stability = Stability::E}, options);
  const GaussianPlume windy({1.0, 0.0}, {.wind_speed_m_s = 0.5, .stability = Stability::E}, options);
  BOOST_TEST(calm.calm());
  BOOST_TEST(!windy.calm());
  BOOST_TEST(calm.warnings() == std::vector<std::string>{"calm_small_wind"});
  BOOST_TEST(windy.warnings().empty());
  BOOST_TEST(calm.concentration_kg_m3(-30.0, 0.0, 0.0) > 0.0);
  BOOST_TEST(calm.concentration_kg_m3(-30.0, 0.0, 0.0) < calm.concentration_kg_m3(30.0, 0.0, 0.0));
  BOOST_TEST(std::isfinite(calm.concentration_kg_m3(0.0, 0.0, 0.0)));
}

// Ahead of the source the two forms differ by a factor of fifty and more at 0.5 m/s.
BOOST_AUTO_TEST_CASE(no_answer_jumps_where_the_plume_takes_over) {
  constexpr double kSpeedStep_m_s = 0.001;
  for (const Stability stability : {Stability::A, Stability::D, Stability::F}) {
    for (const double x : {50.0, 300.0, 2000.0}) {
      const auto answers = [&](double u) {
        const Weather weather{.wind_speed_m_s = u, .stability = stability};
        return std::array{GaussianPlume({1.0, 2.0}, weather).concentration_kg_m3(x, 0.0, 1.0),
                          GaussianPuff(1.0, 2.0, weather).peak_kg_m3(x, 0.0, 1.0),
                          FiniteRelease(1.0, 600.0, 2.0, weather).peak_kg_m3(x, 0.0, 1.0)};
      };
      const auto calm = answers(0.395);
      const auto windy = answers(0.505);
      auto before = calm;
      for (double u = 0.395; u < 0.505; u += kSpeedStep_m_s) {
        const auto now = answers(u);
        for (std::size_t i = 0; i < now.size(); ++i) {
          BOOST_TEST(std::abs(now[i] - before[i]) < 0.03 * std::fmax(calm[i], windy[i]),
                     "at " << u << " m/s, form " << i << " at " << x);
        }
        before = now;
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_plume_takes_over_where_its_wind_begins) {
  const auto at = [](double u) {
    return GaussianPlume({1.0, 2.0}, {.wind_speed_m_s = u, .stability = Stability::F})
        .concentration_kg_m3(200.0, 0.0, 1.0);
  };
  BOOST_TEST(at(0.5 - 1e-9) == at(0.5), tolerance(1e-6));
  BOOST_TEST(calm_share(0.4) == 1.0);
  BOOST_TEST(calm_share(0.45) == 0.5, tolerance(1e-9));
  BOOST_TEST(calm_share(0.5) == 0.0);
}

BOOST_AUTO_TEST_CASE(no_wind_at_all_is_the_same_all_around) {
  const GaussianPlume plume({1.0, 2.0}, {.wind_speed_m_s = 0.0, .stability = Stability::F});
  const double east = plume.concentration_kg_m3(100.0, 0.0, 1.0);
  BOOST_TEST(east > 0.0);
  BOOST_TEST(plume.concentration_kg_m3(-100.0, 0.0, 1.0) == east);
  BOOST_TEST(plume.concentration_kg_m3(0.0, 100.0, 1.0) == east);
}

BOOST_AUTO_TEST_CASE(nothing_above_the_lid_in_calm_air) {
  const GaussianPlume plume({1.0, 2.0}, {.wind_speed_m_s = 0.1, .stability = Stability::F, .mixing_height_m = 50.0});
  BOOST_TEST(plume.concentration_kg_m3(100.0, 0.0, 49.0) > 0.0);
  BOOST_TEST(plume.concentration_kg_m3(100.0, 0.0, 51.0) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
