// What handing out work costs, and whether rows copied in parallel reach the memory's own speed (one memcpy beside it).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>

#include "core/grid/parallel.hpp"
#include "core/grid/raster.hpp"

namespace {

constexpr std::int64_t columns = 4096;
constexpr std::int64_t rows = 4096;
constexpr std::int64_t bytes = columns * rows * static_cast<std::int64_t>(sizeof(double));

void memory_bound(benchmark::State& state) {
  const sise::Raster<double> from(columns, rows, 1.0);
  sise::Raster<double> to(columns, rows);
  for (auto _ : state) {
    std::memcpy(to.data().data(), from.data().data(), static_cast<std::size_t>(bytes));
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * bytes);
}

void copy_rows_in_parallel(benchmark::State& state) {
  sise::set_threads(static_cast<int>(state.range(0)));
  const sise::Raster<double> from(columns, rows, 1.0);
  sise::Raster<double> to(columns, rows);
  for (auto _ : state) {
    sise::parallel_for(rows, [&](std::int64_t row) {
      const auto source = from.row(row);
      std::copy(source.begin(), source.end(), to.row(row).begin());
    });
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * bytes);
}

void empty_items(benchmark::State& state) {
  sise::set_threads(static_cast<int>(state.range(0)));
  constexpr std::int64_t items = 10000;
  for (auto _ : state) sise::parallel_for(items, [](std::int64_t item) { benchmark::DoNotOptimize(item); });
  state.SetItemsProcessed(state.iterations() * items);
}

BENCHMARK(memory_bound)->UseRealTime();
BENCHMARK(copy_rows_in_parallel)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK(empty_items)->Arg(1)->Arg(2)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
