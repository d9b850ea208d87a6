// The integrator: an oscillator keeps its phase, the cubic between the steps its place, and stopping is heard.
#include "models/numeric/dormand_prince.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

namespace tt = boost::test_tools;

namespace {

using Vector = Eigen::Vector2d;

const auto kOscillator = [](double, const Vector& y) { return Vector(y[1], -y[0]); };
const auto kFloor = [](const Vector&) { return Vector::Constant(1e-9).eval(); };

std::vector<sise::OdeNode<2>> path(double end, double relative) {
  sise::OdeNode<2> start;
  start.y = Vector(1.0, 0.0);
  std::vector<sise::OdeNode<2>> nodes;
  sise::dormand_prince<2>(kOscillator, kFloor, start, end, {.relative = relative}, [&](const auto& a, const auto& b) {
    if (nodes.empty()) nodes.push_back(a);
    nodes.push_back(b);
    return true;
  });
  return nodes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_oscillator_keeps_its_phase) {
  const auto nodes = path(20.0, 1e-8);
  BOOST_TEST(nodes.back().x == 20.0);
  BOOST_TEST(nodes.back().y[0] == std::cos(20.0), tt::tolerance(1e-6));
  BOOST_TEST(nodes.size() < 250U);
}

BOOST_AUTO_TEST_CASE(the_cubic_between_two_steps_is_on_the_path) {
  const auto nodes = path(6.0, 1e-6);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const double x = 0.5 * (nodes[i - 1].x + nodes[i].x);
    BOOST_TEST(std::abs(sise::hermite(nodes[i - 1], nodes[i], x)[0] - std::cos(x)) < 1e-3);
  }
}

BOOST_AUTO_TEST_CASE(fewer_steps_where_less_is_asked) { BOOST_TEST(path(20.0, 1e-4).size() < path(20.0, 1e-9).size()); }

BOOST_AUTO_TEST_CASE(a_path_that_leads_nowhere_is_refused) {
  sise::OdeNode<2> start;
  const auto nowhere = [](double, const Vector&) { return Vector(std::nan(""), 0.0); };
  const auto go_on = [](const auto&, const auto&) { return true; };
  BOOST_CHECK_THROW(sise::dormand_prince<2>(nowhere, kFloor, start, 1.0, {}, go_on), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(it_stops_when_told_to) {
  sise::OdeNode<2> start;
  start.y = Vector(1.0, 0.0);
  double last = 0.0;
  sise::dormand_prince<2>(kOscillator, kFloor, start, 1e6, {}, [&](const auto&, const auto& b) {
    last = b.x;
    return b.y[0] > 0.0;
  });
  BOOST_TEST(last > 1.5);
  BOOST_TEST(last < 4.0);
}
