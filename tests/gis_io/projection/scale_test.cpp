// A grid whose metres are not metres is refused.
#include <boost/test/unit_test.hpp>

#include "gis_io/projection.hpp"

namespace sise {
namespace {

/// 10 km around a place.
std::string verdict(const std::string& crs, LonLat place, double half_m = 5000.0) {
  const auto projection = open_projection(crs);
  const Point p = projection->from_lon_lat(place);
  try {
    require_true_scale(crs, {p.x - half_m, p.y - half_m, p.x + half_m, p.y + half_m}, {});
  } catch (const ConfigError& error) {
    const Diagnostic& d = error.diagnostics().front();
    BOOST_TEST(d.code == "grid_scale");
    BOOST_TEST(!d.message.zh.empty());
    return d.remedy.en;
  }
  return "fine";
}

constexpr LonLat kChangzhou{119.97, 31.78};

}  // namespace

BOOST_AUTO_TEST_SUITE(scale_of_the_grid)

BOOST_AUTO_TEST_CASE(zones_that_fit_are_fine) {
  for (const char* crs : {"EPSG:4549", "EPSG:4528", "EPSG:4509", "EPSG:32650", "EPSG:32651", "EPSG:2385"}) {
    BOOST_TEST(verdict(crs, kChangzhou) == "fine", crs);
  }
  BOOST_TEST(verdict("EPSG:3460", {179.9, -17.0}) == "fine");  // Fiji's map grid
}

BOOST_AUTO_TEST_CASE(world_and_equal_area_projections_are_refused_with_the_zone_to_take) {
  // Mercator; equal-area cylinder, Albers of Asia, sinusoidal; a zone 30 degrees away.
  for (const char* crs : {"EPSG:3857", "EPSG:3395", "EPSG:6933", "ESRI:102025", "EPSG:4534", "EPSG:32645"}) {
    BOOST_TEST(verdict(crs, kChangzhou).find("EPSG:4549") != std::string::npos,
               crs << ": " << verdict(crs, kChangzhou));
  }
}

BOOST_AUTO_TEST_CASE(an_extent_wider_than_its_zone_is_refused) {
  BOOST_TEST(verdict("EPSG:4549", kChangzhou, 400e3) == "fine");
  BOOST_TEST(verdict("EPSG:4549", {120.0, 35.0}, 1500e3) != "fine");
}

BOOST_AUTO_TEST_CASE(the_zone_named_is_that_of_the_place) {
  BOOST_TEST(suitable_crs({116.4, 39.9}).starts_with("EPSG:4548 "));
  BOOST_TEST(suitable_crs({75.2, 39.4}).starts_with("EPSG:4534 "));
  BOOST_TEST(suitable_crs({-95.0, 29.7}).starts_with("EPSG:32615 "));
  BOOST_TEST(suitable_crs({179.995, -16.8}).starts_with("EPSG:32760 "));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
