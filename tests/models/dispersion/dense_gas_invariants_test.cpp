// What holds for every dense cloud: mass is kept, concentrations fall downwind and with height, tiny releases are passive
// plumes, and any case the model accepts comes to an end.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include "models/base/error.hpp"
#include "models/dispersion/dense_gas.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "tests/models/dispersion/dense_gas_cases.hpp"

namespace tt = boost::test_tools;
using namespace sise;

namespace {

/// Integral of a function of y (both sides) and z (upwards) by the trapezium rule.
template <class Function>
double over_a_slice(double width_m, double height_m, Function&& f) {
  constexpr int kSteps = 240;
  double sum = 0.0;
  for (int i = -kSteps; i <= kSteps; ++i) {
    for (int k = 0; k <= kSteps; ++k) {
      const double edge = k == 0 ? 0.5 : 1.0;
      sum += edge * f(width_m * i / kSteps, height_m * k / kSteps);
    }
  }
  return sum * width_m * height_m / (kSteps * kSteps);
}

DenseSource chlorine_pool(double rate_kg_s, std::optional<double> duration_s) {
  return {.rate_kg_s = rate_kg_s, .duration_s = duration_s, .area_m2 = 10.0 * rate_kg_s, .temperature_K = 239.1};
}

/// Any case that people could ask, from a counter.
struct RandomCase {
  DenseSource source;
  DenseSubstance substance;
  Weather weather;
  double relative_humidity = 0.5;
  DenseOptions options;
};

class RandomCases {
 public:
  RandomCase next() {
    static const std::array<DenseSubstance, 4> kSubstances{test::slab_chlorine(), test::slab_ammonia(), test::propane(),
                                                           test::slab_methane()};
    RandomCase c;
    c.substance = kSubstances[random_() % kSubstances.size()];
    c.source.release = static_cast<DenseRelease>(random_() % 4);
    c.weather.wind_speed_m_s = logarithmic(0.3, 15.0);
    c.weather.stability = static_cast<Stability>(random_() % 11);
    c.weather.roughness_m = logarithmic(1e-4, 0.5);
    c.weather.temperature_K = even(255.0, 313.0);
    c.weather.pressure_Pa = even(70000.0, 103000.0);
    c.relative_humidity = even(0.0, 1.0);
    c.options.mixing = random_() % 4 == 0 ? DenseMixing::ermak : DenseMixing::weighted;
    c.options.passive = random_() % 2 == 0 ? DensePassive::curves : DensePassive::surface_layer;
    c.options.sigma = static_cast<SigmaSet>(random_() % 4);
    if (random_() % 2 == 0) c.options.averaging_time_s = logarithmic(20.0, 3600.0);
    give_source(c);
    return c;
  }

 private:
  void give_source(RandomCase& c) {
    DenseSource& s = c.source;
    const bool cold = random_() % 2 == 0;
    s.temperature_K = cold ? c.substance.boiling_point_K : std::max(c.weather.temperature_K, 240.0);
    s.rate_kg_s = logarithmic(1e-3, 500.0);
    s.mass_kg = logarithmic(1.0, 2e5);
    if (random_() % 3 != 0) s.duration_s = logarithmic(5.0, 7200.0);
    if (s.release == DenseRelease::pool) {
      s.area_m2 = 0.1 + s.rate_kg_s * logarithmic(0.05, 50.0);
      return;
    }
    if (cold && random_() % 2 == 0) s.liquid_fraction = even(0.0, 0.9);
    s.height_m = random_() % 2 == 0 ? 0.0 : logarithmic(0.3, 30.0);
    const MoistAir air = moist_air(c.weather.temperature_K, c.weather.pressure_Pa, c.relative_humidity);
    const double density = DenseMixture(c.substance, air, s.temperature_K, s.liquid_fraction).pure().density_kg_m3;
    const bool at_once = s.release == DenseRelease::instantaneous;
    s.area_m2 = at_once ? std::pow(s.mass_kg / density, 2.0 / 3.0) * logarithmic(0.2, 5.0)
                        : s.rate_kg_s / density / logarithmic(5.0, 200.0);
  }
  double even(double low, double high) { return low + (high - low) * static_cast<double>(random_()) / 4294967296.0; }
  double logarithmic(double low, double high) { return std::exp(even(std::log(low), std::log(high))); }

  std::mt19937 random_{20261130};
};

/// The first place of the path, downwind of the source, where something is not as it must be; nothing: all is well.
std::optional<double> flaw(const DenseGas& cloud) {
  double last = 2.0;
  for (const double x : cloud.path().places_m()) {
    const std::optional<CloudSection> s = cloud.section(x);
    if (!s || !(s->height_m > 0.0) || !std::isfinite(s->speed_m_s) || !(s->mixture.temperature_K > 50.0)) return x;
    const double c = cloud.mean_volume_fraction(*s);
    if (!(c > 0.0 && c <= 1.0 + 1e-9)) return x;
    if (s->over_pool) continue;  // there the pool still gives
    if (c > last * (1.0 + 1e-9)) return x;
    last = c;
  }
  return std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_flows_through_a_slice_is_the_rate) {
  for (const DensePassive passive : {DensePassive::surface_layer, DensePassive::curves}) {
    const DenseGas cloud(chlorine_pool(5.0, std::nullopt), test::slab_chlorine(), {.wind_speed_m_s = 3.0}, 0.5,
                         {.passive = passive, .averaging_time_s = 600.0});
    for (const double x : {500.0, 3000.0}) {
      const CloudSection s = cloud.section(x).value();
      const double flux = s.speed_m_s * over_a_slice(12.0 * s.half_width_m, 4.0 * s.height_m, [&](double y, double z) {
                            return cloud.concentration_kg_m3(x, y, z);
                          });
      BOOST_TEST(flux == 5.0, tt::tolerance(5e-3));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_passes_a_place_is_the_mass) {
  const DenseGas cloud(chlorine_pool(5.0, 300.0), test::slab_chlorine(), {.wind_speed_m_s = 3.0});
  const double x = 2000.0;
  const CloudSection s = cloud.section(x).value();
  BOOST_TEST(s.half_length_m > 0.0);
  const double mass = s.speed_m_s * over_a_slice(4.0 * s.half_width_m, 4.0 * s.height_m,
                                                 [&](double y, double z) { return cloud.dose_kg_s_m3(x, y, z); });
  BOOST_TEST(mass == 1500.0, tt::tolerance(5e-3));
}

BOOST_AUTO_TEST_CASE(the_puff_holds_the_mass_of_the_release) {
  for (const DenseGas& cloud : {test::methane_pool(), test::methane_at_once()}) {
    const double mass = cloud.path().transition_m() ? 117.0 * 107.0 : 5000.0;
    for (const CloudSection& puff : cloud.path().puffs()) {
      const double held = 4.0 * puff.mixture.density_kg_m3 * puff.half_width_m * puff.half_length_m * puff.height_m *
                          puff.mass_fraction;
      BOOST_REQUIRE(std::abs(held / mass - 1.0) < 1e-9);
    }
  }
}

// The two differ by the wind: the mean over the depth against that at the mean height.
BOOST_AUTO_TEST_CASE(tiny_releases_are_the_gaussian_plume) {
  const std::array<std::pair<Stability, double>, 3> airs{
      {{Stability::B, 0.06}, {Stability::D, 0.06}, {Stability::F, 0.13}}};
  for (const auto& [stability, tolerance] : airs) {
    Weather weather{.wind_speed_m_s = 3.0, .stability = stability};
    const double inverse = DenseGasAir(weather).inverse_obukhov_per_m();
    weather.obukhov_length_m = inverse == 0.0 ? 1e9 : 1.0 / inverse;
    const DenseSource source{.rate_kg_s = 1e-6, .area_m2 = 1e-4, .temperature_K = 293.15};
    const DenseGas cloud(source, test::slab_chlorine(), weather, 0.5,
                         {.passive = DensePassive::curves, .averaging_time_s = 600.0});
    const GaussianPlume plume({1e-6, 0.0}, weather, {});
    for (const double x : {100.0, 300.0, 1000.0}) {
      BOOST_TEST_CONTEXT(name_of(stability) << " at " << x) {
        BOOST_TEST(cloud.concentration_kg_m3(x, 0.0, 0.0) == plume.concentration_kg_m3(x, 0.0, 0.0),
                   tt::tolerance(tolerance));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(five_hundred_and_seventy_random_cases_end_and_never_rise_along_x) {
  RandomCases cases;
  int computed = 0;
  for (int i = 0; i < 570; ++i) {
    const RandomCase c = cases.next();
    BOOST_TEST_CONTEXT("case " << i) {
      try {
        const DenseGas cloud(c.source, c.substance, c.weather, c.relative_humidity, c.options);
        BOOST_TEST(!flaw(cloud).has_value());
        BOOST_TEST((cloud.path().risen() || cloud.path().last_m() > 1e4));
        ++computed;
      } catch (const ModelError& refused) {  // a light vertical jet
        BOOST_TEST(refused.diagnostics().front().code == "jet_lighter_than_air");
      }
    }
  }
  BOOST_TEST(computed > 500);
}

BOOST_AUTO_TEST_CASE(never_more_than_pure_gas_and_less_away_from_the_axis) {
  const DenseGas cloud = test::methane_at_once();
  for (const double x : {-60.0, -10.0, 0.0, 5.0, 40.0, 300.0}) {
    double last = 1.0;
    for (const double y : {0.0, 20.0, 60.0, 150.0, 400.0}) {
      const double c = cloud.volume_fraction(x, y, 0.0);
      BOOST_TEST(c <= last * (1.0 + 1e-9));
      BOOST_TEST(cloud.volume_fraction(x, y, 3.0) <= c * (1.0 + 1e-9));
      last = c;
    }
  }
}

// A cloud that slumps reaches a place before its centre does, and against the wind.
BOOST_AUTO_TEST_CASE(the_highest_over_time_is_the_highest_of_all_moments) {
  for (const DenseGas& cloud : {test::methane_at_once(), test::methane_pool()}) {
    for (const double x : {-10.0, 0.0, 80.0, 500.0}) {
      double highest = 0.0;
      for (double t = 0.0; t < 900.0; t += 0.25) highest = std::max(highest, cloud.volume_fraction(x, 0.0, 1.0, t));
      BOOST_TEST(cloud.volume_fraction(x, 0.0, 1.0) == highest, tt::tolerance(2e-3));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_place_sees_the_plume_for_as_long_as_the_release_lasts) {
  const DenseGas cloud(chlorine_pool(5.0, 600.0), test::slab_chlorine(), {.wind_speed_m_s = 3.0});
  const double arrival = cloud.passage(200.0).value().arrival_s;
  const double highest = cloud.volume_fraction(200.0, 0.0, 0.0);
  BOOST_TEST(cloud.volume_fraction(200.0, 0.0, 0.0, arrival - 1.0) == 0.0);
  BOOST_TEST(cloud.volume_fraction(200.0, 0.0, 0.0, arrival + 300.0) == highest);
  BOOST_TEST(cloud.volume_fraction(200.0, 0.0, 0.0, arrival + 601.0) == 0.0);
}

// ln reach over ln rate: no jump where the cloud changes from passive to dense.
BOOST_AUTO_TEST_CASE(the_reach_grows_steadily_with_the_rate) {
  double before = 0.0;
  for (double rate = 0.01; rate < 150.0; rate *= 2.0) {
    const DenseGas cloud(chlorine_pool(rate, 1800.0), test::slab_chlorine(), {.wind_speed_m_s = 3.0}, 0.5,
                         {.passive = DensePassive::curves});
    const double reach = farthest_distance_m(cloud, 20e-6, 0.0).value();
    if (before > 0.0) {
      const double power = std::log(reach / before) / std::log(2.0);
      BOOST_TEST_CONTEXT(rate << " kg/s, reach " << reach) {
        BOOST_TEST(power > 0.35);
        BOOST_TEST(power < 0.75);
      }
    }
    before = reach;
  }
}
