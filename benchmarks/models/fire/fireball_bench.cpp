// A raster of a fireball's radiation against the bound of raster_bound.hpp, and one inverse.
#include "models/fire/fireball.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"

namespace {

using namespace sise;

Fireball fireball(bool humid) {
  const Transmissivity air = humid ? Transmissivity(TransmissivityFormula::bagster, 0.7, 293.15) : Transmissivity();
  return {{20000.0, 46.35e6, 0.3}, FireballCorrelation::ccps, FireballMethod::solid_flame, air};
}

void raster_dry(benchmark::State& state) {
  const Fireball f = fireball(false);
  bench::raster(state, [&](auto r_m, auto out) { f.radiations_w_m2(r_m, Receiver::vertical, out); });
}
BENCHMARK(raster_dry);

void raster_humid(benchmark::State& state) {
  const Fireball f = fireball(true);
  bench::raster(state, [&](auto r_m, auto out) { f.radiations_w_m2(r_m, Receiver::vertical, out); });
}
BENCHMARK(raster_humid);

void inverse(benchmark::State& state) {
  const Fireball f = fireball(true);
  for (auto unused : state) benchmark::DoNotOptimize(f.distance_to_m(12500.0, Receiver::vertical));
}
BENCHMARK(inverse)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
