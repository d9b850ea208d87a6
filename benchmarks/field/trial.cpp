#include "benchmarks/field/trial.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <utility>

#include "benchmarks/field/plain_csv.hpp"
#include "models/base/error.hpp"

namespace sise::field {
namespace {

using RunIndex = std::map<int, std::size_t>;
using ArcKey = std::pair<std::size_t, double>;

int whole(const PlainCsv& table, std::size_t row, const std::string& column) {
  return static_cast<int>(table.number(row, column));
}

Run run_of(const PlainCsv& table, std::size_t i) {
  const std::optional<Stability> stability = stability_from(table.text(i, "pasquill_class_from_L"));
  if (!stability) {
    throw InputError("field_data", {fmt::format("run {}: unknown class", table.text(i, "run")),
                                    fmt::format("第 {} 次试验: 稳定度未知", table.text(i, "run"))});
  }
  return {.number = whole(table, i, "run"),
          .rate_kg_s = table.number(i, "source_kg_s"),
          .release_height_m = table.number(i, "release_height_m"),
          .receptor_height_m = table.number(i, "receptor_height_m"),
          .averaging_time_s = table.number(i, "averaging_time_s"),
          .roughness_m = table.number(i, "roughness_m"),
          .wind_speed_2m_m_s = table.number(i, "wind_speed_2m_m_s"),
          .sigma_theta_deg = table.number(i, "sigma_theta_deg"),
          .friction_velocity_m_s = table.number(i, "ustar_m_s"),
          .obukhov_length_m = table.number(i, "obukhov_L_m"),
          .mixing_height_m = table.optional_number(i, "mixing_height_m"),
          .stability = *stability};
}

std::string column(const std::string& quantity, bool corrected, const std::string& unit) {
  return quantity + (corrected ? "_corrected_" : "_tabulated_") + unit;
}

}  // namespace

Trial read_trial(const std::filesystem::path& folder, bool corrected) {
  Trial trial;
  RunIndex index;
  const PlainCsv runs(folder / "prairie_grass_runs.csv");
  for (std::size_t i = 0; i < runs.rows(); ++i) {
    if (runs.text(i, "has_met") != "1") continue;
    index.emplace(whole(runs, i, "run"), trial.runs.size());
    trial.runs.push_back(run_of(runs, i));
  }
  std::map<ArcKey, double> centroid_deg;
  const PlainCsv arcs(folder / "prairie_grass_arcs.csv");
  for (std::size_t i = 0; i < arcs.rows(); ++i) {
    const auto run = index.find(whole(arcs, i, "run"));
    if (run == index.end()) continue;
    trial.arcs.push_back({.run = run->second,
                          .distance_m = arcs.number(i, "arc_m"),
                          .maximum_kg_m3 = arcs.number(i, column("cmax", corrected, "kg_m3")),
                          .crosswind_integral_kg_m2 = arcs.number(i, column("cic", corrected, "kg_m2")),
                          .sigma_y_m = arcs.number(i, "sigma_y_m"),
                          .covered = arcs.text(i, "covered") == "1"});
    centroid_deg.emplace(ArcKey{run->second, trial.arcs.back().distance_m}, arcs.number(i, "centroid_azimuth_deg"));
  }
  const PlainCsv receptors(folder / "prairie_grass_receptors.csv");
  for (std::size_t i = 0; i < receptors.rows(); ++i) {
    const auto run = index.find(whole(receptors, i, "run"));
    if (run == index.end()) continue;
    trial.receptors.push_back({.run = run->second,
                               .distance_m = receptors.number(i, "arc_m"),
                               .y_m = receptors.number(i, "y_from_centroid_m"),
                               .z_m = receptors.number(i, "receptor_height_m"),
                               .concentration_kg_m3 = receptors.number(i, column("c", corrected, "kg_m3"))});
  }
  const PlainCsv towers(folder / "prairie_grass_towers.csv");
  for (std::size_t i = 0; i < towers.rows(); ++i) {
    const auto run = index.find(whole(towers, i, "run"));
    if (run == index.end()) continue;
    const double distance = towers.number(i, "arc_m");
    const auto centroid = centroid_deg.find({run->second, distance});
    if (centroid == centroid_deg.end()) continue;
    const double angle_deg = std::remainder(towers.number(i, "azimuth_deg") - centroid->second, 360.0);
    trial.towers.push_back({.run = run->second,
                            .distance_m = distance,
                            .y_m = distance * angle_deg * std::numbers::pi / 180.0,
                            .z_m = towers.number(i, "height_m"),
                            .concentration_kg_m3 = towers.number(i, "c_tabulated_kg_m3")});
  }
  return trial;
}

}  // namespace sise::field
