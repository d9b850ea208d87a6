// Which wind carries the plume.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/plume_height.hpp"
#include "models/numeric/lanes.hpp"
#include "models/numeric/quadrature.hpp"
#include "tests/models/dispersion/reference_plume.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

GaussianPlume with(TransportWind wind, double height, const Weather& weather, SigmaSet set = SigmaSet::briggs_rural) {
  return {{1.0, height}, weather, {set, wind, std::nullopt}};
}

double mean_height(double h, double sigma) {
  std::array<double, kLanes> inverse{};
  inverse.fill(1.0 / (sigma * sigma));
  std::array<double, kLanes> out{};
  mean_plume_height(h, inverse, out);
  return out.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(transport_wind)

BOOST_AUTO_TEST_CASE(names) {
  for (const TransportWind wind : {TransportWind::profile, TransportWind::release_height, TransportWind::as_given}) {
    BOOST_TEST((transport_wind_from(name_of(wind)) == wind));
  }
  BOOST_TEST(!transport_wind_from("Profile").has_value());
}

BOOST_AUTO_TEST_CASE(mean_height_is_the_first_moment) {
  for (const double h : {0.0, 3.0, 40.0}) {
    for (const double sigma : {2.0, 25.0, 300.0}) {
      const auto density = [&](double z) {
        return (std::exp(-0.5 * std::pow((z - h) / sigma, 2)) + std::exp(-0.5 * std::pow((z + h) / sigma, 2))) /
               (std::sqrt(2.0 * std::acos(-1.0)) * sigma);
      };
      const double moment = integrate([&](double z) { return z * density(z); }, 0.0, h + 12.0 * sigma, 1e-12);
      BOOST_TEST(mean_height(h, sigma) == moment, tolerance(1e-11));
    }
  }
}

BOOST_AUTO_TEST_CASE(as_given_is_the_number) {
  const GaussianPlume plume =
      with(TransportWind::as_given, 80.0, {.wind_speed_m_s = 3.3, .stability = Stability::F, .wind_height_m = 25.0});
  BOOST_TEST(plume.transport_wind_m_s(10.0) == 3.3);
  BOOST_TEST(plume.transport_wind_m_s(9000.0) == 3.3);
}

BOOST_AUTO_TEST_CASE(release_height_counts_at_least_ten_metres) {
  const Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::F};
  BOOST_TEST(with(TransportWind::release_height, 1.0, weather).transport_wind_m_s(500.0) == 2.0);
  BOOST_TEST(with(TransportWind::release_height, 40.0, weather).transport_wind_m_s(500.0) == 2.0 * std::pow(4.0, 0.55),
             tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(profile_follows_the_mean_height) {
  const Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::F};
  const GaussianPlume plume = with(TransportWind::profile, 1.0, weather);
  for (const double x : {100.0, 1000.0, 10000.0}) {
    const double height = std::max(2.0, mean_height(1.0, plume.sigma_z_m(x)));
    const double expected = 2.0 * std::pow(height / 10.0, 0.55);
    BOOST_TEST(plume.transport_wind_m_s(x) == expected, tolerance(1e-13));
    const double c =
        static_cast<double>(reference::plume(plume.sigma_y_m(x), plume.sigma_z_m(x), expected, 1.0, 0.0, 3.0, 1.5));
    BOOST_TEST(plume.concentration_kg_m3(x, 3.0, 1.5) == c, tolerance(1e-12));
  }
  BOOST_TEST(plume.transport_wind_m_s(1.0) == 2.0 * std::pow(0.2, 0.55), tolerance(1e-13));  // 2 m at least
  // At 100 m the choice of wind is worth a factor of two to three in class F.
  const double ratio = 2.0 / plume.transport_wind_m_s(100.0);
  BOOST_TEST(ratio > 2.0);
  BOOST_TEST(ratio < 3.0);
}

BOOST_AUTO_TEST_CASE(profile_limits) {
  Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::D, .roughness_m = 1.0, .mixing_height_m = 60.0};
  const GaussianPlume plume = with(TransportWind::profile, 0.0, weather);
  BOOST_TEST(plume.transport_wind_m_s(1.0) == 2.0 * std::pow(0.5, 0.15), tolerance(1e-13));      // 5 roughness lengths
  BOOST_TEST(plume.transport_wind_m_s(20000.0) == 2.0 * std::pow(3.0, 0.15), tolerance(1e-13));  // half the lid
}

BOOST_AUTO_TEST_CASE(exponents_go_with_the_curves) {
  const auto exponent = [](SigmaSet set, Stability stability) {
    const GaussianPlume plume =
        with(TransportWind::release_height, 100.0, {.wind_speed_m_s = 1.0, .stability = stability}, set);
    return std::log10(plume.transport_wind_m_s(1.0));
  };
  BOOST_TEST(exponent(SigmaSet::pasquill_gifford, Stability::E) == 0.35, tolerance(1e-12));
  BOOST_TEST(exponent(SigmaSet::briggs_urban, Stability::E) == 0.30, tolerance(1e-12));
  BOOST_TEST(exponent(SigmaSet::gbt13201, Stability::E) == 0.25, tolerance(1e-12));
  BOOST_TEST(exponent(SigmaSet::briggs_rural, Stability::DE) == 0.25, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(interpolated_class_is_said) {
  using Codes = std::vector<std::string>;
  const auto codes = [](SigmaSet set, Stability stability, TransportWind wind) {
    return with(wind, 10.0, {.wind_speed_m_s = 2.0, .stability = stability}, set).warnings();
  };
  BOOST_TEST(codes(SigmaSet::briggs_rural, Stability::D, TransportWind::profile) == Codes{});
  BOOST_TEST(codes(SigmaSet::briggs_rural, Stability::BC, TransportWind::as_given) == Codes{"interpolated_class"});
  BOOST_TEST(codes(SigmaSet::gbt13201, Stability::BC, TransportWind::as_given) == Codes{});
  BOOST_TEST(codes(SigmaSet::gbt13201, Stability::BC, TransportWind::profile) == Codes{"interpolated_class"});
  BOOST_TEST(codes(SigmaSet::gbt13201, Stability::EF, TransportWind::as_given) == Codes{"interpolated_class"});
}

BOOST_AUTO_TEST_SUITE_END()
