// A tank that runs empty, vented and with a closed gas space.
#include "models/release/vessel_liquid.hpp"

#include <benchmark/benchmark.h>

#include "tests/models/release/release_fixtures.hpp"

namespace {

using namespace sise;

LiquidVesselSource tank() {
  return {.hole_diameter_m = 0.05,
          .pressure_Pa = 4e5,
          .temperature_K = 293.15,
          .inventory_kg = 43424.5,
          .head_m = 5.0,
          .volume_m3 = 60.0};
}

void emptying(benchmark::State& state) {
  const Fluid toluene(test::toluene());
  for (auto unused : state) benchmark::DoNotOptimize(liquid_vessel_release(tank(), toluene, 101325.0));
}
BENCHMARK(emptying)->Unit(benchmark::kMicrosecond);

void emptying_under_closed_padding(benchmark::State& state) {
  const Fluid toluene(test::toluene());
  LiquidVesselSource source = tank();
  source.padding = LiquidPadding::closed;
  for (auto unused : state) benchmark::DoNotOptimize(liquid_vessel_release(source, toluene, 101325.0));
}
BENCHMARK(emptying_under_closed_padding)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
