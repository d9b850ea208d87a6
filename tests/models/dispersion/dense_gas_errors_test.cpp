// What a dense cloud refuses, and what it says of itself.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/dispersion/dense_gas.hpp"
#include "tests/models/dispersion/dense_gas_cases.hpp"

using namespace sise;

namespace {

const DenseSource kPool{.rate_kg_s = 1.0, .area_m2 = 10.0, .temperature_K = 239.1};
const Weather kWeather{.wind_speed_m_s = 3.0};

std::vector<std::string> fields_refused(const DenseSource& source, const Weather& weather, double humidity = 0.5) {
  std::vector<std::string> fields;
  try {
    const DenseGas cloud(source, test::slab_chlorine(), weather, humidity);
  } catch (const ModelError& error) {
    for (const Diagnostic& one : error.diagnostics()) fields.push_back(one.where.field);
  }
  return fields;
}

std::string code_of(const DenseSource& source, const DenseSubstance& substance) {
  try {
    const DenseGas cloud(source, substance, kWeather);
  } catch (const ModelError& error) {
    return error.diagnostics().front().code;
  }
  return "";
}

bool says(const DenseGas& cloud, const std::string& code) {
  const std::vector<std::string> all = cloud.warnings();
  return std::find(all.begin(), all.end(), code) != all.end();
}

}  // namespace

BOOST_AUTO_TEST_CASE(all_impossible_parameters_are_named_at_once) {
  DenseSource source = kPool;
  source.rate_kg_s = 0.0;
  source.area_m2 = -1.0;
  source.liquid_fraction = 1.2;
  Weather weather = kWeather;
  weather.roughness_m = 20.0;
  const std::vector<std::string> expected{"source.rate_kg_s", "source.area_m2", "source.liquid_fraction",
                                          "weather.roughness_m", "weather.relative_humidity"};
  BOOST_TEST(fields_refused(source, weather, 50.0) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_lid_below_the_source_is_refused) {
  DenseSource jet = kPool;
  jet.release = DenseRelease::horizontal_jet;
  jet.height_m = 30.0;
  Weather weather = kWeather;
  weather.mixing_height_m = 30.0;
  const std::vector<std::string> expected{"source.height_m"};
  BOOST_TEST(fields_refused(jet, weather) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_vertical_jet_lighter_than_air_is_refused) {
  const DenseSource jet{.release = DenseRelease::vertical_jet,
                        .rate_kg_s = 10.0,
                        .area_m2 = 0.5,
                        .height_m = 5.0,
                        .temperature_K = 293.15};
  BOOST_TEST(code_of(jet, test::slab_methane()) == "jet_lighter_than_air");
  BOOST_TEST(code_of(jet, test::slab_chlorine()).empty());
}

BOOST_AUTO_TEST_CASE(an_orifice_in_place_of_the_expanded_area_is_refused) {
  DenseSource jet = kPool;
  jet.release = DenseRelease::horizontal_jet;
  jet.area_m2 = 5e-4;
  BOOST_TEST(code_of(jet, test::slab_chlorine()) == "area_not_expanded");
}

BOOST_AUTO_TEST_CASE(a_concentration_below_all_measure_has_no_distance) {
  const DenseGas cloud(kPool, test::slab_chlorine(), kWeather);
  BOOST_CHECK_THROW(static_cast<void>(farthest_distance_m(cloud, 1e-15, 0.0)), ModelError);
  BOOST_TEST(!farthest_distance_m(cloud, 0.9, 50.0).has_value());
}

BOOST_AUTO_TEST_CASE(calm_air_and_light_gases_are_said) {
  Weather calm = kWeather;
  calm.wind_speed_m_s = 0.2;
  BOOST_TEST(says(DenseGas(kPool, test::slab_chlorine(), calm), "calm_wind_raised"));
  BOOST_TEST(!says(DenseGas(kPool, test::slab_chlorine(), kWeather), "calm_wind_raised"));
  DenseSource warm = kPool;
  warm.temperature_K = 293.15;
  BOOST_TEST(says(DenseGas(warm, test::slab_methane(), kWeather), "lighter_than_air"));
}
