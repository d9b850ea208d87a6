// From factors to the grade of a risk point: LEC, risk matrices, MES and tables of an office's own, all as data.
#pragma once
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/rating/register/grade.hpp"

namespace sise {

struct FactorStep {
  double value = 0.0;
  Text label;
};

/// One factor of a method. Several columns: the highest of them counts (E1 and E2 of MES).
struct Factor {
  std::string name;
  std::vector<std::string> columns;
  Text label;
  RuleMark mark = RuleMark::recalled;
  std::vector<FactorStep> scale;
};

/// The scores of one grade, with the ends that belong to it. Between bands there may be room that no listed factors reach.
struct GradeBand {
  Grade grade = Grade::unrated;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;
  bool high_open = false;
  Text name;  ///< of the method's own class; may be empty

  [[nodiscard]] bool holds(double score) const {
    return (low_open ? score > low : score >= low) && (high_open ? score < high : score <= high);
  }
};

/// A row of a table of grades: for a value of the first factor, one grade per step of the second, lowest step first.
struct GradeRow {
  double first = 0.0;
  std::vector<Grade> grades;
};

struct PointMethod {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;  ///< the weakest of its own and its factors'
  std::string quantity;                ///< what the product is called: "D", "R"
  std::vector<Factor> factors;
  std::vector<GradeBand> bands;  ///< worst first
  std::vector<GradeRow> cells;   ///< instead of bands

  /// Every column that the factors are read from, in their order.
  [[nodiscard]] std::vector<std::string> columns() const;
};

enum class ScoreFault { none, missing_factor, off_scale, no_band };

struct PointScore {
  std::optional<double> score;  ///< product of the factors, exact for factors of up to three decimals
  Grade grade = Grade::unrated;
  std::size_t band = 0;  ///< of `bands`, where `grade` is one
  ScoreFault fault = ScoreFault::none;
  std::size_t factor = 0;  ///< index into columns(): the one that is missing or off its scale
};

/// `values` in the order of method.columns(). A factor that is missing or not on its scale leaves the point unrated: no
/// value is put in its place. Of several columns for one factor those that are filled count.
[[nodiscard]] PointScore score_point(const PointMethod& method, std::span<const std::optional<double>> values);

/// A combination of listed factors that no band holds; nothing for a sound method.
[[nodiscard]] std::optional<std::vector<double>> hole_of(const PointMethod& method);

}  // namespace sise
