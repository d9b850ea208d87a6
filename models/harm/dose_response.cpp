#include "models/harm/dose_response.hpp"

#include <cmath>
#include <string_view>

#include "models/explosion/shock_relations.hpp"

namespace sise {
namespace {

constexpr double kEven = 5.0;  // the probit of one half

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// i / i', the impulse that scales the lung's: p0^(1/2) m^(1/3).
double lung_impulse_unit_pa_s(const PhysicalDose& dose) {
  return std::sqrt(dose.air_pressure_pa) * std::cbrt(dose.body_mass_kg);
}

std::optional<double> if_positive(double numerator, double denominator) {
  if (!(denominator > 0.0)) return std::nullopt;
  return numerator / denominator;
}

}  // namespace

DoseKind kind_of(const ProbitForm& form) {
  return std::visit(Overloaded{[](const ThermalProbit&) { return DoseKind::radiation; },
                               [](const OverpressureProbit&) { return DoseKind::overpressure; },
                               [](const ImpulseProbit&) { return DoseKind::impulse; },
                               [](const auto&) { return DoseKind::overpressure_and_impulse; }},
                    form);
}

bool needs_impulse(const ProbitForm& form) {
  const DoseKind kind = kind_of(form);
  return kind == DoseKind::impulse || kind == DoseKind::overpressure_and_impulse;
}

double probit_of(const ProbitForm& form, const PhysicalDose& dose) {
  const double p = dose.overpressure_pa;
  const double i = dose.impulse_pa_s;
  return std::visit(
      Overloaded{[&](const ThermalProbit& f) { return thermal_probit(f, dose.radiation_w_m2, dose.exposure_s); },
                 [&](const OverpressureProbit& f) { return overpressure_probit(f, p); },
                 [&](const ImpulseProbit& f) { return f.a + f.b * std::log(i); },
                 [&](const BodyProbit& f) {
                   return kEven - f.slope * std::log(f.pressure_pa / p + f.pressure_impulse_pa2_s / (p * i));
                 },
                 [&](const LungProbit& f) {
                   return kEven - f.slope * std::log(f.pressure_ratio * dose.air_pressure_pa / p +
                                                     f.impulse_ratio * lung_impulse_unit_pa_s(dose) / i);
                 },
                 [&](const StructureProbit& f) {
                   return kEven - f.slope * std::log(std::pow(f.pressure_pa / p, f.pressure_exponent) +
                                                     std::pow(f.impulse_pa_s / i, f.impulse_exponent));
                 }},
      form);
}

std::optional<double> level_of(const ProbitForm& form, double probit_value, const PhysicalDose& dose) {
  using Level = std::optional<double>;
  const double i = dose.impulse_pa_s;
  const auto sum_of = [probit_value](double slope) { return std::exp((kEven - probit_value) / slope); };
  return std::visit(
      Overloaded{[&](const ThermalProbit& f) -> Level {
                   if (!(dose.exposure_s > 0.0)) return std::nullopt;
                   return std::exp(0.75 *
                                   (log_dose_of(f.a, f.b, probit_value) - std::log(f.dose_factor * dose.exposure_s)));
                 },
                 [&](const OverpressureProbit& f) -> Level { return std::exp(log_dose_of(f.a, f.b, probit_value)); },
                 [&](const ImpulseProbit& f) -> Level { return std::exp(log_dose_of(f.a, f.b, probit_value)); },
                 [&](const BodyProbit& f) -> Level {
                   if (!(i > 0.0)) return std::nullopt;
                   return (f.pressure_pa + f.pressure_impulse_pa2_s / i) / sum_of(f.slope);
                 },
                 [&](const LungProbit& f) {
                   const double rest = sum_of(f.slope) - f.impulse_ratio * lung_impulse_unit_pa_s(dose) / i;
                   return if_positive(f.pressure_ratio * dose.air_pressure_pa, rest);
                 },
                 [&](const StructureProbit& f) {
                   const double rest = sum_of(f.slope) - std::pow(f.impulse_pa_s / i, f.impulse_exponent);
                   return if_positive(f.pressure_pa, rest > 0.0 ? std::pow(rest, 1.0 / f.pressure_exponent) : 0.0);
                 }},
      form);
}

std::optional<Posture> posture_from(std::string_view name) {
  if (name == "side_on") return Posture::side_on;
  if (name == "standing") return Posture::standing;
  if (name == "reflected") return Posture::reflected;
  return std::nullopt;
}

PhysicalDose on_body(const PhysicalDose& side_on, Posture posture) {
  const double p = side_on.overpressure_pa;
  if (posture == Posture::side_on || !(p > 0.0)) return side_on;
  const double pressed = posture == Posture::reflected ? shock_reflected_pa(p) : p + shock_dynamic_pressure_pa(p);
  PhysicalDose dose = side_on;
  dose.overpressure_pa = pressed;
  dose.impulse_pa_s *= pressed / p;
  return dose;
}

}  // namespace sise
