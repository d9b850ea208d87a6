// A hazard that lies symmetrically about an axis.
#pragma once
#include "core/zones/hazard.hpp"

namespace sise {

/// Where the value does not fall with the angle, circles are looked at in directions at most so far apart.
inline constexpr double direction_step_deg = 0.5;

/// Where it lies on the grid.
struct Axis {
  double bearing_deg = 0.0;     ///< clockwise from grid north
  double half_width_deg = 0.0;  ///< how far the bearing is uncertain
  bool falls_off_axis = true;   ///< at a fixed distance the value falls with the angle off the axis
};

/// Where the value falls with the angle off the axis, the largest over an interval of directions is at the direction
/// nearest to the place, and the smallest at the end farthest from it: exact. Else it is the extreme on an arc of the place's
/// circle, looked at every direction_step_deg.
class AxialHazard : public Hazard {
 public:
  [[nodiscard]] ThreatValues at(std::span<const Point> places, const LoadRule& rule) const final;
  [[nodiscard]] ThreatRasters over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const final;
  [[nodiscard]] std::optional<ThreatExtent> extent(const std::vector<ThreatLevel>& levels) const final;

 protected:
  AxialHazard(Point source, const Axis& axis) : source_(source), axis_(axis) {}

  /// Values at x along the axis and y beside it. All of one length.
  virtual void evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                        std::span<double> out) const = 0;
  /// The same in the incident's room; false: it follows from indoor_factor(), or nobody asks.
  [[nodiscard]] virtual bool evaluate_indoors(std::span<const double> /*x_m*/, std::span<const double> /*y_m*/,
                                              const LoadRule& /*rule*/, std::span<double> /*out*/) const {
    return false;
  }
  /// Farthest distance from the source where `level` is met, whatever the direction.
  [[nodiscard]] virtual std::optional<double> reach_m(double level) const = 0;

  [[nodiscard]] Point source() const { return source_; }
  [[nodiscard]] const Axis& axis() const { return axis_; }

 private:
  struct Turned;  ///< places as they lie to the axis
  template <class Turn>
  [[nodiscard]] Turned turned(std::span<const Point> places, Turn turn) const;
  [[nodiscard]] std::vector<double> values(const Turned& places, const LoadRule& rule) const;

  void fan(std::span<const Point> places, const LoadRule& rule, ThreatValues& result) const;

  Point source_;
  Axis axis_;
};

/// Downwind on the grid: opposite to where the wind blows from, less the grid's convergence.
[[nodiscard]] double downwind_bearing_deg(const Incident& incident);

}  // namespace sise
