#include "models/dispersion/small_wind_plume.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "models/base/constants.hpp"
#include "models/dispersion/vertical_term.hpp"
#include "models/numeric/normal.hpp"
#include "models/numeric/quadrature.hpp"

namespace sise {
namespace {

constexpr double kSmallWindNearest_m = 1.0;

double small_wind_bell(double t) { return std::exp(-0.5 * t * t); }

}  // namespace

SmallWindPlume::SmallWindPlume(double height_m, Stability stability, double wind_m_s, std::optional<double> lid_m)
    : height_m_(height_m), wind_m_s_(wind_m_s), lid_m_(lid_m), spread_(small_wind_spread(stability, wind_m_s)) {}

double SmallWindPlume::one_image(double x_m, double y_m, double vertical_m) const {
  const double a = spread_.horizontal_m_s;
  const double b = spread_.vertical_m_s;
  const double stretched = a / b * vertical_m;
  const double rho_squared =
      std::fmax(x_m * x_m + y_m * y_m + stretched * stretched, kSmallWindNearest_m * kSmallWindNearest_m);
  const double s = wind_m_s_ * x_m / (a * std::sqrt(rho_squared));
  const double drift = 1.0 + kRoot2Pi * s * std::exp(0.5 * s * s) * normal_cdf(s);
  return small_wind_bell(wind_m_s_ / a) * drift / (kRoot2Pi * kRoot2Pi * kRoot2Pi * b * rho_squared);
}

// Heights of the first images in the lid; each has its own image in the ground.
std::array<double, 2> SmallWindPlume::first_images(double lid_m) const {
  return {2.0 * lid_m - height_m_, 2.0 * lid_m + height_m_};
}

// Images at least two lid heights away, integrated over w = 1/T, a smooth and short interval: they matter only once
// sigma_z = b/w is no longer small beside the lid, and while the puff's edge a/w reaches the receptor.
double SmallWindPlume::far_images(double lid_m, double x_m, double y_m, double z_m) const {
  constexpr double kReach = 9.5;  // standard deviations: e^-45
  const double a = spread_.horizontal_m_s;
  const double b = spread_.vertical_m_s;
  const double distance = std::sqrt(x_m * x_m + y_m * y_m);
  const double latest =
      std::fmin(kReach * b / (2.0 * lid_m), (kReach * a + wind_m_s_) / std::fmax(distance, kSmallWindNearest_m));
  const auto integrand = [&](double w) {
    const double sigma_z = b / w;
    const double all = sigma_z > 0.5 * lid_m ? vertical_term_cosines(sigma_z, height_m_, lid_m, z_m)
                                             : vertical_term_images(sigma_z, height_m_, lid_m, z_m);
    double near = small_wind_bell((z_m - height_m_) / sigma_z) + small_wind_bell((z_m + height_m_) / sigma_z);
    for (const double image : first_images(lid_m)) {
      near += small_wind_bell((image - z_m) / sigma_z) + small_wind_bell((image + z_m) / sigma_z);
    }
    const double across = (x_m * w - wind_m_s_) / a;
    return w * small_wind_bell(across) * small_wind_bell(y_m * w / a) * (all - near);
  };
  const Accuracy accuracy{.relative = 1e-10, .absolute = std::numeric_limits<double>::min(), .parts = 2};
  return integrate(integrand, 0.0, latest, accuracy) / (kRoot2Pi * kRoot2Pi * kRoot2Pi * a * a * b);
}

double SmallWindPlume::unit_s_m3(double x_m, double y_m, double z_m) const {
  if (std::isnan(x_m) || std::isnan(y_m) || !(z_m >= 0.0)) return std::numeric_limits<double>::quiet_NaN();
  const double open = one_image(x_m, y_m, z_m - height_m_) + one_image(x_m, y_m, z_m + height_m_);
  if (!lid_m_) return open;
  if (z_m > *lid_m_) return 0.0;
  double reflected = 0.0;
  for (const double image : first_images(*lid_m_)) {
    reflected += one_image(x_m, y_m, image - z_m) + one_image(x_m, y_m, image + z_m);
  }
  return open + reflected + far_images(*lid_m_, x_m, y_m, z_m);
}

}  // namespace sise
