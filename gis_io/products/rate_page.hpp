// The page of `sise rate`. Not for use outside products.
#pragma once
#include <filesystem>

#include "gis_io/products/open_register.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// Risk points, enterprises, areas and hidden dangers over the grades of the cells. Throws OutputError.
void write_rate_page(const std::filesystem::path& path, const OpenRegister& open, const RegisterView& view,
                     const Context& context);

}  // namespace sise
