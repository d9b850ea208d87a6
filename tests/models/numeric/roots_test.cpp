#include "models/numeric/roots.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "models/base/error.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(roots)

// Brent 1973 and Alefeld, Potra and Shi 1995 use functions of this kind: smooth, flat, steep.
BOOST_AUTO_TEST_CASE(brent_finds_the_root) {
  BOOST_TEST(brent([](double x) { return x * x - 2.0; }, 0.0, 2.0) == std::sqrt(2.0), tolerance(1e-12));
  BOOST_TEST(brent([](double x) { return std::cos(x) - x; }, 0.0, 1.0) == 0.739085133215161, tolerance(1e-12));
  BOOST_TEST(brent([](double x) { return std::pow(x - 1.0, 9); }, 0.0, 1.7) == 1.0, tolerance(1e-3));
  BOOST_TEST(brent([](double x) { return 1e-200 * (x - 3.0); }, 1.0, 9.0) == 3.0, tolerance(1e-12));
  BOOST_TEST(brent([](double x) { return std::exp(-x) - 1e-30; }, 1.0, 700.0) == 30.0 * std::log(10.0),
             tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(brent_is_quick) {
  int calls = 0;
  static_cast<void>(brent([&](double x) { return ++calls, x * x * x - 5.0; }, 0.0, 1e3));
  BOOST_TEST(calls < 40);
}

BOOST_AUTO_TEST_CASE(brent_returns_ends_and_jumps) {
  BOOST_TEST(brent([](double x) { return x - 1.0; }, 1.0, 2.0) == 1.0);
  BOOST_TEST(brent([](double x) { return x < 5.0 ? 1.0 : -1.0; }, 1.0, 20.0) == 5.0, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(brent_refuses_without_a_bracket) {
  BOOST_CHECK_THROW(static_cast<void>(brent([](double x) { return x * x + 1.0; }, -1.0, 1.0)), ModelError);
  BOOST_CHECK_THROW(static_cast<void>(brent([](double) { return NAN; }, -1.0, 1.0)), ModelError);
}

BOOST_AUTO_TEST_CASE(golden_section_finds_the_top) {
  BOOST_TEST(golden_maximum([](double x) { return -(x - 2.5) * (x - 2.5); }, 1.0, 9.0) == 2.5, tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(log_spacing) {
  const std::vector<double> x = log_spaced(1.0, 1000.0, 4);
  BOOST_TEST(x.front() == 1.0);
  BOOST_TEST(x[1] == 10.0, tolerance(1e-14));
  BOOST_TEST(x.back() == 1000.0);
}

BOOST_AUTO_TEST_CASE(outermost_of_several_crossings) {
  const auto f = [](double x) {
    return std::exp(-std::pow(std::log(x / 10.0), 2)) + std::exp(-std::pow(std::log(x / 1e4), 2));
  };
  const std::vector<double> x = log_spaced(1.0, 1e7, 141);
  std::vector<double> values;
  for (const double at : x) values.push_back(f(at));
  BOOST_TEST(outermost_crossing(f, x, values, 0.5).value() == 1e4 * std::exp(std::sqrt(std::log(2.0))),
             tolerance(1e-8));
  BOOST_TEST(!outermost_crossing(f, x, values, 1.1).has_value());
  const double just_below_the_top = f(golden_maximum(f, 9e3, 1.1e4)) - 1e-12;
  BOOST_TEST(outermost_crossing(f, x, values, just_below_the_top).value() == 1e4, tolerance(1e-4));
}

BOOST_AUTO_TEST_SUITE_END()
