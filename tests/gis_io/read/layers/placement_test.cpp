// Features arrive in the grid's CRS, or are refused with the remedy.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "gis_io/read/layers/layer_reader.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const Bounds kPlacementGrid{490000.0, 3530000.0, 510000.0, 3550000.0};  // around 120 E, 32 N
const std::string kHere = "POINT (500000 3541000)";

struct Result {
  FeatureTable table;
  Problems problems;
};

Result placed(const LayerConfig& config, std::optional<Bounds> grid = kPlacementGrid) {
  Result r;
  r.table = read_layer(config, Crs("EPSG:4549", {}), grid, r.problems);
  return r;
}

Result placed_layer(const std::vector<std::string>& shapes, int epsg, const std::string& crs = {},
                    std::optional<Bounds> grid = kPlacementGrid) {
  const TempFolder folder;
  MadeLayer layer;
  layer.epsg = epsg;
  layer.fields = {{"id"}};
  for (std::size_t i = 0; i < shapes.size(); ++i) layer.features.push_back({{"F" + std::to_string(i + 1)}, shapes[i]});
  make_source(folder / "a.gpkg", layer);
  LayerConfig config = config_for(folder / "a.gpkg");
  config.crs = crs;
  return placed(config, grid);
}

Result placed_csv(const std::string& csv, const std::string& crs, void (*adjust)(LayerConfig&) = nullptr) {
  const TempFolder folder;
  LayerConfig config = config_for(folder.write("a.csv", csv));
  config.crs = crs;
  if (adjust != nullptr) adjust(config);
  return placed(config);
}

void check_refused(const Result& r, const std::string& code, const std::string& remedy) {
  const Diagnostic& d = with_code(r.problems.all(), code);
  BOOST_TEST(d.remedy.en.find(remedy) != std::string::npos, d.remedy.en);
  BOOST_TEST(!d.message.zh.empty());
  BOOST_TEST(!d.remedy.zh.empty());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(placement)

BOOST_AUTO_TEST_CASE(cgcs2000_degrees_arrive_in_metres) {
  const Result r = placed_layer({"POINT (120 32)"}, 4490);
  BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
  BOOST_TEST(r.table.rows.front().geometry.points.front().x == 500000.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(shapefile_with_esri_prj_and_gml_with_its_axis_order) {
  for (const auto& [driver, name] : {std::pair{"ESRI Shapefile", "a.shp"}, {"GML", "a.gml"}, {"KML", "a.kml"}}) {
    const TempFolder folder;
    MadeLayer layer;
    layer.driver = driver;
    layer.epsg = std::string(driver) == "KML" ? 4326 : 4490;
    layer.fields = {{"id"}};
    layer.features = {{{"A"}, "POINT (120 32)"}};
    make_source(folder / name, layer);
    const Result r = placed(config_for(folder / name));
    BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
    BOOST_TEST(r.table.rows.front().geometry.points.front().x == 500000.0, boost::test_tools::tolerance(1e-9));
  }
}

BOOST_AUTO_TEST_CASE(gml_in_a_northing_first_projection) {
  const TempFolder folder;
  MadeLayer layer;
  layer.driver = "GML";
  layer.fields = {{"id"}};
  layer.features = {{{"A"}, kHere}};
  make_source(folder / "a.gml", layer);
  const Result r = placed(config_for(folder / "a.gml"));
  BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
  BOOST_TEST(r.table.rows.front().geometry.points.front().x == 500000.0);
}

BOOST_AUTO_TEST_CASE(a_layer_without_crs_is_refused_unless_it_is_given) {
  check_refused(placed_layer({kHere}, 0), "missing_crs", "EPSG:");
  BOOST_TEST(!placed_layer({kHere}, 0, "EPSG:4549").problems.has_errors());
}

BOOST_AUTO_TEST_CASE(a_given_crs_goes_before_the_files_with_a_warning) {
  const Result r = placed_layer({kHere}, 4326, "EPSG:4549");
  BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
  BOOST_TEST(has_code(r.problems.all(), "crs_overridden"));
}

BOOST_AUTO_TEST_CASE(degrees_where_metres_belong) {
  check_refused(placed_layer({"POINT (120 32)"}, 4549), "degrees_for_metres", "EPSG:4490");
  check_refused(placed_layer({"POINT (32 120)"}, 4549), "degrees_for_metres", "exchange");
}

BOOST_AUTO_TEST_CASE(metres_where_degrees_belong) {
  check_refused(placed_layer({kHere}, 4490), "metres_for_degrees", "EPSG:4549");
  check_refused(placed_layer({"POINT (40500000 3541000)"}, 4326), "zone_prefix", "EPSG:4528");
}

BOOST_AUTO_TEST_CASE(swapped_axes) {
  check_refused(placed_layer({"POINT (32 120)"}, 4490), "swapped_axes", "Exchange");
  check_refused(placed_layer({"POINT (43 87)"}, 4490, {}, std::nullopt), "swapped_axes", "Exchange");
  check_refused(placed_layer({"POINT (3541000 500000)"}, 4549), "swapped_axes", "Exchange");
  // WGS 84 is used everywhere: only the grid tells.
  check_refused(placed_layer({"POINT (32 60)"}, 4326), "far_from_grid", "CRS");
}

BOOST_AUTO_TEST_CASE(zone_numbers_in_front_of_eastings) {
  check_refused(placed_layer({"POINT (40500000 3541000)"}, 4549), "zone_prefix", "EPSG:4528");
  check_refused(placed_layer({kHere}, 4528), "zone_prefix", "EPSG:4549");
  check_refused(placed_layer({"POINT (20783000 3544000)"}, 4549), "zone_prefix", "EPSG:4498");
  check_refused(placed_layer({"POINT (3541000 40500000)"}, 4549), "zone_prefix", "exchange");
  check_refused(placed_layer({"POINT (40500000 3541000)"}, 4527), "zone_prefix", "EPSG:4528");
}

BOOST_AUTO_TEST_CASE(another_zone_is_told_by_the_grid) {
  // The same numbers three degrees farther west: plausible, but nowhere near the grid.
  check_refused(placed_layer({kHere}, 4548), "other_zone", "EPSG:4549");
}

BOOST_AUTO_TEST_CASE(many_features_with_one_fault_are_one_message) {
  const Result r = placed_layer(std::vector<std::string>(50, "POINT (120 32)"), 4549);
  BOOST_TEST(r.problems.all().size() == 1U);
  BOOST_TEST(r.problems.all().front().message.en.find("49 more") != std::string::npos);
  BOOST_TEST(r.problems.all().front().where.feature == "F1");
}

BOOST_AUTO_TEST_CASE(single_features_may_lie_far_from_the_grid_but_not_all) {
  BOOST_TEST(!placed_layer({kHere, "POINT (500000 3700000)"}, 4549).problems.has_errors());
  BOOST_TEST(has_code(placed_layer({"POINT (500000 3700000)"}, 4549).problems.all(), "far_from_grid"));
}

BOOST_AUTO_TEST_CASE(outside_the_area_of_use) {
  check_refused(placed_layer({"POINT (500000 9000000)"}, 4549), "outside_crs", "Check");
}

BOOST_AUTO_TEST_CASE(a_wide_region_in_one_zone_is_a_warning) {
  // Four degrees east of the meridian, where the zone ends at one and a half.
  const Result r = placed_layer({"POINT (877500 3550000)"}, 4549, {}, std::nullopt);
  BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
  BOOST_TEST(has_code(r.problems.all(), "beside_crs"));
  BOOST_TEST(!r.table.rows.front().geometry.empty());
}

BOOST_AUTO_TEST_CASE(shapes) {
  const Result r = placed_layer({"POINT Z (500000 3541000 7)", "MULTIPOINT ((500000 3541000),(500010 3541000))",
                                 "LINESTRING (500000 3541000, 500010 3541000)",
                                 "MULTIPOLYGON (((500000 3541000, 500010 3541000, 500010 3541010, 500000 3541000)))",
                                 "CURVEPOLYGON (CIRCULARSTRING (500000 3541000, 500100 3541000, 500000 3541000))",
                                 "GEOMETRYCOLLECTION (POINT (500000 3541000))"},
                                4549);
  BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
  BOOST_TEST(r.table.rows[1].geometry.points.size() == 2U);
  BOOST_TEST(r.table.rows[2].geometry.lines.size() == 1U);
  BOOST_TEST(r.table.rows[3].geometry.polygons.front().outer.size() == 4U);
  const Ring& circle = r.table.rows[4].geometry.polygons.front().outer;
  BOOST_TEST(circle.size() > 80U);
  BOOST_CHECK(circle.front() == circle.back());
}

BOOST_AUTO_TEST_CASE(shapes_that_cannot_be_used) {
  const Result r = placed_layer(
      {kHere, "", "POLYGON ((500000 3541000, 500010 3541010, 500010 3541000, 500000 3541010, 500000 3541000))",
       "GEOMETRYCOLLECTION (POINT (500000 3541000), LINESTRING (500000 3541000, 500010 3541000))",
       "POINT (1e400 3541000)", "POINT EMPTY"},
      4549);
  const Diagnostic& bow = with_code(r.problems.all(), "invalid_geometry");
  BOOST_TEST(bow.where.feature == "F3");
  BOOST_TEST(bow.message.en.find("500005 3541005") != std::string::npos, bow.message.en);
  BOOST_TEST(with_code(r.problems.all(), "empty_geometry").where.feature == "F2");
  BOOST_TEST(with_code(r.problems.all(), "mixed_geometry").where.feature == "F4");
  BOOST_TEST(r.problems.all().size() == 5U, all_of(r.problems.all()));
}

BOOST_AUTO_TEST_CASE(tables_with_coordinates) {
  BOOST_TEST(!placed_csv("id,x,y\nA,500000,3541000\n", "EPSG:4549").problems.has_errors());
  BOOST_TEST(!placed_csv("id,lon,lat\nA,120,32\n", "EPSG:4490").problems.has_errors());
  BOOST_TEST(!placed_csv("id,wkt\nA,POINT (500000 3541000)\n", "EPSG:4549").problems.has_errors());
  const Result named = placed_csv("编号,经度,纬度\nA,120,32\n", "EPSG:4490", [](LayerConfig& c) {
    c.lon = "经度";
    c.lat = "纬度";
  });
  BOOST_TEST(!named.problems.has_errors(), all_of(named.problems.all()));
}

BOOST_AUTO_TEST_CASE(tables_whose_coordinates_are_wrong) {
  check_refused(placed_csv("id,lon,lat\nA,120,32\n", ""), "missing_crs", "EPSG:4490");
  check_refused(placed_csv("id,lon,lat\nA,120,32\n", "EPSG:4549"), "crs_not_geographic", "EPSG:4490");
  check_refused(placed_csv("id,lon,lat\nA,32,120\n", "EPSG:4490"), "swapped_axes", "Exchange");
  check_refused(placed_csv("id,name\nA,B\n", "EPSG:4549"), "no_geometry", "lon and lat");
  check_refused(placed_csv("id,lon,lat\nA,,32\n", "EPSG:4490"), "blank_value", "Fill");
  check_refused(placed_csv("id,lon,lat\nA,0,0\n", "EPSG:4490"), "zero_coordinates", "position");
  check_refused(placed_csv("id,lon,lat\nA,\"120°60'\",32\n", "EPSG:4490"), "not_a_number", "decimal");
  check_refused(placed_csv("id,lon,lat\nA,120N,32\n", "EPSG:4490"), "not_a_number", "minutes");
  check_refused(placed_csv("id,x,y\nA,\"120°30'\",32\n", "EPSG:4549"), "not_a_number", "lon and lat");
  check_refused(placed_csv("id,wkt\nA,POINT 5 5\n", "EPSG:4549"), "bad_wkt", "POINT");
  check_refused(placed_csv("id,e,n\nA,1,2\n", "EPSG:4549",
                           [](LayerConfig& c) {
                             c.x = "east";
                             c.y = "n";
                           }),
                "missing_field", "e");
  check_refused(placed_csv("id,x,y\nA,500000,3541000\n", "EPSG:45490"), "unknown_crs", "EPSG:4549");
}

BOOST_AUTO_TEST_CASE(degrees_minutes_and_seconds_in_every_spelling) {
  // Quoted as CSV wants it: the sign of seconds is a quote.
  for (const auto& [lon, lat] : {std::pair{"120°30'00\"\"E", "31°12'36\"\"N"},
                                 {"东经120度30分0秒", "北纬31度12分36秒"},
                                 {"120°30′", "31°12.6′"},
                                 {"120.5°", "31.21°"},
                                 {"E120.5", "N31.21"},
                                 {"１２０．５", "31.21"},
                                 {"120º30’00”", "31º12’36”"},
                                 {"120° 30' 0'' E", "31° 12' 36'' N"}}) {
    const std::string row = std::string("\"") + lon + "\",\"" + lat + "\"";
    const Result r = placed_csv("id,lon,lat\nA," + row + "\n", "EPSG:4490");
    const Result plain = placed_csv("id,lon,lat\nA,120.5,31.21\n", "EPSG:4490");
    BOOST_TEST_CONTEXT(row << all_of(r.problems.all())) {
      BOOST_REQUIRE(!r.problems.has_errors());
      const Point a = r.table.rows.front().geometry.points.front();
      const Point b = plain.table.rows.front().geometry.points.front();
      BOOST_TEST(std::abs(a.x - b.x) < 1e-6);
      BOOST_TEST(std::abs(a.y - b.y) < 1e-6);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_empty_layer_is_refused) {
  check_refused(placed_layer({}, 4549), "empty_layer", "right layer");
  check_refused(placed_csv("id,x,y\n", "EPSG:4549"), "empty_layer", "right layer");
}

BOOST_AUTO_TEST_CASE(a_datum_without_known_relation_is_refused) {
  check_refused(placed_layer({kHere}, 2385), "no_transformation", "CGCS2000");
}

BOOST_AUTO_TEST_SUITE_END()
