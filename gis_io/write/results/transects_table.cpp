#include "gis_io/write/results/transects_table.hpp"

#include <string>

#include "gis_io/write/vectors/csv.hpp"

namespace sise {

void write_transects(const std::filesystem::path& path, const std::vector<TransectPoint>& points, const Study& study) {
  CsvWriter csv(path, {"unit_id", "station_m", "offset_m", "x", "y", "own_risk_per_year", "risk_per_year"});
  for (const TransectPoint& one : points) {
    csv.add({study.units[one.unit].id, one.station_m, one.offset_m, one.place.x, one.place.y, one.own_per_year,
             one.all_per_year});
  }
  csv.finish();
}

}  // namespace sise
