#include "models/harm/harm_pack.hpp"

#include <algorithm>

namespace sise {

const DoseResponse* HarmPack::effect(std::string_view effect_id) const {
  for (const DoseResponse& known : effects) {
    if (known.id == effect_id) return &known;
  }
  return nullptr;
}

bool HarmPack::blast_death_needs_impulse() const {
  return std::any_of(blast_death.begin(), blast_death.end(),
                     [this](const std::string& effect_id) { return needs_impulse(effect(effect_id)->form); });
}

}  // namespace sise
