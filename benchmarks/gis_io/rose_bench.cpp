// A wind rose from a station's record: one year of hours, and ten.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_gis_io_rose
//   build/benchmarks/bench_gis_io_rose
//
// `hours_per_second` counts the whole way from file to rose; `of_reading` is that time divided by the time that reading the
// bare table takes in the same round: what the checks and the rose cost beside the parsing of text.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "gis_io/products/rose_product.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "models/atmosphere/calendar.hpp"

namespace {

using namespace sise;
namespace fs = std::filesystem;

constexpr std::int64_t kYear_h = 8760;

/// A record of so many years, removed at the end.
class RecordFile {
 public:
  explicit RecordFile(std::int64_t years) : path_(fs::temp_directory_path() / fmt::format("sise-bench-{}.csv", years)) {
    std::ofstream file(path_);
    file << "time,wind_from_deg,wind_speed_m_s,total_cloud,low_cloud\n";
    const ClockMinute first = *clock_minute({2010, 1, 1, 0, 0});
    for (std::int64_t hour = 0; hour < years * kYear_h; ++hour) {
      file << fmt::format("{},{},{:.1f},{},{}\n", to_string(first + 60 * hour), hour * 37 % 360,
                          0.1 * static_cast<double>(hour * 7 % 90), hour * 3 % 11, hour * 3 % 11 / 2);
    }
  }
  ~RecordFile() { fs::remove(path_); }
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;
  RecordFile(RecordFile&&) = delete;
  RecordFile& operator=(RecordFile&&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

double seconds_of(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void rose_of_years(benchmark::State& state) {
  const RecordFile file(state.range(0));
  const RoseRequest request{
      file.path(), {}, {"station.latitude_deg=32", "station.longitude_deg=120", "station.utc_offset_h=8"}};
  LayerConfig bare;
  bare.source = file.path();
  bare.source_text = file.path();
  double reading_s = 0.0;
  double rose_s = 0.0;
  for (auto unused : state) {
    reading_s += seconds_of([&] {
      Problems problems;
      benchmark::DoNotOptimize(read_table(bare, problems).rows.size());
    });
    rose_s += seconds_of([&] { benchmark::DoNotOptimize(make_rose(request).rose.hours); });
  }
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["hours_per_second"] = static_cast<double>(state.range(0) * kYear_h) * rounds / rose_s;
  state.counters["seconds"] = rose_s / rounds;
  state.counters["of_reading"] = rose_s / reading_s;
}
BENCHMARK(rose_of_years)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
