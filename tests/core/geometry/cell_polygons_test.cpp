#include "core/geometry/cell_polygons.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "models/base/error.hpp"

namespace {

using namespace sise;

using Codes = Raster<std::uint8_t>;

GridSpec grid_for(const Codes& codes) {
  return {500000.0, 3540000.0, 10.0, codes.columns(), codes.rows(), "EPSG:4549"};
}

std::map<int, MultiPolygon> polygonize(const Codes& codes) {
  CellPolygonizer polygonizer(grid_for(codes));
  for (std::int64_t row = 0; row < codes.rows(); ++row) polygonizer.add_row(codes.row(row));
  return polygonizer.finish();
}

/// Rows of digits as they look on the map.
Codes codes_of(const std::vector<std::string>& rows) {
  Codes codes(static_cast<std::int64_t>(rows.front().size()), static_cast<std::int64_t>(rows.size()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      codes.at(static_cast<std::int64_t>(c), static_cast<std::int64_t>(r)) =
          static_cast<std::uint8_t>(rows[r][c] - '0');
    }
  }
  return codes;
}

/// Cells that hang together along edges, counted by filling.
std::size_t parts_of(Codes codes, std::uint8_t code) {
  constexpr std::uint8_t done = 255;
  std::size_t parts = 0;
  std::vector<CellIndex> open;
  for (std::int64_t row = 0; row < codes.rows(); ++row) {
    for (std::int64_t column = 0; column < codes.columns(); ++column) {
      if (codes.at(column, row) != code) continue;
      ++parts;
      open.push_back({column, row});
      while (!open.empty()) {
        const auto [c, r] = open.back();
        open.pop_back();
        const bool inside = c >= 0 && c < codes.columns() && r >= 0 && r < codes.rows();
        if (!inside || codes.at(c, r) != code) continue;
        codes.at(c, r) = done;
        open.insert(open.end(), {{c + 1, r}, {c - 1, r}, {c, r + 1}, {c, r - 1}});
      }
    }
  }
  return parts;
}

void require_sound(const MultiPolygon& area) {
  const auto fault = invalidity(as_geometry(area));
  BOOST_REQUIRE_MESSAGE(!fault, (fault ? fault->reason.en : ""));
  for (const Polygon& polygon : area) {
    BOOST_REQUIRE_GT(signed_area_m2(polygon.outer), 0.0);
    for (const Ring& hole : polygon.holes) BOOST_REQUIRE_LT(signed_area_m2(hole), 0.0);
  }
}

void require_turns_only(const Ring& ring) {
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const bool straight = (ring[i - 1].x == ring[i].x && ring[i].x == ring[i + 1].x) ||
                          (ring[i - 1].y == ring[i].y && ring[i].y == ring[i + 1].y);
    if (straight) BOOST_FAIL("a vertex where the line does not turn");
  }
}

/// Everything that the header promises.
void require_equal_cell_for_cell(const Codes& codes) {
  const GridSpec grid = grid_for(codes);
  const std::map<int, MultiPolygon> polygons = polygonize(codes);
  const std::set<int> present(codes.data().begin(), codes.data().end());
  BOOST_REQUIRE_EQUAL(polygons.size(), present.size());
  Codes back(codes.columns(), codes.rows(), 254);
  for (const auto& [code, area] : polygons) {
    require_sound(area);
    BOOST_REQUIRE_EQUAL(area.size(), parts_of(codes, static_cast<std::uint8_t>(code)));
    for (const Polygon& polygon : area) {
      require_turns_only(polygon.outer);
      for (const Ring& hole : polygon.holes) require_turns_only(hole);
    }
    const Codes mask = cells_inside(grid, PreparedArea(area));
    for (std::size_t i = 0; i < mask.data().size(); ++i) {
      if (mask.data()[i] == 0) continue;
      back.data()[i] = back.data()[i] == 254 ? static_cast<std::uint8_t>(code) : 253;  // 253: a cell in two codes
    }
  }
  BOOST_REQUIRE(back == codes);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_polygons)

BOOST_AUTO_TEST_CASE(one_code_everywhere_is_the_raster_s_rectangle) {
  const auto polygons = polygonize(Codes(4, 3, 7));
  BOOST_TEST_REQUIRE(polygons.size() == 1U);
  const Ring expected{{500000, 3540000}, {500000, 3539970}, {500040, 3539970}, {500040, 3540000}, {500000, 3540000}};
  BOOST_TEST((polygons.at(7) == MultiPolygon{{expected, {}}}));
}

BOOST_AUTO_TEST_CASE(cells_that_meet_in_a_corner_are_two_polygons) {
  const Codes codes = codes_of({"10", "01"});
  BOOST_TEST(polygonize(codes).at(1).size() == 2U);
  BOOST_TEST(polygonize(codes).at(0).size() == 2U);
  require_equal_cell_for_cell(codes);
}

BOOST_AUTO_TEST_CASE(a_hole_that_touches_the_outside_in_a_corner) {
  const Codes codes = codes_of({"1110", "1011", "1111"});
  require_equal_cell_for_cell(codes);
  BOOST_TEST(polygonize(codes).at(1).size() == 1U);
  // The pit is cut off from the outside by a corner: it is a hole that touches the outer ring.
  const Codes touching = codes_of({"1101", "1011", "1111"});
  require_equal_cell_for_cell(touching);
  BOOST_TEST(polygonize(touching).at(1)[0].holes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(holes_that_touch_each_other_are_two_holes) {
  const Codes codes = codes_of({"1111", "1011", "1101", "1111"});
  require_equal_cell_for_cell(codes);
  BOOST_TEST(polygonize(codes).at(1)[0].holes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(rings_within_rings) {
  require_equal_cell_for_cell(codes_of({"1111111", "1000001", "1011101", "1010101", "1011101", "1000001", "1111111"}));
}

BOOST_AUTO_TEST_CASE(spirals_and_combs_close_late) {
  require_equal_cell_for_cell(codes_of({"1111111", "0000001", "1111101", "1000101", "1011101", "1000001", "1111111"}));
  require_equal_cell_for_cell(codes_of({"1010101", "1010101", "1111111", "1010101", "1010101"}));
}

BOOST_AUTO_TEST_CASE(checkerboards) {
  Codes codes(15, 16);
  for (std::int64_t r = 0; r < codes.rows(); ++r) {
    for (std::int64_t c = 0; c < codes.columns(); ++c) codes.at(c, r) = static_cast<std::uint8_t>((r + c) % 2);
  }
  require_equal_cell_for_cell(codes);
}

BOOST_AUTO_TEST_CASE(random_rasters_come_back_cell_for_cell) {
  std::mt19937_64 random(1);
  std::uniform_int_distribution<std::int64_t> size(1, 24);
  for (int repeat = 0; repeat < 400; ++repeat) {
    std::uniform_int_distribution<int> code(0, 1 + repeat % 5);
    Codes codes(size(random), size(random));
    for (std::uint8_t& c : codes.data()) c = static_cast<std::uint8_t>(code(random));
    require_equal_cell_for_cell(codes);
  }
}

BOOST_AUTO_TEST_CASE(sparse_holes_come_back_cell_for_cell) {
  std::mt19937_64 random(2);
  std::bernoulli_distribution hole(0.3);
  for (int repeat = 0; repeat < 50; ++repeat) {
    Codes codes(40, 40);
    for (std::uint8_t& c : codes.data()) c = hole(random) ? 0 : 200;
    require_equal_cell_for_cell(codes);
  }
}

BOOST_AUTO_TEST_CASE(misuse_is_refused) {
  CellPolygonizer polygonizer({0.0, 0.0, 1.0, 3, 1, "EPSG:4549"});
  BOOST_CHECK_THROW(polygonizer.add_row(std::vector<std::uint8_t>(4)), std::invalid_argument);
  BOOST_CHECK_THROW((void)polygonizer.finish(), std::logic_error);
  polygonizer.add_row(std::vector<std::uint8_t>(3));
  BOOST_CHECK_THROW(polygonizer.add_row(std::vector<std::uint8_t>(3)), std::logic_error);
  BOOST_TEST(polygonizer.finish().size() == 1U);
  BOOST_CHECK_THROW((void)polygonizer.finish(), std::logic_error);
  BOOST_CHECK_THROW(CellPolygonizer(GridSpec{}), ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
