#include "core/rating/register/safety_indices.hpp"

#include <algorithm>

namespace sise {
namespace {

constexpr double kBest = 100.0;

std::optional<double> per(const std::optional<double>& count, const std::optional<double>& of, double unit) {
  return count && of ? std::optional(*count * unit / *of) : std::nullopt;
}

}  // namespace

std::vector<AccidentRate> accident_rates(const AccidentFigures& figures) {
  constexpr double kMillion = 1e6;
  constexpr double kThousand = 1e3;
  return {{"deaths_per_100M_yuan",
           {"deaths per 100 million yuan of GDP", "亿元GDP死亡率"},
           per(figures.deaths, figures.gdp_100M_yuan, 1.0)},
          {"deaths_per_million_t",
           {"deaths per million tonnes", "百万吨死亡率"},
           per(figures.deaths, figures.output_t, kMillion)},
          {"deaths_per_1000_employees",
           {"deaths per thousand employees", "千人事故死亡率"},
           per(figures.deaths, figures.employees, kThousand)},
          {"injured_per_1000_employees",
           {"injured per thousand employees", "千人受伤率"},
           per(figures.injured, figures.employees, kThousand)}};
}

std::optional<double> item_score(const IndexItem& item) {
  if (!item.value) return std::nullopt;
  return kBest * std::clamp((*item.value - item.bad) / (item.good - item.bad), 0.0, 1.0);
}

IndexRange safety_index(const std::vector<IndexItem>& items) {
  IndexRange range;
  for (const IndexItem& item : items) {
    const auto score = item_score(item);
    range.low += item.weight * score.value_or(0.0);
    range.high += item.weight * score.value_or(kBest);
  }
  return range;
}

}  // namespace sise
