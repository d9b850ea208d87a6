#include "gis_io/products/open_incident.hpp"

#include <utility>

#include "gis_io/products/open_project.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/load_study.hpp"
#include "gis_io/read/project/resolve_incident.hpp"

namespace sise {

OpenIncident open_incident(const RunOptions& options) {
  OpenIncident open;
  open.config = parse_incident(options.input, options.overrides);
  open.projection = open_projection(open.config.grid.crs, open.config.grid.crs_where);
  open.notes = open.config.warnings;
  open.incident = resolve_incident(open.config, substances(), *open.projection, open.notes);
  std::vector<std::filesystem::path> files{options.input};
  for (std::filesystem::path& file : input_files(open.config)) files.push_back(std::move(file));
  open.provenance.command = "zones";
  open.provenance.config_json = resolved_json(open.config);
  open.provenance.inputs = record_inputs(options.input, files);
  return open;
}

}  // namespace sise
