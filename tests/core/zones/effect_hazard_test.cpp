// Fires and explosions as incidents.
#include "core/zones/effect_hazard.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "core/geometry/operations.hpp"
#include "core/zones/threat_grid.hpp"
#include "core/zones/threat_zones.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

ThreatLevel level(const std::string& name, double value) {
  return {name, {name, name}, "custom", value, value, "", "", Confidence::seen, {}};
}

Incident incident_of(const EffectEvent& event, double wind_from_deg, double uncertainty_deg) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.event = event;
  incident.weather.wind_speed_m_s = 6.0;
  incident.wind_from_deg = wind_from_deg;
  incident.wind_from_uncertainty_deg = uncertainty_deg;
  return incident;
}

FireballEvent fireball() { return {{.mass_kg = 20e3, .heat_of_combustion_J_kg = 46e6, .radiative_fraction = 0.3}}; }

PoolFireEvent pool_fire() { return {{.diameter_m = 15.0, .burning_rate_kg_m2_s = 0.085}, 1800.0}; }

CloudExplosionEvent cloud_explosion() {
  return {FlammableRelease{20.0, 600.0, 1.0, 0.031, 0.2}, std::nullopt, 46e6, 7};
}

JetFireEvent jet_fire(std::optional<double> bearing_deg) {
  const JetFireSource source{.rate_kg_s = 5.0,
                             .jet_velocity_m_s = 400.0,
                             .jet_angle_deg = 0.0,
                             .height_m = 1.0,
                             .molar_mass_kg_mol = 0.016,
                             .heat_of_combustion_J_kg = 50e6,
                             .jet_density_kg_m3 = 0.67};
  return {source, bearing_deg, 600.0};
}

Point towards(Point from, double bearing_deg, double metres) {
  return {from.x + metres * std::sin(bearing_deg * kDegree), from.y + metres * std::cos(bearing_deg * kDegree)};
}

double value_at(const Incident& incident, double bearing_deg, double metres) {
  const std::array<Point, 1> place{towards(incident.source, bearing_deg, metres)};
  return make_hazard(incident)->at(place, {}).central[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(effect_hazard_suite)

BOOST_AUTO_TEST_CASE(a_fireball_is_round_and_knows_no_wind) {
  Incident incident = incident_of(fireball(), 200.0, 30.0);
  incident.levels = {level("12.5", 12500.0), level("4", 4000.0)};
  const auto hazard = make_hazard(incident);
  const ThreatResult result = threat_zones(incident, *hazard, threat_grid(incident, *hazard, 5.0, "EPSG:4549"));
  const Fireball ball(fireball().source, FireballCorrelation::ccps);
  for (const std::size_t i : {0U, 2U}) {
    const double r = *ball.distance_to_m(incident.levels[i / 2].value, Receiver::facing);
    BOOST_TEST(result.zones[i].area_m2 == std::numbers::pi * r * r, boost::test_tools::tolerance(2e-3));
    BOOST_TEST(result.zones[i + 1].area_m2 == result.zones[i].area_m2);  // certain
  }
}

BOOST_AUTO_TEST_CASE(the_receiver_s_stand_counts) {
  Incident incident = incident_of(fireball(), 0.0, 0.0);
  const double facing = value_at(incident, 0.0, 200.0);
  incident.receiver = Receiver::vertical;
  const double vertical = value_at(incident, 0.0, 200.0);
  incident.receiver = Receiver::horizontal;
  const double horizontal = value_at(incident, 0.0, 200.0);
  BOOST_TEST(facing == std::hypot(vertical, horizontal), boost::test_tools::tolerance(1e-9));
  BOOST_TEST(vertical > horizontal);
}

BOOST_AUTO_TEST_CASE(a_pool_fire_leans_with_the_wind) {
  const Incident incident = incident_of(pool_fire(), 270.0, 0.0);
  BOOST_TEST(value_at(incident, 90.0, 40.0) > 1.2 * value_at(incident, 270.0, 40.0));
  BOOST_TEST(value_at(incident, 0.0, 40.0) == value_at(incident, 180.0, 40.0), boost::test_tools::tolerance(1e-6));
}

// Two ways: the fan inside the hazard against single winds.
BOOST_AUTO_TEST_CASE(a_fire_s_largest_and_smallest_are_those_of_a_fan_of_winds) {
  const Incident incident = incident_of(pool_fire(), 200.0, 20.0);
  const auto hazard = make_hazard(incident);
  for (const double bearing : {0.0, 20.0, 45.0, 110.0, 200.0, 290.0}) {
    const std::array<Point, 1> place{towards(incident.source, bearing, 35.0)};
    const ThreatValues values = hazard->at(place, {});
    double largest = 0.0;
    double smallest = 1e300;
    for (double turn = -20.0; turn <= 20.0; turn += 1.0) {
      const double here = value_at(incident_of(pool_fire(), 200.0 + turn, 0.0), bearing, 35.0);
      largest = std::max(largest, here);
      smallest = std::min(smallest, here);
    }
    BOOST_TEST(values.largest[0] == largest, boost::test_tools::tolerance(2e-3));
    BOOST_TEST(values.smallest[0] == smallest, boost::test_tools::tolerance(2e-3));
  }
}

BOOST_AUTO_TEST_CASE(a_vapour_cloud_explodes_where_the_cloud_is) {
  const Incident incident = incident_of(cloud_explosion(), 0.0, 0.0);  // wind from the north: the cloud is in the south
  const double south = value_at(incident, 180.0, 400.0);
  const double north = value_at(incident, 0.0, 400.0);
  BOOST_TEST(south > 1.1 * north);
}

BOOST_AUTO_TEST_CASE(a_cloud_that_is_flammable_nowhere_is_told) {
  CloudExplosionEvent thin = cloud_explosion();
  thin.release->rate_kg_s = 1e-6;
  const Incident incident = incident_of(thin, 0.0, 0.0);
  BOOST_CHECK_THROW((void)make_hazard(incident), InputError);
}

BOOST_AUTO_TEST_CASE(a_jet_along_its_own_bearing_heeds_no_wind) {
  Incident incident = incident_of(jet_fire(90.0), 0.0, 30.0);
  incident.convergence_deg = 10.0;
  const auto hazard = make_hazard(incident);
  const std::array<Point, 3> places{towards(incident.source, 80.0, 60.0), towards(incident.source, 90.0, 60.0),
                                    towards(incident.source, 70.0, 60.0)};
  const ThreatValues values = hazard->at(places, {});
  BOOST_TEST(values.largest[0] == values.central[0]);
  // A true bearing of 90 degrees is one of 80 on a grid whose north lies 10 degrees east of true north.
  BOOST_TEST(values.central[1] == values.central[2], boost::test_tools::tolerance(1e-6));
  incident.event = jet_fire(std::nullopt);
  const ThreatValues in_wind = make_hazard(incident)->at(places, {});
  BOOST_TEST(in_wind.largest[0] > in_wind.smallest[0]);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
