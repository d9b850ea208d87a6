// index.html beside the outputs of every run that has a map. Not for use outside products.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/rating/map_collector.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/write/pages/map_page.hpp"
#include "gis_io/write/provenance/output_set.hpp"

namespace sise {

inline constexpr const char* kPageFile = "index.html";

/// [context], read. What is wrong with it is thrown (InputError), what is to be said joins `notes`.
[[nodiscard]] Context open_context(const ContextConfig& config, const GridConfig& grid, const Bounds& extent,
                                   std::vector<Diagnostic>& notes);

/// A page of the project's extent with nothing on it yet: "TITLE: WHAT". Keeps references to both.
[[nodiscard]] MapPage page_of(const OpenProject& project, const Context& context, const Text& what);

/// "TITLE: WHAT" in both languages; WHAT alone where the title is empty.
[[nodiscard]] Text page_title(const std::string& title, const Text& what);

/// Features of a layer that a browser draws without trouble.
inline constexpr std::int64_t kMostOnPage = 40'000;

/// Puts the layer below those that are there. One with more features than a browser draws without trouble is named in the
/// page's notes instead.
void add_page_layer(MapPage& page, const VectorLayer& layer, bool shown = true, const Text& group = {});

/// The colours of a map: ground and people, where they are known.
[[nodiscard]] PageShares page_shares(const MapTotals& totals, const ClassScheme& scheme);

/// Throws InputError, OutputError.
void write_page(const std::filesystem::path& path, const MapPage& page);

}  // namespace sise
