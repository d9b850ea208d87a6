// A table of a function of the place.
#include "models/numeric/plane_table.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace sise;

namespace {

/// Falls like the inverse square from a piece of the axis from 0 to 30 m, with something slow on top.
double smooth(double x_m, double y_m) {
  const double left = x_m * x_m + y_m * y_m + 100.0;
  const double right = (x_m - 30.0) * (x_m - 30.0) + y_m * y_m + 100.0;
  return 1e6 * (1.0 / left + 2.0 / right) * std::pow(left, -0.04);
}

constexpr PlaneFrame kFrame{0.0, 30.0, 10.0};

struct Places {
  std::vector<double> x, y;
};

Places places(double reach_m, double step_m) {
  Places p;
  for (double x = -reach_m; x <= reach_m; x += step_m) {
    for (double y = -reach_m; y <= reach_m; y += step_m) {
      p.x.push_back(x);
      p.y.push_back(y);
    }
  }
  return p;
}

double worst_error(const PlaneTable& table, const PlaneTable::Function& f, const Places& p) {
  std::vector<double> found(p.x.size());
  table.at(p.x, p.y, found);
  double worst = 0.0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!std::isnan(found[i])) worst = std::fmax(worst, std::abs(found[i] / f(p.x[i], p.y[i]) - 1.0));
  }
  return worst;
}

std::size_t unknown(const PlaneTable& table, const Places& p) {
  std::vector<double> found(p.x.size());
  table.at(p.x, p.y, found);
  std::size_t count = 0;
  for (const double value : found) count += std::isnan(value) ? 1U : 0U;
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plane_table)

BOOST_AUTO_TEST_CASE(a_smooth_function_is_met_near_and_far) {
  const PlaneTable table(smooth, kFrame, 1e-3);
  for (const double reach_m : {40.0, 1000.0, 20000.0}) {
    const Places p = places(reach_m, reach_m / 53.7);
    BOOST_TEST(unknown(table, p) < p.x.size() / 10);  // all of them close to the piece
    BOOST_TEST(worst_error(table, smooth, p) < 2e-3);
  }
}

BOOST_AUTO_TEST_CASE(the_piece_itself_is_in_the_table) {
  const PlaneTable table(smooth, kFrame, 1e-3);
  std::vector<double> x;
  for (double at = -5.0; at <= 35.0; at += 0.5) x.push_back(at);
  const std::vector<double> y(x.size(), 0.0);
  BOOST_TEST(worst_error(table, smooth, {x, y}) < 2e-3);
}

BOOST_AUTO_TEST_CASE(kinks_across_the_ends_do_no_harm) {
  const auto kinked = [](double x_m, double y_m) {
    return smooth(x_m, y_m) * (1.0 + 0.3 * std::fmax(0.0, x_m - 30.0) / std::hypot(x_m, y_m, 10.0));
  };
  const PlaneTable table(kinked, kFrame, 1e-3);
  const Places p = places(500.0, 13.7);
  BOOST_TEST(unknown(table, p) < p.x.size() / 50);
  BOOST_TEST(worst_error(table, kinked, p) < 5e-3);
}

BOOST_AUTO_TEST_CASE(what_the_table_cannot_hold_it_does_not_say) {
  const auto holed = [](double x_m, double y_m) {
    const double step = x_m + y_m * y_m / 50.0 > 100.0 ? 1.5 : 1.0;
    return std::hypot(x_m - 15.0, y_m) < 20.0 ? std::numeric_limits<double>::quiet_NaN() : step * smooth(x_m, y_m);
  };
  const PlaneTable table(holed, kFrame, 1e-3);
  const Places p = places(60.0, 1.3);
  std::vector<double> found(p.x.size());
  table.at(p.x, p.y, found);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(holed(p.x[i], p.y[i]))) BOOST_TEST(std::isnan(found[i]));
  }
  BOOST_TEST(unknown(table, p) < p.x.size());
}

BOOST_AUTO_TEST_CASE(a_place_has_the_same_bytes_in_any_batch) {
  const PlaneTable table(smooth, kFrame, 1e-3);
  const Places p = places(200.0, 11.3);
  std::vector<double> whole(p.x.size());
  table.at(p.x, p.y, whole);
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    double alone = 0.0;
    table.at({&p.x[i], 1}, {&p.y[i], 1}, {&alone, 1});
    BOOST_TEST(alone == whole[i]);
  }
}

BOOST_AUTO_TEST_CASE(a_round_flame_has_a_piece_without_length) {
  const auto round = [](double x_m, double y_m) { return 1.0 / (x_m * x_m + y_m * y_m + 25.0); };
  const PlaneTable table(round, {0.0, 0.0, 5.0}, 1e-3);
  const Places p = places(300.0, 9.1);
  BOOST_TEST(unknown(table, p) == 0U);
  BOOST_TEST(worst_error(table, round, p) < 2e-3);
}

BOOST_AUTO_TEST_SUITE_END()
