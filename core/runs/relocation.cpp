#include "core/runs/relocation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/decision/relief_deaths.hpp"
#include "core/decision/remedies.hpp"
#include "core/decision/societal_study.hpp"

namespace sise {
namespace {

constexpr double kAgrees = 0.01;  // of what is freed and taken

std::vector<bool> broken_parcels_of(const Assessment& assessment, const std::vector<Proposal>& parcels,
                                    const WarningBrackets& brackets, Progress* progress) {
  std::vector<bool> broken;
  if (parcels.empty()) return broken;
  for (const Decision& decision : review(assessment, parcels, brackets, progress))
    broken.push_back(decision.verdict != Verdict::undecided && breaks_a_limit(decision));
  return broken;
}

ReliefSum less(const ReliefSum& before, const ReliefSum& after) {
  ReliefSum difference;
  difference.area_m2 = before.area_m2 - after.area_m2;
  difference.people = before.people - after.people;
  difference.target_people = before.target_people - after.target_people;
  difference.targets = before.targets - std::min(before.targets, after.targets);
  return difference;
}

bool agrees(double claimed, double found, double scale) { return std::abs(claimed - found) <= kAgrees * scale; }

/// Land and people within 1 % of what changes hands, targets one by one.
bool confirms(const ReliefOption& option, const ReliefSum& before, const ReliefSum& after) {
  const double area = before.area_m2 - after.area_m2;
  const double people = before.all_people() - after.all_people();
  const std::size_t targets = before.targets + option.taken.targets - option.freed.targets;
  return agrees(option.net_area_m2(), area, option.freed.area_m2 + option.taken.area_m2) &&
         agrees(option.net_people(), people, option.freed.all_people() + option.taken.all_people()) &&
         after.targets == targets;
}

/// The enterprise's deaths in a run of the district after a measure, within 1 % of those that it was said to leave or to spare.
bool confirms_deaths(const ReliefOption& option, const std::string& enterprise, const Assessment& again,
                     const PeopleVulnerability& people, Progress* progress) {
  const SocietalStudy society(again, people);
  double found = 0.0;
  for (std::size_t e = 0; e < society.enterprises().size(); ++e) {
    if (society.enterprises()[e].name == enterprise) found = expected_deaths(society, e, progress);
  }
  return agrees(option.deaths->after, found, std::max(option.deaths->before, option.deaths->after));
}

void prove(ReliefOption& option, const ReliefFinder& finder, const Assessment& assessment, const Projection& projection,
           const RelocationRequest& request, const std::vector<bool>& broken, const WarningBrackets& brackets,
           Progress* progress) {
  const Study study = study_after(assessment.study, finder.enterprises()[option.enterprise], option);
  Assessment again(study, assessment.substances, projection, &assessment.risk);
  again.risk.set_budget({assessment.risk.kernels().limit_bytes(), 0});
  again.risk.build_kernels(progress);
  const ReliefSum after = ReliefFinder(again, projection, progress).now();
  option.second_run = less(finder.now(), after);
  option.proven = confirms(option, finder.now(), after);
  if (option.deaths) {
    const std::string& name = finder.enterprises()[option.enterprise].name;
    option.proven = option.proven && confirms_deaths(option, name, again, *request.people, progress);
  }
  if (request.parcels.empty()) return;
  const std::vector<bool> then = broken_parcels_of(again, request.parcels, brackets, progress);
  option.parcels = 0;
  for (std::size_t i = 0; i < then.size(); ++i) *option.parcels += broken[i] && !then[i] ? 1U : 0U;
}

/// People as a tree, twice where measures are proven, and one unit at work.
std::int64_t society_bytes(const Study& study, const RelocationRequest& request) {
  constexpr std::int64_t kPatchBytes = 4 * sizeof(PopulationPatch);  // with the blocks above it
  constexpr std::int64_t kWorkBytes = 16'000'000;
  if (!request.people || !study.population) return 0;
  const std::int64_t tree = kPatchBytes * static_cast<std::int64_t>(study.population->patches.size());
  return (request.prove > 0 ? 2 * tree : tree) + kWorkBytes;
}

}  // namespace

ListsDemand relocation_demand(const Study& study, const RelocationRequest& request) {
  // Two runs at a time where measures are proven: the first keeps who holds each cell and the people there.
  const std::int64_t once = held_land_bytes(study.grid);
  std::vector<const Geometry*> parcels;
  parcels.reserve(request.parcels.size());
  for (const Proposal& parcel : request.parcels) parcels.push_back(&parcel.target.geometry);
  return {places_asked(parcels, study.grid),
          (request.prove > 0 ? 2 * once : once) + held_cells_bytes(study.grid) + society_bytes(study, request)};
}

RelocationResult relocation_run(const Assessment& assessment, const Projection& projection,
                                const RelocationRequest& request, const WarningBrackets& brackets, Progress* progress) {
  assessment.risk.build_kernels(progress);
  const ReliefFinder finder(assessment, projection, progress);
  RelocationResult result;
  result.enterprises = finder.enterprises();
  result.now = finder.now();
  result.options = finder.options(request.places, progress);
  if (request.people) add_deaths(SocietalStudy(assessment, *request.people), result.options, progress);
  const std::vector<bool> broken = broken_parcels_of(assessment, request.parcels, brackets, progress);
  result.parcels_breaking = static_cast<std::size_t>(std::count(broken.begin(), broken.end(), true));
  for (std::size_t i = 0; i < std::min(request.prove, result.options.size()); ++i)
    prove(result.options[i], finder, assessment, projection, request, broken, brackets, progress);
  return result;
}

}  // namespace sise
