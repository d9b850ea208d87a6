#include "core/decision/relief_deaths.hpp"

#include <map>
#include <memory>

#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

/// Σ over an enterprise's units; `of(unit)` answers for one.
template <class Of>
double sum_over_units(const Enterprise& enterprise, const Of& of) {
  std::vector<double> deaths(enterprise.computed.size());
  parallel_for(
      static_cast<std::int64_t>(deaths.size()),
      [&](std::int64_t i) {
        const auto k = static_cast<std::size_t>(i);
        deaths[k] = of(enterprise.computed[k]).curve.expected_deaths_per_year();
      },
      nullptr);
  double sum = 0.0;
  for (const double one : deaths) sum += one;
  return sum;
}

/// The enterprise's own ground, moved with it; null where it is not known.
std::unique_ptr<OwnGround> ground_at(const Study& study, const Enterprise& enterprise, const EnterpriseState& state) {
  MultiPolygon ground;
  for (const EnterpriseBoundary& boundary : study.boundaries) {
    if (boundary.enterprise == enterprise.name)
      ground.insert(ground.end(), boundary.polygons.begin(), boundary.polygons.end());
  }
  if (ground.empty()) return nullptr;
  return std::make_unique<OwnGround>(translated(as_geometry(ground), state.east_m, state.north_m).polygons);
}

double deaths_after(const SocietalStudy& society, const ReliefOption& option, double before, Progress* progress) {
  constexpr double kHalf = 0.5;
  switch (option.measure) {
    case ReliefMeasure::close:
      return 0.0;
    case ReliefMeasure::halve:
      return kHalf * before;
    case ReliefMeasure::move:
      break;
  }
  const Study& study = society.assessment().study;
  const Enterprise& enterprise = society.enterprises()[option.enterprise];
  const EnterpriseState state = moved_to(study, enterprise, option.to->place);
  const std::unique_ptr<OwnGround> ground = ground_at(study, enterprise, state);
  return sum_over_units(enterprise, [&](std::size_t unit) {
    return society.risk().of_moved(unit, {state.east_m, state.north_m}, ground.get(), progress);
  });
}

}  // namespace

double expected_deaths(const SocietalStudy& society, std::size_t enterprise, Progress* progress) {
  return sum_over_units(society.enterprises()[enterprise],
                        [&](std::size_t unit) { return society.unit(unit, {}, nullptr, progress); });
}

void add_deaths(const SocietalStudy& society, std::vector<ReliefOption>& options, Progress* progress) {
  std::map<std::size_t, double> before;
  for (std::size_t i = 0; i < options.size(); ++i) {
    ReliefOption& option = options[i];
    const auto [known, added] = before.try_emplace(option.enterprise, 0.0);
    if (added) known->second = expected_deaths(society, option.enterprise, progress);
    option.deaths = ReliefDeaths{known->second, deaths_after(society, option, known->second, progress)};
    if (progress != nullptr)
      progress->report("societal", static_cast<double>(i + 1) / static_cast<double>(options.size()));
  }
}

}  // namespace sise
