// The three models of the flux, and a whole blow-down of a tank of liquefied gas with each.
#include "models/release/vessel_two_phase.hpp"

#include <benchmark/benchmark.h>

#include "tests/models/release/release_fixtures.hpp"

namespace {

using namespace sise;

void blow_down(benchmark::State& state, TwoPhaseFlow flow) {
  const Fluid propane(test::propane());
  const TwoPhaseVesselSource source{.hole_diameter_m = 0.05,
                                    .pressure_Pa = propane.vapour_pressure_Pa(293.15),
                                    .temperature_K = 293.15,
                                    .inventory_kg = 20000.0,
                                    .volume_m3 = 50.0,
                                    .flow = flow};
  for (auto unused : state) benchmark::DoNotOptimize(two_phase_vessel_release(source, propane, 101325.0));
}
BENCHMARK_CAPTURE(blow_down, hj169, TwoPhaseFlow::hj169)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(blow_down, omega, TwoPhaseFlow::omega)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(blow_down, fauske, TwoPhaseFlow::fauske)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
