// A flame's radiation from a table.
#include "models/fire/radiation_map.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

using namespace sise;

namespace {

using Direct = std::function<double(double, double)>;

struct Agreement {
  double worst = 0.0;
  std::size_t inside_differs = 0;  ///< one says NaN and the other does not
};

/// On a grid from `reach_m` to the other side, finer near the flame.
Agreement compare(const RadiationMap& map, const Direct& direct, double reach_m) {
  std::vector<double> x, y;
  for (int i = -40; i <= 40; ++i) {
    for (int j = 0; j <= 40; ++j) {
      x.push_back(reach_m * std::copysign(std::pow(std::abs(i) / 40.0, 2.0), i) + 0.37);
      y.push_back(reach_m * std::pow(j / 40.0, 2.0));
    }
  }
  std::vector<double> found(x.size());
  map.radiations_w_m2(x, y, found);
  Agreement agreement;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double exact = direct(x[i], y[i]);
    if (std::isnan(exact) != std::isnan(found[i])) ++agreement.inside_differs;
    if (!std::isnan(exact)) agreement.worst = std::fmax(agreement.worst, std::abs(found[i] / exact - 1.0));
  }
  return agreement;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(radiation_map)

BOOST_AUTO_TEST_CASE(pool_fires_are_within_half_a_per_cent) {
  const Transmissivity humid(TransmissivityFormula::bagster, 0.7, 293.15);
  for (const double wind_m_s : {0.0, 3.0, 10.0}) {
    for (const double diameter_m : {3.0, 40.0}) {
      const PoolFire fire({diameter_m, 0.055}, {wind_m_s, 293.15, 101325.0, 1.5e-5}, {}, humid);
      for (const Receiver receiver : kReceivers) {
        const Direct direct = [&](double x_m, double y_m) {
          double value = 0.0;
          fire.radiations_around_w_m2({&x_m, 1}, {&y_m, 1}, receiver, {&value, 1});
          return value;
        };
        const Agreement agreement = compare(RadiationMap(fire, receiver), direct, 1500.0);
        BOOST_TEST(agreement.worst < 5e-3);
        BOOST_TEST(agreement.inside_differs == 0U);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(jet_fires_are_within_half_a_per_cent) {
  for (const double angle_deg : {0.0, 45.0, 90.0, 150.0}) {
    for (const double height_m : {1.0, 10.0}) {
      const ChamberlainJet jet({.rate_kg_s = 10.0,
                                .jet_velocity_m_s = 250.0,
                                .jet_angle_deg = angle_deg,
                                .height_m = height_m,
                                .molar_mass_kg_mol = 0.016,
                                .heat_of_combustion_J_kg = 50e6,
                                .jet_density_kg_m3 = 0.67},
                               {5.0, 1.2});
      const Direct direct = [&](double x_m, double y_m) {
        return jet.radiation_around_w_m2(x_m, y_m, Receiver::facing);
      };
      const Agreement agreement = compare(RadiationMap(jet, Receiver::facing), direct, 1500.0);
      BOOST_TEST(agreement.worst < 5e-3, "angle " << angle_deg << ", height " << height_m << ": " << agreement.worst);
      BOOST_TEST(agreement.inside_differs == 0U);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
