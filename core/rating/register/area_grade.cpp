#include "core/rating/register/area_grade.hpp"

#include <algorithm>
#include <cmath>

namespace sise {

double weighted_count(const GradeCounts& counts, const WeightSet& weights) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    sum += weights.weights[i] * static_cast<double>(counts.of(kGrades[i]));
  }
  return sum;
}

std::optional<double> nemerow_index(const GradeCounts& counts) {
  if (counts.rated() == 0) return std::nullopt;
  double sum = 0.0;
  for (const Grade grade : kGrades) sum += static_cast<double>(rank_of(grade)) * static_cast<double>(counts.of(grade));
  const double mean = sum / static_cast<double>(counts.rated());
  const double most = rank_of(counts.worst());
  return std::sqrt((most * most + mean * mean) / 2.0);
}

std::optional<double> share_red_orange(const GradeCounts& counts) {
  if (counts.rated() == 0) return std::nullopt;
  return static_cast<double>(counts.of(Grade::red) + counts.of(Grade::orange)) / static_cast<double>(counts.rated());
}

std::optional<IndexValue> index_of(const IndexFormula& formula, const std::map<std::string, double>& inputs) {
  double product = 1.0;
  for (const std::string& name : formula.inputs) {
    const auto found = inputs.find(name);
    if (found == inputs.end()) return std::nullopt;
    product *= found->second;
  }
  const auto count = static_cast<double>(formula.inputs.size());
  IndexValue result{std::pow(product, 1.0 / count), 0};
  // Held against the limits as products: 80 · 45 is 60 · 60, and no root is rounded.
  const auto reaches = [&](const IndexBand& band) {
    const double limit = std::pow(band.from.value_or(0.0), count);
    return !band.from || (band.open ? product > limit : product >= limit);
  };
  while (result.band + 1 < formula.bands.size() && !reaches(formula.bands[result.band])) ++result.band;
  return result;
}

Grade uplifted(std::span<const Grade> layers, const AreaRules& rules) {
  Grade worst_layer = Grade::unrated;
  for (const Grade grade : layers) worst_layer = worst(worst_layer, grade);
  const auto orange = std::count(layers.begin(), layers.end(), Grade::orange);
  const auto yellow = std::count(layers.begin(), layers.end(), Grade::yellow);
  if (orange >= rules.layers_orange) worst_layer = worst(worst_layer, Grade::red);
  if (yellow >= rules.layers_yellow) worst_layer = worst(worst_layer, Grade::orange);
  return worst_layer;
}

}  // namespace sise
