// Accidents that do the same whatever the wind: explosions on the unit, fireballs, jets along their own bearing.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "core/risk/societal/footprint.hpp"
#include "core/risk/societal/people_tree.hpp"

namespace sise {

/// Asked at the place of every piece of people, exactly.
struct StillEffect {
  double frequency_per_year = 0.0;
  double reach_m = 0.0;
  double axis_deg = 0.0;  ///< of the effect itself, clockwise from true north
  /// Of a person at x along the axis, y to its right.
  std::function<DayAndNight(double x_m, double y_m)> death;
};

/// The effect at a place where accidents start.
class StillThere {
 public:
  /// Keeps a reference. `convergence_deg`: bearing of grid north there.
  StillThere(const StillEffect& effect, double convergence_deg);

  [[nodiscard]] DayAndNight death(const PeoplePiece& piece) const {
    return effect_.death(piece.dx_m * east_ + piece.dy_m * north_, piece.dx_m * north_ - piece.dy_m * east_);
  }

 private:
  const StillEffect& effect_;
  double east_, north_;  ///< of the axis, on the grid
};

/// nullopt: the case has no such effect. Throws ModelError as the kernels do.
[[nodiscard]] std::optional<StillEffect> still_effect(const RiskInputs& inputs, const RiskCase& c,
                                                      const PeopleVulnerability& people, const PeopleIndoors& where);

}  // namespace sise
