// What a whole raster of a model costs per cell, beside what one vector exponential and one square root per cell cost.
#pragma once
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <ctime>
#include <functional>
#include <span>
#include <vector>

#include "models/numeric/vector_math.hpp"

namespace sise::bench {

constexpr std::size_t kCells = 4096;  // in the first-level cache, as a row of tiles is

inline double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Seconds per cell of out = exp(-sqrt(x)).
inline double bound_s_per_cell(std::span<const double> x) {
  std::vector<double> out(x.size());
  constexpr int kRounds = 5000;
  const double start = thread_seconds();
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < x.size(); ++i) out[i] = -std::sqrt(x[i]);
    exp_of(out, out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  return (thread_seconds() - start) / (kRounds * static_cast<double>(x.size()));
}

/// Distances of a raster's cells from a source in its middle, from 20 m to about 1.4 km.
inline std::vector<double> cell_distances_m() {
  std::vector<double> r_m(kCells);
  for (std::size_t i = 0; i < kCells; ++i) {
    r_m[i] = std::hypot(20.0 + 10.0 * static_cast<double>(i % 97), 10.0 * static_cast<double>(i % 101));
  }
  return r_m;
}

/// Counters: `cells/s`, and `times_bound`, how many times the bound one cell costs.
inline void measure(benchmark::State& state, std::size_t size, const std::function<void(std::span<double>)>& evaluate) {
  std::vector<double> out(size);
  const double bound_s = bound_s_per_cell(cell_distances_m());
  const double start = thread_seconds();
  for (auto unused : state) {
    evaluate(out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  const double cells = static_cast<double>(size) * static_cast<double>(state.iterations());
  const double cell_s = (thread_seconds() - start) / cells;
  state.counters["cells/s"] = 1.0 / cell_s;
  state.counters["times_bound"] = cell_s / bound_s;
}

/// A raster of a function of the distance.
inline void raster(benchmark::State& state,
                   const std::function<void(std::span<const double>, std::span<double>)>& evaluate) {
  const std::vector<double> r_m = cell_distances_m();
  measure(state, r_m.size(), [&](std::span<double> out) { evaluate(r_m, out); });
}

/// The same for a function of the place: the cells of a raster around a source in its middle, 10 m each.
inline void plane_raster(
    benchmark::State& state,
    const std::function<void(std::span<const double>, std::span<const double>, std::span<double>)>& evaluate) {
  std::vector<double> x_m(kCells);
  std::vector<double> y_m(kCells);
  for (std::size_t i = 0; i < kCells; ++i) {
    x_m[i] = 10.0 * (static_cast<double>(i % 64) - 31.7);
    y_m[i] = 10.0 * (static_cast<double>(i / 64) - 31.2);
  }
  measure(state, x_m.size(), [&](std::span<double> out) { evaluate(x_m, y_m, out); });
}

}  // namespace sise::bench
