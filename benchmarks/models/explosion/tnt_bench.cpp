// How many overpressures a second by each curve, and how long one inverse takes.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_explosion
//   build/benchmarks/bench_models_explosion
#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/models/raster_bound.hpp"
#include "models/explosion/tnt.hpp"

namespace {

using sise::BlastCurve;

constexpr std::size_t kPoints = 100'000;

/// A tonne of TNT, 50 m to 390 m: inside every fit but Sadovsky's and Henrych's outer part.
std::vector<double> distances() {
  std::vector<double> r_m(kPoints);
  for (std::size_t i = 0; i < r_m.size(); ++i) r_m[i] = 50.0 + 340.0 * static_cast<double>(i) / kPoints;
  return r_m;
}

void batch(benchmark::State& state) {
  const auto curve = static_cast<BlastCurve>(state.range(0));
  const std::vector<double> r_m = distances();
  std::vector<double> out(r_m.size());
  for (auto _ : state) {
    sise::overpressures_pa(curve, 1000.0, r_m, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetLabel(std::string(sise::name_of(curve)));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kPoints));
}
BENCHMARK(batch)->DenseRange(0, 8);

/// A raster against the bound of raster_bound.hpp: a charge of 100 t, inside nearly every fit.
void raster(benchmark::State& state) {
  const auto curve = static_cast<BlastCurve>(state.range(0));
  sise::bench::raster(state, [=](auto r_m, auto out) { sise::overpressures_pa(curve, 1e5, r_m, out); });
  state.SetLabel(std::string(sise::name_of(curve)));
}
BENCHMARK(raster)->DenseRange(0, 8);

void inverse(benchmark::State& state) {
  const auto curve = static_cast<BlastCurve>(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(sise::distance_to_overpressure_m(curve, 1000.0, 30000.0));
  }
  state.SetLabel(std::string(sise::name_of(curve)));
}
BENCHMARK(inverse)->DenseRange(0, 8);

}  // namespace

BENCHMARK_MAIN();
