// A map on paper: no text clipped, none over another, the same bytes every time.
#include "gis_io/write/sheets/paper_sheet.hpp"

#include <gdal.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "gis_io/projection.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/sheets/context_look.hpp"
#include "gis_io/write/sheets/graticule.hpp"
#include "gis_io/write/sheets/sheet_inks.hpp"

using namespace sise;

namespace {

const GridSpec kGrid{
    .x_min = 490000.0, .y_max = 3550000.0, .cell_m = 50.0, .columns = 600, .rows = 480, .crs = "EPSG:4549"};

std::filesystem::path out(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(SISE_BINARY_DIR) / "tests" / "sheets";
  std::filesystem::create_directories(folder);
  return folder / name;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ClassThumbnail ground(const ClassScheme& scheme) {
  ClassThumbnail thumbnail(kGrid, scheme, 2000);
  std::vector<std::uint8_t> codes(static_cast<std::size_t>(kGrid.columns));
  for (std::int64_t row = 0; row < kGrid.rows; ++row) {
    for (std::int64_t c = 0; c < kGrid.columns; ++c)
      codes[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>((row / 40 + c / 40) % 4 + 1);
    thumbnail.add_row(codes);
  }
  return thumbnail;
}

/// Four hundred units close together, with names that no map bears.
VectorLayer crowded() {
  VectorLayer layer{"units", {"Hazardous units", "危险单元"}, {}, {}, {}, "name"};
  const std::vector<std::string> names{
      "液氯储罐一", "<b>A & B</b>", std::string(300, 'w'), "\u202Eabc", "🏭", "line\nbreak", ""};
  for (int i = 0; i < 400; ++i) {
    const double x = 490200.0 + 1480.0 * (i % 20);
    const double y = 3526200.0 + 1180.0 * (i / 20);
    layer.features.push_back({{.points = {{x, y}}, .lines = {}, .polygons = {}},
                              {{"name", names[static_cast<std::size_t>(i) % names.size()]}, {"level", i % 4 + 1}}});
  }
  layer.style = category_style(class_scheme("individual-risk-baseline"), "level", Shape::point);
  return layer;
}

/// One unit with a name, and others without.
VectorLayer units_at(Point named, const std::vector<Point>& others) {
  VectorLayer layer = crowded();
  layer.features = {
      {{.points = {named}, .lines = {}, .polygons = {}}, {{"name", std::string("液氯储罐一")}, {"level", 1}}}};
  for (const Point& other : others)
    layer.features.push_back(
        {{.points = {other}, .lines = {}, .polygons = {}}, {{"name", std::string()}, {"level", 1}}});
  return layer;
}

/// How many pixels of a picture are as wanted.
template <class Wanted>
std::int64_t count_pixels(const std::filesystem::path& png, const Wanted& wanted) {
  GDALAllRegister();
  GDALDatasetH picture = GDALOpen(png.c_str(), GA_ReadOnly);
  BOOST_REQUIRE(picture != nullptr);
  const int width = GDALGetRasterXSize(picture);
  const int height = GDALGetRasterYSize(picture);
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  std::vector<std::uint8_t> pixels(3 * count);
  BOOST_REQUIRE_EQUAL(GDALDatasetRasterIO(picture, GF_Read, 0, 0, width, height, pixels.data(), width, height, GDT_Byte,
                                          3, nullptr, 3, 3 * width, 1),
                      CE_None);
  GDALClose(picture);
  std::int64_t found = 0;
  for (std::size_t i = 0; i < pixels.size(); i += 3)
    found += wanted(Rgb{pixels[i], pixels[i + 1], pixels[i + 2]}) ? 1 : 0;
  return found;
}

std::int64_t pixels_of(const std::filesystem::path& png, const Rgb& rgb) {
  return count_pixels(png, [&](const Rgb& pixel) { return pixel == rgb; });
}

std::int64_t coloured_pixels(const std::filesystem::path& png) {
  return count_pixels(png, [](const Rgb& pixel) { return pixel[0] != pixel[1] || pixel[1] != pixel[2]; });
}

struct Made {
  std::vector<PaperText> texts;
  std::string pdf;
  std::string png;
};

Context river() {
  Context context;
  context.layers.push_back(
      {"w",
       ContextKind::water,
       {"w", "水"},
       {{{.points = {}, .lines = {{{480000.0, 3540000.0}, {530000.0, 3541000.0}}}, .polygons = {}}, "大河"}}});
  return context;
}

Made make(const SheetFormat& format, std::size_t notes = 3, const VectorLayer& units = crowded(),
          const Context& context = river()) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const auto projection = open_projection(kGrid.crs);
  const ClassThumbnail codes = ground(scheme);
  PaperSheet sheet{
      .title = {"A district with a title that is long enough to be broken into more than one line of the sheet",
                "某区个人风险基准分区"},
      .extent = kGrid.bounds(),
      .projection = *projection,
      .ground = &codes,
      .scheme = &scheme,
      .colours = {scheme},
      .layers = {&units},
      .context = context,
      .outline = {},
      .notes = std::vector<Text>(notes,
                                 {"Not in this map: natural hazards and live data.", "本图不含: 自然灾害、动态数据。"}),
      .margin = {{"Date of the data: 2026-11-30", "数据日期: 2026-11-30"}},
      .provenance_json = "{}"};
  const auto pdf = out(name_of(format) + ".pdf");
  const auto png = out(name_of(format) + ".png");
  Made made{write_paper_sheet(pdf, png, sheet, format), {}, {}};
  made.pdf = bytes_of(pdf);
  made.png = bytes_of(png);
  return made;
}

const std::vector<SheetFormat> kAll = sheet_formats("A4,A4-zh,A4-en,A3,A3-zh,A3-en,A4-grey,A4-en-colour-blind");

bool has(const Made& made, const std::string& part) {
  return std::any_of(made.texts.begin(), made.texts.end(),
                     [&](const PaperText& text) { return text.text.find(part) != std::string::npos; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(paper_sheet)

BOOST_AUTO_TEST_CASE(no_text_lies_over_another_or_leaves_the_paper) {
  for (const SheetFormat& format : kAll) {
    const Made made = make(format, 20);
    const bool a3 = format.paper == Paper::a3;
    const PaperBox paper{0.0, 0.0, (a3 ? 420.0 : 297.0) * kPointsPerMm, (a3 ? 297.0 : 210.0) * kPointsPerMm};
    BOOST_TEST(made.texts.size() > 40U);
    for (std::size_t i = 0; i < made.texts.size(); ++i) {
      BOOST_TEST(made.texts[i].box.within(paper), name_of(format) << ": " << made.texts[i].text);
      for (std::size_t j = 0; j < i; ++j) {
        BOOST_TEST(made.texts[i].box.apart(made.texts[j].box),
                   name_of(format) << ": '" << made.texts[i].text << "' over '" << made.texts[j].text << "'");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_legend_that_fills_the_column_by_itself_is_small_but_not_cut) {
  Context context;
  for (int i = 0; i < 90; ++i) {
    ContextLayer layer = river().layers.front();
    layer.title = {"Layer " + std::to_string(i), "图层 " + std::to_string(i)};
    context.layers.push_back(layer);
  }
  const Made made = make({}, 3, crowded(), context);
  const PaperBox paper{0.0, 0.0, 297.0 * kPointsPerMm, 210.0 * kPointsPerMm};
  for (const PaperText& text : made.texts) BOOST_TEST(text.box.within(paper), text.text);
  BOOST_TEST(has(made, "Layer 89"));
}

BOOST_AUTO_TEST_CASE(a_name_keeps_off_the_dots_of_others_where_it_can) {
  const Point place{505000.0, 3538000.0};
  const auto name_box = [&](const std::vector<Point>& others) {
    const Made made = make({}, 0, units_at(place, others), {});
    const auto name = std::find_if(made.texts.begin(), made.texts.end(),
                                   [](const PaperText& text) { return text.text == "液氯储罐一"; });
    BOOST_REQUIRE(name != made.texts.end());
    return name->box;
  };
  constexpr double kAside = 600.0;  // 4 mm on this sheet: under the name
  const PaperBox alone = name_box({});
  const PaperBox moved = name_box({{place.x + kAside, place.y}});
  BOOST_TEST(moved.x + moved.width < alone.x);
  BOOST_TEST(moved.y == alone.y, boost::test_tools::tolerance(1e-9));
  // Dots on every side: better over a dot than no name.
  const PaperBox crowd = name_box({{place.x + kAside, place.y},
                                   {place.x - kAside, place.y},
                                   {place.x, place.y + 0.6 * kAside},
                                   {place.x, place.y - 0.6 * kAside}});
  BOOST_TEST(crowd.x == alone.x, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_layer_of_places_has_a_dot_in_the_legend) {
  Context context = river();
  ContextLayer& places = context.layers.front();
  places.kind = ContextKind::settlements;
  places.features = {{{.points = {{400000.0, 3538000.0}}, .lines = {}, .polygons = {}}, {}}};  // beside the map
  (void)make({}, 0, crowded(), context);
  const Rgb fill = look_of(ContextKind::settlements).fill;
  BOOST_TEST(pixels_of(out("sheet_a4.png"), fill) > 50);
}

BOOST_AUTO_TEST_CASE(a_grey_sheet_has_no_colour_and_its_classes_differ_as_far_as_they_can) {
  const SheetFormat format{Paper::a4, SheetLanguage::en, SheetColours::grey};
  (void)make(format, 3, units_at({505000.0, 3538000.0}, {}), river());
  BOOST_TEST(coloured_pixels(out("sheet_a4_en_grey.png")) == 0);
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const Inks inks = inks_for(SheetColours::grey, {scheme});
  for (std::size_t i = 1; i < scheme.classes.size(); ++i)
    BOOST_TEST(inks.fill(scheme.classes[i].rgb)[0] >= inks.fill(scheme.classes[i - 1].rgb)[0] + 40);
  // On a copy a pale line is gone: all are dark, and told apart by their dashes.
  std::set<std::vector<double>> dashes;
  for (const SchemeClass& c : scheme.classes) {
    BOOST_TEST(inks.line(c.rgb)[0] < 60);
    const std::vector<double>* own = inks.dashes(c.rgb);
    dashes.insert(own == nullptr ? std::vector<double>() : *own);
  }
  BOOST_TEST(dashes.size() == scheme.classes.size());
}

BOOST_AUTO_TEST_CASE(a_colour_blind_sheet_has_the_colours_of_the_variant_and_none_of_the_others) {
  const SheetFormat format{Paper::a4, SheetLanguage::en, SheetColours::colour_blind};
  VectorLayer units = units_at({505000.0, 3538000.0}, {});
  (void)make(format, 0, units, {});
  const Rgb own = class_scheme("individual-risk-baseline").by_code(1)->rgb;
  const Rgb other = class_scheme("individual-risk-baseline-colour-blind").by_code(1)->rgb;
  BOOST_TEST(pixels_of(out("sheet_a4_en_colour_blind.png"), own) == 0);
  BOOST_TEST(pixels_of(out("sheet_a4_en_colour_blind.png"), other) > 10);  // the dot of the unit
  ClassScheme mine = class_scheme("individual-risk-baseline");
  mine.id = "mine";
  BOOST_CHECK_THROW((void)inks_for(SheetColours::colour_blind, {mine}), ConfigError);
  mine.id = "mine-colour-blind";
  BOOST_TEST(inks_for(SheetColours::colour_blind, {mine}).table.empty());
}

BOOST_AUTO_TEST_CASE(a_sheet_speaks_the_languages_asked_for) {
  const Made zh = make({Paper::a4, SheetLanguage::zh});
  BOOST_TEST(has(zh, "北 (坐标北"));
  BOOST_TEST(!has(zh, "grid north"));
  const Made en = make({Paper::a4, SheetLanguage::en});
  BOOST_TEST(has(en, "grid north"));
  BOOST_TEST(!has(en, "说明"));
  const Made both = make({Paper::a3, SheetLanguage::both});
  BOOST_TEST((has(both, "北 (坐标北") && has(both, "grid north")));
  BOOST_TEST((has(both, "水") && has(both, "大河")));  // context, in the legend and on the map
  BOOST_TEST(has(both, "1 : 100000"));                 // 30 km on 306 mm
}

BOOST_AUTO_TEST_CASE(the_same_drawing_gives_the_same_bytes_without_a_clock) {
  const Made one = make({});
  const Made two = make({});
  BOOST_TEST((one.pdf == two.pdf));
  BOOST_TEST((one.png == two.png));
  BOOST_TEST(one.pdf.starts_with("%PDF"));
  BOOST_TEST(one.pdf.find("/CreationDate (20000101000000Z") != std::string::npos);
  BOOST_TEST(one.pdf.find("/ModDate") == std::string::npos);
  BOOST_TEST(one.png.starts_with("\x89PNG"));
}

BOOST_AUTO_TEST_CASE(notes_that_find_no_room_are_counted) {
  BOOST_TEST(has(make({}, 200), "more: see index.html"));
  BOOST_TEST(!has(make({}, 2), "more: see index.html"));
}

BOOST_AUTO_TEST_CASE(scales_are_round_and_large_enough) {
  BOOST_TEST(round_scale(117300.0) == 120000.0);
  BOOST_TEST(round_scale(100000.0) == 100000.0);
  BOOST_TEST(round_scale(900.0) == 1000.0);
}

BOOST_AUTO_TEST_CASE(meridians_and_parallels_are_at_round_places) {
  const auto projection = open_projection(kGrid.crs);
  const MapPlace place{{0.0, 0.0, 600.0, 480.0}, {505000.0, 3538000.0}, 600.0 / 30000.0, 0.0};
  const std::vector<GraticuleLine> lines = graticule(place, *projection);
  BOOST_TEST(lines.size() >= 6U);
  for (const GraticuleLine& line : lines) {
    BOOST_TEST((line.label.ends_with("E") || line.label.ends_with("N")));
    BOOST_TEST(line.label.find("″") == std::string::npos, line.label);
  }
  // 120°E is the central meridian: straight up, at x = 500 km.
  const auto found =
      std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.label == "120°00′E"; });
  BOOST_REQUIRE(found != lines.end());
  for (const Point& p : found->line) BOOST_TEST(std::abs(p.x - 200.0) < 1e-6);
}

BOOST_AUTO_TEST_CASE(what_is_no_sheet_is_refused) {
  BOOST_TEST(sheet_formats("A4,A4").size() == 1U);
  for (const char* wrong : {"", "A4,", "a4", "A5", "A4-fr", "A4;A3", "A4-grey-zh"})
    BOOST_CHECK_THROW((void)sheet_formats(wrong), ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
