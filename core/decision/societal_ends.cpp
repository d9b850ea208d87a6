#include "core/decision/societal_ends.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/decision/enterprise_curve.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/risk/open_values.hpp"

namespace sise {
namespace {

using Models = std::vector<std::shared_ptr<const RiskModel>>;

/// A unit's model at an end, and what is counted from it.
struct HeldAtEnd {
  HeldAtEnd(const SocietalStudy& study, std::shared_ptr<const RiskModel> of, const Progress* progress)
      : model(std::move(of)),
        risk(*model, study.vulnerability(), *study.assessment().study.population, study.risk().shared_people()),
        prepared(risk.prepare(0, progress)) {}

  std::shared_ptr<const RiskModel> model;
  SocietalRisk risk;
  std::shared_ptr<SocietalRisk::Prepared> prepared;
};

/// Of the models of one end the first or the last.
struct AtEnd {
  DataEnd end = DataEnd::milder;
  bool last = false;

  [[nodiscard]] const std::shared_ptr<const RiskModel>& of(const Models& models) const {
    return last ? models.back() : models.front();
  }
};

Models models_of(const SocietalStudy& study, std::size_t unit, DataEnd end) {
  const OpenValues* open = study.assessment().open;
  return open != nullptr && open->is_open(unit) ? open->models(unit, end) : Models{};
}

PrepareUnit prepare_at(const SocietalStudy& study, AtEnd at, const Progress* progress) {
  return [&study, at, progress](std::size_t unit) -> std::shared_ptr<SocietalRisk::Prepared> {
    const Models models = models_of(study, unit, at.end);
    if (models.empty()) return study.risk().prepare(unit, progress);
    const auto held = std::make_shared<HeldAtEnd>(study, at.of(models), progress);
    return {held, held->prepared.get()};
  };
}

bool any_has_two(const SocietalStudy& study, std::size_t enterprise, DataEnd end) {
  const std::vector<std::size_t>& units = study.enterprises()[enterprise].computed;
  return std::any_of(units.begin(), units.end(),
                     [&](std::size_t unit) { return models_of(study, unit, end).size() > 1; });
}

/// The proposed unit at an end; as it is where nobody can tell.
std::vector<std::shared_ptr<const ProposedUnit>> made_at(const Proposal& proposal, DataEnd end) {
  const GeneratedEnds* ends = proposal.maker->ends();
  std::shared_ptr<const ProposedUnit> as_is = proposal.maker->of(proposal.unit);
  if (ends == nullptr || stands(as_is->basis())) return {std::move(as_is)};
  return ends->at(proposal.unit, end);
}

}  // namespace

std::vector<std::vector<CurvePair>> people_at_end(const SocietalStudy& study, std::size_t enterprise,
                                                  std::span<const ExtraPeople> people, DataEnd end,
                                                  Progress* progress) {
  std::vector<std::vector<CurvePair>> pairs(people.size());
  const bool two = any_has_two(study, enterprise, end);
  for (const bool last : {false, true}) {
    if (last && !two) break;
    PreparedEnterprise units(study, enterprise, prepare_at(study, {end, last}, progress));
    const EnterpriseCurve curve(study, enterprise, units, people);
    for (std::size_t k = 0; k < people.size(); ++k) {
      std::optional<SocietalChange> change = curve.with_people(k);
      pairs[k].push_back(change ? CurvePair{*change->before, std::move(change->after)}
                                : CurvePair{curve.before(), curve.before()});
    }
  }
  return pairs;
}

std::vector<CurvePair> unit_at_end(const SocietalStudy& study, const Proposal& unit, DataEnd end, Progress* progress) {
  const std::optional<std::size_t> e = enterprise_of(study, unit.unit);
  const OwnGround* own = e ? study.ground_of(*e) : nullptr;
  const std::vector<std::shared_ptr<const ProposedUnit>> made = made_at(unit, end);
  const bool two = made.size() > 1 || (e && any_has_two(study, *e, end));
  std::vector<CurvePair> pairs;
  for (const bool last : {false, true}) {
    if (last && !two) break;
    FnCurve added = curve_of(study, last ? *made.back() : *made.front(), unit, own, progress);
    if (!e) {
      pairs.push_back({{}, added.steps()});
      continue;
    }
    const PrepareUnit prepare = prepare_at(study, {end, last}, progress);
    added.take_away(curve_of_replaced(study, unit, prepare));
    PreparedEnterprise units(study, *e, prepare);
    const EnterpriseCurve curve(study, *e, units, {});
    SocietalChange change = curve.with(added, {});
    pairs.push_back({*change.before, std::move(change.after)});
  }
  return pairs;
}

}  // namespace sise
