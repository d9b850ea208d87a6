#include "models/dispersion/source_plume.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "models/base/constants.hpp"
#include "models/dispersion/parameter_checks.hpp"
#include "models/dispersion/rotated_rectangle.hpp"
#include "models/numeric/normal.hpp"
#include "models/numeric/quadrature.hpp"

namespace sise {
namespace {

constexpr double kPieceOfWidth = 0.25;
constexpr double kSettled = 1e-3;
constexpr int kMostHalvings = 12;
constexpr Accuracy kAlongPlume{.relative = 1e-6, .parts = 1};

void check(const ColumnDetails& details, const SourceShape& shape) {
  ParameterChecks checks;
  checks.not_negative("source.length_m", shape.length_m);
  checks.not_negative("source.width_m", shape.width_m);
  checks.require(std::isfinite(shape.angle_deg), "source.angle_deg", shape.angle_deg, "must be finite", "必须是有限值");
  checks.require(shape.width_m == 0.0 || shape.length_m > 0.0, "source.width_m", shape.width_m,
                 "needs a length_m beside it", "须同时给出 length_m");
  checks.require(!details.stack || shape.length_m == 0.0, "source.length_m", shape.length_m,
                 "does not go with a stack: a stack is a point", "不能与烟囱同时给出: 烟囱是点源");
  checks.throw_if_any();
}

}  // namespace

SourcePlume::SourcePlume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options,
                         const ColumnDetails& details, const SourceShape& shape)
    : column_(source, weather, options, details), shape_(shape) {
  check(details, shape);
}

double SourcePlume::concentration_kg_m3(double x_m, double y_m, double z_m) const {
  if (std::isnan(x_m) || std::isnan(y_m) || !(z_m >= 0.0)) return std::numeric_limits<double>::quiet_NaN();
  if (shape_.length_m == 0.0) return of_point(x_m, y_m, z_m);
  return shape_.width_m == 0.0 ? of_line(x_m, y_m, z_m) : of_area(x_m, y_m, z_m);
}

double SourcePlume::of_point(double x_m, double y_m, double z_m) const {
  if (!(x_m > 0.0)) return 0.0;
  const double sigma = column_.sigma_y_m(x_m);
  const double offset = y_m / sigma;
  return column_.crosswind_integral_kg_m2(x_m, z_m) * std::exp(-0.5 * offset * offset) /
         (std::sqrt(2.0 * std::numbers::pi) * sigma);
}

// Integral over sources side by side at one distance, their offsets from the receptor between two values.
double SourcePlume::across(double distance_m, double lower_m, double upper_m, double z_m) const {
  if (!(distance_m > 0.0) || !(upper_m > lower_m)) return 0.0;
  const double sigma = column_.sigma_y_m(distance_m);
  return column_.crosswind_integral_kg_m2(distance_m, z_m) * normal_between(lower_m / sigma, upper_m / sigma);
}

// Where to cut an oblique line: distances to the receptor, from far to near, a quarter of the plume's width apart along
// the line.
std::vector<double> SourcePlume::line_cuts(double x_m) const {
  const double cosine = std::abs(std::cos(shape_.angle_deg * kDegree));
  const double half_m = 0.5 * shape_.length_m * cosine;
  const double nearest_m = std::max(0.0, x_m - half_m);
  const double farthest_m = x_m + half_m;
  std::vector<double> cuts;
  if (!(farthest_m > nearest_m)) return cuts;
  for (double at = nearest_m; at < farthest_m; at += kPieceOfWidth * column_.sigma_y_m(at) * cosine) cuts.push_back(at);
  cuts.push_back(farthest_m);
  return cuts;
}

double SourcePlume::of_line(double x_m, double y_m, double z_m) const {
  const double angle = shape_.angle_deg * kDegree;
  constexpr double kSquare = 1e-9;  // radians that nobody can mean
  if (std::abs(std::cos(angle)) < kSquare) {
    const double half_m = 0.5 * shape_.length_m;
    return across(x_m, y_m - half_m, y_m + half_m, z_m) / shape_.length_m;
  }
  const std::vector<double> cuts = line_cuts(x_m);
  const double slope = std::tan(angle);
  // The piece at distance d stands at x - d along the wind and (x - d) tan(angle) across it.
  const auto sum_of = [&](int pieces) {
    double sum = 0.0;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
      const double step = (cuts[i] - cuts[i - 1]) / pieces;
      for (int k = 0; k < pieces; ++k) {
        const double d = cuts[i - 1] + (k + 0.5) * step;
        sum += step * of_point(d, y_m - (x_m - d) * slope, z_m);
      }
    }
    return sum / (std::abs(std::cos(angle)) * shape_.length_m);
  };
  double coarse = sum_of(1);
  for (int halving = 1; halving <= kMostHalvings; ++halving) {
    const double fine = sum_of(1 << halving);
    if (std::abs(fine - coarse) <= kSettled * std::abs(fine)) return fine;
    coarse = fine;
  }
  return coarse;
}

double SourcePlume::of_area(double x_m, double y_m, double z_m) const {
  const RectangleCorners corners =
      rectangle_corners({0.0, 0.0}, shape_.length_m, shape_.width_m, shape_.angle_deg * kDegree);
  const auto slice = [&](double at) {
    const CrosswindSpan span = crosswind_span(corners, at);
    return across(x_m - at, y_m - span.upper, y_m - span.lower, z_m);
  };
  // The integrand bends at each corner, at the receptor and where sigma begins to grow; near it, it steepens.
  std::vector<double> bends{x_m};
  for (double back = kNearestSigma_m; back < x_m - corners.front().x + shape_.length_m + shape_.width_m; back *= 4.0) {
    bends.push_back(x_m - back);
  }
  for (const PlaneCorner& corner : corners) bends.push_back(corner.x);
  std::sort(bends.begin(), bends.end());
  const auto [first, last] = std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < bends.size(); ++i) {
    const double from = std::clamp(bends[i], first, last);
    const double to = std::clamp(bends[i + 1], first, last);
    if (to > from && from < x_m) sum += integrate(slice, from, to, kAlongPlume);
  }
  return sum / (shape_.length_m * shape_.width_m);
}

}  // namespace sise
