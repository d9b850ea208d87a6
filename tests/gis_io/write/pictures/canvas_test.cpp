#include "gis_io/write/pictures/canvas.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <vector>

namespace sise {
namespace {

constexpr Rgb kWhite{255, 255, 255};
constexpr Rgb kRed{200, 0, 0};

}  // namespace

BOOST_AUTO_TEST_CASE(areas_are_filled_except_their_holes) {
  Canvas canvas(100, 100, kWhite);
  const std::vector<Ring> rings{{{10, 10}, {90, 10}, {90, 90}, {10, 90}, {10, 10}},
                                {{40, 40}, {60, 40}, {60, 60}, {40, 60}, {40, 40}}};
  canvas.fill(rings, kRed, 1.0);
  BOOST_TEST((canvas.at(20, 20) == kRed));
  BOOST_TEST((canvas.at(50, 50) == kWhite));
  BOOST_TEST((canvas.at(5, 5) == kWhite));
  BOOST_TEST((canvas.at(10, 10) == kRed));    // the pixel's centre is inside
  BOOST_TEST((canvas.at(90, 90) == kWhite));  // and here outside
}

BOOST_AUTO_TEST_CASE(half_opacity_is_the_mean) {
  Canvas canvas(2, 2, {100, 100, 100});
  canvas.blend(0, 0, {200, 0, 101}, 0.5);
  BOOST_TEST((canvas.at(0, 0) == Rgb{150, 50, 101}));
}

BOOST_AUTO_TEST_CASE(nothing_is_drawn_outside_the_picture_or_the_clip) {
  Canvas canvas(20, 20, kWhite);
  const std::array<Point, 2> line{Point{-1e6, 10}, Point{1e6, 10}};
  canvas.clip_to(5, 5, 10, 10);
  canvas.line(line, kRed, 4.0);
  canvas.dot({0, 0}, 30, kRed, kRed);
  canvas.text(-3, 15, "XX", kRed);
  BOOST_TEST((canvas.at(4, 10) == kWhite));
  BOOST_TEST((canvas.at(5, 10) == kRed));
  BOOST_TEST((canvas.at(15, 10) == kWhite));
}

BOOST_AUTO_TEST_CASE(a_dot_has_a_rim) {
  Canvas canvas(20, 20, kWhite);
  canvas.dot({10, 10}, 4, kRed, {0, 0, 0});
  BOOST_TEST((canvas.at(10, 10) == kRed));
  BOOST_TEST((canvas.at(14, 10) == Rgb{0, 0, 0}));
  BOOST_TEST((canvas.at(17, 10) == kWhite));
}

BOOST_AUTO_TEST_CASE(text_is_drawn_at_its_place_and_scale) {
  Canvas canvas(60, 40, kWhite);
  canvas.text(2, 3, "A", kRed, 2);
  BOOST_TEST((canvas.at(2 + 3 * 2, 3 + 4 * 2) == kRed));  // row 4 of "A" is 0x18
  BOOST_TEST((canvas.at(2 + 3 * 2 + 1, 3 + 4 * 2 + 1) == kRed));
  BOOST_TEST((canvas.at(2, 3) == kWhite));
}

}  // namespace sise
