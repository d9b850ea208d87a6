// What makes two accidents, or two units, the same to a kernel.
#pragma once
#include <string>

#include "core/accidents/risk_inputs.hpp"

namespace sise {

/// Equal for effects that do the same around their source, how often they happen aside.
[[nodiscard]] std::string effects_key(const RiskCase& c);

/// Equal for releases that one model carries from one height.
[[nodiscard]] std::string carried_key(const ToxicRelease& release);
/// Everything about a release but what it does to people.
[[nodiscard]] std::string release_key(const ToxicRelease& release);

/// Equal for units with the same cases in the same order.
[[nodiscard]] std::string unit_key(const RiskUnit& unit);

/// Wind, air, models and harm are the same: what is equal in content is then equal in what it does, and may be shared.
[[nodiscard]] bool same_surroundings(const RiskInputs& a, const RiskInputs& b);

}  // namespace sise
