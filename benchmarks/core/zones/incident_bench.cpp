// An incident from its source to its zones, at its default grid: chlorine, steady, falling and at once, from a gram a second to
// a tonne.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_core_incident
//   build/benchmarks/bench_core_incident
//
// Processor time of both threads together is what counts: the floor is 3 s on two processors with everything written.
#include <benchmark/benchmark.h>

#include <cmath>

#include "core/runs/zones.hpp"

namespace {

using namespace sise;

Incident chlorine() {
  Incident incident;
  incident.source = {500'000.0, 3'540'000.0};
  incident.substance = "chlorine";
  incident.gas = {.molar_mass_kg_mol = 0.0709, .temperature_K = 293.15, .density_kg_m3 = 2.95};
  incident.weather.wind_speed_m_s = 2.0;
  incident.weather.stability = Stability::F;
  incident.wind_from_deg = 337.5;
  incident.wind_from_uncertainty_deg = 15.0;
  incident.room = Room{};
  for (const double kg_m3 : {8.1e-5, 8.1e-6, 1.5e-6}) {
    ThreatLevel level;
    level.value = kg_m3;
    level.rule.exponent = 2.75;
    incident.levels.push_back(level);
  }
  return incident;
}

void answer(benchmark::State& state, const Incident& incident) {
  for (auto _ : state) {
    const ZonesRun run(incident);
    const ThreatResult result = run.zones(run.grid_of_reach(std::nullopt, "EPSG:4549"), {}, nullptr);
    benchmark::DoNotOptimize(result.zones.data());
  }
}

/// The rate is 10 to the power of the argument, in kg/s.
void steady(benchmark::State& state) {
  Incident incident = chlorine();
  incident.rate_kg_s = std::pow(10.0, static_cast<double>(state.range(0)));
  answer(state, incident);
}

void falling(benchmark::State& state) {
  Incident incident = chlorine();
  const double rate_kg_s = std::pow(10.0, static_cast<double>(state.range(0)));
  constexpr int kSteps = 24;
  for (int i = 0; i < kSteps; ++i) incident.emission.push_back({100.0 * i, rate_kg_s * std::exp(-0.2 * i)});
  incident.emission.push_back({100.0 * kSteps, 0.0});
  incident.duration_s = 100.0 * kSteps;
  answer(state, incident);
}

void at_once(benchmark::State& state) {
  Incident incident = chlorine();
  incident.mass_kg = std::pow(10.0, static_cast<double>(state.range(0)));
  incident.duration_s = 0.0;
  answer(state, incident);
}

BENCHMARK(steady)->DenseRange(-3, 3)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(falling)->DenseRange(-3, 3)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(at_once)->DenseRange(0, 5)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);

}  // namespace
BENCHMARK_MAIN();
