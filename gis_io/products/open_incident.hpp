// An incident file, read, checked and ready to compute with.
#pragma once
#include <memory>
#include <vector>

#include "core/grid/projection.hpp"
#include "core/zones/incident.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/write/provenance/provenance.hpp"

namespace sise {

struct OpenIncident {
  IncidentConfig config;
  Incident incident;
  std::unique_ptr<Projection> projection;
  Provenance provenance;
  std::vector<Diagnostic> notes;
  bool grid_from_file = false;  ///< else it follows from the lowest level's reach
};

/// Throws ConfigError, InputError with every problem found.
[[nodiscard]] OpenIncident open_incident(const RunOptions& options);

}  // namespace sise
