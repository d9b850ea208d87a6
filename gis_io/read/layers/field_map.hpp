// Our names for a layer's fields: found, converted to SI, checked.
#pragma once
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/layers/near_columns.hpp"
#include "gis_io/read/layers/unit_symbols.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "models/base/error.hpp"

namespace sise {

struct FieldSpec {
  std::string name;  ///< ours
  bool required = false;
};

/// The names in their order, those of `required` marked so.
[[nodiscard]] std::vector<FieldSpec> field_specs(const std::vector<std::string>& names,
                                                 const std::vector<std::string>& required);

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
  /// "unknown_field_key" (not one of ours), "missing_field", "ambiguous_field", "unknown_unit", "nearly_our_field" (a
  /// column that nobody reads although its name comes close to one of ours), "constant_and_column",
  /// "unknown_ignored_field".
  FieldMap(const FeatureTable& table, const LayerConfig& config, const std::vector<FieldSpec>& specs,
           Problems& problems);

  /// A column, or a value that the section gives for the whole layer.
  [[nodiscard]] bool has(std::string_view name) const { return columns_.contains(std::string(name)); }
  /// Trimmed; nullopt for blank. A blank in a required field is a problem, and so is an error cell in any.
  [[nodiscard]] std::optional<std::string> text(const FeatureRow& row, std::string_view name);
  /// In SI: kg, K, Pa, m, m2, s, 1/yr, kg/s, m/s; angles in degrees. nullopt for blank. A unit behind the number
  /// ("120吨") goes before the column's; `unit` is that of a column of its own.
  [[nodiscard]] std::optional<double> number(const FeatureRow& row, std::string_view name, NumberRange range = {},
                                             const std::optional<UnitSymbol>& unit = std::nullopt);
  /// Something stands there, be it wrong.
  [[nodiscard]] bool is_filled(const FeatureRow& row, std::string_view name) const;
  /// The mapping itself names a unit: `inventory_t = "储量 [kg]"`.
  [[nodiscard]] bool is_converted(std::string_view name) const;
  /// Where a field of a row stands, in the layer's own name for it.
  [[nodiscard]] Location at(const FeatureRow& row, std::string_view name) const;

 private:
  struct Column {
    std::size_t index = 0;
    bool required = false;
    UnitSymbol unit;                      ///< of the values in the file
    std::string our_unit;                 ///< that our name means
    std::optional<std::string> constant;  ///< instead of a column
    bool converted = false;               ///< by a unit in the mapping
  };
  void add(const FieldSpec& spec);
  [[nodiscard]] std::optional<Column> find(const FieldSpec& spec, const std::string& written, bool mapped);
  void check_mapped_names(const std::vector<FieldSpec>& specs);
  void check_ignored_names();
  void check_unread_columns(const std::vector<FieldSpec>& specs);
  void tell_near(const std::string& column, const std::vector<std::string>& ours, Nearness how);
  [[nodiscard]] bool is_read(std::size_t column) const;
  [[nodiscard]] std::vector<std::size_t> columns_for(const std::string& written, bool mapped) const;
  [[nodiscard]] std::optional<double> value_of(const Column& column, const Cell& cell, const std::string& written,
                                               UnitSymbol& unit, const Location& where);
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

}  // namespace sise
