// Clouds that come and go, and winds that turn.
#include "core/zones/cloud_hazard.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "core/grid/interruption.hpp"
#include "core/zones/threat_grid.hpp"
#include "core/zones/threat_zones.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {
namespace {

ThreatLevel level(const std::string& name, double value, std::optional<double> n, double window_s = 3600.0) {
  return {name, {name, name}, "custom", value, value, "", "", Confidence::seen, {n, window_s}};
}

Incident incident_in_wind(double wind_from_deg, double uncertainty_deg) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.weather.wind_speed_m_s = 4.0;
  incident.model.transport_wind = TransportWind::as_given;
  incident.wind_from_deg = wind_from_deg;
  incident.wind_from_uncertainty_deg = uncertainty_deg;
  incident.levels = {level("severe", 1e-4, 2.0), level("mild", 1e-5, 2.0)};
  return incident;
}

Incident puff(double mass_kg, double wind_from_deg, double uncertainty_deg) {
  Incident incident = incident_in_wind(wind_from_deg, uncertainty_deg);
  incident.mass_kg = mass_kg;
  incident.duration_s = 0.0;
  return incident;
}

/// From the west for two minutes, then from the south.
Incident turning(double uncertainty_deg) {
  Incident incident = incident_in_wind(270.0, uncertainty_deg);
  incident.rate_kg_s = 1.0;
  incident.duration_s = 300.0;
  incident.wind_changes = {{120.0, 180.0, 4.0, Stability::D}};
  return incident;
}

/// A gas two and a half times as heavy as air, as warm as it, in stable air.
Incident heavy(double wind_m_s) {
  Incident incident = incident_in_wind(270.0, 0.0);
  incident.weather.wind_speed_m_s = wind_m_s;
  incident.weather.stability = Stability::F;
  incident.substance = "heavy";
  incident.gas.molar_mass_kg_mol = 0.0709;
  incident.gas.temperature_K = incident.weather.temperature_K;
  incident.gas.density_kg_m3 = 2.95;
  incident.levels = {level("severe", 1e-4, {}), level("mild", 1e-5, {})};
  return incident;
}

constexpr LoadRule kAnyPeak{{}, 3600.0};

Point east(const Incident& incident, double metres) { return {incident.source.x + metres, incident.source.y}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(cloud_hazard)

// Two ways: a long release followed puff by puff has the steady plume's concentration.
BOOST_AUTO_TEST_CASE(a_long_release_in_puffs_is_the_plume) {
  Incident incident = incident_in_wind(270.0, 0.0);
  incident.rate_kg_s = 1.0;
  incident.duration_s = 3600.0;
  const CloudHazard cloud(incident);
  const auto plume = make_hazard(incident);
  BOOST_TEST(plume->model() == "steady_plume");
  const std::array<Point, 3> places{east(incident, 200.0), east(incident, 500.0), {1500.0, 2030.0}};
  const LoadRule highest{{}, 3600.0};
  const std::vector<double> puffs = cloud.at(places, highest).central;
  const std::vector<double> steady = plume->at(places, highest).central;
  for (std::size_t i = 0; i < places.size(); ++i) {
    BOOST_TEST(puffs[i] == steady[i], boost::test_tools::tolerance(0.02));
  }
  // The load of an hour of steady cloud stands for its concentration.
  BOOST_TEST(cloud.at(places, {2.0, 3600.0}).central[1] == steady[1], boost::test_tools::tolerance(0.03));
}

// A change that changes nothing: the row of puffs is the cloud's own slices, but for the shape of its edges.
BOOST_AUTO_TEST_CASE(a_dense_cloud_in_puffs_is_the_dense_cloud_where_the_wind_stays) {
  Incident steady = heavy(2.0);
  steady.rate_kg_s = 5.0;
  steady.duration_s = 7200.0;
  Incident in_puffs = steady;
  in_puffs.wind_changes = {{900.0, 270.0, 2.0, Stability::F}};
  BOOST_TEST(dispersion_of(in_puffs) == dense_dispersion);
  const auto slices = make_hazard(steady);
  const auto puffs = make_hazard(in_puffs);
  BOOST_TEST(slices->model() == "steady_plume");
  BOOST_TEST(puffs->model() == "puff_series");
  for (const double x : {300.0, 1000.0, 3000.0}) {
    const std::array<Point, 1> place{east(steady, x)};
    BOOST_TEST(puffs->at(place, kAnyPeak).central[0] == slices->at(place, kAnyPeak).central[0],
               boost::test_tools::tolerance(0.05));
  }
  const std::vector<std::string> codes = puffs->warnings();
  BOOST_TEST((std::find(codes.begin(), codes.end(), "dense_cloud_as_puffs") != codes.end()));
}

BOOST_AUTO_TEST_CASE(a_dense_mass_at_once_in_puffs_is_the_block_that_slumps) {
  Incident steady = heavy(3.0);
  steady.mass_kg = 2000.0;
  steady.duration_s = 0.0;
  const auto block = make_hazard(steady);
  BOOST_TEST(block->model() == "dense_cloud");
  for (const double change_s : {30.0, 6000.0}) {  // before it moves, and long after it has passed
    Incident in_puffs = steady;
    in_puffs.wind_changes = {{change_s, 270.0, 3.0, Stability::F}};
    const auto puffs = make_hazard(in_puffs);
    for (const double x : {500.0, 1500.0, 4000.0}) {
      const std::array<Point, 1> place{east(steady, x)};
      BOOST_TEST(puffs->at(place, kAnyPeak).central[0] == block->at(place, kAnyPeak).central[0],
                 boost::test_tools::tolerance(0.15));
    }
    BOOST_TEST(puffs->extent(steady.levels)->reach_m == block->extent(steady.levels)->reach_m,
               boost::test_tools::tolerance(0.15));
  }
}

// From the west, then from the south: what left before goes north from where it is, what leaves later goes north from the source.
BOOST_AUTO_TEST_CASE(a_dense_cloud_turns_with_the_wind) {
  Incident incident = heavy(2.0);
  incident.rate_kg_s = 5.0;
  incident.duration_s = 1800.0;
  incident.wind_changes = {{600.0, 180.0, 2.0, Stability::F}};
  const auto hazard = make_hazard(incident);
  const Point source = incident.source;
  const std::array<Point, 4> places{Point{source.x + 400.0, source.y}, Point{source.x, source.y + 400.0},
                                    Point{source.x + 300.0, source.y + 1000.0}, Point{source.x - 400.0, source.y}};
  const std::vector<double> values = hazard->at(places, kAnyPeak).central;
  for (const std::size_t met : {0U, 1U, 2U}) BOOST_TEST(values[met] > 1e-5);
  BOOST_TEST(values[3] < 1e-7);
  BOOST_TEST(hazard->passage(places[1], kAnyPeak).arrival_s > 600.0);
}

BOOST_AUTO_TEST_CASE(no_puff_of_a_dense_cloud_is_denser_than_the_pure_gas) {
  Incident incident = heavy(1.0);
  incident.rate_kg_s = 50.0;
  incident.duration_s = 600.0;
  incident.wind_changes = {{300.0, 200.0, 0.2, Stability::F}};
  const auto hazard = make_hazard(incident);
  const std::array<Point, 2> places{east(incident, 1.0), east(incident, 20.0)};
  for (const double value : hazard->at(places, kAnyPeak).largest) BOOST_TEST(value <= 3.0);
  const std::vector<std::string> codes = hazard->warnings();
  BOOST_TEST((std::find(codes.begin(), codes.end(), "calm_wind_raised") != codes.end()));
}

// The dose of an instantaneous puff is the steady plume's concentration per rate, times the mass.
BOOST_AUTO_TEST_CASE(a_puff_s_dose_is_the_plume_s_concentration_per_rate) {
  const Incident incident = puff(50.0, 270.0, 0.0);
  const CloudHazard cloud(incident);
  const Passage passage = cloud.passage(east(incident, 400.0), {2.0, 3600.0});
  const GaussianPlume plume({50.0, 1.0}, incident.weather, {SigmaSet::briggs_rural, TransportWind::as_given, {}});
  BOOST_TEST(passage.dose_kg_s_m3 == plume.concentration_kg_m3(400.0, 0.0, 1.0), boost::test_tools::tolerance(0.03));
  BOOST_TEST(passage.arrival_s > 60.0);
  BOOST_TEST(passage.arrival_s < 100.0);
  BOOST_TEST(passage.end_s > 100.0);
}

BOOST_AUTO_TEST_CASE(the_wind_s_second_direction_carries_the_later_cloud) {
  const Incident incident = turning(0.0);
  const CloudHazard cloud(incident);
  const std::array<Point, 4> places{east(incident, 300.0), Point{1000.0, 2300.0}, Point{700.0, 2000.0},
                                    Point{1000.0, 1700.0}};
  const std::vector<double> values = cloud.at(places, {{}, 3600.0}).central;
  BOOST_TEST(values[0] > 1e-5);   // downwind at first
  BOOST_TEST(values[1] > 1e-5);   // downwind after the change
  BOOST_TEST(values[2] < 1e-12);  // never: mirrored axes would put it here
  BOOST_TEST(values[3] < 1e-12);
  BOOST_TEST(cloud.passage(places[0], {}).arrival_s < 120.0);
  BOOST_TEST(cloud.passage(places[1], {}).arrival_s > 120.0);
}

BOOST_AUTO_TEST_CASE(certain_lies_inside_possible_when_the_wind_turns) {
  Incident incident = turning(10.0);
  incident.room = Room{};
  const auto hazard = make_hazard(incident);
  BOOST_TEST(hazard->model() == "puff_series");
  const ThreatResult result = threat_zones(incident, *hazard, threat_grid(incident, *hazard, 20.0, "EPSG:4549"));
  for (std::size_t i = 0; i < result.zones.size(); i += 2) {
    const ThreatZone& possible = result.zones[i];
    BOOST_TEST(area_m2(difference(result.zones[i + 1].area, possible.area)) < 1e-6 * possible.area_m2 + 1.0);
    BOOST_TEST(area_m2(difference(possible.leave->area, possible.area)) < 1e-3 * possible.area_m2 + 1.0);
  }
  BOOST_TEST(result.zones[2].area_m2 > result.zones[3].area_m2);
  BOOST_TEST(result.zones[3].area_m2 > 0.0);
}

// The arc against single incidents whose every wind is turned.
BOOST_AUTO_TEST_CASE(largest_and_smallest_are_those_of_winds_turned_as_a_whole) {
  Incident incident = turning(5.0);
  const LoadRule rule{2.0, 1800.0};
  incident.levels[0].rule = rule;
  const CloudHazard cloud(incident);
  const std::array<Point, 2> places{east(incident, 300.0), Point{1060.0, 2300.0}};
  const ThreatValues values = cloud.at(places, rule);
  for (std::size_t i = 0; i < places.size(); ++i) {
    double largest = 0.0;
    double smallest = 1e300;
    for (double turn = -5.0; turn <= 5.0; turn += 1.25) {
      Incident turned = turning(0.0);
      turned.levels[0].rule = rule;
      turned.wind_from_deg += turn;
      turned.wind_changes[0].wind_from_deg += turn;
      const double here = CloudHazard(turned).at(places, rule).central[i];
      largest = std::max(largest, here);
      smallest = std::min(smallest, here);
    }
    BOOST_TEST(values.largest[i] >= largest * (1 - 1e-3));
    BOOST_TEST(values.largest[i] == largest, boost::test_tools::tolerance(0.02));
    BOOST_TEST(values.smallest[i] <= smallest * (1 + 1e-3));
    BOOST_TEST(values.smallest[i] == smallest, boost::test_tools::tolerance(0.02));
  }
}

BOOST_AUTO_TEST_CASE(a_load_never_counts_more_than_the_highest_concentration) {
  Incident incident = puff(50.0, 270.0, 0.0);
  incident.levels[0].rule.window_s = 600.0;
  const CloudHazard cloud(incident);
  const std::array<Point, 1> place{east(incident, 300.0)};
  const double highest = cloud.at(place, {{}, 3600.0}).central[0];
  const double of_an_hour = cloud.at(place, {2.0, 3600.0}).central[0];
  const double of_ten_minutes = cloud.at(place, {2.0, 600.0}).central[0];
  BOOST_TEST(of_an_hour < of_ten_minutes);
  BOOST_TEST(of_ten_minutes < highest);
  BOOST_TEST(of_ten_minutes / of_an_hour == std::sqrt(6.0), boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(a_release_too_short_for_a_plume_is_followed_as_it_passes) {
  Incident incident = incident_in_wind(270.0, 0.0);
  incident.rate_kg_s = 1.0;
  incident.duration_s = 20.0;
  BOOST_TEST(make_hazard(incident)->model() == "plume_steps");
  incident.duration_s = 1800.0;
  BOOST_TEST(make_hazard(incident)->model() == "steady_plume");
}

BOOST_AUTO_TEST_CASE(bearing_360_is_bearing_0) {
  const std::array<Point, 2> places{Point{1000.0, 1800.0}, Point{1020.0, 1700.0}};
  const std::vector<double> at_0 = CloudHazard(puff(50.0, 0.0, 0.0)).at(places, {}).central;
  const std::vector<double> at_360 = CloudHazard(puff(50.0, 360.0, 0.0)).at(places, {}).central;
  BOOST_TEST(at_0[0] > 0.0);
  for (std::size_t i = 0; i < 2; ++i) BOOST_TEST(at_0[i] == at_360[i], boost::test_tools::tolerance(1e-9));
}

// A room evens a cloud out: nobody must leave where the level is not even met outdoors.
BOOST_AUTO_TEST_CASE(indoors_never_counts_more_than_outdoors) {
  Incident incident = turning(10.0);
  incident.rate_kg_s.reset();
  incident.emission = {
      {0.0, 5.0}, {200.0, 0.5}, {7400.0, 0.0}};  // a dose that the highest concentration brings in minutes
  incident.levels = {level("severe", 1e-4, 2.0, 3600.0), level("mild", 1e-5, {})};
  incident.room = Room{.air_changes_per_h = 20.0};
  const CloudHazard cloud(incident);
  std::vector<Point> places;
  for (const double x : {100.0, 200.0, 400.0, 800.0}) {
    for (const double y : {0.0, 20.0, 40.0, 80.0}) places.push_back({incident.source.x + y, incident.source.y + x});
  }
  for (const ThreatLevel& asked : incident.levels) {
    const ThreatValues values = cloud.at(places, asked.rule);
    bool anything = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
      BOOST_TEST(values.indoors[i] <= values.largest[i]);
      anything = anything || values.indoors[i] > 0.5 * values.largest[i];
    }
    BOOST_TEST(anything);
  }
}

BOOST_AUTO_TEST_CASE(what_a_room_takes_in_is_tabulated_within_two_ten_thousandths) {
  const LoadRule load{2.75, 1800.0};
  for (const LoadRule& rule : {load, LoadRule{1.09, 600.0}, LoadRule{}}) {
    for (const Room& room : {Room{0.5, {}}, Room{1.0, 1234.5}}) {
      const IndoorShare share(rule, room);
      for (double s = 0.3; s < 1e7; s *= 1.37) {
        BOOST_TEST_CONTEXT("n " << rule.exponent.value_or(0.0) << " for " << s << " s") {
          BOOST_TEST(share.of(s) == indoor_equivalent({1.0, s}, rule, room), boost::test_tools::tolerance(2e-4));
        }
      }
    }
  }
}

// The plan of memory knows the lattice, what it grows to for a wider grid, and the circles of the turned winds.
BOOST_AUTO_TEST_CASE(a_wider_grid_and_an_uncertain_wind_take_more_memory) {
  const CloudHazard given(turning(0.0));
  const CloudHazard uncertain(turning(10.0));
  const GridSpec near{900.0, 2100.0, 20.0, 10, 10, "EPSG:4549"};
  const GridSpec far{-49000.0, 52000.0, 1000.0, 100, 100, "EPSG:4549"};
  BOOST_TEST(given.bytes(near) > 1 << 20);
  BOOST_TEST(given.bytes(far) > given.bytes(near) + (1 << 20));
  BOOST_TEST(uncertain.bytes(near) > given.bytes(near));
}

BOOST_AUTO_TEST_CASE(whoever_wants_to_stop_need_not_wait_until_the_cloud_is_followed) {
  listen_for_interruption([] { return true; });
  BOOST_CHECK_THROW(const CloudHazard cloud(turning(0.0)), Interrupted);
  listen_for_interruption(nullptr);
}

BOOST_AUTO_TEST_CASE(the_default_grid_holds_every_zone) {
  const Incident incident = puff(200.0, 225.0, 10.0);
  const auto hazard = make_hazard(incident);
  const GridSpec grid = threat_grid(incident, *hazard, 20.0, "EPSG:4549");
  const ThreatResult result = threat_zones(incident, *hazard, grid);
  const Bounds zone = bounds(result.zones[2].area);
  BOOST_TEST(zone.x_min > grid.bounds().x_min + grid.cell_m);
  BOOST_TEST(zone.x_max < grid.bounds().x_max - grid.cell_m);
  BOOST_TEST(zone.y_min > grid.bounds().y_min + grid.cell_m);
  BOOST_TEST(zone.y_max < grid.bounds().y_max - grid.cell_m);
  Incident weak = puff(1e-9, 225.0, 0.0);
  BOOST_CHECK_THROW((void)threat_grid(weak, *make_hazard(weak), 20.0, "EPSG:4549"), InputError);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
