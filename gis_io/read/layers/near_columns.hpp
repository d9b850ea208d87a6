// Columns that nobody reads although their names come close to ours: a misspelt name must not turn into a default.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

/// How a column's name comes close to one of ours, for the message.
enum class Nearness {
  spelling,    ///< equal but for case, blanks, '-' and '_'
  cut_short,   ///< the beginning of ours, as the ten characters of a .dbf leave it
  other_unit,  ///< ours without its unit, or with another one: "inventory_kg" for inventory_t
  one_letter,  ///< one letter more, less, other, or two exchanged; names of four letters and more
};

/// nullopt where the two are simply different words. Where our own column is there as well (`ours_is_there`) only the
/// spelling counts: "name2" beside "name" is a column of its own, "Name" beside "name" leaves open which one is meant.
[[nodiscard]] std::optional<Nearness> nearness(std::string_view column, std::string_view ours, bool ours_is_there);

/// "cut to 10 characters" and the like.
[[nodiscard]] const Text& text_of(Nearness nearness);

/// "kg" of "inventory_kg" where our name is inventory_t: a unit that a mapping can convert; empty where none is written.
[[nodiscard]] std::string unit_in_column(std::string_view column, std::string_view ours);

}  // namespace sise
