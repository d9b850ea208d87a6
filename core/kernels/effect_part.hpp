// One case's fires and cloud explosions around its source, for one event a year: edges exact, the rest turned and tabulated.
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/effects/cloud_masses.hpp"
#include "core/kernels/effect_death.hpp"
#include "core/kernels/rims.hpp"
#include "core/kernels/rose_turn.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// A weather that fires and clouds feel, and how often the wind then blows to where.
struct TurningWeather {
  double speed_m_s = 0.0;
  Stability stability = Stability::D;
  std::size_t rose = 0;  ///< index of its density
};

/// The edges of a case, and how they lie to the wind.
struct CaseRims {
  Rims rims;
  bool turns = true;
  double own_bearing_deg = 0.0;  ///< where +x points, for what does not turn with the wind
};

/// The death around a source is cut in two: its jumps along the rims of flames, flammable clouds and lethal pressures,
/// and a remainder without jumps. Both are complete for one event a year, so that cases that differ in frequency alone
/// share one part.
struct EffectPart {
  std::shared_ptr<const CaseRims> edges;
  std::vector<float> remainder;  ///< by ring, then bearing node; per event
  double reach_m = 0.0;

  [[nodiscard]] std::size_t bytes() const { return edges->rims.bytes() + remainder.size() * sizeof(float); }
};

/// `roses` are indexed by the weathers. Throws ModelError where an effect cannot be computed. Stops as `progress` says.
[[nodiscard]] EffectPart effect_part(const RiskInputs& inputs, const RiskCase& c,
                                     std::span<const TurningWeather> weathers, std::span<const RoseTurn> roses,
                                     const CloudMasses& clouds);

/// Flames feel the speed of the wind alone when it is known at the height that bends them.
[[nodiscard]] bool feels_speed_alone(const RiskInputs& inputs, const RiskCase& c);

}  // namespace sise
