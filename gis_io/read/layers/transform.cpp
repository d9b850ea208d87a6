#include "gis_io/read/layers/transform.hpp"

#include <cpl_error.h>
#include <ogr_spatialref.h>

#include <cmath>

namespace sise {
namespace {

constexpr double kModernSemiMajor_m = 6378137.0;  ///< GRS 80, WGS 84, CGCS2000

bool modern(const Crs& crs) { return std::abs(crs.semi_major_m() - kModernSemiMajor_m) < 0.01; }

std::shared_ptr<OGRCoordinateTransformation> create(const Crs& from, const Crs& to, bool ballpark) {
  OGRCoordinateTransformationOptions options;
  options.SetBallparkAllowed(ballpark);
  CPLErrorReset();
  return std::shared_ptr<OGRCoordinateTransformation>(
      OGRCreateCoordinateTransformation(&from.ogr(), &to.ogr(), options));
}

}  // namespace

Transform::Transform(const Crs& from, const Crs& to, const Location& where) {
  if (from.same_as(to)) return;
  unshift_ = from.web_map();
  if (from.gives_datum_shift() || to.gives_datum_shift()) {
    // The shift given leads to WGS 84 and nowhere else; from there on it is the usual way.
    const Crs wgs84("EPSG:4326", where);
    transformation_ = create(from, wgs84, !from.gives_datum_shift() && modern(from));
    second_ = create(wgs84, to, !to.gives_datum_shift() && modern(to));
    if (transformation_ && second_) return;
  } else {
    transformation_ = create(from, to, modern(from) && modern(to));
    if (transformation_) return;
  }
  throw InputError("no_transformation",
                   {"no transformation is known from " + from.title() + " to " + to.title(),
                    "没有从 " + from.title() + " 到 " + to.title() + " 的坐标转换"},
                   where,
                   {"Convert the layer to CGCS2000 with the parameters of the surveying authority first",
                    "请先用测绘主管部门的转换参数把图层转换到 CGCS2000"});
}

std::optional<Point> Transform::operator()(Point point) const {
  if (unshift_) {
    const LonLat true_place = to_wgs84({point.x, point.y}, *unshift_);
    point = {true_place.lon_deg, true_place.lat_deg};
  }
  if (!transformation_) return point;
  for (OGRCoordinateTransformation* step : {transformation_.get(), second_.get()}) {
    if (step == nullptr) continue;
    int success = 0;
    step->Transform(1, &point.x, &point.y, nullptr, nullptr, &success);
    if (success == 0 || !std::isfinite(point.x) || !std::isfinite(point.y)) return std::nullopt;
  }
  return point;
}

}  // namespace sise
