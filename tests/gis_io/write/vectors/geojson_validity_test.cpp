// Contours of rough fields run within a centimetre of themselves; rounding to seven decimals must not make them cross.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/geometry/cell_polygons.hpp"
#include "core/geometry/isopleths.hpp"
#include "core/geometry/operations.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/write/vectors/geojson_geometry.hpp"

namespace sise {
namespace {

using nlohmann::json;

GridSpec grid_with_cells_of(double cell_m) {
  GridSpec grid;
  grid.x_min = 481234.0;
  grid.y_max = 3550000.0;
  grid.cell_m = cell_m;
  grid.columns = 60;
  grid.rows = 50;
  grid.crs = "EPSG:4549";
  return grid;
}

/// The polygons of a GeoJSON geometry, in degrees.
MultiPolygon read_back(const std::string& text) {
  MultiPolygon area;
  const json geometry = json::parse(text);
  if (geometry.is_null()) return area;
  for (const json& rings : geometry["coordinates"]) {
    Polygon polygon;
    for (const json& ring : rings) {
      Ring points;
      for (const json& p : ring) points.push_back({p[0].get<double>(), p[1].get<double>()});
      (polygon.outer.empty() ? polygon.outer : polygon.holes.emplace_back()) = points;
    }
    area.push_back(polygon);
  }
  return area;
}

MultiPolygon written(const MultiPolygon& area, const Projection& projection) {
  std::string text;
  append_geojson(text, as_geometry(area), projection, {.always_multi = true});
  return read_back(text);
}

MultiPolygon to_metres(MultiPolygon area, const Projection& projection) {
  const auto move = [&](Ring& ring) {
    for (Point& p : ring) p = projection.from_lon_lat({p.x, p.y});
  };
  for (Polygon& polygon : area) {
    move(polygon.outer);
    for (Ring& hole : polygon.holes) move(hole);
  }
  return area;
}

double perimeter_m(const MultiPolygon& area) {
  double sum = 0.0;
  const auto add = [&](const Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
      sum += std::hypot(ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y);
  };
  for (const Polygon& polygon : area) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(contours_of_rough_fields_stay_valid_and_where_they_were) {
  const auto projection = open_projection("EPSG:4549");
  std::mt19937 random(11);
  for (const double cell_m : {0.5, 1.0, 10.0}) {
    for (int trial = 0; trial < 10; ++trial) {
      const GridSpec grid = grid_with_cells_of(cell_m);
      IsoplethTracer tracer(grid, {1e-6, 1e-5, 1e-4});
      std::vector<double> row(static_cast<std::size_t>(grid.columns));
      for (std::int64_t i = 0; i < grid.rows; ++i) {
        for (double& value : row) value = std::pow(10.0, -7.0 + 4.0 * (static_cast<double>(random()) / 4294967296.0));
        tracer.add_row(row);
      }
      for (const MultiPolygon& region : tracer.finish()) {
        const MultiPolygon back = written(region, *projection);
        const auto fault = invalidity(as_geometry(back));
        BOOST_TEST(!fault.has_value(), (fault ? fault->reason.en : ""));
        // No place moved by more than a centimetre and a half.
        BOOST_TEST(std::abs(area_m2(to_metres(back, *projection)) - area_m2(region)) < 0.015 * perimeter_m(region));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(class_polygons_keep_every_corner) {
  const auto projection = open_projection("EPSG:4549");
  std::mt19937 random(5);
  const GridSpec grid = grid_with_cells_of(10.0);
  CellPolygonizer polygonizer(grid);
  std::vector<std::uint8_t> codes(static_cast<std::size_t>(grid.columns));
  for (std::int64_t i = 0; i < grid.rows; ++i) {
    for (std::uint8_t& code : codes) code = static_cast<std::uint8_t>(1 + random() % 4);
    polygonizer.add_row(codes);
  }
  for (const auto& [code, region] : polygonizer.finish()) {
    const MultiPolygon back = written(region, *projection);
    BOOST_TEST(!invalidity(as_geometry(back)).has_value());
    std::size_t corners = 0;
    std::size_t written_corners = 0;
    for (const Polygon& polygon : region) corners += polygon.outer.size();
    for (const Polygon& polygon : back) written_corners += polygon.outer.size();
    BOOST_TEST(corners == written_corners);
  }
}

}  // namespace sise
