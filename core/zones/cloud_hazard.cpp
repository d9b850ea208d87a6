#include "core/zones/cloud_hazard.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"
#include "core/zones/cloud_equivalents.hpp"
#include "core/zones/cloud_field.hpp"
#include "core/zones/ring_field.hpp"
#include "models/atmosphere/sigma.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kNearest_m = 5.0;
constexpr double kFarthest_m = 100e3;
constexpr double kStepsPerSigma = 5.0;
constexpr double kCoarseStep_rad = 2.0 * kDegree;  // to find the extent, which has a margin

/// Every wind of the incident, as bearings on the grid.
std::vector<WindStep> winds_of(const Incident& incident) {
  std::vector<WindStep> winds{
      {0.0, incident.wind_from_deg, incident.weather.wind_speed_m_s, incident.weather.stability}};
  winds.insert(winds.end(), incident.wind_changes.begin(), incident.wind_changes.end());
  for (WindStep& wind : winds) wind.wind_from_deg -= incident.convergence_deg;
  return winds;
}

/// A place turned about the source, clockwise.
Point turned(Point source, Point place, double turn_rad) {
  const double east = place.x - source.x;
  const double north = place.y - source.y;
  const double cosine = std::cos(turn_rad);
  const double sine = std::sin(turn_rad);
  return {source.x + east * cosine + north * sine, source.y + north * cosine - east * sine};
}

/// No turn, then pairs to the left and right.
std::vector<double> turns_of(double half_width_rad, double step_rad) {
  std::vector<double> turns{0.0};
  const auto pairs = static_cast<int>(std::ceil(half_width_rad / step_rad));
  for (int i = 1; i <= pairs; ++i) {
    const double turn = half_width_rad * i / pairs;
    turns.push_back(-turn);
    turns.push_back(turn);
  }
  return turns;
}

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

  void take(const GridSpec& grid, Point source, CellIndex cell, const std::vector<double>& turns) {
    const Point centre = grid.centre(cell);
    for (const double turn : turns) {
      const Point place = turned(source, centre, turn);
      box.x_min = std::min(box.x_min, place.x - grid.cell_m);
      box.x_max = std::max(box.x_max, place.x + grid.cell_m);
      box.y_min = std::min(box.y_min, place.y - grid.cell_m);
      box.y_max = std::max(box.y_max, place.y + grid.cell_m);
    }
    reach_m = std::max(reach_m, std::hypot(centre.x - source.x, centre.y - source.y) + grid.cell_m);
    at_the_edge = at_the_edge || cell.column == 0 || cell.row == 0 || cell.column == grid.columns - 1 ||
                  cell.row == grid.rows - 1;
  }
};

}  // namespace

/// What all winds have brought to each place.
struct CloudHazard::Worst {
  std::vector<double> peak;
  std::vector<double> dose;
};

CloudHazard::CloudHazard(const Incident& incident)
    : incident_(incident), winds_(winds_of(incident)), threshold_kg_m3_(lowest_level(incident)) {
  if (dispersion_of(incident) == dense_dispersion) dense_ = dense_puffs(incident, winds_);
  static_cast<void>(series(kNearest_m));  // whatever is impossible shows now
}

PuffSeries CloudHazard::series(double nearest_m) const {
  const double nearest = std::max(nearest_m, kNearest_m);
  if (dense_) return PuffSeries::of_growths(emission_of(incident_), dense_->winds, dense_->growths, nearest);
  return {emission_of(incident_), winds_, incident_.weather,
          PlumeOptions{incident_.model.sigma, incident_.model.transport_wind, incident_.model.averaging_time_s},
          nearest};
}

/// Dense puffs are made for the receptors' height and asked on the ground.
CloudQuestion CloudHazard::question(const LoadRule& rule) const {
  CloudQuestion asked = question_of(incident_, threshold_kg_m3_, rule);
  if (dense_) asked.heights_m = {0.0};
  return asked;
}

double CloudHazard::outdoors(double peak_kg_m3, double window_load, const LoadRule& rule) const {
  const double value = sise::outdoors(peak_kg_m3, window_load, rule);
  return dense_ ? std::min(value, dense_->pure_kg_m3) : value;
}

double CloudHazard::half_width_rad() const { return incident_.wind_from_uncertainty_deg * kDegree; }

/// A cloud that came straight from the source is the narrowest at a distance: sigma never shrinks with the way.
double CloudHazard::step_rad(double r_m) const {
  double narrowest = std::numbers::pi;
  if (dense_) {
    for (const PuffGrowth& growth : dense_->growths) narrowest = std::min(narrowest, growth.sigma_y.sigma_m(r_m) / r_m);
    return narrowest / kStepsPerSigma;
  }
  for (const WindStep& wind : winds_) {
    const SigmaCurves curves(incident_.model.sigma, wind.stability, incident_.model.averaging_time_s);
    narrowest = std::min(narrowest, curves.sigma_y_m(r_m) / r_m);
  }
  return narrowest / kStepsPerSigma;
}

std::vector<Point> CloudHazard::arc_of(Point place) const {
  const double r = std::hypot(place.x - incident_.source.x, place.y - incident_.source.y);
  std::vector<Point> arc;
  for (const double turn : turns_of(half_width_rad(), step_rad(std::max(r, kNearest_m)))) {
    arc.push_back(turned(incident_.source, place, turn));
  }
  return arc;
}

ThreatValues CloudHazard::at(std::span<const Point> places, const LoadRule& rule) const {
  std::vector<Point> on_arcs;
  std::vector<std::size_t> first;  // of each place's arc
  for (const Point& place : places) {
    first.push_back(on_arcs.size());
    const std::vector<Point> arc = arc_of(place);
    on_arcs.insert(on_arcs.end(), arc.begin(), arc.end());
  }
  first.push_back(on_arcs.size());
  const std::vector<CloudValues> clouds =
      cloud_at(series(kNearest_m), incident_.source, on_arcs, question(rule)).front();
  ThreatValues result;
  for (std::size_t i = 0; i < places.size(); ++i) {
    double largest = 0.0;
    double smallest = std::numeric_limits<double>::infinity();
    double peak = 0.0;
    double dose = 0.0;
    for (std::size_t k = first[i]; k < first[i + 1]; ++k) {
      const double value = outdoors(clouds[k].peak_kg_m3, clouds[k].window_load, rule);
      if (k == first[i]) result.central.push_back(value);
      largest = std::max(largest, value);
      smallest = std::min(smallest, value);
      peak = std::max(peak, clouds[k].peak_kg_m3);
      dose = std::max(dose, clouds[k].dose_kg_s_m3);
    }
    result.largest.push_back(largest);
    result.smallest.push_back(smallest);
    if (incident_.room) result.indoors.push_back(indoors(peak, dose, threshold_kg_m3_, rule, incident_.room));
  }
  return result;
}

/// Largest and smallest over all turns, from the cloud on circles around its source.
void CloudHazard::take_turns(const GridSpec& grid, const LoadRule& rule, Progress* progress, ThreatRasters& result,
                             Worst& worst) const {
  const double nearest_m = 0.5 * grid.cell_m;
  const RingField rings(incident_.source, nearest_m, farthest_corner_m(grid, incident_.source),
                        [this](double r) { return step_rad(r); });
  const std::vector<CloudValues> clouds =
      cloud_at(series(nearest_m), incident_.source, rings.places(), question(rule), progress).front();
  std::vector<double> values;
  std::vector<double> peaks;
  std::vector<double> doses;
  for (const CloudValues& cloud : clouds) {
    values.push_back(outdoors(cloud.peak_kg_m3, cloud.window_load, rule));
    peaks.push_back(cloud.peak_kg_m3);
    doses.push_back(cloud.dose_kg_s_m3);
  }
  const RingField::Envelope value = rings.envelope(std::move(values), half_width_rad());
  const RingField::Envelope peak = rings.envelope(std::move(peaks), half_width_rad());
  const RingField::Envelope dose = rings.envelope(std::move(doses), half_width_rad());
  parallel_for(grid.rows, [&](std::int64_t row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const Point place = grid.centre({column, row});
      const auto i = static_cast<std::size_t>(row * grid.columns + column);
      const float central = result.central.at(column, row);
      result.largest.at(column, row) = std::max(central, static_cast<float>(value.largest(place)));
      result.smallest.at(column, row) = std::min(central, static_cast<float>(value.smallest(place)));
      worst.peak[i] = std::max(worst.peak[i], peak.largest(place));
      worst.dose[i] = std::max(worst.dose[i], dose.largest(place));
    }
  });
}

ThreatRasters CloudHazard::over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const {
  const bool turns = half_width_rad() > 0.0;
  StagePart as_given(progress, 0.0, turns ? 0.5 : 1.0);
  StagePart turned(progress, 0.5, 1.0);
  const CloudField field = cloud_field(series(0.5 * grid.cell_m), incident_.source, grid, question(rule), &as_given);
  const CloudRasters& cloud = field.heights.front();
  const auto cells = static_cast<std::size_t>(grid.cells());
  ThreatRasters result = blank_rasters(grid);
  Worst worst{std::vector<double>(cells), std::vector<double>(cells)};
  for (std::size_t i = 0; i < cells; ++i) {
    worst.peak[i] = static_cast<double>(cloud.peak_kg_m3.data()[i]);
    worst.dose[i] = static_cast<double>(cloud.dose_kg_s_m3.data()[i]);
    const auto load = static_cast<double>(cloud.window_load.data()[i]);
    result.central.data()[i] = static_cast<float>(outdoors(worst.peak[i], load, rule));
  }
  result.largest = result.central;
  result.smallest = result.central;
  if (turns) take_turns(grid, rule, &turned, result, worst);
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
  const CloudQuestion asked = question({});
  const std::vector<double> turns = turns_of(half_width_rad(), kCoarseStep_rad);
  const auto seen_within = [&](double reach_m) {
    const GridSpec grid = coarse_grid(incident_.source, reach_m);
    Met met;
    const CloudField field = cloud_field(series(grid.cell_m), incident_.source, grid, asked);
    const Raster<float>& peaks = field.heights.front().peak_kg_m3;
    for (std::int64_t row = 0; row < grid.rows; ++row) {
      for (std::int64_t column = 0; column < grid.columns; ++column) {
        if (static_cast<double>(peaks.at(column, row)) < threshold_kg_m3_) continue;
        met.take(grid, incident_.source, {column, row}, turns);
      }
    }
    return met;
  };
  std::optional<ThreatExtent> extent;
  double reach_m = 100.0;
  while (reach_m <= kFarthest_m) {
    const Met met = seen_within(reach_m);
    if (met.reach_m > 0.0) extent = ThreatExtent{met.box, met.reach_m};
    goes_on_ = met.at_the_edge;
    if (extent && !met.at_the_edge) break;
    reach_m *= 3.0;
  }
  return extent;
}

Passage CloudHazard::passage(Point place, const LoadRule& rule) const {
  const std::vector<CloudValues> clouds =
      cloud_at(series(kNearest_m), incident_.source, arc_of(place), question(rule)).front();
  const CloudValues& given = clouds.front();
  Passage result{given.arrival_s, given.end_s, given.dose_kg_s_m3, rule.exponent ? given.window_load : 0.0};
  for (const CloudValues& cloud : clouds) {
    result.arrival_s = std::fmin(result.arrival_s, cloud.arrival_s);  // not a number where the cloud never comes
    result.end_s = std::fmax(result.end_s, cloud.end_s);
  }
  return result;
}

std::vector<std::string> CloudHazard::warnings() const {
  std::vector<std::string> codes = series(kNearest_m).warnings();
  if (goes_on_) codes.emplace_back("cloud_goes_on");
  return codes;
}

}  // namespace sise
