// From the grades of points to what is said of an area. No published formula turns counts into an area's colour: the colour
// is that of the worst point, and every formula is a statistic with a name of its own beside it.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/rating/register/grade.hpp"

namespace sise {

struct WeightSet {
  std::string id;
  std::array<double, 4> weights{};  ///< red to blue
};

/// A class of an index, the worst first; the last has no end.
struct IndexBand {
  Text label;
  std::optional<double> from;
  bool open = false;  ///< `from` itself belongs to the next
};

/// An index of an area from what others have made of it, 0 to 100 each: the geometric mean. A statistic, no colour.
struct IndexFormula {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  std::vector<std::string> inputs;  ///< columns of the boundary set
  std::vector<IndexBand> bands;
};

struct IndexValue {
  double value = 0.0;
  std::size_t band = 0;
};

enum class AreaMethod : std::uint8_t { worst_of, layers_uplift };

struct AreaRules {
  std::string id;
  Text title;
  std::string source;
  AreaMethod method = AreaMethod::worst_of;
  RuleMark worst_of_mark = RuleMark::seen;
  RuleMark layers_mark = RuleMark::own;
  int layers_orange = 0;           ///< so many orange layers in one place make red
  int layers_yellow = 0;           ///< so many yellow layers make orange
  std::vector<WeightSet> weights;  ///< the first is the default
  std::vector<IndexFormula> formulas;
};

/// sum w n over the grades; unrated points carry no weight.
[[nodiscard]] double weighted_count(const GradeCounts& counts, const WeightSet& weights);
/// sqrt((max^2 + mean^2) / 2) of the ranks 4 to 1 of the rated points; nothing where none is rated.
[[nodiscard]] std::optional<double> nemerow_index(const GradeCounts& counts);
/// (red + orange) / rated; nothing where none is rated.
[[nodiscard]] std::optional<double> share_red_orange(const GradeCounts& counts);
/// Nothing where one of the inputs is missing: no value is put in its place. An edge is met exactly.
[[nodiscard]] std::optional<IndexValue> index_of(const IndexFormula& formula,
                                                 const std::map<std::string, double>& inputs);
/// The colour where several layers (sectors) meet, each with its own worst grade.
[[nodiscard]] Grade uplifted(std::span<const Grade> layers, const AreaRules& rules);

}  // namespace sise
