// Our names for a layer's fields: found, converted to SI, checked.
#pragma once
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/layers/unit_symbols.hpp"
#include "gis_io/read/project/layer_config.hpp"
#include "models/base/error.hpp"

namespace sise {

struct FieldSpec {
  std::string name;  ///< ours
  bool required = false;
};

/// What a number may be, in SI. NaN and infinity never are.
struct NumberRange {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;  ///< `low` itself is not allowed
};
inline constexpr NumberRange kNotNegative{0.0};
inline constexpr NumberRange kPositive{0.0, std::numeric_limits<double>::infinity(), true};

/// Finds the columns of a table once, then reads its rows. Every fault goes to `problems`; a faulty value reads as none.
class FieldMap {
 public:
  /// A mapped name is looked up whole; only where there is no such column is a trailing [unit] split off. Faults:
  /// "unknown_field_key" (not one of ours), "missing_field", "ambiguous_field", "unknown_unit".
  FieldMap(const FeatureTable& table, const LayerConfig& config, const std::vector<FieldSpec>& specs,
           Problems& problems);

  [[nodiscard]] bool has(std::string_view name) const { return columns_.contains(std::string(name)); }
  /// Trimmed; nullopt for blank. A blank in a required field is a problem.
  [[nodiscard]] std::optional<std::string> text(const FeatureRow& row, std::string_view name);
  /// In SI: kg, K, Pa, m, m2, s, 1/yr, kg/s, m/s; angles in degrees. nullopt for blank.
  [[nodiscard]] std::optional<double> number(const FeatureRow& row, std::string_view name, NumberRange range = {});
  /// Where a field of a row stands, in the layer's own name for it.
  [[nodiscard]] Location at(const FeatureRow& row, std::string_view name) const;

 private:
  struct Column {
    std::size_t index = 0;
    bool required = false;
    UnitSymbol unit;       ///< of the values in the file
    std::string our_unit;  ///< that our name means
  };
  void add(const FieldSpec& spec);
  [[nodiscard]] std::optional<Column> find(const FieldSpec& spec, const std::string& written);
  void check_mapped_names(const std::vector<FieldSpec>& specs);
  void warn_of_unit_in_name(const Column& column, const FieldSpec& spec);
  [[nodiscard]] Location where(const std::string& field) const;

  const FeatureTable& table_;
  const LayerConfig& config_;
  Problems& problems_;
  std::map<std::string, Column> columns_;
};

/// "储量 [kg]" -> {"储量", "kg"}; nullopt without trailing brackets.
struct NameAndUnit {
  std::string name;
  std::string unit;
};
[[nodiscard]] std::optional<NameAndUnit> split_unit(std::string_view written);

/// A whole number or decimal fraction in ASCII or full-width digits; nullopt for anything else, NaN and infinity too.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

}  // namespace sise
