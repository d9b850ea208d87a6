#include "gis_io/write/results/write_layers.hpp"

#include <nlohmann/json.hpp>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/geojson.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {

void LayerWriter::write(const std::filesystem::path& path, const std::string& name,
                        const std::vector<Feature>& features, PolygonForm form) const {
  GeoJsonOptions options;
  options.name = name;
  options.provenance_json = provenance_json;
  options.geometry.always_multi = form == PolygonForm::always_multi;
  GeoJsonWriter writer(path, projection, options);
  for (const Feature& feature : features) writer.add(feature);
  writer.finish();
}

void write_json(const std::filesystem::path& path, const PropertyObject& object, const std::string& provenance_json) {
  auto json = nlohmann::ordered_json::parse(to_json(PropertyValue(object)));
  json["sise"] = nlohmann::ordered_json::parse(provenance_json);
  write_file(path, json.dump(2) + "\n");
}

}  // namespace sise
