// A vessel that runs empty: time from mass, for every state that follows from what is left.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "models/release/release_history.hpp"

namespace sise {

/// What leaves a vessel, and how the vessel is, for one content.
struct VesselState {
  double rate_kg_s = 0.0;
  double pressure_Pa = 0.0;
  double temperature_K = 0.0;
  double vapour_fraction = 0.0;
};

/// dm/dt = -rate(m) from one content down to another. The rate is positive above `to_kg`; at `to_kg` it may vanish like
/// the square root of what still lies above it (a pressure that falls to ambient), or not at all (a level that reaches
/// the hole).
struct Depletion {
  double from_kg = 0.0;
  double to_kg = 0.0;
  /// By the mass above the end, content - to_kg, lest the last pascals drown in rounding.
  std::function<VesselState(double above_end_kg)> state;
  std::optional<double> stop_after_s{};  ///< a valve closes
  std::vector<double> also_at_s{};       ///< moments at which the history shall have a step of its own, ascending
};

/// The mass above the end is s^2, so that dt = 2 s ds / rate stays finite where the rate vanishes, and each step's time
/// is a quadrature: exact to 1e-10, whatever the number of steps.
[[nodiscard]] ReleaseHistory deplete(const Depletion& depletion);

}  // namespace sise
