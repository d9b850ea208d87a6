#include "models/explosion/blast_quantity.hpp"

#include <cstddef>

namespace sise {
namespace {

// In the order of BlastQuantity.
constexpr std::array<std::string_view, 8> kQuantityNames{"overpressure_pa",
                                                         "reflected_overpressure_pa",
                                                         "dynamic_pressure_pa",
                                                         "impulse_pa_s",
                                                         "reflected_impulse_pa_s",
                                                         "arrival_s",
                                                         "duration_s",
                                                         "shock_speed_m_s"};

}  // namespace

std::string_view name_of(BlastQuantity quantity) { return kQuantityNames.at(static_cast<std::size_t>(quantity)); }

std::optional<BlastQuantity> blast_quantity_from(std::string_view name) {
  for (const BlastQuantity quantity : kBlastQuantities) {
    if (name_of(quantity) == name) return quantity;
  }
  return std::nullopt;
}

}  // namespace sise
