// How a proposal is checked, rule by rule. Not for use outside decision.
#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "core/decision/enterprises.hpp"
#include "core/decision/parcel_risk.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/decision/review.hpp"
#include "core/rating/four_colour_map.hpp"

namespace sise {

// A decision rests on a check whose value is at least this share of its limit. Of the others only the largest is listed,
// for information. A passive plume may be wrong by more than a blast curve, so its share is the smaller.
inline constexpr double decisive_risk_share = 0.01;
inline constexpr double decisive_pressure_share = 0.1;

// Nobody computes what a passed check far below its limit may become: the widest default makes accidents ten times as frequent.
inline constexpr double kAskedShare = 0.1;

/// Units that one table of limits judges together.
struct RiskGroup {
  enum class Kind { enterprise, all_units, all_new_units };
  Kind kind = Kind::enterprise;
  const LimitTable* table = nullptr;
  std::string enterprise;
};

/// What every proposal of a review is judged against, worked out once.
struct ReviewContext {
  /// `without`: units that are taken for closed.
  ReviewContext(const Assessment& of, const WarningBrackets& warning_brackets, std::set<std::size_t> without = {});

  const Assessment& assessment;
  const Study& study;
  const WarningBrackets& brackets;
  std::set<std::size_t> closed;                          ///< units that count for nothing
  std::vector<Chain> basis;                              ///< per unit
  std::vector<RiskGroup> groups;                         ///< per enterprise, which is the legal test; then all together
  std::vector<std::vector<std::size_t>> units_of_group;  ///< in the order of `groups`
  FourColourMap map;
  Geometry data;  ///< where there are data: the map's area, or the whole grid
};

/// One proposal against all that there is. Safe from many threads.
[[nodiscard]] Decision decision_on(const ReviewContext& context, const Proposal& proposal);

/// The largest and smallest risk of one of the context's groups on a shape, as decision_on() finds it.
[[nodiscard]] ParcelRisk risk_on(const ReviewContext& context, const Geometry& geometry, std::size_t group);

/// A check against the limit of the target's class; its value is not known yet.
[[nodiscard]] ReviewCheck check_against(const LimitTable& table, const Target& target, const Criteria& criteria);

/// Sets value, margin and whether the limit is kept, on the whole of the target or on a part.
void set_value(ReviewCheck& check, double largest, double smallest, const Target& target);

/// "WHAT is 1.4×10⁻⁵ per year, 4.8 times the limit (3×10⁻⁶ per year for CLASS; TITLE, CLAUSE [id])".
[[nodiscard]] Text sentence(const ReviewCheck& check, const Text& what, TargetClass target_class);

/// Individual risk per enterprise, which is the legal test: all its units on the scale of what exists, its new units on
/// the scale of what is new. `risks` stand in the order of the context's groups. Checks that are too far from their limit to
/// be listed hold their value and limit alone.
[[nodiscard]] std::vector<ReviewCheck> enterprise_checks(const ReviewContext& context, const Target& target,
                                                         const std::vector<ParcelRisk>& risks);
/// Individual risk of all enterprises together, as the map shows it; decides only where the project says so.
[[nodiscard]] std::vector<ReviewCheck> cumulative_checks(const ReviewContext& context, const Target& target,
                                                         const std::vector<ParcelRisk>& risks);

/// "at target 'T045' (primary school)", "在防护目标“T045”(实验小学)处".
[[nodiscard]] Text at_target(const Target& target);

/// Overpressure of one charge on a shape: largest at the nearest point, smallest at the farthest vertex. `where` is told where
/// the shape is not what the reader asks about: at_target().
[[nodiscard]] ReviewCheck charge_check(const ReviewContext& context, const Unit& unit, const UnitStatus& status,
                                       const Target& target, const Text& where = {});
/// Checks that are too far from their limit to be listed hold a value and the limit alone; of several the largest value is
/// true, the others are at most that.
[[nodiscard]] std::vector<ReviewCheck> overpressure_checks(const ReviewContext& context, const Target& target);

/// Units near the parcel that could not be computed: they may not count as harmless.
[[nodiscard]] std::vector<ReviewCheck> incomplete_checks(const ReviewContext& context, const Geometry& parcel);
/// A building that rises above the height at which risk is computed, near units whose clouds or flames may be worse up there:
/// of the checks that are passed, the first such contributor of each.
[[nodiscard]] std::vector<ReviewCheck> height_checks(const ReviewContext& context, const Target& target,
                                                     const std::vector<ReviewCheck>& checks);
/// What a proposed unit lacks, and that no rule is held for it where that is so.
[[nodiscard]] std::vector<ReviewCheck> missing_data_checks(const ReviewContext& context, const Unit& unit,
                                                           const UnitStatus& status);

/// The risk at a place as if every accident of a unit with warnings reached farther by their factor. NaN where a
/// warning has no factor.
[[nodiscard]] double bracketed_risk(const ReviewContext& context, Point place, const std::vector<std::size_t>& units);

/// What a proposed unit puts on protected targets, the target being the check's subject: its own risk on the scale of what is
/// new, and where that matters the risk of its enterprise with it. Checks that are too far from their limit to be listed hold
/// their value and limit alone. Units that it replaces do not count. It needs a maker.
[[nodiscard]] std::vector<ReviewCheck> own_risk_checks(const ReviewContext& context, const Proposal& proposal,
                                                       const std::vector<Target>& targets);
/// The overpressure of its charge at protected targets.
[[nodiscard]] std::vector<ReviewCheck> own_charge_checks(const ReviewContext& context, const Unit& unit,
                                                         const UnitStatus& status, const std::vector<Target>& targets);
/// How many scenarios follow from its record, and what was assumed.
[[nodiscard]] Text how_made(const ProposedUnit& own);
/// What decision_on() finds of a proposed unit at these targets; what it lacks aside.
[[nodiscard]] std::vector<ReviewCheck> checks_of_unit(const ReviewContext& context, const Proposal& proposal,
                                                      const UnitStatus& status, const std::vector<Target>& targets,
                                                      Decision& decision);
/// Its status, by its generated scenarios where they are made.
[[nodiscard]] UnitStatus status_of_proposal(const ReviewContext& context, const Proposal& proposal);

/// The least that the risk of a unit at a place may be for its warnings: as if its accidents reached less far by their factor,
/// and those that may go one of two ways all went the milder. NaN where a warning has no bracket.
[[nodiscard]] double least_risk(const Assessment& assessment, const WarningBrackets& brackets, std::size_t unit,
                                Point place);
/// The same of several units of the context together.
[[nodiscard]] double least_risk(const ReviewContext& context, Point place, const std::vector<std::size_t>& units);
/// Tells a breach that has warnings the least value that they leave possible.
void set_low(ReviewCheck& check, double low);
/// Tells a passed check that has warnings the largest.
void set_bracket(ReviewCheck& check, double bracket);

/// Keeps the checks whose value is at least this share of its limit, the closest one always; the others are counted.
void keep_those_that_matter(std::vector<ReviewCheck>& checks, double decisive_share, Decision& decision);

}  // namespace sise
