// Edges of footprints, kept sharp: where death jumps on the way around a ring, for every distance.
#pragma once
#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace sise {

/// A function of the place around a source, x along the axis and y across it; symmetric in y.
using PlaneFunction =
    std::function<void(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out)>;

/// Half of a closed curve around a stretch of the axis, from its foremost point on the axis round to its hindmost.
struct HalfCurve {
  std::vector<double> x_m, y_m;  ///< y >= 0, and 0 at both ends
};

/// Where to look for a curve.
struct CurveSearch {
  double centre_m = 0.0;      ///< on the axis, about which the search is finest
  double reach_m = 0.0;       ///< nothing lies farther from the centre
  std::size_t stations = 64;  ///< points of the curve, closest together at its ends
};

/// Where the function passes `level` (> 0) from above on the way out from the axis. The region has to be met by every line
/// across the axis in one piece, as plumes, discs and flames are; nullopt: it does not meet the axis.
[[nodiscard]] std::optional<HalfCurve> level_curve(const PlaneFunction& function, double level,
                                                   const CurveSearch& search);

/// The circle around (centre, 0).
[[nodiscard]] HalfCurve circle(double centre_m, double radius_m, std::size_t stations);

/// One edge of a footprint: at distance r it lies φ off the axis, and P falls across it, outwards along the ring, by `jump`
/// (negative where it rises). 1 − cos φ is what is interpolated, evenly in ln(1 + r/5 m) as kernels are: it passes 0 and 2
/// straight where a ring touches the curve on the axis, where φ itself has a root.
struct RimRow {
  double first_m = 0.0;
  double last_m = 0.0;
  double first_ln = 0.0;
  double steps_per_ln = 0.0;
  std::size_t at = 0;     ///< of its first value
  std::size_t steps = 0;  ///< between values
  std::size_t rose = 0;   ///< which of the densities turns it
};

/// An edge met by a ring.
struct RimEdge {
  double phi_rad = 0.0;
  double jump = 0.0;
};

/// The edges of one case in all weathers.
class Rims {
 public:
  /// `jumps`: by how much P falls when the curve is left, at each of its points.
  void add(const HalfCurve& curve, std::span<const double> jumps, std::size_t rose);

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::span<const RimRow> rows() const { return rows_; }
  [[nodiscard]] const float* versines() const { return versines_.data(); }
  [[nodiscard]] const float* jumps() const { return jumps_.data(); }
  /// Nothing jumps beyond this.
  [[nodiscard]] double reach_m() const { return reach_m_; }
  [[nodiscard]] std::optional<RimEdge> edge(const RimRow& row, double r_m) const;
  /// All edges of one rose on a ring, from the axis outwards.
  [[nodiscard]] std::vector<RimEdge> edges(std::size_t rose, double r_m) const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Vertex {
    double r_m, x_m, y_m, jump;
  };
  void add_branch(std::span<const Vertex> falling, double sign, bool down_to_source, std::size_t rose);

  std::vector<RimRow> rows_;
  std::vector<float> versines_;  ///< 1 − cos φ; beyond 2: all around
  std::vector<float> jumps_;
  double reach_m_ = 0.0;
};

}  // namespace sise
