// What parameters can be.
#include <boost/test/unit_test.hpp>

#include "models/catalogue/catalogue.hpp"

using namespace sise;

namespace {

bool range_allows(const ModelParameter& p, double value) {
  return (!p.above || value > *p.above) && (!p.at_least || value >= *p.at_least) && (!p.at_most || value <= *p.at_most);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parameter_ranges)

// 20 degrees Celsius, 101.325 kPa and 1013 hPa, typed in where kelvin and pascal are meant.
BOOST_AUTO_TEST_CASE(no_air_is_as_cold_as_celsius_or_as_thin_as_kilopascals) {
  for (const Model& model : model_catalogue()) {
    const ModelDescriptor& d = model.descriptor;
    if (const ModelParameter* temperature = d.parameter(ParameterGroup::weather, "temperature_K")) {
      for (const double wrong : {20.0, 149.9, 400.0}) BOOST_TEST(!range_allows(*temperature, wrong), d.id);
      for (const double right : {220.0, 293.15, 323.0}) BOOST_TEST(range_allows(*temperature, right), d.id);
    }
    if (const ModelParameter* pressure = d.parameter(ParameterGroup::weather, "pressure_Pa")) {
      for (const double wrong : {0.1, 101.325, 1013.25, 1e6}) BOOST_TEST(!range_allows(*pressure, wrong), d.id);
      for (const double right : {5.5e4, 101325.0, 1.08e5}) BOOST_TEST(range_allows(*pressure, right), d.id);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
