// A raster of a vapour cloud's overpressure by TNT equivalent against the bound of raster_bound.hpp.
#include "models/explosion/vapour_cloud_tnt.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"
#include "models/explosion/tnt.hpp"

namespace {

void raster(benchmark::State& state) {
  const sise::CloudPractice& practice = sise::practice_of(sise::CloudEquivalency::european);
  const double tnt_kg = sise::cloud_tnt_kg(1e4, 46.35e6, practice.efficiency, practice.tnt_energy_J_kg);
  sise::bench::raster(state, [&](auto r_m, auto out) { sise::overpressures_pa(practice.curve, tnt_kg, r_m, out); });
}
BENCHMARK(raster);

}  // namespace

BENCHMARK_MAIN();
