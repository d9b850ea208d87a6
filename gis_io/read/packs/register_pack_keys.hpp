// What the readers of register packs have in common. Not for use outside packs.
#pragma once
#include "core/rating/register/grade.hpp"
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

/// Calls `read(reader)` for every table of the array `key`.
template <class Read>
void each_table(ConfigReader& parent, std::string_view key, Need need, const Read& read) {
  const ConfigNode* list = parent.array(key, need);
  if (list == nullptr) return;
  for (const ConfigNode& item : list->items) {
    ConfigReader reader(item, parent.problems());
    read(reader);
    reader.finish();
  }
}

}  // namespace sise
