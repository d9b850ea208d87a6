// Two townships side by side, 2 km x 4 km each, as tests of registers state them.
#pragma once
#include <string>

namespace sise::testing {

inline const char* const kTownshipsCsv =
    "code,name,wkt\n"
    "T1,东镇,\"POLYGON((500000 3500000,502000 3500000,502000 3504000,500000 3504000,500000 3500000))\"\n"
    "T2,西镇,\"POLYGON((502000 3500000,504000 3500000,504000 3504000,502000 3504000,502000 3500000))\"\n";

/// A project of their ground with a register on cells of 500 m; `more` are further keys of `[register]`, then its tables.
inline std::string townships_register(const std::string& townships_file, const std::string& more) {
  return R"(title = "Register"
[grid]
crs = "EPSG:4549"
cell_m = 100.0
bounds = [500000.0, 3500000.0, 504000.0, 3504000.0]
[areas.townships]
source = ")" +
         townships_file + R"("
wkt = "wkt"
crs = "EPSG:4549"
id = "code"
name = "name"
[register]
date = 2026-03-16
cell_m = 500.0
)" + more;
}

}  // namespace sise::testing
