// The page of `sise rate`, and its layers for other files. Not for use outside products.
#pragma once
#include <filesystem>

#include "gis_io/products/also_files.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// Risk points, enterprises, areas and hidden dangers over the grades of the cells. Throws OutputError.
void write_rate_page(const std::filesystem::path& path, const OpenRegister& open, const RegisterView& view,
                     const Context& context);

/// The same layers for `--also`: hidden dangers over grades.
[[nodiscard]] AlsoContent rate_layers(const OpenRegister& open, const RegisterView& view);

}  // namespace sise
