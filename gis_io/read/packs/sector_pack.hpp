// The sector layers of the one map, built-in or a user's file.
#pragma once
#include <filesystem>
#include <string>

#include "core/criteria/sectors.hpp"

namespace sise {

/// "county-eight", or a path ending in .toml. Throws ConfigError; a word in two layers is an error.
[[nodiscard]] SectorPack sector_pack(const std::string& name, const std::filesystem::path& folder = {});

}  // namespace sise
