// How many plume evaluations a second, beside the machine's own bound in vector exponentials a second.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_models_dispersion
//   build/benchmarks/bench_models_dispersion
//
// `evaluations/s` counts points; `exps/s` counts three exponentials for each (one crosswind, two vertical), which is how
// the floor is stated, although the code needs two. `bound` is exps/s of the same exponential over an array in the
// first-level cache, measured by the same thread right before, in the same unit (thread CPU time, so that a busy machine
// disturbs both alike). `of_bound` is their ratio; the floor is 0.5.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <ctime>
#include <vector>

#include "models/dispersion/cell_average.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/numeric/vector_math.hpp"

namespace {

using namespace sise;

constexpr std::size_t kInCache = 1024;
constexpr std::size_t kLarge = 4'000'000;

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double exps_per_second() {
  std::vector<double> x(kInCache);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = -0.01 * static_cast<double>(i);
  std::vector<double> out(x.size());
  constexpr int kRounds = 100'000;
  const double start = thread_seconds();
  for (int round = 0; round < kRounds; ++round) {
    exp_of(x, out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  return static_cast<double>(kInCache) * kRounds / (thread_seconds() - start);
}

struct Points {
  explicit Points(std::size_t count) : x(count), y(count), z(count), out(count) {
    for (std::size_t i = 0; i < count; ++i) {
      x[i] = 50.0 + static_cast<double>(i * 7919 % 20000);
      y[i] = 0.05 * x[i] * static_cast<double>(i % 11) / 10.0;
      z[i] = 1.0 + static_cast<double>(i % 5);
    }
  }
  std::vector<double> x, y, z, out;
};

void evaluate(benchmark::State& state, const GaussianPlume& plume, std::size_t count) {
  const double bound = exps_per_second();
  Points points(count);
  const double start = thread_seconds();
  for (auto unused : state) {
    plume.concentrations(points.x, points.y, points.z, points.out);
    benchmark::DoNotOptimize(points.out.data());
    benchmark::ClobberMemory();
  }
  const double evaluations = static_cast<double>(count) * static_cast<double>(state.iterations());
  const double rate = evaluations / (thread_seconds() - start);
  state.counters["evaluations/s"] = rate;  // summed over threads
  state.counters["exps/s"] = 3.0 * rate;
  state.counters["bound"] = bound;
  state.counters["of_bound"] = benchmark::Counter(3.0 * rate / bound, benchmark::Counter::kAvgThreads);
}

GaussianPlume plume(SigmaSet set, TransportWind wind, bool lid, Stability stability = Stability::D) {
  Weather weather{.wind_speed_m_s = 3.0, .stability = stability};
  if (lid) weather.mixing_height_m = 800.0;
  return {{0.1, 10.0}, weather, {set, wind, std::nullopt}};
}

void briggs_as_given(benchmark::State& state) {
  evaluate(state, plume(SigmaSet::briggs_rural, TransportWind::as_given, false), kInCache);
}
void briggs_as_given_4M(benchmark::State& state) {
  evaluate(state, plume(SigmaSet::briggs_rural, TransportWind::as_given, false), kLarge);
}
void briggs_profile(benchmark::State& state) {
  evaluate(state, plume(SigmaSet::briggs_rural, TransportWind::profile, false), kInCache);
}
void briggs_lid(benchmark::State& state) {
  evaluate(state, plume(SigmaSet::briggs_rural, TransportWind::as_given, true), kInCache);
}
void isc_as_given(benchmark::State& state) {
  evaluate(state, plume(SigmaSet::pasquill_gifford, TransportWind::as_given, false), kInCache);
}
void gbt_as_given(benchmark::State& state) {
  evaluate(state, plume(SigmaSet::gbt13201, TransportWind::as_given, false), kInCache);
}

void one_point(benchmark::State& state) {
  const GaussianPlume p = plume(SigmaSet::briggs_rural, TransportWind::as_given, false);
  double x = 100.0;
  for (auto unused : state) benchmark::DoNotOptimize(p.concentration_kg_m3(x += 0.1, 3.0, 1.0));
}
void one_cell_average(benchmark::State& state) {
  const GaussianPlume p = plume(SigmaSet::briggs_rural, TransportWind::profile, false);
  for (auto unused : state) benchmark::DoNotOptimize(cell_average_kg_m3(p, {30.0, 2.0, 10.0, 0.3}, 1.0));
}
void prepare_and_find_farthest(benchmark::State& state) {
  for (auto unused : state) {
    const GaussianPlume p = plume(SigmaSet::briggs_rural, TransportWind::profile, false);
    benchmark::DoNotOptimize(farthest_distance_m(p, 1e-6, 1.0));
  }
}

BENCHMARK(briggs_as_given)->Threads(1)->Threads(2);
BENCHMARK(briggs_as_given_4M)->Threads(1)->Threads(2)->Unit(benchmark::kMillisecond);
BENCHMARK(briggs_profile)->Threads(1);
BENCHMARK(briggs_lid)->Threads(1);
BENCHMARK(isc_as_given)->Threads(1);
BENCHMARK(gbt_as_given)->Threads(1);
BENCHMARK(one_point);
BENCHMARK(one_cell_average)->Unit(benchmark::kMicrosecond);
BENCHMARK(prepare_and_find_farthest)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
