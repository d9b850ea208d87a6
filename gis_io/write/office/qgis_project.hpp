// A QGIS project over one GeoPackage: layers in groups with their titles, styles and aliases, ready to open.
#pragma once
#include <string>
#include <vector>

#include "core/grid/point.hpp"
#include "gis_io/write/office/vector_layer.hpp"

namespace sise {

/// A table of the GeoPackage, or the rows of it that a filter lets through.
struct ProjectLayer {
  std::string id;     ///< unique in the project: letters, digits, underscores
  std::string table;  ///< in the GeoPackage
  std::vector<Condition> filter{};
  Text title;
  Text description;
  LayerStyle style;
  GeometryKind kind = GeometryKind::area;  ///< of the table
  std::vector<LayerColumn> columns;
  std::string name_field{};  ///< shown when the mouse rests on a feature
  bool shown = true;
};

struct ProjectGroup {
  Text title;
  std::vector<ProjectLayer> layers{};
  std::vector<ProjectGroup> groups{};  ///< below the layers
  bool shown = true;
  bool expanded = true;
};

struct QgisProject {
  Text title;
  Text description;        ///< in the project's properties
  std::string crs;         ///< the grid's
  std::string geopackage;  ///< file name, in the project's own folder
  Bounds extent;           ///< what is seen first, in `crs`
  std::vector<ProjectGroup> groups;
};

/// The layer of a table that shows all of it.
[[nodiscard]] ProjectLayer project_layer(const VectorLayer& layer, bool shown = true);

/// The .qgs file (XML, QGIS 3.22). Paths are relative; nothing in it tells the machine, the user or the time.
[[nodiscard]] std::string qgis_project_xml(const QgisProject& project);

}  // namespace sise
