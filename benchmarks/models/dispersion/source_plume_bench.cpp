// What a source of some size and losses on the way cost, beside a bare point in the same class.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_sources
//   build/benchmarks/bench_models_sources
//
// `of_point` is the time of one evaluation divided by that of a bare point (GaussianPlume, one at a time) in the same run.
#include <benchmark/benchmark.h>

#include <ctime>

#include "models/dispersion/source_plume.hpp"

namespace {

using namespace sise;

const Weather kWeather{.wind_speed_m_s = 3.0, .stability = Stability::D};
const PlumeSource kSource{0.1, 10.0};

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_per_evaluation(const auto& plume, int rounds) {
  const double start = thread_seconds();
  for (int i = 0; i < rounds; ++i) benchmark::DoNotOptimize(plume.concentration_kg_m3(150.0 + i % 500, 10.0, 1.5));
  return (thread_seconds() - start) / rounds;
}

void evaluate(benchmark::State& state, const ColumnDetails& details, const SourceShape& shape) {
  constexpr int kPointRounds = 20'000;
  constexpr int kRounds = 200;
  const GaussianPlume point(kSource, kWeather);
  const SourcePlume plume(kSource, kWeather, {}, details, shape);
  double of_point = 0.0;
  double per_evaluation_s = 0.0;
  for (auto unused : state) {
    const double point_s = seconds_per_evaluation(point, kPointRounds);
    per_evaluation_s = seconds_per_evaluation(plume, kRounds);
    of_point += per_evaluation_s / point_s;
  }
  state.counters["of_point"] = of_point / static_cast<double>(state.iterations());
  state.counters["evaluations/s"] = 1.0 / per_evaluation_s;
}
BENCHMARK_CAPTURE(evaluate, stack, ColumnDetails{.stack = StackGas{1.0, 10.0, 400.0}}, SourceShape{});
BENCHMARK_CAPTURE(evaluate, deposition, ColumnDetails{.deposition_velocity_m_s = 0.01}, SourceShape{});
BENCHMARK_CAPTURE(evaluate, crosswind_line, ColumnDetails{}, SourceShape{100.0, 0.0, 90.0});
BENCHMARK_CAPTURE(evaluate, oblique_line, ColumnDetails{}, SourceShape{100.0, 0.0, 30.0});
BENCHMARK_CAPTURE(evaluate, area, ColumnDetails{}, SourceShape{100.0, 60.0, 30.0});

void prepare_losses(benchmark::State& state) {
  for (auto unused : state) {
    benchmark::DoNotOptimize(
        SourcePlume(kSource, kWeather, {}, ColumnDetails{.deposition_velocity_m_s = 0.01}, {}).column().remaining(1e3));
  }
}
BENCHMARK(prepare_losses)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
