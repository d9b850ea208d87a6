#include "core/zones/cloud_hazard.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"
#include "core/zones/cloud_equivalents.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kNearest_m = 5.0;
constexpr double kFarthest_m = 100e3;
constexpr double kStepsPerSigma = 5.0;
constexpr double kRingsPerCell = 0.75;  // circles nearer to each other tell a cell nothing

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

/// The arc's ends, and where it crosses the directions of the axes, in which it reaches farthest.
void include_arc(Bounds& box, Point source, Point place, double half_width_rad, double apart_m) {
  const double bearing = std::atan2(place.x - source.x, place.y - source.y);
  const auto include = [&](double turn_rad) {
    const Point there = turned(source, place, turn_rad);
    box.x_min = std::min(box.x_min, there.x - apart_m);
    box.x_max = std::max(box.x_max, there.x + apart_m);
    box.y_min = std::min(box.y_min, there.y - apart_m);
    box.y_max = std::max(box.y_max, there.y + apart_m);
  };
  include(-half_width_rad);
  include(half_width_rad);
  constexpr double kQuarter = 0.5 * std::numbers::pi;
  for (double axis = std::ceil((bearing - half_width_rad) / kQuarter) * kQuarter; axis <= bearing + half_width_rad;
       axis += kQuarter) {
    include(axis - bearing);
  }
}

/// A hazard that heeds rules has a field for each.
std::vector<LoadRule> all_rules(const Incident& incident) {
  std::vector<LoadRule> rules;
  for (const ThreatLevel& level : incident.levels) {
    if (std::find(rules.begin(), rules.end(), level.rule) == rules.end()) rules.push_back(level.rule);
  }
  return rules.empty() ? std::vector<LoadRule>{{}} : rules;
}

}  // namespace

CloudHazard::CloudHazard(const Incident& incident)
    : incident_(incident),
      winds_(winds_of(incident)),
      dense_(is_for_heavy_gas(dispersion_of(incident)) ? std::optional(dense_puffs(incident, winds_)) : std::nullopt),
      rules_(all_rules(incident)),
      threshold_kg_m3_(lowest_level(incident)),
      warnings_(series(kNearest_m).warnings()),  // whatever is impossible shows now
      lattice_({incident.source, [this](double nearest_m) { return series(nearest_m); },
                [this](double r_m) { return narrowest_m(r_m); }},
               questions()) {
  for (const WindStep& wind : winds_) {
    if (!dense_) curves_.emplace_back(incident_.model.sigma, wind.stability, incident_.model.averaging_time_s);
  }
  if (incident_.room) {
    for (const LoadRule& rule : rules_) shares_.emplace_back(rule, *incident_.room);
    shares_.emplace_back(LoadRule{}, *incident_.room);
  }
  lattice_.grow_to_threshold(kFarthest_m);
  if (lattice_.goes_on()) warnings_.emplace_back("cloud_goes_on");
}

PuffSeries CloudHazard::series(double nearest_m) const {
  if (dense_)
    return PuffSeries::of_growths(emission_of(incident_), dense_->winds, dense_->growths, nearest_m,
                                  kCloudLatticeSteps);
  return {emission_of(incident_),
          winds_,
          incident_.weather,
          PlumeOptions{incident_.model.sigma, incident_.model.transport_wind, incident_.model.averaging_time_s},
          nearest_m,
          kCloudLatticeSteps};
}

/// Dense puffs are made for the receptors' height and asked on the ground.
std::vector<CloudQuestion> CloudHazard::questions() const {
  std::vector<CloudQuestion> all;
  for (const LoadRule& rule : rules_) {
    all.push_back(question_of(incident_, threshold_kg_m3_, rule));
    if (dense_) all.back().heights_m = {0.0};
  }
  return all;
}

/// Without an exponent the highest concentration counts, which every question knows.
std::size_t CloudHazard::question_of_rule(const LoadRule& rule) const {
  const auto found = std::find(rules_.begin(), rules_.end(), rule);
  if (found != rules_.end()) return static_cast<std::size_t>(found - rules_.begin());
  if (!rule.exponent) return 0;
  throw std::invalid_argument("a cloud in puffs was not asked about this rule");
}

const IndoorShare* CloudHazard::share_of_rule(const LoadRule& rule) const {
  if (shares_.empty()) return nullptr;
  const auto found = std::find(rules_.begin(), rules_.end(), rule);
  return &shares_[static_cast<std::size_t>(found - rules_.begin())];  // one more than rules
}

double CloudHazard::outdoors(const PassedCloud& cloud, const LoadRule& rule) const {
  const double value = sise::outdoors(cloud.peak_kg_m3, cloud.window_load, rule);
  return dense_ ? std::min(value, dense_->pure_kg_m3) : value;
}

double CloudHazard::half_width_rad() const { return incident_.wind_from_uncertainty_deg * kDegree; }

/// A cloud that came straight from the source is the narrowest at a distance: sigma never shrinks with the way.
double CloudHazard::narrowest_m(double r_m) const {
  double narrowest = std::numeric_limits<double>::infinity();
  if (dense_) {
    for (const PuffGrowth& growth : dense_->growths) narrowest = std::min(narrowest, growth.sigma_y.sigma_m(r_m));
  }
  for (const SigmaCurves& curves : curves_) narrowest = std::min(narrowest, curves.sigma_y_m(r_m));
  return narrowest;
}

double CloudHazard::step_rad(double r_m) const {
  return std::min(std::numbers::pi, narrowest_m(r_m) / r_m) / kStepsPerSigma;
}

std::vector<PassedCloud> CloudHazard::on_arc(Point place, std::size_t question) const {
  const double r = std::hypot(place.x - incident_.source.x, place.y - incident_.source.y);
  std::vector<PassedCloud> arc;
  for (const double turn : turns_of(half_width_rad(), step_rad(std::max(r, kNearest_m)))) {
    arc.push_back(lattice_.at(question, turned(incident_.source, place, turn)));
  }
  return arc;
}

ThreatValues CloudHazard::at(std::span<const Point> places, const LoadRule& rule) const {
  ThreatValues result;
  const std::size_t question = question_of_rule(rule);
  const IndoorShare* share = share_of_rule(rule);
  for (const Point& place : places) {
    const std::vector<PassedCloud> arc = on_arc(place, question);
    double largest = 0.0;
    double smallest = std::numeric_limits<double>::infinity();
    double peak = 0.0;
    double dose = 0.0;
    for (const PassedCloud& cloud : arc) {
      const double value = outdoors(cloud, rule);
      largest = std::max(largest, value);
      smallest = std::min(smallest, value);
      peak = std::max(peak, cloud.peak_kg_m3);
      dose = std::max(dose, cloud.dose_kg_s_m3);
    }
    result.central.push_back(outdoors(arc.front(), rule));
    result.largest.push_back(largest);
    result.smallest.push_back(smallest);
    if (share != nullptr) result.indoors.push_back(indoors({peak, dose, largest}, threshold_kg_m3_, *share));
  }
  return result;
}

RingField CloudHazard::rings_over(const GridSpec& grid) const {
  return {incident_.source, 0.5 * grid.cell_m, farthest_corner_m(grid, incident_.source),
          [this](double r) { return step_rad(r); }, kRingsPerCell * grid.cell_m};
}

std::int64_t CloudHazard::bytes(const GridSpec& grid) const {
  // A place, and of three quantities the value and the extremes from there on.
  constexpr std::size_t kPlaceBytes = sizeof(Point) + 9 * sizeof(double);
  const double farthest_m = farthest_corner_m(grid, incident_.source);
  const std::int64_t wider = farthest_m > lattice_.half_side_m() ? lattice_.bytes(farthest_m) : 0;
  const std::size_t turning = half_width_rad() > 0.0 ? rings_over(grid).places().size() * kPlaceBytes : 0;
  return lattice_.bytes(0.0) + wider + static_cast<std::int64_t>(turning);
}

/// Largest and smallest over all turns, from the cloud on circles around its source.
void CloudHazard::take_turns(const CloudLattice& lattice, const GridSpec& grid, const LoadRule& rule,
                             Progress* progress, ThreatRasters& result) const {
  const std::size_t question = question_of_rule(rule);
  const RingField rings = rings_over(grid);
  const std::vector<Point>& places = rings.places();
  std::vector<double> values(places.size());
  std::vector<double> peaks(places.size());
  std::vector<double> doses(places.size());
  constexpr std::size_t kLot = 1024;
  parallel_for(static_cast<std::int64_t>((places.size() + kLot - 1) / kLot), [&](std::int64_t lot) {
    const std::size_t first = static_cast<std::size_t>(lot) * kLot;
    for (std::size_t i = first; i < std::min(first + kLot, places.size()); ++i) {
      const PassedCloud cloud = lattice.at(question, places[i]);
      values[i] = outdoors(cloud, rule);
      peaks[i] = cloud.peak_kg_m3;
      doses[i] = cloud.dose_kg_s_m3;
    }
  });
  const IndoorShare* share = share_of_rule(rule);
  const RingField::Envelope value = rings.envelope(std::move(values), half_width_rad());
  const RingField::Envelope peak = rings.envelope(std::move(peaks), half_width_rad());
  const RingField::Envelope dose = rings.envelope(std::move(doses), half_width_rad());
  const auto fill_row = [&](std::int64_t row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const Point place = grid.centre({column, row});
      const float central = result.central.at(column, row);
      const double largest = value.largest(place);
      result.largest.at(column, row) = std::max(central, static_cast<float>(largest));
      result.smallest.at(column, row) = std::min(central, static_cast<float>(value.smallest(place)));
      if (share == nullptr) continue;
      const double inside = indoors({peak.largest(place), dose.largest(place), largest}, threshold_kg_m3_, *share);
      result.indoors.at(column, row) = std::max(result.indoors.at(column, row), static_cast<float>(inside));
    }
  };
  parallel_for(grid.rows, fill_row, progress, "turns");
}

ThreatRasters CloudHazard::over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const {
  const bool turns = half_width_rad() > 0.0;
  StagePart as_given(progress, 0.0, turns ? 0.5 : 1.0);
  StagePart turned(progress, 0.5, 1.0);
  const double farthest_m = farthest_corner_m(grid, incident_.source);
  std::optional<CloudLattice> wider;
  if (farthest_m > lattice_.half_side_m()) wider.emplace(lattice_).grow(farthest_m, &as_given);
  const CloudLattice& lattice = wider ? *wider : lattice_;
  const std::size_t question = question_of_rule(rule);
  ThreatRasters result = blank_rasters(grid);
  const IndoorShare* share = share_of_rule(rule);
  if (share != nullptr) result.indoors = Raster<float>(grid.columns, grid.rows);
  const auto fill_row = [&](std::int64_t row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const PassedCloud cloud = lattice.at(question, grid.centre({column, row}));
      const double outside = outdoors(cloud, rule);
      result.central.at(column, row) = static_cast<float>(outside);
      if (share == nullptr) continue;
      result.indoors.at(column, row) =
          static_cast<float>(indoors({cloud.peak_kg_m3, cloud.dose_kg_s_m3, outside}, threshold_kg_m3_, *share));
    }
  };
  parallel_for(grid.rows, fill_row, &as_given, "field");
  result.largest = result.central;
  result.smallest = result.central;
  if (turns) take_turns(lattice, grid, rule, &turned, result);
  return result;
}

std::optional<ThreatExtent> CloudHazard::extent(const std::vector<ThreatLevel>& /*levels*/) const {
  constexpr double kEndless = std::numeric_limits<double>::infinity();
  ThreatExtent extent{{kEndless, kEndless, -kEndless, -kEndless}, 0.0};
  const Point source = incident_.source;
  lattice_.each_met([&](const CloudLattice::Met& met) {
    include_arc(extent.box, source, {source.x + met.east_m, source.y + met.north_m}, half_width_rad(), met.apart_m);
    extent.reach_m = std::max(extent.reach_m, std::hypot(met.east_m, met.north_m) + met.apart_m);
  });
  return extent.reach_m > 0.0 ? std::optional(extent) : std::nullopt;
}

Passage CloudHazard::passage(Point place, const LoadRule& rule) const {
  const std::vector<PassedCloud> arc = on_arc(place, question_of_rule(rule));
  const PassedCloud& given = arc.front();
  Passage result{given.arrival_s, given.end_s, given.dose_kg_s_m3, rule.exponent ? given.window_load : 0.0};
  for (const PassedCloud& cloud : arc) {
    result.arrival_s = std::fmin(result.arrival_s, cloud.arrival_s);  // not a number where the cloud never comes
    result.end_s = std::fmax(result.end_s, cloud.end_s);
  }
  return result;
}

}  // namespace sise
