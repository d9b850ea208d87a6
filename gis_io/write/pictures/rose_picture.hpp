// A wind rose as people draw it: how often from where, stacked by speed.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "models/base/text.hpp"

namespace sise {

struct RosePicture {
  Text title;
  std::vector<Text> notes;                        ///< below the rose, one line each
  std::vector<std::vector<double>> sector_share;  ///< [sector, clockwise from north][speed class], of all hours
  std::vector<Text> speed_labels;                 ///< as many as speed classes
  double calm_share = 0.0;                        ///< and variable: what has no direction
  std::vector<double> stability_share;            ///< A, A-B, ... F
  std::string provenance_json;
};

/// Returns the texts as they stand. Throws OutputError.
std::vector<PaperText> write_rose_picture(const std::filesystem::path& path, const RosePicture& picture);

}  // namespace sise
