// Cells per second of everything that turns rasters into shapes and shapes into rasters.
#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>

#include "core/geometry/cell_polygons.hpp"
#include "core/geometry/isopleths.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/grid/parallel.hpp"

namespace {

using namespace sise;

constexpr std::int64_t size = 2000;

GridSpec district() { return {500000.0, 3540000.0, 10.0, size, size, "EPSG:4549"}; }

/// A district's risk: sixty sources that fall off with the distance, from 1e-3 to 1e-9 per year.
Raster<double> risk_field() {
  Raster<double> field(size, size);
  parallel_for(size, [&](std::int64_t row) {
    for (std::int64_t column = 0; column < size; ++column) {
      double risk = 0.0;
      for (int source = 0; source < 60; ++source) {
        const double x = static_cast<double>((source * 733 + 211) % size);
        const double y = static_cast<double>((source * 1327 + 97) % size);
        const double d2 = (static_cast<double>(column) - x) * (static_cast<double>(column) - x) +
                          (static_cast<double>(row) - y) * (static_cast<double>(row) - y);
        risk += 1e-3 / (1.0 + d2 * d2 * 1e-3);
      }
      field.at(column, row) = risk;
    }
  });
  return field;
}

Raster<std::uint8_t> classes_of(const Raster<double>& field) {
  Raster<std::uint8_t> codes(size, size);
  for (std::size_t i = 0; i < field.data().size(); ++i) {
    const double risk = field.data()[i];
    codes.data()[i] = risk > 1e-5 ? 1 : risk > 1e-6 ? 2 : risk > 1e-7 ? 3 : 4;
  }
  return codes;
}

/// No two neighbours alike: the longest boundary that a raster can have.
Raster<std::uint8_t> checkerboard() {
  Raster<std::uint8_t> codes(size, size);
  for (std::int64_t row = 0; row < size; ++row) {
    for (std::int64_t column = 0; column < size; ++column) {
      codes.at(column, row) = static_cast<std::uint8_t>((row + column) % 2);
    }
  }
  return codes;
}

void count_cells(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * size * size); }

void isopleths_of_five_levels(benchmark::State& state) {
  const Raster<double> field = risk_field();
  for (auto _ : state) {
    IsoplethTracer tracer(district(), {1e-4, 1e-5, 1e-6, 1e-7, 1e-8});
    for (std::int64_t row = 0; row < size; ++row) tracer.add_row(field.row(row));
    benchmark::DoNotOptimize(tracer.finish());
  }
  count_cells(state);
}

void polygonize(benchmark::State& state, const Raster<std::uint8_t>& codes) {
  for (auto _ : state) {
    CellPolygonizer polygonizer(district());
    for (std::int64_t row = 0; row < size; ++row) polygonizer.add_row(codes.row(row));
    benchmark::DoNotOptimize(polygonizer.finish());
  }
  count_cells(state);
}

void polygons_of_four_classes(benchmark::State& state) { polygonize(state, classes_of(risk_field())); }
void polygons_of_a_checkerboard(benchmark::State& state) { polygonize(state, checkerboard()); }

void cells_inside_a_boundary(benchmark::State& state) {
  // An administrative boundary of 20,000 vertices.
  Ring ring;
  const int corners = 20000;
  for (int i = 0; i <= corners; ++i) {
    const double angle = 2.0 * std::numbers::pi * (i % corners) / corners;
    const double radius = 8000.0 * (1.0 + 0.1 * std::sin(37.0 * angle) + 0.02 * std::sin(1501.0 * angle));
    ring.push_back({510000.0 + radius * std::cos(angle), 3530000.0 + radius * std::sin(angle)});
  }
  for (auto _ : state) benchmark::DoNotOptimize(cells_inside(district(), PreparedArea({{ring, {}}})));
  count_cells(state);
}

BENCHMARK(isopleths_of_five_levels)->Unit(benchmark::kMillisecond);
BENCHMARK(polygons_of_four_classes)->Unit(benchmark::kMillisecond);
BENCHMARK(polygons_of_a_checkerboard)->Unit(benchmark::kMillisecond);
BENCHMARK(cells_inside_a_boundary)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
