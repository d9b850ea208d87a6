// The substance table from its data files.
#pragma once
#include <string_view>

#include "models/substances/substance_table.hpp"

namespace sise {

/// The four texts a substance table is made of (CSV; see docs/data.md).
struct SubstanceFiles {
  std::string_view names;
  std::string_view properties;
  std::string_view sources;
  std::string_view notes;
};

/// Throws ConfigError naming file and line of everything that is wrong: unknown ids, sources, properties given twice,
/// numbers that are none.
[[nodiscard]] SubstanceTable parse_substances(const SubstanceFiles& files);

/// The built-in table, parsed when first asked for.
[[nodiscard]] const SubstanceTable& substances();

}  // namespace sise
