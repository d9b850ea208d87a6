// What each default that the scenario generator took does to the result: the risk at the target that governs a unit, with the
// default's low and its high value, computed anew.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/accidents/generate/generate.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"

namespace sise {

/// Individual risk of one unit at one place, per year.
struct DefaultEffect {
  std::string id;  ///< of the default
  std::string target_id;
  double risk_per_year = 0.0;  ///< with the default as it is
  double at_low_per_year = 0.0;
  double at_high_per_year = 0.0;
};

/// One list per trace of the generation, in its order; empty for a unit without scenarios or defaults, for one that reaches no
/// protected target, and for all where the study has none. The governing target is the one where the unit's own risk is the
/// largest share of the limit on the unit's own scale. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<std::vector<DefaultEffect>> default_effects(
    const Study& study, const SubstanceTable& substances, const Projection& projection, const GeneratorData& data,
    const Generation& generation, Progress* progress = nullptr);

}  // namespace sise
