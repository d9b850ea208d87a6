// How closely and how far a dense cloud is followed, and its slices as a table.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "models/dispersion/dense_gas_slices.hpp"
#include "tests/models/dispersion/dense_gas_cases.hpp"

namespace sise {
namespace {

struct LimitCase {
  DenseSource source;
  Weather weather;
};

std::vector<LimitCase> limit_cases() {
  std::vector<LimitCase> cases;
  for (const DenseRelease release : {DenseRelease::pool, DenseRelease::horizontal_jet, DenseRelease::instantaneous}) {
    for (const double rate_kg_s : {0.3, 10.0}) {
      for (const Stability stability : {Stability::D, Stability::F}) {
        LimitCase one;
        one.source.release = release;
        one.source.rate_kg_s = rate_kg_s;
        one.source.mass_kg = 300.0 * rate_kg_s;
        if (rate_kg_s > 1.0) one.source.duration_s = 600.0;
        one.source.area_m2 = rate_kg_s / (2.95 * 2.0);
        one.source.height_m = release == DenseRelease::horizontal_jet ? 2.0 : 0.0;
        one.source.temperature_K = 239.1;
        one.source.liquid_fraction = release == DenseRelease::pool ? 0.0 : 0.5;
        one.weather.wind_speed_m_s = stability == Stability::D ? 4.0 : 2.0;
        one.weather.stability = stability;
        cases.push_back(one);
      }
    }
  }
  return cases;
}

DenseGas limited(const LimitCase& c, double least_kg_m3, double step_tolerance) {
  return {c.source,
          test::slab_chlorine(),
          c.weather,
          0.5,
          {.passive = DensePassive::curves, .least_kg_m3 = least_kg_m3, .step_tolerance = step_tolerance}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dense_gas_limits)

// Maps and zones take steps of 1e-4.
BOOST_AUTO_TEST_CASE(wider_steps_move_no_concentration_by_one_per_cent) {
  for (const LimitCase& c : limit_cases()) {
    const DenseGas fine = limited(c, 0.0, 1e-6);
    const DenseGas wide = limited(c, 0.0, 1e-4);
    for (const double x : {20.0, 60.0, 200.0, 600.0, 2000.0, 6000.0}) {
      const double expected = fine.concentration_kg_m3(x, 0.0, 1.0);
      if (!(expected > 1e-9)) continue;
      BOOST_TEST(wide.concentration_kg_m3(x, 0.0, 1.0) == expected, boost::test_tools::tolerance(0.01));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cloud_of_which_nobody_asks_for_less_ends_beyond_that_and_is_the_same_before) {
  constexpr double kLeast_kg_m3 = 0.05;
  for (const LimitCase& c : limit_cases()) {
    const DenseGas whole = limited(c, 0.0, 1e-5);
    const DenseGas part = limited(c, kLeast_kg_m3, 1e-5);
    BOOST_TEST(part.path().last_m() < whole.path().last_m());
    BOOST_TEST(part.concentration_kg_m3(part.path().last_m(), 0.0, 0.0) < kLeast_kg_m3);
    const double reach = farthest_distance_m(whole, kLeast_kg_m3 / whole.mixture().pure_kg_m3(), 0.0).value_or(0.0);
    BOOST_TEST(farthest_distance_m(part, kLeast_kg_m3 / part.mixture().pure_kg_m3(), 0.0).value_or(0.0) == reach,
               boost::test_tools::tolerance(1e-9));
  }
}

BOOST_AUTO_TEST_CASE(logarithms_of_many_places_are_those_of_each_whatever_their_number) {
  for (const LimitCase& c : limit_cases()) {
    const DenseGasSlices slices(limited(c, 0.0, 1e-4), 1.0);
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i < 300; ++i) {
      x.push_back(-50.0 + 17.0 * i);
      y.push_back(0.7 * i);
    }
    std::vector<double> all(x.size());
    slices.ln_concentrations(x, y, all);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double one = slices.ln_concentration(x[i], y[i]);
      if (std::isinf(one)) {
        BOOST_TEST(all[i] == one);
        continue;
      }
      BOOST_TEST(std::abs(all[i] - one) < 2e-5);
      double alone = 0.0;
      slices.ln_concentrations({&x[i], 1}, {&y[i], 1}, {&alone, 1});
      BOOST_TEST(alone == all[i]);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
