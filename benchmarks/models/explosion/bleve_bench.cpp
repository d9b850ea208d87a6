// How long the expansion energy of a vessel of liquefied gas takes.
#include "models/explosion/bleve.hpp"

#include <benchmark/benchmark.h>

namespace {

sise::Substance butane() {
  sise::Substance s;
  for (const auto& [name, value] : {std::pair<const char*, double>{"molar_mass_kg_mol", 0.058122},
                                    {"boiling_point_K", 272.66},
                                    {"critical_temperature_K", 425.13},
                                    {"critical_pressure_Pa", 3.796e6},
                                    {"acentric_factor", 0.201},
                                    {"liquid_density_kg_m3", 601.0},
                                    {"liquid_density_temperature_K", 272.66},
                                    {"liquid_heat_capacity_J_kgK", 2330.0},
                                    {"gas_gamma", 1.09},
                                    {"heat_of_vaporization_J_kg", 385700.0}}) {
    s.properties[name] = {.value = value};
  }
  return s;
}

void energy(benchmark::State& state) {
  const sise::Substance substance = butane();
  for (auto unused : state) benchmark::DoNotOptimize(sise::bleve_energy(substance, {20000.0, 50.0, 380.0}));
}
BENCHMARK(energy)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
