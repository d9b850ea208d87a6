// A raster of Baker-Strehlow-Tang overpressures against the bound of raster_bound.hpp, and one inverse.
#include "models/explosion/baker_strehlow_tang.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"

namespace {

void raster(benchmark::State& state) {
  const sise::BakerStrehlowTang cloud(5e9, 0.01 * static_cast<double>(state.range(0)));
  sise::bench::raster(state, [&](auto r_m, auto out) { cloud.overpressures_pa(r_m, out); });
}
BENCHMARK(raster)->Arg(44)->Arg(520);

void inverse(benchmark::State& state) {
  const sise::BakerStrehlowTang cloud(5e9, 0.44);
  for (auto unused : state) benchmark::DoNotOptimize(cloud.distance_to_overpressure(5000.0));
}
BENCHMARK(inverse);

}  // namespace

BENCHMARK_MAIN();
