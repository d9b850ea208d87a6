// What a dense cloud costs, from the source until nothing is left of it, and asked for one place.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_dispersion_dense_gas
//   build/benchmarks/bench_models_dispersion_dense_gas
#include <benchmark/benchmark.h>

#include "models/dispersion/dense_gas.hpp"

namespace {

using namespace sise;

const DenseSubstance kChlorine{0.070906, 498.1, 926.3, 287840.0, 239.1, 1574.0, 1978.34, -27.01};
const Weather kWeather{.wind_speed_m_s = 3.0};

DenseSource source_of(DenseRelease release, double liquid_fraction) {
  return {.release = release,
          .rate_kg_s = 10.0,
          .duration_s = 600.0,
          .mass_kg = 5000.0,
          .area_m2 = release == DenseRelease::pool            ? 50.0
                     : release == DenseRelease::instantaneous ? 100.0
                                                              : 0.06,
          .height_m = release == DenseRelease::vertical_jet || release == DenseRelease::horizontal_jet ? 2.0 : 0.0,
          .temperature_K = 239.1,
          .liquid_fraction = liquid_fraction};
}

void cloud(benchmark::State& state, DenseRelease release, double liquid_fraction, DensePassive passive) {
  const DenseSource source = source_of(release, liquid_fraction);
  for (auto unused : state) {
    const DenseGas one(source, kChlorine, kWeather, 0.5, {.passive = passive});
    benchmark::DoNotOptimize(one.path().last_m());
  }
}

void at_a_place(benchmark::State& state) {
  const DenseGas one(source_of(DenseRelease::pool, 0.0), kChlorine, kWeather, 0.5, {.averaging_time_s = 600.0});
  double x = 100.0;
  for (auto unused : state) benchmark::DoNotOptimize(one.volume_fraction(x += 0.01, 5.0, 1.0));
}

void reach(benchmark::State& state) {
  const DenseGas one(source_of(DenseRelease::pool, 0.0), kChlorine, kWeather);
  for (auto unused : state) benchmark::DoNotOptimize(farthest_distance_m(one, 20e-6, 1.0));
}

BENCHMARK_CAPTURE(cloud, pool, DenseRelease::pool, 0.0, DensePassive::surface_layer)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(cloud, pool_curves, DenseRelease::pool, 0.0, DensePassive::curves)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(cloud, jet_with_droplets, DenseRelease::horizontal_jet, 0.7, DensePassive::surface_layer)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(cloud, vertical_jet_with_droplets, DenseRelease::vertical_jet, 0.7, DensePassive::surface_layer)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(cloud, at_once_with_droplets, DenseRelease::instantaneous, 0.7, DensePassive::surface_layer)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(at_a_place)->Unit(benchmark::kMicrosecond);
BENCHMARK(reach)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
