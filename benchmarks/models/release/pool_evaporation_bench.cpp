// A pool from spill to its end: in a bund, and fed while it spreads (one ring per step).
#include "models/release/pool_evaporation.hpp"

#include <benchmark/benchmark.h>

#include "tests/models/release/release_fixtures.hpp"

namespace {

using namespace sise;

PoolSource pool(std::optional<double> bund_m2, double spill_duration_s) {
  return {.mass_kg = 5000.0,
          .spill_duration_s = spill_duration_s,
          .temperature_K = 239.0,
          .basin = {.spreading = PoolSpreading::gravity, .bund_m2 = bund_m2},
          .ground = *ground_from("concrete"),
          .ground_temperature_K = 298.15};
}

void in_a_bund(benchmark::State& state) {
  const Fluid chlorine(test::chlorine());
  for (auto unused : state) benchmark::DoNotOptimize(pool_evaporation(pool(100.0, 0.0), {2.0}, chlorine));
}
BENCHMARK(in_a_bund)->Unit(benchmark::kMicrosecond);

void fed_and_spreading(benchmark::State& state) {
  const Fluid chlorine(test::chlorine());
  for (auto unused : state) benchmark::DoNotOptimize(pool_evaporation(pool({}, 600.0), {2.0}, chlorine));
}
BENCHMARK(fed_and_spreading)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
