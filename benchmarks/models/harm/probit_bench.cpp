// How many probabilities of death a second.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_harm
//   build/benchmarks/bench_models_harm
#include <benchmark/benchmark.h>

#include <vector>

#include "models/harm/probit.hpp"

namespace {

void toxic(benchmark::State& state) {
  const sise::ToxicProbit chlorine{-6.35, 0.5, 2.75};
  std::vector<double> concentrations(10'000);
  for (std::size_t i = 0; i < concentrations.size(); ++i) concentrations[i] = 1.0 + static_cast<double>(i);
  for (auto _ : state) {
    double sum = 0.0;
    for (const double c : concentrations) sum += sise::toxic_probability(chlorine, c, 1800.0);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(concentrations.size()));
}
BENCHMARK(toxic);

}  // namespace

BENCHMARK_MAIN();
