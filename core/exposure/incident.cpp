#include "core/exposure/incident.hpp"

namespace sise {

std::string_view name_of(HazardQuantity quantity) {
  return quantity == HazardQuantity::overpressure_pa ? "overpressure_pa" : "concentration_kg_m3";
}

}  // namespace sise
