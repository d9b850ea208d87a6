#include "models/harm/formula.hpp"

#include <fmt/core.h>

#include <array>

namespace sise {
namespace {

std::string text_of(const ThermalProbit& f) {
  const std::string factor = f.dose_factor == 1.0 ? "" : fmt::format("{:.6g} ", f.dose_factor);
  return fmt::format("Y = {:.6g} + {:.6g} ln({}q^(4/3) t), q W/m2, t s", f.a, f.b, factor);
}

std::string text_of(const OverpressureProbit& f) { return fmt::format("Y = {:.6g} + {:.6g} ln(p), p Pa", f.a, f.b); }

std::string text_of(const ImpulseProbit& f) { return fmt::format("Y = {:.6g} + {:.6g} ln(i), i Pa s", f.a, f.b); }

std::string text_of(const BodyProbit& f) {
  return fmt::format("Y = 5 - {:.6g} ln({:.6g}/p + {:.6g}/(p i)), p Pa, i Pa s", f.slope, f.pressure_pa,
                     f.pressure_impulse_pa2_s);
}

std::string text_of(const LungProbit& f) {
  return fmt::format("Y = 5 - {:.6g} ln({:.6g} p0/p + {:.6g} p0^(1/2) m^(1/3)/i), p, p0 Pa, i Pa s, m kg", f.slope,
                     f.pressure_ratio, f.impulse_ratio);
}

std::string text_of(const StructureProbit& f) {
  return fmt::format("Y = 5 - {:.6g} ln(({:.6g}/p)^{:.6g} + ({:.6g}/i)^{:.6g}), p Pa, i Pa s", f.slope, f.pressure_pa,
                     f.pressure_exponent, f.impulse_pa_s, f.impulse_exponent);
}

}  // namespace

std::string formula_text(const ProbitForm& form) {
  return std::visit([](const auto& f) { return text_of(f); }, form);
}

std::string_view form_name(const ProbitForm& form) {
  constexpr std::array<std::string_view, std::variant_size_v<ProbitForm>> kNames{"heat", "overpressure", "impulse",
                                                                                 "body", "lung",         "structure"};
  return kNames.at(form.index());
}

}  // namespace sise
