#include "gis_io/write/styles/layer_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "core/criteria/readable.hpp"

namespace sise {
namespace {

Symbol symbol_of(Shape shape) {
  switch (shape) {
    case Shape::point:
      return Symbol::dots;
    case Shape::line:
      return Symbol::lines;
    case Shape::small_polygon:
      return Symbol::dotted_areas;
    case Shape::polygon:
      break;
  }
  return Symbol::clear_areas;
}

StyleEntry entry_of(std::string_view attribute, const SchemeClass& c) {
  return {{{std::string(attribute), c.code}}, c.label, c.rgb};
}

const PropertyValue* value_of(const Feature& feature, std::string_view field) {
  const auto found = std::find_if(feature.properties.begin(), feature.properties.end(),
                                  [&](const Property& property) { return property.name == field; });
  return found == feature.properties.end() ? nullptr : &found->value;
}

std::optional<double> number_of(const PropertyValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.value)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&value.value)) return *number;
  return std::nullopt;
}

bool holds(const Condition& condition, const Feature& feature) {
  const PropertyValue* value = value_of(feature, condition.field);
  if (value == nullptr) return false;
  const auto number = number_of(*value);
  const auto wanted = number_of(condition.value);
  if (number || wanted) return number && wanted && *number == *wanted;
  if (value->value.index() != condition.value.value.index()) return false;
  return plain_text(*value) == plain_text(condition.value);
}

bool names(const StyleEntry& entry, const Feature& feature) {
  return !entry.where.empty() && std::all_of(entry.where.begin(), entry.where.end(),
                                             [&](const Condition& condition) { return holds(condition, feature); });
}

/// Grey alone is taken for a class. Dots and lines are too small for it.
void hatch_no_answer(LayerStyle& style) {
  if (style.symbol == Symbol::dots || style.symbol == Symbol::lines) return;
  style.entries.back().paint = AreaPaint::hatched;
}

}  // namespace

LayerStyle class_style(const ClassScheme& scheme, std::string_view attribute) {
  LayerStyle style{std::string(attribute), Symbol::solid_areas, {}};
  for (const SchemeClass& c : scheme.classes) style.entries.push_back(entry_of(attribute, c));
  style.entries.push_back(
      {{{std::string(attribute), ClassScheme::no_answer_code}}, scheme.no_answer_label, scheme.no_answer_rgb});
  hatch_no_answer(style);
  return style;
}

LayerStyle category_style(const ClassScheme& scheme, std::string_view attribute, Shape shape,
                          std::optional<int> drawn) {
  LayerStyle style{std::string(attribute), symbol_of(shape), {}};
  for (const SchemeClass& c : scheme.classes) {
    style.entries.push_back(entry_of(attribute, c));
    style.entries.back().drawn = !drawn || c.code == *drawn;
  }
  // Every other value, none at all included.
  style.entries.push_back({{}, scheme.no_answer_label, scheme.no_answer_rgb});
  style.entries.back().drawn = !drawn || *drawn == ClassScheme::no_answer_code;
  hatch_no_answer(style);
  return style;
}

LayerStyle contour_style(const ClassScheme& scheme, std::string_view attribute) {
  LayerStyle style{std::string(attribute), Symbol::outlines, {}};
  for (const SchemeClass& c : scheme.classes) {
    if (!std::isfinite(c.lower)) continue;
    const Text level = readable(c.lower, scheme.unit, 2);
    style.entries.push_back({{{std::string(attribute), c.lower}}, {"above " + level.en, "大于" + level.zh}, c.rgb});
  }
  return style;
}

LayerStyle rule_style(const std::vector<StyleRule>& rules) {
  LayerStyle style{"", Symbol::painted_areas, {}};
  for (const StyleRule& rule : rules) style.entries.push_back({rule.where, rule.label, rule.rgb, true, rule.paint});
  return style;
}

LayerStyle plain_style(Symbol symbol, const Text& label, const Rgb& rgb) { return {"", symbol, {{{}, label, rgb}}}; }

const StyleEntry* entry_for(const LayerStyle& style, const Feature& feature) {
  const StyleEntry* other = nullptr;
  for (const StyleEntry& entry : style.entries) {
    if (names(entry, feature)) return &entry;
    if (entry.where.empty()) other = &entry;
  }
  return other;
}

std::string plain_text(const PropertyValue& value) {
  if (const auto* flag = std::get_if<bool>(&value.value)) return *flag ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&value.value)) return fmt::format("{}", *whole);
  if (const auto* number = std::get_if<double>(&value.value)) return fmt::format("{}", *number);
  if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
  return {};
}

}  // namespace sise
