// What the keys of a project and an incident mean, in words: data/keys.
#pragma once
#include <string>

#include "gis_io/read/project/key_map.hpp"
#include "models/base/text.hpp"

namespace sise {

/// The words for a path of key_map(); empty when there are none.
[[nodiscard]] Text key_text(KeyedFile file, const std::string& path);

/// The words for one of our names of a layer's fields; empty when there are none.
[[nodiscard]] Text field_text(const std::string& name);

}  // namespace sise
