#include "gis_io/write/vectors/geojson.hpp"

#include <utility>

#include "gis_io/write/vectors/json_text.hpp"

namespace sise {

GeoJsonWriter::GeoJsonWriter(const std::filesystem::path& path, const Projection& projection, GeoJsonOptions options)
    : file_(path), projection_(&projection), options_(std::move(options)) {
  std::string head = "{\n\"type\": \"FeatureCollection\",\n\"name\": ";
  append_json(head, std::string_view(options_.name));
  if (!options_.provenance_json.empty()) head += ",\n\"sise\": " + options_.provenance_json;
  file_.write(head + ",\n\"features\": [");
}

void GeoJsonWriter::add(const Feature& feature) {
  std::string text = first_ ? "\n" : ",\n";
  text += R"({"type": "Feature", "properties": )";
  append_json(text, feature.properties);
  text += R"(, "geometry": )";
  append_geojson(text, feature.geometry, *projection_, options_.geometry);
  file_.write(text + '}');
  first_ = false;
}

void GeoJsonWriter::finish() {
  file_.write("\n]\n}\n");
  file_.close();
}

}  // namespace sise
