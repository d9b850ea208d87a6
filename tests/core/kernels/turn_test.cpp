#include "core/kernels/turn.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/kernels/footprint.hpp"
#include "models/numeric/quadrature.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_AUTO_TEST_SUITE(turn)

BOOST_AUTO_TEST_CASE(turning_is_a_circular_convolution_with_both_sides_of_the_footprint) {
  const std::size_t n = 70;
  std::vector<double> q;
  std::vector<double> bend;
  for (std::size_t j = 0; j < n; ++j) {
    q.push_back(1.0 + std::sin(0.7 * static_cast<double>(j * j)));
    bend.push_back(std::cos(1.3 * static_cast<double>(j)));
  }
  const FootprintMasses masses{{0.5, 0.25, 0.125, 0.0625, 0.01}, {0.1, 0.05, 0.02, 0.01, 0.0}};
  std::vector<double> out(n, 2.0);
  turn_footprint(masses, NodeDensity(q, bend), out);
  for (std::size_t j = 0; j < n; ++j) {
    double expected = 2.0 + masses.at_node[0] * q[j];
    for (std::size_t k = 1; k < 5; ++k) {
      expected += masses.at_node[k] * (q[(j + n - k) % n] + q[(j + k) % n]);
    }
    for (std::size_t k = 0; k < 5; ++k) {
      expected -= masses.in_step[k] * (bend[(j + n - k - 1) % n] + bend[(j + k) % n]);
    }
    BOOST_TEST(out[j] == expected, boost::test_tools::tolerance(1e-13));
  }
}

BOOST_AUTO_TEST_CASE(a_parabola_is_integrated_exactly_between_coarse_nodes) {
  // A narrow footprint (F, 1.6 degrees) between nodes 2 degrees apart, against q(x) = 1 + 0.4 x − 3 x² (x in rad).
  const RiskUnit unit = unit_at("u", {}, {toxic_case("c", 1.0, 5.0, nitrogen_dioxide)});
  const RiskInputs inputs = inputs_with(even_rose({{Stability::F, 1.5, 1.0}}), {unit});
  const Footprint footprint(inputs, unit, weather_groups(inputs.rose).front());
  const double r = 2000.0;
  const double step = 2.0 * std::numbers::pi / 180.0;
  const auto q = [](double x) { return 1.0 + 0.4 * x - 3.0 * x * x; };
  const FootprintMasses masses = footprint.masses(r, step);
  double turned = masses.at_node[0] * q(0.0);
  for (std::size_t k = 1; k < masses.at_node.size(); ++k) {
    const double x = static_cast<double>(k) * step;
    turned += masses.at_node[k] * (q(x) + q(-x));
  }
  for (const double mass : masses.in_step) turned -= mass * 2.0 * -6.0;

  const ToxicHarm harm_of(*unit.cases.front().toxic, inputs.harm);
  const auto field = field_in(inputs, *unit.cases.front().toxic, 5.0, 1.5, Stability::F);
  const auto integrand = [&](double phi) {
    const double c = field->value_kg_m3(r * std::cos(phi), r * std::sin(phi));
    return harm_of.probability(std::log(c)) * (q(phi) + q(-phi));
  };
  BOOST_TEST(turned == integrate(integrand, 0.0, 0.3, 1e-9), boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_SUITE_END()
