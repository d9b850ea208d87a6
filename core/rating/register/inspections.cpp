#include "core/rating/register/inspections.hpp"

#include <algorithm>
#include <array>

namespace sise {
namespace {

constexpr int kMonths = 12;

bool is_among(const std::vector<std::string>& words, const std::string& text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool holds_sector(const FrequencyRule& rule, const std::string& sector) {
  return rule.sectors.empty() || std::any_of(rule.sectors.begin(), rule.sectors.end(), [&](const std::string& word) {
           return sector.find(word) != std::string::npos;
         });
}

/// Month of a visit: the i-th of n, beginning in `first`.
int month_of(int first, int i, int n) { return (first + i * kMonths / n) % kMonths; }

}  // namespace

std::optional<int> InspectionPack::per_year(const std::string& sector, const Answers& answers) const {
  for (const FrequencyRule& rule : rules) {
    if (!holds_sector(rule, sector)) continue;
    const std::string answer = rule.question.empty() ? std::string() : answers(rule.question);
    for (const FrequencyStep& step : rule.steps) {
      if (step.words.empty() || is_among(step.words, answer)) return step.per_year;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

InspectionPlan plan_inspections(const std::vector<InspectionPack>& packs, const std::string& sector,
                                const Answers& answers) {
  InspectionPlan plan;
  for (const InspectionPack& pack : packs) {
    const auto times = pack.per_year(sector, answers);
    if (!times) continue;
    if (pack.is_minimum && (!plan.at_least || *times > *plan.at_least)) {
      plan.at_least = times;
      plan.at_least_pack = pack.id;
    }
    if (!pack.is_minimum && (!plan.at_most || *times < *plan.at_most)) {
      plan.at_most = times;
      plan.at_most_pack = pack.id;
    }
  }
  plan.planned = plan.at_least ? plan.at_least : plan.at_most;
  if (plan.planned && plan.at_most) plan.planned = std::min(*plan.planned, *plan.at_most);
  return plan;
}

std::vector<Visit> calendar_of(const std::vector<InspectionPlan>& plans) {
  std::vector<Visit> visits;
  std::array<int, kMonths> load{};
  for (std::size_t e = 0; e < plans.size(); ++e) {
    const int times = plans[e].planned.value_or(0);
    if (times <= 0) continue;
    int best = 0;
    int least = -1;
    for (int first = 0; first < kMonths; ++first) {
      int sum = 0;
      for (int i = 0; i < times; ++i) sum += load.at(static_cast<std::size_t>(month_of(first, i, times)));
      if (least >= 0 && sum >= least) continue;
      best = first;
      least = sum;
    }
    for (int i = 0; i < times; ++i) {
      const int month = month_of(best, i, times);
      ++load.at(static_cast<std::size_t>(month));
      visits.push_back({e, i + 1, month});
    }
  }
  return visits;
}

}  // namespace sise
