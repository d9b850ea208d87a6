// Workbooks (.xlsx) as they are, cell by cell: GDAL's driver hides formulas without a value, error cells, merged cells,
// the date system and where the table begins.
#pragma once
#include <filesystem>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// .xlsx and .xlsm
[[nodiscard]] bool is_workbook(const std::filesystem::path& path);

/// The sheet that `config` names, or the only one that is not blank and not hidden. A formula that was never calculated
/// and an error cell are faults in their cell, told where somebody reads it. A cell merged downwards has its value in
/// every row; dates come by their serial number, whatever their format shows. Throws InputError.
[[nodiscard]] FeatureTable read_workbook(const LayerConfig& config, Problems& problems);

}  // namespace sise
