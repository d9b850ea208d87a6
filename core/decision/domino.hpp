// Which unit's fire or explosion may bring down which other unit: a screening of pairs, not a verdict.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/effects/effect.hpp"
#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A heat or an overpressure from which equipment of some kinds may fail.
struct DominoLevel {
  EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  double value = 0.0;
  std::vector<UnitKind> kinds;  ///< empty: any
};

struct DominoPack {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::vector<DominoLevel> levels;

  /// The lowest level for a kind of unit; nullopt: none.
  [[nodiscard]] std::optional<double> level_for(UnitKind kind, EffectQuantity quantity) const;
};

/// One unit within reach of another's accident.
struct DominoPair {
  std::string source_unit_id;
  std::string case_id;
  std::string target_unit_id;
  EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  double value = 0.0;       ///< at the target, in the worst weather and direction; NaN inside a curve's inner edge
  double threshold = 0.0;   ///< of the target's kind
  double distance_m = 0.0;  ///< edge to edge
  double reach_m = 0.0;     ///< how far the threshold reaches
};

/// A scenario that could not be screened, and why.
struct NotScreened {
  std::string unit_id;
  std::string case_id;
  Text reason;
};

struct DominoScreening {
  std::vector<DominoPair> pairs;  ///< of each pair of units and each quantity the worst case, worst first
  std::vector<NotScreened> not_screened;
};

/// Every fire and explosion of every unit against every other unit, with the wind blowing whichever way is worst, in every
/// weather of the rose. Explosive units without an explosion scenario explode with the charge of their inventory.
/// Throws Interrupted.
[[nodiscard]] DominoScreening domino_screening(const Assessment& assessment, const DominoPack& pack,
                                               Progress* progress = nullptr);

}  // namespace sise
