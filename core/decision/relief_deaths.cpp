#include "core/decision/relief_deaths.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

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
std::unique_ptr<OwnGround> ground_at(const Enterprise& enterprise, const EnterpriseState& state) {
  if (enterprise.ground.empty()) return nullptr;
  return std::make_unique<OwnGround>(translated(as_geometry(enterprise.ground), state.east_m, state.north_m).polygons);
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
  const std::unique_ptr<OwnGround> ground = ground_at(enterprise, state);
  return sum_over_units(enterprise, [&](std::size_t unit) {
    return society.risk().of_moved(unit, {state.east_m, state.north_m}, ground.get(), progress);
  });
}

/// Per enterprise.
std::vector<double> deaths_now(const SocietalStudy& society, Progress* progress) {
  std::vector<double> deaths;
  const std::size_t count = society.enterprises().size();
  for (std::size_t e = 0; e < count; ++e) {
    if (progress != nullptr) progress->report("societal", static_cast<double>(e) / static_cast<double>(count));
    deaths.push_back(expected_deaths(society, e, progress));
  }
  return deaths;
}

std::vector<ReliefOption> by_deaths_alone(const std::vector<double>& deaths, const std::vector<ReliefOption>& listed) {
  constexpr double kMany = 0.01;  // of the deaths by all
  const double all = std::accumulate(deaths.begin(), deaths.end(), 0.0);
  std::vector<ReliefOption> options;
  for (std::size_t e = 0; e < deaths.size(); ++e) {
    const auto of_it = [e](const ReliefOption& option) { return option.enterprise == e; };
    if (!(deaths[e] > 0.0 && deaths[e] >= kMany * all) || std::any_of(listed.begin(), listed.end(), of_it)) continue;
    ReliefOption option;
    option.enterprise = e;
    option.deaths = ReliefDeaths{deaths[e], 0.0};
    options.push_back(std::move(option));
  }
  std::stable_sort(options.begin(), options.end(),
                   [](const ReliefOption& a, const ReliefOption& b) { return a.deaths->before > b.deaths->before; });
  return options;
}

}  // namespace

double expected_deaths(const SocietalStudy& society, std::size_t enterprise, Progress* progress) {
  return sum_over_units(society.enterprises()[enterprise],
                        [&](std::size_t unit) { return society.unit(unit, {}, nullptr, progress); });
}

void add_deaths(const SocietalStudy& society, std::vector<ReliefOption>& options, Progress* progress) {
  const std::vector<double> before = deaths_now(society, progress);
  for (std::size_t i = 0; i < options.size(); ++i) {
    ReliefOption& option = options[i];
    const double now = before[option.enterprise];
    option.deaths = ReliefDeaths{now, deaths_after(society, option, now, progress)};
    if (progress != nullptr)
      progress->report("societal", static_cast<double>(i + 1) / static_cast<double>(options.size()));
  }
  std::vector<ReliefOption> more = by_deaths_alone(before, options);
  options.insert(options.end(), more.begin(), more.end());
}

}  // namespace sise
