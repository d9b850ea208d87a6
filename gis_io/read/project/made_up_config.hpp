// Configurations that nobody wrote: they make the readers ask for every key they know. Not for use outside gis_io/project.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/project/key_map.hpp"
#include "gis_io/read/project/project_config.hpp"

namespace sise {

/// The name that such a configuration has for a file.
inline constexpr std::string_view kMadeUpFile = "made-up configuration";

/// A key whose kind no reader has told, and what it holds in this configuration.
struct MadeUpValue {
  std::string path;
  KeyHolds held = KeyHolds::text;
};

struct MadeUpConfig {
  ConfigOrigin origin;
  std::vector<MadeUpValue> untyped;
};

/// Draws keys of the map and values for them; the same number draws the same. Of a group it takes one key.
[[nodiscard]] MadeUpConfig make_up_config(const KeyMap& map, const std::map<std::string, std::vector<KeyGroup>>& groups,
                                          std::uint64_t number);

}  // namespace sise
