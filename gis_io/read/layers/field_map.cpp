#include "gis_io/read/layers/field_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gis_io/read/config/field_names.hpp"
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

/// How the project file calls the section whose `fields` map this layer.
std::string fields_section(const LayerConfig& config) {
  const std::string& section = config.where.field;
  return section.empty() || section == "record" ? "[fields]" : "[" + section + ".fields]";
}

}  // namespace

std::optional<NameAndUnit> split_unit(std::string_view written) {
  const std::string text = normalised(written);
  const std::size_t open = text.rfind('[');
  if (!text.ends_with(']') || open == std::string::npos) return std::nullopt;
  return NameAndUnit{trimmed(text.substr(0, open)), trimmed(text.substr(open + 1, text.size() - open - 2))};
}

std::vector<FieldSpec> field_specs(const std::vector<std::string>& names, const std::vector<std::string>& required) {
  std::vector<FieldSpec> specs;
  specs.reserve(names.size());
  for (const std::string& name : names) {
    specs.push_back({name, std::find(required.begin(), required.end(), name) != required.end()});
  }
  return specs;
}

FieldMap::FieldMap(const FeatureTable& table, const LayerConfig& config, const std::vector<FieldSpec>& specs,
                   Problems& problems)
    : table_(table), config_(config), problems_(problems) {
  check_mapped_names(specs);
  check_ignored_names();
  for (const FieldSpec& spec : specs) add(spec);
  check_unread_columns(specs);
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

void FieldMap::check_ignored_names() {
  for (const std::string& name : config_.ignore) {
    const bool there = !table_.columns_named(name).empty();
    const bool mapped = std::any_of(config_.fields.begin(), config_.fields.end(),
                                    [&](const auto& field) { return normalised(field.second) == normalised(name); });
    if (there && !mapped) continue;
    Location where = config_.where;
    where.field = where.field.empty() ? "ignore" : where.field + ".ignore";
    if (mapped) {
      problems_.error("ignored_field_is_mapped",
                      {"column '" + name + "' is both mapped and ignored", "列 '" + name + "' 既被映射又被忽略"}, where,
                      {"Keep one of the two", "请只保留其中之一"});
    } else {
      problems_.error("unknown_ignored_field",
                      {"the layer has no field '" + name + "' to ignore", "图层没有可忽略的字段 '" + name + "'"}, where,
                      did_you_mean(name, table_.columns));
    }
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
  auto column = find(spec, written, is_mapped);
  if (const auto constant = config_.constants.find(spec.name); constant != config_.constants.end()) {
    if (column) {
      problems_.error("constant_and_column",
                      {"'" + spec.name + "' is given for the whole layer, but the layer has the column '" +
                           table_.columns[column->index] + "' too",
                       "'" + spec.name + "' 已为整个图层给定,但图层还有 '" + table_.columns[column->index] + "' 列"},
                      where(table_.columns[column->index]),
                      {"Keep one of them; ignore = [\"" + table_.columns[column->index] + "\"] leaves the column out",
                       "请只保留一个;可用 ignore = [\"" + table_.columns[column->index] + "\"] 忽略该列"});
    }
    const UnitSymbol unit = unit_of_name(spec.name);
    columns_.insert_or_assign(spec.name, Column{0, spec.required, unit, unit.symbol, constant->second, false});
    return;
  }
  if (column) {
    columns_.insert_or_assign(spec.name, std::move(*column));
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

std::vector<std::size_t> FieldMap::columns_for(const std::string& written, bool mapped) const {
  const bool ignored = !mapped && std::any_of(config_.ignore.begin(), config_.ignore.end(), [&](const auto& name) {
    return normalised(name) == normalised(written);
  });
  if (ignored) return {};
  auto found = table_.columns_named(written);
  if (!found.empty() || !mapped) return found;
  // What the user maps is meant: drivers differ in the case of the names that a format gives (KML's "description").
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    const bool same_but_for_case = nearness(table_.columns[i], written, true) == Nearness::spelling &&
                                   normalised(table_.columns[i]).size() == normalised(written).size();
    if (same_but_for_case) found.push_back(i);
  }
  return found;
}

std::optional<FieldMap::Column> FieldMap::find(const FieldSpec& spec, const std::string& written, bool mapped) {
  const UnitSymbol ours = unit_of_name(spec.name);
  Column column{0, spec.required, ours, ours.symbol, std::nullopt, false};
  auto found = columns_for(written, mapped);
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
      column.converted = true;
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

bool FieldMap::is_read(std::size_t column) const {
  const std::string name = normalised(table_.columns[column]);
  const auto is_name = [&](const std::string& text) { return !text.empty() && normalised(text) == name; };
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const auto& c) { return !c.second.constant && c.second.index == column; }) ||
         std::any_of(config_.ignore.begin(), config_.ignore.end(), is_name) ||
         std::any_of(config_.fields.begin(), config_.fields.end(), [&](const auto& f) { return is_name(f.second); }) ||
         is_name(config_.x) || is_name(config_.y) || is_name(config_.lon) || is_name(config_.lat) ||
         is_name(config_.wkt);
}

void FieldMap::check_unread_columns(const std::vector<FieldSpec>& specs) {
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    // A name of another section's is no misspelt one of ours; a constant or a mapping has settled its own.
    if (is_read(i) || is_field_name(normalised(table_.columns[i]))) continue;
    std::map<Nearness, std::vector<std::string>> near;
    for (const FieldSpec& spec : specs) {
      const bool there = has(spec.name);
      const bool told = spec.required && !there;
      if (told || config_.fields.contains(spec.name) || config_.constants.contains(spec.name)) continue;
      if (const auto how = nearness(table_.columns[i], spec.name, there)) near[*how].push_back(spec.name);
    }
    if (near.empty()) continue;
    std::vector<std::string> names;
    for (const auto& [how, ours] : near) {
      if (how == near.begin()->first || near.begin()->first != Nearness::spelling)
        names.insert(names.end(), ours.begin(), ours.end());
    }
    tell_near(table_.columns[i], names, near.begin()->first);
  }
}

void FieldMap::tell_near(const std::string& column, const std::vector<std::string>& ours, Nearness how) {
  const std::string& first = ours.front();
  const std::string unit = how == Nearness::other_unit ? unit_in_column(column, first) : std::string();
  const std::string given = how != Nearness::other_unit || unit == unit_of_name(first).symbol
                                ? std::string()
                                : " [" + (unit.empty() ? "UNIT" : unit) + "]";
  const std::string line = first + " = \"" + column + given + "\"";
  problems_.error(
      "nearly_our_field",
      {"column '" + column + "' is not read, but looks like our '" + listed(ours) + "' (" + text_of(how).en + ")",
       "列 '" + column + "' 未被读取,但与字段 '" + listed(ours) + "' 相近(" + text_of(how).zh + ")"},
      where(column),
      {"If it is ours, rename it or write " + line + " under " + fields_section(config_) +
           "; if not, list it: ignore = [\"" + column + "\"]",
       "如为该字段,请改名,或在 " + fields_section(config_) + " 写明 " + line + ";如不是,请写 ignore = [\"" + column +
           "\"]"});
}

}  // namespace sise
