#include "core/zones/cloud_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "core/grid/parallel.hpp"
#include "core/grid/tiles.hpp"
#include "core/zones/cloud_snapshot.hpp"
#include "core/zones/cloud_sweep.hpp"
#include "models/base/error.hpp"

namespace sise {
void check_question(const CloudQuestion& question) {
  Problems problems;
  const auto require = [&](bool good, const char* field, double value, const Text& allowed) {
    if (good) return;
    problems.error(
        "parameter_out_of_range",
        {fmt::format("the value {} must be {}", value, allowed.en), fmt::format("取值 {} 必须{}", value, allowed.zh)},
        {.field = field});
  };
  const Text positive{"finite and above zero", "为有限值且大于零"};
  const auto above_zero = [](double value) { return value > 0.0 && std::isfinite(value); };
  require(above_zero(question.threshold_kg_m3), "threshold_kg_m3", question.threshold_kg_m3, positive);
  require(above_zero(question.window_s), "window_s", question.window_s, positive);
  require(above_zero(question.toxic_exponent), "toxic_exponent", question.toxic_exponent, positive);
  require(!question.heights_m.empty(), "heights_m", 0.0, {"at least one receptor height", "至少包含一个受体高度"});
  for (const double height : question.heights_m) {
    require(height >= 0.0 && std::isfinite(height), "heights_m", height,
            {"finite and not negative", "为有限值且不得为负"});
  }
  problems.throw_if_errors<ModelError>();
}

namespace {

CloudRasters empty_rasters(const GridSpec& grid, double height_m) {
  const Raster<float> blank(grid.columns, grid.rows);
  return {height_m, blank, blank, blank, blank, blank, blank, blank};
}

void write(CloudRasters& rasters, CellIndex cell, const CloudValues& values) {
  const auto put = [&](Raster<float>& raster, double value) {
    raster.at(cell.column, cell.row) = static_cast<float>(value);
  };
  put(rasters.peak_kg_m3, values.peak_kg_m3);
  put(rasters.arrival_s, values.arrival_s);
  put(rasters.end_s, values.end_s);
  put(rasters.mean_kg_m3, values.mean_kg_m3);
  put(rasters.dose_kg_s_m3, values.dose_kg_s_m3);
  put(rasters.toxic_load, values.toxic_load);
  put(rasters.window_load, values.window_load);
}

void write(CloudRasters& rasters, const CellWindow& window, std::size_t stride, const CloudPassage& passage) {
  for (std::int64_t row = 0; row < window.rows; ++row) {
    for (std::int64_t column = 0; column < window.columns; ++column) {
      const std::size_t place = static_cast<std::size_t>(row) * stride + static_cast<std::size_t>(column);
      write(rasters, {window.column + column, window.row + row}, passage.values(0, place));
    }
  }
}

Bounds around(std::span<const Point> places) {
  Bounds box{places.front().x, places.front().y, places.front().x, places.front().y};
  for (const Point& place : places) {
    box = {std::min(box.x_min, place.x), std::min(box.y_min, place.y), std::max(box.x_max, place.x),
           std::max(box.y_max, place.y)};
  }
  return box;
}

}  // namespace

CloudField cloud_field(const PuffSeries& series, Point source, const GridSpec& grid, const CloudQuestion& question,
                       Progress* progress) {
  check_question(question);
  const std::vector<CloudSnapshot> snapshots = cloud_snapshots(series, source, grid.bounds(), question, progress);
  CloudField field;
  for (const double height : question.heights_m) field.heights.push_back(empty_rasters(grid, height));
  const std::vector<CellWindow> windows = tiles(grid, static_cast<std::int64_t>(kCloudEdge));
  std::vector<std::int64_t> visited(windows.size());
  const auto pass = [&](std::int64_t item) {
    const auto i = static_cast<std::size_t>(item);
    const CloudTile tile(grid, windows[i]);
    std::vector<CloudPassage> kept(question.heights_m.size(), CloudPassage({&question, 1}, tile.size()));
    visited[i] = sweep(snapshots, tile, kept);
    for (std::size_t h = 0; h < kept.size(); ++h) write(field.heights[h], windows[i], tile.stride, kept[h]);
  };
  parallel_for(static_cast<std::int64_t>(windows.size()), pass, progress, "cloud");
  field.work.time_steps = static_cast<std::int64_t>(snapshots.size());
  const auto layers = static_cast<std::int64_t>(question.heights_m.size());
  for (const CloudSnapshot& one : snapshots) {
    field.work.nominal_kernels += grid.cells() * layers * one.in_the_air;
  }
  field.work.visited_kernels = std::accumulate(visited.begin(), visited.end(), std::int64_t{0});
  return field;
}

std::vector<std::vector<CloudValues>> cloud_at(const PuffSeries& series, Point source, std::span<const Point> places,
                                               const CloudQuestion& question, Progress* progress) {
  check_question(question);
  std::vector<std::vector<CloudValues>> values(question.heights_m.size(), std::vector<CloudValues>(places.size()));
  if (places.empty()) return values;
  const std::vector<CloudSnapshot> snapshots = cloud_snapshots(series, source, around(places), question, progress);
  const std::size_t lots = (places.size() + kCloudLot - 1) / kCloudLot;
  const auto pass = [&](std::int64_t item) {
    const std::size_t first = static_cast<std::size_t>(item) * kCloudLot;
    const std::span<const Point> lot = places.subspan(first, std::min(kCloudLot, places.size() - first));
    std::vector<CloudPassage> kept(question.heights_m.size(), CloudPassage({&question, 1}, lot.size()));
    sweep(snapshots, CloudPlaces(lot), kept);
    for (std::size_t h = 0; h < kept.size(); ++h) {
      for (std::size_t i = 0; i < lot.size(); ++i) values[h][first + i] = kept[h].values(0, i);
    }
  };
  parallel_for(static_cast<std::int64_t>(lots), pass, progress, "cloud");
  return values;
}

}  // namespace sise
