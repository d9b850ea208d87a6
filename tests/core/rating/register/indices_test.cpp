// Accident rates, the office's own index and the density of points: worked cases.
#include <boost/test/unit_test.hpp>

#include "core/rating/register/kernel_density.hpp"
#include "core/rating/register/safety_indices.hpp"

using namespace sise;

BOOST_AUTO_TEST_CASE(gdp) {
  AccidentFigures figures;
  figures.deaths = 12.0;
  figures.gdp_100M_yuan = 1830.0;
  figures.employees = 48'000.0;
  const auto rates = accident_rates(figures);
  BOOST_TEST(*rates[0].value == 0.006557, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(!rates[1].value.has_value());  // the output is not known
  BOOST_TEST(*rates[2].value == 0.25);
  BOOST_TEST(!rates[3].value.has_value());
}

BOOST_AUTO_TEST_CASE(bounds_of_an_index) {
  const IndexItem deaths{"亿元GDP死亡率", 0.012, 0.02, 0.005, 0.7};
  BOOST_TEST(*item_score(deaths) == 53.3333, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(*item_score({"", 0.03, 0.02, 0.005, 1.0}) == 0.0);
  BOOST_TEST(*item_score({"", 0.001, 0.02, 0.005, 1.0}) == 100.0);
  BOOST_TEST(*item_score({"", 80.0, 0.0, 100.0, 1.0}) == 80.0);
  // A figure that is missing makes an interval as wide as its weight; the others are not blown up.
  const IndexRange range = safety_index({deaths, {"整改率", std::nullopt, 0.0, 1.0, 0.3}});
  BOOST_TEST(range.low == 37.3333, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(range.high == 67.3333, boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(area_kernel) {
  BOOST_TEST(quartic_kernel(0.0, 1000.0) == 0.95493, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(quartic_kernel(1000.0, 1000.0) == 0.0);
  const GridSpec grid{0.0, 3000.0, 100.0, 30, 30, "EPSG:4549"};
  const Point centre = grid.centre({15, 15});
  const auto peak = [&](const std::vector<WeightedPoint>& points) {
    return static_cast<double>(kernel_density(grid, points, 1000.0, nullptr).at(15, 15));
  };
  BOOST_TEST(peak({{centre, 8.0}}) == 7.6394, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(peak(std::vector<WeightedPoint>(10, {centre, 1.0})) == 9.5493, boost::test_tools::tolerance(1e-4));
  // All of it over the ground is the weight.
  double sum = 0.0;
  const Raster<float> density = kernel_density(grid, std::vector<WeightedPoint>{{centre, 8.0}}, 1000.0, nullptr);
  for (const float value : density.data()) sum += static_cast<double>(value) * 0.01;
  BOOST_TEST(sum == 8.0, boost::test_tools::tolerance(1e-3));
}
