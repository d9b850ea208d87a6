// How many evaluations of the similarity plume a second, beside the machine's own bound in vector exponentials a second.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_dispersion_similarity_plume
//   build/benchmarks/bench_models_dispersion_similarity_plume
//
// `of_bound` counts the five exponentials that one point without a lid needs (profile coordinate of place and source, the
// two halves of the profile, crosswind) beside exp_of over an array in the first-level cache, measured by the same thread.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <vector>

#include "benchmarks/models/raster_bound.hpp"
#include "models/dispersion/similarity_plume.hpp"

namespace {

using namespace sise;

constexpr double kExponentials = 5.0;

SimilarityPlume plume(bool lid, double deposition_m_s) {
  const SurfaceLayerState air{.wind_speed_m_s = 6.0,
                              .wind_height_m = 2.0,
                              .roughness_m = 0.006,
                              .friction_velocity_m_s = 0.4,
                              .obukhov_length_m = lid ? -30.0 : 60.0};
  return {{0.1, 0.46}, {air, 9.0, lid ? std::optional(600.0) : std::nullopt}, {deposition_m_s, std::nullopt}};
}

double exps_per_second() {
  std::vector<double> x(1024);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = -0.01 * static_cast<double>(i);
  std::vector<double> out(x.size());
  constexpr int kRounds = 50'000;
  const double start = bench::thread_seconds();
  for (int round = 0; round < kRounds; ++round) {
    exp_of(x, out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  return static_cast<double>(x.size()) * kRounds / (bench::thread_seconds() - start);
}

void evaluate(benchmark::State& state, const SimilarityPlume& p) {
  const double bound = exps_per_second();
  const std::vector<double> x = bench::cell_distances_m();
  std::vector<double> y(x.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = 0.05 * x[i] * static_cast<double>(i % 11) / 10.0;
  const std::vector<double> z(x.size(), 1.5);
  std::vector<double> out(x.size());
  const double start = bench::thread_seconds();
  for (auto unused : state) {
    p.concentrations(x, y, z, out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  const double points = static_cast<double>(x.size()) * static_cast<double>(state.iterations());
  const double rate = points / (bench::thread_seconds() - start);
  state.counters["evaluations/s"] = rate;
  state.counters["of_bound"] = kExponentials * rate / bound;
}

void stable(benchmark::State& state) { evaluate(state, plume(false, 0.0)); }
void stable_with_deposition(benchmark::State& state) { evaluate(state, plume(false, 0.004)); }
void unstable_under_a_lid(benchmark::State& state) { evaluate(state, plume(true, 0.0)); }
void prepare(benchmark::State& state) {
  for (auto unused : state) benchmark::DoNotOptimize(plume(true, 0.004));
}
void one_point(benchmark::State& state) {
  const SimilarityPlume p = plume(false, 0.0);
  double x = 100.0;
  for (auto unused : state) benchmark::DoNotOptimize(p.concentration_kg_m3(x += 0.1, 3.0, 1.5));
}

BENCHMARK(stable);
BENCHMARK(stable_with_deposition);
BENCHMARK(unstable_under_a_lid);
BENCHMARK(prepare)->Unit(benchmark::kMicrosecond);
BENCHMARK(one_point);

}  // namespace

BENCHMARK_MAIN();
