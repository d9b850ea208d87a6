// The steady flow through a pipe, and the rupture of a pipeline.
#include "models/release/pipe_gas.hpp"

#include <benchmark/benchmark.h>

#include "tests/models/release/release_fixtures.hpp"

namespace {

using namespace sise;

PipeSource pipe() {
  return {.diameter_m = 0.5, .length_m = 10000.0, .pressure_Pa = 40e5, .temperature_K = 288.15, .inventory_kg = 1e5};
}

void fed(benchmark::State& state) {
  const Fluid nitrogen(test::nitrogen());
  for (auto unused : state) {
    benchmark::DoNotOptimize(fed_pipe_release(pipe(), PipeCase::adiabatic, nitrogen, 101325.0));
  }
}
BENCHMARK(fed)->Unit(benchmark::kMicrosecond);

void rupture(benchmark::State& state) {
  const Fluid nitrogen(test::nitrogen());
  PipeSource source = pipe();
  source.break_at_m = 2500.0;
  for (auto unused : state) benchmark::DoNotOptimize(pipeline_rupture(source, nitrogen, 101325.0));
}
BENCHMARK(rupture)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
