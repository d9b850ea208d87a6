// What a place costs whose people are indoors, beside one whose people stand outside.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_harm
//   build/benchmarks/bench_models_harm
#include <benchmark/benchmark.h>

#include <vector>

#include "models/harm/dose_response.hpp"
#include "models/harm/indoor.hpp"

namespace {

constexpr sise::Room kHouse{.air_changes_per_h = 0.7};

/// The load of a steady cloud: closed form for n = 1 and 2, quadrature for the rest. Argument: 100 n.
void indoor_steady(benchmark::State& state) {
  const double n = static_cast<double>(state.range(0)) / 100.0;
  double cloud_s = 600.0;
  for (auto _ : state) {
    cloud_s += 1e-3;
    benchmark::DoNotOptimize(sise::indoor_toxic_load({120.0, cloud_s}, n, kHouse));
  }
}
BENCHMARK(indoor_steady)->Arg(100)->Arg(200)->Arg(275);

/// The load of a sampled cloud, per sample.
void indoor_sampled(benchmark::State& state) {
  std::vector<sise::CloudSample> samples;
  for (int i = 0; i < 120; ++i) samples.push_back({30.0 * i, 1.0 + 0.1 * (60.0 - i) * (60.0 - i)});
  for (auto _ : state) benchmark::DoNotOptimize(sise::indoor_toxic_load(samples, 2.75, kHouse));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(samples.size()));
}
BENCHMARK(indoor_sampled);

/// Lungs by pressure and impulse: the dearest of the blast functions.
void lung(benchmark::State& state) {
  const sise::ProbitForm form = sise::LungProbit{5.74, 4.2, 1.3};
  sise::PhysicalDose dose{.overpressure_pa = 1e5, .impulse_pa_s = 300.0};
  for (auto _ : state) {
    dose.overpressure_pa += 1.0;
    benchmark::DoNotOptimize(sise::probability_of(sise::probit_of(form, dose)));
  }
}
BENCHMARK(lung);

}  // namespace
