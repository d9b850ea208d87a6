#include "core/zones/cloud_hazard.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/zones/cloud_field.hpp"

namespace sise {
namespace {

constexpr double kMinute_s = 60.0;
constexpr double kNearest_m = 5.0;
constexpr double kFarthest_m = 100e3;
constexpr double kCoarseStep_deg = 10.0;  // to find the extent, which has a margin

Emission emission_of(const Incident& incident) {
  Emission emission;
  emission.height_m = incident.height_m;
  emission.steps = incident.emission;
  if (incident.mass_kg) emission.instantaneous_kg = *incident.mass_kg;
  if (incident.rate_kg_s) emission.steps = {{0.0, *incident.rate_kg_s}, {incident.duration_s, 0.0}};
  return emission;
}

/// Every wind of the incident, as bearings on the grid, turned.
std::vector<WindStep> winds_of(const Incident& incident, double turn_deg) {
  std::vector<WindStep> winds{
      {0.0, incident.wind_from_deg, incident.weather.wind_speed_m_s, incident.weather.stability}};
  winds.insert(winds.end(), incident.wind_changes.begin(), incident.wind_changes.end());
  for (WindStep& wind : winds) wind.wind_from_deg += turn_deg - incident.convergence_deg;
  return winds;
}

/// The given wind, then pairs to its left and right.
std::vector<double> turns_of(double half_width_deg, double step_deg) {
  std::vector<double> turns{0.0};
  const auto pairs = static_cast<int>(std::ceil(half_width_deg / step_deg));
  for (int i = 1; i <= pairs; ++i) {
    const double turn = half_width_deg * i / pairs;
    turns.push_back(-turn);
    turns.push_back(turn);
  }
  return turns;
}

double lowest_level(const Incident& incident) {
  double lowest = std::numeric_limits<double>::infinity();
  for (const ThreatLevel& level : incident.levels) lowest = std::min(lowest, level.value);
  return lowest;
}

CloudQuestion question_of(const Incident& incident, double threshold_kg_m3, const LoadRule& rule) {
  return {.threshold_kg_m3 = threshold_kg_m3,
          .heights_m = {incident.model.receptor_height_m},
          .window_s = rule.window_s,
          .toxic_exponent = rule.exponent.value_or(1.0)};
}

/// The steady concentration that the cloud counts as outdoors.
double outdoors(double peak, double window_load, const LoadRule& rule) {
  return equivalent_of_load(window_load / kMinute_s, rule, peak);
}

/// Indoors: a cloud of the highest concentration that brings the highest dose. Where no level is met outdoors there is
/// nothing to ask.
double indoors(double peak, double dose, double threshold, const LoadRule& rule, const std::optional<Room>& room) {
  if (!room || peak < threshold) return 0.0;
  return indoor_equivalent({peak, dose / peak}, rule, *room);
}

/// What the winds so far have brought to each place.
struct Worst {
  std::vector<double> peak;
  std::vector<double> dose;

  explicit Worst(std::size_t count) : peak(count), dose(count) {}
  void take(std::size_t i, double peak_kg_m3, double dose_kg_s_m3) {
    peak[i] = std::max(peak[i], peak_kg_m3);
    dose[i] = std::max(dose[i], dose_kg_s_m3);
  }
};

/// Coarse cells all around the source.
GridSpec coarse_grid(Point source, double reach_m) {
  constexpr std::int64_t kCells = 160;
  return {source.x - reach_m, source.y + reach_m, 2.0 * reach_m / kCells, kCells, kCells, ""};
}

/// Cells of a coarse grid where the threshold is met.
struct Met {
  Bounds box{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
             -std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  double reach_m = 0.0;
  bool at_the_edge = false;

  void take(const GridSpec& grid, Point source, CellIndex cell) {
    const Point centre = grid.centre(cell);
    box.x_min = std::min(box.x_min, centre.x - grid.cell_m);
    box.x_max = std::max(box.x_max, centre.x + grid.cell_m);
    box.y_min = std::min(box.y_min, centre.y - grid.cell_m);
    box.y_max = std::max(box.y_max, centre.y + grid.cell_m);
    reach_m = std::max(reach_m, std::hypot(centre.x - source.x, centre.y - source.y) + grid.cell_m);
    at_the_edge = at_the_edge || cell.column == 0 || cell.row == 0 || cell.column == grid.columns - 1 ||
                  cell.row == grid.rows - 1;
  }
};

}  // namespace

CloudHazard::CloudHazard(const Incident& incident)
    : incident_(incident),
      threshold_kg_m3_(lowest_level(incident)),
      turns_deg_(turns_of(incident.wind_from_uncertainty_deg, cloud_step_deg)) {
  static_cast<void>(series(0.0, kNearest_m));  // whatever is impossible shows now
}

PuffSeries CloudHazard::series(double turn_deg, double nearest_m) const {
  return {emission_of(incident_), winds_of(incident_, turn_deg), incident_.weather,
          PlumeOptions{incident_.model.sigma, incident_.model.transport_wind, incident_.model.averaging_time_s},
          std::max(nearest_m, kNearest_m)};
}

ThreatValues CloudHazard::at(std::span<const Point> places, const LoadRule& rule) const {
  const CloudQuestion question = question_of(incident_, threshold_kg_m3_, rule);
  ThreatValues result;
  Worst worst(places.size());
  for (const double turn : turns_deg_) {
    const std::vector<CloudValues> cloud =
        cloud_at(series(turn, kNearest_m), incident_.source, places, question).front();
    std::vector<double> values;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
      values.push_back(outdoors(cloud[i].peak_kg_m3, cloud[i].window_load, rule));
      worst.take(i, cloud[i].peak_kg_m3, cloud[i].dose_kg_s_m3);
    }
    if (result.central.empty()) result = {values, values, values, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
      result.largest[i] = std::max(result.largest[i], values[i]);
      result.smallest[i] = std::min(result.smallest[i], values[i]);
    }
  }
  if (!incident_.room) return result;
  for (std::size_t i = 0; i < places.size(); ++i) {
    result.indoors.push_back(indoors(worst.peak[i], worst.dose[i], threshold_kg_m3_, rule, incident_.room));
  }
  return result;
}

ThreatRasters CloudHazard::over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const {
  const CloudQuestion question = question_of(incident_, threshold_kg_m3_, rule);
  ThreatRasters result;
  Worst worst(static_cast<std::size_t>(grid.cells()));
  for (const double turn : turns_deg_) {
    const CloudField field = cloud_field(series(turn, 0.5 * grid.cell_m), incident_.source, grid, question, progress);
    const CloudRasters& cloud = field.heights.front();
    const bool first = result.central.columns() == 0;
    if (first) result.central = Raster<float>(grid.columns, grid.rows);
    const auto peaks = cloud.peak_kg_m3.data();
    for (std::size_t i = 0; i < peaks.size(); ++i) {
      const auto value = static_cast<float>(
          outdoors(static_cast<double>(peaks[i]), static_cast<double>(cloud.window_load.data()[i]), rule));
      worst.take(i, static_cast<double>(peaks[i]), static_cast<double>(cloud.dose_kg_s_m3.data()[i]));
      if (first) {
        result.central.data()[i] = value;
        continue;
      }
      result.largest.data()[i] = std::max(result.largest.data()[i], value);
      result.smallest.data()[i] = std::min(result.smallest.data()[i], value);
    }
    if (!first) continue;
    result.largest = result.central;
    result.smallest = result.central;
  }
  if (!incident_.room) return result;
  result.indoors = Raster<float>(grid.columns, grid.rows);
  parallel_for(grid.rows, [&](std::int64_t row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const auto i = static_cast<std::size_t>(row * grid.columns + column);
      result.indoors.data()[i] =
          static_cast<float>(indoors(worst.peak[i], worst.dose[i], threshold_kg_m3_, rule, incident_.room));
    }
  });
  return result;
}

std::optional<ThreatExtent> CloudHazard::extent(const std::vector<ThreatLevel>& /*levels*/) const {
  const CloudQuestion question = question_of(incident_, threshold_kg_m3_, {});
  const auto seen_within = [&](double reach_m) {
    const GridSpec grid = coarse_grid(incident_.source, reach_m);
    Met met;
    for (const double turn : turns_of(incident_.wind_from_uncertainty_deg, kCoarseStep_deg)) {
      const CloudField field = cloud_field(series(turn, grid.cell_m), incident_.source, grid, question);
      const Raster<float>& peaks = field.heights.front().peak_kg_m3;
      for (std::int64_t row = 0; row < grid.rows; ++row) {
        for (std::int64_t column = 0; column < grid.columns; ++column) {
          if (static_cast<double>(peaks.at(column, row)) >= threshold_kg_m3_) {
            met.take(grid, incident_.source, {column, row});
          }
        }
      }
    }
    return met;
  };
  std::optional<ThreatExtent> extent;
  double reach_m = 100.0;
  while (reach_m <= kFarthest_m) {
    const Met met = seen_within(reach_m);
    if (met.reach_m > 0.0) extent = ThreatExtent{met.box, met.reach_m};
    if (extent && !met.at_the_edge) break;
    reach_m *= 3.0;
  }
  return extent;
}

Passage CloudHazard::passage(Point place, const LoadRule& rule) const {
  const CloudQuestion question = question_of(incident_, threshold_kg_m3_, rule);
  Passage result;
  for (std::size_t i = 0; i < turns_deg_.size(); ++i) {
    const CloudValues cloud =
        cloud_at(series(turns_deg_[i], kNearest_m), incident_.source, std::array{place}, question).front().front();
    if (i == 0) {
      result = {cloud.arrival_s, cloud.end_s, cloud.dose_kg_s_m3, rule.exponent ? cloud.window_load : 0.0};
      continue;
    }
    result.arrival_s = std::fmin(result.arrival_s, cloud.arrival_s);  // not a number where the cloud never comes
    result.end_s = std::fmax(result.end_s, cloud.end_s);
  }
  return result;
}

std::vector<std::string> CloudHazard::warnings() const { return series(0.0, kNearest_m).warnings(); }

}  // namespace sise
