// A layer on its way to an office: features with a style and titles, whatever file they are written into.
#pragma once
#include <string>
#include <vector>

#include "gis_io/write/styles/layer_style.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "models/base/text.hpp"

namespace sise {

struct VectorLayer {
  std::string name;  ///< of the table: letters, digits and underscores
  Text title;        ///< in layer trees
  Text description;  ///< what it shows, of which date, by which rules
  std::vector<Feature> features;
  LayerStyle style;
  std::string name_field{};  ///< what a feature is called on a map; empty: it has no name
};

enum class ColumnKind { flag, whole, number, text };

struct LayerColumn {
  std::string name;
  ColumnKind kind = ColumnKind::text;
  bool operator==(const LayerColumn&) const = default;
};

/// Every property that any feature has, in the order of their first appearance, of the narrowest kind that holds all of its
/// values. A column without values is of the kind that its name tells (field_words.hpp).
[[nodiscard]] std::vector<LayerColumn> columns_of(const std::vector<Feature>& features);

/// <aliases> of a QGIS style or project, for a table whose first column is its row number.
[[nodiscard]] std::string aliases_qml(const std::vector<LayerColumn>& columns);

enum class GeometryKind { none, point, line, area };
[[nodiscard]] GeometryKind kind_of(const Geometry& geometry);

/// The layer itself where its features are all of one kind; else one layer per kind, named NAME_points, NAME_lines and
/// NAME_areas, as a GIS wants it. Features without a place go with the first. A layer without features stays one.
[[nodiscard]] std::vector<VectorLayer> by_kind(VectorLayer layer);

/// The kind that the layer's style is made for.
[[nodiscard]] GeometryKind kind_of(const LayerStyle& style);

/// A value as one cell of a table: texts of a list are joined by "; ", what is deeper is JSON.
[[nodiscard]] std::string cell_text(const PropertyValue& value);

/// The feature's value of a field; null where it has none.
[[nodiscard]] PropertyValue property_of(const Feature& feature, std::string_view field);

}  // namespace sise
