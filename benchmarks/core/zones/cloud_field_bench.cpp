// Puffs over a raster: 300 x 300 cells, 360 puffs, 2 heights, and the whole pass of a cloud.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_core_exposure
//   build/benchmarks/bench_core_exposure
//
// A kernel is one puff at one cell at one height. `nominal/s` counts all 300 x 300 x 360 x 2 of them, as a code does that
// visits every cell for every puff; `visited/s` those that are computed, inside each puff's own interval of each row.
// Both per second of processor time, so that a busy machine does not count; with two threads the two processors' times add
// up, and the rate of both is twice that. `exps/s` is the same thread's rate of vector exponentials over an array in
// the first-level cache, `visited_per_exp` the ratio. The floor is 165 million nominal kernels a second on two
// processors: five times 33 million of an established single-threaded puff code on one.
//
// `plain_*` visits every cell with an exponential of its own: by the C library, and by vector code.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <ctime>
#include <vector>

#include "core/grid/parallel.hpp"
#include "core/grid/tiles.hpp"
#include "core/zones/cloud_field.hpp"
#include "core/zones/cloud_snapshot.hpp"
#include "core/zones/cloud_stamp.hpp"
#include "models/numeric/vector_math.hpp"

namespace {

using namespace sise;

constexpr std::size_t kHeights = 2;
constexpr int kPuffs = 360;
const GridSpec kGrid{-500.0, 2500.0, 10.0, 300, 300, "EPSG:4549"};

double seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double exps_per_second() {
  std::vector<double> x(1024);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = -0.01 * static_cast<double>(i);
  std::vector<double> out(x.size());
  constexpr int kRounds = 50'000;
  const double start = seconds(CLOCK_THREAD_CPUTIME_ID);
  for (int round = 0; round < kRounds; ++round) {
    exp_of(x, out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
  return 1024.0 * kRounds / (seconds(CLOCK_THREAD_CPUTIME_ID) - start);
}

/// One hour of a release, a puff of 10 kg every ten seconds, at 1 m/s to the north-east: the moment when all are in the air.
CloudSnapshot hour_of_puffs() {
  const SigmaCurves curves(SigmaSet::briggs_rural, Stability::D);
  constexpr double kWeakest = 1e-9 * 1e-6;
  CloudSnapshot snapshot;
  for (int i = 0; i < kPuffs; ++i) {
    const double s = 10.0 * (i + 1);
    const Puff puff{10.0, s * std::sqrt(0.5), s * std::sqrt(0.5), curves.sigma_y_m(s), curves.sigma_z_m(s)};
    double strongest = 0.0;
    for (const double height : {1.0, 10.0}) {
      snapshot.axis_kg_m3.push_back(puff_axis_kg_m3(puff, {1.0}, height));
      strongest = std::fmax(strongest, snapshot.axis_kg_m3.back());
    }
    const double reach = puff.sigma_m * std::sqrt(2.0 * std::log(strongest / kWeakest));
    snapshot.puffs.push_back({puff.east_m, puff.north_m, 0.5 / (puff.sigma_m * puff.sigma_m), reach});
  }
  return snapshot;
}

void report(benchmark::State& state, double visited, double cpu_s) {
  const double runs = static_cast<double>(state.iterations());
  const double nominal = static_cast<double>(kGrid.cells()) * kPuffs * kHeights * runs;
  state.counters["nominal/s"] = nominal / cpu_s;
  state.counters["visited/s"] = visited / cpu_s;
}

/// All tiles of the grid under one snapshot, on state.range(0) threads.
void snapshot_over_the_grid(benchmark::State& state) {
  set_threads(static_cast<int>(state.range(0)));
  const CloudSnapshot snapshot = hour_of_puffs();
  const std::vector<CellWindow> windows = tiles(kGrid, kCloudEdge);
  std::vector<std::vector<CloudCells>> cells(windows.size(), std::vector<CloudCells>(kHeights));
  std::vector<std::int64_t> visited(windows.size());
  const double bound = exps_per_second();
  const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (auto unused : state) {
    parallel_for(static_cast<std::int64_t>(windows.size()), [&](std::int64_t item) {
      const auto i = static_cast<std::size_t>(item);
      for (CloudCells& height : cells[i]) height.fill(0.0);
      visited[i] += add_puffs(snapshot, CloudTile(kGrid, windows[i]), cells[i]);
    });
    benchmark::DoNotOptimize(cells.data());
    benchmark::ClobberMemory();
  }
  std::int64_t all = 0;
  for (const std::int64_t one : visited) all += one;
  report(state, static_cast<double>(all), seconds(CLOCK_PROCESS_CPUTIME_ID) - start);
  state.counters["exps/s"] = bound;
  state.counters["visited_per_exp"] = state.counters["visited/s"] / bound;
}

/// Every cell, every puff, every height, an exponential each.
template <class Exponentials>
void plain(benchmark::State& state, Exponentials exponentials) {
  const CloudSnapshot snapshot = hour_of_puffs();
  std::vector<double> power(static_cast<std::size_t>(kGrid.columns));
  std::vector<double> row(power.size());
  const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (auto unused : state) {
    for (std::int64_t r = 0; r < kGrid.rows; ++r) {
      for (std::size_t p = 0; p < snapshot.puffs.size(); ++p) {
        const CloudPuff& puff = snapshot.puffs[p];
        for (std::size_t h = 0; h < kHeights; ++h) {
          for (std::size_t c = 0; c < power.size(); ++c) {
            const Point centre = kGrid.centre({static_cast<std::int64_t>(c), r});
            const double east = centre.x - puff.x;
            const double north = centre.y - puff.y;
            power[c] = -(east * east + north * north) * puff.half_inverse_variance;
          }
          exponentials(power);
          for (std::size_t c = 0; c < power.size(); ++c) row[c] += snapshot.axis_kg_m3[p * kHeights + h] * power[c];
        }
      }
      benchmark::DoNotOptimize(row.data());
    }
  }
  const double nominal = static_cast<double>(kGrid.cells()) * kPuffs * kHeights;
  report(state, nominal * static_cast<double>(state.iterations()), seconds(CLOCK_PROCESS_CPUTIME_ID) - start);
}

void plain_with_the_c_library(benchmark::State& state) {
  plain(state, [](std::vector<double>& power) {
    for (double& value : power) value = std::exp(value);
  });
}

void plain_with_vector_exponentials(benchmark::State& state) {
  plain(state, [](std::vector<double>& power) { exp_of(power, power); });
}

/// Half an hour's release into a wind that turns, from the first breath to the last, all quantities at two heights.
void whole_passage(benchmark::State& state) {
  set_threads(static_cast<int>(state.range(0)));
  const PuffSeries series({{{0.0, 1.0}, {1800.0, 0.0}}, 0.0, 1.0},
                          {{0.0, 225.0, 3.0, Stability::D}, {900.0, 260.0, 3.5, Stability::D}}, {});
  const CloudQuestion question{
      .threshold_kg_m3 = 1e-6, .heights_m = {1.0, 10.0}, .window_s = 600.0, .toxic_exponent = 2.75};
  CloudWork work;
  const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (auto unused : state) {
    const CloudField field = cloud_field(series, {0.0, 0.0}, kGrid, question);
    work = field.work;
    benchmark::DoNotOptimize(field.heights.data());
  }
  const double cpu_s = (seconds(CLOCK_PROCESS_CPUTIME_ID) - start) / static_cast<double>(state.iterations());
  state.counters["nominal/s"] = static_cast<double>(work.nominal_kernels) / cpu_s;
  state.counters["visited/s"] = static_cast<double>(work.visited_kernels) / cpu_s;
  state.counters["moments"] = static_cast<double>(work.time_steps);
  state.counters["cpu_s"] = cpu_s;
}

BENCHMARK(snapshot_over_the_grid)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(plain_with_the_c_library)->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK(plain_with_vector_exponentials)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(whole_passage)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
