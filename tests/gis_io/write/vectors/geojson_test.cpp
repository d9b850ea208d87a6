#include "gis_io/write/vectors/geojson.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "gis_io/projection.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

using nlohmann::json;

/// Plane degrees: a metre is 1e-5 degree, so that expected coordinates can be read off.
class PlainDegrees final : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x * 1e-5, p.y * 1e-5}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg * 1e5, p.lat_deg * 1e5}; }
  [[nodiscard]] double convergence_deg(Point /*point*/) const override { return 0.0; }
};

std::string geometry_text(const Geometry& geometry, const GeoJsonGeometryOptions& options = {}) {
  std::string out;
  append_geojson(out, geometry, PlainDegrees(), options);
  return out;
}

Ring square(double x, double y, double side) {
  return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

Ring clockwise(Ring ring) { return {ring.rbegin(), ring.rend()}; }

Geometry polygons(MultiPolygon parts) {
  Geometry geometry;
  geometry.polygons = std::move(parts);
  return geometry;
}

double signed_area(const json& ring) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    sum += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
           ring[i + 1][0].get<double>() * ring[i][1].get<double>();
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_shape_has_its_geometry_object) {
  Geometry point;
  point.points = {{12345.678, 100000.0}};
  BOOST_TEST(geometry_text(point) == R"({"type": "Point", "coordinates": [0.1234568, 1.0]})");
  Geometry points;
  points.points = {{0.0, 0.0}, {-100.0, 50.0}};
  BOOST_TEST(geometry_text(points) == R"({"type": "MultiPoint", "coordinates": [[0.0, 0.0], [-0.001, 0.0005]]})");
  Geometry line;
  line.lines = {{{0.0, 0.0}, {100.0, 0.0}}};
  BOOST_TEST(geometry_text(line) == R"({"type": "LineString", "coordinates": [[0.0, 0.0], [0.001, 0.0]]})");
  BOOST_TEST(
      geometry_text(polygons({{square(0, 0, 100), {}}})) ==
      R"({"type": "Polygon", "coordinates": [[[0.0, 0.0], [0.001, 0.0], [0.001, 0.001], [0.0, 0.001], [0.0, 0.0]]]})");
  BOOST_TEST(json::parse(geometry_text(polygons({{square(0, 0, 100), {}}}), {.always_multi = true}))["type"] ==
             "MultiPolygon");
  BOOST_TEST(geometry_text({}) == "null");
}

BOOST_AUTO_TEST_CASE(outer_rings_run_counter_clockwise_and_holes_clockwise_whatever_comes_in) {
  for (const bool turn : {false, true}) {
    Ring outer = square(0, 0, 100);
    Ring hole = square(20, 20, 10);
    if (turn) {
      outer = clockwise(outer);
      hole = clockwise(hole);
    }
    const json rings = json::parse(geometry_text(polygons({{outer, {hole}}})))["coordinates"];
    BOOST_TEST(signed_area(rings[0]) > 0.0);
    BOOST_TEST(signed_area(rings[1]) < 0.0);
    for (const json& ring : rings) BOOST_TEST(ring.front() == ring.back());
  }
}

BOOST_AUTO_TEST_CASE(rings_that_rounding_collapses_are_dropped_with_their_holes) {
  const Ring thin{{0, 0}, {100, 0}, {100, 0.001}, {0, 0.001}, {0, 0}};
  BOOST_TEST(geometry_text(polygons({{thin, {square(1, 1, 5)}}})) == "null");
  BOOST_TEST(geometry_text(polygons({{square(0, 0, 0.002), {}}})) == "null");
  const json kept = json::parse(geometry_text(polygons({{square(0, 0, 100), {thin, square(50, 50, 10)}}})));
  BOOST_TEST(kept["coordinates"].size() == 2);
}

BOOST_AUTO_TEST_CASE(spikes_and_repeated_points_go) {
  // Rounded, the excursion to (50, -30) returns on itself, and two points fall together.
  const Ring ring{{0, 0}, {50, 0}, {50, -30}, {50.001, 0}, {100, 0}, {100, 0.001}, {100, 100}, {0, 100}, {0, 0}};
  const json rings = json::parse(geometry_text(polygons({{ring, {}}})))["coordinates"];
  const json expected = json::parse("[[[0.0,0.0],[0.0005,0.0],[0.001,0.0],[0.001,0.001],[0.0,0.001],[0.0,0.0]]]");
  BOOST_TEST(rings == expected);
}

BOOST_AUTO_TEST_CASE(a_spike_where_the_ring_closes_goes_too) {
  const Ring ring{{-30, 0}, {0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0.001}, {-30, 0}};
  const json rings = json::parse(geometry_text(polygons({{ring, {}}})))["coordinates"];
  BOOST_TEST(rings[0].size() == 5);
  BOOST_TEST(signed_area(rings[0]) > 0.0);
}

BOOST_AUTO_TEST_CASE(long_edges_get_points_that_neighbours_share) {
  const Ring left{{-700, 0}, {0, 0}, {0, 1301}, {-700, 1301}, {-700, 0}};
  const Ring right{{0, 0}, {700, 0}, {700, 1301}, {0, 1301}, {0, 0}};
  const auto on_shared_edge = [](const json& ring) {
    std::vector<double> lats;
    for (const json& p : ring) {
      if (p[0] == 0.0) lats.push_back(p[1].get<double>());
    }
    std::sort(lats.begin(), lats.end());
    lats.erase(std::unique(lats.begin(), lats.end()), lats.end());
    return lats;
  };
  const json a = json::parse(geometry_text(polygons({{left, {}}})))["coordinates"][0];
  const json b = json::parse(geometry_text(polygons({{right, {}}})))["coordinates"][0];
  BOOST_TEST(on_shared_edge(a).size() == 4);
  BOOST_TEST(on_shared_edge(a) == on_shared_edge(b), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_straight_edge_follows_its_true_course_to_a_centimetre) {
  const auto projection = open_projection("EPSG:4549");
  Geometry line;
  line.lines = {{{440000.0, 3540000.0}, {460000.0, 3540000.0}}};
  std::string out;
  append_geojson(out, line, *projection, {});
  const json coordinates = json::parse(out)["coordinates"];
  double worst_m = 0.0;
  for (std::size_t i = 0; i + 1 < coordinates.size(); ++i) {
    const LonLat middle{(coordinates[i][0].get<double>() + coordinates[i + 1][0].get<double>()) / 2.0,
                        (coordinates[i][1].get<double>() + coordinates[i + 1][1].get<double>()) / 2.0};
    worst_m = std::max(worst_m, std::abs(projection->from_lon_lat(middle).y - 3540000.0));
  }
  BOOST_TEST(worst_m < 0.015);
}

BOOST_AUTO_TEST_CASE(a_collection_is_rfc_7946_with_provenance_and_without_crs) {
  const testing::TempFolder folder;
  const auto projection = open_projection("EPSG:4549");
  {
    GeoJsonWriter writer(folder / "units.geojson", *projection, {"units", R"({"program":"sise"})", {}});
    Feature unit;
    unit.geometry.points = {{500000.0, 3541000.0}};
    unit.properties = {
        {"id", "U-1"}, {"name", "氯气储罐"}, {"computed", true}, {"risk_per_year", 3e-6}, {"missing", {}}};
    writer.add(unit);
    Feature placeless;
    placeless.properties = {{"id", "U-2"}};
    writer.add(placeless);
    writer.finish();
  }
  const json collection = json::parse(testing::content_of(folder / "units.geojson"));
  BOOST_TEST(collection["type"] == "FeatureCollection");
  BOOST_TEST(collection["name"] == "units");
  BOOST_TEST(collection["sise"]["program"] == "sise");
  BOOST_TEST(!collection.contains("crs"));
  BOOST_TEST(collection["features"].size() == 2);
  const json& first = collection["features"][0];
  BOOST_TEST(first["type"] == "Feature");
  BOOST_TEST(first["geometry"]["coordinates"][0].get<double>() == 120.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::abs(first["geometry"]["coordinates"][1].get<double>() - 32.0) < 0.02);
  BOOST_TEST(first["properties"]["name"] == "氯气储罐");
  BOOST_TEST(first["properties"]["risk_per_year"] == 3e-6);
  BOOST_TEST(first["properties"]["missing"].is_null());
  BOOST_TEST(collection["features"][1]["geometry"].is_null());
}

BOOST_AUTO_TEST_CASE(an_empty_collection_is_sound_and_a_full_disk_is_an_error) {
  const testing::TempFolder folder;
  const PlainDegrees projection;
  GeoJsonWriter writer(folder / "a.geojson", projection, {"a", "", {}});
  writer.finish();
  BOOST_TEST(json::parse(testing::content_of(folder / "a.geojson"))["features"].empty());
  GeoJsonWriter full("/dev/full", projection, {"a", "", {}});
  BOOST_CHECK_THROW(full.finish(), OutputError);
}

}  // namespace sise
