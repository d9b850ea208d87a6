// What a puff, a finite release and a row of puffs cost.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_dispersion_gaussian_puff
//   build/benchmarks/bench_models_dispersion_gaussian_puff
#include <benchmark/benchmark.h>

#include "models/dispersion/gaussian_puff.hpp"
#include "models/dispersion/puff_series.hpp"

namespace {

using namespace sise;

const Weather kWeather{.wind_speed_m_s = 3.0, .stability = Stability::D};

void puff_prepared_and_asked(benchmark::State& state) {
  for (auto unused : state) {
    const GaussianPuff puff(10.0, 1.0, kWeather);
    benchmark::DoNotOptimize(puff.concentration_kg_m3(300.0, 5.0, 1.0, 100.0));
  }
}

void puff_at_a_point(benchmark::State& state) {
  const GaussianPuff puff(10.0, 1.0, kWeather);
  double t = 50.0;
  for (auto unused : state) benchmark::DoNotOptimize(puff.concentration_kg_m3(300.0, 5.0, 1.0, t += 0.001));
}

void finite_release_at_a_point(benchmark::State& state) {
  const FiniteRelease release(1.0, 600.0, 1.0, kWeather);
  double t = 50.0;
  for (auto unused : state) benchmark::DoNotOptimize(release.concentration_kg_m3(300.0, 5.0, 1.0, t += 0.001));
}

void puff_farthest_distance(benchmark::State& state) {
  const GaussianPuff puff(10.0, 1.0, kWeather);
  for (auto unused : state) benchmark::DoNotOptimize(farthest_distance_m(puff, 1e-5, 1.0));
}

/// `puffs/s`: puffs of half an hour's release, through three winds, made ready for one moment.
void puffs_of_a_series(benchmark::State& state) {
  const PuffSeries series(
      {{{0.0, 1.0}, {1800.0, 0.0}}, 0.0, 1.0},
      {{0.0, 200.0, 3.0, Stability::D}, {600.0, 240.0, 2.0, Stability::E}, {1200.0, 270.0, 4.0, Stability::D}}, {});
  double puffs = 0.0;
  for (auto unused : state) {
    const std::vector<Puff> all = series.puffs(1700.0);
    puffs += static_cast<double>(all.size());
    benchmark::DoNotOptimize(all.data());
  }
  state.counters["puffs/s"] = benchmark::Counter(puffs, benchmark::Counter::kIsRate);
}

BENCHMARK(puff_prepared_and_asked)->Unit(benchmark::kMicrosecond);
BENCHMARK(puff_at_a_point);
BENCHMARK(finite_release_at_a_point);
BENCHMARK(puff_farthest_distance)->Unit(benchmark::kMillisecond);
BENCHMARK(puffs_of_a_series)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
