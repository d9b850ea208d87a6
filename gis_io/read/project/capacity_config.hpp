// [capacity] of a project, checked and with its defaults; nothing is read yet.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "core/grid/point.hpp"
#include "gis_io/read/register/register_config.hpp"

namespace sise {

struct CapacityConfig {
  BoundarySetConfig parks;                    ///< polygons with id and name
  std::string like;                           ///< id of the unit of which one more is meant; empty: the record says
  std::map<std::string, std::string> record;  ///< a unit's field -> its value, as in a layer of units
  std::optional<Point> at;                    ///< in the grid's CRS
  int most = 100;
  Location where;
  Location unit_where;
};

}  // namespace sise
