// What a unit's risk rests on beside the user's own data.
#pragma once
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/criteria/rule_pack.hpp"
#include "core/study/completeness.hpp"
#include "core/study/study.hpp"
#include "core/study/target.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// What a unit's risk rests on moves the result where its share is at least this part of the limit.
inline constexpr double kMovingShare = 0.01;

/// Per unit of the study: the toxicity of every substance that its scenarios release, the harm pack, and what generated
/// scenarios rest on.
[[nodiscard]] std::vector<Chain> risk_basis(const Study& study, const SubstanceTable& substances);

/// Links of generated scenarios with what the office confirmed of them; each has a range that can be asked.
[[nodiscard]] Chain generated_links(const Chain& links, const Criteria& criteria);

/// "chlorine.toxicity": what the office confirms of a substance.
[[nodiscard]] std::string toxicity_id(std::string_view substance_id);

/// A link that the office may have confirmed by its id.
[[nodiscard]] Link with_confirmation(Link link, const Criteria& criteria);

/// The limit of a class, and how the target came to that class where the layer does not say it.
[[nodiscard]] Link limit_link(const LimitTable& table, TargetClass target_class, const Criteria& criteria);
[[nodiscard]] Chain class_links(const Target& target, const Criteria& criteria);
/// The curve that the overpressure rule prescribes, and the TNT equivalence where the inventory makes the charge.
[[nodiscard]] Chain charge_links(const ExplosiveCharge& charge, const Unit& unit, const Criteria& criteria);

}  // namespace sise
