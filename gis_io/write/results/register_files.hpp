// The files of a rated register.
#pragma once
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// All but manifest.json.
[[nodiscard]] const std::vector<std::string>& register_file_names();

/// Besides, where the project has live data.
[[nodiscard]] const std::vector<std::string>& live_file_names();
/// With [register] kernel_m.
inline constexpr const char* kKernelFile = "kernel.tif";

struct RegisterFrame {
  std::string title;
  const Projection& projection;
  std::string provenance_json;
  CogOptions cog;
};

/// Everything but summary.json. Throws OutputError, Interrupted.
void write_register_files(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame);

/// What a map's title must say: 固有 or 现状, date, methods, placed and rated shares, cell.
[[nodiscard]] std::vector<Text> map_notes(const RegisterView& view);

}  // namespace sise
