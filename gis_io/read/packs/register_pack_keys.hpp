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

/// What every pack begins with: whose it is and what it stands on.
template <class Pack>
void read_head(ConfigReader& reader, Pack& pack) {
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = required_text(reader, "source");
  pack.mark = read_mark(reader);
}

/// A whole pack by `read(reader)`: keys that it did not ask for are errors, and all problems are thrown at once.
template <class Pack, class Read>
[[nodiscard]] Pack read_register_pack(const char* family, const std::string& name, const std::filesystem::path& folder,
                                      const Read& read) {
  const ConfigNode root = read_pack(family, name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  Pack pack = read(reader);
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

[[nodiscard]] inline Grade read_grade(ConfigReader& reader, std::string_view key) {
  return reader.choice<Grade>(key, {"red", "orange", "yellow", "blue"}, grade_from, Need::required)
      .value_or(Grade::unrated);
}

}  // namespace sise
