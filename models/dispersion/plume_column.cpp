#include "models/dispersion/plume_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/base/error.hpp"
#include "models/dispersion/parameter_checks.hpp"
#include "models/dispersion/transport_wind.hpp"
#include "models/dispersion/vertical_term.hpp"
#include "models/numeric/quadrature.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kColumnFarthest_m = 1e7;
constexpr std::size_t kLossNodes = 351;  // fifty to a decade
constexpr double kLossAccuracy = 1e-9;
constexpr double kRoot2 = std::numbers::sqrt2;
const double kColumnRoot2Pi = std::sqrt(2.0 * std::numbers::pi);

double bell_of(double distance, double sigma) { return std::exp(-0.5 * (distance / sigma) * (distance / sigma)); }

/// Mean height of a Gaussian around h, reflected at the ground (plume_height.hpp, for one point).
double mean_height_m(double h, double sigma) {
  return sigma * std::sqrt(2.0 / std::numbers::pi) * bell_of(h, sigma) + h * std::erf(h / (kRoot2 * sigma));
}

void check(const ColumnDetails& details) {
  ParameterChecks checks;
  checks.not_negative("source.initial_sigma_y_m", details.initial_sigma_y_m);
  checks.not_negative("source.initial_sigma_z_m", details.initial_sigma_z_m);
  checks.not_negative("options.deposition_velocity_m_s", details.deposition_velocity_m_s);
  if (details.half_life_s) checks.positive("options.half_life_s", *details.half_life_s);
  checks.throw_if_any();
}

const Weather& checked_wind(const Weather& weather) {
  if (!(weather.wind_speed_m_s < kCalm_m_s)) return weather;
  throw ModelError(
      "details_need_wind",
      {fmt::format("in a wind of {} m/s neither plume rise, deposition nor a source of some size is defined: "
                   "the plume has no direction",
                   weather.wind_speed_m_s),
       fmt::format("风速 {} m/s 时烟羽没有方向, 无法计算烟气抬升、沉降或有尺寸的源", weather.wind_speed_m_s)},
      {.field = "weather.wind_speed_m_s"},
      {fmt::format("Take at least {} m/s, or a bare point source", kCalm_m_s),
       fmt::format("风速至少取 {} m/s, 或改用点源", kCalm_m_s)});
}

/// Where the curve has this value; 0 where it is larger from the start.
double virtual_distance_m(const std::function<double(double)>& curve, double sigma_m, const char* field) {
  if (!(sigma_m > curve(kNearestSigma_m))) return 0.0;
  if (curve(kColumnFarthest_m) < sigma_m) {
    throw ModelError("parameter_out_of_range",
                     {fmt::format("the dispersion curve never reaches a sigma of {} m", sigma_m),
                      fmt::format("扩散参数曲线达不到 {} m", sigma_m)},
                     {.field = field});
  }
  return brent([&](double x) { return curve(x) - sigma_m; }, kNearestSigma_m, kColumnFarthest_m);
}

std::optional<PlumeRise> rise_of(const PlumeSource& source, const Weather& weather, const PlumeOptions& options,
                                 const ColumnDetails& details, const WindProfile& wind) {
  if (!details.stack) return std::nullopt;
  const TransportWind at_stack =
      options.transport_wind == TransportWind::as_given ? TransportWind::as_given : TransportWind::release_height;
  const double speed = *fixed_transport_wind_m_s(at_stack, source.height_m, weather, wind);
  return PlumeRise(*details.stack, {speed, weather.stability, weather.temperature_K, details.air_gradient_K_m});
}

}  // namespace

PlumeColumn::PlumeColumn(const PlumeSource& source, const Weather& weather, const PlumeOptions& options,
                         const ColumnDetails& details)
    : plain_(source, checked_wind(weather), options),
      weather_(weather),
      sigma_(options.sigma, weather.stability, options.averaging_time_s),
      wind_(weather, options.sigma),
      details_(details),
      fixed_wind_m_s_(fixed_transport_wind_m_s(options.transport_wind, source.height_m, weather, wind_)),
      rise_(rise_of(source, weather, options, details, wind_)) {
  check(details);
  virtual_y_m_ = virtual_distance_m([this](double x) { return sigma_.sigma_y_m(x); }, details.initial_sigma_y_m,
                                    "source.initial_sigma_y_m");
  virtual_z_m_ = virtual_distance_m([this](double x) { return sigma_.sigma_z_m(x); }, details.initial_sigma_z_m,
                                    "source.initial_sigma_z_m");
  check_lid();
  if (details.deposition_velocity_m_s > 0.0 || details.half_life_s) prepare_losses();
}

void PlumeColumn::check_lid() const {
  if (!rise_ || !weather_.mixing_height_m) return;
  const double top_m = plain_.source().height_m + rise_->final_rise_m();
  if (top_m <= *weather_.mixing_height_m) return;
  throw ModelError(
      "plume_above_lid",
      {fmt::format("the plume rises to {:.0f} m, above the mixing height of {} m: it would not reach the ground", top_m,
                   *weather_.mixing_height_m),
       fmt::format("烟羽抬升至 {:.0f} m, 高于混合层高度 {} m: 不会到达地面", top_m, *weather_.mixing_height_m)},
      {.field = "weather.mixing_height_m"});
}

double PlumeColumn::sigma_y_m(double x_m) const { return sigma_.sigma_y_m(x_m + virtual_y_m_); }
double PlumeColumn::sigma_z_m(double x_m) const { return sigma_.sigma_z_m(x_m + virtual_z_m_); }

double PlumeColumn::height_m(double x_m) const {
  const double height = plain_.source().height_m;
  return rise_ ? std::max(0.0, height + rise_->rise_m(std::max(x_m, 0.0))) : height;
}

double PlumeColumn::transport_wind_m_s(double x_m) const {
  if (fixed_wind_m_s_) return *fixed_wind_m_s_;
  const TransportHeights between = transport_heights(weather_);
  const double mean = mean_height_m(height_m(x_m), sigma_z_m(x_m));
  return wind_.speed_m_s(std::max(std::min(mean, between.highest_m), between.lowest_m));
}

// Of one kg/s of which nothing is lost.
double PlumeColumn::unit_integral_s_m2(double x_m, double z_m) const {
  constexpr double kImagesUpTo = 0.5;  // of sigma_z/lid: below, few images do; above, few cosines
  const double h = height_m(x_m);
  const double sigma = sigma_z_m(x_m);
  double vertical = 0.0;
  if (!weather_.mixing_height_m) {
    vertical = bell_of(z_m - h, sigma) + bell_of(z_m + h, sigma);
  } else if (const double lid = *weather_.mixing_height_m; z_m <= lid) {
    vertical = sigma > kImagesUpTo * lid ? vertical_term_cosines(sigma, h, lid, z_m)
                                         : vertical_term_images(sigma, h, lid, z_m);
  }
  return vertical / (kColumnRoot2Pi * sigma * transport_wind_m_s(x_m));
}

double PlumeColumn::loss_per_m(double x_m) const {
  double loss =
      details_.deposition_velocity_m_s > 0.0 ? details_.deposition_velocity_m_s * unit_integral_s_m2(x_m, 0.0) : 0.0;
  if (details_.half_life_s) loss += std::numbers::ln2 / (*details_.half_life_s * transport_wind_m_s(x_m));
  return loss;
}

void PlumeColumn::prepare_losses() {
  loss_at_m_ = log_spaced(kNearestSigma_m, kColumnFarthest_m, kLossNodes);
  loss_at_m_.insert(loss_at_m_.begin(), 0.0);
  loss_.assign(loss_at_m_.size(), 0.0);
  const Accuracy accuracy{.relative = kLossAccuracy, .absolute = 1e-15, .parts = 1};
  for (std::size_t i = 1; i < loss_.size(); ++i) {
    loss_[i] = loss_[i - 1] +
               integrate([this](double x) { return loss_per_m(x); }, loss_at_m_[i - 1], loss_at_m_[i], accuracy);
  }
}

double PlumeColumn::remaining(double x_m) const {
  if (loss_.empty() || !(x_m > 0.0)) return 1.0;
  const auto above = std::upper_bound(loss_at_m_.begin(), loss_at_m_.end(), x_m);
  const auto i = static_cast<std::size_t>(above - loss_at_m_.begin()) - 1;
  const Accuracy accuracy{.relative = kLossAccuracy, .absolute = 1e-15, .parts = 1};
  return std::exp(-loss_[i] - integrate([this](double x) { return loss_per_m(x); }, loss_at_m_[i], x_m, accuracy));
}

double PlumeColumn::crosswind_integral_kg_m2(double x_m, double z_m) const {
  if (!(x_m > 0.0)) return 0.0;
  return plain_.source().rate_kg_s * remaining(x_m) * unit_integral_s_m2(x_m, z_m);
}

}  // namespace sise
