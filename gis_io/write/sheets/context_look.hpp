// How context is drawn on a sheet, and shown in its legend.
#pragma once
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/pictures/canvas.hpp"

namespace sise {

struct ContextLook {
  Rgb fill{};
  Stroke stroke;
  bool filled = true;
};

[[nodiscard]] ContextLook look_of(ContextKind kind);

}  // namespace sise
