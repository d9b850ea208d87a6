// Reading an array of tables. Not for use outside packs.
#pragma once
#include <string_view>

#include "gis_io/read/config/config_reader.hpp"

namespace sise {

/// Calls `read(reader)` for every table of the array `key`, and reports the keys that it did not ask for.
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
