// GCJ-02 and BD-09: the published pairs, the inverse against itself, and layers that say so or do not.
#include "gis_io/read/layers/web_map_shift.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <memory>
#include <vector>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/outline_ledger.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const Crs& grid() {
  static const Crs kGrid("EPSG:4549", {});
  return kGrid;
}

double metres_between(LonLat a, LonLat b) {
  constexpr double kDegree_m = 111'320.0;
  return std::hypot((a.lon_deg - b.lon_deg) * kDegree_m * std::cos(a.lat_deg * 0.0174532925),
                    (a.lat_deg - b.lat_deg) * kDegree_m);
}

FeatureTable read_csv(const std::string& rows, const std::string& crs, Problems& problems) {
  const TempFolder folder;
  LayerConfig config = config_for(folder.write("a.csv", "id,lon,lat\n" + rows));
  config.crs = crs;
  return read_layer(config, grid(), std::nullopt, problems);
}

/// A block of about 1.6 by 1.8 km at a place, each vertex shifted as the system wants.
std::string block_wkt(double lon, double lat, std::optional<WebMapSystem> system) {
  std::string text = "POLYGON ((";
  for (const auto& [x, y] :
       std::vector<std::pair<double, double>>{{0, 0}, {0.017, 0.001}, {0.015, 0.016}, {0.002, 0.014}, {0, 0}}) {
    const LonLat wgs84{lon + x, lat + y};
    const LonLat p = system ? from_wgs84(wgs84, *system) : wgs84;
    text += (text.back() == '(' ? "" : ", ") + std::to_string(p.lon_deg) + " " + std::to_string(p.lat_deg);
  }
  return text + "))";
}

LayerConfig layer_of(const TempFolder& folder, const std::string& name, const std::string& wkt) {
  MadeLayer layer;
  layer.driver = "GeoJSON";
  layer.epsg = 4326;
  layer.fields = {{"id"}};
  layer.features = {{{"A"}, wkt}};
  make_source(folder / name, layer);
  return config_for(folder / name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(web_map_shift)

BOOST_AUTO_TEST_CASE(published_pairs_of_eviltransform) {
  // WGS 84 and GCJ-02 of the project's own tests: Shanghai, Shenzhen, Beijing.
  struct Pair {
    LonLat wgs84;
    LonLat gcj02;
  };
  for (const Pair& p : {Pair{{121.5272106, 31.1774276}, {121.531541859215, 31.17530398364597}},
                        Pair{{113.912316, 22.543847}, {113.9171764808363, 22.540796131694766}},
                        Pair{{116.377817, 39.911954}, {116.38404722455657, 39.91334545536069}}}) {
    BOOST_TEST(metres_between(from_wgs84(p.wgs84, WebMapSystem::gcj02), p.gcj02) < 0.001);
    BOOST_TEST(metres_between(to_wgs84(p.gcj02, WebMapSystem::gcj02), p.wgs84) < 0.001);
  }
}

BOOST_AUTO_TEST_CASE(published_pairs_of_coordtransform) {
  const LonLat here{116.404, 39.915};
  BOOST_TEST(metres_between(from_wgs84(here, WebMapSystem::gcj02), {116.41024449916938, 39.91640428150164}) < 0.001);
  const LonLat as_wgs84 = to_wgs84(here, WebMapSystem::gcj02);
  BOOST_TEST(metres_between(from_wgs84(as_wgs84, WebMapSystem::bd09), {116.41036949371029, 39.92133699351021}) < 0.001);
}

BOOST_AUTO_TEST_CASE(the_inverse_comes_back_everywhere_in_china) {
  for (double lon = 73.5; lon < 135.0; lon += 0.97) {
    for (double lat = 3.6; lat < 53.5; lat += 0.83) {
      for (const WebMapSystem system : {WebMapSystem::gcj02, WebMapSystem::bd09}) {
        const LonLat there = to_wgs84(from_wgs84({lon, lat}, system), system);
        BOOST_REQUIRE(metres_between(there, {lon, lat}) < 1e-3);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_layer_that_says_gcj02_arrives_where_its_things_are) {
  for (const auto& [name, system] : {std::pair{"GCJ-02", WebMapSystem::gcj02}, {"BD-09", WebMapSystem::bd09}}) {
    const LonLat shifted = from_wgs84({119.8, 31.9}, system);
    Problems problems;
    const FeatureTable table =
        read_csv("A," + std::to_string(shifted.lon_deg) + "," + std::to_string(shifted.lat_deg) + "\n", name, problems);
    Problems plain_problems;
    const FeatureTable plain = read_csv("A,119.8,31.9\n", "EPSG:4326", plain_problems);
    const Point a = table.rows.front().geometry.points.front();
    const Point b = plain.rows.front().geometry.points.front();
    BOOST_TEST(std::hypot(a.x - b.x, a.y - b.y) < 0.1);
    BOOST_TEST(has_code(problems.all(), "web_map_shift"));
  }
}

BOOST_AUTO_TEST_CASE(a_layer_in_degrees_without_a_crs_is_asked_which_of_three) {
  Problems problems;
  (void)read_csv("A,119.8,31.9\n", "", problems);
  const Diagnostic& d = with_code(problems.all(), "missing_crs");
  for (const char* name : {"EPSG:4490", "GCJ-02", "BD-09"}) BOOST_TEST(d.remedy.en.find(name) != std::string::npos);

  const TempFolder folder;
  MadeLayer layer;
  layer.epsg = 0;
  layer.fields = {{"id"}};
  layer.features = {{{"A"}, "POINT (119.8 31.9)"}};
  make_source(folder / "a.gpkg", layer);
  Problems of_layer;
  (void)read_layer(config_for(folder / "a.gpkg"), grid(), std::nullopt, of_layer);
  BOOST_TEST(with_code(of_layer.all(), "missing_crs").remedy.en.find("GCJ-02") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_spelling_is_answered_with_the_right_one) {
  for (const char* wrong : {"GCJ02", "gcj-02", "BD09", "bd09ll"}) {
    Problems problems;
    (void)read_csv("A,119.8,31.9\n", wrong, problems);
    const std::string right = wrong[0] == 'G' || wrong[0] == 'g' ? "GCJ-02" : "BD-09";
    BOOST_TEST(with_code(problems.all(), "unknown_crs").remedy.en.find(right) != std::string::npos, wrong);
  }
  BOOST_CHECK_THROW((void)grid_crs("GCJ-02", {}), ConfigError);
}

BOOST_AUTO_TEST_CASE(two_layers_a_web_maps_shift_apart_are_told) {
  for (const auto& [name, system] : {std::pair{"GCJ-02", WebMapSystem::gcj02}, {"BD-09", WebMapSystem::bd09}}) {
    for (const bool shifted_first : {false, true}) {
      const TempFolder folder;
      LayerConfig plain = layer_of(folder, "plain.geojson", block_wkt(119.8, 31.8, {}));
      LayerConfig web = layer_of(folder, "web.geojson", block_wkt(119.8, 31.8, system));
      plain.outlines = web.outlines = std::make_shared<OutlineLedger>();
      Problems problems;
      (void)read_layer(shifted_first ? web : plain, grid(), std::nullopt, problems);
      BOOST_TEST(!has_code(problems.all(), "shifted_layers"));
      (void)read_layer(shifted_first ? plain : web, grid(), std::nullopt, problems);
      const Diagnostic& d = with_code(problems.all(), "shifted_layers");
      BOOST_TEST(d.remedy.en.find(name) != std::string::npos, d.remedy.en);
      BOOST_TEST(d.remedy.en.find("web.geojson") != std::string::npos, d.remedy.en);
      // Declared, the two agree.
      web.crs = name;
      plain.outlines = web.outlines = std::make_shared<OutlineLedger>();
      Problems declared;
      (void)read_layer(plain, grid(), std::nullopt, declared);
      (void)read_layer(web, grid(), std::nullopt, declared);
      BOOST_TEST(!has_code(declared.all(), "shifted_layers"), all_of(declared.all()));
    }
  }
}

BOOST_AUTO_TEST_CASE(layers_that_lie_apart_otherwise_are_left_alone) {
  for (const auto& [east, north] :
       {std::pair{0.0, 0.0}, {0.0045, 0.0018}, {-0.006, 0.001}, {0.0, 0.006}, {0.05, -0.02}}) {
    const TempFolder folder;
    LayerConfig a = layer_of(folder, "a.geojson", block_wkt(119.8, 31.8, {}));
    LayerConfig b = layer_of(folder, "b.geojson", block_wkt(119.8 + east, 31.8 + north, {}));
    a.outlines = b.outlines = std::make_shared<OutlineLedger>();
    Problems problems;
    (void)read_layer(a, grid(), std::nullopt, problems);
    (void)read_layer(b, grid(), std::nullopt, problems);
    BOOST_TEST(!has_code(problems.all(), "shifted_layers"), east << " " << north);
  }
}

BOOST_AUTO_TEST_SUITE_END()
