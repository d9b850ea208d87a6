#include "core/decision/societal_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/verdict.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"

namespace sise {
namespace {

constexpr const char* kNotJudged = "sise.societal_risk_not_judged";
constexpr std::size_t kAtOnce = 500;  // proposals whose curves are held together
constexpr std::size_t kLot = 4;       // units of an enterprise; each holds a curve per proposal that it reaches

/// Its people, spread over the ground that it takes.
std::vector<PopulationPatch> people_on(const Target& target) {
  constexpr int kAcross = 6;
  const double people = target.people.value_or(0.0);
  std::vector<Point> places;
  double size = 0.0;
  if (!target.geometry.polygons.empty()) {
    const OwnGround ground(target.geometry.polygons);
    size = std::max(ground.box.x_max - ground.box.x_min, ground.box.y_max - ground.box.y_min) / kAcross;
    for (double x = ground.box.x_min + 0.5 * size; x < ground.box.x_max; x += size) {
      for (double y = ground.box.y_min + 0.5 * size; y < ground.box.y_max; y += size) {
        if (ground.area.contains({x, y})) places.push_back({x, y});
      }
    }
  }
  if (places.empty()) places.push_back(centroid(target.geometry));
  const double share = people / static_cast<double>(places.size());
  std::vector<PopulationPatch> patches;
  patches.reserve(places.size());

  for (const Point& place : places) patches.push_back({place, size, share, share});
  return patches;
}

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

Text against_line(const FnWorst& worst, const std::string& enterprise, const ReviewCheck& check) {
  const Compared words = compared(worst.per_year, worst.limit, "1/yr");
  return {fmt::format("with it, accidents of '{}' kill {:.3g} or more {}, {} ({}; {} [{}])", enterprise, worst.deaths,
                      words.value.en, words.ratio.en, words.limit.en, check.rule.en, check.rule_id),
          fmt::format("建成后“{}”的事故致 {:.3g} 人及以上死亡的频率为{},{}(上限{};{}〔{}〕)", enterprise, worst.deaths,
                      words.value.zh, words.ratio.zh, words.limit.zh, check.rule.zh, check.rule_id)};
}

ReviewCheck upper_check(const FnCriterion& criterion, const std::string& enterprise, const FnWorst& worst,
                        Chain rests_on) {
  ReviewCheck check = check_of(criterion, ".upper", enterprise);
  check.rests_on = std::move(rests_on);
  check.value = worst.per_year;
  check.limit = worst.limit;
  check.margin = worst.limit - worst.per_year;
  check.passed = !exceeds(worst.per_year, worst.limit);
  check.text = against_line(worst, enterprise, check);
  return check;
}

ReviewCheck beyond_check(const FnCriterion& criterion, const std::string& enterprise, const SocietalChange& change,
                         Chain rests_on) {
  ReviewCheck check = check_of(criterion, ".n_max", enterprise);
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
  check.text = {
      fmt::format("with it, an accident of '{}' may kill {:.0f}, more than the {:.0f} that are acceptable at any "
                  "frequency ({} [{}])",
                  enterprise, check.value, check.limit, check.rule.en, check.rule_id),
      fmt::format("建成后“{}”的事故最多可致 {:.0f} 人死亡,超过任何频率下均不可接受的 {:.0f} 人({}〔{}〕)", enterprise,
                  check.value, check.limit, check.rule.zh, check.rule_id)};
  return check;
}

/// A rise in the band has no limit of its own: measures must be shown, whatever the office confirms.
ReviewCheck band_check(const FnCriterion& criterion, const std::string& enterprise, const SocietalChange& change) {
  ReviewCheck check = check_of(criterion, ".alarp_raised", enterprise);
  check.quantity = "expected_deaths_per_year";
  check.value = change.expected_after;
  check.smallest = change.expected_before;
  check.passed = false;
  const Text before = readable(change.expected_before, "1/yr", 3);
  const Text after = readable(change.expected_after, "1/yr", 3);
  check.text = {
      fmt::format("societal risk of '{}' lies in the band between the lines and rises with the proposal (expected "
                  "deaths {} before, {} after): reasonably practicable measures must be shown [{}]",
                  enterprise, before.en, after.en, check.rule_id),
      fmt::format("“{}”的社会风险处于尽可能降低区且因本项目上升(预期死亡人数由{}升至{}):须论证合理可行的降低措施〔{}〕",
                  enterprise, before.zh, after.zh, check.rule_id)};
  return check;
}

/// A check of societal risk that is not passed.
bool is_open(const ReviewCheck& check, const FnCriterion& criterion) {
  return check.rule_id.starts_with(criterion.rule_id + ".") && !check.passed;
}

/// Nobody may take the silence for harmlessness.
Text of_a_unit() {
  return {
      "societal risk of a proposed unit is not computed here: add the unit to the project and ask for its "
      "enterprise's curve (sise societal)",
      "此处未计算拟建单元的社会风险:请将该单元加入项目,再计算其所属企业的 F-N 曲线(sise societal)"};
}

/// One enterprise with all proposals that its accidents reach.
class EnterpriseChanges {
 public:
  EnterpriseChanges(const SocietalStudy& study, std::size_t enterprise, std::span<const PeopleTree> extra)
      : study_(study), enterprise_(enterprise), extra_(extra), changes_(extra.size()) {}

  void count(Progress* progress) {
    const std::vector<std::size_t>& units = study_.enterprises()[enterprise_].computed;
    for (std::size_t from = 0; from < units.size(); from += kLot) {
      const std::size_t count = std::min(kLot, units.size() - from);
      std::vector<UnitDeaths> lot(count);
      parallel_for(
          static_cast<std::int64_t>(count),
          [&](std::int64_t i) {
            const auto k = static_cast<std::size_t>(i);
            lot[k] = study_.unit(units[from + k], extra_, nullptr, progress);
          },
          nullptr);
      for (const UnitDeaths& unit : lot) take(unit);
    }
    before_ = std::make_shared<const std::vector<FnStep>>(base_.steps());
  }

  /// Nothing where no accident reaches the proposal.
  [[nodiscard]] std::optional<SocietalChange> change(std::size_t proposal) const {
    if (!changes_[proposal]) return std::nullopt;
    FnCurve after = base_;
    after.add(*changes_[proposal]);
    return SocietalChange{enterprise_, before_, after.steps(), base_.expected_deaths_per_year(),
                          after.expected_deaths_per_year()};
  }

 private:
  void take(const UnitDeaths& unit) {
    base_.add(unit.curve);
    for (std::size_t e = 0; e < changes_.size(); ++e) {
      if (!unit.changes[e]) continue;
      if (!changes_[e]) changes_[e] = std::make_unique<FnCurve>();
      changes_[e]->add(*unit.changes[e]);
    }
  }

  const SocietalStudy& study_;
  std::size_t enterprise_;
  std::span<const PeopleTree> extra_;
  FnCurve base_;
  std::shared_ptr<const std::vector<FnStep>> before_;
  std::vector<std::unique_ptr<FnCurve>> changes_;
};

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
                   Decision& decision) {
  const ReviewCheck* nearest = nullptr;
  ReviewCheck nearest_kept;
  const SocietalChange* most_raised = nullptr;
  double raised_ratio = 0.0;
  double before = 0.0;
  double after = 0.0;
  for (const SocietalChange& change : changes) {
    before += change.expected_before;
    after += change.expected_after;
    const Enterprise& one = study.enterprises()[change.enterprise];
    const std::optional<FnWorst> worst = worst_rise(change, criterion.upper, criterion);
    if (worst) {
      ReviewCheck check = upper_check(criterion, one.name, *worst, study.rests_on(one.computed, criterion));
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
      decision.checks.push_back(beyond_check(criterion, one.name, change, study.rests_on(one.computed, criterion)));
    }
  }
  if (nearest != nullptr) decision.checks.push_back(*nearest);
  if (most_raised != nullptr) {
    decision.checks.push_back(band_check(criterion, study.enterprises()[most_raised->enterprise].name, *most_raised));
  }
  const Text from = readable(before, "1/yr", 3);
  const Text to = readable(after, "1/yr", 3);
  decision.remarks.push_back(
      {fmt::format("expected deaths by the enterprises that reach it: {} without it, {} with it", from.en, to.en),
       fmt::format("可波及本项目的企业的预期死亡人数:无本项目{},有本项目{}", from.zh, to.zh)});
}

void add_societal_checks(const SocietalStudy& study, const FnCriterion& criterion,
                         const std::vector<Proposal>& proposals, std::vector<Decision>& decisions, Progress* progress) {
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    if (proposals[i].kind == Proposal::Kind::unit && decisions[i].verdict != Verdict::undecided)
      decisions[i].remarks.push_back(of_a_unit());
    const bool people =
        proposals[i].kind == Proposal::Kind::development && proposals[i].target.people.value_or(0.0) > 0.0;
    if (people && decisions[i].verdict != Verdict::undecided) asked.push_back(i);
  }
  const auto enterprises = static_cast<double>(study.enterprises().size());
  for (std::size_t from = 0; from < asked.size(); from += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, asked.size() - from);
    std::vector<PeopleTree> extra;
    for (std::size_t k = 0; k < count; ++k) extra.emplace_back(people_on(proposals[asked[from + k]].target));
    std::vector<std::vector<SocietalChange>> changes(count);
    for (std::size_t e = 0; e < study.enterprises().size(); ++e) {
      EnterpriseChanges enterprise(study, e, extra);
      enterprise.count(progress);
      for (std::size_t k = 0; k < count; ++k) {
        if (auto change = enterprise.change(k)) changes[k].push_back(std::move(*change));
      }
      if (progress != nullptr) progress->report("societal", static_cast<double>(e + 1) / enterprises);
    }
    for (std::size_t k = 0; k < count; ++k) {
      Decision& decision = decisions[asked[from + k]];
      std::erase_if(decision.checks, [](const ReviewCheck& check) { return check.rule_id == kNotJudged; });
      judge_changes(study, criterion, changes[k], decision);
      decide(decision);
    }
  }
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
  const std::size_t curves = (kLot + 1) * FnCurve::bytes();
  const std::size_t steps = study.enterprises().size() * FnCurve::bytes() / 3;
  const std::size_t work =
      static_cast<std::size_t>(std::min<int>(threads, static_cast<int>(kLot))) * study.risk().work_bytes();
  return static_cast<std::int64_t>(at_once * (curves + steps) + work + study.risk().people().bytes());
}

}  // namespace sise
