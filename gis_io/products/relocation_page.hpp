// index.html of `sise relocation`. Not for use outside products.
#pragma once
#include <filesystem>

#include "core/runs/relocation.hpp"
#include "gis_io/products/page_file.hpp"

namespace sise {

/// Enterprises by what their end or move frees, the targets that it frees, and where enterprises may go; `told` stands in the
/// notes. Throws InputError, OutputError.
void write_relocation_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                           const RelocationRequest& request, const RelocationResult& result,
                           const std::vector<Text>& told);

}  // namespace sise
