// Every file of `sise zones`, one line each: a new format is a writer and its line here.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/zones/threat_zones.hpp"
#include "gis_io/products/open_incident.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "gis_io/write/results/result_file.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Zones with all that their files tell.
struct ZonesOutput {
  const OpenIncident& open;
  const ThreatResult& result;
  const PropertyObject& summary;
  ClassScheme scheme;
  std::string provenance_json;
  CogOptions raster_options;
  const Context& context;
};

[[nodiscard]] const std::vector<ResultFile<Incident, ZonesOutput>>& zones_files();

/// The names of the layers that an incident has, and the layers with their styles: those of `--also`.
[[nodiscard]] std::vector<std::string> zones_layer_names(const Incident& incident);
[[nodiscard]] std::vector<VectorLayer> zones_layers(const ZonesOutput& zones);

}  // namespace sise
