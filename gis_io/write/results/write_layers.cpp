#include "gis_io/write/results/write_layers.hpp"

#include <nlohmann/json.hpp>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/geojson.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

GeoJsonOptions options_of(const LayerWriter& layer, const std::string& name, PolygonForm form) {
  GeoJsonOptions options;
  options.name = name;
  options.provenance_json = layer.provenance_json;
  options.geometry.always_multi = form == PolygonForm::always_multi;
  return options;
}

}  // namespace

void LayerWriter::write(const std::filesystem::path& path, const std::string& name,
                        const std::vector<Feature>& features, PolygonForm form) const {
  GeoJsonWriter writer(path, projection, options_of(*this, name, form));
  for (const Feature& feature : features) writer.add(feature);
  writer.finish();
}

void LayerWriter::write(const std::filesystem::path& path, const std::string& name, std::size_t count,
                        const std::function<Feature(std::size_t)>& feature, PolygonForm form) const {
  GeoJsonWriter writer(path, projection, options_of(*this, name, form));
  for (std::size_t i = 0; i < count; ++i) writer.add(feature(i));
  writer.finish();
}

void write_json(const std::filesystem::path& path, const PropertyObject& object, const std::string& provenance_json) {
  auto json = nlohmann::ordered_json::parse(to_json(PropertyValue(object)));
  json["sise"] = nlohmann::ordered_json::parse(provenance_json);
  write_file(path, json.dump(2) + "\n");
}

}  // namespace sise
