#include "core/decision/societal_ends.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/decision/enterprise_curve.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/decision/proposed_unit.hpp"
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

/// A unit by itself, made ready to be counted in the study.
std::shared_ptr<SocietalRisk::Prepared> prepared_alone(const SocietalStudy& study,
                                                       std::shared_ptr<const RiskModel> model,
                                                       const Progress* progress) {
  const auto held = std::make_shared<HeldAtEnd>(study, std::move(model), progress);
  return {held, held->prepared.get()};
}

Models models_of(const SocietalStudy& study, std::size_t unit, DataEnd end) {
  const OpenValues* open = study.assessment().open;
  return open != nullptr && open->is_open(unit) ? open->models(unit, end) : Models{};
}

PrepareUnit prepare_at(const SocietalStudy& study, AtEnd at, const Progress* progress) {
  return [&study, at, progress](std::size_t unit) -> std::shared_ptr<SocietalRisk::Prepared> {
    const Models models = models_of(study, unit, at.end);
    if (models.empty()) return study.risk().prepare(unit, progress);
    return prepared_alone(study, at.of(models), progress);
  };
}

PrepareUnit prepare_mixed_otherwise(const SocietalStudy& study, const Progress* progress) {
  return [&study, progress](std::size_t unit) -> std::shared_ptr<SocietalRisk::Prepared> {
    const OtherMixing& mixing = study.assessment().mixing;
    if (!mixing.concerns(unit)) return study.risk().prepare(unit, progress);
    return prepared_alone(study, mixing.model(unit), progress);
  };
}

/// One enterprise whose units are prepared some way, without and with people.
std::vector<CurvePair> people_with(const SocietalStudy& study, std::size_t enterprise,
                                   std::span<const ExtraPeople> people, const PrepareUnit& prepare) {
  PreparedEnterprise units(study, enterprise, prepare);
  const EnterpriseCurve curve(study, enterprise, units, people);
  std::vector<CurvePair> pairs;
  for (std::size_t k = 0; k < people.size(); ++k) {
    std::optional<SocietalChange> change = curve.with_people(k);
    pairs.push_back(change ? CurvePair{*change->before, std::move(change->after)}
                           : CurvePair{curve.before(), curve.before()});
  }
  return pairs;
}

/// One enterprise whose units are prepared some way.
std::vector<FnStep> standing_with(const SocietalStudy& study, std::size_t enterprise, const PrepareUnit& prepare) {
  PreparedEnterprise units(study, enterprise, prepare);
  return EnterpriseCurve(study, enterprise, units, {}).before();
}

/// A proposed unit of some curve by itself, without and with its enterprise prepared some way.
CurvePair unit_with(const SocietalStudy& study, const Proposal& unit, FnCurve added, const PrepareUnit& prepare) {
  const std::optional<std::size_t> e = enterprise_of(study, unit.unit);
  if (!e) return {{}, added.steps()};
  added.take_away(curve_of_replaced(study, unit, prepare));
  PreparedEnterprise units(study, *e, prepare);
  const EnterpriseCurve curve(study, *e, units, {});
  SocietalChange change = curve.with(added, {});
  return {*change.before, std::move(change.after)};
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
    std::vector<CurvePair> here = people_with(study, enterprise, people, prepare_at(study, {end, last}, progress));
    for (std::size_t k = 0; k < people.size(); ++k) pairs[k].push_back(std::move(here[k]));
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
    FnCurve added = curve_of(study, (last ? made.back() : made.front())->risk(), unit, own, progress);
    pairs.push_back(unit_with(study, unit, std::move(added), prepare_at(study, {end, last}, progress)));
  }
  return pairs;
}

std::vector<std::vector<FnStep>> standing_at_end(const SocietalStudy& study, std::size_t enterprise, DataEnd end,
                                                 const Progress* progress) {
  std::vector<std::vector<FnStep>> curves;
  const bool two = any_has_two(study, enterprise, end);
  for (const bool last : {false, true}) {
    if (last && !two) break;
    curves.push_back(standing_with(study, enterprise, prepare_at(study, {end, last}, progress)));
  }
  return curves;
}

std::vector<FnStep> standing_mixed_otherwise(const SocietalStudy& study, std::size_t enterprise,
                                             const Progress* progress) {
  return standing_with(study, enterprise, prepare_mixed_otherwise(study, progress));
}

bool mixing_concerns(const SocietalStudy& study, std::size_t enterprise) {
  const std::vector<std::size_t>& units = study.enterprises()[enterprise].computed;
  return std::any_of(units.begin(), units.end(),
                     [&](std::size_t unit) { return study.assessment().mixing.concerns(unit); });
}

std::vector<CurvePair> people_mixed_otherwise(const SocietalStudy& study, std::size_t enterprise,
                                              std::span<const ExtraPeople> people, Progress* progress) {
  return people_with(study, enterprise, people, prepare_mixed_otherwise(study, progress));
}

std::optional<CurvePair> unit_mixed_otherwise(const SocietalStudy& study, const Proposal& unit, Progress* progress) {
  const std::optional<std::size_t> e = enterprise_of(study, unit.unit);
  const std::shared_ptr<const ProposedUnit> made = unit.maker->of(unit.unit);
  const OtherMixing& own = made->assessment().mixing;
  if (!own.concerns(0) && !(e && mixing_concerns(study, *e))) return std::nullopt;
  const std::shared_ptr<const RiskModel> otherwise = own.concerns(0) ? own.model(0) : nullptr;
  FnCurve added =
      curve_of(study, otherwise ? *otherwise : made->risk(), unit, e ? study.ground_of(*e) : nullptr, progress);
  return unit_with(study, unit, std::move(added), prepare_mixed_otherwise(study, progress));
}

}  // namespace sise
