// Layers as a workbook: for those who sort, filter and sum.
#pragma once
#include <filesystem>
#include <vector>

#include "gis_io/write/office/vector_layer.hpp"

namespace sise {

/// One sheet per layer: its title, the fields under their names in Chinese and English, a header that stays in sight, one row per
/// feature without its shape. Throws OutputError, also for a layer with more rows than a sheet holds.
void write_layer_workbook(const std::filesystem::path& path, const std::vector<VectorLayer>& layers);

}  // namespace sise
