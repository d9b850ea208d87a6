// A raster of a Chamberlain jet's radiation against the bound of raster_bound.hpp: by the model, and by its table; one
// inverse.
#include "models/fire/jet_fire.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/models/raster_bound.hpp"
#include "models/fire/radiation_map.hpp"

namespace {

using namespace sise;

ChamberlainJet jet() {
  return {{.rate_kg_s = 10.0,
           .jet_velocity_m_s = 250.0,
           .height_m = 10.0,
           .molar_mass_kg_mol = 0.016,
           .heat_of_combustion_J_kg = 50e6,
           .jet_density_kg_m3 = 0.67},
          {5.0, 1.2}};
}

void prepare(benchmark::State& state) {
  for (auto unused : state) benchmark::DoNotOptimize(jet());
}
BENCHMARK(prepare)->Unit(benchmark::kMicrosecond);

void raster(benchmark::State& state) {
  const ChamberlainJet j = jet();
  bench::raster(state, [&](auto r_m, auto out) { j.radiations_w_m2(r_m, Receiver::facing, out); });
}
BENCHMARK(raster)->Unit(benchmark::kMillisecond);

void table_prepare(benchmark::State& state) {
  for (auto unused : state) benchmark::DoNotOptimize(RadiationMap(jet(), Receiver::facing));
}
BENCHMARK(table_prepare)->Unit(benchmark::kMillisecond);

void table_raster(benchmark::State& state) {
  const RadiationMap map(jet(), Receiver::facing);
  bench::plane_raster(state, [&](auto x_m, auto y_m, auto out) { map.radiations_w_m2(x_m, y_m, out); });
}
BENCHMARK(table_raster);

void inverse(benchmark::State& state) {
  const ChamberlainJet j = jet();
  for (auto unused : state) benchmark::DoNotOptimize(j.distance_to_m(6300.0, Receiver::facing));
}
BENCHMARK(inverse)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
