#include "core/rating/small_zones.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

namespace sise {
namespace {

constexpr std::size_t kDirections = 16;
constexpr int kHalvings = 8;
constexpr double kSmallestCell_m = 1.0;

/// A unit's colour, and between which distances it ends somewhere.
struct Candidate {
  std::size_t unit = 0;
  Point source;
  ColourCode code = ColourCode::blue;
  double inside_m = 0.0;
  double outside_m = 0.0;
};

Point around(Point source, std::size_t direction, double radius_m) {
  const double angle = 2.0 * std::numbers::pi * static_cast<double>(direction) / kDirections;
  return {source.x + radius_m * std::sin(angle), source.y + radius_m * std::cos(angle)};
}

/// Asked for all units at once: is the place coloured at least as badly in every direction at the unit's distance?
std::vector<bool> hold_at(const FourColourMap& map, const std::vector<Candidate>& units,
                          const std::vector<double>& radii_m) {
  std::vector<Point> places;
  places.reserve(units.size() * kDirections);
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (std::size_t k = 0; k < kDirections; ++k) places.push_back(around(units[i].source, k, radii_m[i]));
  }
  const std::vector<CellClass> colours = map.colours_at(places);
  std::vector<bool> hold(units.size(), true);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (is_worse(units[i / kDirections].code, colours[i].code)) hold[i / kDirections] = false;
  }
  return hold;
}

/// Of a line the middle one of its worst places: at the ends its colour narrows.
Point worst_source(std::span<const Point> sources, std::span<const CellClass> colours, ColourCode worst) {
  std::vector<Point> as_bad;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (colours[i].code == worst) as_bad.push_back(sources[i]);
  }
  return as_bad[as_bad.size() / 2];
}

std::vector<Candidate> coloured_units(const Assessment& assessment, const FourColourMap& map, double outside_m) {
  std::vector<std::size_t> computed;
  std::vector<std::size_t> ends;  // of each unit's sources
  std::vector<Point> sources;
  for (std::size_t i = 0; i < assessment.statuses.size(); ++i) {
    if (!assessment.statuses[i].computed) continue;
    const std::vector<Point> more = sources_of(assessment.risk.unit(i));
    computed.push_back(i);
    sources.insert(sources.end(), more.begin(), more.end());
    ends.push_back(sources.size());
  }
  const std::vector<CellClass> colours = map.colours_at(sources);
  std::vector<Candidate> units;
  for (std::size_t i = 0; i < computed.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    const std::span<const CellClass> own = std::span(colours).subspan(begin, ends[i] - begin);
    CellClass worst = own.front();
    for (const CellClass& one : own) worst = worse(worst, one);
    const ColourCode code = worst.code;
    if (code != ColourCode::red && code != ColourCode::orange && code != ColourCode::yellow) continue;
    const Point source = worst_source(std::span(sources).subspan(begin, own.size()), own, code);
    units.push_back({computed[i], source, code, 0.0, outside_m});
  }
  return units;
}

/// The largest of 1, 2 or 5 times a power of ten that is not above.
double round_down(double length_m) {
  const double power = std::pow(10.0, std::floor(std::log10(length_m)));
  for (const double factor : {5.0, 2.0}) {
    if (factor * power <= length_m) return factor * power;
  }
  return power;
}

double cell_that_shows(double radius_m) {
  const double widest = radius_m * std::numbers::sqrt2;
  return widest >= kSmallestCell_m ? round_down(widest) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::vector<SmallZone> zones_smaller_than_a_cell(const Assessment& assessment, const FourColourMap& map) {
  const double shown_m = assessment.study.grid.cell_m / std::numbers::sqrt2;
  std::vector<Candidate> units = coloured_units(assessment, map, shown_m);
  const std::vector<bool> shown = hold_at(map, units, std::vector<double>(units.size(), shown_m));
  std::vector<Candidate> small;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!shown[i]) small.push_back(units[i]);
  }
  for (int k = 0; k < kHalvings && !small.empty(); ++k) {
    std::vector<double> middles;
    middles.reserve(small.size());
    for (const Candidate& unit : small) middles.push_back(0.5 * (unit.inside_m + unit.outside_m));
    const std::vector<bool> hold = hold_at(map, small, middles);
    for (std::size_t i = 0; i < small.size(); ++i) (hold[i] ? small[i].inside_m : small[i].outside_m) = middles[i];
  }
  std::vector<SmallZone> zones;
  zones.reserve(small.size());
  for (const Candidate& unit : small)
    zones.push_back({unit.unit, unit.code, unit.inside_m, cell_that_shows(unit.inside_m)});
  return zones;
}

}  // namespace sise
