#include "models/dispersion/dense_gas_entrainment.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "models/base/constants.hpp"

namespace sise {
namespace {

// Coefficients of Ermak 1990.
constexpr double kShearMixing = 0.02;
constexpr double kVapourMixing = 0.05;
constexpr double kHeatMixing = 0.14;
constexpr double kDensityDamping = 0.025;
constexpr double kEntrainment = 1.5;
constexpr double kAlongSpread = 0.6;
// Our own: at which Richardson numbers a cloud feels the air's stability, and the curves take over.
constexpr double kFeelsAirBelow = 3.0;
constexpr double kPassiveBelow = 0.05;

double drag(double speed_m_s) { return kShearMixing * std::abs(speed_m_s) * speed_m_s; }
/// How much of the wind's turbulence is left where the height comes near the lid.
double below_lid(double z_m, double lid_m) { return std::max(0.0, 1.0 - z_m / lid_m); }

}  // namespace

std::string_view name_of(DenseMixing mixing) { return mixing == DenseMixing::ermak ? "ermak" : "weighted"; }

std::optional<DenseMixing> dense_mixing_from(std::string_view name) {
  for (const DenseMixing mixing : {DenseMixing::weighted, DenseMixing::ermak}) {
    if (name == name_of(mixing)) return mixing;
  }
  return std::nullopt;
}

struct DenseEntrainment::Turbulence {
  double top_m = 0.0;           ///< H_t
  double slip_m_s = 0.0;        ///< delta: the wind's excess over the cloud
  double slump_m_s = 0.0;       ///< V
  double friction_share = 0.0;  ///< c
  double shear2 = 0.0;          ///< u_h^2
  double base2 = 0.0;           ///< u_b^2
  double heat2 = 0.0;           ///< u_t^2
  double heat_exchange_m_s = 0.0;
  double excess = 0.0;      ///< of density over the air's, not below 0
  double richardson = 0.0;  ///< g h excess/(rho_a u*^2)
};

DenseEntrainment::DenseEntrainment(const DenseGasAir& air, const MoistAir& moist, DenseSpread spread,
                                   DenseMixing mixing)
    : air_(air),
      air_K_(moist.temperature_K),
      air_density_kg_m3_(moist.density_kg_m3),
      spread_(std::move(spread)),
      mixing_(mixing),
      shape_4m_(air.shape(4.0)) {}

DenseEntrainment::Turbulence DenseEntrainment::turbulence(const CloudSection& cloud, double mean_wind_m_s,
                                                          double pool_m_s) const {
  const double friction = air_.friction_velocity_m_s();
  const double thinning = air_density_kg_m3_ / cloud.mixture.density_kg_m3;
  const double T = cloud.mixture.temperature_K;
  Turbulence t;
  t.top_m = cloud.lifted ? cloud.centre_m + 0.5 * cloud.height_m : cloud.height_m;
  t.slip_m_s = thinning * (mean_wind_m_s - cloud.speed_m_s);
  t.slump_m_s = 0.5 * thinning * cloud.slump_m_s;
  t.friction_share = friction / mean_wind_m_s;
  t.shear2 = kShearMixing * (square(t.slip_m_s) + square(t.slump_m_s));
  t.base2 = cloud.lifted
                ? square(friction) + t.shear2
                : square(t.friction_share * cloud.speed_m_s) + square(0.5 * t.friction_share * cloud.slump_m_s) +
                      kVapourMixing * pool_m_s * mean_wind_m_s;
  t.heat_exchange_m_s = t.friction_share * std::sqrt(t.base2);
  if (!cloud.lifted && T < air_K_) {
    const double power =
        kHeatMixing * kDenseGravity_m_s2 * (air_K_ - T) * t.heat_exchange_m_s * cloud.height_m / (0.5 * (air_K_ + T));
    t.heat2 = square(std::cbrt(power));
  }
  t.excess = std::max(cloud.mixture.density_kg_m3 - air_density_kg_m3_, 0.0);
  t.richardson = kDenseGravity_m_s2 * cloud.height_m * t.excess / (air_density_kg_m3_ * square(friction));
  return t;
}

// w of Ermak's similarity; with curves it changes to theirs as the cloud ceases to be dense.
double DenseEntrainment::top(const CloudSection& cloud, const Turbulence& t, double top_wind_m_s) const {
  const double friction2 = square(air_.friction_velocity_m_s());
  const double mixing2 = t.base2 + t.shear2 + t.heat2;
  const double feels_air = mixing_ == DenseMixing::ermak ? 1.0 : 1.0 / (1.0 + t.richardson / kFeelsAirBelow);
  const double damping = (feels_air * friction2 * air_.local_inverse_obukhov_per_m(t.top_m) +
                          kDensityDamping * kDenseGravity_m_s2 * t.excess / cloud.mixture.density_kg_m3) /
                         mixing2;
  const auto phi = [damping](double z) {
    const double zeta = z * damping;
    return zeta < 0.0 ? 1.0 / std::sqrt(1.0 - 16.0 * zeta) : 1.0 + 5.0 * zeta;
  };
  double openness = below_lid(t.top_m, air_.lid_m()) / phi(t.top_m);
  if (cloud.lifted) {
    const double bottom = std::max(0.0, cloud.centre_m - 0.5 * cloud.height_m);
    openness += below_lid(bottom, air_.lid_m()) / phi(bottom);
  }
  const double per_speed = kEntrainment * air_.friction_velocity_m_s() * shape_4m_ / top_wind_m_s * openness;  // A
  if (!spread_.by_curves()) return per_speed * std::sqrt(mixing2);
  const double passive = 1.0 / (1.0 + t.richardson / kPassiveBelow);
  const double calm = spread_.up_m_s(cloud.height_m, cloud.lifted ? 2.0 : 1.0, top_wind_m_s);
  const double driven = (1.0 - passive) * per_speed * std::sqrt(t.base2 + t.heat2) + passive * calm;
  return std::sqrt(square(per_speed) * t.shear2 + square(driven));
}

void DenseEntrainment::add_forces(const CloudSection& cloud, const Turbulence& t, Entrainment& into) const {
  const bool puff = cloud.half_length_m > 0.0;
  const double density = cloud.mixture.density_kg_m3 * (puff ? cloud.half_length_m : 1.0);
  const double B = cloud.half_width_m;
  const double h = cloud.height_m;
  if (cloud.lifted) {
    into.force_along_N_m = density * (2.0 * B + h) * drag(t.slip_m_s);
    into.force_lift_N_m = -density * h * drag(cloud.climb_m_s);
    return;
  }
  const double friction2 = square(air_.friction_velocity_m_s());
  const double c = t.friction_share;
  into.force_along_N_m = -density * (B * (square(c * cloud.speed_m_s) - friction2) - (B + h) * drag(t.slip_m_s));
  const auto slump = [&](double speed, double reduced) {
    return -density * B * (square(0.5 * c * speed) + drag(reduced));
  };
  into.force_slump_N_m = slump(cloud.slump_m_s, t.slump_m_s);
  const double thinning = air_density_kg_m3_ / cloud.mixture.density_kg_m3;
  into.force_slump_along_N_m = slump(cloud.slump_along_m_s, 0.5 * thinning * cloud.slump_along_m_s);
  into.heat_W_m =
      density * B * t.heat_exchange_m_s * cloud.mixture.heat_capacity_J_kgK * (air_K_ - cloud.mixture.temperature_K);
}

Entrainment DenseEntrainment::into(const CloudSection& cloud, double pool_m_s) const {
  Entrainment e;
  const double bottom = cloud.lifted ? std::max(0.0, cloud.centre_m - 0.5 * cloud.height_m) : 0.0;
  const double top_of_cloud = cloud.lifted ? cloud.centre_m + 0.5 * cloud.height_m : cloud.height_m;
  const DenseGasAir::Winds winds = air_.winds(bottom, top_of_cloud);
  e.mean_wind_m_s = winds.mean_m_s;
  e.top_wind_m_s = winds.top_m_s;
  const Turbulence t = turbulence(cloud, e.mean_wind_m_s, pool_m_s);
  e.top_m_s = top(cloud, t, e.top_wind_m_s);
  const double jet = kEntrainment * kDenseKarman * t.slip_m_s;
  e.side_m_s = std::sqrt(square(spread_.side_m_s(cloud.half_width_m, e.mean_wind_m_s)) + kShearMixing * square(jet));
  if (cloud.half_length_m > 0.0) {
    const double sigma = cloud.lifted ? 0.5 * cloud.height_m / std::numbers::sqrt3
                                      : (cloud.height_m - cloud.centre_m) / std::numbers::sqrt3;
    const double z = cloud.centre_m + 0.5 * sigma;
    const double shear = kAlongSpread * air_.friction_velocity_m_s() / kDenseKarman * z / (z + air_.roughness_m()) *
                         air_.phi_m(z) * below_lid(z, air_.lid_m());
    e.front_m_s = std::sqrt(square(spread_.side_m_s(cloud.half_length_m, e.mean_wind_m_s)) + square(shear));
  }
  add_forces(cloud, t, e);
  return e;
}

}  // namespace sise
