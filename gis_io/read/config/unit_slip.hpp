// A number outside its range that would be right in another unit.
#pragma once
#include <string_view>

#include "gis_io/read/config/config_reader.hpp"
#include "models/base/text.hpp"

namespace sise {

/// "Degrees Celsius? 20 degrees are 293.15 K" for a key in K, "kPa? ..." for one in Pa; empty where no other unit fits.
[[nodiscard]] Text unit_slip(std::string_view key, double value, const NumberRule& rule);

}  // namespace sise
