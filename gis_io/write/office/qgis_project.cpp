#include "gis_io/write/office/qgis_project.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string_view>
#include <utility>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/spatial_reference.hpp"
#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

struct TextDeleter {
  void operator()(char* text) const { CPLFree(text); }
};

std::string wkt_of(OGRSpatialReferenceH reference) {
  constexpr const char* kOptions[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};  // NOLINT(*-avoid-c-arrays)
  char* text = nullptr;
  if (OSRExportToWktEx(reference, &text, kOptions) != OGRERR_NONE) return {};
  return std::unique_ptr<char, TextDeleter>(text).get();
}

std::string proj_of(OGRSpatialReferenceH reference) {
  char* text = nullptr;
  if (OSRExportToProj4(reference, &text) != OGRERR_NONE) return {};
  return std::unique_ptr<char, TextDeleter>(text).get();
}

/// QGIS goes by the authority's code, and by the WKT where it does not know that.
std::string reference_xml(const std::string& crs) {
  const SpatialReference reference = spatial_reference(crs);
  const char* authority = OSRGetAuthorityName(reference.get(), nullptr);
  const char* code = OSRGetAuthorityCode(reference.get(), nullptr);
  const bool known = authority != nullptr && code != nullptr;
  const bool epsg = known && std::string_view(authority) == "EPSG";
  const char* name = OSRGetName(reference.get());
  return "<spatialrefsys nativeFormat=\"Wkt\">" + xml_element("wkt", wkt_of(reference.get())) +
         xml_element("proj4", proj_of(reference.get())) + xml_element("srid", epsg ? code : "0") +
         xml_element("authid", known ? std::string(authority) + ":" + code : "") +
         xml_element("description", name == nullptr ? "" : name) + xml_element("geographicflag", "false") +
         "</spatialrefsys>";
}

std::string extent_xml(const Bounds& extent) {
  return fmt::format("<extent><xmin>{}</xmin><ymin>{}</ymin><xmax>{}</xmax><ymax>{}</ymax></extent>", extent.x_min,
                     extent.y_min, extent.x_max, extent.y_max);
}

std::string source_of(const QgisProject& project, const ProjectLayer& layer) {
  std::string source = "./" + project.geopackage + "|layername=" + layer.table;
  if (!layer.filter.empty()) source += "|subset=" + qgis_filter(layer.filter);
  return source;
}

/// QGIS takes an id of ten letters or fewer for none at all.
std::string qgis_id(const ProjectLayer& layer) { return "sise_layer_" + layer.id; }

const char* check_state(bool shown) { return shown ? "Qt::Checked" : "Qt::Unchecked"; }

std::string tree_layer(const QgisProject& project, const ProjectLayer& layer, const std::string& indent) {
  return fmt::format(
      "{}<layer-tree-layer id=\"{}\" name=\"{}\" source=\"{}\" providerKey=\"ogr\" checked=\"{}\" expanded=\"0\" "
      "legend_exp=\"\" patch_size=\"-1,-1\"/>\n",
      indent, xml_escaped(qgis_id(layer)), xml_escaped(legend_text(layer.title)),
      xml_escaped(source_of(project, layer)), check_state(layer.shown));
}

std::string tree_group(const QgisProject& project, const ProjectGroup& group, const std::string& indent) {
  std::string xml = fmt::format("{}<layer-tree-group name=\"{}\" checked=\"{}\" expanded=\"{:d}\">\n", indent,
                                xml_escaped(legend_text(group.title)), check_state(group.shown), group.expanded);
  for (const ProjectLayer& layer : group.layers) xml += tree_layer(project, layer, indent + "  ");
  for (const ProjectGroup& inner : group.groups) xml += tree_group(project, inner, indent + "  ");
  return xml + indent + "</layer-tree-group>\n";
}

/// All layers in the order of the tree: the first is drawn on top.
std::vector<const ProjectLayer*> layers_of(const std::vector<ProjectGroup>& groups) {
  std::vector<const ProjectLayer*> layers;
  for (const ProjectGroup& group : groups) {
    for (const ProjectLayer& layer : group.layers) layers.push_back(&layer);
    for (const ProjectLayer* layer : layers_of(group.groups)) layers.push_back(layer);
  }
  return layers;
}

std::string indented(const std::string& xml) {
  std::string out;
  std::size_t begin = 0;
  while (begin < xml.size()) {
    const std::size_t end = xml.find('\n', begin);
    out += "    " + xml.substr(begin, end - begin + 1);
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  return out;
}

std::string map_layer(const QgisProject& project, const ProjectLayer& layer, const std::string& reference) {
  constexpr std::string_view kNames[] = {"Point", "Line", "Polygon"};  // NOLINT(*-avoid-c-arrays)
  const std::string_view geometry =
      layer.kind == GeometryKind::point ? kNames[0] : (layer.kind == GeometryKind::line ? kNames[1] : kNames[2]);
  std::string xml = fmt::format(
      "    <maplayer type=\"vector\" geometry=\"{}\" hasScaleBasedVisibilityFlag=\"0\" autoRefreshEnabled=\"0\" "
      "readOnly=\"0\" labelsEnabled=\"{:d}\" styleCategories=\"AllStyleCategories\">\n",
      geometry, !layer.style.label_field.empty());
  xml += "      " + xml_element("id", qgis_id(layer)) + "\n";
  xml += "      " + xml_element("datasource", source_of(project, layer)) + "\n";
  xml += "      " + xml_element("layername", legend_text(layer.title)) + "\n";
  xml += "      " + xml_element("abstract", legend_text(layer.description)) + "\n";
  xml += "      <srs>" + reference + "</srs>\n";
  xml += "      <provider encoding=\"UTF-8\">ogr</provider>\n";
  xml +=
      "      <map-layer-style-manager current=\"default\"><map-layer-style name=\"default\"/>"
      "</map-layer-style-manager>\n";
  xml +=
      "      <flags><Identifiable>1</Identifiable><Removable>1</Removable><Searchable>1</Searchable>"
      "<Private>0</Private></flags>\n";
  xml += indented(vector_renderer_qml(layer.style)) + indented(labels_qml(layer.style)) +
         indented(aliases_qml(layer.columns));
  if (!layer.name_field.empty())
    xml += "      " + xml_element("previewExpression", "\"" + layer.name_field + "\"") + "\n";
  return xml + "    </maplayer>\n";
}

std::string canvas(const QgisProject& project, const std::string& reference) {
  return "  <mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\">\n    <units>meters</units>\n    " +
         extent_xml(project.extent) + "\n    <rotation>0</rotation>\n    <destinationsrs>" + reference +
         "</destinationsrs>\n    <rendermaptile>0</rendermaptile>\n  </mapcanvas>\n";
}

}  // namespace

ProjectLayer project_layer(const VectorLayer& layer, bool shown) {
  ProjectLayer made;
  made.id = layer.name;
  made.table = layer.name;
  made.title = layer.title;
  made.description = layer.description;
  made.style = layer.style;
  made.kind = kind_of(layer.style);
  made.columns = columns_of(layer);
  made.name_field = layer.name_field;
  made.shown = shown;
  return made;
}

std::string qgis_project_xml(const QgisProject& project) {
  initialise_gis();
  const std::string reference = reference_xml(project.crs);
  const std::vector<const ProjectLayer*> layers = layers_of(project.groups);
  const std::string title = legend_text(project.title);
  std::string xml = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n";
  xml += fmt::format("<qgis version=\"3.22.16\" projectname=\"{}\">\n  <homePath path=\"\"/>\n", xml_escaped(title));
  xml += "  " + xml_element("title", title) + "\n  <projectCrs>" + reference + "</projectCrs>\n";
  xml += "  <layer-tree-group>\n";
  for (const ProjectGroup& group : project.groups) xml += tree_group(project, group, "    ");
  xml += "  </layer-tree-group>\n" + canvas(project, reference) + "  <projectlayers>\n";
  for (const ProjectLayer* layer : layers) xml += map_layer(project, *layer, reference);
  xml += "  </projectlayers>\n  <layerorder>\n";
  for (const ProjectLayer* layer : layers) xml += fmt::format("    <layer id=\"{}\"/>\n", xml_escaped(qgis_id(*layer)));
  xml +=
      "  </layerorder>\n  <properties>\n    <Paths><Absolute type=\"bool\">false</Absolute></Paths>\n"
      "    <SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled></SpatialRefSys>\n"
      "  </properties>\n";
  xml += "  <projectMetadata>" + xml_element("type", "dataset") + xml_element("title", title) +
         xml_element("abstract", legend_text(project.description)) + "</projectMetadata>\n";
  xml += fmt::format(
      "  <ProjectViewSettings>\n    <DefaultViewExtent xmin=\"{}\" ymin=\"{}\" xmax=\"{}\" ymax=\"{}\">"
      "{}</DefaultViewExtent>\n  </ProjectViewSettings>\n",
      project.extent.x_min, project.extent.y_min, project.extent.x_max, project.extent.y_max, reference);
  return xml + "</qgis>\n";
}

}  // namespace sise
