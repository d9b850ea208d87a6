#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/kernels/rims.hpp"

namespace sise {
namespace {

constexpr double kScanRatio = 1.12;
constexpr double kNearest_m = 0.02;
constexpr int kHalvings = 40;
constexpr int kMostSteps = 40;
constexpr double kOnCurve = 1e-5;  // of the level

/// ln of the value over the level, within bounds that a secant can work with: a flame is infinite.
double height_over(double value, double level) {
  constexpr double kMost = 6.0;
  if (std::isnan(value) || !(value > 0.0)) return -kMost;
  return std::clamp(std::log(value / level), -kMost, kMost);
}

/// Places on the axis at which the region cannot hide, rising.
std::vector<double> axis_places(const CurveSearch& search) {
  std::vector<double> x{search.centre_m};
  for (double d = kNearest_m; d < search.reach_m * kScanRatio; d *= kScanRatio) {
    x.push_back(search.centre_m + d);
    x.push_back(search.centre_m - d);
  }
  std::sort(x.begin(), x.end());
  return x;
}

/// The ends of the region on the axis.
std::optional<std::array<double, 2>> ends_on_axis(const PlaneFunction& function, double level,
                                                  const CurveSearch& search) {
  const std::vector<double> x = axis_places(search);
  const std::vector<double> y(x.size(), 0.0);
  std::vector<double> value(x.size());
  function(x, y, value);
  const auto inside = [level](double v) { return v >= level; };
  const auto first = std::find_if(value.begin(), value.end(), inside);
  if (first == value.end()) return std::nullopt;
  const auto last = std::find_if(value.rbegin(), value.rend(), inside).base() - 1;
  const auto at = [&](auto place) { return x[static_cast<std::size_t>(place - value.begin())]; };
  std::array<double, 2> in{at(first), at(last)};
  std::array<double, 2> out{first == value.begin() ? in[0] : at(first - 1),
                            last + 1 == value.end() ? in[1] : at(last + 1)};
  constexpr std::array<double, 2> kOnAxis{0.0, 0.0};
  for (int i = 0; i < kHalvings; ++i) {
    const std::array<double, 2> middle{0.5 * (in[0] + out[0]), 0.5 * (in[1] + out[1])};
    std::array<double, 2> there{};
    function(middle, kOnAxis, there);
    for (std::size_t e = 0; e < 2; ++e) (there.at(e) >= level ? in : out).at(e) = middle.at(e);
  }
  return in;
}

/// The half widths of the region at stations along the axis, all found together: brackets first, then the method of false
/// position with the Illinois weights (a jump is halved upon).
class HalfWidths {
 public:
  HalfWidths(const PlaneFunction& function, double level, std::span<const double> x, double first_guess_m)
      : function_(function), level_(level), x_(x.begin(), x.end()), value_(x.size()) {
    const std::vector<double> zero(x.size(), 0.0);
    inner_.assign(x.size(), 0.0);
    inner_height_ = heights(zero);
    for (double& h : inner_height_) h = std::max(h, 0.0);
    outer_.assign(x.size(), first_guess_m);
    outer_height_ = heights(outer_);
  }

  std::vector<double> find(double most_m, double settled) {
    while (widen(most_m)) {
    }
    last_side_.assign(x_.size(), 0);
    for (int i = 0; i < kMostSteps && step(settled); ++i) {
    }
    std::vector<double> found(x_.size());
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = 0.5 * (inner_[i] + outer_[i]);
    return found;
  }

 private:
  std::vector<double> heights(const std::vector<double>& y) {
    function_(x_, y, value_);
    std::vector<double> h(x_.size());
    for (std::size_t i = 0; i < h.size(); ++i) h[i] = height_over(value_[i], level_);
    return h;
  }

  /// At the stations `asked_` only, at `asked_y_`: into asked_height_.
  void ask() {
    asked_x_.clear();
    for (const std::size_t i : asked_) asked_x_.push_back(x_[i]);
    asked_height_.resize(asked_.size());
    function_(asked_x_, asked_y_, asked_height_);
    for (double& h : asked_height_) h = height_over(h, level_);
  }

  bool widen(double most_m) {
    asked_.clear();
    asked_y_.clear();
    for (std::size_t i = 0; i < x_.size(); ++i) {
      if (outer_height_[i] < 0.0 || outer_[i] > most_m) continue;
      inner_[i] = outer_[i];
      inner_height_[i] = outer_height_[i];
      outer_[i] *= 2.0;
      asked_.push_back(i);
      asked_y_.push_back(outer_[i]);
    }
    if (asked_.empty()) return false;
    ask();
    for (std::size_t k = 0; k < asked_.size(); ++k) outer_height_[asked_[k]] = asked_height_[k];
    return true;
  }

  [[nodiscard]] bool open(std::size_t i, double settled) const { return outer_[i] - inner_[i] > settled * outer_[i]; }

  /// False position; where one end has stayed twice its height counts half, and every third time the middle is taken.
  [[nodiscard]] double next(std::size_t i) const {
    const double all = inner_height_[i] - outer_height_[i];
    const bool middle = std::abs(last_side_[i]) >= 3 || !(all > 0.0);
    const double t = middle ? 0.5 : std::clamp(inner_height_[i] / all, 0.01, 0.99);
    return inner_[i] + (outer_[i] - inner_[i]) * t;
  }

  void take(std::size_t i, double y, double height) {
    if (std::abs(height) < kOnCurve) {
      inner_[i] = outer_[i] = y;
      return;
    }
    const int side = height > 0.0 ? 1 : -1;
    const bool again = last_side_[i] * side > 0;
    (side > 0 ? inner_ : outer_)[i] = y;
    (side > 0 ? inner_height_ : outer_height_)[i] = height;
    if (again) (side > 0 ? outer_height_ : inner_height_)[i] *= 0.5;
    last_side_[i] = again ? last_side_[i] % 3 + side : side;
  }

  bool step(double settled) {
    asked_.clear();
    asked_y_.clear();
    for (std::size_t i = 0; i < x_.size(); ++i) {
      if (!open(i, settled)) continue;
      asked_.push_back(i);
      asked_y_.push_back(next(i));
    }
    if (asked_.empty()) return false;
    ask();
    for (std::size_t k = 0; k < asked_.size(); ++k) take(asked_[k], asked_y_[k], asked_height_[k]);
    return true;
  }

  const PlaneFunction& function_;
  double level_;
  std::vector<double> x_, value_;
  std::vector<double> inner_, outer_;  // the curve passes between them
  std::vector<double> inner_height_, outer_height_;
  std::vector<std::size_t> asked_;  // stations of one question, and what was asked and said
  std::vector<double> asked_x_, asked_y_, asked_height_;
  std::vector<int> last_side_;  // how often the same end moved, positive: the inner one
};

HalfCurve stations_between(double hindmost_m, double foremost_m, std::size_t stations) {
  HalfCurve curve;
  const double middle = 0.5 * (foremost_m + hindmost_m);
  const double half = 0.5 * (foremost_m - hindmost_m);
  for (std::size_t k = 0; k <= stations; ++k) {
    curve.x_m.push_back(middle +
                        half * std::cos(std::numbers::pi * static_cast<double>(k) / static_cast<double>(stations)));
  }
  curve.y_m.assign(curve.x_m.size(), 0.0);
  return curve;
}

}  // namespace

std::optional<HalfCurve> level_curve(const PlaneFunction& function, double level, const CurveSearch& search) {
  const auto ends = ends_on_axis(function, level, search);
  if (!ends) return std::nullopt;
  HalfCurve curve = stations_between((*ends)[0], (*ends)[1], search.stations);
  const double length = (*ends)[1] - (*ends)[0];
  const std::span<const double> between = std::span(curve.x_m).subspan(1, search.stations - 1);
  HalfWidths widths(function, level, between, 0.02 * length);
  const std::vector<double> y = widths.find(2.0 * search.reach_m, 1e-5);
  std::copy(y.begin(), y.end(), curve.y_m.begin() + 1);
  return curve;
}

HalfCurve circle(double centre_m, double radius_m, std::size_t stations) {
  HalfCurve curve = stations_between(centre_m - radius_m, centre_m + radius_m, stations);
  for (std::size_t k = 1; k < stations; ++k) {
    curve.y_m[k] = radius_m * std::sin(std::numbers::pi * static_cast<double>(k) / static_cast<double>(stations));
  }
  return curve;
}

}  // namespace sise
