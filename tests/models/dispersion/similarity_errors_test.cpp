// What a similarity plume refuses, and what it assumes and says.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "similarity_cases.hpp"

using namespace sise;
using namespace sise::test;

namespace {

struct WrongCase {
  PlumeSource source{0.1, 0.46};
  SimilarityWeather weather = over_grass(-30.0, 500.0);
  SimilarityOptions options{};
};

std::vector<std::string> refused(const std::function<void(WrongCase&)>& spoil) {
  WrongCase c;
  spoil(c);
  std::vector<std::string> names;
  try {
    const SimilarityPlume plume(c.source, c.weather, c.options);
  } catch (const ModelError& error) {
    for (const Diagnostic& d : error.diagnostics()) {
      BOOST_TEST(!d.message.zh.empty());
      names.push_back(d.where.field.empty() ? d.code : d.where.field);
    }
  }
  return names;
}

bool warns(const std::function<void(WrongCase&)>& change, const std::string& code) {
  WrongCase c;
  change(c);
  const std::vector<std::string> codes = SimilarityPlume(c.source, c.weather, c.options).warnings();
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

using Names = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(similarity_errors)

BOOST_AUTO_TEST_CASE(impossible_parameters_are_named) {
  BOOST_TEST(refused([](WrongCase&) {}) == Names{}, boost::test_tools::per_element());
  const std::vector<std::pair<std::string, std::function<void(WrongCase&)>>> cases{
      {"source.rate_kg_s", [](WrongCase& c) { c.source.rate_kg_s = -1.0; }},
      {"source.height_m", [](WrongCase& c) { c.source.height_m = std::nan(""); }},
      {"source.height_m", [](WrongCase& c) { c.source.height_m = 500.0; }},
      {"weather.wind_speed_m_s", [](WrongCase& c) { c.weather.surface.wind_speed_m_s = 0.0; }},
      {"weather.friction_velocity_m_s", [](WrongCase& c) { c.weather.surface.friction_velocity_m_s = -0.3; }},
      {"weather.obukhov_length_m", [](WrongCase& c) { c.weather.surface.obukhov_length_m = 0.0; }},
      {"weather.roughness_m", [](WrongCase& c) { c.weather.surface.roughness_m = 1.5; }},
      {"weather.sigma_theta_deg", [](WrongCase& c) { c.weather.sigma_theta_deg = 0.0; }},
      {"weather.mixing_height_m",
       [](WrongCase& c) {
         c.weather.mixing_height_m = -5.0;
         c.source.height_m = 0.0;
       }},
      {"options.deposition_velocity_m_s", [](WrongCase& c) { c.options.deposition_velocity_m_s = -0.01; }},
      {"averaging_time_out_of_range", [](WrongCase& c) { c.options.averaging_time_s = 1.0; }},
  };
  for (const auto& [name, spoil] : cases) {
    const Names names = refused(spoil);
    BOOST_TEST(std::count(names.begin(), names.end(), name) == 1, name);
  }
}

BOOST_AUTO_TEST_CASE(every_impossible_parameter_is_told_at_once) {
  const Names names = refused([](WrongCase& c) {
    c.weather.surface.obukhov_length_m = 0.0;
    c.weather.surface.wind_speed_m_s = 0.0;
    c.options.deposition_velocity_m_s = -1.0;
  });
  BOOST_TEST(names.size() == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_assumed_is_said) {
  BOOST_TEST(warns([](WrongCase& c) { c.weather.sigma_theta_deg.reset(); }, "sigma_theta_estimated"));
  BOOST_TEST(warns([](WrongCase& c) { c.weather.mixing_height_m.reset(); }, "mixing_height_assumed"));
  BOOST_TEST(warns([](WrongCase& c) { c.options.deposition_velocity_m_s = 1.0; }, "deposition_limited"));
  BOOST_TEST(warns([](WrongCase& c) { c.weather.surface.friction_velocity_m_s = 1.0; }, "wind_and_friction_disagree"));
  WrongCase c;
  BOOST_TEST(SimilarityPlume(c.source, c.weather, c.options).warnings().empty());
}

// sigma_v^2 = 0.35 w*^2 + 3.6 u*^2; in neutral air 1.9 u*.
BOOST_AUTO_TEST_CASE(a_missing_sigma_theta_is_estimated_from_the_friction_velocity) {
  SimilarityWeather weather = over_grass(kNeutral);
  weather.sigma_theta_deg.reset();
  BOOST_TEST(LateralSpread(weather).crosswind_speed_deviation_m_s() == std::sqrt(3.6) * 0.35,
             boost::test_tools::tolerance(1e-14));
  weather = over_grass(-30.0, 1000.0);
  weather.sigma_theta_deg.reset();
  BOOST_TEST(LateralSpread(weather).crosswind_speed_deviation_m_s() > 1.3 * std::sqrt(3.6) * 0.35);
}

BOOST_AUTO_TEST_CASE(the_tested_range_is_told) {
  const WrongCase c;
  const SimilarityPlume plume(c.source, c.weather, c.options);
  BOOST_TEST(plume.outside_range(20.0));
  BOOST_TEST(!plume.outside_range(50.0));
  BOOST_TEST(!plume.outside_range(800.0));
  BOOST_TEST(plume.outside_range(2000.0));
  BOOST_TEST(SimilarityPlume({0.1, 30.0}, c.weather, c.options).outside_range(100.0));
}

BOOST_AUTO_TEST_SUITE_END()
