// The values of mapped columns: FieldMap's reading half.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "gis_io/read/layers/field_map.hpp"
#include "models/catalogue/physical_range.hpp"

namespace sise {
namespace {

/// A range in the unit that our name means.
std::string range_text(const NumberRange& range, const UnitSymbol& unit) {
  const auto shown = [&](double si) { return fmt::format("{:g}", (si - unit.offset) / unit.factor); };
  const std::string symbol = unit.symbol.empty() || unit.symbol == "1" ? "" : " " + unit.symbol;
  if (!std::isfinite(range.high)) return (range.low_open ? "> " : ">= ") + shown(range.low) + symbol;
  return (range.low_open ? "> " : "") + shown(range.low) + (range.low_open ? " and <= " : " .. ") + shown(range.high) +
         symbol;
}

Text is_no_number(const std::string& written) {
  return {"'" + written + "' is not a number", "'" + written + "' 不是数值"};
}

/// A reader's range narrowed to what any number of that name can be. Readers without a range judge values themselves:
/// records have codes for missing ones.
NumberRange physical(std::string_view name, NumberRange range) {
  const PhysicalRange* wide = physical_range(name);
  if (wide == nullptr || (std::isinf(range.low) && std::isinf(range.high))) return range;
  const UnitSymbol unit = unit_of_name(name);
  const auto si = [&](double value) { return value * unit.factor + unit.offset; };
  range.high = std::min(range.high, si(wide->high));
  if (range.low_open && range.low < si(wide->least)) {
    range.low = si(wide->least);
    range.low_open = false;
  } else {
    range.low = std::max(range.low, si(wide->low));
  }
  return range;
}

}  // namespace

Location FieldMap::at(const FeatureRow& row, std::string_view name) const {
  const auto it = columns_.find(std::string(name));
  if (it == columns_.end()) return table_.at(row, std::string(name));
  if (!it->second.constant) return table_.at(row, table_.columns[it->second.index]);
  Location place = config_.where;
  place.field = place.field.empty() ? std::string(name) : place.field + "." + std::string(name);
  return place;
}

bool FieldMap::is_filled(const FeatureRow& row, std::string_view name) const {
  const auto it = columns_.find(std::string(name));
  if (it == columns_.end()) return false;
  if (it->second.constant) return true;
  const Cell& cell = row.cells.at(it->second.index);
  return text_of(cell).has_value() || fault_of(cell).has_value();
}

bool FieldMap::is_converted(std::string_view name) const {
  const auto it = columns_.find(std::string(name));
  return it != columns_.end() && it->second.converted;
}

std::optional<std::string> FieldMap::text(const FeatureRow& row, std::string_view name) {
  const auto it = columns_.find(std::string(name));
  if (it == columns_.end()) return std::nullopt;
  if (it->second.constant) return it->second.constant;
  const Cell& cell = row.cells.at(it->second.index);
  if (const auto fault = fault_of(cell)) {
    tell_fault(*fault, at(row, name), problems_);
    return std::nullopt;
  }
  auto value = text_of(cell);
  if (!value && it->second.required) {
    problems_.error("blank_value", {"'" + std::string(name) + "' is blank", "'" + std::string(name) + "' 为空"},
                    at(row, name),
                    {"Fill it in; merged cells must be split and filled where the format is no .xlsx",
                     "请填写;.xlsx 以外的格式中,合并单元格须拆分后填写"});
  }
  return value;
}

std::optional<double> FieldMap::value_of(const Column& column, const Cell& cell, const std::string& written,
                                         UnitSymbol& unit, const Location& where) {
  if (!column.constant) {
    if (const auto* real = std::get_if<double>(&cell); real != nullptr && std::isfinite(*real)) return *real;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  }
  const auto number = written_number(written);
  const bool counted = number && unit.dimension == Dimension::none && is_counting_word(number->unit);
  const auto own_unit = number && !number->unit.empty() && !counted ? unit_symbol(number->unit) : std::nullopt;
  if (!number || (!number->unit.empty() && !counted && !own_unit)) {
    problems_.error("not_a_number", is_no_number(written), where,
                    {"Write digits with a decimal point, with no unit or one that is known; leave unknown values blank",
                     "请写带小数点的数字,不带单位或带可识别的单位;未知的值请留空"});
    return std::nullopt;
  }
  if (number->ambiguous) {
    problems_.error("ambiguous_number",
                    {"'" + written + "' may have a thousands separator or a decimal comma",
                     "'" + written + "' 中的逗号可能是千分位,也可能是小数点"},
                    where, {"Write it without a comma", "请去掉逗号"});
    return std::nullopt;
  }
  if (own_unit && own_unit->dimension != unit.dimension) {
    problems_.error("wrong_unit",
                    {"'" + written + "': unit '" + number->unit + "' does not measure this field",
                     "'" + written + "':单位 '" + number->unit + "' 不适用于该字段"},
                    where,
                    unit.dimension == Dimension::none
                        ? Text{"This field has no unit", "该字段没有单位"}
                        : Text{"Write it in " + column.our_unit, "请以 " + column.our_unit + " 为单位填写"});
    return std::nullopt;
  }
  if (own_unit) unit = *own_unit;
  return number->value;
}

std::optional<double> FieldMap::number(const FeatureRow& row, std::string_view name, NumberRange range,
                                       const std::optional<UnitSymbol>& given_unit) {
  const auto written = text(row, name);
  if (!written) return std::nullopt;
  const Column& column = columns_.find(std::string(name))->second;
  UnitSymbol unit = given_unit.value_or(column.unit);
  const Cell none;
  const auto value =
      value_of(column, column.constant ? none : row.cells.at(column.index), *written, unit, at(row, name));
  if (!value) return std::nullopt;
  const double si = *value * unit.factor + unit.offset;
  range = physical(name, range);
  const bool low = si < range.low || (range.low_open && si == range.low);
  if (low || si > range.high || !std::isfinite(si)) {
    const std::string allowed = range_text(range, unit_of_name(name));
    problems_.error("out_of_range",
                    {"'" + std::string(name) + "' is " + *written + "; allowed is " + allowed,
                     "'" + std::string(name) + "' 为 " + *written + ";允许范围为 " + allowed},
                    at(row, name), {"Correct the value; leave unknown values blank", "请改正;未知的值请留空"});
    return std::nullopt;
  }
  return si;
}

}  // namespace sise
