#include "core/decision/societal_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/extend_list.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/decision/verdict.hpp"
#include "core/grid/stage_part.hpp"

namespace sise {
namespace {

constexpr const char* kNotJudged = "sise.societal_risk_not_judged";
constexpr std::size_t kAtOnce = 500;  // proposals whose curves are held together

ReviewCheck check_of(const FnCriterion& criterion, const std::string& part, const std::string& enterprise) {
  ReviewCheck check;
  check.rule_id = criterion.rule_id + part;
  check.rule = criterion.title;
  check.clause = {criterion.source, criterion.source};
  check.source = criterion.source;
  check.subject = enterprise;
  check.quantity = "frequency_of_n_or_more_deaths";
  check.unit = "1/yr";
  return check;
}

/// "1.2×10⁻⁵ per year without it"; nothing is said of a curve that did not reach so far.
Text without_it(const std::vector<FnStep>& before, double deaths) {
  const double was = frequency_of_at_least(before, deaths);
  if (!(was > 0.0)) return {"never without it", "无本项目时不发生"};
  const Text words = readable(was, "1/yr", 2);
  return {words.en + " without it", "无本项目时为" + words.zh};
}

Text against_line(const FnWorst& worst, const SocietalChange& change, const ReviewCheck& check) {
  const Compared words = compared(worst.per_year, worst.limit, "1/yr");
  const Text before = without_it(*change.before, worst.deaths);
  return {
      fmt::format("with it, accidents of '{}' kill {:.3g} or more {} ({}), {} ({}; {} [{}])", change.name, worst.deaths,
                  words.value.en, before.en, words.ratio.en, words.limit.en, check.rule.en, check.rule_id),
      fmt::format("建成后“{}”的事故致 {:.3g} 人及以上死亡的频率为{}({}),{}(上限{};{}〔{}〕)", change.name, worst.deaths,
                  words.value.zh, before.zh, words.ratio.zh, words.limit.zh, check.rule.zh, check.rule_id)};
}

ReviewCheck upper_check(const FnCriterion& criterion, const SocietalChange& change, const FnWorst& worst,
                        Chain rests_on) {
  ReviewCheck check = check_of(criterion, ".upper", change.name);
  check.rests_on = std::move(rests_on);
  check.value = worst.per_year;
  check.limit = worst.limit;
  check.margin = worst.limit - worst.per_year;
  check.passed = !exceeds(worst.per_year, worst.limit);
  check.text = against_line(worst, change, check);
  return check;
}

ReviewCheck beyond_check(const FnCriterion& criterion, const SocietalChange& change, Chain rests_on) {
  ReviewCheck check = check_of(criterion, ".n_max", change.name);
  check.rests_on = std::move(rests_on);
  check.rests_on.push_back({criterion.rule_id + ".n_max",
                            {"the largest number of deaths", "死亡人数上限"},
                            criterion.largest_n->source,
                            criterion.largest_n->confidence});
  check.quantity = "deaths";
  check.unit = "1";
  check.value = change.after.back().deaths;
  check.limit = criterion.largest_n->value;
  check.margin = check.limit - check.value;
  check.passed = false;
  const double before = change.before->empty() ? 0.0 : change.before->back().deaths;
  check.text = {
      fmt::format("with it, an accident of '{}' may kill {:.0f} ({:.0f} without it), more than the {:.0f} that are "
                  "acceptable at any frequency ({} [{}])",
                  change.name, check.value, before, check.limit, check.rule.en, check.rule_id),
      fmt::format("建成后“{}”的事故最多可致 {:.0f} 人死亡(无本项目时为 {:.0f} 人),超过任何频率下均不可接受的 {:.0f} 人"
                  "({}〔{}〕)",
                  change.name, check.value, before, check.limit, check.rule.zh, check.rule_id)};
  return check;
}

/// Where a measure would act most: "; unit 'U1' makes 80 % of them, without it 2×10⁻⁴ per year are left".
Text most_of_it(const SocietalChange& change) {
  if (change.units.empty()) return {};
  const Contributor& most = change.units.front();
  const Text left = readable(std::max(0.0, 1.0 - most.share) * change.expected_after, "1/yr", 3);
  return {fmt::format("; unit '{}' makes {:.0f} % of them, without it {} are left", most.unit_id, 100.0 * most.share,
                      left.en),
          fmt::format(";其中单元“{}”占 {:.0f}%,无该单元则为{}", most.unit_id, 100.0 * most.share, left.zh)};
}

/// A rise in the band has no limit of its own: measures must be shown, whatever the office confirms.
ReviewCheck band_check(const FnCriterion& criterion, const std::string& enterprise, const SocietalChange& change) {
  ReviewCheck check = check_of(criterion, ".alarp_raised", enterprise);
  check.quantity = "expected_deaths_per_year";
  check.value = change.expected_after;
  check.smallest = change.expected_before;
  check.passed = false;
  check.contributors = change.units;
  if (!change.units.empty()) check.governing_unit = change.units.front().unit_id;
  const Text before = readable(change.expected_before, "1/yr", 3);
  const Text after = readable(change.expected_after, "1/yr", 3);
  const Text most = most_of_it(change);
  check.text = {
      fmt::format("societal risk of '{}' lies in the band between the lines and rises with the proposal (expected "
                  "deaths {} before, {} after{}): reasonably practicable measures must be shown [{}]",
                  enterprise, before.en, after.en, most.en, check.rule_id),
      fmt::format(
          "“{}”的社会风险处于尽可能降低区且因本项目上升(预期死亡人数由{}升至{}{}):须论证合理可行的降低措施〔{}〕",
          enterprise, before.zh, after.zh, most.zh, check.rule_id)};
  return check;
}

/// A check of societal risk that is not passed.
bool is_open(const ReviewCheck& check, const FnCriterion& criterion) {
  return check.rule_id.starts_with(criterion.rule_id + ".") && !check.passed;
}

/// Nobody may take the silence for harmlessness.
Text of_an_unknown_unit() {
  return {"societal risk of this unit is not computed, because its accidents are not",
          "未计算该单元的社会风险:其事故情景未能计算"};
}

Text of_an_excluded_unit(const Exclusion& excluded) {
  const std::string& code = excluded.governed_by;
  return {"societal risk of this unit is not judged: the rule pack does not cover it (" + excluded.reason.en + ")" +
              (code.empty() ? "" : "; " + code + " does"),
          "未判定该单元的社会风险:规则包不适用(" + excluded.reason.zh + ")" + (code.empty() ? "" : ";应按 " + code)};
}

/// What the deaths after a change rest on.
Chain basis_of(const SocietalStudy& study, const FnCriterion& criterion, const SocietalChange& change) {
  const std::vector<std::size_t> units =
      change.enterprise ? study.enterprises()[*change.enterprise].computed : std::vector<std::size_t>{};
  Chain chain = study.rests_on(units, criterion);
  extend(chain, change.added);
  return chain;
}

void judge_people(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<Proposal>& proposals,
                  const std::vector<std::size_t>& asked, std::vector<Decision>& decisions, Progress* progress) {
  for (std::size_t from = 0; from < asked.size(); from += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, asked.size() - from);
    StagePart part(progress, static_cast<double>(from) / static_cast<double>(asked.size()),
                   static_cast<double>(from + count) / static_cast<double>(asked.size()));
    std::vector<PeopleTree> people;
    for (std::size_t k = 0; k < count; ++k) people.emplace_back(people_on(proposals[asked[from + k]].target));
    const std::vector<std::vector<SocietalChange>> changes = changes_by_people(study, people, &part);
    for (std::size_t k = 0; k < count; ++k) {
      Decision& decision = decisions[asked[from + k]];
      std::erase_if(decision.checks, [](const ReviewCheck& check) { return check.rule_id == kNotJudged; });
      judge_changes(study, criterion, changes[k],
                    {"expected deaths by the enterprises that reach it", "可波及本项目的企业的预期死亡人数"}, decision);
      decide(decision);
    }
  }
}

void judge_units(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<Proposal>& proposals,
                 const std::vector<std::size_t>& asked, std::vector<Decision>& decisions, Progress* progress) {
  std::vector<const Proposal*> units;
  units.reserve(asked.size());
  for (const std::size_t i : asked) units.push_back(&proposals[i]);
  const std::vector<SocietalChange> changes = changes_by_units(study, units, progress);
  for (std::size_t k = 0; k < asked.size(); ++k) {
    Decision& decision = decisions[asked[k]];
    judge_changes(study, criterion, {changes[k]},
                  {"expected deaths by its enterprise '" + changes[k].name + "'",
                   "所属企业“" + changes[k].name + "”的预期死亡人数"},
                  decision);
    decide(decision);
  }
}

/// Whether a unit's curve can be asked for; else it is said why not.
bool has_curve(const SocietalStudy& study, const Proposal& proposal, Decision& decision) {
  const Unit& unit = proposal.unit;
  const RulePack& rules = study.assessment().study.criteria.rules;
  if (const Exclusion* excluded = exclusion_for(rules, unit.kind, unit.sector)) {
    decision.remarks.push_back(of_an_excluded_unit(*excluded));
    return false;
  }
  if (proposal.maker != nullptr && proposal.maker->of(unit)->status().computed) return true;
  decision.remarks.push_back(of_an_unknown_unit());
  return false;
}

}  // namespace

std::optional<FnWorst> worst_rise(const SocietalChange& change, const FnLine& line, const FnCriterion& criterion) {
  std::optional<FnWorst> worst;
  for (const FnStep& step : change.after) {
    if (step.deaths < criterion.fewest_deaths) continue;
    if (criterion.largest_n && step.deaths > criterion.largest_n->value) continue;
    if (!exceeds(step.at_least_per_year, frequency_of_at_least(*change.before, step.deaths))) continue;
    const FnWorst here{step.deaths, step.at_least_per_year, line.at(step.deaths)};
    if (!worst || here.ratio() > worst->ratio()) worst = here;
  }
  return worst;
}

void judge_changes(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<SocietalChange>& changes,
                   const Text& whose, Decision& decision) {
  const ReviewCheck* nearest = nullptr;
  ReviewCheck nearest_kept;
  const SocietalChange* most_raised = nullptr;
  double raised_ratio = 0.0;
  double before = 0.0;
  double after = 0.0;
  for (const SocietalChange& change : changes) {
    before += change.expected_before;
    after += change.expected_after;
    const std::optional<FnWorst> worst = worst_rise(change, criterion.upper, criterion);
    if (worst) {
      ReviewCheck check = upper_check(criterion, change, *worst, basis_of(study, criterion, change));
      if (!check.passed) {
        decision.checks.push_back(std::move(check));
      } else if (nearest == nullptr || check.share_of_limit() > nearest_kept.share_of_limit()) {
        nearest_kept = std::move(check);
        nearest = &nearest_kept;
      }
      if (rises_in_band(*change.before, change.after, criterion) && worst->ratio() > raised_ratio) {
        most_raised = &change;
        raised_ratio = worst->ratio();
      }
    }
    const bool more_than_most =
        criterion.largest_n && !change.after.empty() && exceeds(change.after.back().deaths, criterion.largest_n->value);
    const bool more_than_before =
        more_than_most && (change.before->empty() || exceeds(change.after.back().deaths, change.before->back().deaths));
    if (more_than_before) {
      decision.checks.push_back(beyond_check(criterion, change, basis_of(study, criterion, change)));
    }
  }
  if (nearest != nullptr) decision.checks.push_back(*nearest);
  if (most_raised != nullptr) {
    decision.checks.push_back(band_check(criterion, most_raised->name, *most_raised));
  }
  const Text from = readable(before, "1/yr", 3);
  const Text to = readable(after, "1/yr", 3);
  decision.remarks.push_back({fmt::format("{}: {} without it, {} with it", whose.en, from.en, to.en),
                              fmt::format("{}:无本项目{},有本项目{}", whose.zh, from.zh, to.zh)});
}

void add_societal_checks(const SocietalStudy& study, const FnCriterion& criterion,
                         const std::vector<Proposal>& proposals, std::vector<Decision>& decisions, Progress* progress) {
  std::vector<std::size_t> people;
  std::vector<std::size_t> units;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    if (decisions[i].verdict == Verdict::undecided) continue;
    if (proposals[i].kind == Proposal::Kind::unit) {
      if (has_curve(study, proposals[i], decisions[i])) {
        units.push_back(i);
      } else {
        decide(decisions[i]);  // tells why
      }
    } else if (proposals[i].target.people.value_or(0.0) > 0.0) {
      people.push_back(i);
    }
  }
  judge_people(study, criterion, proposals, people, decisions, progress);
  judge_units(study, criterion, proposals, units, decisions, progress);
}

bool breaks_societal_limit(const Decision& decision, const FnCriterion& criterion) {
  return std::any_of(decision.checks.begin(), decision.checks.end(),
                     [&](const ReviewCheck& check) { return is_open(check, criterion) && check.has_limit(); });
}

void prove_remedies(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<Decision>& decisions,
                    std::vector<std::vector<Remedy>>& remedies, Progress* progress) {
  std::vector<Proposal> changed;
  std::vector<Decision> answers;
  for (std::size_t i = 0; i < remedies.size(); ++i) {
    if (breaks_societal_limit(decisions[i], criterion)) {
      // The second review knew nothing of this limit: only a changed proposal can be asked again.
      std::erase_if(remedies[i], [](const Remedy& remedy) { return remedy.again == nullptr; });
    }
    const std::vector<ReviewCheck>& checks = decisions[i].checks;
    const bool raised =
        std::any_of(checks.begin(), checks.end(), [&](const ReviewCheck& check) { return is_open(check, criterion); });
    for (Remedy& remedy : remedies[i]) {
      if (remedy.again != nullptr) {
        changed.push_back(*remedy.again);
        answers.push_back(*remedy.answer);
      } else if (raised && remedy.verdict == Verdict::allow) {
        remedy = proven(std::move(remedy), Verdict::conditional);
      }
    }
  }
  add_societal_checks(study, criterion, changed, answers, progress);
  std::size_t next = 0;
  for (std::vector<Remedy>& found : remedies) {
    std::vector<Remedy> standing;
    for (Remedy& remedy : found) {
      if (remedy.again != nullptr) {
        const Decision& answer = answers[next++];
        if (answer.verdict == Verdict::undecided || breaks_a_limit(answer)) continue;
        remedy = proven(std::move(remedy), answer.verdict);
      }
      standing.push_back(std::move(remedy));
    }
    found = std::move(standing);
  }
}

std::int64_t societal_checks_bytes(const SocietalStudy& study, std::size_t proposals, int threads) {
  // A proposal's curve in a lot and in its enterprise; the steps of what every enterprise makes of it.
  const std::size_t at_once = std::min(kAtOnce, proposals);
  const std::size_t curves = (changes_lot + 1) * FnCurve::bytes();
  const std::size_t steps = study.enterprises().size() * FnCurve::bytes() / 3;
  const std::size_t work =
      static_cast<std::size_t>(std::min<int>(threads, static_cast<int>(changes_lot))) * study.risk().work_bytes();
  return static_cast<std::int64_t>(at_once * (curves + steps) + work + study.risk().people().bytes());
}

}  // namespace sise
