// People from rasters and polygons: nobody is lost, nobody invented.
#include <gdal_priv.h>
#include <boost/test/unit_test.hpp>
#include <cstdint>

#include "core/geometry/operations.hpp"
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
  std::vector<const char*> descriptions;         ///< of the bands; "" none
  std::vector<GDALColorInterp> interpretations;  ///< of the bands
  double scale = 1.0;
  double offset = 0.0;
  std::vector<std::uint8_t> mask;  ///< of the whole raster, 0: not there
  bool classes = false;            ///< band 1 has a palette
  GDALDataType type = GDT_Float32;
};

std::filesystem::path make_raster(const TempFolder& folder, const MadeRaster& made) {
  initialise_gis();
  const auto path = folder / "people.tif";
  const int bands = static_cast<int>(made.values.size() / 4);
  GDALDatasetUniquePtr dataset(
      GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), 2, 2, bands, made.type, nullptr));
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
    const auto index = static_cast<std::size_t>(b);
    if (index < made.descriptions.size()) band.SetDescription(made.descriptions[index]);
    if (index < made.interpretations.size()) band.SetColorInterpretation(made.interpretations[index]);
    if (made.scale != 1.0) band.SetScale(made.scale);
    if (made.offset != 0.0) band.SetOffset(made.offset);
    if (made.classes && b == 0) {
      const GDALColorEntry red{255, 0, 0, 255};
      GDALColorTable table;
      table.SetColorEntry(1, &red);
      band.SetColorTable(&table);
    }
    BOOST_REQUIRE(band.RasterIO(GF_Write, 0, 0, 2, 2, values.data() + 4 * b, 2, 2, GDT_Float32, 0, 0, nullptr) ==
                  CE_None);
  }
  if (!made.mask.empty()) {
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES");
    std::vector<std::uint8_t> mask = made.mask;
    BOOST_REQUIRE(dataset->CreateMaskBand(GMF_PER_DATASET) == CE_None);
    BOOST_REQUIRE(dataset->GetRasterBand(1)->GetMaskBand()->RasterIO(GF_Write, 0, 0, 2, 2, mask.data(), 2, 2, GDT_Byte,
                                                                     0, 0, nullptr) == CE_None);
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", nullptr);
  }
  return path;
}

struct Result {
  std::vector<PopulationPatch> patches;
  std::optional<MultiPolygon> covered;
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

void take(Result& result, PeopleRead read) {
  result.patches = std::move(read.patches);
  result.covered = std::move(read.covered);
}

Result read_raster(const MadeRaster& made, PopulationUnit unit = PopulationUnit::per_cell,
                   const AskedBands& asked = {}) {
  const TempFolder folder;
  Result r;
  take(r, read_population_raster(config_for(make_raster(folder, made)), unit, Crs("EPSG:4549", {}), kReach, r.problems,
                                 asked));
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
  take(r, read_population_polygons(config_for(folder / "p.gpkg"), Crs("EPSG:4549", {}), kReach, r.problems));
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

BOOST_AUTO_TEST_CASE(what_a_raster_says_nothing_about_is_not_covered) {
  BOOST_TEST(area_m2(*read_raster({}).covered) == 40000.0, boost::test_tools::tolerance(1e-9));
  MadeRaster made;
  made.values = {1, -99, 0, 4};  // nobody lives in the third cell, nobody knows of the second
  made.nodata = -99.0;
  const Result r = read_raster(made);
  BOOST_TEST(area_m2(*r.covered) == 30000.0, boost::test_tools::tolerance(1e-9));
  const Geometry covered = as_geometry(*r.covered);
  BOOST_TEST(contains(covered, {500050.0, 3540850.0}));
  BOOST_TEST(!contains(covered, {500150.0, 3540950.0}));
  made.values = {1, 2, 3, 4, 1, 2, -99, 4};  // a night that is not known
  BOOST_TEST(area_m2(*read_raster(made).covered) == 30000.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_raster_in_degrees_covers_what_its_cells_cover) {
  MadeRaster made;
  made.epsg = 4326;
  made.x = 120.0;
  made.y = 32.0;
  made.cell = 0.01;
  const Result r = read_raster(made);
  BOOST_TEST(area_m2(*r.covered) == 2 * 944.6 * 2 * 1108.8, boost::test_tools::tolerance(2e-3));
}

BOOST_AUTO_TEST_CASE(polygons_cover_themselves_and_points_do_not_tell) {
  const std::string square = "POLYGON((500000 3541000,500400 3541000,500400 3541400,500000 3541400,500000 3541000))";
  BOOST_TEST(area_m2(*read_polygons({square}, kBoth, {"0", "0"}).covered) == 160000.0);
  BOOST_TEST(area_m2(*read_polygons({square}, kBoth, {"5", ""}).covered) == 0.0);
  BOOST_TEST(!read_polygons({"POINT(500000 3541000)"}, kBoth, {"5", "5"}).covered.has_value());
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

BOOST_AUTO_TEST_CASE(alpha_is_a_mask_and_no_night) {
  MadeRaster made;
  made.values = {1, 2, 3, 4, 255, 0, 255, 255};
  made.interpretations = {GCI_GrayIndex, GCI_AlphaBand};
  made.type = GDT_Byte;
  const Result r = read_raster(made);
  BOOST_TEST(!r.problems.has_errors(), all_of(r.problems.all()));
  BOOST_TEST(r.day() == 8.0);
  BOOST_TEST(r.night() == 8.0);
}

BOOST_AUTO_TEST_CASE(a_mask_of_the_whole_raster_hides_cells) {
  MadeRaster made;
  made.mask = {255, 255, 0, 255};
  BOOST_TEST(read_raster(made).day() == 7.0);
}

BOOST_AUTO_TEST_CASE(scale_and_offset_are_applied_after_nodata) {
  MadeRaster made;
  made.type = GDT_UInt16;
  made.values = {100, 200, 65535, 400};
  made.nodata = 65535.0;
  made.scale = 0.01;
  BOOST_TEST(read_raster(made).day() == 7.0, boost::test_tools::tolerance(1e-12));
  made.offset = 1.0;
  BOOST_TEST(read_raster(made).day() == 10.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(descriptions_say_which_band_is_the_night) {
  MadeRaster made;
  made.values = {10, 20, 30, 40, 1, 2, 3, 4};
  for (const auto& [first, second] :
       {std::pair{"night", "day"}, {"people_night", "people_day"}, {"夜间人数", "白天人数"}}) {
    made.descriptions = {first, second};
    BOOST_TEST(read_raster(made).day() == 10.0, first);
    BOOST_TEST(read_raster(made).night() == 100.0, first);
  }
  made.descriptions = {"Band 1", "Band 2"};
  BOOST_TEST(read_raster(made).day() == 100.0);
}

BOOST_AUTO_TEST_CASE(bands_of_another_or_no_known_meaning_are_refused_with_what_was_found) {
  MadeRaster ages;
  ages.values = {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4};
  const Result r = read_raster(ages);
  BOOST_TEST(with_code(r.problems.all(), "unclear_bands").message.en.find("3 (Float32") != std::string::npos);
  BOOST_TEST(read_raster(ages, PopulationUnit::per_cell, {2, 3}).day() == 10.0);
  BOOST_TEST(has_code(read_raster(ages, PopulationUnit::per_cell, {2, 4}).problems.all(), "unknown_band"));
  MadeRaster uncertain;
  uncertain.values = {1, 2, 3, 4, 9, 9, 9, 9};
  uncertain.descriptions = {"population", "uncertainty"};
  BOOST_TEST(with_code(read_raster(uncertain).problems.all(), "unclear_bands").message.en.find("uncertainty") !=
             std::string::npos);
  MadeRaster one;
  one.descriptions = {"ppp_2020"};
  BOOST_TEST(read_raster(one).day() == 10.0);
}

BOOST_AUTO_TEST_CASE(pictures_and_classes_are_no_people) {
  MadeRaster picture;
  picture.type = GDT_Byte;
  picture.values = {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4};
  picture.interpretations = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand};
  BOOST_TEST(with_code(read_raster(picture).problems.all(), "not_people").message.en.find("Red") != std::string::npos);
  BOOST_TEST(has_code(read_raster(picture, PopulationUnit::per_cell, {1, 2}).problems.all(), "not_people"));
  MadeRaster classes;
  classes.type = GDT_Byte;
  classes.classes = true;
  BOOST_TEST(has_code(read_raster(classes).problems.all(), "not_people"));
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

BOOST_AUTO_TEST_CASE(an_area_with_a_stray_vertex_is_refused_before_it_is_walked) {
  const Result r = read_polygons({"POLYGON((500000 3540000, 501000 3540000, 500500 3541000, 500000 3540000))",
                                  "POLYGON((380000 2600000, 620000 2600000, 620000 5300000, 380000 2600000))"},
                                 kBoth, {"10", "10"});
  BOOST_TEST(r.problems.all().size() == 1U, all_of(r.problems.all()));
  BOOST_TEST(r.problems.all().front().code == "shape_too_large");
}

BOOST_AUTO_TEST_SUITE_END()
