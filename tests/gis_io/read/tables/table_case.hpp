// A table written as CSV inside a test, and its reader's verdict.
#pragma once
#include <map>
#include <string>

#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/packs/substances_pack.hpp"
#include "gis_io/read/tables/units_table.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise::testing {

inline const Bounds kGrid{490000.0, 3530000.0, 510000.0, 3550000.0};

struct TableCase {
  explicit TableCase(const std::string& csv, std::map<std::string, std::string> fields = {})
      : config(config_for(folder.write("a.csv", csv))) {
    config.crs = "EPSG:4549";
    config.fields = std::move(fields);
  }
  TempFolder folder;
  LayerConfig config;
  Crs crs{"EPSG:4549", {}};
  Problems problems;

  [[nodiscard]] std::vector<Unit> units() { return read_units(config, {crs, kGrid, substances(), 101325.0}, problems); }
  [[nodiscard]] std::string said() const { return all_of(problems.all()); }
  [[nodiscard]] bool says(const std::string& code) const { return has_code(problems.all(), code); }
  [[nodiscard]] const Diagnostic& the(const std::string& code) const { return with_code(problems.all(), code); }
};

}  // namespace sise::testing
