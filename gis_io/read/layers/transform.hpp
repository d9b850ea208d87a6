// Points from one CRS into another.
#pragma once
#include <memory>
#include <optional>

#include "core/geometry/geometry.hpp"
#include "gis_io/read/layers/crs.hpp"

class OGRCoordinateTransformation;

namespace sise {

class Transform {
 public:
  /// Throws InputError("no_transformation") where PROJ knows no way between the two datums, as from Xian 1980 to
  /// CGCS2000: a guess would shift everything by a hundred metres. Datums on the ellipsoids of WGS 84 and CGCS2000
  /// count as one, as they agree within decimetres. A datum shift that the text of a CRS gives is used.
  Transform(const Crs& from, const Crs& to, const Location& where);

  /// nullopt where PROJ fails or the result is not finite.
  [[nodiscard]] std::optional<Point> operator()(Point point) const;

 private:
  std::optional<WebMapSystem> unshift_;                          ///< undone first
  std::shared_ptr<OGRCoordinateTransformation> transformation_;  ///< none: the same CRS
  std::shared_ptr<OGRCoordinateTransformation> second_;  ///< after it, where a given shift leads to WGS 84 first
};

}  // namespace sise
