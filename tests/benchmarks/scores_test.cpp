// The scorer on a made-up experiment in the tables' own form: three runs, one without meteorology.
#include "benchmarks/field/scores.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <string>

#include "benchmarks/field/scatter.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::field;
using boost::test_tools::tolerance;

namespace {

struct Experiment {
  Experiment() {
    write("prairie_grass_runs.csv",
          "run,source_kg_s,release_height_m,receptor_height_m,averaging_time_s,roughness_m,wind_speed_2m_m_s,"
          "sigma_theta_deg,ustar_m_s,obukhov_L_m,mixing_height_m,pasquill_class_from_L,has_met\n"
          "1,0.1,0.46,1.5,600,0.006,,,,,,,0\n"
          "2,0.1,0.46,1.5,600,0.006,5.0,8.0,0.35,-40.0,700.0,C,1\n"
          "3,0.05,0.46,1.5,600,0.006,3.0,5.0,0.19,30.0,,E,1\n");
    write("prairie_grass_arcs.csv",
          "run,arc_m,cmax_tabulated_kg_m3,cmax_corrected_kg_m3,cic_tabulated_kg_m2,cic_corrected_kg_m2,sigma_y_m,"
          "centroid_azimuth_deg,covered\n"
          "1,50,1e-4,1e-4,1e-3,1e-3,7.0,10.0,1\n"
          "2,50,2e-4,1.8e-4,4e-3,3.6e-3,7.0,359.0,1\n"
          "2,800,1e-6,0.9e-6,3e-4,2.7e-4,80.0,2.0,0\n"
          "3,50,6e-4,5e-4,5e-3,4e-3,4.0,180.0,1\n");
    write("prairie_grass_receptors.csv",
          "run,arc_m,receptor_height_m,c_tabulated_kg_m3,c_corrected_kg_m3,y_from_centroid_m\n"
          "1,50,1.5,1e-4,1e-4,0.0\n2,50,1.5,2e-4,1.8e-4,0.0\n2,50,1.5,0,0,40.0\n3,50,1.5,6e-4,5e-4,1.0\n");
    write("prairie_grass_towers.csv",
          "run,arc_m,azimuth_deg,height_m,c_tabulated_kg_m3\n2,50,1.0,4.5,3e-5\n2,100,1.0,4.5,3e-5\n");
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }

  testing::TempFolder folder;
};

// Numbers that tell runs and distances apart.
Candidate stand_in() {
  return {"stand_in", [](const Run& run) {
            return RunModel{[run](double, double y, double) { return y > 10.0 ? 0.0 : 1e-4 * run.number; },
                            [](double, double) { return 4e-3; }, [](double x) { return 0.1 * x; }};
          }};
}

Performance find(const std::vector<Score>& all, const std::string& quantity, const std::string& group) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Score& s) { return s.quantity == quantity && s.group == group; });
  BOOST_REQUIRE(found != all.end());
  return found->performance;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(field_scores, Experiment)

BOOST_AUTO_TEST_CASE(runs_without_meteorology_are_left_out) {
  const Trial trial = read_trial(folder.path(), false);
  BOOST_TEST(trial.runs.size() == 2U);
  BOOST_TEST(trial.arcs.size() == 3U);
  BOOST_TEST(trial.receptors.size() == 3U);
  BOOST_TEST(trial.runs[0].number == 2);
  BOOST_TEST(trial.runs[0].mixing_height_m.value() == 700.0);
  BOOST_TEST(!trial.runs[1].mixing_height_m.has_value());
}

// A tower at 1 degree beside a centroid at 359: 2 degrees of arc at 50 m. The tower on an arc without centroid is left out.
BOOST_AUTO_TEST_CASE(towers_are_placed_across_north) {
  const Trial trial = read_trial(folder.path(), false);
  BOOST_TEST(trial.towers.size() == 1U);
  BOOST_TEST(trial.towers[0].y_m == 50.0 * 2.0 * std::acos(-1.0) / 180.0, tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(corrected_values_on_request) {
  const Trial trial = read_trial(folder.path(), true);
  BOOST_TEST(trial.arcs[0].maximum_kg_m3 == 1.8e-4);
  BOOST_TEST(trial.receptors[2].concentration_kg_m3 == 5e-4);
}

BOOST_AUTO_TEST_CASE(quantities_and_groups_hold_what_belongs_to_them) {
  const std::vector<Score> all = scores(compare(read_trial(folder.path(), false), stand_in()));
  BOOST_TEST(find(all, "arc_maximum", "all").count == 3U);
  BOOST_TEST(find(all, "arc_maximum", "800 m").count == 1U);
  BOOST_TEST(find(all, "arc_maximum", "stable").count == 1U);
  BOOST_TEST(find(all, "arc_maximum", "stable").mg == 2.0, tolerance(1e-12));  // 6e-4 over 3e-4
  // The arc that does not cover the plume counts in neither.
  BOOST_TEST(find(all, "crosswind_integral", "all").count == 2U);
  BOOST_TEST(find(all, "sigma_y", "unstable").count == 1U);
  BOOST_TEST(find(all, "sigma_y", "unstable").mg == 7.0 / 5.0, tolerance(1e-12));
  BOOST_TEST(find(all, "receptor", "all").count == 2U);  // without the observed zero
}

BOOST_AUTO_TEST_CASE(every_candidate_can_be_scored) {
  const Trial trial = read_trial(folder.path(), false);
  BOOST_TEST(candidates(0.003).size() == candidates(0.0).size() + 1);
  for (const Candidate& candidate : candidates(0.003)) {
    const Performance p = find(scores(compare(trial, candidate)), "arc_maximum", "all");
    BOOST_TEST(p.count == 3U, candidate.name);
    BOOST_TEST(p.mg > 0.05, candidate.name);
    BOOST_TEST(p.mg < 20.0, candidate.name);
  }
}

BOOST_AUTO_TEST_CASE(tables_and_picture) {
  const ModelResult result = compare(read_trial(folder.path(), false), stand_in());
  const std::string csv = as_csv(scores(result));
  BOOST_TEST(csv.starts_with("model,quantity,group,n,fac2,fb,nmse,mg,vg\nstand_in,arc_maximum,all,3,"));
  BOOST_TEST(as_text(scores(result)).find("stand_in, sigma_y") != std::string::npos);
  const std::string svg = scatter_svg(result);
  BOOST_TEST(svg.find("<svg ") != std::string::npos);
  BOOST_TEST(svg.find("observed (1 zero pairs not drawn)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wrong_table_is_named_with_its_line) {
  write("prairie_grass_towers.csv", "run,arc_m,azimuth_deg,height_m,c_tabulated_kg_m3\n2,50,1.0,high,3e-5\n");
  BOOST_CHECK_EXCEPTION(static_cast<void>(read_trial(folder.path(), false)), InputError, [](const InputError& e) {
    const Diagnostic& d = e.diagnostics().front();
    return d.where.file == "prairie_grass_towers.csv" && d.where.line == 2 &&
           d.message.en.find("high") != std::string::npos;
  });
  write("prairie_grass_towers.csv", "run,arc_m\n2\n");
  BOOST_CHECK_THROW(static_cast<void>(read_trial(folder.path(), false)), InputError);
}

BOOST_AUTO_TEST_SUITE_END()
