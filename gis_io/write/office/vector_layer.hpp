// A layer on its way to an office: features with a style and titles, whatever file they are written into.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis_io/write/styles/layer_style.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "models/base/text.hpp"

namespace sise {

enum class ColumnKind { flag, whole, number, text };

struct LayerColumn {
  std::string name;
  ColumnKind kind = ColumnKind::text;
  bool operator==(const LayerColumn&) const = default;
};

/// Rows of a layer of points too long to be held as features: asked for one by one, the same whenever they are asked for.
struct LayerRows {
  /// A row without a place has no geometry; values are in the order of the columns.
  using Sink = std::function<void(const std::optional<Point>& at, const std::vector<PropertyValue>& values)>;

  std::vector<LayerColumn> columns;
  std::int64_t count = 0;
  std::function<void(const Sink& sink)> each;
};

struct VectorLayer {
  std::string name;  ///< of the table: letters, digits and underscores
  Text title;        ///< in layer trees
  Text description;  ///< what it shows, of which date, by which rules
  std::vector<Feature> features;
  LayerStyle style;
  std::string name_field{};         ///< what a feature is called on a map; empty: it has no name
  std::optional<LayerRows> rows{};  ///< instead of features; pictures leave them out
};

/// Every property that any feature has, in the order of their first appearance, of the narrowest kind that holds all of its
/// values. A column without values is of the kind that its name tells (field_words.hpp).
[[nodiscard]] std::vector<LayerColumn> columns_of(const std::vector<Feature>& features);
[[nodiscard]] std::vector<LayerColumn> columns_of(const VectorLayer& layer);
/// Of features or of rows.
[[nodiscard]] std::int64_t row_count(const VectorLayer& layer);

/// The layer with all its rows in memory, for formats that cannot take them one by one.
[[nodiscard]] VectorLayer with_features(const VectorLayer& layer);

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
