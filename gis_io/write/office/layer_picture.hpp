// Layers as a picture, drawn by the same styles as in a GIS, over the colours of a class map where there is one.
#pragma once
#include <filesystem>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/pictures/preview.hpp"

namespace sise {

struct LayerPicture {
  Bounds bounds;                           ///< without a ground
  const ClassThumbnail* ground = nullptr;  ///< null: none
  const ClassScheme* ground_scheme = nullptr;
  std::vector<const VectorLayer*> layers;  ///< the lowest first
  PreviewFrame frame;
};

/// The legend names what is drawn: every entry of a style that any feature has. Names are left out where they would lie over
/// one another. Returns the texts as they stand. Throws OutputError.
std::vector<PaperText> write_layer_picture(const std::filesystem::path& path, const LayerPicture& picture);

}  // namespace sise
