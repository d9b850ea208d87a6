// Who may stay indoors and who must leave.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "core/zones/threat_grid.hpp"
#include "core/zones/threat_zones.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

ThreatLevel load_level(const std::string& name, double value, std::optional<double> n) {
  return {name, {name, name}, "custom", value, value, "", "", Confidence::seen, {n, 3600.0}};
}

Incident ammonia(double duration_s) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.rate_kg_s = 2.0;
  incident.duration_s = duration_s;
  incident.weather.wind_speed_m_s = 3.0;
  incident.model.transport_wind = TransportWind::profile;
  incident.wind_from_deg = 270.0;
  incident.room = Room{};
  incident.levels = {load_level("severe", 800e-6, 2.0), load_level("mild", 100e-6, 2.0)};
  return incident;
}

Target at_distance(const std::string& id, double metres) {
  Target target;
  target.id = id;
  target.geometry.points = {{1000.0 + metres, 2000.0}};
  return target;
}

ThreatResult result_of(const Incident& incident, double cell_m = 20.0) {
  const auto hazard = make_hazard(incident);
  return threat_zones(incident, *hazard, threat_grid(incident, *hazard, cell_m, "EPSG:4549"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shelter)

// With n = 1 and nobody leaving, what comes in goes out again: the load is that of the cloud outdoors, so over an hour a
// cloud of half an hour counts half.
BOOST_AUTO_TEST_CASE(with_n_1_the_room_only_spreads_the_dose) {
  const SteadyCloud cloud{1.0, 1800.0};
  BOOST_TEST(indoor_equivalent(cloud, {1.0, 3600.0}, {0.1, {}}) ==
                 indoor_concentration(cloud, {0.1, {}}, 1800.0),  // held at the highest concentration indoors
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(indoor_equivalent(cloud, {1.0, 36000.0}, {1.0, {}}) == 0.05, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(without_an_exponent_the_highest_concentration_indoors_counts) {
  const double expected = 1.0 - std::exp(-1.0 / 3.0);  // a third of an air change
  BOOST_TEST(indoor_equivalent({1.0, 1200.0}, {{}, 3600.0}, {1.0, {}}) == expected,
             boost::test_tools::tolerance(1e-12));
}

// "Infiltration with a fixed 10 min": the time indoors is the cloud's own, tail included, not ten minutes.
BOOST_AUTO_TEST_CASE(infiltration_follows_the_duration_and_not_a_fixed_10_min) {
  const LoadRule rule{2.0, 3600.0};
  const Room room{0.5, {}};
  const double ten = indoor_equivalent({1.0, 600.0}, rule, room);
  const double thirty = indoor_equivalent({1.0, 1800.0}, rule, room);
  const double sixty = indoor_equivalent({1.0, 3600.0}, rule, room);
  BOOST_TEST(thirty > 2.0 * ten);
  BOOST_TEST(sixty > 1.5 * thirty);
  // The tail after the cloud: whoever airs the house as soon as it has passed breathes less.
  const double aired = indoor_equivalent({1.0, 600.0}, rule, {0.5, 600.0});
  BOOST_TEST(aired < 0.5 * ten);
}

BOOST_AUTO_TEST_CASE(the_leave_zone_ends_where_the_house_keeps_the_level_out) {
  const Incident incident = ammonia(1200.0);
  const auto hazard = make_hazard(incident);
  const ThreatResult result = result_of(incident, 2.5);
  BOOST_REQUIRE(result.zones[0].leave.has_value());
  BOOST_TEST(!result.zones[1].leave.has_value());
  for (const std::size_t i : {0U, 2U}) {
    const ThreatZone& zone = result.zones[i];
    BOOST_TEST(zone.leave->area_m2 > 0.0);
    BOOST_TEST(zone.leave->area_m2 < zone.area_m2);
    BOOST_TEST(area_m2(difference(zone.leave->area, zone.area)) < 1.0);
    // On the axis at the zone's end the concentration outdoors is the level over the indoor factor.
    const ThreatLevel& level = incident.levels[zone.level];
    const std::array<Point, 1> end{Point{incident.source.x + zone.leave->max_distance_m, incident.source.y}};
    const double outdoors = hazard->at(end, level.rule).largest[0];
    BOOST_TEST(outdoors * *hazard->indoor_factor(level.rule) == level.value, boost::test_tools::tolerance(0.03));
  }
}

BOOST_AUTO_TEST_CASE(a_target_is_told_to_shelter_or_to_leave) {
  Incident incident = ammonia(1200.0);
  incident.targets = {at_distance("near", 100.0), at_distance("far", 700.0)};
  const ThreatResult result = result_of(incident);
  BOOST_REQUIRE(result.targets.size() == 2U);
  const TargetExposure& near = result.targets[0];
  const TargetExposure& far = result.targets[1];
  BOOST_TEST(near.id == "near");
  BOOST_TEST(near.worst_level == "severe");
  BOOST_TEST(!near.cloud->shelter_ok);
  BOOST_TEST(near.cloud->indoor_level == "severe");
  BOOST_TEST(far.worst_level == "mild");
  BOOST_TEST(far.cloud->shelter_ok);
  BOOST_TEST(far.cloud->indoor_level.empty());
  BOOST_TEST(far.cloud->indoor_value < far.largest_value);
}

BOOST_AUTO_TEST_CASE(a_target_s_dose_and_load_are_those_of_the_time_it_is_exposed) {
  Incident incident = ammonia(7200.0);
  incident.targets = {at_distance("school", 500.0)};
  const TargetExposure school = result_of(incident).targets.at(0);
  BOOST_TEST(school.cloud->dose_kg_s_m3 == school.value * 7200.0, boost::test_tools::tolerance(1e-12));
  // Two hours of cloud, but the level is one for an hour: the load counts an hour.
  BOOST_TEST(*school.cloud->load_mg_m3_n_min == std::pow(school.value * 1e6, 2.0) * 60.0,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(an_explosion_knows_no_shelter) {
  Incident incident = ammonia(600.0);
  incident.rate_kg_s.reset();
  incident.event = BlastEvent{100.0};
  incident.levels = {load_level("9 kPa", 9000.0, {})};
  incident.targets = {at_distance("school", 30.0)};
  const ThreatResult result = result_of(incident, 2.0);
  BOOST_TEST(!result.zones[0].leave.has_value());
  BOOST_TEST(!result.targets.at(0).cloud.has_value());
}

BOOST_AUTO_TEST_CASE(a_grid_nobody_asked_for_stays_within_bounds) {
  Incident incident = ammonia(1200.0);
  incident.levels = {load_level("tiny", 1e-9, {})};
  const auto hazard = make_hazard(incident);
  const GridSpec given = threat_grid(incident, *hazard, 1.0, "EPSG:4549");
  BOOST_TEST(given.cells() <= kMostCellsUnasked);
  BOOST_TEST(given.cells() > kMostCellsUnasked / 3);
  BOOST_TEST(given.cell_m > 1.0);
  BOOST_TEST(given.cell_m == std::round(given.cell_m));  // a size to reckon with
  const GridSpec free = threat_grid(incident, *hazard, {}, "EPSG:4549");
  BOOST_TEST(free.cells() <= 1.5 * kCellsOfReach);
  BOOST_TEST(free.cells() > kCellsOfReach / 4);
  BOOST_TEST(free.bounds().x_max - free.bounds().x_min == given.bounds().x_max - given.bounds().x_min,
             boost::test_tools::tolerance(0.05));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
