// A datum shift that the user gives is used, in every form in which it can be given.
#include <ogr_spatialref.h>

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::string kTmerc = "+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +units=m +no_defs ";
const std::string kModern = kTmerc + "+ellps=GRS80 +towgs84=100,200,300,0,0,0,0";
const std::string kKrasovsky = kTmerc + "+ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0";

Point moved(const std::string& crs, Point p = {502000.0, 3502000.0}) {
  const Transform transform(Crs(crs, {}), Crs("EPSG:4549", {}), {});
  return transform(p).value();
}

/// The same by hand: to geocentric coordinates on one ellipsoid, three parameters, and back on the other.
Point by_hand(const std::string& ellipsoid, double dx, double dy, double dz) {
  OGRSpatialReference from;
  from.SetFromUserInput((kTmerc + "+ellps=" + ellipsoid).c_str());
  OGRSpatialReference to;
  to.SetFromUserInput((kTmerc + "+ellps=GRS80").c_str());
  const std::string pipeline =
      "+proj=pipeline +step +inv " + kTmerc.substr(0, kTmerc.find(" +units")) + " +ellps=" + ellipsoid +
      " +step +proj=cart +ellps=" + ellipsoid + " +step +proj=helmert +x=" + std::to_string(dx) +
      " +y=" + std::to_string(dy) + " +z=" + std::to_string(dz) +
      " +step +inv +proj=cart +ellps=WGS84 +step +proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80";
  OGRCoordinateTransformationOptions options;
  options.SetCoordinateOperation(pipeline.c_str(), false);
  const std::unique_ptr<OGRCoordinateTransformation> transformation(
      OGRCreateCoordinateTransformation(&from, &to, options));
  BOOST_REQUIRE(transformation);
  Point p{502000.0, 3502000.0};
  BOOST_REQUIRE(transformation->Transform(1, &p.x, &p.y) != 0);
  return p;
}

double apart(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

std::string wkt_of(const std::string& proj, const char* format) {
  OGRSpatialReference reference;
  reference.SetFromUserInput(proj.c_str());
  char* text = nullptr;
  const char* const options[] = {format, nullptr};  // NOLINT
  reference.exportToWkt(&text, options);
  std::string wkt = text == nullptr ? "" : text;
  CPLFree(text);
  return wkt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(datum_shift)

BOOST_AUTO_TEST_CASE(parameters_of_a_proj_string_are_used) {
  BOOST_TEST(apart(moved(kModern), by_hand("GRS80", 100, 200, 300)) < 0.01);
  BOOST_TEST(apart(moved(kKrasovsky), by_hand("krass", 15.8, -154.4, -82.3)) < 0.01);
  BOOST_TEST(apart(moved(kModern), {502000.0, 3502000.0}) > 100.0);
}

BOOST_AUTO_TEST_CASE(parameters_of_wkt_are_used) {
  for (const std::string& crs : {kModern, kKrasovsky}) {
    for (const char* format : {"FORMAT=WKT1_GDAL", "FORMAT=WKT2_2019"}) {
      BOOST_TEST(apart(moved(wkt_of(crs, format)), moved(crs)) < 1e-6, format);
    }
  }
}

BOOST_AUTO_TEST_CASE(parameters_beside_a_code_are_used) {
  // Beijing 1954, central meridian 120 E, with its code and with what a surveying office gave out.
  std::string wkt = wkt_of("EPSG:2437", "FORMAT=WKT1_GDAL");
  const std::size_t at = wkt.find("AUTHORITY[\"EPSG\",\"6214\"]");
  BOOST_REQUIRE(at != std::string::npos);
  wkt.insert(at, "TOWGS84[15.8,-154.4,-82.3,0,0,0,0],");
  const Point p = moved(wkt, {502000.0, 3502000.0});
  BOOST_TEST(apart(p, moved(kKrasovsky)) < 0.01);
}

BOOST_AUTO_TEST_CASE(the_definition_keeps_the_parameters) {
  const Crs crs(kKrasovsky, {});
  BOOST_TEST(apart(moved(crs.definition()), moved(kKrasovsky)) < 1e-6);
}

BOOST_AUTO_TEST_CASE(without_parameters_an_old_datum_is_refused_and_named) {
  try {
    (void)moved(kTmerc + "+ellps=krass");
    BOOST_FAIL("moved");
  } catch (const InputError& error) {
    BOOST_TEST(error.diagnostics().front().message.en.find("+ellps=krass") != std::string::npos,
               error.diagnostics().front().message.en);
  }
}

BOOST_AUTO_TEST_CASE(a_layer_in_such_a_crs_is_placed) {
  const TempFolder folder;
  LayerConfig config = config_for(folder.write("a.csv", "id,x,y\nA,502000,3502000\n"));
  for (const std::string& crs : {kModern, kKrasovsky}) {
    config.crs = crs;
    Problems problems;
    const FeatureTable table =
        read_layer(config, Crs("EPSG:4549", {}), Bounds{490000, 3490000, 510000, 3510000}, problems);
    BOOST_TEST(problems.all().empty(), all_of(problems.all()));
    BOOST_TEST(apart(table.rows.front().geometry.points.front(), moved(crs)) < 1e-6);
  }
}

BOOST_AUTO_TEST_SUITE_END()
