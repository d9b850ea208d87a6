// Rasters the tests write: a smooth risk field with a hole of nodata, and classes with a rule band.
#pragma once
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/grid/grid_spec.hpp"
#include "core/grid/raster.hpp"
#include "gis_io/write/rasters/raster_description.hpp"

namespace sise::testing {

inline GridSpec sample_grid(std::int64_t columns, std::int64_t rows) {
  GridSpec grid;
  grid.x_min = 480000.0;
  grid.y_max = 3550000.0;
  grid.cell_m = 10.0;
  grid.columns = columns;
  grid.rows = rows;
  grid.crs = "EPSG:4549";
  return grid;
}

inline Raster<float> sample_risk(const GridSpec& grid) {
  Raster<float> risk(grid.columns, grid.rows);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const double r = std::hypot(static_cast<double>(column) - 300.0, static_cast<double>(row) - 200.0);
      const bool hole = column < 20 && row < 30;
      risk.at(column, row) = hole ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(1e-4 / (1.0 + r * r));
    }
  }
  return risk;
}

inline Raster<std::uint8_t> sample_classes(const GridSpec& grid) {
  Raster<std::uint8_t> classes(grid.columns, grid.rows);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      classes.at(column, row) = static_cast<std::uint8_t>((column / 40 + row / 30) % 5);
    }
  }
  return classes;
}

inline RasterDescription risk_description() {
  RasterDescription description;
  description.title = "individual risk";
  description.bands = {{"individual risk, all units", "1/year", {}}};
  description.nodata = std::numeric_limits<double>::quiet_NaN();
  description.metadata = {{"SISE_QUANTITY", "individual_risk"}};
  description.provenance_json = R"({"program":"sise","config":{"title":"滨江 <&> \"x\""}})";
  return description;
}

inline RasterDescription class_description() {
  RasterDescription description;
  description.title = "classes";
  description.bands = {
      {"class",
       "",
       {{0, {"no answer", "无结论"}, {{190, 190, 190}}, {}, {}},
        {1, {"red", "红色"}, {{215, 25, 28}}, 3e-5, std::numeric_limits<double>::infinity()},
        {2, {"orange", "橙色"}, {{253, 141, 60}}, 1e-5, 3e-5},
        {3, {"yellow", "黄色"}, {{255, 237, 80}}, 3e-6, 1e-5},
        {4, {"blue <low>", "蓝色"}, {{44, 123, 182}}, 0.0, 3e-6}}},
      {"governing rule",
       "",
       {{1, {"individual risk", "个人风险"}, {}, {}, {}}, {3, {"incomplete", "数据不全"}, {}, {}, {}}}}};
  description.nodata = 0.0;
  return description;
}

}  // namespace sise::testing
