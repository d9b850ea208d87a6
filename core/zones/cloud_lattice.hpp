// What a passing cloud does around its source, as fine as the cloud is narrow there.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/progress.hpp"
#include "core/zones/cloud_field.hpp"
#include "core/zones/cloud_snapshot.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// How finely the puffs of a lattice are cut: as coarse as leaves the lattice what its nodes are worth.
inline constexpr PuffSteps kCloudLatticeSteps{.gap = 0.5, .edge = 0.4};

/// A cloud as a row of puffs.
struct CloudOfPuffs {
  Point source;
  /// For places that are at least so far from the source.
  std::function<PuffSeries(double nearest_m)> series;
  /// Standard deviation of the narrowest cloud that may pass at a distance, m; it never falls.
  std::function<double(double r_m)> narrowest_m;
};

/// What is kept of a cloud at one place. All zero, and the times NaN, where it never comes.
struct PassedCloud {
  double peak_kg_m3 = 0.0;
  double window_load = 0.0;   ///< integral of C^n dt over the worst window, (kg/m3)^n s
  double dose_kg_s_m3 = 0.0;  ///< integral of C dt
  double arrival_s = 0.0;     ///< as in CloudValues
  double end_s = 0.0;
};

/// Squares around the source, each twice as wide as the one inside it. What lies between two of them is cut into patches with
/// nodes three to the sigma of the narrowest cloud there, so that near and far cost alike; puffs and moments are as
/// fine as that distance needs. Between nodes the logarithm is a cubic along both axes: exact for a bell, and within 0.5 % of
/// the direct sum (cloud_at) where a cloud of several winds has no exact form. The same bytes for any number of threads.
/// Safe to use from many threads once grown.
class CloudLattice {
 public:
  /// Questions at one and the same height, with one threshold. Throws ModelError for an impossible one.
  CloudLattice(CloudOfPuffs cloud, std::vector<CloudQuestion> questions);

  /// Adds squares until the outermost one does not meet the threshold while one inside it did, or holds farthest_m.
  void grow_to_threshold(double farthest_m, Progress* progress = nullptr);
  /// Adds squares until every place that near is inside.
  void grow(double reach_m, Progress* progress = nullptr);

  [[nodiscard]] double half_side_m() const;  ///< of the outermost square; 0: none yet
  /// What it holds when it has grown so far, at most, and took beside that while it grew: puffs of all moments of a ring of
  /// patches, and what every thread keeps of a patch.
  [[nodiscard]] std::int64_t bytes(double reach_m) const;
  [[nodiscard]] PassedCloud at(std::size_t question, Point place) const;
  /// A node where the threshold is met, from the source, and how far away the next one is.
  struct Met {
    double east_m = 0.0;
    double north_m = 0.0;
    double apart_m = 0.0;
  };
  void each_met(const std::function<void(const Met&)>& visit) const;
  /// The threshold is met at the edge of the outermost square.
  [[nodiscard]] bool goes_on() const { return goes_on_; }

 private:
  /// Of one question, node by node; empty where the cloud never comes.
  struct Layers {
    std::vector<float> ln_peak, ln_load, ln_dose;  ///< kNothing: none
    std::vector<float> arrival_s, end_s;
  };
  /// Two squares, and what is between.
  struct Rung {
    double half_m = 0.0;  ///< of the outer
    double hole_m = 0.0;  ///< of the inner
    double patch_m = 0.0;
    std::size_t patches = 0;     ///< on one side of the outer square
    std::size_t intervals = 0;   ///< between nodes on a side of a patch
    std::vector<Layers> layers;  ///< by row, column and question

    [[nodiscard]] double nearest_m() const { return hole_m > 0.0 ? hole_m : 0.5 * half_m; }
    [[nodiscard]] double apart_m() const { return patch_m / static_cast<double>(intervals); }
    [[nodiscard]] std::size_t nodes() const { return intervals + 3; }  ///< on a side; one before and one beyond
  };
  /// Empty, around a square of that half side.
  [[nodiscard]] Rung rung_around(double hole_m) const;
  /// True where the threshold is met in it.
  bool add_rung(Progress* progress);
  void fill(Rung& rung, std::span<const CloudSnapshot> snapshots, std::size_t patch) const;
  void each_met(const Rung& rung, const std::function<void(const Met&)>& visit) const;
  [[nodiscard]] bool in_hole(const Rung& rung, std::size_t patch) const;

  CloudOfPuffs cloud_;
  std::vector<CloudQuestion> questions_;
  std::vector<Rung> rungs_{};
  std::int64_t moments_bytes_ = 0;  ///< of the ring that had the most
  bool met_ = false;                ///< the threshold, somewhere
  bool goes_on_ = false;
};

}  // namespace sise
