// One unit against one target by one rule: the parts that the census of distances is made of.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/decision/distances.hpp"
#include "core/decision/enterprises.hpp"
#include "core/risk/assessment.hpp"
#include "core/risk/risk_search.hpp"

namespace sise {

/// The shortest line between a unit and a target, and the direction in which a required distance is measured.
struct Approach {
  Point from;
  Point to;
  Point towards;
  double actual_m = 0.0;
};

[[nodiscard]] Approach approach(const Geometry& unit, const Geometry& target);

/// Of new units the limits for new facilities, of others those for existing ones.
[[nodiscard]] const LimitTable& risk_limits(const RulePack& rules, const Unit& unit);

/// How far the unit's charge keeps the limit of each class of target; nullopt: the blast curve cannot say.
using RequiredByClass = std::array<std::optional<double>, std::tuple_size_v<decltype(LimitTable::by_class)>>;
[[nodiscard]] RequiredByClass required_by_charge(const RulePack& rules, double tnt_kg);

/// By the pressure of the unit's charge at the target; without a charge the check says what is missing.
[[nodiscard]] DistanceCheck overpressure_check(const Study& study, const UnitStatus& status, const Unit& unit,
                                               const Target& target, const Approach& way,
                                               const RequiredByClass& required);

/// By the risk of the whole enterprise. `at_target` is its maximum there, `basis` what each unit's risk rests on; the limit
/// is kept farther from the unit than `within_m`, and by each computed unit for its share beyond `reaches_m` where they are told
/// (share_reaches_m).
[[nodiscard]] DistanceCheck risk_check(const Assessment& assessment, const std::vector<Chain>& basis,
                                       const Enterprise& enterprise, const Unit& unit, const Target& target,
                                       const Approach& way, const RiskMaximum& at_target, double within_m,
                                       std::span<const double> reaches_m);

/// Of a unit that another code governs: no target, no distance, and why.
[[nodiscard]] DistanceCheck other_code_check(const Unit& unit, const Exclusion& exclusion);

}  // namespace sise
