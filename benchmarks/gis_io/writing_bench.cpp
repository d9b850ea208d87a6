// Writing a district's rasters and layers, beside GDAL writing the same data with the same options.
//
//   cmake -S . -B build -DSISE_BENCHMARKS=ON && cmake --build build --target bench_gis_io_writing
//   build/benchmarks/bench_gis_io_writing
//
// Each round times both, one after the other, in the same conditions; `of_gdal` is our time divided by GDAL's,
// `of_gdal_processor` the same in processor time. The floor for rasters is 1, with the noise of a disk on it.
#include <benchmark/benchmark.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/grid/raster.hpp"
#include "gis_io/environment.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "gis_io/write/vectors/geojson.hpp"

namespace {

using namespace sise;
namespace fs = std::filesystem;

constexpr std::int64_t kColumns = 2600;  // the bundled district at 10 m
constexpr std::int64_t kRows = 2200;
constexpr int kThreads = 2;

GridSpec district() {
  GridSpec grid;
  grid.x_min = 470000.0;
  grid.y_max = 3560000.0;
  grid.cell_m = 10.0;
  grid.columns = kColumns;
  grid.rows = kRows;
  grid.crs = "EPSG:4549";
  return grid;
}

Raster<float> risk_of_some_plants() {
  Raster<float> risk(kColumns, kRows);
  for (std::int64_t row = 0; row < kRows; ++row) {
    for (std::int64_t column = 0; column < kColumns; ++column) {
      double sum = 0.0;
      for (int plant = 0; plant < 8; ++plant) {
        const double dx = static_cast<double>(column - 300 * (plant + 1));
        const double dy = static_cast<double>(row - 250 * ((plant * 3) % 8 + 1));
        sum += 1e-4 * std::exp(-std::hypot(dx, dy) / 40.0);
      }
      risk.at(column, row) = static_cast<float>(sum);
    }
  }
  return risk;
}

Raster<std::uint8_t> classes_of(const Raster<float>& risk) {
  Raster<std::uint8_t> classes(kColumns, kRows);
  for (std::size_t i = 0; i < risk.data().size(); ++i) {
    const float r = risk.data()[i];
    classes.data()[i] = static_cast<std::uint8_t>(r > 3e-5F ? 1 : r > 1e-5F ? 2 : r > 3e-6F ? 3 : 4);
  }
  return classes;
}

/// Time on the wall, and processor time of all threads, which other programs disturb less.
struct Times {
  double wall_s = 0.0;
  double processor_s = 0.0;

  void add(const std::function<void()>& body) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor_start = std::clock();
    body();
    processor_s += static_cast<double>(std::clock() - processor_start) / CLOCKS_PER_SEC;
    wall_s += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
};

void compare(benchmark::State& state, const std::function<void()>& ours, const std::function<void()>& gdals) {
  ours();  // both once before: files exist, caches are warm
  gdals();
  Times our_times;
  Times gdal_times;
  bool we_go_first = false;  // in turn, so that neither always finds the caches the other has warmed
  for (auto unused : state) {
    we_go_first = !we_go_first;
    if (we_go_first) our_times.add(ours);
    gdal_times.add(gdals);
    if (!we_go_first) our_times.add(ours);
  }
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["ours_s"] = our_times.wall_s / rounds;
  state.counters["gdal_s"] = gdal_times.wall_s / rounds;
  state.counters["of_gdal"] = our_times.wall_s / gdal_times.wall_s;
  state.counters["of_gdal_processor"] = our_times.processor_s / gdal_times.processor_s;
}

template <class T>
void write_with_gdal(const fs::path& path, const Raster<T>& raster, GDALDataType type, const char* predictor,
                     const char* resampling) {
  const GridSpec grid = district();
  GDALDriverManager& drivers = *GetGDALDriverManager();
  const std::unique_ptr<GDALDataset> source(drivers.GetDriverByName("MEM")->Create(
      "", static_cast<int>(grid.columns), static_cast<int>(grid.rows), 0, type, nullptr));
  CPLStringList band;
  band.SetNameValue("DATAPOINTER", pointer_text(raster.data().data()).c_str());
  source->AddBand(type, band.List());
  std::array<double, 6> transform{grid.x_min, grid.cell_m, 0.0, grid.y_max, 0.0, -grid.cell_m};
  source->SetGeoTransform(transform.data());
  OGRSpatialReference srs;
  srs.importFromEPSG(4549);
  source->SetSpatialRef(&srs);
  CPLStringList options;
  options.SetNameValue("COMPRESS", "DEFLATE");
  options.SetNameValue("LEVEL", "6");
  options.SetNameValue("PREDICTOR", predictor);
  options.SetNameValue("BLOCKSIZE", "512");
  options.SetNameValue("OVERVIEW_RESAMPLING", resampling);
  options.SetNameValue("NUM_THREADS", std::to_string(kThreads).c_str());
  const std::unique_ptr<GDALDataset> written(
      drivers.GetDriverByName("COG")->CreateCopy(path.c_str(), source.get(), FALSE, options.List(), nullptr, nullptr));
}

/// A folder of our own, removed at the end.
struct Folder {
  Folder() : path(fs::temp_directory_path() / "sise-bench-writing") { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  fs::path path;
};

void risk_raster(benchmark::State& state) {
  initialise_gis();
  const Folder folder;
  const Raster<float> risk = risk_of_some_plants();
  RasterDescription description;
  description.bands = {{"individual risk", "1/year", {}}};
  const std::array bands{risk.view()};
  compare(
      state,
      [&] {
        write_cog(folder.path / "a.tif", district(), description, bands, {kThreads, nullptr});
      },
      [&] { write_with_gdal(folder.path / "b.tif", risk, GDT_Float32, "FLOATING_POINT", "AVERAGE"); });
}

void class_raster(benchmark::State& state) {
  initialise_gis();
  const Folder folder;
  const Raster<std::uint8_t> classes = classes_of(risk_of_some_plants());
  RasterDescription description;
  description.bands = {{"class", "", {{1, {"red", "红色"}, {}, {}, {}}}}};
  const std::array bands{classes.view()};
  compare(
      state,
      [&] {
        write_cog(folder.path / "a.tif", district(), description, bands, {kThreads, nullptr});
      },
      [&] { write_with_gdal(folder.path / "b.tif", classes, GDT_Byte, "NO", "MODE"); });
}

constexpr int kPolygons = 2000;
constexpr int kVertices = 500;

Ring blob(int number) {
  Ring ring;
  for (int i = 0; i <= kVertices; ++i) {
    const double angle = 2.0 * 3.14159265358979 * (i % kVertices) / kVertices;
    const double radius = 300.0 + 40.0 * std::sin(7.0 * angle);
    ring.push_back({480000.0 + 10.0 * number + radius * std::cos(angle), 3540000.0 + radius * std::sin(angle)});
  }
  return ring;
}

void write_layer_with_gdal(const fs::path& path) {
  fs::remove(path);
  const std::unique_ptr<GDALDataset> dataset(
      GetGDALDriverManager()->GetDriverByName("GeoJSON")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference srs;
  srs.importFromEPSG(4549);
  srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  CPLStringList options;
  options.SetNameValue("RFC7946", "YES");
  OGRLayer* layer = dataset->CreateLayer("blobs", &srs, wkbPolygon, options.List());
  OGRFieldDefn id("id", OFTInteger);
  layer->CreateField(&id);
  for (int number = 0; number < kPolygons; ++number) {
    OGRLinearRing ring;
    for (const Point& p : blob(number)) ring.addPoint(p.x, p.y);
    OGRPolygon polygon;
    polygon.addRing(&ring);
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetField(0, number);
    feature.SetGeometry(&polygon);
    if (layer->CreateFeature(&feature) != OGRERR_NONE) std::abort();
  }
}

void geojson_layer(benchmark::State& state) {
  initialise_gis();
  const Folder folder;
  const std::unique_ptr<Projection> projection = open_projection("EPSG:4549");
  const auto write_ours = [&] {
    GeoJsonWriter writer(folder.path / "a.geojson", *projection, {"blobs", "", {}});
    for (int number = 0; number < kPolygons; ++number) {
      Feature feature;
      feature.geometry.polygons = {{blob(number), {}}};
      feature.properties = {{"id", number}};
      writer.add(feature);
    }
    writer.finish();
  };
  compare(state, write_ours, [&] { write_layer_with_gdal(folder.path / "b.geojson"); });
}

}  // namespace

BENCHMARK(risk_raster)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(6);
BENCHMARK(class_raster)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(6);
BENCHMARK(geojson_layer)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(6);

BENCHMARK_MAIN();
