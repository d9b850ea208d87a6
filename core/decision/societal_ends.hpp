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

/// The curve of an enterprise as it stands, at that end: one or two. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<std::vector<FnStep>> standing_at_end(const SocietalStudy& study, std::size_t enterprise,
                                                               DataEnd end, const Progress* progress);
/// The same with its dense clouds mixed as another model has it.
[[nodiscard]] std::vector<FnStep> standing_mixed_otherwise(const SocietalStudy& study, std::size_t enterprise,
                                                           const Progress* progress);

/// A dense cloud is among the accidents of the enterprise.
[[nodiscard]] bool mixing_concerns(const SocietalStudy& study, std::size_t enterprise);
/// As people_at_end(), with dense clouds mixed as another model has it.
[[nodiscard]] std::vector<CurvePair> people_mixed_otherwise(const SocietalStudy& study, std::size_t enterprise,
                                                            std::span<const ExtraPeople> people, Progress* progress);
/// As unit_at_end(); none: neither the unit nor its enterprise has a dense cloud.
[[nodiscard]] std::optional<CurvePair> unit_mixed_otherwise(const SocietalStudy& study, const Proposal& unit,
                                                            Progress* progress);

}  // namespace sise
