#include "core/decision/rebuild.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/remedies.hpp"
#include "core/decision/risk_together.hpp"
#include "core/decision/room.hpp"
#include "core/geometry/places.hpp"

namespace sise {
namespace {

constexpr double kRebuildEdge_m = 1.0;

/// What reaches one target before and after: at the place where the two differ most to the worse, and the largest of each.
struct BeforeAndAfter {
  const Target* target = nullptr;
  const LimitTable* table = nullptr;
  double before = 0.0;
  double after = 0.0;
  bool worse = false;   ///< somewhere on the target
  bool better = false;  ///< where it is worst

  [[nodiscard]] double share_of_limit() const {
    return std::max(before, after) / table->of(target->target_class).value;
  }
};

/// Compares a proposed unit with those that it replaces, target by target.
class Comparison {
 public:
  Comparison(const ReviewContext& context, const Proposal& proposal, const UnitStatus& status)
      : context_(context), proposal_(proposal), status_(status) {}

  [[nodiscard]] std::vector<BeforeAndAfter> on(const std::vector<Target>& targets) const {
    std::vector<BeforeAndAfter> found;
    for (const Target& target : targets) {
      if (!target.is_protected) continue;
      add(by_risk(target), found);
      add(by_charge(target), found);
    }
    return found;
  }

 private:
  static void add(std::optional<BeforeAndAfter> one, std::vector<BeforeAndAfter>& found) {
    if (one && (one->before > 0.0 || one->after > 0.0)) found.push_back(*one);
  }

  [[nodiscard]] std::optional<BeforeAndAfter> by_risk(const Target& target) const {
    if (proposal_.maker == nullptr || !status_.computed) return std::nullopt;
    const std::shared_ptr<const ProposedUnit> made = proposal_.maker->of(proposal_.unit);
    const RiskTogether together(context_, proposal_.unit, *made);
    if (!together.reaches(target.geometry) && !reached_before(target)) return std::nullopt;
    const std::vector<Point> places = places_on(target.geometry, context_.study.grid, kRebuildEdge_m);
    const std::vector<double> after = together.own_on(places);
    std::vector<double> before(places.size(), 0.0);
    const std::vector<std::size_t> standing = computed();
    if (!standing.empty()) context_.assessment.risk.risk_at(places, standing, before);
    BeforeAndAfter found{&target, &context_.study.criteria.rules.individual_risk_existing};
    const auto worst = static_cast<std::size_t>(std::max_element(after.begin(), after.end()) - after.begin());
    found.after = after[worst];
    found.before = *std::max_element(before.begin(), before.end());
    found.better = exceeds(before[worst], after[worst]);
    for (std::size_t i = 0; i < places.size(); ++i) found.worse = found.worse || exceeds(after[i], before[i]);
    return found;
  }

  [[nodiscard]] bool reached_before(const Target& target) const {
    const std::vector<std::size_t> units = computed();
    return std::any_of(units.begin(), units.end(), [&](std::size_t unit) {
      return distance_m(context_.study.units[unit].geometry, target.geometry) <= context_.assessment.risk.reach_m(unit);
    });
  }

  /// The replaced units whose accidents are computed.
  [[nodiscard]] std::vector<std::size_t> computed() const {
    std::vector<std::size_t> units = proposal_.replaces;
    std::erase_if(units, [&](std::size_t unit) { return !context_.assessment.statuses[unit].computed; });
    return units;
  }

  [[nodiscard]] std::optional<BeforeAndAfter> by_charge(const Target& target) const {
    if (!status_.explosive || !status_.charge) return std::nullopt;
    BeforeAndAfter found{&target, &context_.study.criteria.rules.overpressure};
    found.after = pressure(proposal_.unit, status_, target);
    for (const std::size_t unit : proposal_.replaces) {
      const UnitStatus& status = context_.assessment.statuses[unit];
      if (status.explosive && status.charge)
        found.before = std::max(found.before, pressure(context_.study.units[unit], status, target));
    }
    found.worse = exceeds(found.after, found.before);
    found.better = exceeds(found.before, found.after);
    return found;
  }

  [[nodiscard]] double pressure(const Unit& unit, const UnitStatus& status, const Target& target) const {
    const BlastCurve curve = blast_curve_from(context_.study.criteria.rules.blast_curve).value();
    const Point from = nearest_points(unit.geometry, target.geometry).first;
    return pressure_on(target.geometry, from, status.charge->tnt_kg, curve).pressure_pa;
  }

  const ReviewContext& context_;
  const Proposal& proposal_;
  const UnitStatus& status_;
};

std::string names_of(const ReviewContext& context, const Proposal& proposal) {
  std::string names;
  for (const std::size_t unit : proposal.replaces) {
    names += (names.empty() ? "'" : ", '") + context.study.units[unit].id + "'";
  }
  return names;
}

const BeforeAndAfter* largest(const std::vector<BeforeAndAfter>& found, bool worse_alone) {
  const BeforeAndAfter* most = nullptr;
  for (const BeforeAndAfter& one : found) {
    if (worse_alone && !one.worse) continue;
    if (most == nullptr || one.share_of_limit() > most->share_of_limit()) most = &one;
  }
  return most;
}

/// "at target 'T1' 4×10⁻⁵ per year before and 2×10⁻⁵ per year after".
Text in_words(const BeforeAndAfter& one) {
  constexpr int kDigits = 3;
  const auto [before, after] = told_apart(one.before, one.after, one.table->unit, kDigits);
  const Text where = at_target(*one.target);
  return {fmt::format("{} {} before and {} after", where.en, before.en, after.en),
          fmt::format("{}改造前{},改造后{}", where.zh, before.zh, after.zh)};
}

/// Every broken target gets better, and none worse.
bool improves(const std::vector<BeforeAndAfter>& found, const std::vector<ReviewCheck>& breaches) {
  if (std::any_of(found.begin(), found.end(), [](const BeforeAndAfter& one) { return one.worse; })) return false;
  return std::all_of(breaches.begin(), breaches.end(), [&](const ReviewCheck& check) {
    return std::any_of(found.begin(), found.end(), [&](const BeforeAndAfter& one) {
      return one.target->id == check.subject && one.table->unit == check.unit && one.better;
    });
  });
}

ReviewCheck not_sufficient(const Proposal& proposal, const std::string& names, const BeforeAndAfter& most) {
  ReviewCheck check;
  check.rule_id = kImprovementNotSufficient;
  check.rule = {"a rebuild that improves and is not sufficient", "改造有改善但仍不达标"};
  check.clause = {"Sise's own rule, after Article 22 of the law on the safety of hazardous chemicals",
                  "本程序规则,参照《危险化学品安全法》第二十二条"};
  check.source = "Sise's own rule";
  check.subject = proposal.id();
  check.governing_unit = proposal.id();
  check.quantity = "improvement";
  check.passed = false;
  const Text words = in_words(most);
  check.text = {
      fmt::format("it replaces {} and lowers what reaches the protected targets, nowhere raising it ({}), yet a limit "
                  "is still broken: as a rebuild it may be agreed to with a date by which the limit is kept ({} [{}])",
                  names, words.en, check.clause.en, check.rule_id),
      fmt::format(
          "替代{},各防护目标处的影响均不增加且有下降({}),但仍超出限值:作为改造可有条件同意,须限期达标({}〔{}〕)", names,
          words.zh, check.clause.zh, check.rule_id)};
  return check;
}

}  // namespace

void judge_rebuild(const ReviewContext& context, const Proposal& proposal, const UnitStatus& status,
                   const std::vector<Target>& targets, std::vector<ReviewCheck>& checks, Decision& decision) {
  const std::vector<BeforeAndAfter> found = Comparison(context, proposal, status).on(targets);
  const std::string names = names_of(context, proposal);
  const BeforeAndAfter* const most = largest(found, false);
  const BeforeAndAfter* const worse = largest(found, true);
  if (most != nullptr) {
    const Text words = in_words(worse != nullptr ? *worse : *most);
    decision.remarks.push_back(
        {fmt::format("it replaces {}, which count no more: {}{}", names, words.en,
                     worse != nullptr ? "; it raises what reaches this target" : ""),
         fmt::format("替代{},原单元不再计入:{}{}", names, words.zh, worse != nullptr ? ";该处影响上升" : "")});
  }
  std::vector<ReviewCheck> breaches;
  std::copy_if(checks.begin(), checks.end(), std::back_inserter(breaches), breaks_its_limit);
  if (breaches.empty() || most == nullptr || !improves(found, breaches)) return;
  for (ReviewCheck& check : checks) check.informative = check.informative || breaks_its_limit(check);
  checks.push_back(not_sufficient(proposal, names, *most));
}

}  // namespace sise
