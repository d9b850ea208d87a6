// The keys of a project or an incident as JSON Schema, for editors that complete and check them.
#pragma once
#include <string>

#include "gis_io/read/project/key_map.hpp"

namespace sise {

/// JSON Schema (draft 07) with the words of data/keys in English and Chinese. It checks keys, kinds, ranges and choices;
/// what depends on several keys or on the layers is for `sise validate`.
[[nodiscard]] std::string key_schema(KeyedFile file);

}  // namespace sise
