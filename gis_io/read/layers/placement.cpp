#include "gis_io/read/layers/placement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "gis_io/read/layers/coordinate_check.hpp"
#include "gis_io/read/layers/coordinate_columns.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/transform.hpp"
#include "gis_io/read/layers/web_map_shift.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

/// `AnyGeometry` is Geometry or const Geometry.
template <class AnyGeometry, class Visit>
void for_each_point(AnyGeometry& geometry, Visit visit) {
  for (auto& p : geometry.points) visit(p);
  for (auto& line : geometry.lines) {
    for (auto& p : line) visit(p);
  }
  for (auto& polygon : geometry.polygons) {
    for (auto& p : polygon.outer) visit(p);
    for (auto& hole : polygon.holes) {
      for (auto& p : hole) visit(p);
    }
  }
}

Point first_point(const Geometry& geometry) {
  if (!geometry.points.empty()) return geometry.points.front();
  return geometry.lines.empty() ? geometry.polygons.front().outer.front() : geometry.lines.front().front();
}

Bounds extent(const Geometry& geometry) {
  const Point p = first_point(geometry);
  Bounds b{p.x, p.y, p.x, p.y};
  for_each_point(geometry, [&](const Point& q) {
    b = {std::min(b.x_min, q.x), std::min(b.y_min, q.y), std::max(b.x_max, q.x), std::max(b.y_max, q.y)};
  });
  return b;
}

/// Findings that have the same remedy are one message.
void add(GroupedProblems& findings, const Location& where, CoordinateFinding finding) {
  const std::string key = finding.code + finding.remedy.en;
  findings.add(key, {Diagnostic::Severity::error, std::move(finding.code), where, std::move(finding.message),
                     std::move(finding.remedy)});
}

CoordinateFinding not_transformed(Point p) {
  const std::string at = fmt::format("({:.10g}, {:.10g})", p.x, p.y);
  return {"outside_crs",
          {at + " cannot be brought into the grid's CRS", at + " 无法转换到网格的坐标系"},
          {"Check the coordinates and the layer's CRS", "请核对坐标与图层的坐标系"}};
}

/// The CRS of the geometries, or nothing and a problem.
std::optional<Crs> source_crs(const FeatureTable& table, const LayerConfig& config, bool degrees, Problems& problems) {
  const std::string& said = config.crs.empty() ? table.crs : config.crs;
  if (said.empty()) {
    const Text remedy =
        degrees ? Text{R"(Ask where it comes from and add one of three to its section: crs = "EPSG:4490" )"
                       R"((CGCS2000 or WGS 84: surveys, GPS), crs = "GCJ-02" (Amap, Tencent), crs = "BD-09" )"
                       R"((Baidu); they lie 300 to 1300 m apart)",
                       "请弄清来源,在该节写明三者之一: crs = \"EPSG:4490\"(CGCS2000 或 WGS 84:测绘、GPS)、"
                       "crs = \"GCJ-02\"(高德、腾讯)、crs = \"BD-09\"(百度);三者相差 300 至 1300 m"}
                : Text{R"(Add crs = "EPSG:..." to its section, for example "EPSG:4549")",
                       "请在该节写明 crs = \"EPSG:...\",例如 \"EPSG:4549\""};
    problems.error("missing_crs", {"the layer does not say its CRS", "图层没有坐标系"}, table.where, remedy);
    return std::nullopt;
  }
  try {
    Crs crs(said, config.crs.empty() ? table.where : config.where);
    if (degrees && !crs.is_geographic()) {
      problems.error(
          "crs_not_geographic",
          {"columns lon and lat need a CRS in degrees, not " + crs.title(),
           "lon 和 lat 列需要以度为单位的坐标系,而不是 " + crs.title()},
          table.where,
          {"Use EPSG:4490 or EPSG:4326, or the keys x and y", "请用 EPSG:4490 或 EPSG:4326,或改用 x 和 y 键"});
      return std::nullopt;
    }
    if (!crs.is_geographic() && !crs.is_projected()) {
      problems.error(
          "unknown_crs",
          {crs.title() + " is neither geographic nor projected", crs.title() + " 既非地理坐标系也非投影坐标系"},
          table.where, {"Add crs = \"EPSG:...\" to its section", "请在该节写明 crs = \"EPSG:...\""});
      return std::nullopt;
    }
    // Files of web maps say WGS 84, for want of a name for what they hold.
    const bool expected = crs.web_map() && !table.crs.empty() && Crs(table.crs, table.where).is_geographic();
    if (!config.crs.empty() && !table.crs.empty() && !expected && !crs.same_as(Crs(table.crs, table.where))) {
      problems.warning("crs_overridden",
                       {"the file says " + Crs(table.crs, table.where).title() + ", read as " + crs.title(),
                        "文件写的是 " + Crs(table.crs, table.where).title() + ",按 " + crs.title() + " 读取"},
                       table.where, {"Leave out 'crs' if the file is right", "如文件正确,请去掉 crs"});
    }
    return crs;
  } catch (const InputError& error) {
    for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    return std::nullopt;
  }
}

/// Moves one geometry; false and a finding where a point does not arrive.
bool transform(Geometry& geometry, const Transform& to_target, const Location& where, GroupedProblems& findings) {
  std::optional<Point> lost;
  for_each_point(geometry, [&](Point& p) {
    if (const auto moved = to_target(p)) {
      p = *moved;
    } else if (!lost) {
      lost = p;
    }
  });
  if (lost) add(findings, where, not_transformed(*lost));
  return !lost;
}

/// False when the shape cannot be where it says; a shape just beside the CRS's area only gets a warning.
bool plausible(const CoordinateCheck& check, const Bounds& reach, Point first, const Location& where,
               GroupedProblems& findings) {
  auto fault = check.fault({reach.x_min, reach.y_min}, {reach.x_max, reach.y_max}, first);
  if (!fault) return true;
  if (fault->code != "beside_crs") {
    add(findings, where, std::move(*fault));
    return false;
  }
  findings.add(fault->code, {Diagnostic::Severity::warning, fault->code, where, fault->message, fault->remedy});
  return true;
}

void place_rows(FeatureTable& table, const Crs& source, const Crs& target, const std::optional<Bounds>& grid,
                Problems& problems) {
  const CoordinateCheck check(source, target, grid, table.where);
  const Transform to_target(source, target, table.where);
  GroupedProblems findings;
  std::optional<Point> far;  // in the source's CRS
  std::optional<Location> far_at;
  bool any_near = false;
  for (FeatureRow& row : table.rows) {
    if (row.geometry.empty()) continue;
    const Point first = first_point(row.geometry);
    const Bounds reach = extent(row.geometry);
    if (!plausible(check, reach, first, table.at(row), findings) ||
        !transform(row.geometry, to_target, table.at(row), findings)) {
      row.geometry = {};
    } else if (const Bounds b = extent(row.geometry);
               check.near_grid({(b.x_min + b.x_max) / 2, (b.y_min + b.y_max) / 2})) {
      any_near = true;
    } else if (!far) {
      far = first;
      far_at = table.at(row);
    }
  }
  if (far && !any_near) add(findings, *far_at, check.explain(*far));
  findings.tell(problems);
}

/// No metres on a grid are as small as that, so a layer that does not say its CRS is in degrees.
bool looks_like_degrees(const FeatureTable& table) {
  bool any = false;
  for (const FeatureRow& row : table.rows) {
    if (row.geometry.empty()) continue;
    any = true;
    const Bounds b = extent(row.geometry);
    if (b.x_min < -180.0 || b.x_max > 180.0 || b.y_min < -90.0 || b.y_max > 90.0) return false;
  }
  return any;
}

/// How far a web map's layer is moved, told from its first feature.
void note_web_map(const FeatureTable& table, const Crs& source, Problems& problems) {
  if (!source.web_map()) return;
  const auto first =
      std::find_if(table.rows.begin(), table.rows.end(), [](const FeatureRow& row) { return !row.geometry.empty(); });
  if (first == table.rows.end()) return;
  const Point p = first_point(first->geometry);
  const LonLat wgs84 = to_wgs84({p.x, p.y}, *source.web_map());
  constexpr double kDegree_m = 111'320.0;
  const double north = (p.y - wgs84.lat_deg) * kDegree_m;
  const double east = (p.x - wgs84.lon_deg) * kDegree_m * std::cos(p.y * std::numbers::pi / 180.0);
  const std::string system = source.title();
  const std::string metres = fmt::format("{:.0f}", std::hypot(north, east));
  problems.add(note("web_map_shift",
                    {"read as " + system + " and converted to WGS 84: moved by about " + metres + " m",
                     "按 " + system + " 读取并转换到 WGS 84:移动约 " + metres + " m"},
                    table.where));
}

}  // namespace

void place_features(FeatureTable& table, const LayerConfig& config, const Crs& target,
                    const std::optional<Bounds>& grid, Problems& problems) {
  const auto columns = coordinate_columns(table, config, problems);
  if (!columns && !table.has_geometry) {
    problems.error("no_geometry", {"the layer has no geometry", "图层没有几何图形"}, table.where,
                   {"Name its columns with x and y, lon and lat, or wkt; there are: " + listed(table.columns),
                    "请用 x 和 y、lon 和 lat 或 wkt 键指明坐标列;现有的列:" + listed(table.columns)});
    return;
  }
  if (columns) {
    // A CRS that came with other geometries says nothing of the columns.
    if (table.has_geometry) table.crs.clear();
    fill_geometry(table, *columns, problems);
  }
  for (const FeatureRow& row : table.rows) {
    if (row.fault) problems.error(row.fault->code, row.fault->message, table.at(row), row.fault->remedy);
  }
  const bool lon_lat = columns && columns->form == CoordinateColumns::Form::lon_lat;
  const bool degrees = lon_lat || (config.crs.empty() && table.crs.empty() && looks_like_degrees(table));
  const auto source = source_crs(table, config, degrees, problems);
  if (!source) return;
  try {
    note_web_map(table, *source, problems);
    place_rows(table, *source, target, grid, problems);
    table.crs = target.definition();
  } catch (const InputError& error) {
    for (const Diagnostic& d : error.diagnostics()) problems.add(d);
  }
}

}  // namespace sise
