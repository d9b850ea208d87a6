// The files behind a source: is it there, what kind is it, what belongs to it.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/read/project/layer_config.hpp"
#include "gis_io/read/text/encoding.hpp"
#include "models/base/error.hpp"

namespace sise {

/// A database connection ("PG:dbname=...") or a virtual path: no file to look for.
[[nodiscard]] bool is_connection(const std::string& source_text);

/// Throws InputError("missing_file") with the nearest names of the folder. Connections pass.
void require_source(const LayerConfig& config);

[[nodiscard]] bool is_shapefile(const std::filesystem::path& path);
/// CSV, TXT and TSV: parsed here, not by GDAL.
[[nodiscard]] bool is_delimited_text(const std::filesystem::path& path);
/// GeoJSON: text that GDAL takes for UTF-8 whatever it is.
[[nodiscard]] bool is_json(const std::filesystem::path& path);

/// The whole file as UTF-8; a guessed encoding is noted.
[[nodiscard]] DecodedText read_text_file(const LayerConfig& config, Problems& problems);

/// The bytes of a file. Throws InputError.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path, const Location& where);

/// Every file that reading `config` may depend on, for provenance: the source and, beside a Shapefile, its .dbf, .shx,
/// .prj and .cpg as far as they exist. Empty for connections.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const LayerConfig& config);

/// A remark worth telling, not a fault.
[[nodiscard]] Diagnostic note(std::string code, Text message, Location where, Text remedy = {});

}  // namespace sise
