// Coordinates that cannot be where they claim to be, and what was most likely meant.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "models/base/error.hpp"

namespace sise {

struct CoordinateFinding {
  std::string code;  ///< "degrees_for_metres", "metres_for_degrees", "swapped_axes", "zone_prefix", "outside_crs",
                     ///< "beside_crs", "far_from_grid"
  Text message;
  Text remedy;
};

/// Judges points of a layer by the area of use of its CRS (one degree around it is tolerated, as zones overlap in
/// practice, and up to six with a remark, for wide regions in one zone) and, where a grid is given, by their distance
/// from it. GCJ-02 and other shifts of some hundred metres
/// cannot be recognised from coordinates.
class CoordinateCheck {
 public:
  static constexpr double kFar_m = 100e3;  ///< farther than this from the grid a layer is taken for misplaced

  CoordinateCheck(Crs source, Crs target, std::optional<Bounds> grid, const Location& where);

  /// What is wrong with a shape of this extent (and first vertex) in its CRS; nullopt for nothing. The code "beside_crs"
  /// is a remark: outside, but so little that the CRS still serves, with more distortion than its makers meant.
  [[nodiscard]] std::optional<CoordinateFinding> fault(Point low, Point high, Point first) const;
  /// Within 100 km of the grid; true without one. `placed` is in the target CRS.
  [[nodiscard]] bool near_grid(Point placed) const;
  /// What a point outside the CRS (or far from the grid) most likely is.
  [[nodiscard]] CoordinateFinding explain(Point point) const;

 private:
  static constexpr double kTolerance_deg = 1.0;
  static constexpr double kBeside_deg = 6.0;

  [[nodiscard]] bool inside_crs(Point point) const { return inside(source_, to_degrees_, point, kTolerance_deg); }
  [[nodiscard]] bool beside_crs(Point point) const { return inside(source_, to_degrees_, point, kBeside_deg); }
  [[nodiscard]] CoordinateFinding outside(Point point) const;

  struct Guess {
    Point point;
    int epsg;  ///< 0: the CRS stays
    bool swapped;
    std::string code;
  };
  [[nodiscard]] static bool inside(const Crs& crs, const Transform& to_degrees, Point point, double tolerance_deg);
  [[nodiscard]] std::vector<Guess> guesses(Point point) const;
  void add_zone_guesses(Point point, bool swapped, std::vector<Guess>& out) const;
  [[nodiscard]] bool fits(const Guess& guess) const;
  [[nodiscard]] CoordinateFinding finding(const Guess& guess, Point point) const;

  Crs source_;
  Crs target_;
  Transform to_degrees_;
  std::optional<Bounds> grid_;
  Location where_;
};

}  // namespace sise
