#include "gis_io/read/layers/field_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

std::vector<std::string> names_of(const std::vector<FieldSpec>& specs) {
  std::vector<std::string> names;
  names.reserve(specs.size());
  for (const FieldSpec& spec : specs) names.push_back(spec.name);
  return names;
}

Text did_you_mean(const std::string& name, const std::vector<std::string>& all) {
  const auto near = nearest_names(name, all, 3);
  if (near.empty()) return {"There are: " + listed(all), "可用的有:" + listed(all)};
  return {"Did you mean " + listed(near) + "? There are: " + listed(all),
          "是否指 " + listed(near) + "?可用的有:" + listed(all)};
}

/// A range in the unit that our name means.
std::string range_text(const NumberRange& range, const UnitSymbol& unit) {
  const auto shown = [&](double si) { return fmt::format("{:g}", (si - unit.offset) / unit.factor); };
  const std::string symbol = unit.symbol.empty() || unit.symbol == "1" ? "" : " " + unit.symbol;
  if (!std::isfinite(range.high)) return (range.low_open ? "> " : ">= ") + shown(range.low) + symbol;
  return (range.low_open ? "> " : "") + shown(range.low) + (range.low_open ? " and <= " : " .. ") + shown(range.high) +
         symbol;
}

}  // namespace

std::optional<NameAndUnit> split_unit(std::string_view written) {
  const std::string text = normalised(written);
  const std::size_t open = text.rfind('[');
  if (!text.ends_with(']') || open == std::string::npos) return std::nullopt;
  return NameAndUnit{trimmed(text.substr(0, open)), trimmed(text.substr(open + 1, text.size() - open - 2))};
}

std::optional<double> parse_number(std::string_view text) {
  std::string digits = normalised(text);
  if (digits.starts_with('+')) digits.erase(0, 1);
  double value = 0.0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stop != end || digits.empty() || !std::isfinite(value)) return std::nullopt;
  return value;
}

FieldMap::FieldMap(const FeatureTable& table, const LayerConfig& config, const std::vector<FieldSpec>& specs,
                   Problems& problems)
    : table_(table), config_(config), problems_(problems) {
  check_mapped_names(specs);
  for (const FieldSpec& spec : specs) add(spec);
}

void FieldMap::check_mapped_names(const std::vector<FieldSpec>& specs) {
  const auto known = names_of(specs);
  for (const auto& [ours, theirs] : config_.fields) {
    if (std::find(known.begin(), known.end(), ours) != known.end()) continue;
    Location where = config_.where;
    where.field = where.field.empty() ? "fields." + ours : where.field + ".fields." + ours;
    problems_.error("unknown_field_key",
                    {"'" + ours + "' is not a field of this section", "本节没有 '" + ours + "' 字段"}, where,
                    did_you_mean(ours, known));
  }
}

Location FieldMap::where(const std::string& field) const {
  Location place = table_.where;
  place.field = field;
  return place;
}

void FieldMap::add(const FieldSpec& spec) {
  const auto mapped = config_.fields.find(spec.name);
  const bool is_mapped = mapped != config_.fields.end();
  const std::string written = is_mapped ? mapped->second : spec.name;
  auto column = find(spec, written);
  if (column) {
    columns_.emplace(spec.name, std::move(*column));
    return;
  }
  if (!is_mapped && !spec.required) return;
  const auto unit = split_unit(written);
  const Text remedy = did_you_mean(unit ? unit->name : written, table_.columns);
  problems_.error("missing_field",
                  {"the layer has no field '" + written + "' (our '" + spec.name + "')",
                   "图层没有字段 '" + written + "'(对应 '" + spec.name + "')"},
                  where(written), remedy);
}

std::optional<FieldMap::Column> FieldMap::find(const FieldSpec& spec, const std::string& written) {
  const UnitSymbol ours = unit_of_name(spec.name);
  Column column{0, spec.required, ours, ours.symbol};
  auto found = table_.columns_named(written);
  const bool whole = !found.empty();
  if (!whole) {
    const auto split = split_unit(written);
    if (!split) return std::nullopt;
    found = table_.columns_named(split->name);
    if (found.empty()) return std::nullopt;
    const auto unit = unit_symbol(split->unit);
    if (!unit || unit->dimension != ours.dimension) {
      const auto known = symbols_of(ours.dimension);
      const bool none = ours.dimension == Dimension::none;
      problems_.error("unknown_unit",
                      {"unit '" + split->unit + "' cannot be converted for '" + spec.name + "'",
                       "单位 '" + split->unit + "' 不能用于 '" + spec.name + "'"},
                      where(written),
                      none ? Text{"This field has no unit", "该字段没有单位"}
                           : Text{"Known are: " + listed(known, 40), "可用的有:" + listed(known, 40)});
    } else {
      column.unit = *unit;
    }
  }
  if (found.size() > 1) {
    problems_.error("ambiguous_field",
                    {fmt::format("the layer has {} fields named '{}'", found.size(), written),
                     fmt::format("图层有 {} 个名为 '{}' 的字段", found.size(), written)},
                    where(written), {"Rename one of them", "请改名"});
  }
  column.index = found.front();
  if (whole) warn_of_unit_in_name(column, spec);
  return column;
}

void FieldMap::warn_of_unit_in_name(const Column& column, const FieldSpec& spec) {
  const std::string& name = table_.columns[column.index];
  const auto split = split_unit(name);
  const auto unit = split ? unit_symbol(split->unit) : std::nullopt;
  const bool same = !unit || (unit->factor == column.unit.factor && unit->offset == column.unit.offset);
  if (same || unit->dimension != column.unit.dimension) return;
  problems_.warning("unit_in_field_name",
                    {"the field's own name says [" + unit->symbol + "], but its values are read in " + column.our_unit +
                         " as '" + spec.name + "' says",
                     "字段名本身带有 [" + unit->symbol + "],但按 '" + spec.name + "' 以 " + column.our_unit + " 读取"},
                    where(name),
                    {"To convert, write " + spec.name + " = \"" + name + " [" + unit->symbol + "]\"",
                     "如需换算,请写 " + spec.name + " = \"" + name + " [" + unit->symbol + "]\""});
}

Location FieldMap::at(const FeatureRow& row, std::string_view name) const {
  const auto it = columns_.find(std::string(name));
  return table_.at(row, it == columns_.end() ? std::string(name) : table_.columns[it->second.index]);
}

std::optional<std::string> FieldMap::text(const FeatureRow& row, std::string_view name) {
  const auto it = columns_.find(std::string(name));
  if (it == columns_.end()) return std::nullopt;
  auto value = text_of(row.cells.at(it->second.index));
  if (!value && it->second.required) {
    problems_.error(
        "blank_value", {"'" + std::string(name) + "' is blank", "'" + std::string(name) + "' 为空"}, at(row, name),
        {"Fill it in; merged cells of a sheet must be split and filled", "请填写;表格中的合并单元格须拆分后填写"});
  }
  return value;
}

std::optional<double> FieldMap::number(const FeatureRow& row, std::string_view name, NumberRange range) {
  const auto written = text(row, name);
  if (!written) return std::nullopt;
  const Column& column = columns_.find(std::string(name))->second;
  const Cell& cell = row.cells.at(column.index);
  std::optional<double> value;
  if (const auto* real = std::get_if<double>(&cell)) value = std::isfinite(*real) ? std::optional(*real) : std::nullopt;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) value = static_cast<double>(*whole);
  if (std::holds_alternative<std::string>(cell)) value = parse_number(*written);
  if (!value) {
    problems_.error("not_a_number", {"'" + *written + "' is not a number", "'" + *written + "' 不是数值"},
                    at(row, name),
                    {"Write digits with a decimal point and no separators or units; leave unknown values blank",
                     "请写带小数点的数字,不要千分位和单位;未知的值请留空"});
    return std::nullopt;
  }
  const double si = *value * column.unit.factor + column.unit.offset;
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
