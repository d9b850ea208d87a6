// What the fields of our layers are called by people: aliases in GeoPackages and projects, rows of a balloon in KML.
#pragma once
#include <string>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

/// The field's name in both languages with its unit; the name itself where it has none.
[[nodiscard]] Text field_words(std::string_view name);

/// A field that holds numbers by its name, for columns in which no feature has a value.
[[nodiscard]] bool is_number_field(std::string_view name);

}  // namespace sise
