#include "models/fire/fireball.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"
#include "models/fire/radiation_distance.hpp"

namespace sise {
namespace {

constexpr std::size_t kBlock = 256;

void check(const FireballSource& source, FireballMethod method) {
  require_positive("mass_kg", source.mass_kg);
  if (source.emissive_power_w_m2 && method == FireballMethod::solid_flame) {
    require_positive("emissive_power_w_m2", *source.emissive_power_w_m2);
    return;
  }
  require_positive("heat_of_combustion_J_kg", source.heat_of_combustion_J_kg);
  require_range(source.radiative_fraction > 0.0 && source.radiative_fraction <= 1.0, "radiative_fraction",
                source.radiative_fraction, {"above 0, at most 1", "大于 0 且不大于 1"});
}

double roberts_duration_s(double mass_kg) {
  constexpr double kMomentumToBuoyancy_kg = 30'000.0;
  return mass_kg < kMomentumToBuoyancy_kg ? 0.45 * std::cbrt(mass_kg) : 2.6 * std::pow(mass_kg, 1.0 / 6.0);
}

}  // namespace

std::optional<FireballCorrelation> fireball_correlation_from(std::string_view name) {
  if (name == "ccps") return FireballCorrelation::ccps;
  if (name == "tno") return FireballCorrelation::tno;
  return std::nullopt;
}

std::optional<FireballMethod> fireball_method_from(std::string_view name) {
  if (name == "solid_flame") return FireballMethod::solid_flame;
  if (name == "point_source") return FireballMethod::point_source;
  return std::nullopt;
}

double radiative_fraction_at_burst(double burst_pressure_pa) {
  return std::min(1.0, 0.00325 * std::pow(burst_pressure_pa, 0.32));
}

Fireball::Fireball(const FireballSource& source, FireballCorrelation correlation, FireballMethod method,
                   const Transmissivity& air)
    : air_(air) {
  check(source, method);
  const double mass_kg = source.mass_kg;
  const bool tno = correlation == FireballCorrelation::tno;
  diameter_m_ = tno ? 6.48 * std::pow(mass_kg, 0.325) : 5.8 * std::cbrt(mass_kg);
  duration_s_ = tno ? 0.852 * std::pow(mass_kg, 0.26) : roberts_duration_s(mass_kg);
  centre_height_m_ = source.centre_height_m.value_or(tno ? diameter_m_ : 0.75 * diameter_m_);
  require_range(centre_height_m_ >= 0.5 * diameter_m_, "centre_height_m", centre_height_m_,
                {"at least half the diameter", "不小于直径的一半"});
  const double radiated_J_kg = source.radiative_fraction * source.heat_of_combustion_J_kg;
  emissive_power_w_m2_ = source.emissive_power_w_m2.value_or(
      radiated_J_kg * mass_kg / (std::numbers::pi * diameter_m_ * diameter_m_ * duration_s_));
  strength_w_ = method == FireballMethod::solid_flame
                    ? emissive_power_w_m2_ * 0.25 * diameter_m_ * diameter_m_
                    : 2.2 * radiated_J_kg * std::pow(mass_kg, 2.0 / 3.0) / (4.0 * std::numbers::pi);
}

double Fireball::path_m(double x_m) const {
  return std::sqrt(x_m * x_m + centre_height_m_ * centre_height_m_) - 0.5 * diameter_m_;
}

void Fireball::radiations_w_m2(std::span<const double> x_m, Receiver receiver, std::span<double> out_w_m2) const {
  std::array<double, kBlock> buffer{};
  for (std::size_t begin = 0; begin < x_m.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, x_m.size() - begin);
    const std::span<double> transmitted = std::span(buffer).first(count);
    const std::span<const double> x = x_m.subspan(begin, count);
    const std::span<double> out = out_w_m2.subspan(begin, count);
    for (std::size_t i = 0; i < count; ++i) transmitted[i] = path_m(x[i]);
    air_.at(transmitted, transmitted);
    for (std::size_t i = 0; i < count; ++i) {
      const double square = x[i] * x[i] + centre_height_m_ * centre_height_m_;
      const double across = receiver == Receiver::vertical ? x[i] : centre_height_m_;
      const double cosine = receiver == Receiver::facing ? 1.0 : across / std::sqrt(square);
      out[i] = transmitted[i] * strength_w_ * cosine / square;
    }
  }
}

double Fireball::radiation_w_m2(double x_m, Receiver receiver) const {
  double value = 0.0;
  radiations_w_m2({&x_m, 1}, receiver, {&value, 1});
  return value;
}

std::optional<double> Fireball::distance_to_m(double radiation, Receiver receiver) const {
  return farthest_radiation_m([&](double x_m) { return radiation_w_m2(x_m, receiver); }, 1e-3 * diameter_m_,
                              diameter_m_, radiation);
}

}  // namespace sise
