// What a picture of layers shows, looked up pixel by pixel.
#include "gis_io/write/office/layer_picture.hpp"

#include <gdal_priv.h>

#include <boost/test/unit_test.hpp>
#include <memory>

#include "models/base/error.hpp"
#include "tests/gis_io/write/office/sample_layers.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

LayerPicture picture_of(const std::vector<const VectorLayer*>& layers) {
  LayerPicture picture;
  picture.bounds = {489000.0, 3529500.0, 491000.0, 3531500.0};
  picture.layers = layers;
  picture.frame.title = {"Sample", "样例"};
  return picture;
}

/// How many pixels of the picture have exactly this colour.
std::size_t pixels_of(const std::filesystem::path& file, const Rgb& rgb) {
  const std::unique_ptr<GDALDataset> picture(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
  BOOST_REQUIRE(picture);
  const int columns = picture->GetRasterXSize();
  const int rows = picture->GetRasterYSize();
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) * 3);
  BOOST_REQUIRE(picture->RasterIO(GF_Read, 0, 0, columns, rows, bytes.data(), columns, rows, GDT_Byte, 3, nullptr, 3,
                                  3 * columns, 1, nullptr) == CE_None);
  std::size_t found = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 3)
    found += static_cast<std::size_t>(bytes[i] == rgb[0] && bytes[i + 1] == rgb[1] && bytes[i + 2] == rgb[2]);
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(areas_are_as_large_as_their_ground_and_in_the_colour_of_their_class) {
  const testing::TempFolder folder;
  const ClassScheme scheme = class_scheme("major-hazard");
  VectorLayer layer{"zone", {"Zone", "区"}, {}, {}, class_style(scheme, "code"), ""};
  layer.features.push_back(
      {{.points = {}, .lines = {}, .polygons = testing::square(489500.0, 3530000.0, 1000.0)}, {{"code", 2}}});
  write_layer_picture(folder / "one.png", picture_of({&layer}));
  const std::size_t pixels = pixels_of(folder / "one.png", scheme.classes[1].rgb);
  BOOST_TEST(pixels > 355'000U);  // half of 1200 pixels each way, and the legend's box
  BOOST_TEST(pixels < 365'000U);
}

BOOST_AUTO_TEST_CASE(what_is_unticked_in_the_legend_is_not_drawn) {
  const testing::TempFolder folder;
  VectorLayer layer = by_kind(testing::mixed_layer()).front();
  write_layer_picture(folder / "all.png", picture_of({&layer}));
  const Rgb red = layer.style.entries.front().rgb;
  BOOST_TEST(pixels_of(folder / "all.png", red) > 30U);
  layer.style.entries.front().drawn = false;
  write_layer_picture(folder / "less.png", picture_of({&layer}));
  BOOST_TEST(pixels_of(folder / "less.png", red) == 0U);
}

BOOST_AUTO_TEST_CASE(the_first_layer_lies_lowest) {
  const testing::TempFolder folder;
  const ClassScheme scheme = class_scheme("major-hazard");
  VectorLayer low{"low", {"Low", "下"}, {}, {}, class_style(scheme, "code"), ""};
  low.features.push_back(
      {{.points = {}, .lines = {}, .polygons = testing::square(489500.0, 3530000.0, 900.0)}, {{"code", 1}}});
  VectorLayer high = low;
  high.features.front().properties = {{"code", 3}};
  write_layer_picture(folder / "one.png", picture_of({&low, &high}));
  BOOST_TEST(pixels_of(folder / "one.png", scheme.classes[2].rgb) > 200'000U);
  BOOST_TEST(pixels_of(folder / "one.png", scheme.classes[0].rgb) < 1'000U);  // the legend's box
}

BOOST_AUTO_TEST_CASE(the_same_bytes_every_time_and_a_folder_that_is_not_there_is_told) {
  const testing::TempFolder folder;
  const std::vector<VectorLayer> layers = testing::sample_layers();
  const LayerPicture picture = picture_of({&layers[0], &layers[1], &layers[2], &layers[3]});
  write_layer_picture(folder / "one.png", picture);
  write_layer_picture(folder / "other.png", picture);
  BOOST_TEST((testing::content_of(folder / "one.png") == testing::content_of(folder / "other.png")));
  BOOST_CHECK_THROW(write_layer_picture(folder / "no" / "one.png", picture), OutputError);
}

}  // namespace sise
