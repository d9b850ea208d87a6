// The page of `sise rate`, and its layers for other files. Not for use outside products.
#pragma once
#include <vector>

#include "gis_io/products/also_files.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/products/page_sheets.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/read/register/natural_hazards.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// Risk points, enterprises, areas, hidden dangers and, unticked, natural hazards over the grades of the cells, and the sheets of
/// it. Throws OutputError.
void write_rate_page(const OutputSet& outputs, const std::vector<SheetFormat>& sheets, const OpenRegister& open,
                     const RegisterView& view, const Context& context, const std::vector<NaturalHazard>& hazards);

/// The same layers for `--also`: hidden dangers over grades over natural hazards.
[[nodiscard]] AlsoContent rate_layers(const OpenRegister& open, const RegisterView& view,
                                      const std::vector<NaturalHazard>& hazards);

}  // namespace sise
