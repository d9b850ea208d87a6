#include "core/zones/threat_zones.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "core/geometry/operations.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "core/zones/threat_grid.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {
namespace {

constexpr double kZoneDegree = std::numbers::pi / 180.0;

ThreatLevel zone_level(const std::string& name, double value) {
  return {name, {name, name}, "custom", value, value, "", "", Confidence::seen, {}};
}

Incident chlorine(double wind_from_deg, double uncertainty_deg) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.substance = "chlorine";
  incident.rate_kg_s = 1.5;
  incident.weather.wind_speed_m_s = 2.0;
  incident.weather.stability = Stability::F;
  incident.model.transport_wind = TransportWind::profile;
  incident.wind_from_deg = wind_from_deg;
  incident.wind_from_uncertainty_deg = uncertainty_deg;
  incident.levels = {zone_level("red", 145e-6), zone_level("yellow", 5.8e-6)};
  return incident;
}

Point zone_towards(Point from, double bearing_deg, double distance) {
  return {from.x + distance * std::sin(bearing_deg * kZoneDegree),
          from.y + distance * std::cos(bearing_deg * kZoneDegree)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threat_zones_suite)

BOOST_AUTO_TEST_CASE(wind_from_the_south_east_carries_the_cloud_to_the_north_west) {
  const Incident incident = chlorine(135.0, 0.0);
  const auto field = make_hazard(incident);
  const std::vector<Point> places{zone_towards(incident.source, 315.0, 1000.0),
                                  zone_towards(incident.source, 135.0, 1000.0),
                                  zone_towards(incident.source, 45.0, 1000.0)};
  const ThreatValues values = field->at(places, {});
  const GaussianPlume plume({1.5, 1.0}, incident.weather, {});
  BOOST_TEST(values.central[0] == plume.concentration_kg_m3(1000.0, 0.0, 1.0), boost::test_tools::tolerance(1e-9));
  BOOST_TEST(values.central[1] == 0.0);
  BOOST_TEST(values.central[2] < 1e-30);
}

BOOST_AUTO_TEST_CASE(grid_north_is_not_true_north) {
  Incident incident = chlorine(180.0, 0.0);
  incident.convergence_deg = 2.0;  // grid north points 2 degrees east of true north
  const auto field = make_hazard(incident);
  // A true bearing of 0 is a grid bearing of -2 degrees.
  const std::vector<Point> places{zone_towards(incident.source, -2.0, 2000.0),
                                  zone_towards(incident.source, 2.0, 2000.0)};
  const ThreatValues values = field->at(places, {});
  BOOST_TEST(values.central[0] > values.central[1]);
  const GaussianPlume plume({1.5, 1.0}, incident.weather, {});
  BOOST_TEST(values.central[0] == plume.concentration_kg_m3(2000.0, 0.0, 1.0), boost::test_tools::tolerance(1e-9));
}

// Two independent ways: the nearest and farthest direction against a fan of single plumes.
BOOST_AUTO_TEST_CASE(largest_and_smallest_agree_with_a_fan_of_winds) {
  const double uncertainty = 15.0;
  const auto field = make_hazard(chlorine(200.0, uncertainty));
  const Point source = chlorine(200.0, 0.0).source;
  for (const double r : {30.0, 100.0, 700.0, 3000.0, 9000.0}) {
    for (double bearing = 0.0; bearing < 360.0; bearing += 7.0) {
      const std::vector<Point> place{zone_towards(source, bearing, r)};
      const ThreatValues values = field->at(place, {});
      double largest = 0.0;
      double smallest = 1e300;
      for (double turn = -uncertainty; turn <= uncertainty + 1e-9; turn += 0.125) {
        const double here = make_hazard(chlorine(200.0 + turn, 0.0))->at(place, {}).central[0];
        largest = std::max(largest, here);
        smallest = std::min(smallest, here);
      }
      BOOST_TEST(values.largest[0] >= largest * (1 - 1e-9));
      BOOST_TEST(values.largest[0] <= largest * 1.05 + 1e-15);  // the fan may miss the axis by 1/16 of a degree
      BOOST_TEST(values.smallest[0] == smallest, boost::test_tools::tolerance(1e-6));
    }
  }
}

BOOST_AUTO_TEST_CASE(certain_lies_inside_possible_and_levels_are_nested) {
  const Incident incident = chlorine(270.0, 5.0);
  const auto field = make_hazard(incident);
  const GridSpec grid = threat_grid(incident, *field, 20.0, "EPSG:4549");
  const ThreatResult result = threat_zones(incident, *field, grid);
  BOOST_REQUIRE(result.zones.size() == 4u);
  for (std::size_t i = 0; i < 4; i += 2) {
    BOOST_TEST(!result.zones[i].certain);
    BOOST_TEST(result.zones[i + 1].certain);
    BOOST_TEST(result.zones[i + 1].area_m2 < result.zones[i].area_m2);
    BOOST_TEST(area_m2(difference(result.zones[i + 1].area, result.zones[i].area)) <
               1e-6 * result.zones[i].area_m2 + 1.0);
  }
  BOOST_TEST(area_m2(difference(result.zones[0].area, result.zones[2].area)) < 1.0);
  // The zone ends where the axis says it does.
  const double reach = field->extent(incident.levels)->reach_m;
  BOOST_TEST(std::abs(result.zones[2].max_distance_m - reach) < 2 * grid.cell_m);
}

BOOST_AUTO_TEST_CASE(without_uncertainty_certain_equals_possible) {
  const Incident incident = chlorine(90.0, 0.0);
  const auto field = make_hazard(incident);
  const ThreatResult result = threat_zones(incident, *field, threat_grid(incident, *field, 25.0, "EPSG:4549"));
  BOOST_TEST(result.zones[0].area_m2 == result.zones[1].area_m2);
  BOOST_TEST(result.zones[0].area_m2 > 0.0);
}

BOOST_AUTO_TEST_CASE(a_turned_wind_turns_the_zone) {
  const Incident north = chlorine(180.0, 10.0);
  const Incident east = chlorine(270.0, 10.0);
  const auto field_north = make_hazard(north);
  const auto field_east = make_hazard(east);
  const ThreatResult a = threat_zones(north, *field_north, threat_grid(north, *field_north, 20.0, "EPSG:4549"));
  const ThreatResult b = threat_zones(east, *field_east, threat_grid(east, *field_east, 20.0, "EPSG:4549"));
  for (std::size_t i = 0; i < a.zones.size(); ++i) {
    BOOST_TEST(a.zones[i].area_m2 == b.zones[i].area_m2, boost::test_tools::tolerance(5e-3));
  }
}

BOOST_AUTO_TEST_CASE(blast_is_round_and_ends_at_the_curve) {
  Incident incident = chlorine(0.0, 0.0);
  incident.rate_kg_s.reset();
  incident.event = BlastEvent{1000.0};
  incident.levels = {zone_level("9 kPa", 9000.0), zone_level("2 kPa", 2000.0)};
  const auto field = make_hazard(incident);
  const ThreatResult result = threat_zones(incident, *field, threat_grid(incident, *field, 5.0, "EPSG:4549"));
  const double r = field->extent(incident.levels)->reach_m;
  BOOST_TEST(r == 588.6, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(result.zones[2].area_m2 == std::numbers::pi * r * r, boost::test_tools::tolerance(2e-3));
}

BOOST_AUTO_TEST_CASE(a_level_that_is_met_nowhere_is_told) {
  Incident incident = chlorine(0.0, 0.0);
  incident.levels = {zone_level("never", 1e6)};
  const auto field = make_hazard(incident);
  BOOST_CHECK_THROW((void)threat_grid(incident, *field, 10.0, "EPSG:4549"), InputError);
}

BOOST_AUTO_TEST_CASE(targets_carry_arrival_and_passing) {
  Incident incident = chlorine(270.0, 10.0);
  Target school;
  school.id = "school";
  school.geometry.points = {zone_towards(incident.source, 90.0, 1500.0)};
  Target far = school;
  far.id = "behind";
  far.geometry.points = {zone_towards(incident.source, 270.0, 1500.0)};
  incident.targets = {far, school};
  const auto field = make_hazard(incident);
  const ThreatResult result = threat_zones(incident, *field, threat_grid(incident, *field, 20.0, "EPSG:4549"));
  BOOST_REQUIRE(result.targets.size() == 1u);
  BOOST_TEST(result.targets[0].id == "school");
  const GaussianPlume plume({1.5, 1.0}, incident.weather, {});
  BOOST_TEST(result.targets[0].arrival_s == 1500.0 / plume.transport_wind_m_s(1500.0),
             boost::test_tools::tolerance(1e-9));
  BOOST_TEST(result.targets[0].passing_s - result.targets[0].arrival_s == 1800.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
