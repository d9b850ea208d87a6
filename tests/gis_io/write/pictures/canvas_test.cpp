// What is drawn stands where it should, on pixels and as SVG.
#include "gis_io/write/pictures/canvas.hpp"

#include <gdal_priv.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <numeric>

#include "gis_io/environment.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "gis_io/write/pictures/svg_canvas.hpp"
#include "gis_io/write/pictures/type.hpp"
#include "models/base/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

constexpr Rgb kWhite{255, 255, 255};
constexpr Rgb kRed{200, 0, 0};

/// A drawing of 100 by 100 pixels, read back from its file.
class Drawn {
 public:
  template <class Draw>
  explicit Drawn(const Draw& draw) {
    CairoCanvas canvas = CairoCanvas::png(folder_ / "one.png", 100.0, 100.0, 1.0, "");
    draw(canvas);
    canvas.finish();
    initialise_gis();
    picture_.reset(GDALDataset::Open((folder_ / "one.png").c_str()));
    BOOST_REQUIRE(picture_);
  }

  [[nodiscard]] Rgb at(int x, int y) const {
    Rgb rgb{};
    BOOST_REQUIRE(picture_->RasterIO(GF_Read, x, y, 1, 1, rgb.data(), 1, 1, GDT_Byte, 3, nullptr, 3, 3, 1, nullptr) ==
                  CE_None);
    return rgb;
  }
  [[nodiscard]] int inked(const PaperBox& box) const {
    int count = 0;
    for (int y = static_cast<int>(box.y); y < static_cast<int>(box.y + box.height); ++y) {
      for (int x = static_cast<int>(box.x); x < static_cast<int>(box.x + box.width); ++x)
        count += at(x, y) != kWhite ? 1 : 0;
    }
    return count;
  }

 private:
  testing::TempFolder folder_;
  std::unique_ptr<GDALDataset> picture_;
};

const std::vector<Ring> kHoled{{{10, 10}, {90, 10}, {90, 90}, {10, 90}, {10, 10}},
                               {{40, 40}, {60, 40}, {60, 60}, {40, 60}, {40, 40}}};

}  // namespace

BOOST_AUTO_TEST_CASE(areas_are_filled_except_their_holes) {
  const Drawn drawn([](CairoCanvas& canvas) { canvas.area(kHoled, kRed, 1.0); });
  BOOST_TEST((drawn.at(20, 20) == kRed));
  BOOST_TEST((drawn.at(50, 50) == kWhite));
  BOOST_TEST((drawn.at(5, 5) == kWhite));
  BOOST_TEST((drawn.at(10, 10) == kRed));
  BOOST_TEST((drawn.at(90, 90) == kWhite));
}

BOOST_AUTO_TEST_CASE(nothing_is_drawn_outside_the_clip) {
  const Drawn drawn([](CairoCanvas& canvas) {
    canvas.clip_to({20.0, 20.0, 40.0, 40.0});
    canvas.line({{-1e6, 30.0}, {1e6, 30.0}}, {kRed, 4.0});
    canvas.dot({0.0, 0.0}, 24.0, kRed, kRed);
    canvas.text(10.0, 40.0, "XXXXXXXXXXXX", {.size = 14.0, .rgb = kRed});
    canvas.unclip();
    canvas.fill({90.0, 90.0, 10.0, 10.0}, kRed);
  });
  BOOST_TEST((drawn.at(19, 30) == kWhite));
  BOOST_TEST((drawn.at(20, 30) == kRed));
  BOOST_TEST((drawn.at(60, 30) == kWhite));
  BOOST_TEST(drawn.inked({0.0, 0.0, 20.0, 100.0}) == 0);
  BOOST_TEST((drawn.at(95, 95) == kRed));  // after unclip()
}

BOOST_AUTO_TEST_CASE(hatches_stay_in_their_area_and_lean_as_asked) {
  for (const bool falling : {false, true}) {
    const Drawn drawn([&](CairoCanvas& canvas) { canvas.hatch(kHoled, {.rgb = kRed, .falling = falling}); });
    BOOST_TEST(drawn.inked({0.0, 0.0, 100.0, 10.0}) == 0);
    BOOST_TEST(drawn.inked({41.0, 41.0, 18.0, 18.0}) == 0);
    BOOST_TEST(drawn.inked({10.0, 10.0, 80.0, 30.0}) > 200);
    // A step along the lines stays on them, a step across leaves them.
    int along = 0;
    int across = 0;
    for (int y = 20; y < 35; ++y) {
      for (int x = 15; x < 85; ++x) {
        if (drawn.at(x, y) != kRed) continue;
        along += drawn.at(x + (falling ? 3 : -3), y + 3) == kRed ? 1 : 0;
        across += drawn.at(x + (falling ? -3 : 3), y + 3) == kRed ? 1 : 0;
      }
    }
    BOOST_TEST(along > 20);
    BOOST_TEST(across == 0);
  }
}

BOOST_AUTO_TEST_CASE(codes_are_drawn_pixel_for_pixel_in_their_own_colours) {
  const std::vector<std::uint8_t> codes{1, 2, 0, 1};
  const Drawn drawn([&](CairoCanvas& canvas) {
    canvas.codes(RasterView<const std::uint8_t>(codes.data(), 2, 2), {{1, kRed}, {2, {0, 0, 200}}},
                 {10.0, 10.0, 80.0, 80.0}, 1.0);
  });
  BOOST_TEST((drawn.at(10, 10) == kRed));
  BOOST_TEST((drawn.at(49, 49) == kRed));
  BOOST_TEST((drawn.at(50, 49) == Rgb{0, 0, 200}));
  BOOST_TEST((drawn.at(20, 80) == kWhite));  // no colour: clear
  BOOST_TEST((drawn.at(89, 89) == kRed));
  BOOST_TEST((drawn.at(90, 90) == kWhite));
}

BOOST_AUTO_TEST_CASE(a_text_is_where_its_box_says) {
  for (const Align align : {Align::left, Align::middle, Align::right}) {
    const TypeStyle style{.size = 14.0, .rgb = kRed, .align = align};
    const PaperBox box = text_box(50.0, 30.0, "风险", style);
    BOOST_TEST(box.width == 28.0, boost::test_tools::tolerance(1e-6));  // two characters as wide as the type is high
    BOOST_TEST(box.x == 50.0 - (align == Align::left     ? 0.0
                                : align == Align::middle ? 14.0
                                                         : 28.0),
               boost::test_tools::tolerance(1e-6));
    const Drawn drawn([&](CairoCanvas& canvas) {
      canvas.text(50.0, 30.0, "风险", style);
      BOOST_TEST(canvas.texts().front().box.x == box.x);
    });
    BOOST_TEST(drawn.inked(box) > 50);
    BOOST_TEST(drawn.inked({0.0, 0.0, box.x - 1.0, 100.0}) == 0);
    BOOST_TEST(drawn.inked({box.x + box.width + 1.0, 0.0, 99.0 - box.x - box.width, 100.0}) == 0);
  }
}

BOOST_AUTO_TEST_CASE(lines_break_where_they_may_and_lose_nothing) {
  const auto joined = [](const std::vector<std::string>& lines) {
    return std::accumulate(lines.begin(), lines.end(), std::string());
  };
  const std::string english = "the quick brown fox jumps over";
  const std::vector<std::string> lines = text_lines(english, {.size = 14.0, .wrap = 100.0});
  BOOST_TEST(lines.size() >= 2U);
  BOOST_TEST(joined(lines) == english);
  for (const char* text : {"滨江区个人风险基准分区", "averyveryverylongwordwithoutabreak"}) {
    const std::vector<std::string> broken = text_lines(text, {.size = 14.0, .wrap = 50.0});
    BOOST_TEST(broken.size() > 2U);
    BOOST_TEST(joined(broken) == text);
    for (const std::string& line : broken) BOOST_TEST(text_box(0.0, 0.0, line, {.size = 14.0}).width <= 50.01);
  }
}

BOOST_AUTO_TEST_CASE(letters_of_an_svg_stay_letters_and_markup_does_nothing) {
  SvgCanvas canvas;
  canvas.clip(kHoled);
  canvas.area(kHoled, kRed, 0.5);
  canvas.line({{1.0, 2.0}, {3.0, 4.0}}, {kRed, 1.0, outline_dashes()});
  canvas.unclip();
  canvas.text(10.0, 20.0, "<script>风险 & \"co\"</script>", {.size = 10.0});
  canvas.text(10.0, 40.0, "middle", {.size = 10.0, .align = Align::middle});
  const std::string svg = canvas.document(100.0, 80.0, "a \"label\"", R"({"a":"<b>"})");
  const auto holds = [&](const char* part) { return svg.find(part) != std::string::npos; };
  BOOST_TEST(holds("&lt;script&gt;风险 &amp;"));
  BOOST_TEST(!holds("<script"));
  BOOST_TEST(!holds("<b>"));
  BOOST_TEST(holds("fill-rule=\"evenodd\""));
  BOOST_TEST(holds("stroke-dasharray=\"8 5\""));
  BOOST_TEST(holds("text-anchor=\"middle\""));
  BOOST_TEST(holds("clip-path=\"url(#clip1)\""));
  BOOST_TEST(canvas.element(100.0, 80.0, "x").starts_with("<svg "));
}

BOOST_AUTO_TEST_CASE(a_drawing_that_cannot_be_written_is_an_error) {
  CairoCanvas canvas = CairoCanvas::png("/dev/full", 10.0, 10.0, 1.0, "");
  BOOST_CHECK_THROW(canvas.finish(), OutputError);
}

}  // namespace sise
