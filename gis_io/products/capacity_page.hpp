// index.html of `sise capacity`. Not for use outside products.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/products/page_file.hpp"
#include "gis_io/write/results/capacity_files.hpp"

namespace sise {

/// Partition, control lines, units and targets; `told` stands in the notes. Throws InputError, OutputError.
void write_capacity_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                         const CapacityView& view, const ClassScheme& scheme, const std::vector<Text>& told);

}  // namespace sise
