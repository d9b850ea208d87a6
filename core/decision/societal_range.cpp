#include "core/decision/societal_range.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/decision/open_values_check.hpp"
#include "core/decision/societal_checks.hpp"
#include "core/decision/societal_ends.hpp"

namespace sise {
namespace {

// As for individual risk: nobody computes what a curve far below its line may become.
constexpr double kAskedOfLine = 0.1;

bool any_in_range(const Chain& chain) { return std::any_of(chain.begin(), chain.end(), open_in_range); }

/// Whether a breach is kept from being a veto by nothing else.
bool only_in_range(const Chain& chain) {
  const Chain open = open_links(chain);
  return !open.empty() && std::all_of(open.begin(), open.end(), open_in_range);
}

/// Somewhere the curve rises to at least a share of a line; what kills fewer than the line speaks of may kill more.
bool comes_near(const SocietalChange& change, const FnLine& line, double fewest_deaths) {
  return std::any_of(change.after.begin(), change.after.end(), [&](const FnStep& step) {
    if (step.deaths < kAskedOfLine * fewest_deaths) return false;
    const bool rises = exceeds(step.at_least_per_year, frequency_of_at_least(*change.before, step.deaths));
    return rises && step.at_least_per_year >= kAskedOfLine * line.at(std::max(step.deaths, fewest_deaths));
  });
}

/// Below the lower line, but within a tenth of it.
bool stays_near_below(const SocietalChange& change, const FnCriterion& criterion) {
  return criterion.lower && !rises_in_band(*change.before, change.after, criterion) &&
         comes_near(change, *criterion.lower, criterion.fewest_deaths);
}

}  // namespace

Chain basis_of(const SocietalStudy& study, const FnCriterion& criterion, const SocietalChange& change) {
  const std::vector<std::size_t> units =
      change.enterprise ? study.enterprises()[*change.enterprise].computed : std::vector<std::size_t>{};
  Chain chain = study.rests_on(units, criterion);
  extend(chain, change.added);
  return chain;
}

std::optional<DataEnd> end_that_matters(const SocietalStudy& study, const FnCriterion& criterion,
                                        const SocietalChange& change) {
  if (study.assessment().open == nullptr) return std::nullopt;
  const auto rests_on = [&] { return basis_of(study, criterion, change); };
  if (breach(change, criterion) > 0.0) return only_in_range(rests_on()) ? std::optional(DataEnd::milder) : std::nullopt;
  if (!stays_near_below(change, criterion)) return std::nullopt;
  return any_in_range(rests_on()) ? std::optional(DataEnd::stricter) : std::nullopt;
}

void ask_ends(const SocietalStudy& study, const FnCriterion& criterion, std::span<const ExtraPeople> people,
              std::vector<std::vector<SocietalChange>>& changes, Progress* progress) {
  struct Asked {
    std::size_t of = 0;
    SocietalChange* change = nullptr;
  };
  std::map<std::pair<std::size_t, DataEnd>, std::vector<Asked>> asked;
  for (std::size_t k = 0; k < changes.size(); ++k) {
    for (SocietalChange& change : changes[k]) {
      const auto end = end_that_matters(study, criterion, change);
      if (end) asked[{*change.enterprise, *end}].push_back({k, &change});
    }
  }
  for (const auto& [what, asking] : asked) {
    const auto& [enterprise, end] = what;
    std::vector<ExtraPeople> some;
    for (const Asked& one : asking) some.push_back(people[one.of]);
    std::vector<std::vector<CurvePair>> pairs = people_at_end(study, enterprise, some, end, progress);
    for (std::size_t i = 0; i < asking.size(); ++i)
      (end == DataEnd::milder ? asking[i].change->milder : asking[i].change->stricter) = std::move(pairs[i]);
  }
}

double breach(const SocietalChange& change, const FnCriterion& criterion) {
  const std::optional<FnWorst> worst = worst_rise(change, criterion.upper, criterion);
  const double over = worst && exceeds(worst->per_year, worst->limit) ? worst->ratio() : 0.0;
  if (!criterion.largest_n) return over;
  const double deaths = most_deaths_at({{*change.before, change.after}}, DataEnd::milder);
  const double end = criterion.largest_n->value;
  return exceeds(deaths, end) ? std::max(over, deaths / end) : over;
}

bool mixing_may_matter(const FnCriterion& criterion, const SocietalChange& change) {
  const double over = breach(change, criterion);
  return over > 0.0 ? over < 1.0 / kAskedOfLine : stays_near_below(change, criterion);
}

void ask_mixing(const SocietalStudy& study, const FnCriterion& criterion, std::span<const ExtraPeople> people,
                std::vector<std::vector<SocietalChange>>& changes, Progress* progress) {
  std::map<std::size_t, std::vector<std::pair<std::size_t, SocietalChange*>>>
      asked;  // per enterprise: whose people, what
  for (std::size_t k = 0; k < changes.size(); ++k) {
    for (SocietalChange& change : changes[k]) {
      if (mixing_concerns(study, *change.enterprise) && mixing_may_matter(criterion, change))
        asked[*change.enterprise].emplace_back(k, &change);
    }
  }
  for (const auto& [enterprise, asking] : asked) {
    std::vector<ExtraPeople> some;
    for (const auto& [of, change] : asking) some.push_back(people[of]);
    std::vector<CurvePair> pairs = people_mixed_otherwise(study, enterprise, some, progress);
    for (std::size_t i = 0; i < asking.size(); ++i) asking[i].second->mixed_otherwise = std::move(pairs[i]);
  }
}

std::optional<FnWorst> at_the_milder(const SocietalChange& change, const FnCriterion& criterion) {
  std::optional<FnWorst> mildest;
  for (const CurvePair& pair : change.milder) {
    const std::optional<FnWorst> here = worst_rise(pair, criterion.upper, criterion);
    if (!here) return std::nullopt;
    if (!mildest || here->ratio() < mildest->ratio()) mildest = here;
  }
  return mildest;
}

std::optional<FnWorst> at_the_worse(const std::vector<CurvePair>& pairs, const FnLine& line,
                                    const FnCriterion& criterion) {
  std::optional<FnWorst> worst;
  for (const CurvePair& pair : pairs) {
    const std::optional<FnWorst> here = worst_rise(pair, line, criterion);
    if (here && (!worst || here->ratio() > worst->ratio())) worst = here;
  }
  return worst;
}

double most_deaths_at(const std::vector<CurvePair>& pairs, DataEnd end) {
  if (pairs.empty()) return 0.0;
  const auto risen = [](const CurvePair& pair) {
    if (pair.after.empty()) return 0.0;
    const double most = pair.after.back().deaths;
    return pair.before.empty() || exceeds(most, pair.before.back().deaths) ? most : 0.0;
  };
  double found = risen(pairs.front());
  for (const CurvePair& pair : pairs)
    found = end == DataEnd::milder ? std::min(found, risen(pair)) : std::max(found, risen(pair));
  return found;
}

}  // namespace sise
