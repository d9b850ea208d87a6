// A printed chart read at a few places and interpolated between them as straight lines on log-log paper.
#pragma once
#include <span>
#include <vector>

#include "models/explosion/blast_distance.hpp"

namespace sise {

class LogLogChart {
 public:
  /// Abscissae ascending, all values positive, one length; the curve falls in the end.
  LogLogChart(std::span<const double> x, std::span<const double> y);

  /// NaN outside the chart; an edge missed by rounding only (1e-9) belongs to the chart.
  [[nodiscard]] double at(double x) const;

  /// The same for many places, each equal to the byte to at(). `out` may be `x`.
  void at(std::span<const double> x, std::span<double> out) const;

  [[nodiscard]] double x_min() const { return x_.front(); }
  [[nodiscard]] double x_max() const { return x_.back(); }
  [[nodiscard]] double y_at_x_min() const { return y_.front(); }

  /// Outermost x where the chart takes y, or which edge of the chart y lies beyond (then r_m is that edge).
  [[nodiscard]] BlastDistance outermost(double y) const;

 private:
  struct Line {
    double log_x_end;  ///< holds up to here
    double intercept;  ///< log y = intercept + slope log x
    double slope;
  };
  [[nodiscard]] bool covers(double log_x) const;
  [[nodiscard]] double log_y(double log_x) const;
  void at_block(std::span<const double> x, std::span<double> out) const;

  std::vector<double> x_;
  std::vector<double> y_;
  std::vector<Line> lines_;
  double log_x_min_;
  double log_x_max_;
};

}  // namespace sise
