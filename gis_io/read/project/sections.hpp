// The sections that a project and an incident have in common. Not for use outside gis_io/project.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/project/project_config.hpp"

namespace sise {

/// Opens a file and applies overrides; problems of both go to `problems`.
[[nodiscard]] ConfigOrigin open_config(const std::filesystem::path& path, const std::vector<std::string>& overrides,
                                       Problems& problems);

/// A layer: a table with source, layer, encoding, crs, fields ..., or (where `may_be_text`) just its source as text.
/// `our_names` are those that [*.fields] may map. `extra` keys of the table are read by the caller.
struct LayerRules {
  const std::vector<std::string>& our_names;
  bool may_be_text = false;
  bool constants = false;  ///< one of our names as a key of the section holds for every feature: class = "important"
  bool is_rose = false;    ///< takes the key normalise
  Need need_source = Need::required;
};
[[nodiscard]] LayerConfig read_layer(const ConfigNode& node, const LayerRules& rules, const ConfigOrigin& origin,
                                     Problems& problems);
/// The keys of a layer out of a table that has keys of its own; the caller finishes the reader.
void read_layer_keys(ConfigReader& reader, const LayerRules& rules, const std::string& source_key,
                     const ConfigOrigin& origin, LayerConfig& layer);

/// [grid]; `need_extent`: bounds or area must be there.
[[nodiscard]] GridConfig read_grid(const ConfigNode& node, Need need_extent, const ConfigOrigin& origin,
                                   Problems& problems);
[[nodiscard]] PopulationConfig read_population(const ConfigNode& node, const ConfigOrigin& origin, Problems& problems);
/// Whether a file's [model] says how scenarios are generated: a project's does, an incident has none.
enum class Scenarios { stated, generated };
[[nodiscard]] ModelChoice read_model(const ConfigNode& node, ModelChoice defaults, Problems& problems,
                                     Scenarios scenarios = Scenarios::stated);
/// The keys of the air that rose and accident share: heights, roughness, temperature, pressure, lid.
void read_air(ConfigReader& reader, Weather& air);
[[nodiscard]] std::optional<bool> read_palette(ConfigReader& reader);

/// Finds layer.source from its text and the folder of the configuration, and reports a file that is not there or a
/// source that is not trusted.
std::filesystem::path resolve_source(LayerConfig& layer, const Location& where, const ConfigOrigin& origin,
                                     Problems& problems);

/// [trust] drivers: what may be opened besides formats that hold their own data.
[[nodiscard]] std::vector<std::string> read_trust(ConfigReader& root);

/// ConfigError with everything, or InputError when only files are missing; returns the warnings otherwise.
[[nodiscard]] std::vector<Diagnostic> throw_or_warnings(const Problems& problems);

}  // namespace sise
