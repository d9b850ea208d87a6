// What the readers of register packs have in common. Not for use outside packs.
#pragma once
#include "core/rating/register/grade.hpp"
#include "gis_io/read/packs/each_table.hpp"
#include "gis_io/read/packs/pack_source.hpp"

namespace sise {

/// mark = "seen", "corroborated", "recalled" or "own".
[[nodiscard]] inline RuleMark read_mark(ConfigReader& reader, std::string_view key = "mark") {
  return reader.choice<RuleMark>(key, {"seen", "corroborated", "recalled", "own"}, rule_mark_from, Need::required)
      .value_or(RuleMark::recalled);
}

[[nodiscard]] inline Grade read_grade(ConfigReader& reader, std::string_view key) {
  return reader.choice<Grade>(key, {"red", "orange", "yellow", "blue"}, grade_from, Need::required)
      .value_or(Grade::unrated);
}

}  // namespace sise
