#include "core/decision/societal_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/extend_list.hpp"
#include "core/decision/fn_checks.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/decision/societal_ends.hpp"
#include "core/decision/societal_range.hpp"
#include "core/decision/verdict.hpp"
#include "core/grid/stage_part.hpp"

namespace sise {
namespace {

constexpr const char* kNotJudged = "sise.societal_risk_not_judged";
constexpr std::size_t kAtOnce = 500;  // proposals whose curves are held together

std::optional<FnWorst> rise_against(const FnLine& line, const std::vector<FnStep>& before,
                                    const std::vector<FnStep>& after, const FnCriterion& criterion) {
  std::optional<FnWorst> worst;
  for (const FnStep& step : after) {
    if (step.deaths < criterion.fewest_deaths) continue;
    if (criterion.largest_n && step.deaths > criterion.largest_n->value) continue;
    if (!exceeds(step.at_least_per_year, frequency_of_at_least(before, step.deaths))) continue;
    const FnWorst here{step.deaths, step.at_least_per_year, line.at(step.deaths)};
    if (!worst || here.ratio() > worst->ratio()) worst = here;
  }
  return worst;
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

void judge_people(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<Proposal>& proposals,
                  const std::vector<std::size_t>& asked, std::vector<Decision>& decisions, Progress* progress) {
  for (std::size_t from = 0; from < asked.size(); from += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, asked.size() - from);
    StagePart part(progress, static_cast<double>(from) / static_cast<double>(asked.size()),
                   static_cast<double>(from + count) / static_cast<double>(asked.size()));
    const double day_fraction = study.assessment().study.population->day_fraction;
    std::vector<ExtraPeople> people;
    for (std::size_t k = 0; k < count; ++k) people.push_back(people_on(proposals[asked[from + k]], day_fraction));
    std::vector<std::vector<SocietalChange>> changes = changes_by_people(study, people, &part);
    ask_ends(study, criterion, people, changes, &part);
    ask_mixing(study, criterion, people, changes, &part);
    for (std::size_t k = 0; k < count; ++k) {
      Decision& decision = decisions[asked[from + k]];
      std::erase_if(decision.checks, [](const ReviewCheck& check) { return check.rule_id == kNotJudged; });
      judge_changes(study, criterion, changes[k],
                    {"expected deaths by the enterprises that reach it", "可波及本项目的企业的预期死亡人数"}, decision);
      decide(decision);
    }
  }
}

void ask_end(const SocietalStudy& study, const FnCriterion& criterion, const Proposal& unit, SocietalChange& change,
             Progress* progress) {
  const auto end = end_that_matters(study, criterion, change);
  if (end) (*end == DataEnd::milder ? change.milder : change.stricter) = unit_at_end(study, unit, *end, progress);
  if (mixing_may_matter(criterion, change)) change.mixed_otherwise = unit_mixed_otherwise(study, unit, progress);
}

void judge_units(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<Proposal>& proposals,
                 const std::vector<std::size_t>& asked, std::vector<Decision>& decisions, Progress* progress) {
  std::vector<const Proposal*> units;
  units.reserve(asked.size());
  for (const std::size_t i : asked) units.push_back(&proposals[i]);
  std::vector<SocietalChange> changes = changes_by_units(study, units, progress);
  for (std::size_t k = 0; k < asked.size(); ++k) {
    Decision& decision = decisions[asked[k]];
    ask_end(study, criterion, *units[k], changes[k], progress);
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
  return rise_against(line, *change.before, change.after, criterion);
}

std::optional<FnWorst> worst_rise(const CurvePair& curves, const FnLine& line, const FnCriterion& criterion) {
  return rise_against(line, curves.before, curves.after, criterion);
}

void judge_changes(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<SocietalChange>& changes,
                   const Text& whose, Decision& decision) {
  std::optional<ReviewCheck> nearest;
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
        decision.checks.push_back(undone_by_mixing(criterion, change, *worst, check)
                                      ? std::move(check)
                                      : at_the_milder_end(criterion, change, std::move(check)));
      } else if (!nearest || check.share_of_limit() > nearest->share_of_limit()) {
        nearest = std::move(check);
      }
      if (rises_in_band(*change.before, change.after, criterion) && worst->ratio() > raised_ratio) {
        most_raised = &change;
        raised_ratio = worst->ratio();
      }
    }
    if (auto beyond = beyond_check(study, criterion, change)) decision.checks.push_back(std::move(*beyond));
    if (auto open = at_the_stricter_end(study, criterion, change)) decision.checks.push_back(std::move(*open));
    if (auto open = mixed_otherwise(study, criterion, change)) decision.checks.push_back(std::move(*open));
  }
  if (nearest) decision.checks.push_back(std::move(*nearest));
  if (most_raised != nullptr) {
    decision.checks.push_back(band_check(criterion, most_raised->name, *most_raised));
  }
  const auto [from, to] = told_apart(before, after, "1/yr", 3);
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
    } else if (people_of(proposals[i]) > 0.0) {
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
