// The functions of a harm pack, one table each. Not for use outside packs.
#pragma once
#include <vector>

#include "gis_io/read/config/config_reader.hpp"
#include "models/harm/harm_pack.hpp"

namespace sise {

/// The pack's [[effects]]; constants come out in SI whatever unit they are printed in (`per`).
[[nodiscard]] std::vector<DoseResponse> read_effects(ConfigReader& pack);

}  // namespace sise
