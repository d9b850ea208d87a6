// The files behind a source: is it there, what kind is it, what belongs to it.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/source_path.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Throws InputError: "missing_file" with the nearest names of the folder (or archive), "untrusted_source" for what
/// reaches farther than a layer may.
void require_source(const LayerConfig& config);

[[nodiscard]] bool is_shapefile(const std::filesystem::path& path);
/// CSV, TXT and TSV: parsed here, not by GDAL.
[[nodiscard]] bool is_delimited_text(const std::filesystem::path& path);
/// GeoJSON: text that GDAL takes for UTF-8 whatever it is.
[[nodiscard]] bool is_json(const std::filesystem::path& path);

/// The whole file as UTF-8; a guessed encoding is noted.
[[nodiscard]] DecodedText read_text_file(const LayerConfig& config, Problems& problems);

/// The bytes of a file, also of one in an archive. Throws InputError.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path, const Location& where);

/// True for a file, on disk or in an archive; false where it cannot be asked for (a loop of links, a name too long).
[[nodiscard]] bool file_exists(const std::filesystem::path& located);

/// Every file that reading `config` may depend on, for provenance: the source and, beside a Shapefile, its .dbf, .shx,
/// .prj and .cpg as far as they exist; the archive of a member. Empty for connections.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const LayerConfig& config);

/// A remark worth telling, not a fault.
[[nodiscard]] Diagnostic note(std::string code, Text message, Location where, Text remedy = {});

}  // namespace sise
