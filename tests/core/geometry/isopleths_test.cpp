#include "core/geometry/isopleths.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <random>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "models/base/error.hpp"
#include "tests/core/geometry/shapes.hpp"

namespace {

using namespace sise;
using namespace sise::test;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<MultiPolygon> trace(const GridSpec& grid, const Raster<double>& field, const std::vector<double>& levels) {
  IsoplethTracer tracer(grid, levels);
  for (std::int64_t row = 0; row < field.rows(); ++row) tracer.add_row(field.row(row));
  return tracer.finish();
}

GridSpec grid_for(const Raster<double>& field, double cell_m = 10.0) {
  return {500000.0, 3540000.0, cell_m, field.columns(), field.rows(), "EPSG:4549"};
}

/// Rows as they look on the map.
Raster<double> field_of(const std::vector<std::vector<double>>& rows) {
  Raster<double> field(static_cast<std::int64_t>(rows.front().size()), static_cast<std::int64_t>(rows.size()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::copy(rows[r].begin(), rows[r].end(), field.row(static_cast<std::int64_t>(r)).begin());
  }
  return field;
}

MultiPolygon region(const Raster<double>& field, double level) {
  return trace(grid_for(field, 1.0), field, {level}).front();
}

void require_sound_lines(const MultiPolygon& area) {
  const auto fault = invalidity(as_geometry(area));
  BOOST_REQUIRE_MESSAGE(!fault, (fault ? fault->reason.en : ""));
  for (const Polygon& polygon : area) {
    BOOST_REQUIRE_GT(signed_area_m2(polygon.outer), 0.0);
    for (const Ring& hole : polygon.holes) BOOST_REQUIRE_LT(signed_area_m2(hole), 0.0);
  }
}

/// Every centre whose value exceeds the level is inside and no other. A lone value next to the level may be swallowed:
/// the speck around it (two triangles of |value − level| over the fall to its neighbours) is smaller than a kept ring.
std::size_t misplaced_centres(const GridSpec& grid, const Raster<double>& field, const MultiPolygon& area,
                              double level) {
  const PreparedArea prepared(area);
  std::size_t misplaced = 0;
  for (std::int64_t row = 0; row < field.rows(); ++row) {
    for (std::int64_t column = 0; column < field.columns(); ++column) {
      const double value = field.at(column, row);
      if (std::abs(value - level) < 1e-3) continue;
      if (prepared.contains(grid.centre({column, row})) != (value > level)) ++misplaced;
    }
  }
  return misplaced;
}

using Random = std::mt19937_64;

Raster<double> random_field(Random& random, const std::function<double(Random&)>& value) {
  std::uniform_int_distribution<std::int64_t> size(1, 24);
  Raster<double> field(size(random), size(random));
  for (double& v : field.data()) v = value(random);
  return field;
}

void check_randomly(unsigned seed, const std::vector<double>& levels, const std::function<double(Random&)>& value) {
  Random random(seed);
  for (int repeat = 0; repeat < 150; ++repeat) {
    const Raster<double> field = random_field(random, value);
    const GridSpec grid = grid_for(field);
    const std::vector<MultiPolygon> regions = trace(grid, field, levels);
    for (std::size_t k = 0; k < levels.size(); ++k) {
      require_sound_lines(regions[k]);
      BOOST_REQUIRE_EQUAL(misplaced_centres(grid, field, regions[k], levels[k]), 0U);
      if (k > 0) BOOST_REQUIRE_SMALL(area_m2(difference(regions[k], regions[k - 1])), 1e-6);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(isopleths, *boost::unit_test::tolerance(1e-12))

BOOST_AUTO_TEST_CASE(a_region_that_fills_the_raster_has_its_bounds) {
  const Raster<double> field(5, 3, 2.0);
  const GridSpec grid = grid_for(field);
  const MultiPolygon area = trace(grid, field, {1.0}).front();
  BOOST_TEST_REQUIRE(area.size() == 1U);
  const Bounds b = grid.bounds();
  BOOST_TEST(
      (area[0].outer ==
       Ring{{b.x_min, b.y_max}, {b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}}));
}

BOOST_AUTO_TEST_CASE(a_value_equal_to_the_level_does_not_exceed_it) {
  BOOST_TEST(region(Raster<double>(5, 3, 1.0), 1.0).empty());
  BOOST_TEST(region(Raster<double>(5, 3, 1.0), std::nextafter(1.0, 0.0)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_single_cell_is_a_diamond) {
  const MultiPolygon area = region(field_of({{0, 0, 0}, {0, 2, 0}, {0, 0, 0}}), 1.0);
  BOOST_TEST_REQUIRE(area.size() == 1U);
  BOOST_TEST(area[0].outer.size() == 5U);
  BOOST_TEST(area_m2(area) == 0.5);
  BOOST_TEST((centroid(as_geometry(area)) == Point{500001.5, 3539998.5}));
}

BOOST_AUTO_TEST_CASE(a_single_cell_raster_is_its_cell) { BOOST_TEST(area_m2(region(field_of({{2}}), 1.0)) == 1.0); }

BOOST_AUTO_TEST_CASE(a_plane_is_cut_where_it_crosses_the_level) {
  // Value = column; the level 1.25 is reached a quarter of a cell east of the second centre.
  const MultiPolygon area = region(field_of({{0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}}), 1.25);
  BOOST_TEST_REQUIRE(area.size() == 1U);
  BOOST_TEST(area[0].outer.size() == 5U);  // a rectangle without idle vertices
  BOOST_TEST(area_m2(area) == 3.0 * (4.0 - 1.75));
}

BOOST_AUTO_TEST_CASE(the_mean_decides_a_saddle) {
  const Raster<double> weak = field_of({{0, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 0}});
  BOOST_TEST(region(weak, 1.25).size() == 2U);  // mean 1
  BOOST_TEST(region(weak, 0.75).size() == 1U);
  BOOST_TEST(region(weak, 1.0).size() == 2U);  // a mean equal to the level does not exceed it
  const Raster<double> other = field_of({{0, 0, 0, 0}, {0, 0, 2, 0}, {0, 2, 0, 0}, {0, 0, 0, 0}});
  BOOST_TEST(region(other, 1.25).size() == 2U);
  BOOST_TEST(region(other, 0.75).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_pit_is_a_hole) {
  const MultiPolygon area = region(field_of({{2, 2, 2}, {2, 0, 2}, {2, 2, 2}}), 1.0);
  BOOST_TEST_REQUIRE(area.size() == 1U);
  BOOST_TEST(area[0].holes.size() == 1U);
  BOOST_TEST(area_m2(area) == 8.5);
}

BOOST_AUTO_TEST_CASE(an_island_in_a_pit_is_a_polygon_of_its_own) {
  Raster<double> field(7, 7, 2.0);
  for (std::int64_t r = 1; r < 6; ++r) {
    for (std::int64_t c = 1; c < 6; ++c) field.at(c, r) = 0.0;
  }
  field.at(3, 3) = 2.0;
  const MultiPolygon area = region(field, 1.0);
  BOOST_TEST_REQUIRE(area.size() == 2U);
  BOOST_TEST(area[0].holes.size() == 1U);
  BOOST_TEST(area[1].holes.empty());
  require_sound_lines(area);
}

BOOST_AUTO_TEST_CASE(nan_is_outside_and_the_line_runs_half_way) {
  const MultiPolygon area = region(field_of({{9, 9, 9}, {9, nodata, 9}, {9, 9, 9}}), 1.0);
  BOOST_TEST_REQUIRE(area.size() == 1U);
  BOOST_TEST_REQUIRE(area[0].holes.size() == 1U);
  BOOST_TEST(area_m2(area) ==
             8.5);  // the hole touches the middle of the cell's four sides, whatever the neighbours' values
  BOOST_TEST(region(Raster<double>(4, 4, nodata), 1.0).empty());
}

BOOST_AUTO_TEST_CASE(infinite_values_give_sound_regions) {
  const MultiPolygon area = region(field_of({{0, infinity, 0}, {-infinity, infinity, 1}, {0, 5, 0}}), 1.0);
  require_sound_lines(area);
  BOOST_TEST(area.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_single_cell_at_the_level_leaves_no_speck) {
  const MultiPolygon area = region(field_of({{2, 2, 2}, {2, 1, 2}, {2, 2, 2}}), 1.0);
  BOOST_TEST_REQUIRE(area.size() == 1U);
  BOOST_TEST(area[0].holes.empty());
}

BOOST_AUTO_TEST_CASE(random_fields_give_sound_nested_regions) {
  check_randomly(1, {0.2, 0.5, 0.9}, [](Random& r) { return std::uniform_real_distribution<double>(0.0, 1.0)(r); });
}

BOOST_AUTO_TEST_CASE(plateaus_exactly_at_the_levels) {
  check_randomly(2, {0.0, 1.0, 1.5, 2.0},
                 [](Random& r) { return static_cast<double>(std::uniform_int_distribution<int>(0, 3)(r)); });
}

BOOST_AUTO_TEST_CASE(holes_of_nan_and_infinities) {
  check_randomly(3, {0.0, 1.0, 2.0}, [](Random& r) {
    const int kind = std::uniform_int_distribution<int>(0, 9)(r);
    if (kind < 2) return nodata;
    if (kind == 2) return infinity;
    if (kind == 3) return -infinity;
    return static_cast<double>(kind - 5);
  });
}

BOOST_AUTO_TEST_CASE(values_a_hair_around_the_level) {
  check_randomly(4, {1.0}, [](Random& r) {
    const int kind = std::uniform_int_distribution<int>(0, 3)(r);
    return std::array{std::nextafter(1.0, 0.0), std::nextafter(1.0, 2.0), 0.0, 3.0}.at(static_cast<std::size_t>(kind));
  });
}

BOOST_AUTO_TEST_CASE(checkerboards) {
  for (const double high : {1.5, 2.0, 3.0}) {
    Raster<double> field(20, 17);
    for (std::int64_t r = 0; r < field.rows(); ++r) {
      for (std::int64_t c = 0; c < field.columns(); ++c) field.at(c, r) = (r + c) % 2 == 0 ? high : 0.0;
    }
    const GridSpec grid = grid_for(field);
    const MultiPolygon area = trace(grid, field, {1.0}).front();
    require_sound_lines(area);
    BOOST_TEST(misplaced_centres(grid, field, area, 1.0) == 0U);
    BOOST_TEST(area.size() == (high > 2.0 ? 1U : 170U));  // saddles join when the mean exceeds the level
  }
}

BOOST_AUTO_TEST_CASE(a_cone_gives_a_circle_with_second_order) {
  // Value = radius0 − distance; the region above 0 is a circle. Halving the cell divides the error by about four.
  const double radius = 400.0;
  const double exact = std::numbers::pi * radius * radius;
  std::vector<double> errors;
  for (const double cell : {40.0, 20.0, 10.0, 5.0}) {
    const auto n = static_cast<std::int64_t>(1200.0 / cell);
    const GridSpec grid{0.0, 1200.0, cell, n, n, "EPSG:4549"};
    Raster<double> field(n, n);
    for (std::int64_t r = 0; r < n; ++r) {
      for (std::int64_t c = 0; c < n; ++c) {
        const Point p = grid.centre({c, r});
        field.at(c, r) = radius - std::hypot(p.x - 601.7, p.y - 598.3);
      }
    }
    errors.push_back(std::abs(area_m2(trace(grid, field, {0.0}).front()) - exact));
  }
  for (std::size_t k = 1; k < errors.size(); ++k) {
    const double order = std::log2(errors[k - 1] / errors[k]);
    BOOST_TEST_MESSAGE("order " << order);
    BOOST_TEST(order > 1.7);
  }
  BOOST_TEST(errors.back() < 1e-4 * exact);
}

BOOST_AUTO_TEST_CASE(a_tilted_ellipse_is_followed_point_by_point) {
  const double a = 350.0;
  const double b = 120.0;
  const double turn = 0.6;
  const GridSpec grid{0.0, 1000.0, 5.0, 200, 200, "EPSG:4549"};
  Raster<double> field(200, 200);
  const auto form = [&](Point p) {
    const double u = (p.x - 500.0) * std::cos(turn) + (p.y - 500.0) * std::sin(turn);
    const double v = -(p.x - 500.0) * std::sin(turn) + (p.y - 500.0) * std::cos(turn);
    return 1.0 - (u / a) * (u / a) - (v / b) * (v / b);
  };
  for (std::int64_t r = 0; r < 200; ++r) {
    for (std::int64_t c = 0; c < 200; ++c) field.at(c, r) = form(grid.centre({c, r}));
  }
  const MultiPolygon area = trace(grid, field, {0.0}).front();
  BOOST_TEST_REQUIRE(area.size() == 1U);
  BOOST_TEST(area_m2(area) == std::numbers::pi * a * b, boost::test_tools::tolerance(1e-3));
  for (const Point& p : area[0].outer) BOOST_TEST(std::abs(form(p)) < 1e-3);
}

BOOST_AUTO_TEST_CASE(moving_the_grid_moves_the_regions) {
  Random random(5);
  const Raster<double> field =
      random_field(random, [](Random& r) { return std::uniform_real_distribution<>(0, 1)(r); });
  const GridSpec here{0.0, 0.0, 16.0, field.columns(), field.rows(), "EPSG:4549"};
  const GridSpec there = shifted(here, 64, -32);
  const auto moved = translated(as_geometry(trace(here, field, {0.5}).front()), 1024.0, 512.0);
  const MultiPolygon traced = trace(there, field, {0.5}).front();
  BOOST_TEST_REQUIRE(traced.size() == moved.polygons.size());
  BOOST_TEST(area_m2(traced) == area_m2(moved), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_level_does_not_depend_on_its_company) {
  Random random(6);
  const Raster<double> field =
      random_field(random, [](Random& r) { return std::uniform_real_distribution<>(0, 1)(r); });
  const GridSpec grid = grid_for(field);
  BOOST_TEST((trace(grid, field, {0.9, 0.5, 0.1})[1] == trace(grid, field, {0.5})[0]));
  BOOST_TEST(trace(grid, field, {}).empty());
}

BOOST_AUTO_TEST_CASE(misuse_is_refused) {
  const GridSpec grid{0.0, 0.0, 1.0, 3, 2, "EPSG:4549"};
  BOOST_CHECK_THROW(IsoplethTracer(grid, {nodata}), std::invalid_argument);
  BOOST_CHECK_THROW(IsoplethTracer(GridSpec{}, {1.0}), ConfigError);
  IsoplethTracer tracer(grid, {1.0});
  const std::vector<double> row(3, 2.0);
  BOOST_CHECK_THROW(tracer.add_row(std::vector<double>(4)), std::invalid_argument);
  tracer.add_row(row);
  BOOST_CHECK_THROW((void)tracer.finish(), std::logic_error);
  tracer.add_row(row);
  BOOST_CHECK_THROW(tracer.add_row(row), std::logic_error);
  BOOST_TEST(tracer.finish().size() == 1U);
  BOOST_CHECK_THROW((void)tracer.finish(), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
