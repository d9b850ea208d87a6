#include "gis_io/write/rasters/cog.hpp"

#include <gdal_priv.h>
#include <gdal_rat.h>
#include <ogr_spatialref.h>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gis_io/environment.hpp"
#include "models/base/error.hpp"
#include "tests/gis_io/write/rasters/sample_rasters.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

using testing::class_description;
using testing::content_of;
using testing::risk_description;
using testing::sample_classes;
using testing::sample_grid;
using testing::sample_risk;

std::unique_ptr<GDALDataset> open(const std::filesystem::path& path) {
  initialise_gis();
  return std::unique_ptr<GDALDataset>(GDALDataset::Open(path.c_str()));
}

template <class T>
std::vector<T> read(GDALRasterBand& band) {
  const int columns = band.GetXSize();
  const int rows = band.GetYSize();
  std::vector<T> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  BOOST_REQUIRE(band.RasterIO(GF_Read, 0, 0, columns, rows, values.data(), columns, rows,
                              std::is_same_v<T, float> ? GDT_Float32 : GDT_Byte, 0, 0, nullptr) == CE_None);
  return values;
}

void write_risk(const std::filesystem::path& path, const GridSpec& grid, const CogOptions& options = {}) {
  const Raster<float> risk = sample_risk(grid);
  const std::array bands{risk.view()};
  write_cog(path, grid, risk_description(), bands, options);
}

void write_classes(const std::filesystem::path& path, const GridSpec& grid, const CogOptions& options = {}) {
  const Raster<std::uint8_t> classes = sample_classes(grid);
  const Raster<std::uint8_t> rules(grid.columns, grid.rows, 3);
  const std::array bands{classes.view(), rules.view()};
  write_cog(path, grid, class_description(), bands, options);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_risk_raster_comes_back_with_its_place_values_and_names) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(1300, 700);
  write_risk(folder / "risk.tif", grid);
  const auto dataset = open(folder / "risk.tif");
  BOOST_REQUIRE(dataset);
  std::array<double, 6> transform{};
  dataset->GetGeoTransform(transform.data());
  const std::array<double, 6> expected{480000.0, 10.0, 0.0, 3550000.0, 0.0, -10.0};
  BOOST_TEST(transform == expected, boost::test_tools::per_element());
  BOOST_TEST(dataset->GetSpatialRef()->GetAuthorityCode(nullptr) == std::string("4549"));
  BOOST_TEST(dataset->GetMetadataItem("AREA_OR_POINT") == std::string("Area"));
  BOOST_TEST(dataset->GetMetadataItem("SISE_QUANTITY") == std::string("individual_risk"));
  BOOST_TEST(dataset->GetMetadataItem("SISE_PROVENANCE") == risk_description().provenance_json);
  BOOST_TEST(dataset->GetMetadataItem("TIFFTAG_DATETIME") == nullptr);

  GDALRasterBand& band = *dataset->GetRasterBand(1);
  BOOST_TEST(band.GetDescription() == std::string("individual risk, all units"));
  BOOST_TEST(band.GetUnitType() == std::string("1/year"));
  int has_nodata = 0;
  BOOST_TEST(std::isnan(band.GetNoDataValue(&has_nodata)));
  BOOST_TEST(has_nodata != 0);
  const std::vector<float> values = read<float>(band);
  const Raster<float> risk = sample_risk(grid);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float want = risk.data()[i];
    if (!(values[i] == want || (std::isnan(values[i]) && std::isnan(want)))) BOOST_FAIL("cell differs");
  }
}

BOOST_AUTO_TEST_CASE(the_layout_is_cloud_optimized_with_overviews_down_to_one_tile) {
  const testing::TempFolder folder;
  write_risk(folder / "risk.tif", sample_grid(1300, 700));
  const auto dataset = open(folder / "risk.tif");
  BOOST_TEST(dataset->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == std::string("COG"));
  BOOST_TEST(dataset->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == std::string("DEFLATE"));
  GDALRasterBand& band = *dataset->GetRasterBand(1);
  BOOST_REQUIRE(band.GetOverviewCount() >= 2);
  BOOST_TEST(band.GetOverview(band.GetOverviewCount() - 1)->GetXSize() <= 512);
  int block_x = 0;
  int block_y = 0;
  band.GetBlockSize(&block_x, &block_y);
  BOOST_TEST(block_x == 512);
  BOOST_TEST(block_y == 512);
}

BOOST_AUTO_TEST_CASE(overviews_of_risk_are_means_and_skip_nodata) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(1300, 700);
  const Raster<float> risk = sample_risk(grid);
  write_risk(folder / "risk.tif", grid);
  const auto dataset = open(folder / "risk.tif");
  GDALRasterBand& overview = *dataset->GetRasterBand(1)->GetOverview(0);
  const std::vector<float> values = read<float>(overview);
  const auto at = [&](int column, int row) {
    return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(overview.GetXSize()) +
                  static_cast<std::size_t>(column)];
  };
  const double mean =
      (static_cast<double>(risk.at(300, 200)) + risk.at(301, 200) + risk.at(300, 201) + risk.at(301, 201)) / 4.0;
  BOOST_TEST(at(150, 100) == mean, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(std::isnan(at(0, 0)));
  BOOST_TEST(!std::isnan(at(10, 0)));
}

BOOST_AUTO_TEST_CASE(a_class_raster_shows_its_colours_and_its_second_band_is_not_transparency) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(700, 600);
  write_classes(folder / "classes.tif", grid);
  const auto dataset = open(folder / "classes.tif");
  BOOST_REQUIRE(dataset);
  GDALRasterBand& band = *dataset->GetRasterBand(1);
  BOOST_REQUIRE(band.GetColorTable());
  const RasterDescription description = class_description();
  for (const Category& category : description.bands[0].categories) {
    const GDALColorEntry& entry = *band.GetColorTable()->GetColorEntry(category.code);
    const std::array<short, 3> rgb{entry.c1, entry.c2, entry.c3};
    const std::array<short, 3> want{(*category.rgb)[0], (*category.rgb)[1], (*category.rgb)[2]};
    BOOST_TEST(rgb == want, boost::test_tools::per_element());
  }
  BOOST_TEST(band.GetColorInterpretation() == GCI_PaletteIndex);
  BOOST_TEST(dataset->GetRasterBand(2)->GetColorInterpretation() == GCI_Undefined);
  BOOST_TEST((dataset->GetRasterBand(1)->GetMaskFlags() & GMF_ALPHA) == 0);
  BOOST_TEST(band.GetNoDataValue() == 0.0);
  const std::vector<std::uint8_t> values = read<std::uint8_t>(band);
  const Raster<std::uint8_t> classes = sample_classes(grid);
  BOOST_TEST(values == std::vector<std::uint8_t>(classes.data().begin(), classes.data().end()));
  BOOST_TEST(read<std::uint8_t>(*dataset->GetRasterBand(2)).front() == 3);
  BOOST_TEST(dataset->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == std::string("COG"));
}

BOOST_AUTO_TEST_CASE(the_sidecar_carries_category_names_and_the_attribute_table) {
  const testing::TempFolder folder;
  write_classes(folder / "classes.tif", sample_grid(100, 80));
  const auto dataset = open(folder / "classes.tif");
  BOOST_TEST(dataset->GetMetadata() !=
             nullptr);  // GDAL 3.6 reads the sidecar of a GeoTIFF only when it is first needed
  char** names = dataset->GetRasterBand(1)->GetCategoryNames();
  BOOST_REQUIRE(CSLCount(names) == 5);
  BOOST_TEST(names[1] == std::string("红色 / red"));
  BOOST_TEST(names[4] == std::string("蓝色 / blue <low>"));
  char** rules = dataset->GetRasterBand(2)->GetCategoryNames();
  BOOST_REQUIRE(CSLCount(rules) == 4);
  BOOST_TEST(rules[3] == std::string("数据不全 / incomplete"));

  const GDALRasterAttributeTable& table = *dataset->GetRasterBand(1)->GetDefaultRAT();
  BOOST_REQUIRE(table.GetRowCount() == 5);
  const int value = table.GetColOfUsage(GFU_MinMax);
  const int label = table.GetColOfUsage(GFU_Name);
  const int green = table.GetColOfUsage(GFU_Green);
  BOOST_TEST(table.GetValueAsInt(2, value) == 2);
  BOOST_TEST(table.GetValueAsString(2, label) == std::string("橙色"));
  BOOST_TEST(table.GetValueAsInt(2, green) == 141);
  BOOST_TEST(table.GetValueAsString(1, 3) == std::string("> 3e-05"));
  BOOST_TEST(table.GetValueAsString(2, 3) == std::string("> 1e-05, <= 3e-05"));
  BOOST_TEST(table.GetValueAsString(0, 3) == std::string());
  // A band without colours has no colour columns, or readers would draw it black.
  BOOST_TEST(dataset->GetRasterBand(2)->GetDefaultRAT()->GetColumnCount() == 3);
}

BOOST_AUTO_TEST_CASE(a_raster_without_categories_has_no_sidecar) {
  const testing::TempFolder folder;
  write_risk(folder / "risk.tif", sample_grid(100, 80));
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(the_bytes_do_not_depend_on_the_number_of_threads) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(2500, 1700);
  for (const int threads : {1, 2, 7}) {
    const std::string suffix = std::to_string(threads);
    std::filesystem::create_directory(folder / suffix);
    write_risk(folder / (suffix + "/risk.tif"), grid, {threads, nullptr});
    write_classes(folder / (suffix + "/classes.tif"), grid, {threads, nullptr});
  }
  for (const std::string name : {"/risk.tif", "/classes.tif", "/classes.tif.aux.xml"}) {
    BOOST_TEST((content_of(folder / ("1" + name)) == content_of(folder / ("2" + name))), name);
    BOOST_TEST((content_of(folder / ("1" + name)) == content_of(folder / ("7" + name))), name);
  }
}

BOOST_AUTO_TEST_CASE(rows_that_arrive_one_by_one_give_the_same_values_as_a_raster_in_memory) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(1300, 700);
  const Raster<float> risk = sample_risk(grid);
  {
    CogSink<float> sink(folder / "streamed.tif", grid, risk_description());
    for (std::int64_t row = 0; row < grid.rows; ++row) sink.write_rows(0, row, risk.row(row));
    sink.finish();
  }
  write_risk(folder / "whole.tif", grid);
  BOOST_TEST((content_of(folder / "streamed.tif") == content_of(folder / "whole.tif")));
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

BOOST_AUTO_TEST_CASE(streamed_classes_equal_those_in_memory_and_missing_rows_hold_nodata) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(1300, 1100);
  const Raster<std::uint8_t> classes = sample_classes(grid);
  const Raster<std::uint8_t> rules(grid.columns, grid.rows, 3);
  {
    CogSink<std::uint8_t> sink(folder / "streamed.tif", grid, class_description(), {2, nullptr});
    for (std::int64_t row = 0; row < grid.rows; row += 100) {
      const auto cells = static_cast<std::size_t>(100 * grid.columns);
      const auto start = static_cast<std::size_t>(row * grid.columns);
      sink.write_rows(0, row, classes.data().subspan(start, cells));
      sink.write_rows(1, row, rules.data().subspan(start, cells));
    }
    sink.finish();
  }
  write_classes(folder / "whole.tif", grid);
  BOOST_TEST((content_of(folder / "streamed.tif") == content_of(folder / "whole.tif")));
  BOOST_TEST((content_of(folder / "streamed.tif.aux.xml") == content_of(folder / "whole.tif.aux.xml")));

  CogSink<float> empty(folder / "empty.tif", grid, risk_description());
  empty.finish();
  BOOST_TEST(std::isnan(read<float>(*open(folder / "empty.tif")->GetRasterBand(1)).at(12345)));
}

BOOST_AUTO_TEST_CASE(a_window_of_a_larger_raster_is_written_without_its_surroundings) {
  const testing::TempFolder folder;
  const GridSpec grid = sample_grid(64, 48);
  Raster<float> large(200, 100, 7.0F);
  for (std::int64_t row = 0; row < 48; ++row) {
    for (std::int64_t column = 0; column < 64; ++column) large.at(column + 30, row + 20) = 1.0F;
  }
  const RasterView<const float> window = std::as_const(large).view().window(30, 20, 64, 48);
  const std::array bands{window};
  write_cog(folder / "window.tif", grid, risk_description(), bands);
  BOOST_TEST(read<float>(*open(folder / "window.tif")->GetRasterBand(1)) == std::vector<float>(64 * 48, 1.0F));
}

}  // namespace sise
