// How the features of a layer are drawn and what its legend says, whatever the format: QML, SLD and KML are written from
// this, and this is made from a class scheme.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/styles/shape.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A field that has a value.
struct Condition {
  std::string field;
  PropertyValue value;  ///< a number, a text or a flag
};

/// One line of the legend and the features that it stands for.
struct StyleEntry {
  std::vector<Condition> where;  ///< all of them hold; none: whatever no other entry names
  Text label;
  Rgb rgb{};
  bool drawn = true;                   ///< false: stands in the legend unticked
  AreaPaint paint = AreaPaint::solid;  ///< of painted areas; hatched: lines over the colour of any other areas
};

/// What a feature is drawn with.
enum class Symbol {
  dots,
  lines,
  solid_areas,
  clear_areas,   ///< translucent, with an outline
  dotted_areas,  ///< the same with a dot in the middle: a tank is too small to be seen on the map of a district
  outlines,      ///< of areas
  painted_areas  ///< each entry has a paint of its own
};

struct LayerStyle {
  std::string attribute;  ///< every entry is a value of this field; empty: entries are rules
  Symbol symbol = Symbol::clear_areas;
  std::vector<StyleEntry> entries;
  std::string label_field{};  ///< written beside each feature; empty: none
};

/// Areas filled in the colour of the class code in `attribute`; what has no answer is hatched, here and below.
[[nodiscard]] LayerStyle class_style(const ClassScheme& scheme, std::string_view attribute);

/// For a layer with class codes in `attribute`: dots, lines, or translucent areas with an outline. With `drawn`, the other
/// classes stand in the legend unticked: thousands of lines that say "far enough" hide the map.
[[nodiscard]] LayerStyle category_style(const ClassScheme& scheme, std::string_view attribute, Shape shape,
                                        std::optional<int> drawn = {});

/// For contour regions with the level in `attribute`: outlines in the colour of the class above the level.
[[nodiscard]] LayerStyle contour_style(const ClassScheme& scheme, std::string_view attribute);

/// One line of the legend of areas that lie over one another.
struct StyleRule {
  std::vector<Condition> where;
  Text label;
  Rgb rgb{};
  AreaPaint paint = AreaPaint::solid;
};

/// For a layer of areas that lie over one another, told apart by rules. Features that no rule names are not drawn.
[[nodiscard]] LayerStyle rule_style(const std::vector<StyleRule>& rules);

/// Every feature alike: for what has no classes.
[[nodiscard]] LayerStyle plain_style(Symbol symbol, const Text& label, const Rgb& rgb);

/// The entry that a feature is drawn by; null: it is not drawn.
[[nodiscard]] const StyleEntry* entry_for(const LayerStyle& style, const Feature& feature);

/// A value as it stands in a filter or a legend: "3", "1e-05", "red"; empty for null.
[[nodiscard]] std::string plain_text(const PropertyValue& value);

}  // namespace sise
