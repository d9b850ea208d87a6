#include "core/zones/cloud_snapshot.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <numbers>
#include <utility>

#include "core/grid/parallel.hpp"
#include "models/atmosphere/small_wind.hpp"

namespace sise {
namespace {

constexpr double kTooWeak = 1e-9;    // of the threshold
constexpr double kFrontEnds = 8.0;   // of sigma: 1e-14 of the middle is left
constexpr std::int64_t kBatch = 64;  // moments that are prepared together

/// What is asked, where, and of which cloud.
struct Scene {
  const PuffSeries& series;
  Point source;
  Bounds box;
  const CloudQuestion& question;

  [[nodiscard]] double weakest() const { return kTooWeak * question.threshold_kg_m3; }
  /// Of the box, from the source.
  [[nodiscard]] double farthest_m() const {
    return std::hypot(std::max(box.x_max - source.x, source.x - box.x_min),
                      std::max(box.y_max - source.y, source.y - box.y_min));
  }
};

double reach_m(const Puff& puff, double strongest, double weakest) {
  return puff.sigma_m * std::sqrt(2.0 * std::log(strongest / weakest));
}

/// No place will ever see more of this puff: as it grows, the bound falls. V is at most 2 for the source and its image
/// in the ground, and sqrt(2 pi) sigma_z/lid more for those in the lid.
double strongest_ever_kg_m3(const Puff& puff, const PuffColumn& column) {
  const double root_two_pi = std::sqrt(2.0 * std::numbers::pi);
  const double under_lid = column.lid_m ? root_two_pi / *column.lid_m : 0.0;
  const double area = root_two_pi * root_two_pi * root_two_pi * puff.sigma_m * puff.sigma_m;
  return puff.mass_kg / area * (2.0 / puff.sigma_z_m + under_lid);
}

/// The whole box lies behind the puff by more than reach_m. A puff's concentration at a place that it has passed only falls.
bool has_left(const Scene& scene, const Puff& puff, double time_s, double reach_m) {
  const PuffSeries::Drift drift = scene.series.drift(time_s);
  if (drift.speed_m_s < kCalm_m_s) return false;
  const double foremost_x = drift.east > 0.0 ? scene.box.x_max : scene.box.x_min;
  const double foremost_y = drift.north > 0.0 ? scene.box.y_max : scene.box.y_min;
  const double ahead = (scene.source.x + puff.east_m - foremost_x) * drift.east +
                       (scene.source.y + puff.north_m - foremost_y) * drift.north;
  return ahead > reach_m;
}

/// From the last change on: the puff is spent everywhere, or it has left the box.
bool is_past(const Scene& scene, const Puff& puff, double time_s) {
  const double strongest = strongest_ever_kg_m3(puff, scene.series.column());
  return strongest <= scene.weakest() || has_left(scene, puff, time_s, reach_m(puff, strongest, scene.weakest()));
}

void add(CloudSnapshot& snapshot, const CloudPuff& puff) {
  const Bounds square = puff.square();
  if (snapshot.puffs.size() % kCloudGroup == 0) snapshot.groups.push_back(square);
  Bounds& all = snapshot.groups.back();
  all = {std::min(all.x_min, square.x_min), std::min(all.y_min, square.y_min), std::max(all.x_max, square.x_max),
         std::max(all.y_max, square.y_max)};
  snapshot.puffs.push_back(puff);
}

void add(CloudSnapshot& snapshot, const Scene& scene, const Puff& puff) {
  const std::size_t first = snapshot.axis_kg_m3.size();
  double strongest = 0.0;
  for (const double height : scene.question.heights_m) {
    snapshot.axis_kg_m3.push_back(puff_axis_kg_m3(puff, scene.series.column(), height));
    strongest = std::max(strongest, snapshot.axis_kg_m3.back());
  }
  ++snapshot.in_the_air;
  if (strongest > scene.weakest()) {
    const CloudPuff one{scene.source.x + puff.east_m, scene.source.y + puff.north_m,
                        0.5 / (puff.sigma_m * puff.sigma_m), reach_m(puff, strongest, scene.weakest())};
    if (touch(one.square(), scene.box)) {
      add(snapshot, one);
      return;
    }
  }
  snapshot.axis_kg_m3.resize(first);
}

CloudSnapshot snapshot_at(const Scene& scene, double time_s) {
  CloudSnapshot snapshot{.time_s = time_s};
  const std::vector<double>& changes = scene.series.changes_s();
  snapshot.change = std::binary_search(changes.begin(), changes.end(), time_s);
  snapshot.past = time_s >= changes.back();
  const auto next = std::upper_bound(changes.begin(), changes.end(), time_s);
  const double last_change_s = next == changes.begin() ? 0.0 : *std::prev(next);
  snapshot.last_change_s = last_change_s;
  bool front_has_left =
      true;  // of what the last change released; its foremost slice may be too thin to tell by its mass
  bool older_are_past = true;
  for (const Puff& puff : scene.series.puffs(time_s, scene.farthest_m())) {
    add(snapshot, scene, puff);
    const bool gone = is_past(scene, puff, time_s);
    snapshot.past = snapshot.past && gone;
    if (puff.released_s > last_change_s) {
      front_has_left = has_left(scene, puff, time_s, kFrontEnds * puff.sigma_m);
    } else {
      older_are_past = older_are_past && gone;
    }
  }
  snapshot.steady = time_s > last_change_s && front_has_left && older_are_past;
  return snapshot;
}

/// Itself where there is none.
double next_change_s(const PuffSeries& series, double time_s) {
  const std::vector<double>& changes = series.changes_s();
  const auto next = std::upper_bound(changes.begin(), changes.end(), time_s);
  return next == changes.end() ? time_s : *next;
}

}  // namespace

std::vector<CloudSnapshot> cloud_snapshots(const PuffSeries& series, Point source, const Bounds& box,
                                           const CloudQuestion& question, Progress* progress) {
  const Scene scene{series, source, box, question};
  std::vector<CloudSnapshot> all;
  std::vector<double> times(kBatch);
  double resume_s = 0.0;
  for (double time = 0.0;;) {
    time = std::max(time, resume_s);
    for (double& t : times) {
      t = time;
      time = series.next_time_s(time);
    }
    std::vector<CloudSnapshot> batch(times.size());
    const auto prepare = [&](std::int64_t i) {
      const auto item = static_cast<std::size_t>(i);
      batch[item] = snapshot_at(scene, times[item]);
    };
    parallel_for(static_cast<std::int64_t>(batch.size()), prepare, progress, "puffs");
    for (CloudSnapshot& one : batch) {
      if (one.time_s < resume_s) continue;
      if (one.steady) resume_s = next_change_s(series, one.time_s);
      all.push_back(std::move(one));
      if (all.back().past) return all;
    }
  }
}

}  // namespace sise
