#include "gis_io/write/pictures/preview.hpp"

#include <gdal_priv.h>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "gis_io/environment.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/societal_packs.hpp"
#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/fn_picture.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/rose_picture.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

GridSpec grid_of(std::int64_t columns, std::int64_t rows) {
  GridSpec grid;
  grid.x_min = 480000.0;
  grid.y_max = 3560000.0;
  grid.cell_m = 10.0;
  grid.columns = columns;
  grid.rows = rows;
  grid.crs = "EPSG:4549";
  return grid;
}

/// Concentric classes around the middle, nothing known in the west.
ClassThumbnail rings_around_the_middle(const GridSpec& grid, const ClassScheme& scheme) {
  ClassThumbnail thumbnail(grid, scheme, kPreviewMapPixels);
  std::vector<std::uint8_t> codes(static_cast<std::size_t>(grid.columns));
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const double r =
          std::hypot(static_cast<double>(column - grid.columns / 2), static_cast<double>(row - grid.rows / 2)) /
          static_cast<double>(grid.rows);
      const int code = column < grid.columns / 10 ? 0 : r < 0.05 ? 1 : r < 0.1 ? 2 : r < 0.2 ? 3 : 4;
      codes[static_cast<std::size_t>(column)] = static_cast<std::uint8_t>(code);
    }
    thumbnail.add_row(codes);
  }
  return thumbnail;
}

PreviewFrame sample_frame(const GridSpec& grid) {
  const Bounds b = grid.bounds();
  PreviewFrame frame;
  frame.title = {"Binjiang district: individual risk baseline zones", "滨江区: 个人风险基准分区"};
  frame.notes = {{"Distances of design codes are not part of the colours.", "颜色不包含设计规范规定的防火间距。"}};
  frame.outline = {{{{b.x_min + 800, b.y_min + 500},
                     {b.x_max - 900, b.y_min + 1500},
                     {b.x_max - 1500, b.y_max - 400},
                     {b.x_min + 3000, b.y_max - 900},
                     {b.x_min + 800, b.y_min + 500}},
                    {}}};
  frame.outline_label = {"study area", "评估范围"};
  frame.marks = {{b.x_min + 5000, b.y_min + 5000}, {b.x_min + 9000, b.y_min + 4000}};
  frame.marks_label = {"hazardous unit", "危险单元"};
  frame.provenance_json = R"({"program":"sise","config":{"title":"滨江"}})";
  return frame;
}

std::unique_ptr<GDALDataset> open(const std::filesystem::path& path) {
  initialise_gis();
  return std::unique_ptr<GDALDataset>(GDALDataset::Open(path.c_str()));
}

std::set<Rgb> colours_in(GDALDataset& picture) {
  const int width = picture.GetRasterXSize();
  const int height = picture.GetRasterYSize();
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  BOOST_REQUIRE(picture.RasterIO(GF_Read, 0, 0, width, height, bytes.data(), width, height, GDT_Byte, 3, nullptr, 3,
                                 width * 3, 1, nullptr) == CE_None);
  std::set<Rgb> colours;
  for (std::size_t i = 0; i < bytes.size(); i += 3) colours.insert({bytes[i], bytes[i + 1], bytes[i + 2]});
  return colours;
}

/// Keeps the pictures for a look when the environment asks for it.
std::filesystem::path picture_path(const testing::TempFolder& folder, const std::string& name) {
  const char* keep = std::getenv("SISE_TEST_PICTURES");
  return keep == nullptr ? folder / name : std::filesystem::path(keep) / name;
}

/// None over another, none off the picture.
void check_apart(const std::vector<PaperText>& texts, const std::filesystem::path& path) {
  const auto picture = open(path);
  BOOST_REQUIRE(picture);
  const PaperBox paper{0.0, 0.0, static_cast<double>(picture->GetRasterXSize()),
                       static_cast<double>(picture->GetRasterYSize())};
  BOOST_TEST(texts.size() > 5U);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    BOOST_TEST(texts[i].box.within(paper), "off the picture: " << texts[i].text);
    for (std::size_t j = 0; j < i; ++j)
      BOOST_TEST(texts[i].box.apart(texts[j].box), "'" << texts[i].text << "' over '" << texts[j].text << "'");
  }
}

/// Longer than any row, with what a careless picture trips over.
const Text kLong{
    "<b>a very long text</b> that goes on and on \"quoted\" and on until no row of any picture holds it any more, "
    "and then a little further, so that it must be broken more than once in every one of them",
    "很长很长的文字, 一直写到任何一行都放不下为止, 然后再多写一些, 使其在每张图中都必须换行不止一次, "
    "而不与其他文字重叠"};

}  // namespace

BOOST_AUTO_TEST_CASE(no_text_of_a_preview_lies_over_another_however_long) {
  const testing::TempFolder folder;
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const GridSpec grid = grid_of(600, 400);
  PreviewFrame frame = sample_frame(grid);
  frame.title = kLong;
  frame.notes = {kLong, kLong};
  frame.marks_label = kLong;
  frame.outline_label = kLong;
  const auto path = picture_path(folder, "long.png");
  check_apart(write_class_preview(path, rings_around_the_middle(grid, scheme), scheme, frame), path);
  const MultiPolygon square{{{{{1.0, 1.0}, {90.0, 1.0}, {90.0, 90.0}, {1.0, 90.0}, {1.0, 1.0}}, {}}}};
  const std::vector<PreviewZone> zones(3, {square, {200, 30, 30}, AreaPaint::hatched, kLong});
  const auto zones_path = picture_path(folder, "long_zones.png");
  check_apart(write_zones_preview(zones_path, {0.0, 0.0, 100.0, 100.0}, zones, frame), zones_path);
}

BOOST_AUTO_TEST_CASE(no_text_of_a_wind_rose_lies_over_another) {
  const testing::TempFolder folder;
  RosePicture rose;
  rose.title = kLong;
  rose.notes = {kLong, {"short", "短"}};
  rose.sector_share.assign(16, {0.01, 0.02, 0.015, 0.005, 0.004});
  rose.speed_labels = {
      {"below 1.5 m/s", ""}, {"1.5 to 3 m/s", ""}, {"3 to 5 m/s", ""}, {"5 to 8 m/s", ""}, {"8 m/s and more", ""}};
  rose.calm_share = 0.136;
  rose.stability_share = {0.05, 0.1, 0.1, 0.05, 0.1, 0.05, 0.3, 0.05, 0.1, 0.05, 0.05};
  const auto path = picture_path(folder, "rose.png");
  check_apart(write_rose_picture(path, rose), path);
}

BOOST_AUTO_TEST_CASE(f_n_curves_are_one_drawing_as_png_and_svg) {
  const testing::TempFolder folder;
  FnPicture fn;
  fn.title = kLong;
  fn.subtitle = {"enterprises", "企业"};
  fn.criterion = fn_criterion(rule_pack("gb36894-2018"));
  fn.compare = {fn_lines("nl_1990")};
  for (int i = 0; i < 7; ++i)
    fn.curves.push_back({i == 3 ? kLong : Text{"E" + std::to_string(i), "企业" + std::to_string(i)},
                         {{1.0, 1e-5, 3e-5}, {20.0, 1e-5, 2e-5 / (i + 1)}, {900.0, 1e-6, 1e-6}},
                         i == 0,
                         i == 6});
  fn.notes = {kLong};
  fn.provenance_json = "{}";
  const auto path = picture_path(folder, "fn.png");
  const std::vector<PaperText> texts = write_fn_png(path, fn);
  check_apart(texts, path);
  write_fn_svg(picture_path(folder, "fn.svg"), fn);
  const std::string svg = testing::content_of(picture_path(folder, "fn.svg"));
  for (const char* words : {"不可接受区", "企业5", "N: 死亡人数"}) {
    BOOST_TEST(svg.find(words) != std::string::npos, words);
    BOOST_TEST(std::any_of(texts.begin(), texts.end(),
                           [&](const PaperText& text) { return text.text.find(words) != std::string::npos; }),
               words);
  }
  write_fn_png(folder / "again.png", fn);
  BOOST_TEST((testing::content_of(path) == testing::content_of(folder / "again.png")));
}

BOOST_AUTO_TEST_CASE(a_single_red_cell_in_a_large_raster_stays_visible) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const GridSpec grid = grid_of(20000, 40);
  ClassThumbnail thumbnail(grid, scheme, 1560);
  std::vector<std::uint8_t> codes(20000, 4);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    codes[12345] = row == 17 ? 1 : 4;
    thumbnail.add_row(codes);
  }
  BOOST_TEST(thumbnail.cells_per_pixel() == 13);
  BOOST_TEST(thumbnail.codes().columns() <= 1560);
  BOOST_TEST(int{thumbnail.codes().at(12345 / 13, 17 / 13)} == 1);
  BOOST_TEST(int{thumbnail.codes().at(12345 / 13 + 1, 17 / 13)} == 4);
}

BOOST_AUTO_TEST_CASE(no_answer_gives_way_to_red_alone_and_the_worse_class_wins) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  ClassThumbnail thumbnail(grid_of(10, 2), scheme, 5);
  thumbnail.add_row(std::vector<std::uint8_t>{0, 1, 3, 2, 0, 2, 255, 255, 255, 4});
  thumbnail.add_row(std::vector<std::uint8_t>{0, 0, 4, 3, 4, 255, 255, 255, 255, 255});
  BOOST_TEST(int{thumbnail.codes().at(0, 0)} == 1);
  BOOST_TEST(int{thumbnail.codes().at(1, 0)} == 2);
  BOOST_TEST(int{thumbnail.codes().at(2, 0)} == 0);
  BOOST_TEST(int{thumbnail.codes().at(3, 0)} == 255);
  BOOST_TEST(int{thumbnail.codes().at(4, 0)} == 4);
}

BOOST_AUTO_TEST_CASE(the_class_preview_shows_all_classes_within_1600_pixels_and_repeats_its_bytes) {
  const testing::TempFolder folder;
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const GridSpec grid = grid_of(2600, 1900);
  const ClassThumbnail thumbnail = rings_around_the_middle(grid, scheme);
  const auto path = picture_path(folder, "classes.png");
  write_class_preview(path, thumbnail, scheme, sample_frame(grid));
  const auto picture = open(path);
  BOOST_REQUIRE(picture);
  BOOST_TEST(picture->GetRasterXSize() <= 1600);
  BOOST_TEST(picture->GetRasterXSize() >= 1300);
  const std::set<Rgb> colours = colours_in(*picture);
  for (const SchemeClass& c : scheme.classes) BOOST_TEST(colours.contains(c.rgb), c.id);
  BOOST_TEST(colours.contains(scheme.no_answer_rgb));
  for (const LegendEntry& entry : class_legend(scheme))
    BOOST_TEST(entry.hatched.has_value() == (entry.label.en == scheme.no_answer_label.en), entry.label.en);
  BOOST_TEST(picture->GetMetadataItem("SISE_PROVENANCE") == sample_frame(grid).provenance_json);

  write_class_preview(folder / "again.png", thumbnail, scheme, sample_frame(grid));
  const std::string bytes = testing::content_of(path);
  BOOST_TEST((bytes == testing::content_of(folder / "again.png")));
  BOOST_TEST(bytes.find("tIME") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_small_raster_is_enlarged_and_a_narrow_one_has_room_for_its_legend) {
  const testing::TempFolder folder;
  const ClassScheme scheme = class_scheme("individual-risk-baseline-colour-blind");
  const GridSpec grid = grid_of(60, 100);
  const auto path = picture_path(folder, "small.png");
  PreviewFrame frame = sample_frame(grid);
  frame.outline.clear();
  frame.marks.clear();
  write_class_preview(path, rings_around_the_middle(grid, scheme), scheme, frame);
  const auto picture = open(path);
  BOOST_TEST(picture->GetRasterXSize() >= 760);
  BOOST_TEST(picture->GetRasterYSize() >= 700);
}

BOOST_AUTO_TEST_CASE(the_zones_preview_lays_zones_over_one_another) {
  const testing::TempFolder folder;
  const ClassScheme scheme = class_scheme("zones");
  const auto circle = [](double radius) {
    Ring ring;
    for (int i = 0; i <= 90; ++i) {
      const double angle = 2.0 * 3.14159265358979 * (i % 90) / 90.0;
      ring.push_back({500000.0 + radius * (1.0 + std::cos(angle)), 3541000.0 + 0.4 * radius * std::sin(angle)});
    }
    return MultiPolygon{{ring, {}}};
  };
  std::vector<PreviewZone> zones;
  const std::vector<double> radii{2600.0, 1500.0, 700.0};
  for (std::size_t i = 0; i < radii.size(); ++i) {
    const SchemeClass& c = scheme.classes[2 - i];
    zones.push_back({circle(radii[i]), c.rgb, AreaPaint::light, {c.label.en + ", possible", c.label.zh + ",可能"}});
    zones.push_back(
        {circle(0.4 * radii[i]), c.rgb, AreaPaint::hatched, {c.label.en + ", certain", c.label.zh + ",必然"}});
  }
  PreviewFrame frame;
  frame.title = {"Chlorine at the water works", "水厂氯气泄漏"};
  frame.marks = {{500000.0, 3541000.0}};
  frame.marks_label = {"source of the release", "泄漏源"};
  const auto path = picture_path(folder, "zones.png");
  write_zones_preview(path, {499500.0, 3539500.0, 505500.0, 3542500.0}, zones, frame);
  const auto picture = open(path);
  BOOST_REQUIRE(picture);
  BOOST_TEST(picture->GetRasterXSize() <= 1600);
  const std::set<Rgb> seen = colours_in(*picture);
  BOOST_TEST(seen.size() > 10);
  for (const PreviewZone& zone : zones) {
    // Dashes and hatches in the zone's own colour or darker, on a pale ground of it.
    const bool drawn = std::any_of(seen.begin(), seen.end(), [&](const Rgb& rgb) {
      return rgb == zone.rgb || (rgb[0] == std::lround(0.7 * zone.rgb[0]) && rgb[1] == std::lround(0.7 * zone.rgb[1]));
    });
    BOOST_TEST(drawn, zone.label.en);
  }
}

BOOST_AUTO_TEST_CASE(round_lengths_are_1_2_or_5) {
  BOOST_TEST(round_length(7300.0) == 5000.0);
  BOOST_TEST(round_length(4999.0) == 2000.0);
  BOOST_TEST(round_length(1.5) == 1.0);
  BOOST_TEST(round_length(0.3) == 0.2, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error) {
  const ClassScheme scheme = class_scheme("zones");
  const GridSpec grid = grid_of(60, 50);
  BOOST_CHECK_THROW(write_class_preview("/dev/full", rings_around_the_middle(grid, scheme), scheme, sample_frame(grid)),
                    OutputError);
}

}  // namespace sise
