// A hazard that lies symmetrically about an axis.
#pragma once
#include "core/exposure/hazard.hpp"

namespace sise {

/// At a fixed distance its value falls with the angle off the axis, so the largest value over an interval of directions
/// is at the direction nearest to the place, and the smallest at the end farthest from it: exact, without a fan of
/// directions.
class AxialHazard : public Hazard {
 public:
  [[nodiscard]] ThreatValues at(std::span<const Point> places, const LoadRule& rule) const final;
  [[nodiscard]] std::optional<ThreatExtent> extent(const std::vector<ThreatLevel>& levels) const final;

 protected:
  /// The axis is a bearing on the grid, degrees clockwise from grid north.
  AxialHazard(Point source, double axis_deg, double half_width_deg);

  /// Values at x along the axis and y beside it. All of one length.
  virtual void evaluate(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const = 0;
  /// Farthest distance from the source where `level` is met, whatever the direction.
  [[nodiscard]] virtual std::optional<double> reach_m(double level) const = 0;

  [[nodiscard]] Point source() const { return source_; }

 private:
  template <class Turn>
  [[nodiscard]] std::vector<double> values(std::span<const Point> places, Turn turned) const;

  Point source_;
  double axis_rad_;
  double half_width_rad_;
};

/// Downwind on the grid: opposite to where the wind blows from, less the grid's convergence.
[[nodiscard]] double downwind_bearing_deg(const Incident& incident);

}  // namespace sise
