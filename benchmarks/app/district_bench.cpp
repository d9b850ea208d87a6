// The whole of `sise map` on a project, split into reading, computing and writing, with the peak memory of the process.
//
//     cmake --preset release -DSISE_BENCHMARKS=ON && cmake --build build --target bench_app_district
//     build/benchmarks/bench_app_district examples/binjiang/project.toml out/bench [key=value ...]
//
// Writing is what the whole run takes beyond reading and computing. Times are processor time of all threads.
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/grid/parallel.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/risk/assessment.hpp"
#include "gis_io/products/map_product.hpp"
#include "gis_io/products/open_project.hpp"

namespace {

double seconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Every band of the map, thrown away as soon as it is there.
void compute(const sise::OpenProject& project) {
  const sise::Assessment assessment(project.study, *project.substances, *project.projection);
  const sise::FourColourMap map(assessment);
  constexpr std::int64_t kRows = 256;
  for (std::int64_t row = 0; row < project.study.grid.rows; row += kRows) {
    (void)map.band(row, std::min(project.study.grid.rows, row + kRows), nullptr);
  }
}

void measure(const sise::RunOptions& options) {
  sise::OpenProject project;
  const double reading = seconds([&] { project = sise::open_project(options, "map"); });
  const double computing = seconds([&] { compute(project); });
  const double whole = seconds([&] { (void)sise::run_map(options); });
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("cells {}\nreading {:.2f} s\ncomputing {:.2f} s\nwriting {:.2f} s\nwhole {:.2f} s\npeak memory {} MiB\n",
             project.study.grid.cells(), reading, computing, whole - reading - computing, whole,
             usage.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: bench_app_district PROJECT.toml OUTPUT_FOLDER [key=value ...]\n");
    return 2;
  }
  try {
    sise::RunOptions options;
    options.input = arguments[0];
    options.output = arguments[1];
    options.overrides.assign(arguments.begin() + 2, arguments.end());
    options.overwrite = true;
    options.threads = sise::threads();
    measure(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
