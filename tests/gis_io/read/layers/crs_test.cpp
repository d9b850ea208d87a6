// CRSs: CGCS2000 in all its forms, always easting or longitude first.
#include <ogr_spatialref.h>
#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/gauss_krueger.hpp"
#include "gis_io/read/layers/transform.hpp"

using namespace sise;

namespace {

const Location kWhere;

Crs crs(const std::string& definition) { return Crs(definition, kWhere); }

Point moved(const std::string& from, const std::string& to, Point p) {
  return Transform(crs(from), crs(to), kWhere)(p).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(coordinate_systems)

BOOST_AUTO_TEST_CASE(definitions) {
  for (const char* text : {"EPSG:4549", "4549", " epsg:4549 "}) BOOST_TEST(crs(text).definition() == "EPSG:4549", text);
  BOOST_TEST(crs("EPSG:4490").is_geographic());
  BOOST_TEST(crs("EPSG:4549").is_projected());
  BOOST_TEST(crs("EPSG:4549").metres_per_unit() == 1.0);
  BOOST_CHECK_THROW((void)crs("EPSG:454900"), InputError);
  BOOST_CHECK_THROW((void)crs("CGCS2000"), InputError);
  BOOST_CHECK_THROW((void)crs(""), InputError);
}

BOOST_AUTO_TEST_CASE(esri_wkt_is_identified) {
  for (const int epsg : {4490, 4326, 4549, 4528, 32650}) {
    OGRSpatialReference reference;
    reference.importFromEPSG(epsg);
    reference.morphToESRI();
    char* wkt = nullptr;
    const char* const options[] = {"FORMAT=WKT1_ESRI", nullptr};
    reference.exportToWkt(&wkt, options);
    const std::string text = wkt;
    CPLFree(wkt);
    BOOST_TEST(text.find("EPSG") == std::string::npos);
    BOOST_TEST(crs(text).definition() == "EPSG:" + std::to_string(epsg), text);
  }
}

BOOST_AUTO_TEST_CASE(northing_first_systems_are_used_easting_first) {
  const Point p = moved("EPSG:4490", "EPSG:4549", {120.0, 32.0});
  BOOST_TEST(p.x == 500000.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(p.y > 3.54e6);
  const Point back = moved("EPSG:4549", "EPSG:4326", p);
  BOOST_TEST(back.x == 120.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(back.y == 32.0, boost::test_tools::tolerance(1e-9));
  const Point prefixed = moved("EPSG:4549", "EPSG:4528", p);
  BOOST_TEST(prefixed.x == 40500000.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(datums_without_known_relation_are_refused) {
  BOOST_CHECK_THROW(Transform(crs("EPSG:2384"), crs("EPSG:4549"), kWhere), InputError);
  BOOST_CHECK_NO_THROW(Transform(crs("EPSG:32650"), crs("EPSG:4549"), kWhere));
}

BOOST_AUTO_TEST_CASE(every_gauss_krueger_code_is_what_the_registry_says) {
  for (const int geographic : {4490, 4610, 4214}) {
    for (const int width : {3, 6}) {
      for (int zone = width == 3 ? 25 : 13; zone <= (width == 3 ? 45 : 23); ++zone) {
        const double meridian = width == 3 ? 3.0 * zone : 6.0 * zone - 3.0;
        for (const bool prefixed : {true, false}) {
          const int epsg = epsg_of({geographic, width, zone, prefixed}).value();
          const Crs entry = crs("EPSG:" + std::to_string(epsg));
          const OGRSpatialReference& reference = entry.ogr();
          BOOST_TEST(reference.GetProjParm(SRS_PP_CENTRAL_MERIDIAN) == meridian, epsg);
          BOOST_TEST(reference.GetProjParm(SRS_PP_FALSE_EASTING) == 500000.0 + (prefixed ? 1e6 * zone : 0.0), epsg);
          BOOST_TEST(entry.geographic().epsg().value() == geographic, epsg);
          const auto back = gauss_krueger_zone(epsg);
          BOOST_TEST((back && back->zone == zone && back->prefixed == prefixed && back->width_deg == width));
        }
      }
    }
  }
  BOOST_TEST(!gauss_krueger_zone(4490).has_value());
  BOOST_TEST(!epsg_of({4490, 3, 24, true}).has_value());
}

BOOST_AUTO_TEST_CASE(a_grid_needs_metres) {
  BOOST_TEST(grid_crs("EPSG:4549", kWhere).definition() == "EPSG:4549");
  for (const char* wrong : {"EPSG:4490", "EPSG:2263", "EPSG:999999"}) {
    BOOST_CHECK_THROW((void)grid_crs(wrong, kWhere), ConfigError);
  }
}

BOOST_AUTO_TEST_SUITE_END()
