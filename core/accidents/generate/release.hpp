// From a case of a part to what leaves it: how much, how fast, how long, and what the wind or a fire makes of it.
#pragma once
#include <optional>

#include "core/accidents/generate/frequency_pack.hpp"
#include "core/accidents/generate/part.hpp"

namespace sise {

/// What leaves a part.
struct PartRelease {
  bool at_once = false;
  double mass_kg = 0.0;             ///< released in all
  double rate_kg_s = 0.0;           ///< of a release that takes its time
  double duration_s = 0.0;          ///< of the same
  double hole_m = 0.0;              ///< 0: none
  std::optional<double> pool_m2{};  ///< of a liquid that lies on the ground
};

/// Vapour that the wind carries.
struct VapourRelease {
  double rate_kg_s = 0.0;
  double duration_s = 0.0;
  double mass_kg = 0.0;
};

/// The hole of a case, never wider than the part's bore; 0 for a case without one.
[[nodiscard]] double hole_of(const FrequencyCase& one, const Part& part);

/// Liquid by Bernoulli (Cd 0.62), gas by HJ 169-2018 F.2 (Cd 1.0), liquefied gas through a pipe by HJ 169-2018 F.5 (Cd 0.8),
/// through a hole in a vessel as the liquid that it still is. At most all that is there, and no longer than `longest_s` or
/// `stop_s`; of a line with block valves what has flowed until `stop_s` and the content of a section. Throws ModelError
/// for a property that the substance lacks.
[[nodiscard]] PartRelease release_of(const FrequencyCase& one, const Part& part, double longest_s,
                                     std::optional<double> stop_s, const UnitRecord& record);

/// Of a gas or liquefied gas all that leaves; of a pool what evaporates.
[[nodiscard]] VapourRelease vapour_of(const PartRelease& release, const Part& part, double longest_s,
                                      const UnitRecord& record);

/// "1.38 kg/s for 1800 s through 10 mm".
[[nodiscard]] Text words_for(const PartRelease& release);

}  // namespace sise
