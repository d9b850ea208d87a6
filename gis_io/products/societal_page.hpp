// index.html of `sise societal`. Not for use outside products.
#pragma once
#include <filesystem>

#include "gis_io/products/page_file.hpp"
#include "gis_io/write/results/societal_files.hpp"

namespace sise {

/// Enterprises by the zone of their F-N curve, and protected targets. Throws InputError, OutputError.
void write_societal_page(const std::filesystem::path& path, const OpenProject& project, const Context& context,
                         const SocietalView& view, const Text& told);

}  // namespace sise
