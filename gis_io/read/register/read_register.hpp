// From the files of many offices to one register.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "core/runs/rate.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/packs/register_words.hpp"
#include "gis_io/read/register/register_config.hpp"
#include "models/base/error.hpp"

namespace sise {

/// What became of one file.
struct RegisterSource {
  RegisterRecord record = RegisterRecord::point;
  std::string file;
  std::string layer;
  std::int64_t rows = 0;
  std::string point_method;             ///< of points
  bool method_assumed = false;          ///< nobody named it: it follows from the columns, which hold factors
  std::vector<std::string> unmatched;   ///< headings that nobody understood: kept out
  std::vector<std::string> understood;  ///< headings understood by a part of them
  std::vector<Diagnostic> lost;         ///< rows that could not be read at all
};

/// Where the register stands.
struct RegisterGround {
  const Crs& crs;
  const Projection& projection;
  GridSpec grid;  ///< of the project
  std::optional<MultiPolygon> district;
};

/// Reads points, enterprises and hidden dangers and judges their coordinates. `reg` holds the rules already; rows keep their order:
/// files in the order of the project, rows as in the file. Problems of whole files (no such column, no CRS) go to `problems`; those
/// of rows are their findings.
[[nodiscard]] std::vector<RegisterSource> read_register(const RegisterConfig& config, const RegisterGround& ground,
                                                        Register& reg, Problems& problems);

/// The sets of [areas], in the grid's CRS. Faults: "missing_field", "duplicate_id", areas without polygons.
[[nodiscard]] std::vector<BoundarySet> read_boundary_sets(const std::vector<BoundarySetConfig>& configs,
                                                          const RegisterGround& ground, Problems& problems);

}  // namespace sise
