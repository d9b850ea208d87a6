#include "gis_io/read/layers/coordinate_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gis_io/read/layers/gauss_krueger.hpp"

namespace sise {
namespace {

constexpr int kCgcs2000 = 4490;

bool could_be_degrees(Point p) { return std::abs(p.x) <= 180.0 && std::abs(p.y) <= 90.0; }

std::string written(Point p) { return fmt::format("({:.10g}, {:.10g})", p.x, p.y); }

std::string code_of(int epsg) { return fmt::format("EPSG:{}", epsg); }

}  // namespace

CoordinateCheck::CoordinateCheck(Crs source, Crs target, std::optional<Bounds> grid, const Location& where)
    : source_(std::move(source)),
      target_(std::move(target)),
      to_degrees_(source_, source_.geographic(), where),
      grid_(grid),
      where_(where) {}

bool CoordinateCheck::inside(const Crs& crs, const Transform& to_degrees, Point point, double tolerance_deg) {
  if (crs.is_geographic() && !could_be_degrees(point)) return false;
  const auto area = crs.area_of_use();
  const auto degrees = to_degrees(point);
  if (!degrees || !could_be_degrees(*degrees)) return false;
  if (!area) return true;
  const double west = area->west - tolerance_deg;
  const double east = area->east + tolerance_deg + (area->east < area->west ? 360.0 : 0.0);
  const bool lon =
      (degrees->x >= west && degrees->x <= east) || (degrees->x + 360.0 >= west && degrees->x + 360.0 <= east);
  return lon && degrees->y >= area->south - tolerance_deg && degrees->y <= area->north + tolerance_deg;
}

bool CoordinateCheck::near_grid(Point placed) const {
  if (!grid_) return true;
  const double dx = std::max({grid_->x_min - placed.x, placed.x - grid_->x_max, 0.0});
  const double dy = std::max({grid_->y_min - placed.y, placed.y - grid_->y_max, 0.0});
  return std::hypot(dx, dy) <= kFar_m;
}

/// Zone numbers that stand in front of the easting or are missing there, and, where a grid can tell, other zones.
void CoordinateCheck::add_zone_guesses(Point p, bool swapped, std::vector<Guess>& out) const {
  const auto epsg = source_.epsg();
  auto zone = epsg ? gauss_krueger_zone(*epsg) : std::nullopt;
  const int prefix = zone_prefix(p.x);
  const auto add = [&](GaussKruegerZone z) {
    if (const auto code = epsg_of(z)) out.push_back({p, *code, swapped, "zone_prefix"});
  };
  if (prefix > 0) {
    add({zone ? zone->geographic_epsg : kCgcs2000, prefix >= 25 ? 3 : 6, prefix, true});
    return;
  }
  if (!zone || p.x < 0.0 || p.x >= 1e6) return;
  zone->prefixed = false;
  add(*zone);
  if (!grid_) return;
  for (int number = 13; number <= 45; ++number) {
    zone->zone = number;
    if (const auto code = epsg_of(*zone)) out.push_back({p, *code, swapped, "other_zone"});
  }
}

std::vector<CoordinateCheck::Guess> CoordinateCheck::guesses(Point point) const {
  std::vector<Guess> out;
  for (const bool swapped : {false, true}) {
    const Point p = swapped ? Point{point.y, point.x} : point;
    if (swapped) out.push_back({p, 0, true, "swapped_axes"});
    if (!source_.is_geographic() && could_be_degrees(p)) out.push_back({p, kCgcs2000, swapped, "degrees_for_metres"});
    add_zone_guesses(p, swapped, out);
    const auto target = target_.epsg();
    if (source_.is_geographic() && target && !could_be_degrees(p)) {
      out.push_back({p, *target, swapped, "metres_for_degrees"});
    }
  }
  return out;
}

bool CoordinateCheck::fits(const Guess& guess) const {
  const Crs crs = guess.epsg == 0 ? source_ : Crs(code_of(guess.epsg), where_);
  if (!inside(crs, Transform(crs, crs.geographic(), where_), guess.point, kTolerance_deg)) return false;
  if (!grid_) return true;
  const auto placed = Transform(crs, target_, where_)(guess.point);
  return placed && near_grid(*placed);
}

CoordinateFinding CoordinateCheck::finding(const Guess& guess, Point point) const {
  const std::string at = written(point);
  const std::string crs = source_.title();
  const std::string right = guess.epsg == 0 ? source_.title() : Crs(code_of(guess.epsg), where_).title();
  const std::string code = guess.epsg == 0 ? std::string() : code_of(guess.epsg);
  CoordinateFinding f{guess.code, {}, {}};
  if (guess.code == "swapped_axes") {
    f.message = {at + " does not lie where " + crs + " is used, but does with its two coordinates exchanged",
                 at + " 不在 " + crs + " 的使用范围内,而两个坐标对调后则在其内"};
    f.remedy = {"Exchange them: x is the easting or longitude, y the northing or latitude",
                "请对调:x 为横坐标(东)或经度,y 为纵坐标(北)或纬度"};
    return f;
  }
  if (guess.code == "degrees_for_metres") {
    f.message = {at + " are degrees, but " + crs + " measures in metres",
                 at + " 是以度为单位的,而 " + crs + " 以米为单位"};
  } else if (guess.code == "metres_for_degrees") {
    f.message = {at + " are metres, but " + crs + " measures in degrees",
                 at + " 是以米为单位的,而 " + crs + " 以度为单位"};
  } else if (guess.code == "zone_prefix") {
    const bool has = zone_prefix(guess.point.x) > 0;
    f.message = has ? Text{at + " carries a zone number in front of the easting that " + crs + " does not have",
                           at + " 的横坐标前带有带号,与 " + crs + " 不符"}
                    : Text{at + " lacks the zone number that " + crs + " puts in front of the easting",
                           at + " 的横坐标缺少 " + crs + " 所要求的带号"};
  } else {
    f.message = {at + " is more than 100 km from the grid in " + crs + ", but near it in " + right,
                 at + " 按 " + crs + " 距网格超过 100 km,而按 " + right + " 则在网格附近"};
  }
  f.remedy = {"Set crs = \"" + code + "\", " + right, "请设 crs = \"" + code + "\",即 " + right};
  if (guess.code == "degrees_for_metres") {
    f.remedy = {R"(Set crs = "EPSG:4490" (CGCS2000) or "EPSG:4326" (WGS 84))",
                "请设 crs = \"EPSG:4490\"(CGCS2000)或 \"EPSG:4326\"(WGS 84)"};
  }
  if (guess.swapped) {
    f.remedy.en += " and exchange the two coordinates: easting or longitude first";
    f.remedy.zh += ",并对调两个坐标:横坐标(东)或经度在前";
  }
  return f;
}

CoordinateFinding CoordinateCheck::explain(Point point) const {
  for (const Guess& guess : guesses(point)) {
    const bool same_crs = guess.epsg == 0 || guess.epsg == source_.epsg();
    if (same_crs && !guess.swapped) continue;
    if (fits(guess)) return finding(guess, point);
  }
  if (!inside_crs(point)) return outside(point);
  const std::string at = written(point);
  return {"far_from_grid",
          {at + " is more than 100 km from the grid", at + " 距网格超过 100 km"},
          {"Check the layer's CRS (" + source_.title() + ") and the grid's (" + target_.title() + ")",
           "请核对图层的坐标系(" + source_.title() + ")与网格的坐标系(" + target_.title() + ")"}};
}

CoordinateFinding CoordinateCheck::outside(Point point) const {
  const std::string at = written(point);
  return {"outside_crs",
          {at + " lies outside the area where " + source_.title() + " is used",
           at + " 不在 " + source_.title() + " 的使用范围内"},
          {"Check the coordinates and the CRS", "请核对坐标与坐标系"}};
}

std::optional<CoordinateFinding> CoordinateCheck::fault(Point low, Point high, Point first) const {
  if (inside_crs(low) && inside_crs(high)) return std::nullopt;
  CoordinateFinding finding = explain(first);
  const bool unexplained = finding.code == "outside_crs" || finding.code == "far_from_grid";
  if (!unexplained) return finding;
  finding = outside(first);
  if (beside_crs(low) && beside_crs(high)) finding.code = "beside_crs";
  return finding;
}

}  // namespace sise
