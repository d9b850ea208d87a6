// The forms in which vulnerability functions for heat and blast are published, each a type of its own with the units of
// its constants fixed: a constant of one form cannot be used in another.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"
#include "models/harm/probit.hpp"

namespace sise {

/// Y = a + b ln(i) with the impulse i in Pa s.
struct ImpulseProbit {
  double a = 0.0;
  double b = 0.0;

  bool operator==(const ImpulseProbit&) const = default;
};

/// Whole-body displacement and head impact (CPR 16E ch. 3): Y = 5 - slope ln(pressure/p + pressure_impulse/(p i)).
struct BodyProbit {
  double slope = 0.0;
  double pressure_pa = 0.0;
  double pressure_impulse_pa2_s = 0.0;

  bool operator==(const BodyProbit&) const = default;
};

/// Lung damage (CPR 16E ch. 3, after Bowen): Y = 5 - slope ln(pressure_ratio/p' + impulse_ratio/i'),
/// p' = p/p0, i' = i/(p0^(1/2) m^(1/3)) with the air pressure p0 and the body's mass m.
struct LungProbit {
  double slope = 0.0;
  double pressure_ratio = 0.0;
  double impulse_ratio = 0.0;

  bool operator==(const LungProbit&) const = default;
};

/// Damage to buildings (CPR 16E ch. 3): Y = 5 - slope ln((pressure/p)^pressure_exponent + (impulse/i)^impulse_exponent).
struct StructureProbit {
  double slope = 0.0;
  double pressure_pa = 0.0;
  double pressure_exponent = 1.0;
  double impulse_pa_s = 0.0;
  double impulse_exponent = 1.0;

  bool operator==(const StructureProbit&) const = default;
};

using ProbitForm =
    std::variant<ThermalProbit, OverpressureProbit, ImpulseProbit, BodyProbit, LungProbit, StructureProbit>;

/// One published vulnerability function: what happens, and how likely it is.
struct DoseResponse {
  std::string id;  ///< "eardrum"
  Text title;
  ProbitForm form;
  std::string source;
  Confidence confidence = Confidence::recalled;

  bool operator==(const DoseResponse&) const = default;
};

/// What acts. The pressure is the one on the body or the building: side-on, or see pressure_on_body.
struct PhysicalDose {
  double radiation_w_m2 = 0.0;
  double exposure_s = 0.0;
  double overpressure_pa = 0.0;
  double impulse_pa_s = 0.0;
  double air_pressure_pa = 101325.0;
  double body_mass_kg = 70.0;  ///< an adult; CPR 16E takes 55 for a woman, 25 for a child, 5 for a baby (recalled)
};

/// What a form is a function of.
enum class DoseKind { radiation, overpressure, impulse, overpressure_and_impulse };

[[nodiscard]] DoseKind kind_of(const ProbitForm& form);
[[nodiscard]] bool needs_impulse(const ProbitForm& form);

/// Minus infinity for a dose of nothing.
[[nodiscard]] double probit_of(const ProbitForm& form, const PhysicalDose& dose);

/// The level at which the probit has a value while the rest of the dose stays: radiation in W/m2 for an exposure,
/// overpressure in Pa for an impulse, impulse in Pa s for a form that knows nothing else. nullopt: no level does it,
/// the impulse being too small for any pressure.
[[nodiscard]] std::optional<double> level_of(const ProbitForm& form, double probit_value, const PhysicalDose& dose);

/// How a person faces the shock: pressed from the side, standing in the wind behind the front (side-on and dynamic
/// pressure), or before a wall that reflects it (CPR 16E ch. 3).
enum class Posture { side_on, standing, reflected };

[[nodiscard]] std::optional<Posture> posture_from(std::string_view name);

/// The same shock as it acts on a body in this posture; the impulse grows as the pressure does, the pulse keeping its
/// length.
[[nodiscard]] PhysicalDose on_body(const PhysicalDose& side_on, Posture posture);

}  // namespace sise
