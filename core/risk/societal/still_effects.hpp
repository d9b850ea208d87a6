// Accidents that do the same whatever the wind: explosions on the unit, fireballs, jets along their own bearing.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "core/risk/societal/footprint.hpp"

namespace sise {

/// Asked at the place of every piece of people, exactly.
struct StillEffect {
  double frequency_per_year = 0.0;
  double reach_m = 0.0;
  /// Of a person at (dx east, dy north) in grid axes.
  std::function<DayAndNight(double dx_m, double dy_m)> death;
};

/// nullopt: the case has no such effect. Throws ModelError as the kernels do.
[[nodiscard]] std::optional<StillEffect> still_effect(const RiskInputs& inputs, const RiskUnit& unit, const RiskCase& c,
                                                      const PeopleVulnerability& people, const PeopleIndoors& where);

}  // namespace sise
