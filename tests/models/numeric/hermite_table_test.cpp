#include "models/numeric/hermite_table.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

using namespace sise;

namespace {

double worst_error(double step) {
  std::vector<double> sine;
  std::vector<double> exponential;
  const double first = -1.0;
  const auto count = static_cast<std::size_t>(3.0 / step) + 1;
  for (std::size_t i = 0; i < count; ++i) {
    sine.push_back(std::sin(first + step * static_cast<double>(i)));
    exponential.push_back(std::exp(first + step * static_cast<double>(i)));
  }
  const HermiteTable table(first, step, {sine, exponential});
  double worst = 0.0;
  for (double t = first; t <= 2.0 - step; t += 0.37 * step) {
    worst = std::fmax(worst, std::abs(table.at(0, t) - std::sin(t)));
    worst = std::fmax(worst, std::abs(table.at(1, t) - std::exp(t)));
  }
  return worst;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hermite_table)

BOOST_AUTO_TEST_CASE(a_cubic_is_exact_ends_included) {
  const auto cubic = [](double t) { return 2.0 - t + 0.5 * t * t - 0.25 * t * t * t; };
  std::vector<double> values;
  for (int i = 0; i < 9; ++i) values.push_back(cubic(1.0 + 0.5 * i));
  const HermiteTable table(1.0, 0.5, {values});
  for (double t = 0.7; t < 5.4; t += 0.13) BOOST_TEST(std::abs(table.at(0, t) - cubic(t)) < 1e-12);
}

BOOST_AUTO_TEST_CASE(the_error_falls_with_the_fourth_power_of_the_step) {
  const double coarse = worst_error(0.2);
  const double fine = worst_error(0.1);
  BOOST_TEST(coarse < 1e-4);
  BOOST_TEST(coarse / fine > 12.0);
}

BOOST_AUTO_TEST_CASE(a_batch_is_its_points) {
  const HermiteTable table(0.0, 1.0, {{0.0, 1.0, 4.0, 9.0, 16.0, 25.0}});
  const std::vector<double> t{0.5, 3.25, 4.999, 5.0};
  std::vector<HermiteTable::Place> places;
  for (const double at : t) places.push_back(table.place(at));
  std::vector<double> out(t.size());
  table.at(0, places, out);
  for (std::size_t i = 0; i < t.size(); ++i) BOOST_TEST(out[i] == table.at(0, t[i]));
}

BOOST_AUTO_TEST_SUITE_END()
