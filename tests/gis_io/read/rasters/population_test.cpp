// People from rasters and polygons: nobody is lost, nobody invented.
#include <gdal_priv.h>
#include <boost/test/unit_test.hpp>

#include "gis_io/environment.hpp"
#include "gis_io/read/rasters/population_polygons.hpp"
#include "gis_io/read/rasters/population_raster.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const Bounds kReach{490000.0, 3530000.0, 510000.0, 3550000.0};

struct MadeRaster {
  int epsg = 4549;
  double x = 500000.0;
  double y = 3541000.0;
  double cell = 100.0;
  std::vector<float> values{1, 2, 3, 4};  ///< 2 by 2 from the north-west; 8 values: two bands
  std::optional<double> nodata;
};

std::filesystem::path make_raster(const TempFolder& folder, const MadeRaster& made) {
  initialise_gis();
  const auto path = folder / "people.tif";
  const int bands = static_cast<int>(made.values.size() / 4);
  GDALDatasetUniquePtr dataset(
      GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), 2, 2, bands, GDT_Float32, nullptr));
  std::array<double, 6> affine{made.x, made.cell, 0.0, made.y, 0.0, -made.cell};
  dataset->SetGeoTransform(affine.data());
  if (made.epsg != 0) {
    OGRSpatialReference reference;
    reference.importFromEPSG(made.epsg);
    dataset->SetSpatialRef(&reference);
  }
  std::vector<float> values = made.values;
  for (int b = 0; b < bands; ++b) {
    GDALRasterBand& band = *dataset->GetRasterBand(b + 1);
    if (made.nodata) band.SetNoDataValue(*made.nodata);
    BOOST_REQUIRE(band.RasterIO(GF_Write, 0, 0, 2, 2, values.data() + 4 * b, 2, 2, GDT_Float32, 0, 0, nullptr) ==
                  CE_None);
  }
  return path;
}

struct Result {
  std::vector<PopulationPatch> patches;
  Problems problems;
  [[nodiscard]] double day() const {
    double sum = 0.0;
    for (const PopulationPatch& p : patches) sum += p.people_day;
    return sum;
  }
  [[nodiscard]] double night() const {
    double sum = 0.0;
    for (const PopulationPatch& p : patches) sum += p.people_night;
    return sum;
  }
};

Result read_raster(const MadeRaster& made, PopulationUnit unit = PopulationUnit::per_cell) {
  const TempFolder folder;
  Result r;
  r.patches =
      read_population_raster(config_for(make_raster(folder, made)), unit, Crs("EPSG:4549", {}), kReach, r.problems);
  return r;
}

Result read_polygons(const std::vector<std::string>& shapes, std::vector<MadeField> fields,
                     const std::vector<std::string>& values) {
  const TempFolder folder;
  MadeLayer layer;
  layer.fields = std::move(fields);
  for (const std::string& shape : shapes) layer.features.push_back({values, shape});
  make_source(folder / "p.gpkg", layer);
  Result r;
  r.patches = read_population_polygons(config_for(folder / "p.gpkg"), Crs("EPSG:4549", {}), kReach, r.problems);
  return r;
}

const std::vector<MadeField> kBoth{{"people_day", MadeField::Type::real}, {"people_night", MadeField::Type::real}};

}  // namespace

BOOST_AUTO_TEST_SUITE(population)

BOOST_AUTO_TEST_CASE(counts_per_cell) {
  const Result r = read_raster({});
  BOOST_TEST(r.problems.all().empty(), all_of(r.problems.all()));
  BOOST_TEST(r.day() == 10.0);
  BOOST_TEST(r.night() == 10.0);
  BOOST_TEST(r.patches.front().centre.x == 500050.0);
  BOOST_TEST(r.patches.front().centre.y == 3540950.0);
  BOOST_TEST(r.patches.front().size_m == 100.0);
}

BOOST_AUTO_TEST_CASE(density_per_km2) {
  // 10 000 m² are a hundredth of a km².
  BOOST_TEST(read_raster({}, PopulationUnit::per_km2).day() == 0.1, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(day_and_night_in_two_bands) {
  MadeRaster made;
  made.values = {1, 2, 3, 4, 10, 20, 30, 40};
  BOOST_TEST(read_raster(made).day() == 10.0);
  BOOST_TEST(read_raster(made).night() == 100.0);
}

BOOST_AUTO_TEST_CASE(nodata_is_nobody_and_negative_people_are_refused) {
  MadeRaster made;
  made.values = {1, -9999, 3, 4};
  made.nodata = -9999.0;
  BOOST_TEST(read_raster(made).day() == 8.0);
  made.nodata.reset();
  const Result r = read_raster(made);
  BOOST_TEST(with_code(r.problems.all(), "out_of_range").message.en.find("-9999") != std::string::npos);
  made.values = {1, std::numeric_limits<float>::quiet_NaN(), 3, 4};
  BOOST_TEST(read_raster(made).day() == 8.0);
}

BOOST_AUTO_TEST_CASE(cells_in_degrees_are_brought_into_metres) {
  MadeRaster made;
  made.epsg = 4490;
  made.x = 120.0;
  made.y = 32.0;
  made.cell = 0.001;
  const Result counts = read_raster(made);
  BOOST_TEST(counts.day() == 10.0);
  // A cell is 94.5 m by 110.9 m on the ellipsoid at 32 degrees north.
  BOOST_TEST(counts.patches.front().size_m == std::sqrt(94.51 * 110.87), boost::test_tools::tolerance(1e-3));
  BOOST_TEST(read_raster(made, PopulationUnit::per_km2).day() == 10.0 * 94.51 * 110.87 / 1e6,
             boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(rasters_that_cannot_be_used) {
  MadeRaster made;
  made.epsg = 0;
  BOOST_TEST(has_code(read_raster(made).problems.all(), "missing_crs"));
  made = {};
  made.y = 3.9e6;
  BOOST_TEST(has_code(read_raster(made).problems.all(), "far_from_grid"));
  const TempFolder folder;
  Problems problems;
  const Crs crs("EPSG:4549", {});
  BOOST_CHECK_THROW((void)read_population_raster(config_for(folder.write("x.tif", "no raster")),
                                                 PopulationUnit::per_cell, crs, kReach, problems),
                    InputError);
  const auto path = make_raster(folder, {});
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 10);
  BOOST_CHECK_THROW((void)read_population_raster(config_for(path), PopulationUnit::per_cell, crs, kReach, problems),
                    InputError);
}

BOOST_AUTO_TEST_CASE(polygons_are_spread_and_keep_their_people) {
  const std::string square =
      "POLYGON ((500000 3541000, 500800 3541000, 500800 3541800, 500000 3541800, 500000 3541000))";
  const Result r = read_polygons(
      {square, "POLYGON ((500000 3541000, 500001 3541000, 500001 3541001, 500000 3541000))", "POINT (500000 3541000)"},
      kBoth, {"90", "30"});
  BOOST_TEST(r.problems.all().empty(), all_of(r.problems.all()));
  BOOST_TEST(r.patches.size() == 66U);
  BOOST_TEST(r.day() == 270.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(r.night() == 90.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(r.patches.front().size_m == 100.0);
}

BOOST_AUTO_TEST_CASE(one_field_counts_for_both_and_none_is_refused) {
  const std::string point = "POINT (500000 3541000)";
  const Result day = read_polygons({point}, {{"people_day", MadeField::Type::real}}, {"5"});
  BOOST_TEST(day.night() == 5.0);
  BOOST_TEST(has_code(day.problems.all(), "one_period"));
  BOOST_TEST(has_code(read_polygons({point}, {{"residents"}}, {"5"}).problems.all(), "missing_field"));
  BOOST_TEST(has_code(read_polygons({point}, kBoth, {"-5", "1"}).problems.all(), "out_of_range"));
}

BOOST_AUTO_TEST_SUITE_END()
