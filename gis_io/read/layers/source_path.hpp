// What the text after `source =` stands for: a file, a member of a zip archive, a database, or something that reaches
// farther than a layer may.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

enum class SourceKind {
  file,
  archive_member,  ///< "/vsizip/plan.zip/units.shp"
  database,        ///< "PG:dbname=..."
  other            ///< another driver's prefix, an address, another virtual file system
};

[[nodiscard]] SourceKind source_kind(const std::string& text);

/// A database, an address or another source that is no file of this machine: nothing to look for, nothing to checksum.
[[nodiscard]] bool is_connection(const std::string& text);

/// Where to open `text`: relative paths start at `folder`, also those of archives. A backslash that no file has in its
/// name parts folders, as written on Windows.
[[nodiscard]] std::filesystem::path located_source(const std::string& text, const std::filesystem::path& folder);

/// The file on disk behind a located source: the archive of a member, else the path itself; nullopt for a connection and
/// for an archive that is not there.
[[nodiscard]] std::optional<std::filesystem::path> file_behind(const std::filesystem::path& located);

/// Files inside an archive, folders left out.
[[nodiscard]] std::vector<std::string> members_of(const std::filesystem::path& archive);

/// What stands against opening `text`, with the remedy; nullopt: nothing. `trusted` are the drivers and virtual file
/// systems that the project file names in [trust]; a database needs `may_connect`.
[[nodiscard]] std::optional<Diagnostic> refusal_of(const std::string& text, const std::vector<std::string>& trusted,
                                                   bool may_connect, const Location& where);

}  // namespace sise
