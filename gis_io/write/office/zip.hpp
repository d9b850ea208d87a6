// Files packed into one, as KMZ and office documents are.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace sise {

/// Name within the archive and content, in the order in which they are written.
using ZipEntries = std::vector<std::pair<std::string, std::string>>;

/// The same bytes for the same entries. Throws OutputError.
void write_zip(const std::filesystem::path& path, const ZipEntries& entries);

}  // namespace sise
