// A raster of a flash fire's envelope against the bound of raster_bound.hpp, and its preparation with the flammable
// mass.
#include "models/fire/flash_fire.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

#include "benchmarks/models/raster_bound.hpp"

namespace {

using namespace sise;

FlashFire fire() { return {{5.0, 1.0, 0.0385, 0.174}, {.wind_speed_m_s = 2.0, .stability = Stability::D}}; }

void prepare(benchmark::State& state) {
  for (auto unused : state) benchmark::DoNotOptimize(fire());
}
BENCHMARK(prepare)->Unit(benchmark::kMicrosecond);

void raster(benchmark::State& state) {
  const FlashFire f = fire();
  bench::raster(state, [&](auto x_m, auto out) { f.plume().concentrations(x_m, x_m, 1.0, out); });
}
BENCHMARK(raster);

void inverse(benchmark::State& state) {
  const FlashFire f = fire();
  for (auto unused : state) benchmark::DoNotOptimize(f.reach_m(0.0));
}
BENCHMARK(inverse)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
