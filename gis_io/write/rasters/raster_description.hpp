// What a raster file says of itself.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// One value of a class raster and what it stands for.
struct Category {
  int code = 0;  ///< 0–255
  Text label;
  std::optional<std::array<std::uint8_t, 3>> rgb;  ///< colour table and attribute table; first band only
  std::optional<double> lower;                     ///< the class is (lower, upper] of the quantity it grades
  std::optional<double> upper;
};

struct BandDescription {
  std::string name;                  ///< "individual risk, all units"
  std::string unit;                  ///< "1/year"; empty: none
  std::vector<Category> categories;  ///< Byte rasters only
};

struct RasterDescription {
  std::string title;
  std::vector<BandDescription> bands;
  std::optional<double> nodata;                               ///< one for the whole file, as TIFF has it
  std::vector<std::pair<std::string, std::string>> metadata;  ///< SISE_* items
  std::string provenance_json;                                ///< becomes the item SISE_PROVENANCE
};

}  // namespace sise
