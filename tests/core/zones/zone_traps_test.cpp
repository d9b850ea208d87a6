// Traps that other tools fell into (docs/method/threat_zones.md lists all of them and their tests).
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "core/zones/threat_grid.hpp"
#include "core/zones/threat_zones.hpp"

namespace sise {
namespace {

Incident leak(double wind_from_deg, double wind_speed_m_s) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.rate_kg_s = 0.5;
  incident.weather.wind_speed_m_s = wind_speed_m_s;
  incident.weather.stability = Stability::D;
  incident.wind_from_deg = wind_from_deg;
  incident.room = Room{};
  incident.levels = {{"red", {"red", "red"}, "custom", 1e-4, 1e-4, "", "", Confidence::seen, {2.0, 3600.0}}};
  Target school;
  school.id = "school";
  school.geometry.points = {{1000.0, 2030.0}};
  incident.targets = {school};
  return incident;
}

ThreatResult zones_of(const Incident& incident) {
  const auto hazard = make_hazard(incident);
  return threat_zones(incident, *hazard, threat_grid(incident, *hazard, 5.0, "EPSG:4549"));
}

Point middle(const ThreatResult& result) {
  Geometry shape;
  shape.polygons = result.zones.front().area;
  return centroid(shape);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zone_traps)

BOOST_AUTO_TEST_CASE(trap_calm_wind) {
  for (const double speed : {0.0, 0.2, 0.499}) {
    const ThreatResult result = zones_of(leak(180.0, speed));
    BOOST_REQUIRE(!result.warnings.empty());
    BOOST_TEST(result.warnings.front() == "calm_small_wind");
    BOOST_TEST(result.zones.front().area_m2 > 0.0);
    BOOST_REQUIRE(result.targets.size() == 1U);
    BOOST_TEST(std::isfinite(result.targets[0].arrival_s));
    BOOST_TEST(result.targets[0].arrival_s > 0.0);
    for (const float value : result.fields.front().central.data()) BOOST_TEST_REQUIRE(std::isfinite(value));
  }
  // Without any wind no direction is special.
  const ThreatResult still = zones_of(leak(180.0, 0.0));
  BOOST_TEST(std::hypot(middle(still).x - 1000.0, middle(still).y - 2000.0) < 1.0);
}

// A mathematician's angle, or the direction that the wind blows to, would put the zone elsewhere.
BOOST_AUTO_TEST_CASE(trap_mirrored_axes) {
  const Point from_north_east = middle(zones_of(leak(30.0, 3.0)));
  BOOST_TEST(from_north_east.x < 1000.0);
  BOOST_TEST(from_north_east.y < 2000.0);
  BOOST_TEST((2000.0 - from_north_east.y) / (1000.0 - from_north_east.x) == std::sqrt(3.0),
             boost::test_tools::tolerance(0.02));
  const Point from_west = middle(zones_of(leak(270.0, 3.0)));
  BOOST_TEST(from_west.x > 1000.0);
  BOOST_TEST(std::abs(from_west.y - 2000.0) < 1.0);
}

BOOST_AUTO_TEST_CASE(trap_360_is_0) {
  Incident zero = leak(0.0, 3.0);
  Incident full = leak(360.0, 3.0);
  zero.wind_from_uncertainty_deg = full.wind_from_uncertainty_deg = 15.0;
  const ThreatResult a = zones_of(zero);
  const ThreatResult b = zones_of(full);
  for (std::size_t i = 0; i < a.zones.size(); ++i) {
    BOOST_TEST(a.zones[i].area_m2 == b.zones[i].area_m2, boost::test_tools::tolerance(1e-4));
  }
  // An uncertainty that reaches over north has no seam.
  BOOST_TEST(std::abs(middle(a).x - 1000.0) < 1.0);
}

BOOST_AUTO_TEST_CASE(trap_grid_north_and_true_north) {
  Incident incident = leak(180.0, 3.0);
  incident.convergence_deg = 5.0;  // grid north lies 5 degrees east of true north
  const Point place = middle(zones_of(incident));
  BOOST_TEST((place.x - 1000.0) / (place.y - 2000.0) == -std::tan(5.0 * std::acos(-1.0) / 180.0),
             boost::test_tools::tolerance(0.05));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
