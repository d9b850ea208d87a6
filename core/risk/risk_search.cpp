#include "core/risk/risk_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "core/criteria/limits.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/risk/box_nodes.hpp"
#include "core/risk/placed_risk.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

constexpr double kFirst_m = 0.1;
constexpr double kScanRatio = 1.01;
constexpr double kFinest_m = 0.25;  // between places that are looked at close to the unit
constexpr double kAtRim_m = 1e-6;   // just inside a disc's rim
constexpr double kSettled_m = 0.01;

struct Ray {
  Point from;
  double east{}, north{};  // unit vector
  [[nodiscard]] Point at(double distance_m) const { return {from.x + distance_m * east, from.y + distance_m * north}; }
};

Ray ray_through(Point from, Point towards) {
  const double length = std::hypot(towards.x - from.x, towards.y - from.y);
  return {from, (towards.x - from.x) / length, (towards.y - from.y) / length};
}

/// How far along the ray the place nearest to a source lies; below 0: behind its start.
double along_m(const Ray& ray, Point source) {
  return (source.x - ray.from.x) * ray.east + (source.y - ray.from.y) * ray.north;
}

/// Where the ray leaves the unit's lethal discs.
void add_rims(const UnitKernel& kernel, Point source, const Ray& ray, std::vector<double>& distances) {
  const double along = along_m(ray, source);
  const Point nearest = ray.at(along);
  const double aside = std::hypot(source.x - nearest.x, source.y - nearest.y);
  for (const LethalDisc& disc : kernel.discs()) {
    if (aside >= disc.radius_m) continue;
    const double rim = along + std::sqrt(disc.radius_m * disc.radius_m - aside * aside);
    if (rim > kAtRim_m) distances.push_back(rim - kAtRim_m);
  }
}

/// Distances to look at, rising; beyond the last no place exceeds the limit.
struct ScanDistances {
  std::vector<double> all_m;
  std::vector<std::size_t> first;  ///< those to look at first: all rims, both ends, and every third or all others
};

std::array<Point, 4> corners_of(const Bounds& box) {
  return {Point{box.x_min, box.y_min}, Point{box.x_max, box.y_min}, Point{box.x_min, box.y_max},
          Point{box.x_max, box.y_max}};
}

/// Around a source at the ray's start what risk does takes place over a share of the distance. A source ahead may be small and
/// far: there every step counts.
std::size_t stride_along(std::span<const PlacedKernel> sources, const Ray& ray) {
  constexpr std::size_t kWide = 3;
  const bool ahead = std::any_of(sources.begin(), sources.end(), [&](const PlacedKernel& one) {
    const std::array<Point, 4> corners = corners_of(one.bounds());
    return std::any_of(corners.begin(), corners.end(), [&](Point corner) { return along_m(ray, corner) > kFinest_m; });
  });
  return ahead ? 1 : kWide;
}

/// The same along every ray.
const std::vector<double>& steps_m() {
  static const std::vector<double> kSteps_m = [] {
    constexpr double kFarthest_m = 1e7;  // beyond every effect
    std::vector<double> steps;
    for (double next = kFirst_m; next < kFarthest_m; next = std::max(next * kScanRatio, next + kFinest_m))
      steps.push_back(next);
    return steps;
  }();
  return kSteps_m;
}

/// A run of steps, its ends included.
struct StepRun {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The steps among which a place above the limit can lie: those within reach of a source, out to one on either side that is
/// looked at first.
std::vector<StepRun> steps_in_reach(std::span<const PlacedKernel> sources, const Ray& ray,
                                    std::span<const double> reaches_m, std::size_t last, std::size_t stride) {
  const std::vector<double>& steps = steps_m();
  const auto step_from = [&](double distance_m) {
    return static_cast<std::size_t>(std::lower_bound(steps.begin(), steps.end() - 1, distance_m) - steps.begin());
  };
  std::vector<StepRun> runs;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Bounds box = sources[i].bounds();
    const Point middle{0.5 * (box.x_min + box.x_max), 0.5 * (box.y_min + box.y_max)};
    const double reach_m = reaches_m[i] + 0.5 * std::hypot(box.x_max - box.x_min, box.y_max - box.y_min);
    const double along = along_m(ray, middle);
    const Point nearest = ray.at(along);
    const double aside = std::hypot(middle.x - nearest.x, middle.y - nearest.y);
    if (aside > reach_m) continue;
    const double half_m = std::sqrt(reach_m * reach_m - aside * aside);
    if (along + half_m < 0.0) continue;
    const std::size_t first = step_from(along - half_m);
    if (first > last) continue;
    const std::size_t beyond = (step_from(along + half_m) + stride - 1) / stride * stride;
    runs.push_back({(first > 0 ? first - 1 : 0) / stride * stride, std::min(beyond, last)});
  }
  std::sort(runs.begin(), runs.end(), [](const StepRun& a, const StepRun& b) { return a.first < b.first; });
  std::vector<StepRun> apart;
  for (const StepRun& run : runs) {
    if (!apart.empty() && run.first <= apart.back().last) {
      apart.back().last = std::max(apart.back().last, run.last);
    } else {
      apart.push_back(run);
    }
  }
  return apart;
}

ScanDistances scan_distances(std::span<const PlacedKernel> sources, const Ray& ray, double within_m,
                             std::span<const double> reaches_m) {
  const std::size_t stride = stride_along(sources, ray);
  std::vector<double> rims;
  // What is summed along a line has no rims.
  for (const PlacedKernel& one : sources)
    if (!one.along) add_rims(*one.kernel, {one.x_m, one.y_m}, ray, rims);
  std::sort(rims.begin(), rims.end());
  const std::vector<double>& steps = steps_m();
  const auto last =
      static_cast<std::size_t>(std::lower_bound(steps.begin(), steps.end() - 1, within_m) - steps.begin());
  const std::vector<StepRun> runs =
      reaches_m.empty() ? std::vector<StepRun>{{0, last}} : steps_in_reach(sources, ray, reaches_m, last, stride);
  std::size_t count = rims.size();
  for (const StepRun& run : runs) count += run.last - run.first + 1;
  ScanDistances distances;
  distances.all_m.reserve(count);
  distances.first.reserve(count / stride + 2 * runs.size() + rims.size());
  std::size_t rim = 0;
  const auto look_at_first = [&](double distance_m) {
    distances.first.push_back(distances.all_m.size());
    distances.all_m.push_back(distance_m);
  };
  for (const StepRun& run : runs) {
    for (std::size_t i = run.first; i <= run.last; ++i) {
      for (; rim < rims.size() && rims[rim] <= steps[i]; ++rim) look_at_first(rims[rim]);
      if (i % stride == 0 || i == last) {
        look_at_first(steps[i]);
      } else {
        distances.all_m.push_back(steps[i]);
      }
    }
  }
  for (; rim < rims.size(); ++rim) look_at_first(rims[rim]);
  return distances;
}

/// The risk along a ray, some places at once.
class RayScan {
 public:
  static constexpr std::size_t most = 64;

  RayScan(std::span<const PlacedKernel> sources, const Ray& ray) : sources_(sources), ray_(ray) {}

  /// At each of the distances, at most `most`; they are overwritten by the next call.
  std::span<const double> at(std::span<const double> distances_m) {
    const std::span<Point> places = std::span(places_).first(distances_m.size());
    const std::span<double> risk = std::span(risk_).first(distances_m.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = ray_.at(distances_m[i]);
    std::fill(risk.begin(), risk.end(), 0.0);
    const Bounds box = box_around(places);
    for (const PlacedKernel& one : sources_) add_risk(one, places, box, risk);
    return risk;
  }

  /// Number of the distances up to and with the last that has more than the level; 0: none has.
  std::size_t up_to_last_above(std::span<const double> distances_m, double level_per_year) {
    const std::span<const double> risk = at(distances_m);
    for (std::size_t i = risk.size(); i-- > 0;) {
      if (exceeds(risk[i], level_per_year)) return i + 1;
    }
    return 0;
  }

 private:
  std::span<const PlacedKernel> sources_;
  const Ray& ray_;
  std::array<Point, most> places_{};
  std::array<double, most> risk_{};
};

/// How many of the distances, rising, lie before the outermost that exceeds the limit, it included; 0: none does. Looked
/// for from the outside inwards, and between two that were looked at first only where the inner one comes near the limit:
/// what changes by more than a fourth within 3 % of the distance has a rim there, and rims are among the first.
std::size_t up_to_outermost(RayScan& scan, const ScanDistances& distances, double limit_per_year) {
  constexpr double kNear = 0.8;
  const std::vector<std::size_t>& first = distances.first;
  std::array<double, kLanes> lot_m{};
  std::array<double, kLanes> risk{};
  for (std::size_t end = first.size(); end > 0;) {
    const std::size_t begin = end - std::min(kLanes, end);
    for (std::size_t i = begin; i < end; ++i) lot_m.at(i - begin) = distances.all_m[first[i]];
    const std::span<const double> found = scan.at(std::span(lot_m).first(end - begin));
    std::copy(found.begin(), found.end(), risk.begin());
    const auto above = [&](std::size_t i, double level_per_year) {
      return exceeds(risk.at(i - begin), level_per_year);
    };
    for (; end > begin; --end) {
      if (!above(end - 1, kNear * limit_per_year)) continue;
      // Those that come near and lie side by side are looked at together, up to one that is above the limit.
      std::size_t inner = end - 1;
      while (inner > begin && !above(inner, limit_per_year) && above(inner - 1, kNear * limit_per_year)) --inner;
      const std::size_t from = inner == 0 ? 0 : first[inner - 1] + 1;
      const std::size_t to = end < first.size() ? first[end] : distances.all_m.size();
      const std::size_t last =
          scan.up_to_last_above(std::span(distances.all_m).subspan(from, to - from), limit_per_year);
      if (last > 0) return from + last;
      end = inner + 1;
    }
  }
  return 0;
}

/// The outermost place that exceeds the limit, and one farther out, beyond which none does. Seven places between them cost no
/// more than one. They are even where nothing is known; else some of them lie about where the limit is to be expected: the risk
/// falls so evenly over a few metres that it is found there, and where it jumps the others close in on it.
class Bracket {
 public:
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  using Places = std::array<double, kLanes - 1>;
  struct End {
    double at_m = 0.0;
    double risk_per_year = kUnknown;
  };

  Bracket(End above, End below) : above_(above), below_(below) {}

  [[nodiscard]] double length_m() const { return below_.at_m - above_.at_m; }
  [[nodiscard]] double middle_m() const { return 0.5 * (above_.at_m + below_.at_m); }

  /// Rising.
  [[nodiscard]] Places places_m() const {
    Places places{};
    if (std::isnan(expected_m_)) {
      const double step = length_m() / static_cast<double>(places.size() + 1);
      for (std::size_t k = 0; k < places.size(); ++k) places.at(k) = above_.at_m + static_cast<double>(k + 1) * step;
      return places;
    }
    constexpr double kClose_m = 0.4 * kSettled_m;
    constexpr double kNear_m = 3.0 * kSettled_m;
    const double quarter = 0.25 * length_m();
    places = {above_.at_m + quarter,  above_.at_m + 2.0 * quarter, above_.at_m + 3.0 * quarter, expected_m_ - kNear_m,
              expected_m_ - kClose_m, expected_m_ + kClose_m,      expected_m_ + kNear_m};
    for (double& place : places) place = std::clamp(place, above_.at_m, below_.at_m);
    std::sort(places.begin(), places.end());
    return places;
  }

  void narrow(const Places& places, std::span<const double> risk, double limit_per_year) {
    std::size_t last = risk.size();
    while (last > 0 && !exceeds(risk[last - 1], limit_per_year)) --last;
    if (last < risk.size()) below_ = {places.at(last), risk[last]};
    if (last > 0) above_ = {places.at(last - 1), risk[last - 1]};
    expected_m_ = kUnknown;
    if (!(below_.risk_per_year > 0.0) || !std::isfinite(above_.risk_per_year)) return;
    const double fall = std::log(above_.risk_per_year / below_.risk_per_year);
    if (!(fall > 0.0)) return;
    const double share = std::clamp(std::log(above_.risk_per_year / limit_per_year) / fall, 0.0, 1.0);
    expected_m_ = above_.at_m + share * length_m();
  }

 private:
  End above_, below_;
  double expected_m_ = kUnknown;  ///< where the limit is to be expected
};

}  // namespace

double reach_above_m(const RiskModel& model, std::span<const std::size_t> units, Point from, double level_per_year,
                     double within_m) {
  double farthest = 0.0;
  const double share_per_year = level_per_year / static_cast<double>(std::max<std::size_t>(units.size(), 1));
  for (const std::size_t index : units) {
    const std::array<std::size_t, 1> alone{index};
    double apart_m = 0.0;
    for (const PlacedKernel& one : model.placed(alone)) {
      for (const Point& corner : corners_of(one.bounds()))
        apart_m = std::max(apart_m, std::hypot(corner.x - from.x, corner.y - from.y));
    }
    const double reach_m = model.kernel(index)->reach_above_m(share_per_year, within_m - apart_m);
    farthest = std::max(farthest, apart_m + reach_m);
  }
  return farthest;
}

double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from, Point towards,
                            double limit_per_year) {
  return outermost_distance_m(model, units, from, towards, limit_per_year,
                              reach_above_m(model, units, from, limit_per_year));
}

std::vector<double> share_reaches_m(const RiskModel& model, std::span<const std::size_t> units, double level_per_year) {
  const double share_per_year = level_per_year / static_cast<double>(std::max<std::size_t>(units.size(), 1));
  std::vector<double> reaches_m;
  reaches_m.reserve(units.size());
  for (const std::size_t index : units) reaches_m.push_back(model.kernel(index)->reach_above_m(share_per_year));
  return reaches_m;
}

double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from, Point towards,
                            double limit_per_year, double within_m, std::span<const double> reaches_m) {
  const Ray ray = ray_through(from, towards);
  const std::vector<PlacedKernel> sources = model.placed(units);
  const ScanDistances distances = scan_distances(sources, ray, within_m, reaches_m);
  RayScan scan(sources, ray);
  const std::size_t i = up_to_outermost(scan, distances, limit_per_year);
  if (i == 0) return 0.0;
  if (i == distances.all_m.size()) return distances.all_m[i - 1];
  Bracket bracket{{distances.all_m[i - 1]}, {distances.all_m[i]}};
  while (bracket.length_m() > kSettled_m) {
    const Bracket::Places places = bracket.places_m();
    bracket.narrow(places, scan.at(places), limit_per_year);
  }
  return bracket.middle_m();
}

RiskMaximum maximum_risk(const RiskModel& model, std::span<const std::size_t> units, std::span<const Point> places) {
  std::vector<double> risk(places.size());
  model.risk_at(places, units, risk);
  const auto highest = std::max_element(risk.begin(), risk.end());
  return {*highest, places[static_cast<std::size_t>(highest - risk.begin())]};
}

RiskMaximum maximum_risk(const RiskModel& model, std::span<const std::size_t> units, const Geometry& shape,
                         const GridSpec& grid, double edge_spacing_m) {
  return maximum_risk(model, units, places_on(shape, grid, edge_spacing_m));
}

}  // namespace sise
