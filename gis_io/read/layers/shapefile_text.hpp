// In which encoding a Shapefile's attribute table is written.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "models/base/error.hpp"

namespace sise {

struct ShapefileEncoding {
  std::string encoding;  ///< converter's name
  std::string basis;     ///< "encoding", ".cpg" or "LDID 0x4d"
};

/// The user's word, then the .cpg file, then a language driver id that means Chinese (0x4d, 0x7a; 0x4f, 0x78 for BIG5).
/// Ids 0x57 and 0x03 are what every program writes without thinking and say nothing. nullopt: look at the text itself.
/// Throws ConfigError for an unknown name in `stated`, InputError for one in the .cpg.
[[nodiscard]] std::optional<ShapefileEncoding> shapefile_encoding(const std::filesystem::path& path,
                                                                  const std::string& stated, const Location& where);

}  // namespace sise
