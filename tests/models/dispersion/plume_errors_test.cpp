// Parameters that no plume can have.
#include <boost/test/unit_test.hpp>
#include <functional>
#include <limits>

#include "models/base/error.hpp"
#include "models/dispersion/gaussian_plume.hpp"

using namespace sise;

namespace {

struct Case {
  PlumeSource source{1.0, 10.0};
  Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::D};
  PlumeOptions options;
};

std::vector<std::string> fields(const std::function<void(Case&)>& spoil) {
  Case c;
  spoil(c);
  std::vector<std::string> names;
  try {
    const GaussianPlume plume(c.source, c.weather, c.options);
  } catch (const ModelError& error) {
    for (const Diagnostic& d : error.diagnostics()) {
      BOOST_TEST(!d.message.en.empty());
      BOOST_TEST(!d.message.zh.empty());
      names.push_back(d.where.field.empty() ? d.code : d.where.field);
    }
  }
  return names;
}

using Names = std::vector<std::string>;
const double kNan = std::numeric_limits<double>::quiet_NaN();
const double kInf = std::numeric_limits<double>::infinity();

}  // namespace

BOOST_AUTO_TEST_SUITE(plume_errors)

BOOST_AUTO_TEST_CASE(the_plain_case_is_good) {
  BOOST_TEST(fields([](Case&) {}) == Names{});
}

BOOST_AUTO_TEST_CASE(one_at_a_time) {
  for (const double bad : {-1.0, kNan, kInf}) {
    BOOST_TEST(fields([&](Case& c) { c.source.rate_kg_s = bad; }) == Names{"source.rate_kg_s"});
    BOOST_TEST(fields([&](Case& c) { c.source.height_m = bad; }) == Names{"source.height_m"});
    BOOST_TEST(fields([&](Case& c) { c.weather.wind_speed_m_s = bad; }) == Names{"weather.wind_speed_m_s"});
  }
  for (const double bad : {0.0, -1.0, kNan}) {
    BOOST_TEST(fields([&](Case& c) { c.weather.wind_height_m = bad; }) == Names{"weather.wind_height_m"});
    BOOST_TEST(fields([&](Case& c) { c.weather.roughness_m = bad; }) == Names{"weather.roughness_m"});
  }
}

BOOST_AUTO_TEST_CASE(lid) {
  BOOST_TEST(fields([](Case& c) { c.weather.mixing_height_m = kNan; }) == Names{"weather.mixing_height_m"});
  const Names both{"weather.mixing_height_m", "source.height_m"};
  BOOST_TEST(fields([](Case& c) { c.weather.mixing_height_m = 0.0; }) == both);
  BOOST_TEST(fields([](Case& c) { c.weather.mixing_height_m = 9.999; }) == Names{"source.height_m"});
  BOOST_TEST(fields([](Case& c) { c.weather.mixing_height_m = 10.0; }) == Names{});
}

BOOST_AUTO_TEST_CASE(all_at_once) {
  const Names three{"source.rate_kg_s", "weather.wind_speed_m_s", "weather.obukhov_length_m"};
  BOOST_TEST(fields([](Case& c) {
               c.source.rate_kg_s = -2.0;
               c.weather.wind_speed_m_s = kNan;
               c.weather.obukhov_length_m = 0.0;
             }) == three);
}

BOOST_AUTO_TEST_CASE(averaging_time) {
  const auto with = [](SigmaSet set, double t) {
    return fields([=](Case& c) { c.options = {set, TransportWind::profile, t}; });
  };
  BOOST_TEST(with(SigmaSet::briggs_rural, 18.75) == Names{});
  BOOST_TEST(with(SigmaSet::briggs_rural, 18.74) == Names{"averaging_time_out_of_range"});
  BOOST_TEST(with(SigmaSet::gbt13201, kNan) == Names{"averaging_time_out_of_range"});
  BOOST_TEST(with(SigmaSet::slade_puff, 600.0) == Names{"averaging_time_with_slade"});
}

BOOST_AUTO_TEST_CASE(message_names_the_value) {
  try {
    const GaussianPlume plume({-2.5, 0.0}, {.wind_speed_m_s = 3.0});
    BOOST_ERROR("no error");
  } catch (const ModelError& error) {
    BOOST_TEST(std::string(error.what()).find("-2.5") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(batch_sizes) {
  const GaussianPlume plume({1.0, 0.0}, {.wind_speed_m_s = 3.0});
  const std::vector<double> three(3);
  std::vector<double> two(2);
  BOOST_CHECK_THROW(plume.concentrations(three, three, three, two), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
