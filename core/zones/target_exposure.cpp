#include "core/zones/target_exposure.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kMg_per_kg = 1e6;

/// One level as a target sees it.
struct LevelView {
  double central = 0.0;
  double largest = 0.0;
  std::optional<double> indoors;
};

double highest(const std::vector<double>& values) { return *std::max_element(values.begin(), values.end()); }

LevelView view_of(const Hazard& hazard, const ThreatValues& values, const LoadRule& rule) {
  LevelView view{highest(values.central), highest(values.largest), {}};
  if (const std::optional<double> factor = hazard.indoor_factor(rule)) {
    view.indoors = *factor * view.largest;
  } else if (!values.indoors.empty()) {
    view.indoors = highest(values.indoors);
  }
  return view;
}

/// Every level in the incident's order. Values are asked anew only where the hazard heeds the rule.
std::vector<LevelView> views_of(const Incident& incident, const Hazard& hazard, const std::vector<Point>& places) {
  std::vector<LevelView> views;
  ThreatValues values;
  for (std::size_t i = 0; i < incident.levels.size(); ++i) {
    const LoadRule& rule = incident.levels[i].rule;
    const bool as_before = i > 0 && (!hazard.heeds_rules() || rule == incident.levels[i - 1].rule);
    if (!as_before) values = hazard.at(places, rule);
    views.push_back(view_of(hazard, values, rule));
  }
  return views;
}

/// The first level, which is the severest, that `met` holds for; the number of levels: none.
template <class Met>
std::size_t worst_level(const Incident& incident, const std::vector<LevelView>& views, Met met) {
  std::size_t i = 0;
  while (i < views.size() && !met(views[i], incident.levels[i].value)) ++i;
  return i;
}

CloudExposure cloud_exposure(const Incident& incident, const std::vector<LevelView>& views, std::size_t worst,
                             const Passage& passage) {
  const ThreatLevel& level = incident.levels[worst];
  CloudExposure cloud;
  cloud.dose_kg_s_m3 = passage.dose_kg_s_m3;
  cloud.load_exponent = level.rule.exponent;
  if (level.rule.exponent) {
    cloud.load_mg_m3_n_min = passage.load_kg_m3_n_s * std::pow(kMg_per_kg, *level.rule.exponent) / kSecondsPerMinute;
  }
  cloud.indoor_value = *views[worst].indoors;
  cloud.shelter_ok = cloud.indoor_value < level.value;
  const std::size_t indoors = worst_level(
      incident, views, [](const LevelView& view, double value) { return view.indoors && *view.indoors >= value; });
  if (indoors < incident.levels.size()) cloud.indoor_level = incident.levels[indoors].name;
  return cloud;
}

/// The cloud over a whole target: from its first place to its last.
Passage passage_over(const Hazard& hazard, const std::vector<Point>& places, const LoadRule& rule) {
  Passage all = hazard.passage(places.front(), rule);
  for (const Point& place : places) {
    const Passage here = hazard.passage(place, rule);
    all.arrival_s = std::min(all.arrival_s, here.arrival_s);
    all.end_s = std::max(all.end_s, here.end_s);
    all.dose_kg_s_m3 = std::max(all.dose_kg_s_m3, here.dose_kg_s_m3);
    all.load_kg_m3_n_s = std::max(all.load_kg_m3_n_s, here.load_kg_m3_n_s);
  }
  return all;
}

struct Ranked {
  std::size_t level = 0;
  TargetExposure exposure;
};

/// Fields change over a share of the distance from the source: places nearer to each other than a fiftieth of it, or
/// than a cell, tell nothing new, and a far target has no more of them than a near one.
std::vector<Point> places_of(const Target& target, const GridSpec& grid, double distance) {
  constexpr double kPlacesPerDistance = 50.0;
  GridSpec lattice = grid;
  lattice.cell_m = std::max(grid.cell_m, distance / kPlacesPerDistance);
  return places_on(target.geometry, lattice, lattice.cell_m);
}

/// Worst value over a target: its points, or the centres of squares that it touches and its edge.
Ranked expose(const Incident& incident, const Hazard& hazard, const Target& target, const GridSpec& grid) {
  const double distance = distance_m(incident.source, target.geometry);
  const std::vector<Point> places = places_of(target, grid, distance);
  const std::vector<LevelView> views = views_of(incident, hazard, places);
  Ranked result;
  result.level =
      worst_level(incident, views, [](const LevelView& view, double value) { return view.largest >= value; });
  TargetExposure& exposure = result.exposure;
  exposure.id = target.id;
  exposure.name = target.name;
  exposure.distance_m = distance;
  if (result.level == views.size()) return result;
  exposure.value = views[result.level].central;
  exposure.largest_value = views[result.level].largest;
  exposure.worst_level = incident.levels[result.level].name;
  const Passage passage = passage_over(hazard, places, incident.levels[result.level].rule);
  exposure.arrival_s = passage.arrival_s;
  exposure.passing_s = passage.end_s;
  if (views[result.level].indoors) exposure.cloud = cloud_exposure(incident, views, result.level, passage);
  return result;
}

}  // namespace

std::vector<TargetExposure> target_exposures(const Incident& incident, const Hazard& hazard, const GridSpec& grid) {
  std::vector<Ranked> all(incident.targets.size());
  parallel_for(static_cast<std::int64_t>(all.size()), [&](std::int64_t i) {
    const auto k = static_cast<std::size_t>(i);
    all[k] = expose(incident, hazard, incident.targets[k], grid);
  });
  std::erase_if(all, [&](const Ranked& ranked) { return ranked.level == incident.levels.size(); });
  std::stable_sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) {
    if (a.level != b.level) return a.level < b.level;
    return a.exposure.largest_value > b.exposure.largest_value;
  });
  std::vector<TargetExposure> exposures;
  exposures.reserve(all.size());
  for (Ranked& ranked : all) exposures.push_back(std::move(ranked.exposure));
  return exposures;
}

}  // namespace sise
