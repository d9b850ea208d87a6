// RFC 7946, 3.1.9: geometries that cross the antimeridian are cut in two.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "core/geometry/operations.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/write/vectors/geojson_geometry.hpp"

namespace sise {
namespace {

nlohmann::json written(const Geometry& geometry, const std::string& crs) {
  std::string out;
  append_geojson(out, geometry, *open_projection(crs), {});
  return nlohmann::json::parse(out);
}

Geometry disc(const std::string& crs, LonLat middle, double radius_m) {
  Geometry point;
  point.points = {open_projection(crs)->from_lon_lat(middle)};
  Geometry geometry;
  geometry.polygons = buffer(point, radius_m);
  return geometry;
}

/// Area on a sphere where a degree of latitude is a constant: enough to see that nothing is lost or doubled.
double area_km2(const nlohmann::json& rings, double lat) {
  double sum = 0.0;
  for (const nlohmann::json& ring : rings) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const double x0 = ring[0][0].get<double>();
      sum += (ring[i][0].get<double>() - x0) * ring[i + 1][1].get<double>() -
             (ring[i + 1][0].get<double>() - x0) * ring[i][1].get<double>();
    }
  }
  return sum / 2.0 * 110.6 * 111.3 * std::cos(lat * 0.0174532925);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(antimeridian)

BOOST_AUTO_TEST_CASE(a_zone_across_it_is_cut_into_two_valid_halves) {
  for (const double lon : {179.995, -179.995, 180.0}) {
    for (const char* crs : {"EPSG:32760", "EPSG:3460"}) {
      const nlohmann::json g = written(disc(crs, {lon, -16.8}, 2000.0), crs);
      BOOST_TEST(g["type"] == "MultiPolygon");
      BOOST_REQUIRE(g["coordinates"].size() == 2U);
      double area = 0.0;
      for (const nlohmann::json& polygon : g["coordinates"]) {
        double west = 180.0;
        double east = -180.0;
        for (const nlohmann::json& p : polygon[0]) {
          west = std::min(west, p[0].get<double>());
          east = std::max(east, p[0].get<double>());
        }
        BOOST_TEST(east - west < 1.0);
        BOOST_TEST((east == 180.0 || west == -180.0));
        area += area_km2(polygon, -16.8);
      }
      BOOST_TEST(area == 12.55, boost::test_tools::tolerance(0.01));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_hole_across_it_is_cut_too) {
  const Geometry big = disc("EPSG:32760", {179.999, -16.8}, 2000.0);
  const Geometry small = disc("EPSG:32760", {179.999, -16.8}, 1000.0);
  Geometry ring;
  ring.polygons = difference(big.polygons, small.polygons);
  const nlohmann::json g = written(ring, "EPSG:32760");
  double area = 0.0;
  for (const nlohmann::json& polygon : g["coordinates"]) area += area_km2(polygon, -16.8);
  BOOST_TEST(area == 9.41, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(a_line_across_it_is_cut_there) {
  const auto projection = open_projection("EPSG:32760");
  Geometry line;
  line.lines = {{projection->from_lon_lat({179.99, -16.8}), projection->from_lon_lat({-179.99, -16.81})}};
  const nlohmann::json g = written(line, "EPSG:32760");
  BOOST_TEST(g["type"] == "MultiLineString");
  BOOST_REQUIRE(g["coordinates"].size() == 2U);
  BOOST_TEST(g["coordinates"][0].back()[0] == 180.0);
  BOOST_TEST(g["coordinates"][1].front()[0] == -180.0);
  BOOST_TEST(g["coordinates"][0].back()[1] == g["coordinates"][1].front()[1]);
}

BOOST_AUTO_TEST_CASE(what_stays_on_one_side_is_not_touched) {
  const nlohmann::json g = written(disc("EPSG:32760", {179.9, -16.8}, 2000.0), "EPSG:32760");
  BOOST_TEST(g["type"] == "Polygon");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
