// [context]: what is drawn below a map so that people find their way. Nothing is computed from it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "models/base/error.hpp"
#include "models/base/text.hpp"

namespace sise {

/// What a layer shows, and so how it is drawn.
enum class ContextKind { settlements, roads, water, boundaries, names };
[[nodiscard]] std::string_view name_of(ContextKind kind);
[[nodiscard]] std::optional<ContextKind> context_kind_from(std::string_view name);
[[nodiscard]] const std::vector<std::string>& context_kinds();

/// Pictures of a map from an address that the user gives; a page fetches them when it is opened where there is a network.
struct ContextTiles {
  std::string address;  ///< "https://host/{z}/{x}/{y}.png", Web Mercator on WGS 84 or CGCS2000; empty: none
  std::string credit;   ///< whose map it is
};

struct ContextLayerConfig {
  std::string key;
  ContextKind kind = ContextKind::boundaries;
  Text title;
  LayerConfig layer;
};

struct ContextConfig {
  std::vector<ContextLayerConfig> layers;  ///< in the order of the file: the lowest first
  ContextTiles tiles;
};

struct ContextFeature {
  Geometry geometry;  ///< in the grid's CRS
  std::string name;   ///< empty: none
};

struct ContextLayer {
  std::string key;
  ContextKind kind = ContextKind::boundaries;
  Text title;
  std::vector<ContextFeature> features;
};

/// The layers, read, with the tiles to fetch.
struct Context {
  std::vector<ContextLayer> layers;
  ContextTiles tiles;
};

/// Why an address of tiles cannot be used, with the remedy; nullopt: nothing stands against it. GCJ-02 and BD-09 sources are
/// refused: they lie some hundred metres beside the map.
[[nodiscard]] std::optional<Diagnostic> refusal_of_tiles(const std::string& address, const Location& where);

/// The extent and as much again on every side: what a page shows that is wider than the map. Metres, as the extent.
[[nodiscard]] Bounds surroundings(const Bounds& extent);

/// Reads every layer. Faults of layers go to `problems`: features of a geometry that the kind does not have, a layer of names
/// without names; a layer with nothing in its surroundings is a warning. A field for names that is not mapped is "name"
/// where the layer has it.
[[nodiscard]] Context read_context(const ContextConfig& config, const Crs& crs, const Bounds& extent,
                                   Problems& problems);

}  // namespace sise
