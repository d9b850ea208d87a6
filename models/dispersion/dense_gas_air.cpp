#include "models/dispersion/dense_gas_air.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/dispersion/dense_gas_constants.hpp"
#include "models/dispersion/dense_gas_mixture.hpp"

namespace sise {
namespace {

constexpr double kSmoothBelow_m = 0.0111;  // roughness
constexpr double kFarthestOffset = 3.5;
constexpr double kReference_m = 10.0;

/// How 1/|L| hangs on the class over a given roughness: three corner values, exponents between them.
struct ClassLine {
  double first = 0.0;  ///< one class away from D, 1/m
  double second = 0.0;
  double third = 0.0;
  double inner = 0.0;  ///< exponent up to two classes
  double base = 0.0;   ///< beyond: base + slope/(1 + distance^2)
  double slope = 0.0;

  explicit ClassLine(double z0) : first(0.0081 * std::pow(z0, -0.3044)) {
    if (z0 > kSmoothBelow_m) {
      second = 0.0385 * std::pow(z0, -0.1715);
      third = 0.0875 * std::pow(z0, -0.1028);
    } else {
      second = first + 0.0137 * std::pow(z0, -0.1715) + 0.0218;
      third = second + 0.0557;
    }
    inner = std::log(second / first) / std::numbers::ln2;
    const double outer = std::log(third / first) / std::log(3.0);
    base = 2.0 * outer - inner;
    slope = inner - base;
  }

  [[nodiscard]] double inverse_obukhov(double offset) const {
    const double steps = std::min(std::abs(offset), kFarthestOffset);
    const double beyond = steps - 2.0;
    const double exponent = steps < 2.0 ? inner : base + slope / (1.0 + beyond * beyond);
    return std::copysign(first * std::pow(steps, exponent), offset);
  }

  [[nodiscard]] double offset(double inverse_obukhov) const {
    const double size = std::abs(inverse_obukhov);
    if (size == 0.0) return 0.0;
    const double beyond = (size - second) / (third - second);
    const double exponent = size < second ? inner : base + slope / (1.0 + beyond * beyond);
    return std::copysign(std::min(std::pow(size / first, 1.0 / exponent), kFarthestOffset), inverse_obukhov);
  }
};

/// A -3, A-B -2.5 ... F 2.
double class_offset(Stability stability) { return 0.5 * static_cast<double>(static_cast<int>(stability)) - 3.0; }

}  // namespace

DenseGasAir::DenseGasAir(const Weather& weather) : roughness_m_(weather.roughness_m) {
  set_stability(weather);
  match_the_ground();
  const double measured = std::max(weather.wind_speed_m_s, kDenseSlowest_m_s);
  friction_m_s_ = kDenseKarman * measured / shape(weather.wind_height_m);
  const double ratio = std::sqrt(friction_m_s_ / (0.086 * wind_m_s(2.0)));
  const double stratified = kReference_m * ratio * inverse_obukhov_per_m_;
  spread_factor_ = stratified < 0.0 ? 1.0 - stratified : 1.0 / (1.0 + stratified);
}

void DenseGasAir::set_stability(const Weather& weather) {
  const ClassLine line(roughness_m_);
  if (weather.obukhov_length_m) {
    inverse_obukhov_per_m_ = 1.0 / *weather.obukhov_length_m;
    offset_ = line.offset(inverse_obukhov_per_m_);
  } else {
    offset_ = class_offset(weather.stability);
    inverse_obukhov_per_m_ = line.inverse_obukhov(offset_);
  }
  lid_m_ = weather.mixing_height_m.value_or(130.0 * std::exp2(3.0 - offset_));
  scale_m_ = offset_ < 0.0 ? std::exp(-0.8 * offset_) : 1.0 + 0.8 * offset_;
  shear_per_m_ = (1.0 + std::max(weather.wind_height_m, 3.0) / scale_m_) * inverse_obukhov_per_m_;
  if (shear_per_m_ < 0.0) {
    phi_far_ = std::pow(1.0 - 16.0 * scale_m_ * shear_per_m_, -0.25);
    gamma_per_m_ = -8.0 * shear_per_m_ / (1.0 - phi_far_);
    root_at_roughness_ = std::sqrt(1.0 + gamma_per_m_ * roughness_m_);
    log_at_roughness_ = std::log1p(root_at_roughness_);
  }
}

void DenseGasAir::match_the_ground() {
  matched_m_ = std::numbers::e * roughness_m_;
  const Height matched = height(matched_m_);
  const double value = shape_above(matched);
  const double slope = phi_m(matched_m_) * (1.0 - matched_m_ / lid_m_) / matched_m_;
  linear_per_m_ = 2.0 * value / matched_m_ - slope;
  square_per_m2_ = (slope - value / matched_m_) / matched_m_;
  matched_sum_ = shape_and_sum(matched_m_).sum - sum_above(matched);
}

double DenseGasAir::phi_m(double z_m) const {
  if (shear_per_m_ < 0.0) return phi_far_ + (1.0 - phi_far_) / std::sqrt(1.0 + gamma_per_m_ * z_m);
  return 1.0 + 5.0 * z_m * shear_per_m_ / (1.0 + z_m / scale_m_);
}

DenseGasAir::Height DenseGasAir::height(double z_m) const {
  return {z_m, z_m - roughness_m_, std::log(z_m / roughness_m_),
          shear_per_m_ < 0.0 ? std::sqrt(1.0 + gamma_per_m_ * z_m)
                             : std::log((z_m + scale_m_) / (roughness_m_ + scale_m_))};
}

// The integral of phi_m (1 - z/H)/z from z0.
double DenseGasAir::shape_above(const Height& at) const {
  if (shear_per_m_ < 0.0) {
    const double top = at.stretched;
    const double bottom = root_at_roughness_;
    return at.logarithm - phi_far_ * at.rise_m / lid_m_ -
           2.0 * (1.0 - phi_far_) * (std::log((1.0 + top) / (1.0 + bottom)) + (top - bottom) / (gamma_per_m_ * lid_m_));
  }
  return at.logarithm - at.rise_m / lid_m_ +
         5.0 * scale_m_ * shear_per_m_ * ((1.0 + scale_m_ / lid_m_) * at.stretched - at.rise_m / lid_m_);
}

// An antiderivative of shape_above.
double DenseGasAir::sum_above(const Height& at) const {
  const double z_m = at.z_m;
  const double logarithms = z_m * at.logarithm - z_m;
  const double parabola = 0.5 * at.rise_m * at.rise_m / lid_m_;
  if (shear_per_m_ < 0.0) {
    const double top = at.stretched;
    const double bottom = root_at_roughness_;
    const double logs =
        (2.0 / gamma_per_m_) * (0.5 * (top * top - 1.0) * std::log1p(top) - 0.25 * top * top + 0.5 * top);
    const double roots = 2.0 / (3.0 * gamma_per_m_) * top * top * top;
    return logarithms - phi_far_ * parabola -
           2.0 * (1.0 - phi_far_) * (logs - z_m * log_at_roughness_ + (roots - bottom * z_m) / (gamma_per_m_ * lid_m_));
  }
  const double stretched = (z_m + scale_m_) * at.stretched - z_m;
  return logarithms - parabola + 5.0 * scale_m_ * shear_per_m_ * ((1.0 + scale_m_ / lid_m_) * stretched - parabola);
}

DenseGasAir::ShapeAndSum DenseGasAir::shape_and_sum(double z_m) const {
  if (z_m <= matched_m_) {
    return {z_m * (linear_per_m_ + square_per_m2_ * z_m),
            z_m * z_m * (0.5 * linear_per_m_ + square_per_m2_ * z_m / 3.0)};
  }
  const Height below_lid = height(std::min(z_m, lid_m_));
  const double shape = shape_above(below_lid);
  return {shape, matched_sum_ + sum_above(below_lid) + (z_m - below_lid.z_m) * shape};
}

double DenseGasAir::shape(double z_m) const {
  if (z_m <= matched_m_) return z_m * (linear_per_m_ + square_per_m2_ * z_m);
  return shape_above(height(std::min(z_m, lid_m_)));
}

DenseGasAir::Winds DenseGasAir::winds(double bottom_m, double top_m) const {
  const double scale_m_s = friction_m_s_ / kDenseKarman;
  const ShapeAndSum top = shape_and_sum(top_m);
  return {scale_m_s * (top.sum - shape_and_sum(bottom_m).sum) / (top_m - bottom_m), scale_m_s * top.shape};
}

MoistAir moist_air(double temperature_K, double pressure_Pa, double relative_humidity) {
  MoistAir air{.temperature_K = temperature_K, .pressure_Pa = pressure_Pa};
  const double water = relative_humidity * water_vapour_pressure_Pa(temperature_K) / pressure_Pa;  // mole fraction
  air.molar_mass_kg_mol = water * kWaterMolarMass_kg_mol + (1.0 - water) * kDryAirMolarMass_kg_mol;
  air.water_share = water * kWaterMolarMass_kg_mol / air.molar_mass_kg_mol;
  air.heat_capacity_J_kgK =
      air.water_share * kWaterVapourHeatCapacity_J_kgK + (1.0 - air.water_share) * kDryAirHeatCapacity_J_kgK;
  air.density_kg_m3 = pressure_Pa * air.molar_mass_kg_mol / (kDenseGasConstant_J_molK * temperature_K);
  return air;
}

}  // namespace sise
