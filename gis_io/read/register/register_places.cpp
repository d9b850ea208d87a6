#include "gis_io/read/register/register_places.hpp"

#include <fmt/format.h>
#include <utility>

#include <functional>

#include "core/geometry/operations.hpp"
#include "gis_io/read/layers/written_angle.hpp"
#include "gis_io/read/layers/written_number.hpp"

namespace sise {
namespace {

using Source = RegisterColumns::Source;

std::optional<double> coordinate(const FeatureRow& row, const Source& source) {
  const std::string text = RegisterColumns::text(row, source);
  if (text.empty()) return std::nullopt;
  if (const auto number = parse_number(text)) return number;
  const auto angle = written_angle(text);
  return angle ? std::optional(angle->degrees) : std::nullopt;
}

/// The pair of columns that a table keeps its coordinates in.
struct PairOfColumns {
  Source x;
  Source y;
};

std::optional<PairOfColumns> named_pair(const FeatureTable& table, const std::string& x, const std::string& y,
                                        Problems& problems) {
  PairOfColumns pair;
  for (const auto& [name, source] : {std::pair(&x, &pair.x), std::pair(&y, &pair.y)}) {
    const auto found = table.columns_named(*name);
    if (found.empty()) {
      Location where = table.where;
      where.field = *name;
      problems.error("missing_field", {"the table has no column '" + *name + "'", "表格没有 '" + *name + "' 列"},
                     where);
      return std::nullopt;
    }
    source->column = found.front();
  }
  return pair;
}

std::optional<PairOfColumns> pair_of(const FeatureTable& table, const RegisterLayer& source,
                                     const RegisterColumns& columns, Problems& problems) {
  const LayerConfig& layer = source.layer;
  if (!layer.lon.empty()) return named_pair(table, layer.lon, layer.lat, problems);
  if (!layer.x.empty()) return named_pair(table, layer.x, layer.y, problems);
  if (table.has_geometry) return std::nullopt;
  for (const auto& [x, y] : {std::pair("lon", "lat"), std::pair("x", "y")}) {
    const PairOfColumns pair{columns.source(x), columns.source(y)};
    if (pair.x.column && pair.y.column) return pair;
  }
  return std::nullopt;
}

/// The middle of a ring's vertices: where a point is drawn, no measure of the ring.
Point middle_of(const RingText& ring) {
  Point sum{0.0, 0.0};
  for (const LonLat& vertex : ring.vertices) sum = {sum.x + vertex.lon_deg, sum.y + vertex.lat_deg};
  const auto count = static_cast<double>(ring.vertices.size());
  return {sum.x / count, sum.y / count};
}

std::optional<Point> place_of(const Geometry& geometry) {
  if (geometry.empty()) return std::nullopt;
  return geometry.points.size() == 1 ? geometry.points.front() : point_on_surface(geometry);
}

}  // namespace

RegisterPlaces::RegisterPlaces(Crs grid, const LonLatBox& box)
    : grid_(std::move(grid)), box_(box), centres_(default_centres()) {}

std::optional<std::int32_t> RegisterPlaces::system_for(const FeatureTable& table, const RegisterLayer& source,
                                                       bool from_geometry, Problems& problems) {
  std::string said = source.layer.crs;
  if (said.empty() && from_geometry) said = table.crs;
  if (said.empty()) {
    problems.error(
        "missing_crs", {"the table has coordinates but does not say their CRS", "表中有坐标, 但未说明坐标系"},
        table.where,
        {R"(Ask where they come from and add crs = "EPSG:4490" (surveys, GPS), "GCJ-02" (Amap, Tencent) or "BD-09" (Baidu))",
         R"(请弄清来源, 写明 crs = "EPSG:4490" (测绘、GPS)、"GCJ-02" (高德、腾讯) 或 "BD-09" (百度))"});
    return std::nullopt;
  }
  try {
    const Crs crs(said, source.layer.crs.empty() ? table.where : source.layer.where);
    const Crs degrees("EPSG:4490", table.where);
    systems_.push_back({crs, Transform(crs, grid_, table.where), Transform(crs, degrees, table.where)});
  } catch (const InputError& error) {
    for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    return std::nullopt;
  }
  return static_cast<std::int32_t>(systems_.size()) - 1;
}

std::vector<RawPlace> RegisterPlaces::read(const FeatureTable& table, const RegisterLayer& source,
                                           const RegisterColumns& columns, Problems& problems) {
  std::vector<RawPlace> places(table.rows.size());
  const auto pair = pair_of(table, source, columns, problems);
  const Source ring = columns.source("ring");
  if (!pair && !ring.column && !table.has_geometry) return places;
  const auto system = system_for(table, source, !pair && table.has_geometry, problems);
  if (!system) return places;
  const bool degrees = systems_[static_cast<std::size_t>(*system)].crs.is_geographic();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const FeatureRow& row = table.rows[i];
    RawPlace& place = places[i];
    const auto put = [&](double x, double y) {
      place.system = *system;
      place.x = x;
      place.y = y;
    };
    if (pair) {
      const auto x = coordinate(row, pair->x);
      const auto y = coordinate(row, pair->y);
      if (x && y) put(*x, *y);
    } else if (const auto at = place_of(row.geometry)) {
      put(at->x, at->y);
    }
    if (place.system >= 0 || !ring.column || !degrees) continue;
    if (const auto vertices = ring_from(RegisterColumns::text(row, ring))) {
      const Point middle = middle_of(*vertices);
      put(middle.x, middle.y);
      place.cut_ring = vertices->cut;
    }
  }
  return places;
}

void RegisterPlaces::note_use(const RawPlace& place, const std::string& firm, const std::string& address) {
  if (place.system < 0 || firm.empty() || address.empty()) return;
  if (!systems_[static_cast<std::size_t>(place.system)].crs.is_geographic()) return;
  const std::hash<std::string> hash;
  centres_.add({place.x, place.y}, hash(firm), hash(address));
}

std::optional<LonLat> RegisterPlaces::degrees_of(const System& system, double x, double y) const {
  const auto at = system.to_degrees({x, y});
  return at ? std::optional(LonLat{at->x, at->y}) : std::nullopt;
}

void RegisterPlaces::judge(const RawPlace& place, Whereabouts& where, Findings& findings) const {
  if (place.cut_ring) add_finding(findings, "ring_cut");
  if (place.system < 0) {
    add_finding(findings, "missing_coordinates");
    return;
  }
  const System& system = systems_[static_cast<std::size_t>(place.system)];
  const std::string pair = fmt::format("{:.10g}, {:.10g}", place.x, place.y);
  CoordinateVerdict verdict;
  if (system.crs.is_geographic()) {
    verdict = judge_coordinates(place.x, place.y, box_, centres_);
  } else {
    const auto at = degrees_of(system, place.x, place.y);
    const auto turned = degrees_of(system, place.y, place.x);
    if (!at || !box_.holds(at->lon_deg, at->lat_deg)) {
      const bool swapped = turned && box_.holds(turned->lon_deg, turned->lat_deg);
      verdict.state = swapped ? CoordinateState::swapped : CoordinateState::outside_box;
    }
  }
  if (verdict.state == CoordinateState::missing) {
    add_finding(findings, "missing_coordinates", {}, pair);
    return;
  }
  if (verdict.state != CoordinateState::ok) {
    const std::string meant =
        verdict.meant ? fmt::format(" -> {:.10g}, {:.10g} ?", verdict.meant->lon_deg, verdict.meant->lat_deg) : "";
    add_finding(findings, name_of(verdict.state), {}, pair + meant);
  }
  if (verdict.state != CoordinateState::ok && verdict.state != CoordinateState::coarse) return;
  where.coordinates = system.to_grid({place.x, place.y});
  where.coarse = verdict.state == CoordinateState::coarse;
  if (!where.coordinates) add_finding(findings, "outside_box", {}, pair);
}

}  // namespace sise
