// What proposals do to the F-N curves of enterprises: with and without them, from one set of outcomes.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/decision/review.hpp"
#include "core/decision/societal_study.hpp"
#include "core/grid/progress.hpp"

namespace sise {

/// One enterprise without and with what is proposed.
struct CurvePair {
  std::vector<FnStep> before, after;
};

struct SocietalChange {
  std::optional<std::size_t> enterprise;  ///< index into the study's; none: it has no unit there yet
  std::string name;
  std::shared_ptr<const std::vector<FnStep>> before;  ///< one for all proposals
  std::vector<FnStep> after;
  double expected_before = 0.0;  ///< deaths a year
  double expected_after = 0.0;
  std::vector<Contributor> units;  ///< the three with most of the deaths after, and their shares
  Chain added;                     ///< what a proposed unit's accidents rest on
  /// With the recalled values behind generated scenarios at one end of their ranges; empty: nobody asked.
  std::vector<CurvePair> milder{}, stricter{};
  /// With its dense clouds mixed as another model has it (OtherMixing); none: nobody asked.
  std::optional<CurvePair> mixed_otherwise{};
};

/// Units of an enterprise that are counted at once: each holds a curve per proposal that it reaches.
inline constexpr std::size_t changes_lot = 4;

/// How many come with a development: the people stated for it, else its largest shift; or its crowd in the open air, where
/// that is more.
[[nodiscard]] double people_of(const Proposal& proposal);

/// They, spread over the ground that it takes: outdoors where it is the crowd, else as the population is. Of an event for as
/// long as it lasts. `day_fraction`: of the time, that is day.
[[nodiscard]] ExtraPeople people_on(const Proposal& proposal, double day_fraction);

/// Per people that come on top, each by themselves: the change of every enterprise with an accident that kills any of
/// them. Enterprises that reach nobody are not counted at all. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<std::vector<SocietalChange>> changes_by_people(const SocietalStudy& study,
                                                                         std::span<const ExtraPeople> people,
                                                                         Progress* progress);

/// Per proposed unit, which needs a maker and to be computed: its enterprise as it stands, and with the unit and
/// without those that it replaces. Its enterprise's own ground is left out as for the units that stand. Throws
/// ModelError, Interrupted.
[[nodiscard]] std::vector<SocietalChange> changes_by_units(const SocietalStudy& study,
                                                           std::span<const Proposal* const> units, Progress* progress);

}  // namespace sise
