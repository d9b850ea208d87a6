// Spills and fires read from tables of a made-up experiment, each with its line of units.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "benchmarks/field/fire_trials.hpp"
#include "benchmarks/field/lng_trials.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt = boost::test_tools;
using namespace sise::field;

namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

void write_spill(const std::filesystem::path& folder) {
  write(folder / "lng_trials_conditions.csv",
        "series,trial,spilled_mass_kg,duration_s,p_hPa,T_C,RH_pct,obukhov_length_m,z0_m,pool_diameter_m,pools\n"
        "Pond,1,10000,100,940,30,10,20,0.0002,20,2\n"
        "Maplin Sands,9,2000,100,,15,50,-15,0.0003,10,1\n");
  for (const char* name : {"Pond1", "MaplinSands9"}) {
    write(folder / (std::string(name) + "_exp.csv"), "m,%\nx,X_CH4\n100,12\n300,2.5\n");
  }
  write(folder / "Pond1_profile.csv", "m,m/s,C\nz,u,T\n2,2.1,30\n3,2.4,30\n");
  write(folder / "MaplinSands9_profile.csv", "m,m/s,C\nz,u,T\n1,4.0,15\n2,4.5,15\n");
}

void write_fires(const std::filesystem::path& folder) {
  write(folder / "conditions.csv",
        "series,trial,period,quantity,value,unit,note\n"
        "Montoir,1,1,pool_diameter,30,m,made up\n"
        "Montoir,1,1,wind_speed_9m,3,m/s,from 90 deg; burning rate 0.12 kg/m2/s\n"
        "Montoir,1,2,wind_speed_9m,5,m/s,from 90 deg; burning rate 0.13 kg/m2/s\n"
        "Shell fireball,2,,mass,700,kg,made up\n"
        "Shell fireball,4,,mass,1200,kg,made up\n");
  std::string header;
  std::string units;
  std::string row;
  for (const char* bearing : {"0", "33", "61", "90", "120", "225", "270", "315"}) {
    const std::string b = bearing;
    header += "r_" + b + ",HF_p1_" + b + ",HF_p2_" + b + ",";
    units += "m,kW/m2,kW/m2,";
    row += b == "33" ? "70,NaN,8," : "70,10,8,";
  }
  for (std::string* line : {&header, &units, &row}) line->back() = '\n';
  write(folder / "Montoir01.csv", units + header + row);
  write(folder / "shell_fireball_2.csv", "Time,HF100\ns,kW/m2\n1,2\n2,17\n3,9\n");
  write(folder / "shell_fireball_4.csv", "Time,HF40,HF70,HF100\ns,kW/m2,kW/m2,kW/m2\n1,2,2,2\n2,200,44,23\n");
}

}  // namespace

BOOST_AUTO_TEST_CASE(spills_come_with_their_wind_their_pool_and_their_arcs) {
  const sise::testing::TempFolder folder;
  BOOST_TEST(!has_lng_trials(folder.path()));
  write_spill(folder.path());
  BOOST_TEST(has_lng_trials(folder.path()));
  const auto trials = read_lng_trials(folder.path());
  BOOST_REQUIRE(trials.size() == 2U);
  BOOST_TEST(trials[0].name == "Pond 1");
  BOOST_TEST(trials[0].weather.wind_speed_m_s == 2.4);
  BOOST_TEST(trials[0].weather.wind_height_m == 3.0);
  BOOST_TEST(trials[0].weather.pressure_Pa == 94000.0);
  BOOST_TEST(trials[0].pool_area_m2 == 628.3, tt::tolerance(1e-3));
  BOOST_TEST(trials[0].arcs.at(1).volume_fraction == 0.025);
  BOOST_TEST(trials[1].weather.wind_height_m == 2.0);     // nothing at 3 m
  BOOST_TEST(trials[1].weather.pressure_Pa == 101325.0);  // none given
  BOOST_TEST(trials[1].weather.roughness_m == 2e-5);
}

BOOST_AUTO_TEST_CASE(spills_are_scored_by_trial_with_every_model) {
  const sise::testing::TempFolder folder;
  write_spill(folder.path());
  const auto results = compare_lng(read_lng_trials(folder.path()));
  BOOST_TEST(results.size() == 4U);
  const std::vector<Score> all = scores(results.front());
  BOOST_REQUIRE(all.size() == 3U);
  BOOST_TEST(all[0].group == "all");
  BOOST_TEST(all[0].performance.count == 4U);
  BOOST_TEST(all[2].group == "Maplin Sands 9");
  for (const Comparison& one : results.front().quantities.front().comparisons) {
    BOOST_TEST(one.pair.predicted > 0.0);
    BOOST_TEST(one.pair.predicted <= 1.0);
  }
}

BOOST_AUTO_TEST_CASE(fires_come_with_bearings_from_the_wind_and_the_highest_of_a_history) {
  const sise::testing::TempFolder folder;
  write_fires(folder.path());
  const FireTrials trials = read_fire_trials(folder.path());
  BOOST_REQUIRE(trials.pools.size() == 2U);
  BOOST_TEST(trials.pools[0].radiometers.size() == 7U);  // one has no value in the first period
  BOOST_TEST(trials.pools[1].burning_rate_kg_m2_s == 0.13);
  double farthest_downwind = 0.0;
  for (const Radiometer& one : trials.pools[0].radiometers) {
    farthest_downwind = std::max(farthest_downwind, one.downwind_m);
  }
  BOOST_TEST(farthest_downwind == 70.0, tt::tolerance(1e-9));  // at 270 degrees: the wind comes from 90
  BOOST_TEST(trials.fireballs[1].radiometers[0].radiation_w_m2 == 200e3);
  BOOST_TEST(compare_fires(trials).size() == 6U);
}

BOOST_AUTO_TEST_CASE(a_profile_without_the_heights_is_refused) {
  const sise::testing::TempFolder folder;
  write_spill(folder.path());
  write(folder.path() / "Pond1_profile.csv", "m,m/s,C\nz,u,T\n5,2.1,30\n");
  BOOST_CHECK_THROW(read_lng_trials(folder.path()), sise::InputError);
}
