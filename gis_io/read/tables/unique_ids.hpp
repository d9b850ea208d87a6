// No two features may share a name.
#pragma once
#include <map>
#include <string>

#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

class UniqueIds {
 public:
  /// Tells a problem when the id (full-width letters and blanks apart) has come before.
  void add(const std::string& id, const Location& where, Problems& problems);

 private:
  std::map<std::string, Location> seen_;
};

}  // namespace sise
