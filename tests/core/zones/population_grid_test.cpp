#include "core/zones/population_grid.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <random>

#include "core/grid/tiles.hpp"

namespace {

using namespace sise;

Population random_population(unsigned seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> place(-300.0, 1300.0);
  std::uniform_real_distribution<double> count(0.0, 50.0);
  Population population;
  for (int i = 0; i < 400; ++i) {
    const double size = i % 5 == 0 ? 0.0 : 20.0 + i % 130;
    population.patches.push_back({{place(random), place(random)}, size, count(random), count(random)});
  }
  return population;
}

double total(const Raster<double>& values) { return std::accumulate(values.data().begin(), values.data().end(), 0.0); }

double everybody(const Population& population) {
  double sum = 0.0;
  for (const PopulationPatch& patch : population.patches) sum += patch.people_day;
  return sum;
}

const GridSpec grid{0.0, 1000.0, 10.0, 100, 100, "EPSG:4549"};

}  // namespace

BOOST_AUTO_TEST_SUITE(population_grid, *boost::unit_test::tolerance(1e-12))

BOOST_AUTO_TEST_CASE(a_patch_on_the_lattice_is_shared_equally) {
  Population population;
  population.patches = {{{15.0, 985.0}, 10.0, 8.0, 4.0}, {{40.0, 960.0}, 20.0, 8.0, 4.0}};
  const PopulationGrid people = spread_over(grid, population);
  BOOST_TEST(people.day.at(1, 1) == 8.0);
  BOOST_TEST(people.day.at(3, 3) == 2.0);
  BOOST_TEST(people.day.at(4, 4) == 2.0);
  BOOST_TEST(people.night.at(4, 3) == 1.0);
  BOOST_TEST(people.day.at(2, 1) == 0.0);
  BOOST_TEST((people.outside == PeopleInside{}));
}

BOOST_AUTO_TEST_CASE(a_patch_beside_the_lattice_is_shared_by_overlap) {
  Population population;
  population.patches = {{{12.5, 987.5}, 10.0, 16.0, 0.0}};  // 7.5 to 17.5 m from the west and from the north
  const PopulationGrid people = spread_over(grid, population);
  BOOST_TEST(people.day.at(0, 0) == 1.0);
  BOOST_TEST(people.day.at(1, 0) == 3.0);
  BOOST_TEST(people.day.at(1, 1) == 9.0);
}

BOOST_AUTO_TEST_CASE(nobody_is_lost) {
  const Population population = random_population(1);
  const PopulationGrid people = spread_over(grid, population);
  BOOST_TEST(people.outside.day > 0.0);
  BOOST_TEST(total(people.day) + people.outside.day == everybody(population), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(the_total_does_not_depend_on_the_grid_s_origin) {
  const Population population = random_population(2);
  for (const double offset : {0.0, 1.7, -3.3, 5.0}) {
    const GridSpec moved{-1000.0 + offset, 2000.0 + offset, 10.0, 300, 300, "EPSG:4549"};
    const PopulationGrid people = spread_over(moved, population);
    BOOST_TEST(total(people.day) == everybody(population), boost::test_tools::tolerance(1e-12));
    BOOST_TEST(people.outside.day == 0.0);
  }
}

BOOST_AUTO_TEST_CASE(bands_get_the_values_and_sums_of_the_whole) {
  const Population population = random_population(3);
  const PopulationGrid whole = spread_over(grid, population);
  Raster<std::uint8_t> codes(grid.columns, grid.rows);
  for (std::size_t i = 0; i < codes.data().size(); ++i) codes.data()[i] = static_cast<std::uint8_t>(i * i % 5);
  std::map<int, PeopleInside> at_once;
  add_people_per_code(codes.view(), whole, at_once);

  std::map<int, PeopleInside> in_bands;
  for (const CellWindow& band : row_bands(grid, 700)) {
    const PopulationGrid part = spread_over(cropped(grid, band), population);
    for (std::int64_t row = 0; row < band.rows; ++row) {
      for (std::int64_t column = 0; column < band.columns; ++column) {
        BOOST_TEST_REQUIRE(part.day.at(column, row) == whole.day.at(column, band.row + row));
      }
    }
    add_people_per_code(codes.view().window(0, band.row, band.columns, band.rows), part, in_bands);
  }
  BOOST_TEST(at_once.size() == 3U);
  for (const auto& [code, people] : at_once) BOOST_TEST(people.day == in_bands.at(code).day);
  double sum = 0.0;
  for (const auto& [code, people] : at_once) sum += people.day;
  BOOST_TEST(sum == total(whole.day));
}

BOOST_AUTO_TEST_CASE(codes_of_another_shape_are_refused) {
  const PopulationGrid people = spread_over(grid, {});
  std::map<int, PeopleInside> totals;
  BOOST_CHECK_THROW(add_people_per_code(Raster<std::uint8_t>(3, 3).view(), people, totals), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
