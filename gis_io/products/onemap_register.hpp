// A register on the one map. Not for use outside products.
#pragma once
#include <cstdint>

#include "gis_io/products/onemap_compute.hpp"
#include "gis_io/products/onemap_files.hpp"
#include "gis_io/products/open_register.hpp"

namespace sise {

/// What its rows take, from reading to drawing.
[[nodiscard]] std::int64_t register_memory_bytes(const Register& reg);

/// Rates the register and puts its groups before all others. Rows that are left out are told in the report.
void add_register(const OneMapInputs& in, OpenRegister& open, const SectorPack& pack, OneMap& made, RunReport& report);

}  // namespace sise
