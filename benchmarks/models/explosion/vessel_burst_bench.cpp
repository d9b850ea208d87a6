// The energy of a vessel and a raster of its blast against the bound of raster_bound.hpp.
#include "models/explosion/vessel_burst.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"
#include "models/explosion/tnt.hpp"

namespace {

using namespace sise;

const GasVessel kVessel{2e6, 50.0, 1.4, 101325.0};

void energy(benchmark::State& state) {
  for (auto unused : state) benchmark::DoNotOptimize(expansion_energy_J(ExpansionEnergy::isentropic, kVessel));
}
BENCHMARK(energy);

void raster(benchmark::State& state) {
  const double tnt_kg = expansion_energy_J(ExpansionEnergy::brode, kVessel) / kTntEnergy_J_kg;
  bench::raster(state, [&](auto r_m, auto out) { overpressures_pa(BlastCurve::gb6722, tnt_kg, r_m, out); });
}
BENCHMARK(raster);

}  // namespace

BENCHMARK_MAIN();
