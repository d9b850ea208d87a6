// The envelope of a field that turns, against the plain union over a thousand directions.
#include "core/zones/ring_field.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "core/geometry/operations.hpp"
#include "core/zones/cloud_field.hpp"
#include "core/zones/cloud_hazard.hpp"
#include "core/zones/effect_hazard.hpp"
#include "core/zones/threat_grid.hpp"
#include "core/zones/threat_zones.hpp"

namespace sise {
namespace {

constexpr double kRingDegree = std::numbers::pi / 180.0;
constexpr int kDirections = 1000;

/// A lobe 8 degrees wide towards the east, falling with the square of the distance.
double lobe(Point place, double turn_rad) {
  const double r = std::hypot(place.x, place.y);
  const double off =
      std::remainder(std::atan2(place.x, place.y) - 90.0 * kRingDegree - turn_rad, 2.0 * std::numbers::pi);
  return 1e4 / (r * r) * std::exp(-0.5 * std::pow(off / (4.0 * kRingDegree), 2.0));
}

Point ring_towards(Point from, double bearing_deg, double distance) {
  return {from.x + distance * std::sin(bearing_deg * kRingDegree),
          from.y + distance * std::cos(bearing_deg * kRingDegree)};
}

struct Extremes {
  double largest = 0.0;
  double smallest = 1e300;
};

Extremes over_all(double half_width_deg, const std::function<double(double)>& value_at_turn) {
  Extremes extremes;
  for (int i = 0; i <= kDirections; ++i) {
    const double value =
        value_at_turn(std::lerp(-half_width_deg, half_width_deg, i / double{kDirections}) * kRingDegree);
    extremes.largest = std::max(extremes.largest, value);
    extremes.smallest = std::min(extremes.smallest, value);
  }
  return extremes;
}

ThreatLevel level(double value) {
  return {"level", {"level", "level"}, "custom", value, value, "", "", Confidence::seen, {}};
}

Incident ammonia_puff(double uncertainty_deg) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.mass_kg = 200.0;
  incident.duration_s = 0.0;
  incident.weather.wind_speed_m_s = 2.0;
  incident.weather.stability = Stability::F;
  incident.model.transport_wind = TransportWind::as_given;
  incident.wind_from_deg = 250.0;
  incident.wind_from_uncertainty_deg = uncertainty_deg;
  incident.wind_changes = {{240.0, 215.0, 3.0, Stability::D}};
  incident.levels = {level(1e-5)};
  return incident;
}

double degrees_off(Point place, Point source, double bearing_deg) {
  return std::remainder(std::atan2(place.x - source.x, place.y - source.y) / kRingDegree - bearing_deg, 360.0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ring_field)

BOOST_AUTO_TEST_CASE(largest_and_smallest_are_those_of_a_thousand_directions) {
  for (const double half_width_deg : {0.1, 5.0, 22.5, 200.0}) {
    const RingField rings({0.0, 0.0}, 5.0, 3000.0, [](double /*r*/) { return 0.8 * kRingDegree; });
    std::vector<double> values;
    for (const Point& place : rings.places()) values.push_back(lobe(place, 0.0));
    const RingField::Envelope envelope = rings.envelope(std::move(values), half_width_deg * kRingDegree);
    for (const double r : {7.0, 33.0, 490.0, 2900.0}) {
      for (double bearing = 3.0; bearing < 360.0; bearing += 9.7) {
        const Point place = ring_towards({0.0, 0.0}, bearing, r);
        const Extremes all = over_all(half_width_deg, [&](double turn) { return lobe(place, turn); });
        const double peak = 1e4 / (r * r);
        BOOST_TEST(std::abs(envelope.largest(place) - all.largest) < 0.01 * peak);
        BOOST_TEST(std::abs(envelope.smallest(place) - all.smallest) < 0.01 * peak);
      }
    }
  }
}

// Two ways: the cloud on circles, turned, against the clouds of a thousand incidents.
BOOST_AUTO_TEST_CASE(a_cloud_s_possible_zone_is_the_union_over_a_thousand_winds) {
  const Incident incident = ammonia_puff(12.0);
  const CloudHazard cloud(incident);
  const GridSpec grid = threat_grid(incident, cloud, 40.0, "EPSG:4549");
  const ThreatRasters over = cloud.over(grid, {}, nullptr);
  const CloudHazard given(ammonia_puff(0.0));
  std::int64_t compared = 0;
  for (std::int64_t row = 3; row < grid.rows; row += 11) {
    for (std::int64_t column = 2; column < grid.columns; column += 7) {
      const Point place = grid.centre({column, row});
      const double r = std::hypot(place.x - incident.source.x, place.y - incident.source.y);
      if (r < 100.0) continue;
      // A wind turned by t brings to a place what the given wind brings to the place turned back by t.
      std::vector<Point> arc;
      const double bearing = degrees_off(place, incident.source, 0.0);
      for (int i = 0; i <= kDirections; ++i) {
        arc.push_back(ring_towards(incident.source, bearing - std::lerp(-12.0, 12.0, i / double{kDirections}), r));
      }
      const std::vector<double> all = given.at(arc, {}).central;
      const double largest = *std::max_element(all.begin(), all.end());
      const double smallest = *std::min_element(all.begin(), all.end());
      if (largest < 1e-7) continue;
      ++compared;
      BOOST_TEST(static_cast<double>(over.largest.at(column, row)) == largest, boost::test_tools::tolerance(0.03));
      if (smallest > 1e-7) {
        BOOST_TEST(static_cast<double>(over.smallest.at(column, row)) == smallest, boost::test_tools::tolerance(0.03));
      }
    }
  }
  BOOST_TEST(compared > 40);
}

// What a fan of a few directions draws as a comb: along a circle within the interval nothing falls between its teeth.
BOOST_AUTO_TEST_CASE(the_possible_zone_has_no_teeth_at_any_distance) {
  Incident incident = ammonia_puff(15.0);
  incident.wind_changes.clear();
  const CloudHazard cloud(incident);
  const GridSpec grid = threat_grid(incident, cloud, 25.0, "EPSG:4549");
  const ThreatResult result = threat_zones(incident, cloud, grid);
  const ThreatZone& possible = result.zones[0];
  BOOST_TEST(possible.area.size() == 1U);
  BOOST_TEST(possible.max_distance_m > 800.0);
  for (const double share : {0.3, 0.6, 0.9}) {
    for (double off = -14.0; off <= 14.0; off += 0.1) {
      const Point place = ring_towards(incident.source, 70.0 + off, share * possible.max_distance_m);
      BOOST_REQUIRE(contains(as_geometry(possible.area), place));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_leaning_fire_s_envelope_is_that_of_a_thousand_winds) {
  Incident incident;
  incident.source = {0.0, 0.0};
  incident.event = PoolFireEvent{{.diameter_m = 15.0, .burning_rate_kg_m2_s = 0.085}, 1800.0};
  incident.weather.wind_speed_m_s = 6.0;
  incident.wind_from_deg = 270.0;
  incident.wind_from_uncertainty_deg = 20.0;
  incident.levels = {level(4000.0)};
  const EffectHazard fire(incident);
  Incident calm = incident;
  calm.wind_from_uncertainty_deg = 0.0;
  const EffectHazard given(calm);
  const GridSpec grid = threat_grid(incident, fire, 4.0, "EPSG:4549");
  const ThreatRasters over = fire.over(grid, {}, nullptr);
  for (std::int64_t row = 0; row < grid.rows; row += 5) {
    for (std::int64_t column = 0; column < grid.columns; column += 5) {
      const Point place = grid.centre({column, row});
      const double r = std::hypot(place.x, place.y);
      if (r < 15.0) continue;  // the pool itself
      std::vector<Point> arc;
      const double bearing = degrees_off(place, {0.0, 0.0}, 0.0);
      for (int i = 0; i <= kDirections; ++i) {
        arc.push_back(ring_towards({0.0, 0.0}, bearing - std::lerp(-20.0, 20.0, i / double{kDirections}), r));
      }
      const std::vector<double> all = given.at(arc, {}).central;
      BOOST_TEST(static_cast<double>(over.largest.at(column, row)) == *std::max_element(all.begin(), all.end()),
                 boost::test_tools::tolerance(0.03));
      BOOST_TEST(static_cast<double>(over.smallest.at(column, row)) == *std::min_element(all.begin(), all.end()),
                 boost::test_tools::tolerance(0.03));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_zone_that_goes_on_beyond_the_grid_is_said_to_be_cut) {
  Incident incident = ammonia_puff(5.0);
  const CloudHazard cloud(incident);
  const GridSpec whole = threat_grid(incident, cloud, 40.0, "EPSG:4549");
  BOOST_TEST(!any_cut_by_frame(threat_zones(incident, cloud, whole)));
  const GridSpec part = cropped(whole, {0, 0, whole.columns / 2, whole.rows});
  const ThreatResult cut = threat_zones(incident, cloud, part);
  BOOST_TEST(cut.zones[0].cut_by_frame);
  BOOST_TEST((std::find(cut.warnings.begin(), cut.warnings.end(), "cut_by_frame") != cut.warnings.end()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
