// How long the speed of a vessel's fragments takes.
#include "models/explosion/fragments.hpp"

#include <benchmark/benchmark.h>

namespace {

void speed(benchmark::State& state) {
  double pressure_pa = 2e6;
  for (auto unused : state) {
    benchmark::DoNotOptimize(
        sise::baker_fragment_speed_m_s(sise::VesselShape::cylinder, 2, pressure_pa, 50.0, 10000.0, 250.0));
    benchmark::DoNotOptimize(pressure_pa);
  }
}
BENCHMARK(speed);

}  // namespace

BENCHMARK_MAIN();
