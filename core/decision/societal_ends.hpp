// F-N curves as they would be if the recalled values behind generated scenarios lay at the ends of their ranges. Not for use
// outside decision.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/accidents/generate/data_end.hpp"
#include "core/decision/societal_changes.hpp"

namespace sise {

/// What one enterprise's accidents do at that end, per people whom they are asked about: a pair of curves, or two where it
/// depends on the place which end of a value is the milder one. Units of which nobody can tell stay as they are. Throws
/// ModelError, Interrupted.
[[nodiscard]] std::vector<std::vector<CurvePair>> people_at_end(const SocietalStudy& study, std::size_t enterprise,
                                                                std::span<const ExtraPeople> people, DataEnd end,
                                                                Progress* progress);

/// The same of the enterprise of a proposed unit, without and with it.
[[nodiscard]] std::vector<CurvePair> unit_at_end(const SocietalStudy& study, const Proposal& unit, DataEnd end,
                                                 Progress* progress);

}  // namespace sise
