#include "core/decision/enterprise_curve.hpp"

#include "core/accidents/source_point.hpp"

namespace sise {

PrepareUnit as_it_stands(const SocietalStudy& study, const Progress* progress) {
  return [&study, progress](std::size_t unit) { return study.risk().prepare(unit, progress); };
}

std::optional<std::size_t> enterprise_of(const SocietalStudy& study, const Unit& unit) {
  const std::vector<Enterprise>& all = study.enterprises();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Enterprise& one) { return one.name == unit.enterprise_key(); });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

FnCurve curve_of_replaced(const SocietalStudy& study, const Proposal& proposal, const PrepareUnit& prepare) {
  FnCurve sum;
  for (const std::size_t unit : proposal.replaces) {
    if (!study.assessment().statuses[unit].computed) continue;
    sum.add(SocietalRisk::deaths(*prepare(unit), study.ground_of(study.enterprise_of(unit)), {}).curve);
  }
  return sum;
}

FnCurve curve_of(const SocietalStudy& study, const RiskModel& made, const Proposal& proposal, const OwnGround* own,
                 const Progress* progress) {
  const SocietalRisk risk(made, study.vulnerability(), *study.assessment().study.population,
                          study.risk().shared_people());
  const Point here = source_point(proposal.unit.geometry);
  return risk.of_moved(0, {here.x - made.unit(0).source.x, here.y - made.unit(0).source.y}, own, progress).curve;
}

}  // namespace sise
