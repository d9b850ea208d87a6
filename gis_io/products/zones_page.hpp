// The page of `sise zones`. Not for use outside products.
#pragma once
#include <filesystem>
#include <vector>

#include "gis_io/products/page_sheets.hpp"
#include "gis_io/products/zones_files.hpp"

namespace sise {

/// Source, targets with what reaches them, leave zones and zones, with ground and people of each. Throws OutputError.
void write_zones_page(const std::filesystem::path& path, const ZonesOutput& zones);

/// The same on paper, with what the run tells first. Throws OutputError.
void write_zones_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& sheets, const ZonesOutput& zones,
                        const std::vector<Text>& headline);

}  // namespace sise
