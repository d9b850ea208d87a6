// Risk across lines as a table.
#pragma once
#include <filesystem>
#include <vector>

#include "core/runs/transects.hpp"

namespace sise {

/// One row per place, in their order. Throws OutputError.
void write_transects(const std::filesystem::path& path, const std::vector<TransectPoint>& points, const Study& study);

}  // namespace sise
