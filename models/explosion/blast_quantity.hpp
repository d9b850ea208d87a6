// What a blast curve can tell about a place.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace sise {

enum class BlastQuantity {
  overpressure,            ///< side-on peak, Pa
  reflected_overpressure,  ///< peak on a wall that faces the charge, Pa
  dynamic_pressure,        ///< peak of the wind behind the shock, Pa
  impulse,                 ///< side-on, positive phase, Pa s
  reflected_impulse,       ///< Pa s
  arrival,                 ///< of the shock after the detonation, s
  duration,                ///< of the positive phase, s
  shock_speed,             ///< m/s
};

constexpr std::array<BlastQuantity, 8> kBlastQuantities{
    BlastQuantity::overpressure,      BlastQuantity::reflected_overpressure,
    BlastQuantity::dynamic_pressure,  BlastQuantity::impulse,
    BlastQuantity::reflected_impulse, BlastQuantity::arrival,
    BlastQuantity::duration,          BlastQuantity::shock_speed};

/// With the unit in the name, as in outputs: "overpressure_pa", "impulse_pa_s", "arrival_s", "shock_speed_m_s" ...
[[nodiscard]] std::string_view name_of(BlastQuantity quantity);
[[nodiscard]] std::optional<BlastQuantity> blast_quantity_from(std::string_view name);

}  // namespace sise
