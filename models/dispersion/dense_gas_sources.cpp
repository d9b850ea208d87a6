#include "models/dispersion/dense_gas_sources.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "models/dispersion/dense_gas_constants.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kFloorOfFlux = 1e-9;
constexpr double kFloorOfLength_m = 1e-7;
constexpr double kFloorOfSpeed_m_s = 1e-6;
constexpr double kFloorOfHeat_J_kg = 1.0;
constexpr double kFloorOfTime_s = 1e-6;
constexpr double kSearchTolerance = 1e-4;  // of ln(half width)
constexpr double kWidestPool = 1e4;        // of the pool itself

constexpr std::array<DenseRelease, 4> kReleases{DenseRelease::pool, DenseRelease::horizontal_jet,
                                                DenseRelease::vertical_jet, DenseRelease::instantaneous};

/// What the vapour of a pool does at its downwind edge if it covers a square of this half side.
double blocking_behind(const DenseMixture& mixture, const DenseEntrainment& entrainment, double rate_kg_s,
                       double half_width_m) {
  const DensePlume plume(mixture, entrainment, rate_kg_s, half_width_m);
  const OdeNode<kPlumeParts> end = path_over_pool(plume).back();
  return plume.blocking(plume.section(PlumePlace::pool, end.x, end.y), end.y[kPlumeFlux]);
}

/// Rise of a dense jet: by its momentum, limited by its weight.
struct DenseRise {
  double rise_m = 0.0;
  double distance_m = 0.0;  ///< downwind, where it is highest
  double volume_fraction = 0.0;
};

DenseRise dense_rise(const DenseGasAir& air, const DenseSource& source, double speed_m_s, double density_ratio) {
  const double b = 0.5 * std::sqrt(source.area_m2);
  const double h_s = source.height_m;
  const double wind = air.wind_m_s(std::max(h_s, 1.0));
  double momentum =
      1.0363 * speed_m_s * b / ((0.4 + 1.2 * wind / speed_m_s) * std::sqrt(wind * air.friction_velocity_m_s()));
  const double first = momentum;
  for (int i = 0; i < 3; ++i) {
    const double t = std::pow(first, 6.0 / 7.0) * std::pow(h_s + momentum, 1.0 / 7.0);
    momentum = (h_s + 6.0 * momentum / 7.0) * t / (h_s + momentum - t / 7.0);
  }
  const double d = 4.0 * b / std::sqrt(std::numbers::pi);
  const double w = speed_m_s / wind;
  const double froude2 = speed_m_s * speed_m_s / (kDenseGravity_m_s2 * d * (density_ratio - 1.0));
  const double weight = 1.32 * d * std::cbrt(w * density_ratio * froude2);
  DenseRise rise;
  rise.rise_m = momentum * weight / std::hypot(momentum, weight);
  rise.distance_m = 0.435 * std::pow(rise.rise_m, 3.0) / (density_ratio * d * d * w * w);
  const double centre = std::min(0.99, 1.69 * w * std::pow(rise.rise_m / d, -1.85));
  rise.volume_fraction = centre * (centre + 0.5236 * (1.0 - centre));
  return rise;
}

}  // namespace

std::string_view name_of(DenseRelease release) {
  switch (release) {
    case DenseRelease::horizontal_jet:
      return "horizontal_jet";
    case DenseRelease::vertical_jet:
      return "vertical_jet";
    case DenseRelease::instantaneous:
      return "instantaneous";
    default:
      return "pool";
  }
}

std::optional<DenseRelease> dense_release_from(std::string_view name) {
  for (const DenseRelease release : kReleases) {
    if (name == name_of(release)) return release;
  }
  return std::nullopt;
}

PlumeVector plume_floor(const PlumeVector& y) {
  const double R = y[kPlumeFlux];
  PlumeVector floor = PlumeVector::Constant(kFloorOfLength_m);
  floor[kPlumeFlux] = kFloorOfFlux * R;
  floor[kPlumeSpeed] = kFloorOfSpeed_m_s;
  floor[kPlumeHeat] = kFloorOfHeat_J_kg * R;
  floor[kPlumeSlump] = kFloorOfSpeed_m_s * R;
  floor[kPlumeLift] = kFloorOfSpeed_m_s * R;
  floor[kPlumeTime] = kFloorOfTime_s;
  return floor;
}

PuffVector puff_floor(const PuffVector& y) {
  const double R = y[kPuffMass];
  PuffVector floor = PuffVector::Constant(kFloorOfLength_m);
  floor[kPuffMass] = kFloorOfFlux * R;
  floor[kPuffHeat] = kFloorOfHeat_J_kg * R;
  for (const int part : {kPuffDrift, kPuffSlump, kPuffSlumpAlong, kPuffLift}) floor[part] = kFloorOfSpeed_m_s * R;
  return floor;
}

std::vector<OdeNode<kPlumeParts>> path_over_pool(const DensePlume& plume) {
  OdeNode<kPlumeParts> start;
  start.y = plume.start_of_pool(start.x);
  const double half = plume.pool_half_width_m();
  const OdeSteps steps{.first = 1e-3 * half, .shortest = 1e-9 * half};
  const auto slope = [&](double x, const PlumeVector& y) { return plume.slope(PlumePlace::pool, x, y); };
  std::vector<OdeNode<kPlumeParts>> nodes;
  dormand_prince<kPlumeParts>(slope, plume_floor, start, half, steps, [&](const auto& a, const auto& b) {
    if (nodes.empty()) nodes.push_back(a);
    nodes.push_back(b);
    return true;
  });
  return nodes;
}

double pool_half_width_m(const DenseMixture& mixture, const DenseEntrainment& entrainment, const DenseSource& source) {
  const double least = 0.5 * std::sqrt(source.area_m2);
  const auto excess = [&](double log_half) {
    return std::log(std::max(blocking_behind(mixture, entrainment, source.rate_kg_s, std::exp(log_half)), 1e-30));
  };
  double low = std::log(least);
  double at_low = excess(low);
  if (at_low <= 0.0) return least;
  const double widest = std::log(least * kWidestPool);
  double high = low;
  double at_high = at_low;
  while (at_high > 0.0 && high < widest) {
    low = high;
    at_low = at_high;
    high += std::numbers::ln2;
    at_high = excess(high);
  }
  if (at_high > 0.0) return std::exp(high);
  // Regula falsi, Illinois: the logarithm of the ratio is nearly straight.
  while (high - low > kSearchTolerance) {
    const double at = std::clamp(low + (high - low) * at_low / (at_low - at_high), low + 0.02 * (high - low),
                                 high - 0.02 * (high - low));
    const double value = excess(at);
    if (std::abs(value) < kSearchTolerance) return std::exp(at);
    if (value > 0.0) {
      low = at;
      at_low = value;
      at_high *= 0.5;
    } else {
      high = at;
      at_high = value;
      at_low *= 0.5;
    }
  }
  return std::exp(high);
}

PlumeStart start_of_horizontal_jet(const DensePlume& plume, const DenseSource& source) {
  const double A = source.area_m2;
  const double z = source.height_m;
  const double side = std::sqrt(A);
  const MixtureState jet = plume.mixture().pure();
  PlumeStart start;
  start.place = 0.5 * side > z ? PlumePlace::ground : PlumePlace::lifted;
  const double B = start.place == PlumePlace::lifted ? 0.5 * side : 0.5 * (std::sqrt(z * z + 2.0 * A) - z);
  start.y = PlumeVector::Zero();
  start.y[kPlumeFlux] = 0.5 * source.rate_kg_s;
  start.y[kPlumeSpeed] = source.rate_kg_s / (jet.density_kg_m3 * A);
  start.y[kPlumeWidth] = B;
  start.y[kPlumeCore] = kFirstCore * B;
  start.y[kPlumeCentre] = z;
  return start;
}

PlumeStart start_of_vertical_jet(const DensePlume& plume, const DenseSource& source) {
  const DenseMixture& mixture = plume.mixture();
  const DenseGasAir& air = plume.entrainment().air();
  const double q = source.rate_kg_s;
  const double b_s = 0.5 * std::sqrt(source.area_m2);
  const double density_s = mixture.pure().density_kg_m3;
  const double ratio = density_s / mixture.air().density_kg_m3;
  const DenseRise rise = dense_rise(air, source, q / (density_s * source.area_m2), ratio);

  const double m = mixture.mass_fraction(rise.volume_fraction);
  const double density = mixture.at(m, 0.0).density_kg_m3;
  const double centre = source.height_m + rise.rise_m;
  const double k = 0.06 * (2.0 + rise.distance_m / b_s);
  const double lag = 1.0 - m - 2.0 * k;
  const double share = 2.0 * k / (std::sqrt((1.0 - m) * (1.0 - m) + 4.0 * m * k) - lag);
  const double U = share * air.wind_m_s(centre);
  const double area = q / (density * U * m);
  const double n = 2.4 + 1.6 / (1.0 + rise.distance_m * rise.distance_m / (100.0 * b_s * b_s));
  double B = std::max(std::sqrt(area / n), b_s);
  double b = std::max(kFirstCore * std::sqrt(q / (density * U * n)), kFirstCore * b_s);
  const double h = 0.5 * area / B;

  PlumeStart start;
  start.place = PlumePlace::lifted;
  if (0.5 * h > centre) {
    const double taller = centre + 0.5 * h;
    B *= h / taller;
    b *= h / taller;
    start.place = PlumePlace::ground;
  }
  start.x_m = rise.distance_m;
  start.rise_m = rise.rise_m;
  start.y = PlumeVector::Zero();
  start.y[kPlumeFlux] = 0.5 * q / m;
  start.y[kPlumeSpeed] = U;
  start.y[kPlumeWidth] = B;
  start.y[kPlumeCore] = std::min(b, B);
  start.y[kPlumeCentre] = centre;
  start.y[kPlumeTime] = rise.distance_m / U;
  return start;
}

}  // namespace sise
