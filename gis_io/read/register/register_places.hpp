// Coordinates of a register's rows: collected from every file first, judged together, then brought into the grid's CRS.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/rating/register/coordinates.hpp"
#include "core/rating/register/risk_point.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "gis_io/read/register/register_columns.hpp"

namespace sise {

/// A pair as a row has it.
struct RawPlace {
  std::int32_t system = -1;  ///< of RegisterPlaces; -1: the row has none
  double x = 0.0;            ///< longitude or easting
  double y = 0.0;
  bool cut_ring = false;
};

class RegisterPlaces {
 public:
  RegisterPlaces(Crs grid, const LonLatBox& box);

  /// Reads the pairs of one table. A table with coordinates but no CRS is a problem ("missing_crs"): GCJ-02 and WGS 84
  /// cannot be told apart by their numbers.
  [[nodiscard]] std::vector<RawPlace> read(const FeatureTable& table, const RegisterLayer& source,
                                           const RegisterColumns& columns, Problems& problems);
  /// A pair of one firm at one address, for recognising default centres.
  void note_use(const RawPlace& place, const std::string& firm, const std::string& address);
  void settle() { centres_.settle(); }
  /// Judges a pair; where it can be believed it becomes `where.coordinates`. What is wrong goes to the findings.
  void judge(const RawPlace& place, Whereabouts& where, Findings& findings) const;

 private:
  struct System {
    Crs crs;
    Transform to_grid;
    Transform to_degrees;
  };
  [[nodiscard]] std::optional<std::int32_t> system_for(const FeatureTable& table, const RegisterLayer& source,
                                                       bool from_geometry, Problems& problems);
  [[nodiscard]] std::optional<LonLat> degrees_of(const System& system, double x, double y) const;

  Crs grid_;
  LonLatBox box_;
  DefaultCentres centres_;
  std::vector<System> systems_;
};

}  // namespace sise
