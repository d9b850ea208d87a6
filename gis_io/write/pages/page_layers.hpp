// Layers as a page holds them: one array per column, texts that come again named by their number.
#pragma once
#include <string>

#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/pages/page_shapes.hpp"

namespace sise {

/// A layer on the page.
struct PageLayer {
  const VectorLayer* layer = nullptr;
  bool shown = true;  ///< ticked when the page opens
  Text group{};       ///< heading in the legend; empty: the common one
};

/// A text in both languages: {"en":...,"zh":...}.
void append_text(std::string& json, const Text& text);

/// The layer with its legend, columns and shapes. Columns without a value, class codes and colours are left out: the legend
/// says them.
void append_layer(std::string& json, const PageLayer& page, const PageShapes& shapes);

/// What lies below: cut at `around`.
void append_context(std::string& json, const ContextLayer& layer, const Bounds& around, const PageShapes& shapes);

}  // namespace sise
