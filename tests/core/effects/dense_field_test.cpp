// The dense cloud as a field: the model's own numbers through a table, upwind extent, flammable mass, refusals.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "core/accidents/dispersion.hpp"
#include "core/effects/concentration_field.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/dense_gas.hpp"

namespace tt = boost::test_tools;

namespace sise {
namespace {

constexpr double kChlorine_kg_m3 = 2.95;

Weather weather_of(double wind_m_s, Stability stability = Stability::D) {
  return {.wind_speed_m_s = wind_m_s, .stability = stability};
}

std::unique_ptr<const ConcentrationField> field(double rate_kg_s, const Weather& weather, double height_m = 0.0,
                                                double duration_s = 1800.0) {
  return concentration_field(dense_dispersion, {rate_kg_s, duration_s, height_m, {0.0709, 293.15, kChlorine_kg_m3}},
                             weather, {.averaging_time_s = 600.0, .receptor_height_m = 1.0});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dense_field_suite)

BOOST_AUTO_TEST_CASE(the_field_is_the_cloud_within_a_per_cent) {
  const Weather weather = weather_of(3.0);
  const DenseSubstance gas{.molar_mass_kg_mol = kChlorine_kg_m3 * 8.31431 * 293.15 / 101325.0,
                           .gas_heat_capacity_J_kgK = 1000.0};
  const DenseSource source{
      .rate_kg_s = 5.0, .duration_s = 1800.0, .area_m2 = 5.0 / (kChlorine_kg_m3 * 3.0), .temperature_K = 293.15};
  const DenseGas cloud(source, gas, weather, 0.0, {.passive = DensePassive::curves, .averaging_time_s = 600.0});
  const auto dense = field(5.0, weather);
  for (const double x : {5.0, 37.0, 410.0, 2300.0, 7000.0}) {
    const double half = cloud.section(x)->half_width_m;
    for (const double y : {0.0, 0.7 * half, 1.3 * half}) {
      BOOST_TEST(dense->value_kg_m3(x, y) == cloud.concentration_kg_m3(x, y, 1.0), tt::tolerance(0.02));
    }
  }
  const double reach = dense->reach_m(1e-4).value();
  BOOST_TEST(dense->value_kg_m3(reach, 0.0) == 1e-4, tt::tolerance(0.01));
  BOOST_TEST(dense->reach_m(1e-30).value() > 1e5);
  BOOST_TEST(!dense->scales_with_rate());
  BOOST_TEST(dense->arrival_s(reach) > reach / 10.0);
  // After 1800 s of it the cloud is some 3 km long: beyond, a puff.
  BOOST_TEST(!dense->is_too_short(1800.0, 1e-3));
  BOOST_TEST(dense->is_too_short(1800.0, 1e-6));
}

BOOST_AUTO_TEST_CASE(logarithms_of_many_places_are_those_of_their_values) {
  for (const Stability stability : {Stability::B, Stability::F}) {
    const auto dense = field(5.0, weather_of(2.0, stability));
    std::vector<double> x, y;
    for (const double r_m : {0.5, 3.0, 20.0, 150.0, 1100.0, 9000.0, 60000.0}) {
      for (double angle = 0.0; angle < 3.1; angle += 0.01) {
        x.push_back(r_m * std::cos(angle));
        y.push_back(r_m * std::sin(angle));
      }
    }
    std::vector<double> values(x.size());
    std::vector<double> logarithms(x.size());
    dense->values(x, y, values);
    dense->ln_values(x, y, logarithms);
    std::size_t some = 0;
    double worst = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (values[i] < 1e-25) {
        BOOST_TEST(logarithms[i] < -50.0);
        continue;
      }
      ++some;
      worst = std::max(worst, std::abs(logarithms[i] - std::log(values[i])));
    }
    BOOST_TEST(some > 200U);
    BOOST_TEST(worst < 1e-5);
  }
}

// Place by place, in cells of another size.
BOOST_AUTO_TEST_CASE(what_can_burn_is_what_lies_between_the_limits) {
  constexpr double kPropane_kg_m3 = 1.83;
  const Weather weather = weather_of(3.0);
  const GasState gas{0.0441, 293.15, kPropane_kg_m3};
  const auto dense =
      concentration_field(dense_dispersion, {5.0, 7200.0, 0.0, gas}, weather, {.averaging_time_s = 18.75});
  const double lfl = 0.038;
  const double ufl = 0.17;
  const FlammableMass found = dense->flammable_mass(lfl, ufl).value();
  const DenseSubstance substance{.molar_mass_kg_mol = kPropane_kg_m3 * 8.31431 * 293.15 / 101325.0,
                                 .gas_heat_capacity_J_kgK = 1000.0};
  const DenseSource source{.rate_kg_s = 5.0, .area_m2 = 5.0 / (kPropane_kg_m3 * 3.0), .temperature_K = 293.15};
  const DenseGas cloud(source, substance, weather, 0.0, {.passive = DensePassive::curves, .averaging_time_s = 18.75});
  const double reach = farthest_distance_m(cloud, lfl / cloud.mixture().pure_kg_m3(), 0.0).value();
  constexpr int kPlaces = 60;
  const double first = cloud.path().first_m();
  const double dx = (reach - first) / kPlaces;
  double mass = 0.0;
  double moment = 0.0;
  for (int i = 0; i < kPlaces; ++i) {
    const double x = first + (i + 0.5) * dx;
    const CloudSection s = cloud.section(x).value();
    const double dy = 3.5 * s.half_width_m / kPlaces;
    const double dz = 3.5 * s.height_m / kPlaces;
    for (int k = 0; k < kPlaces; ++k) {
      for (int j = 0; j < kPlaces; ++j) {
        const double c = cloud.concentration_kg_m3(x, (k + 0.5) * dy, (j + 0.5) * dz);
        if (c < lfl || c > ufl) continue;
        mass += 2.0 * c * dx * dy * dz;
        moment += 2.0 * c * dx * dy * dz * x;
      }
    }
  }
  BOOST_TEST(found.mass_kg == mass, tt::tolerance(0.03));
  BOOST_TEST(found.centre_m == moment / mass, tt::tolerance(0.03));
}

BOOST_AUTO_TEST_CASE(a_field_goes_to_its_end) {
  const auto dense = field(5.0, weather_of(3.0));
  BOOST_TEST(*dense->reach_m(1e-30) == dense->followed_m());
  BOOST_TEST(dense->followed_m() > 1.5e5);
}

BOOST_AUTO_TEST_CASE(a_heavy_gas_in_a_weak_wind_spreads_upwind) {
  const auto dense = field(50.0, weather_of(1.0, Stability::F));
  BOOST_TEST(dense->upwind_m() > 1.0);
  BOOST_TEST(dense->value_kg_m3(-0.5 * dense->upwind_m(), 0.0) > 0.0);
  BOOST_TEST(dense->value_kg_m3(-1.01 * dense->upwind_m(), 0.0) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_lifted_release_comes_down) {
  const auto dense = field(5.0, weather_of(3.0), 10.0);
  BOOST_TEST(dense->upwind_m() == 0.0);
  BOOST_TEST(dense->value_kg_m3(2.0, 0.0) < 1e-9);
  BOOST_TEST(dense->value_kg_m3(200.0, 0.0) > 1e-4);
}

// On the ground: a shallow cloud grows into a receptor above it.
BOOST_AUTO_TEST_CASE(never_rising_downwind_nor_across) {
  const auto dense = concentration_field(dense_dispersion, {20.0, 1800.0, 0.0, {0.0709, 293.15, kChlorine_kg_m3}},
                                         weather_of(2.0, Stability::F), {.receptor_height_m = 0.0});
  double last = 1e9;
  for (double x = 10.0; x < 9000.0; x *= 1.1) {
    const double c = dense->value_kg_m3(x, 0.0);
    BOOST_TEST(c <= last);
    BOOST_TEST(dense->value_kg_m3(x, dense->width_m(x)) < c);
    last = c;
  }
}

// Between the limits lies no more than was released, and more of it the faster it comes.
BOOST_AUTO_TEST_CASE(the_flammable_mass_grows_with_the_rate) {
  const auto small = field(2.0, weather_of(3.0))->flammable_mass(0.05, 0.3).value();
  const auto large = field(40.0, weather_of(3.0))->flammable_mass(0.05, 0.3).value();
  BOOST_TEST(small.mass_kg > 0.0);
  BOOST_TEST(large.mass_kg > 10.0 * small.mass_kg);
  BOOST_TEST(large.centre_m > small.centre_m);
  const auto brief = field(40.0, weather_of(3.0), 0.0, 0.5)->flammable_mass(0.05, 0.3);
  BOOST_TEST((!brief || brief->mass_kg <= 20.0));
}

BOOST_AUTO_TEST_CASE(without_a_density_it_is_refused) {
  BOOST_CHECK_THROW(concentration_field(dense_dispersion, {1.0, 600.0, 0.0, {}}, weather_of(3.0), {}), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
