// The colours of a page lie where the map's cells lie.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "gis_io/projection.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/pictures/mercator_picture.hpp"

using namespace sise;

namespace {

// 30 km by 24 km, 40 km east of the central meridian: grid north and true north differ by a third of a degree.
const GridSpec kGrid{
    .x_min = 540000.0, .y_max = 3550000.0, .cell_m = 50.0, .columns = 600, .rows = 480, .crs = "EPSG:4549"};

std::uint8_t code_at(const MercatorCodes& picture, const Projection& projection, Point place) {
  const Point at = to_mercator(projection.to_lon_lat(place));
  const auto column = static_cast<std::int64_t>(std::floor((at.x - picture.west_m) / picture.pixel_m));
  const auto row = static_cast<std::int64_t>(std::floor((picture.north_m - at.y) / picture.pixel_m));
  return picture.codes.at(column, row);
}

/// Blue with a red cell every seventh column and row, and a district that is no rectangle.
ClassThumbnail spotted(const ClassScheme& scheme, std::int64_t max_pixels) {
  ClassThumbnail thumbnail(kGrid, scheme, max_pixels);
  std::vector<std::uint8_t> codes(static_cast<std::size_t>(kGrid.columns));
  for (std::int64_t row = 0; row < kGrid.rows; ++row) {
    for (std::int64_t column = 0; column < kGrid.columns; ++column) {
      const bool outside = column + row < 200;
      const bool red = row % 7 == 3 && column % 7 == 3;
      codes[static_cast<std::size_t>(column)] = outside ? ClassScheme::outside_code : red ? 1 : 4;
    }
    thumbnail.add_row(codes);
  }
  return thumbnail;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mercator_picture)

BOOST_AUTO_TEST_CASE(mercator_metres_are_those_of_epsg_3857) {
  // gdaltransform -s_srs EPSG:4326 -t_srs EPSG:3857 answers the same.
  const Point at = to_mercator({120.0, 31.9});
  BOOST_TEST(std::abs(at.x - 13358338.895193) < 1e-5);
  BOOST_TEST(std::abs(at.y - 3750191.219277) < 1e-5);
  const LonLat back = from_mercator(at);
  BOOST_TEST(std::abs(back.lon_deg - 120.0) < 1e-12);
  BOOST_TEST(std::abs(back.lat_deg - 31.9) < 1e-12);
}

BOOST_AUTO_TEST_CASE(every_cell_shows_its_own_class_or_a_worse_neighbours) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const auto projection = open_projection("EPSG:4549");
  const ClassThumbnail thumbnail = spotted(scheme, 4096);
  BOOST_REQUIRE(thumbnail.cells_per_pixel() == 1);
  const MercatorCodes picture = mercator_codes(thumbnail, scheme, *projection);
  std::int64_t wrong = 0;
  std::int64_t exact = 0;
  for (std::int64_t row = 1; row + 1 < kGrid.rows; ++row) {
    for (std::int64_t column = 1; column + 1 < kGrid.columns; ++column) {
      const std::uint8_t own = thumbnail.codes().at(column, row);
      const std::uint8_t got = code_at(picture, *projection, kGrid.centre({column, row}));
      if (got == own) ++exact;
      bool near = false;
      for (std::int64_t r = row - 1; r <= row + 1; ++r)
        for (std::int64_t c = column - 1; c <= column + 1; ++c) near = near || thumbnail.codes().at(c, r) == got;
      if (!near || (own == 1 && got != 1)) ++wrong;
    }
  }
  BOOST_TEST(wrong == 0);
  BOOST_TEST(exact > 0.9 * static_cast<double>(kGrid.cells()));
}

BOOST_AUTO_TEST_CASE(the_corners_are_those_of_the_grid) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const auto projection = open_projection("EPSG:4549");
  const MercatorCodes picture = mercator_codes(spotted(scheme, 4096), scheme, *projection);
  const Bounds b = kGrid.bounds();
  for (const Point& corner :
       {Point{b.x_min, b.y_min}, Point{b.x_max, b.y_min}, Point{b.x_min, b.y_max}, Point{b.x_max, b.y_max}}) {
    const LonLat at = projection->to_lon_lat(corner);
    BOOST_TEST((at.lon_deg >= picture.south_west.lon_deg - 1e-9 && at.lon_deg <= picture.north_east.lon_deg + 1e-9));
    BOOST_TEST((at.lat_deg >= picture.south_west.lat_deg - 1e-9 && at.lat_deg <= picture.north_east.lat_deg + 1e-9));
  }
}

BOOST_AUTO_TEST_CASE(a_map_that_is_too_large_is_shown_by_its_worst_cells) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const auto projection = open_projection("EPSG:4549");
  const ClassThumbnail thumbnail = spotted(scheme, 100);
  BOOST_TEST(thumbnail.cells_per_pixel() == 6);
  const MercatorCodes picture = mercator_codes(thumbnail, scheme, *projection);
  BOOST_TEST(picture.codes.columns() < 110);
  BOOST_TEST(code_at(picture, *projection, kGrid.centre({3 + 7 * 50, 3 + 7 * 50})) == 1);
}

BOOST_AUTO_TEST_CASE(the_same_codes_give_the_same_png) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const auto projection = open_projection("EPSG:4549");
  const MercatorCodes picture = mercator_codes(spotted(scheme, 4096), scheme, *projection);
  const std::string png = class_png(picture.codes.view(), scheme, "index.html");
  BOOST_TEST(png.starts_with("\x89PNG"));
  BOOST_TEST((png == class_png(picture.codes.view(), scheme, "index.html")));
  BOOST_TEST(png.find("tRNS") != std::string::npos);  // what lies outside lets the ground through
}

BOOST_AUTO_TEST_SUITE_END()
