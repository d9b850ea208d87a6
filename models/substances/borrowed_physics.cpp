#include "models/substances/borrowed_physics.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sise {
namespace {

/// Beginnings of the names of physical properties.
constexpr std::array<std::string_view, 14> kPhysics{"molar_mass_",     "boiling_point_",  "melting_point_", "critical_",
                                                    "acentric_factor", "liquid_density_", "liquid_heat_",   "gas_",
                                                    "antoine_",        "heat_of_",        "lfl_",           "ufl_",
                                                    "burning_rate_",   "pool_emissive_"};

bool is_physics(std::string_view property) {
  return std::any_of(kPhysics.begin(), kPhysics.end(),
                     [property](std::string_view beginning) { return property.starts_with(beginning); });
}

}  // namespace

BorrowedPhysics::BorrowedPhysics(const Substance* substance, const SubstanceTable& substances) : own_(substance) {
  if (substance == nullptr || substance->surrogates.empty()) return;
  whole_ = *substance;
  for (const std::string& id : substance->surrogates) {
    const Substance* other = substances.find(id);
    if (other == nullptr) continue;
    for (const auto& [name, value] : other->properties) {
      if (is_physics(name) && whole_.properties.try_emplace(name, value).second) names_.push_back(name);
    }
  }
  std::sort(names_.begin(), names_.end());
}

}  // namespace sise
