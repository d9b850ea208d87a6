// The page of `sise zones`. Not for use outside products.
#pragma once
#include <filesystem>

#include "gis_io/products/zones_files.hpp"

namespace sise {

/// Source, targets with what reaches them, leave zones and zones, with ground and people of each. Throws OutputError.
void write_zones_page(const std::filesystem::path& path, const ZonesOutput& zones);

}  // namespace sise
