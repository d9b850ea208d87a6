#include "models/atmosphere/wind_profile.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

// Classes A to F.
using ExponentRow = std::array<double, 6>;
constexpr ExponentRow kIscRural{0.07, 0.07, 0.10,
                                0.15, 0.35, 0.55};  // ISC3 user's guide, defaults. Confidence: recalled
constexpr ExponentRow kIscUrban{0.15, 0.15, 0.20, 0.25, 0.30, 0.30};  // the same
constexpr ExponentRow kGbtRural{0.07, 0.07, 0.10, 0.15, 0.25, 0.25};  // GB/T 13201-91, rural. Confidence: recalled

const ExponentRow& exponents(SigmaSet set) {
  if (set == SigmaSet::briggs_urban) return kIscUrban;
  if (set == SigmaSet::gbt13201) return kGbtRural;
  return kIscRural;
}

}  // namespace

double psi_momentum(double zeta) {
  if (zeta >= 0.0) return 17.0 * std::expm1(-0.29 * zeta);
  const double x = std::sqrt(std::sqrt(1.0 - 16.0 * zeta));
  return 2.0 * std::log((1.0 + x) / 2.0) + std::log((1.0 + x * x) / 2.0) - 2.0 * std::atan(x) + std::numbers::pi / 2.0;
}

double similarity_shape(double z_m, double roughness_m, double inverse_obukhov_per_m) {
  return std::log(z_m / roughness_m) - psi_momentum(z_m * inverse_obukhov_per_m) +
         psi_momentum(roughness_m * inverse_obukhov_per_m);
}

WindProfile::WindProfile(const Weather& weather, SigmaSet set)
    : speed_m_s_(weather.wind_speed_m_s), height_m_(weather.wind_height_m), roughness_m_(weather.roughness_m) {
  const ExponentRow& row = exponents(set);
  const auto index = static_cast<std::size_t>(weather.stability);  // A, A-B, B, ...: full classes are even
  interpolated_ = index % 2 == 1;
  exponent_ = 0.5 * (row.at(index / 2) + row.at((index + 1) / 2));
  if (weather.obukhov_length_m) {
    similarity_ = true;
    inverse_obukhov_per_m_ = 1.0 / *weather.obukhov_length_m;
  }
}

double WindProfile::speed_m_s(double z_m) const {
  if (!similarity_) return speed_m_s_ * std::pow(z_m / height_m_, exponent_);
  return speed_m_s_ * similarity_shape(z_m, roughness_m_, inverse_obukhov_per_m_) /
         similarity_shape(height_m_, roughness_m_, inverse_obukhov_per_m_);
}

void WindProfile::inverse_speed(std::span<const double> z_m, std::span<double> out_s_m) const {
  if (similarity_) {
    std::transform(z_m.begin(), z_m.end(), out_s_m.begin(), [this](double z) { return 1.0 / speed_m_s(z); });
    return;
  }
  const double log_height = std::log(height_m_);
  const double inverse_reference = 1.0 / speed_m_s_;
  log_of(z_m, out_s_m);
  for (double& value : out_s_m) value = -exponent_ * (value - log_height);
  exp_of(out_s_m, out_s_m);
  for (double& value : out_s_m) value *= inverse_reference;
}

}  // namespace sise
