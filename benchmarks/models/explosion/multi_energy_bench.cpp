// A raster of multi-energy overpressures against the bound of raster_bound.hpp, and one inverse.
#include "models/explosion/multi_energy.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"

namespace {

void raster(benchmark::State& state) {
  const sise::MultiEnergy cloud(7e9, static_cast<int>(state.range(0)));
  sise::bench::raster(state, [&](auto r_m, auto out) { cloud.overpressures_pa(r_m, out); });
}
BENCHMARK(raster)->Arg(5)->Arg(7)->Arg(10);

void inverse(benchmark::State& state) {
  const sise::MultiEnergy cloud(7e9, 7);
  for (auto unused : state) benchmark::DoNotOptimize(cloud.distance_to(5000.0));
}
BENCHMARK(inverse);

}  // namespace

BENCHMARK_MAIN();
