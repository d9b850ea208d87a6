#include "models/dispersion/dense_gas_spread.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numbers>
#include <utility>

#include "models/atmosphere/averaging_time.hpp"
#include "models/atmosphere/sigma.hpp"
#include "models/dispersion/dense_gas_constants.hpp"

namespace sise {
namespace {

constexpr double kAngle = 0.08;  // of an average over 900 s; SLAB, after Briggs
constexpr double kCurve_per_m = 0.0004;
constexpr double kInstant_s = 10.0;
constexpr double kReference_s = 900.0;
constexpr double kTimePower = 0.2;

// The curves are inverted between these distances; nearer, a plume is a cone.
constexpr double kNearest_m = 1.0;
constexpr int kDecades = 7;

double averaging_growth(double averaging_s) {
  const double smooth = averaging_s + kInstant_s * std::exp(-averaging_s / kInstant_s);
  return std::pow(smooth / kReference_s, kTimePower);
}

/// Of a set's curves to the average over the shortest time. Slade's are instantaneous already.
double shortest_factor(SigmaSet set) {
  return set == SigmaSet::slade_puff ? 1.0 : averaging_factor(set, kShortestAveraging_s);
}

constexpr double step_of_log() { return std::numbers::ln10 / kSlicesPerDecade; }

}  // namespace

CurveGrowth::Inverse::Inverse(std::vector<double> log_sigma) : log_sigma_(std::move(log_sigma)) {
  for (std::size_t i = 1; i < log_sigma_.size(); ++i)
    power_.push_back((log_sigma_[i] - log_sigma_[i - 1]) / step_of_log());
  power_.insert(power_.begin(), power_.front());
  power_.push_back(power_.back());
  const double span = log_sigma_.back() - log_sigma_.front();
  const auto bins = static_cast<double>(2 * log_sigma_.size());
  bins_per_ln_ = span > 0.0 ? bins / span : 0.0;
  from_.push_back(1);
  for (double bin = 1.0; bins_per_ln_ > 0.0 && bin <= bins; ++bin) {
    // Half a bin early: rounding must not pass over a point.
    const double wanted = log_sigma_.front() + (bin - 0.5) / bins_per_ln_;
    const auto above = std::upper_bound(log_sigma_.begin() + 1, log_sigma_.end() - 1, wanted);
    from_.push_back(static_cast<std::uint32_t>(above - log_sigma_.begin()));
  }
}

std::size_t CurveGrowth::Inverse::above(double log_sigma) const {
  const double bin = (log_sigma - log_sigma_.front()) * bins_per_ln_;
  std::size_t i = from_[std::min(static_cast<std::size_t>(std::min(bin, 1e9)), from_.size() - 1)];
  while (i + 1 < log_sigma_.size() && log_sigma_[i] <= log_sigma) ++i;
  return i;
}

// sigma grows like a power of x between two points of the table, beyond its ends like the outermost power.
double CurveGrowth::Inverse::slope(double sigma_m) const {
  const double wanted = std::log(sigma_m);
  if (wanted <= log_sigma_.front()) return std::exp(log_sigma_.front()) / kNearest_m;
  const std::size_t i = above(wanted);
  const double power = power_[i];
  if (power <= 0.0) return 0.0;  // a curve that has come to rest
  const double along = (wanted - log_sigma_[i - 1]) / power;
  const double log_x = step_of_log() * static_cast<double>(i - 1) + along;
  // The power at this place, between those of the neighbouring stretches.
  const double part = std::clamp(along / step_of_log(), 0.0, 1.0) - 0.5;
  const double local = part < 0.0 ? power + part * (power - power_[i - 1]) : power + part * (power_[i + 1] - power);
  return local * sigma_m * std::exp(-log_x) / kNearest_m;
}

CurveGrowth::Inverse CurveGrowth::inverse(SigmaSet set, Stability stability, bool crosswind) {
  const SigmaCurves curves(set, stability);
  const double factor = crosswind ? shortest_factor(set) : 1.0;
  std::vector<double> log_sigma;
  for (int i = 0; i <= kSlicesPerDecade * kDecades; ++i) {
    const double x = kNearest_m * std::exp(step_of_log() * i);
    log_sigma.push_back(std::log(factor * (crosswind ? curves.sigma_y_m(x) : curves.sigma_z_m(x))));
  }
  return Inverse(std::move(log_sigma));
}

CurveGrowth::CurveGrowth(SigmaSet set, Stability stability)
    : set_(set), curves_(set, stability), side_(inverse(set, stability, true)), up_(inverse(set, stability, false)) {}

std::shared_ptr<const CurveGrowth> CurveGrowth::shared(SigmaSet set, Stability stability) {
  static std::mutex mutex;
  static std::map<std::pair<SigmaSet, Stability>, std::shared_ptr<const CurveGrowth>> all;
  const std::lock_guard lock(mutex);
  std::shared_ptr<const CurveGrowth>& one = all[{set, stability}];
  if (!one) one = std::make_shared<const CurveGrowth>(set, stability);
  return one;
}

double CurveGrowth::meander_m2(double x_m, double averaging_s) const {
  if (averaging_s <= kShortestAveraging_s || !(x_m > 0.0)) return 0.0;
  const double wide = averaging_factor(set_, averaging_s);
  const double narrow = shortest_factor(set_);
  const double sigma = curves_.sigma_y_m(x_m);
  return (wide * wide - narrow * narrow) * sigma * sigma;
}

DenseSpread::DenseSpread(const DenseGasAir& air, std::shared_ptr<const CurveGrowth> curves)
    : angle_(kAngle * air.spread_factor() * std::pow(kInstant_s / kReference_s, kTimePower)),
      curves_(std::move(curves)) {}

double DenseSpread::side_m_s(double half_width_m, double wind_m_s) const {
  const double sigma = half_width_m / std::numbers::sqrt3;
  if (curves_) return wind_m_s * curves_->side(sigma);
  return angle_ * wind_m_s / (1.0 + 0.5 * kCurve_per_m / angle_ * sigma);
}

double DenseSpread::up_m_s(double height_m, double images, double wind_m_s) const {
  return images * wind_m_s * curves_->up(height_m / (std::numbers::sqrt3 * images));
}

double DenseSpread::meander_m2(double x_m, double averaging_s) const {
  if (curves_) return curves_->meander_m2(x_m, averaging_s);
  if (!(x_m > 0.0)) return 0.0;
  const double width = 2.0 * angle_ / kCurve_per_m * (std::sqrt(1.0 + kCurve_per_m * x_m) - 1.0);
  const double ratio = averaging_growth(averaging_s) / averaging_growth(0.0);
  return (ratio * ratio - 1.0) * width * width;
}

}  // namespace sise
