#include "gis_io/projection.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <numbers>
#include <string>
#include <thread>
#include <vector>

namespace sise {
namespace {

std::string code_of(const std::string& crs) {
  try {
    const auto projection = open_projection(crs);
  } catch (const ConfigError& error) {
    return error.diagnostics().front().code;
  }
  return "accepted";
}

/// Length of a meridian's arc from the equator on the GRS 80 ellipsoid by Simpson's rule: a second way to a northing.
double meridian_arc_m(double lat_deg) {
  constexpr double kSemiMajor = 6378137.0;
  constexpr double kFlattening = 1.0 / 298.257222101;
  constexpr double kE2 = kFlattening * (2.0 - kFlattening);
  constexpr int kPieces = 2000;
  const double end = lat_deg * std::numbers::pi / 180.0;
  const auto radius = [](double lat) {
    return kSemiMajor * (1.0 - kE2) / std::pow(1.0 - kE2 * std::sin(lat) * std::sin(lat), 1.5);
  };
  double sum = radius(0.0) + radius(end);
  for (int i = 1; i < kPieces; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * radius(end * i / kPieces);
  return sum * end / kPieces / 3.0;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_central_meridian_of_cgcs2000_zone_120_has_easting_500000_and_the_arc_as_northing) {
  const auto projection = open_projection("EPSG:4549");
  const Point p = projection->from_lon_lat({120.0, 32.0});
  BOOST_TEST(p.x == 500000.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(p.y == meridian_arc_m(32.0), boost::test_tools::tolerance(1e-10));
}

BOOST_AUTO_TEST_CASE(longitude_and_latitude_come_back) {
  const auto projection = open_projection("EPSG:4549");
  const LonLat there = projection->to_lon_lat({487654.3, 3541234.5});
  BOOST_TEST(there.lon_deg > 119.0);
  BOOST_TEST(there.lon_deg < 120.0);
  BOOST_TEST(there.lat_deg > 31.9);
  BOOST_TEST(there.lat_deg < 32.1);
  const Point back = projection->from_lon_lat(there);
  BOOST_TEST(back.x == 487654.3, boost::test_tools::tolerance(1e-11));
  BOOST_TEST(back.y == 3541234.5, boost::test_tools::tolerance(1e-11));
}

BOOST_AUTO_TEST_CASE(a_zone_with_its_number_in_the_easting_keeps_it) {
  const auto projection = open_projection("EPSG:4528");  // zone 40, false easting 40 500 000
  BOOST_TEST(projection->from_lon_lat({120.0, 32.0}).x == 40500000.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(convergence_follows_the_textbook_formula_and_its_sign) {
  // tan(gamma) = tan(delta lon) sin(lat) on the sphere; east of the central meridian grid north points east of true north.
  const auto projection = open_projection("EPSG:4549");
  for (const double lon : {119.0, 119.7, 120.0, 120.4, 121.2}) {
    const double lat = 32.0;
    const double expected =
        std::atan(std::tan((lon - 120.0) * std::numbers::pi / 180.0) * std::sin(lat * std::numbers::pi / 180.0)) *
        180.0 / std::numbers::pi;
    BOOST_TEST(std::abs(projection->convergence_deg(projection->from_lon_lat({lon, lat})) - expected) < 2e-4);
  }
}

BOOST_AUTO_TEST_CASE(a_crs_without_metres_is_refused_with_the_remedy) {
  BOOST_TEST(code_of("EPSG:4490") == "crs_not_projected");
  BOOST_TEST(code_of("EPSG:4326") == "crs_not_projected");
  BOOST_TEST(code_of("EPSG:4978") == "crs_not_projected");
  BOOST_TEST(code_of("EPSG:2263") == "crs_not_metres");  // New York, US survey feet
  BOOST_TEST(code_of("EPSG:999999") == "unknown_crs");
  BOOST_TEST(code_of("") == "unknown_crs");
  BOOST_TEST(code_of("EPSG:32650") == "accepted");
  BOOST_TEST(code_of("EPSG:4549+5773") == "accepted");  // compound, with EGM96 heights
}

BOOST_AUTO_TEST_CASE(the_refusal_points_at_the_key) {
  Location key;
  key.file = "project.toml";
  key.line = 3;
  try {
    const auto projection = open_projection("EPSG:4490", key);
    BOOST_FAIL("accepted");
  } catch (const ConfigError& error) {
    BOOST_TEST(error.diagnostics().front().where.line == 3);
    BOOST_TEST(error.diagnostics().front().message.en.find("EPSG:4490") != std::string::npos);
    BOOST_TEST(error.diagnostics().front().message.zh.find("EPSG:4490") != std::string::npos);
    BOOST_TEST(!error.diagnostics().front().remedy.zh.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_point_nobody_can_project_is_an_input_error) {
  const auto projection = open_projection("EPSG:4549");
  BOOST_CHECK_THROW((void)projection->to_lon_lat({1e300, 0.0}), InputError);
  BOOST_CHECK_THROW((void)projection->to_lon_lat({std::nan(""), 0.0}), InputError);
  BOOST_CHECK_THROW((void)projection->from_lon_lat({0.0, 123.0}), InputError);
}

BOOST_AUTO_TEST_CASE(many_threads_get_what_one_gets) {
  const auto projection = open_projection("EPSG:4549");
  std::vector<LonLat> alone(400);
  std::vector<LonLat> together(400);
  const auto point = [](std::size_t i) { return Point{470000.0 + 137.0 * static_cast<double>(i), 3540000.0}; };
  for (std::size_t i = 0; i < alone.size(); ++i) alone[i] = projection->to_lon_lat(point(i));
  std::vector<std::thread> workers;
  for (std::size_t worker = 0; worker < 4; ++worker) {
    workers.emplace_back([&, worker] {
      for (std::size_t i = worker; i < together.size(); i += 4) together[i] = projection->to_lon_lat(point(i));
    });
  }
  for (std::thread& worker : workers) worker.join();
  for (std::size_t i = 0; i < alone.size(); ++i) {
    BOOST_TEST(alone[i].lon_deg == together[i].lon_deg);
    BOOST_TEST(alone[i].lat_deg == together[i].lat_deg);
  }
}

}  // namespace sise
