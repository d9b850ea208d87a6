// One flux, and a whole blow-down: what a scenario with a gas vessel costs.
#include "models/release/vessel_gas.hpp"

#include <benchmark/benchmark.h>

#include "tests/models/release/release_fixtures.hpp"

namespace {

using namespace sise;

void flux(benchmark::State& state) {
  const IdealGas gas{296.8, 1.4};
  double pressure_Pa = 1.5e5;
  for (auto unused : state) benchmark::DoNotOptimize(gas_flux_kg_m2_s(gas, pressure_Pa, 293.15, 101325.0));
}
BENCHMARK(flux);

void blow_down(benchmark::State& state) {
  const Fluid nitrogen(test::nitrogen());
  const GasVesselSource source{.hole_diameter_m = 0.01, .pressure_Pa = 20e5, .temperature_K = 293.15, .volume_m3 = 2.0};
  for (auto unused : state) benchmark::DoNotOptimize(gas_vessel_release(source, nitrogen, 101325.0));
}
BENCHMARK(blow_down)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
