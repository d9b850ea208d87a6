// A raster of a pool fire's radiation against the bound of raster_bound.hpp: by the model, and by its table; one
// inverse.
#include "models/fire/pool_fire.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"
#include "models/fire/radiation_map.hpp"

namespace {

using namespace sise;

PoolFire fire() {
  return {{10.0, 0.055}, {3.0, 293.15, 101325.0, 1.5e-5}, {}, {TransmissivityFormula::bagster, 0.7, 293.15}};
}

void raster(benchmark::State& state) {
  const PoolFire f = fire();
  bench::raster(state, [&](auto r_m, auto out) { f.radiations_w_m2(r_m, Receiver::facing, out); });
}
BENCHMARK(raster);

void table_prepare(benchmark::State& state) {
  for (auto unused : state) benchmark::DoNotOptimize(RadiationMap(fire(), Receiver::facing));
}
BENCHMARK(table_prepare)->Unit(benchmark::kMillisecond);

void table_raster(benchmark::State& state) {
  const RadiationMap map(fire(), Receiver::facing);
  bench::plane_raster(state, [&](auto x_m, auto y_m, auto out) { map.radiations_w_m2(x_m, y_m, out); });
}
BENCHMARK(table_raster);

void inverse(benchmark::State& state) {
  const PoolFire f = fire();
  for (auto unused : state) benchmark::DoNotOptimize(f.distance_to_m(4000.0, Receiver::facing));
}
BENCHMARK(inverse)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
