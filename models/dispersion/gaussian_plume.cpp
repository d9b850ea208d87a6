#include "models/dispersion/gaussian_plume.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>

#include "models/dispersion/plume_checks.hpp"
#include "models/dispersion/plume_height.hpp"
#include "models/dispersion/plume_terms.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

using Block = std::array<double, kBlock>;

const PlumeSource& checked(const PlumeSource& source, const Weather& weather, const PlumeOptions& options) {
  check_plume(source, weather, options);
  return source;
}

/// As the plume sees it: in calm air with the least wind it knows.
Weather with_wind(Weather weather) {
  weather.wind_speed_m_s = std::max(weather.wind_speed_m_s, kCalm_m_s);
  return weather;
}

}  // namespace

GaussianPlume::GaussianPlume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options)
    : source_(checked(source, weather, options)),
      weather_(with_wind(weather)),
      options_(options),
      sigma_(options.sigma, weather.stability, options.averaging_time_s),
      wind_(weather_, options.sigma),
      fixed_wind_m_s_(fixed_transport_wind_m_s(options.transport_wind, source.height_m, weather_, wind_)),
      given_wind_m_s_(weather.wind_speed_m_s),
      calm_share_(calm_share(weather.wind_speed_m_s)) {
  if (weather.wind_speed_m_s < kCalm_m_s) {
    calm_.emplace(source.height_m, weather.stability, weather.wind_speed_m_s, weather.mixing_height_m);
  }
}

// out = 1/u at the plume's mean height, which follows from sigma_z.
void GaussianPlume::inverse_wind(std::span<const double> inverse_variance_z, std::span<double> out) const {
  const TransportHeights between = transport_heights(weather_);
  mean_plume_height(source_.height_m, inverse_variance_z, out);
  for (double& height : out) height = std::max(std::min(height, between.highest_m), between.lowest_m);
  wind_.inverse_speed(out, out);
}

// At most kBlock points, a whole number of registers, through one stage after another.
void GaussianPlume::block(std::span<const double> x, std::span<const double> y, std::span<const double> z,
                          std::span<double> out) const {
  Block store_y;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read, as the next
  Block store_z;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const std::span<double> inverse_vy = std::span(store_y).first(x.size());
  const std::span<double> inverse_vz = std::span(store_z).first(x.size());
  inverse_variance(sigma_.y(), x, inverse_vy);
  inverse_variance(sigma_.z(), x, inverse_vz);
  const PlumePoints points{x, y, z, inverse_vy, inverse_vz};
  const double factor = fixed_wind_m_s_ ? source_.rate_kg_s / *fixed_wind_m_s_ : source_.rate_kg_s;
  if (weather_.mixing_height_m) {
    plume_terms_under_lid(points, source_.height_m, *weather_.mixing_height_m, factor, out);
  } else {
    plume_terms(points, source_.height_m, factor, out);
  }
  if (fixed_wind_m_s_) return;
  const std::span<double> inverse_u = inverse_vy;  // its work is done
  inverse_wind(inverse_vz, inverse_u);
  std::transform(out.begin(), out.end(), inverse_u.begin(), out.begin(), std::multiplies<>());
}

// The last points, too few for a register: the same path on a padded copy.
void GaussianPlume::rest(std::span<const double> x, std::span<const double> y, std::span<const double> z,
                         std::span<double> out) const {
  using Register = std::array<double, kLanes>;
  const auto pad = [&](std::span<const double> from) {
    Register to{};
    to.fill(1.0);  // a point that costs nothing and harms nothing
    std::copy(from.begin(), from.end(), to.begin());
    return to;
  };
  Register result{};
  block(pad(x), pad(y), pad(z), result);
  std::copy_n(result.begin(), out.size(), out.begin());
}

void GaussianPlume::concentrations(std::span<const double> x_m, std::span<const double> y_m,
                                   std::span<const double> z_m, std::span<double> out_kg_m3) const {
  const std::size_t size = x_m.size();
  check_batch_sizes(size, {y_m.size(), z_m.size(), out_kg_m3.size()});
  if (calm_share_ < 1.0) windy(x_m, y_m, z_m, out_kg_m3);
  if (!calm_) return;
  for (std::size_t i = 0; i < size; ++i) {
    const double calm = source_.rate_kg_s * calm_->unit_s_m3(x_m[i], y_m[i], z_m[i]);
    out_kg_m3[i] = calm_share_ < 1.0 ? mixed(calm, out_kg_m3[i]) : calm;
  }
}

void GaussianPlume::windy(std::span<const double> x_m, std::span<const double> y_m, std::span<const double> z_m,
                          std::span<double> out_kg_m3) const {
  const std::size_t size = x_m.size();
  const std::size_t whole = size / kLanes * kLanes;
  for (std::size_t start = 0; start < whole; start += kBlock) {
    const std::size_t count = std::min(kBlock, whole - start);
    block(x_m.subspan(start, count), y_m.subspan(start, count), z_m.subspan(start, count),
          out_kg_m3.subspan(start, count));
  }
  if (whole < size) rest(x_m.subspan(whole), y_m.subspan(whole), z_m.subspan(whole), out_kg_m3.subspan(whole));
}

void GaussianPlume::concentrations(std::span<const double> x_m, std::span<const double> y_m, double z_m,
                                   std::span<double> out_kg_m3) const {
  check_batch_sizes(x_m.size(), {y_m.size(), out_kg_m3.size()});
  Block z{};
  z.fill(z_m);
  for (std::size_t start = 0; start < x_m.size(); start += kBlock) {
    const std::size_t count = std::min(kBlock, x_m.size() - start);
    concentrations(x_m.subspan(start, count), y_m.subspan(start, count), std::span<const double>(z).first(count),
                   out_kg_m3.subspan(start, count));
  }
}

double GaussianPlume::concentration_kg_m3(double x_m, double y_m, double z_m) const {
  double out = 0.0;
  concentrations({&x_m, 1}, {&y_m, 1}, std::span<const double>{&z_m, 1}, {&out, 1});
  return out;
}

double GaussianPlume::sigma_y_m(double x_m) const {
  const double windy = sigma_.sigma_y_m(x_m);
  return calm_ ? mixed(calm_->spread().horizontal_m_s * x_m / given_wind_m_s_, windy) : windy;
}

double GaussianPlume::sigma_z_m(double x_m) const {
  const double windy = sigma_.sigma_z_m(x_m);
  return calm_ ? mixed(calm_->spread().vertical_m_s * x_m / given_wind_m_s_, windy) : windy;
}

double GaussianPlume::transport_wind_m_s(double x_m) const {
  if (calm_) return given_wind_m_s_;
  if (fixed_wind_m_s_) return *fixed_wind_m_s_;
  std::array<double, kLanes> lanes{};
  lanes.fill(x_m);
  std::array<double, kLanes> variance{};
  inverse_variance(sigma_.z(), lanes, variance);
  inverse_wind(variance, lanes);
  return 1.0 / lanes.front();
}

std::vector<std::string> GaussianPlume::warnings() const {
  std::vector<std::string> codes;
  const bool wind_interpolated = options_.transport_wind != TransportWind::as_given && wind_.interpolated();
  const bool interpolated = calm_ ? calm_->spread().interpolated : sigma_.interpolated() || wind_interpolated;
  if (interpolated) codes.emplace_back("interpolated_class");
  if (calm_) codes.emplace_back("calm_small_wind");
  return codes;
}

}  // namespace sise
