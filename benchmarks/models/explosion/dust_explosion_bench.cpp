// A raster of the blast before a vent against the bound of raster_bound.hpp.
#include "models/explosion/dust_explosion.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"

namespace {

void raster(benchmark::State& state) {
  const sise::DustExplosion explosion(sise::DustStandard::en14491,
                                      {.volume_m3 = 50.0, .vent_area_m2 = 2.0, .reduced_pressure_pa = 30e3});
  sise::bench::raster(state, [&](auto r_m, auto out) { explosion.overpressures_pa(r_m, out); });
}
BENCHMARK(raster);

}  // namespace

BENCHMARK_MAIN();
