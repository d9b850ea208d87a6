#include "core/runs/transects.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "core/geometry/line_length.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr std::array kOffsets_m{0.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0};
constexpr double kLongestPiece_m = 250.0;
constexpr double kMostPieces = 200.0;

/// A place on a line, and which way it runs there.
struct Station {
  double along_m = 0.0;
  Point at;
  double east = 0.0, north = 1.0;
};

std::vector<Station> stations_of(const Geometry& shape) {
  const double whole_m = length_m(shape.lines);
  const double pieces = std::clamp(std::ceil(whole_m / kLongestPiece_m), 1.0, kMostPieces);
  std::vector<Station> stations;
  double begin_m = 0.0;
  double next_m = 0.5 * whole_m / pieces;
  for (const Line& line : shape.lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      const double piece_m = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
      if (!(piece_m > 0.0)) continue;
      const double east = (line[i].x - line[i - 1].x) / piece_m;
      const double north = (line[i].y - line[i - 1].y) / piece_m;
      for (; next_m <= begin_m + piece_m; next_m += whole_m / pieces) {
        const double on_m = next_m - begin_m;
        stations.push_back({next_m, {line[i - 1].x + on_m * east, line[i - 1].y + on_m * north}, east, north});
      }
      begin_m += piece_m;
    }
  }
  return stations;
}

void add_points(const Assessment& assessment, std::size_t unit, std::vector<TransectPoint>& points) {
  const double reach_m = assessment.risk.reach_m(unit);
  for (const Station& station : stations_of(assessment.study.units[unit].geometry)) {
    const auto add = [&](double offset_m) {
      const Point place{station.at.x + offset_m * station.north, station.at.y - offset_m * station.east};
      points.push_back({unit, station.along_m, offset_m, place, 0.0, 0.0});
    };
    for (std::size_t i = kOffsets_m.size(); i-- > 1;) {
      if (kOffsets_m.at(i) <= reach_m) add(-kOffsets_m.at(i));
    }
    for (const double offset_m : kOffsets_m) {
      if (offset_m <= reach_m) add(offset_m);
    }
  }
}

}  // namespace

bool has_transects(const Study& study) {
  std::set<std::string> with_scenarios;
  for (const Scenario& scenario : study.scenarios) with_scenarios.insert(scenario.unit_id);
  return std::any_of(study.units.begin(), study.units.end(), [&](const Unit& unit) {
    return !unit.geometry.lines.empty() && with_scenarios.contains(unit.id);
  });
}

std::vector<TransectPoint> transects(const Assessment& assessment, Progress* progress) {
  std::vector<TransectPoint> points;
  for (std::size_t unit = 0; unit < assessment.study.units.size(); ++unit) {
    const bool drawn = !assessment.study.units[unit].geometry.lines.empty();
    if (drawn && !assessment.risk.unit(unit).cases.empty()) add_points(assessment, unit, points);
  }
  std::vector<Point> places;
  places.reserve(points.size());
  for (const TransectPoint& point : points) places.push_back(point.place);
  std::vector<double> all(points.size());
  assessment.risk.risk_everywhere(places, all, {}, progress);
  parallel_for(
      static_cast<std::int64_t>(points.size()),
      [&](std::int64_t i) {
        TransectPoint& point = points[static_cast<std::size_t>(i)];
        point.all_per_year = all[static_cast<std::size_t>(i)];
        point.own_per_year = assessment.risk.risk_at(point.place, {&point.unit, 1});
      },
      progress, "transects");
  return points;
}

}  // namespace sise
