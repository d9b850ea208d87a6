// Releases that change with time in one wind, dense and passive: against the steady cloud, against puffs, by what must hold.
#include "core/zones/passing_hazard.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <utility>

#include "core/zones/cloud_hazard.hpp"
#include "core/zones/passing_cloud.hpp"
#include "core/zones/plume_hazard.hpp"
#include "core/zones/threat_grid.hpp"
#include "core/zones/threat_zones.hpp"

namespace tt = boost::test_tools;

namespace sise {
namespace {

ThreatLevel level(double value, std::optional<double> n) {
  return {"level", {"level", "level"}, "custom", value, value, "", "", Confidence::seen, {n, 3600.0}};
}

Incident in_wind(const std::string& dispersion) {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.substance = "chlorine";
  incident.gas = {.molar_mass_kg_mol = 0.0709, .temperature_K = 293.15, .density_kg_m3 = 2.95};
  incident.weather.wind_speed_m_s = 3.0;
  incident.model.dispersion = dispersion;
  incident.model.transport_wind = TransportWind::as_given;
  incident.wind_from_deg = 270.0;
  incident.levels = {level(1e-4, 2.0), level(1e-5, std::nullopt)};
  return incident;
}

/// Twice as much in its first ten minutes as in its second.
Incident falling(const std::string& dispersion) {
  Incident incident = in_wind(dispersion);
  incident.emission = {{0.0, 4.0}, {600.0, 2.0}, {1200.0, 0.0}};
  incident.duration_s = 1200.0;
  return incident;
}

Point east(double metres, double north = 0.0) { return {1000.0 + metres, 2000.0 + north}; }

constexpr LoadRule kHighest{std::nullopt, 3600.0};
constexpr LoadRule kLoad{2.0, 3600.0};

}  // namespace

BOOST_AUTO_TEST_SUITE(passing_hazard)

// Two ways: step by step, and puff by puff.
BOOST_AUTO_TEST_CASE(a_passive_release_that_falls_is_what_puffs_make_of_it) {
  const Incident incident = falling("passive");
  const auto hazard = make_hazard(incident);
  BOOST_TEST(hazard->model() == "plume_steps");
  const CloudHazard puffs(incident);
  const std::array<Point, 3> places{east(200.0), east(600.0, 15.0), east(1500.0)};
  for (const LoadRule& rule : {kHighest, kLoad}) {
    const std::vector<double> steps = hazard->at(places, rule).central;
    const std::vector<double> expected = puffs.at(places, rule).central;
    for (std::size_t i = 0; i < places.size(); ++i) BOOST_TEST(steps[i] == expected[i], tt::tolerance(0.05));
  }
  const Passage here = hazard->passage(east(600.0), kLoad);
  const Passage expected = puffs.passage(east(600.0), kLoad);
  BOOST_TEST(here.dose_kg_s_m3 == expected.dose_kg_s_m3, tt::tolerance(0.08));
  BOOST_TEST(here.arrival_s == expected.arrival_s, tt::tolerance(0.2));
  BOOST_TEST(here.end_s == expected.end_s, tt::tolerance(0.1));
}

BOOST_AUTO_TEST_CASE(a_passive_mass_at_once_is_its_puff) {
  Incident incident = in_wind("passive");
  incident.mass_kg = 50.0;
  incident.duration_s = 0.0;
  const auto hazard = make_hazard(incident);
  BOOST_TEST(hazard->model() == "passing_puff");
  const CloudHazard puffs(incident);
  const std::array<Point, 3> places{east(200.0), east(600.0, 15.0), east(1500.0)};
  for (const LoadRule& rule : {kHighest, kLoad}) {
    const std::vector<double> values = hazard->at(places, rule).central;
    const std::vector<double> expected = puffs.at(places, rule).central;
    for (std::size_t i = 0; i < places.size(); ++i) BOOST_TEST(values[i] == expected[i], tt::tolerance(0.03));
  }
}

// The cloud grows old hundreds of metres upwind and beside its source: places close to it are resolved all the same. Against the
// cloud's own history, moment by moment.
BOOST_AUTO_TEST_CASE(a_mass_at_once_is_followed_as_finely_near_its_source_as_far_away) {
  for (const Stability stability : {Stability::D, Stability::F}) {
    Incident incident = in_wind("dense_gas");
    incident.weather.stability = stability;
    incident.mass_kg = 10.0;
    incident.duration_s = 0.0;
    incident.levels = {level(1e-5, std::nullopt)};
    const auto hazard = make_hazard(incident);
    const auto cloud = dense_block(10.0, incident.gas, incident.weather, dispersion_options(incident.model));
    for (const double x : {-4.0, 3.0, 7.0, 20.0, 50.0, 100.0, 1000.0}) {
      for (const double y : {0.0, 2.0, 6.0}) {
        const CloudHistory history = cloud->history(x, {&y, 1});
        const double highest = *std::max_element(history.kg_m3.begin(), history.kg_m3.end());
        if (highest < 1e-5) continue;
        const std::array<Point, 1> place{east(x, y)};
        BOOST_TEST_CONTEXT(name_of(stability) << " x " << x << " y " << y) {
          BOOST_TEST(hazard->at(place, kHighest).central[0] == highest, tt::tolerance(0.05));
        }
      }
    }
  }
}

// One step is the steady cloud of its rate.
BOOST_AUTO_TEST_CASE(a_dense_release_of_one_rate_is_the_dense_field) {
  Incident one = in_wind("dense_gas");
  one.emission = {{0.0, 4.0}, {1800.0, 0.0}};
  one.duration_s = 1800.0;
  const PassingHazard steps(one);
  Incident steady = in_wind("dense_gas");
  steady.rate_kg_s = 4.0;
  steady.duration_s = 1800.0;
  const PlumeHazard field(steady);
  const std::array<Point, 4> places{east(60.0), east(250.0, 20.0), east(900.0), east(4000.0)};
  const std::vector<double> values = steps.at(places, kHighest).central;
  const std::vector<double> expected = field.at(places, kHighest).central;
  for (std::size_t i = 0; i < places.size(); ++i) BOOST_TEST(values[i] == expected[i], tt::tolerance(0.05));
}

BOOST_AUTO_TEST_CASE(a_dense_release_that_falls_is_made_hazard_by_itself) {
  Incident incident = falling("auto");
  incident.wind_from_uncertainty_deg = 10.0;
  incident.room = Room{};
  const auto hazard = make_hazard(incident);
  BOOST_TEST(hazard->model() == "dense_cloud");
  const ThreatResult result = threat_zones(incident, *hazard, threat_grid(incident, *hazard, {}, "EPSG:4549"));
  BOOST_TEST(result.zones[0].area_m2 > result.zones[1].area_m2);
  BOOST_TEST(result.zones[1].area_m2 > 0.0);
  BOOST_TEST(result.zones[0].leave->area_m2 < result.zones[0].area_m2);
  // Never denser than pure gas, later farther off, over after it came; a load never counts more than the highest.
  double before_s = 0.0;
  for (const double x : {30.0, 100.0, 1000.0, 3000.0}) {
    const std::array<Point, 1> place{east(x)};
    const double highest = hazard->at(place, kHighest).central[0];
    BOOST_TEST(highest <= 2.95 * 1.001);
    BOOST_TEST(hazard->at(place, kLoad).central[0] <= highest * 1.001);
    if (highest < 1e-5) continue;
    const Passage passage = hazard->passage(place[0], kLoad);
    BOOST_TEST(passage.arrival_s >= before_s);
    BOOST_TEST(passage.end_s > passage.arrival_s);
    before_s = passage.arrival_s;
  }
}

// Two minutes of gas go by for half an hour some kilometres off: dose, end and the concentration indoors are those of that.
BOOST_AUTO_TEST_CASE(a_short_dense_release_goes_by_for_longer_than_it_lasted) {
  Incident brief = in_wind("dense_gas");
  brief.weather.wind_speed_m_s = 1.5;
  brief.weather.stability = Stability::F;
  brief.rate_kg_s = 3.0;
  brief.duration_s = 120.0;
  brief.room = Room{};
  const auto hazard = make_hazard(brief);
  BOOST_TEST(hazard->model() == "dense_cloud");
  const PlumeHazard as_if_steady(brief);
  const Passage passing = hazard->passage(east(2000.0), kLoad);
  const Passage wrong = as_if_steady.passage(east(2000.0), kLoad);
  BOOST_TEST(passing.dose_kg_s_m3 > 5.0 * wrong.dose_kg_s_m3);
  BOOST_TEST(passing.end_s - passing.arrival_s > 5.0 * 120.0);
  const std::array<Point, 1> place{east(2000.0)};
  const ThreatValues values = hazard->at(place, kLoad);
  BOOST_TEST(values.indoors[0] > 2.0 * as_if_steady.at(place, kLoad).largest[0] * *as_if_steady.indoor_factor(kLoad));
  // What ends before the cloud is a puff stays steady.
  brief.levels = {level(0.3, 2.0)};
  BOOST_TEST(make_hazard(brief)->model() == "steady_plume");
}

// The same rate cut into steps is the same cloud.
BOOST_AUTO_TEST_CASE(steps_of_one_rate_add_up_to_it) {
  Incident whole = in_wind("dense_gas");
  whole.emission = {{0.0, 3.0}, {600.0, 0.0}};
  whole.duration_s = 600.0;
  Incident cut = whole;
  cut.emission = {{0.0, 3.0}, {100.0, 3.0}, {250.0, 3.0}, {400.0, 3.0}, {600.0, 0.0}};
  const PassingHazard a(whole);
  const PassingHazard b(cut);
  for (const double x : {100.0, 1000.0, 5000.0}) {
    BOOST_TEST(b.passage(east(x), kLoad).dose_kg_s_m3 == a.passage(east(x), kLoad).dose_kg_s_m3, tt::tolerance(0.01));
  }
}

// What comes out faster lies wider: on the axis a release that falls steeply leaves less than an even one, by this much.
BOOST_AUTO_TEST_CASE(a_steep_fall_leaves_no_less_than_six_sevenths_of_an_even_dose) {
  Incident steep = in_wind("dense_gas");
  steep.duration_s = 1200.0;
  steep.emission = {{0.0, 10.0}, {120.0, 6.0}, {240.0, 3.0}, {600.0, 1.0}, {1200.0, 0.0}};
  for (const auto& [wind_m_s, stability] : {std::pair{3.0, Stability::D}, std::pair{1.5, Stability::F}}) {
    steep.weather.wind_speed_m_s = wind_m_s;
    steep.weather.stability = stability;
    Incident even = steep;
    even.emission = {{0.0, 3.0}, {1200.0, 0.0}};
    const PassingHazard falls(steep);
    const PassingHazard steady(even);
    for (const double x : {100.0, 300.0, 1000.0, 5000.0}) {
      const double share = falls.passage(east(x), kLoad).dose_kg_s_m3 / steady.passage(east(x), kLoad).dose_kg_s_m3;
      BOOST_TEST(share > 6.0 / 7.0);
      BOOST_TEST(share < 1.01);
    }
  }
}

// The mass of the steps: the dose is that of the same mass at the mean rate, but for how wide a cloud lies.
BOOST_AUTO_TEST_CASE(a_dose_goes_with_the_mass) {
  const PassingHazard falls(falling("dense_gas"));
  Incident even = in_wind("dense_gas");
  even.emission = {{0.0, 3.0}, {1200.0, 0.0}};
  even.duration_s = 1200.0;
  const PassingHazard steady(even);
  for (const double x : {300.0, 2000.0}) {
    BOOST_TEST(falls.passage(east(x), kLoad).dose_kg_s_m3 == steady.passage(east(x), kLoad).dose_kg_s_m3,
               tt::tolerance(0.15));
  }
}

BOOST_AUTO_TEST_CASE(a_heavy_mass_at_once_slumps_upwind_too) {
  Incident incident = in_wind("auto");
  incident.mass_kg = 1000.0;
  incident.duration_s = 0.0;
  const auto hazard = make_hazard(incident);
  BOOST_TEST(hazard->model() == "dense_cloud");
  const std::array<Point, 4> places{east(-5.0), east(100.0), east(1000.0), east(-300.0)};
  const std::vector<double> values = hazard->at(places, kHighest).central;
  BOOST_TEST(values[0] > 0.1);
  BOOST_TEST(values[1] > values[2]);
  BOOST_TEST(values[2] > 1e-5);
  BOOST_TEST(values[3] < 1e-6);
  const Passage passage = hazard->passage(places[2], kLoad);
  BOOST_TEST(passage.arrival_s > 50.0);
  BOOST_TEST(passage.end_s > passage.arrival_s);
}

// Where a level is still met at the end of what is computed, a reader is told that its zone goes on.
BOOST_AUTO_TEST_CASE(a_cloud_that_outreaches_its_model_says_so) {
  Incident incident = in_wind("passive");
  incident.weather.stability = Stability::F;
  incident.rate_kg_s = 1000.0;
  incident.levels = {level(1e-9, 2.0)};
  for (const double duration_s : {1800.0, 86400.0}) {
    incident.duration_s = duration_s;
    const auto hazard = make_hazard(incident);
    BOOST_TEST(hazard->extent(incident.levels)->reach_m > 90e3);
    BOOST_TEST((hazard->warnings() == std::vector<std::string>{"cloud_goes_on"}));
    BOOST_TEST(hazard->model() == (duration_s < 3600.0 ? "plume_steps" : "steady_plume"));
  }
  incident.levels = {level(1e-2, 2.0)};
  BOOST_TEST(make_hazard(incident)->warnings().empty());
}

BOOST_AUTO_TEST_CASE(calm_air_and_winds_that_turn_are_left_to_puffs) {
  Incident calm = falling("passive");
  calm.weather.wind_speed_m_s = 0.3;
  BOOST_TEST(make_hazard(calm)->model() == "puff_series");
  Incident turning = falling("auto");
  turning.wind_changes = {{300.0, 180.0, 3.0, Stability::D}};
  BOOST_TEST(make_hazard(turning)->model() == "puff_series");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
