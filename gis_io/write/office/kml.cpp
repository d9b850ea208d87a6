#include "gis_io/write/office/kml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/text/xml.hpp"
#include "gis_io/write/vectors/rounded_shape.hpp"

namespace sise {
namespace {

constexpr double kLongestEdge_m = 500.0;  // as in GeoJSON: a straight edge of the grid is a curve in degrees
constexpr std::uint8_t kOpaqueAlpha = 255;
constexpr std::uint8_t kClearAlpha = 110;
constexpr std::uint8_t kPaleAlpha = 60;

/// KML's aabbggrr.
std::string colour(const Rgb& rgb, std::uint8_t alpha) {
  return fmt::format("{:02x}{:02x}{:02x}{:02x}", alpha, rgb[2], rgb[1], rgb[0]);
}

std::string degrees(std::int64_t value) {
  const std::int64_t magnitude = std::abs(value);
  return fmt::format("{}{}.{:07}", value < 0 ? "-" : "", magnitude / kUnitsPerDegree, magnitude % kUnitsPerDegree);
}

std::string coordinates(const RoundedLine& line) {
  std::string text = "<coordinates>";
  for (std::size_t i = 0; i < line.size(); ++i) {
    text += (i == 0 ? "" : " ") + degrees(line[i].lon) + "," + degrees(line[i].lat);
  }
  return text + "</coordinates>";
}

std::string ring(const RoundedLine& line) { return "<LinearRing>" + coordinates(line) + "</LinearRing>"; }

std::string polygon(const RoundedPolygon& polygon) {
  std::string xml =
      "<Polygon><tessellate>1</tessellate><outerBoundaryIs>" + ring(polygon.front()) + "</outerBoundaryIs>";
  for (std::size_t i = 1; i < polygon.size(); ++i) xml += "<innerBoundaryIs>" + ring(polygon[i]) + "</innerBoundaryIs>";
  return xml + "</Polygon>";
}

std::string geometry_xml(const Geometry& geometry, const Projection& projection) {
  std::vector<std::string> parts;
  parts.reserve(geometry.points.size());
  for (const Point& point : geometry.points) {
    parts.push_back("<Point>" + coordinates({rounded(point, projection)}) + "</Point>");
  }
  for (const Line& line : geometry.lines) {
    for (const RoundedLine& part : rounded(line, projection, kLongestEdge_m)) {
      parts.push_back("<LineString><tessellate>1</tessellate>" + coordinates(part) + "</LineString>");
    }
  }
  if (!geometry.polygons.empty()) {
    for (const RoundedPolygon& part : rounded(geometry.polygons, projection, kLongestEdge_m))
      parts.push_back(polygon(part));
  }
  std::string xml;
  for (const std::string& part : parts) xml += part;
  return parts.size() > 1 ? "<MultiGeometry>" + xml + "</MultiGeometry>" : xml;
}

std::uint8_t fill_alpha(const LayerStyle& style, const StyleEntry& entry) {
  if (style.symbol == Symbol::painted_areas) return entry.paint == AreaPaint::solid ? kClearAlpha : kPaleAlpha;
  return style.symbol == Symbol::outlines ? 0 : kClearAlpha;
}

/// KML knows no hatches: what is hatched elsewhere is pale here, and its outline says the rest.
std::string style_xml(const std::string& id, const LayerStyle& style, const StyleEntry& entry,
                      const std::string& icon) {
  const std::string icon_xml = icon.empty() ? "" : "<Icon><href>" + icon + "</href></Icon>";
  return fmt::format(
      "    <Style id=\"{}\"><IconStyle><color>{}</color><scale>0.6</scale>{}</IconStyle>"
      "<LabelStyle><scale>0.8</scale></LabelStyle><LineStyle><color>{}</color><width>{}</width></LineStyle>"
      "<PolyStyle><color>{}</color></PolyStyle></Style>\n",
      id, colour(entry.rgb, kOpaqueAlpha), icon_xml, colour(entry.rgb, kOpaqueAlpha),
      style.symbol == Symbol::lines ? 3 : 2, colour(entry.rgb, fill_alpha(style, entry)));
}

std::string data(const std::string& name, const Text& words, const std::string& value) {
  return "<Data name=\"" + xml_escaped(name) + "\">" + xml_element("displayName", legend_text(words)) +
         xml_element("value", value) + "</Data>";
}

std::string placemark(const VectorLayer& layer, const Feature& feature, const StyleEntry& entry,
                      const std::string& style_id, const Projection& projection) {
  const std::string shape = geometry_xml(feature.geometry, projection);
  if (shape.empty()) return {};
  std::string name = plain_text(property_of(feature, layer.name_field));
  if (name.empty()) name = legend_text(entry.label);
  std::string xml =
      "      <Placemark>" + xml_element("name", name) + (entry.drawn ? "" : "<visibility>0</visibility>") +
      xml_element("Snippet", legend_text(entry.label)) + "<styleUrl>#" + style_id + "</styleUrl><ExtendedData>";
  for (const Property& property : feature.properties) {
    const std::string value = cell_text(property.value);
    if (!value.empty() && value != "nan") xml += data(property.name, field_words(property.name), value);
  }
  return xml + "</ExtendedData>" + shape + "</Placemark>\n";
}

std::string folder(const VectorLayer& layer, const Projection& projection) {
  std::string xml = "    <Folder>" + xml_element("name", legend_text(layer.title)) +
                    xml_element("description", legend_text(layer.description)) + "\n";
  for (const Feature& feature : layer.features) {
    const StyleEntry* entry = entry_for(layer.style, feature);
    if (entry == nullptr) continue;
    const auto number = static_cast<std::size_t>(entry - layer.style.entries.data());
    xml += placemark(layer, feature, *entry, fmt::format("{}-{}", layer.name, number), projection);
  }
  return xml + "    </Folder>\n";
}

}  // namespace

std::string kml(const std::vector<VectorLayer>& layers, const Projection& projection, const KmlText& text,
                const std::string& icon) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n  <Document>\n    " +
      xml_element("name", legend_text(text.title)) + "<open>1</open>" +
      xml_element("description", legend_text(text.description)) + "\n";
  for (const VectorLayer& layer : layers) {
    for (std::size_t i = 0; i < layer.style.entries.size(); ++i) {
      xml += style_xml(fmt::format("{}-{}", layer.name, i), layer.style, layer.style.entries[i], icon);
    }
  }
  xml += "    <ExtendedData>" + data("sise", {"provenance", "来源"}, text.provenance_json) + "</ExtendedData>\n";
  for (const VectorLayer& layer : layers) xml += folder(layer, projection);
  return xml + "  </Document>\n</kml>\n";
}

}  // namespace sise
