// A field around a point that turns as a whole: what it is, at most and at least, over an interval of turns.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

/// Where winds may turn a field about its source, every place sees what stands on its own circle: over an interval of turns
/// the largest value is the largest on an arc of that circle. So one field, known on circles, is enough for all winds, and
/// the envelope has no gaps at any distance.
///
/// Between circles values go with the power of the distance that joins both, between places of a circle straight in the
/// logarithm (linearly where one is zero).
class RingField {
 public:
  /// Circles from `nearest_m` to at least `farthest_m`, places on a circle of radius r at most step_rad(r) apart, the next
  /// circle one and a half such steps farther out (4 % at most), at least by least_m.
  RingField(Point centre, double nearest_m, double farthest_m, const std::function<double(double)>& step_rad,
            double least_m = 0.0);

  /// The places that values are wanted for, in the order of the values below.
  [[nodiscard]] const std::vector<Point>& places() const { return places_; }

  /// One quantity of the field, prepared for turns of up to `half_width_rad` to either side.
  class Envelope;
  [[nodiscard]] Envelope envelope(std::vector<double> values, double half_width_rad) const;

 private:
  struct Ring {
    double radius_m = 0.0;
    std::size_t first = 0;  ///< of its places
    std::size_t count = 0;
  };

  Point centre_;
  std::vector<Ring> rings_;
  std::vector<Point> places_;
};

/// Refers to its RingField.
class RingField::Envelope {
 public:
  Envelope(const RingField& field, std::vector<double> values, double half_width_rad);

  [[nodiscard]] double largest(Point place) const;
  [[nodiscard]] double smallest(Point place) const;

 private:
  template <class Pick>
  [[nodiscard]] double at(Point place, const std::vector<double>& runs, Pick pick) const;
  template <class Pick>
  [[nodiscard]] double on_ring(std::size_t index, double angle, const std::vector<double>& runs, Pick pick) const;
  [[nodiscard]] double between(const Ring& ring, double angle) const;
  [[nodiscard]] std::size_t run_length(const Ring& ring) const;

  const RingField& field_;
  std::vector<double> values_;
  double half_width_rad_;
  std::vector<double> largest_runs_;  ///< by place: over the run that starts there
  std::vector<double> smallest_runs_;
};

}  // namespace sise
