#include "core/rating/four_colour_map.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/geometry/point_distance.hpp"
#include "models/explosion/tnt.hpp"
#include "tests/core/rating/small_study.hpp"

namespace sise {
namespace {

using testing::at;
using testing::blast;
using testing::empty_study;
using testing::SmallMap;
using testing::unit_of;

constexpr int kRed = 1;
constexpr int kYellow = 3;
constexpr int kBlue = 4;
constexpr int kNoAnswer = 0;
constexpr int kOutside = 255;

double lethal_m(double tnt_kg) { return distance_to_overpressure_m(BlastCurve::gb6722, tnt_kg, 30000.0).value(); }

Study with_blasts(double cell_m, const std::vector<std::pair<Point, double>>& charges, double frequency = 1e-4) {
  Study study = empty_study(cell_m);
  for (const auto& [place, tnt_kg] : charges) {
    const std::string id = "U" + std::to_string(study.units.size());
    study.units.push_back(unit_of(id, at(place)));
    study.scenarios.push_back(blast(id, tnt_kg, frequency));
  }
  return study;
}

MultiPolygon square(double low, double high) {
  return {{{{low, low}, {high, low}, {high, high}, {low, high}, {low, low}}, {}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(four_colour_map)

BOOST_AUTO_TEST_CASE(a_zone_smaller_than_a_cell_is_not_lost) {
  const double reach = lethal_m(10.0);
  BOOST_TEST(reach < 60.0);
  const SmallMap map(with_blasts(250.0, {{{1010.0, 1010.0}, 10.0}}));  // 115 m from its cell's centre, near a corner
  const MapBand band = map.whole();
  BOOST_TEST(map.code_at(band, {1010.0, 1010.0}) == kRed);
  BOOST_TEST(map.code_at(band, {990.0, 1010.0}) == kRed);  // the disc reaches over the cell's edge
  BOOST_TEST(map.code_at(band, {1010.0 + 2 * 250.0, 1010.0}) == kBlue);
}

// Against the map in cells of 10 m: a coarse cell is at least as bad as every fine centre in it, and no worse than the
// worst fine cell that it holds.
BOOST_AUTO_TEST_CASE(a_coarse_cell_takes_the_worst_colour_within_it) {
  const std::vector<std::pair<Point, double>> charges{
      {{3123.0, 4456.0}, 500.0}, {{3400.0, 4300.0}, 20.0}, {{6871.0, 2207.0}, 3000.0}, {{9990.0, 5000.0}, 800.0}};
  const SmallMap fine(with_blasts(10.0, charges));
  const SmallMap coarse(with_blasts(100.0, charges));
  const MapBand small = fine.whole();
  const MapBand large = coarse.whole();
  std::int64_t too_good = 0;
  std::int64_t too_bad = 0;
  std::int64_t red = 0;
  for (std::int64_t row = 0; row < large.code.rows(); ++row) {
    std::vector<Point> centres;  // of the fine cells of this row, cell after cell
    std::vector<ColourCode> touched(static_cast<std::size_t>(large.code.columns()), ColourCode::blue);
    for (std::int64_t i = 0; i < 100 * large.code.columns(); ++i) {
      const CellIndex cell{10 * (i / 100) + i % 10, 10 * row + i / 10 % 10};
      centres.push_back(fine.study().grid.centre(cell));
      const auto worst = static_cast<ColourCode>(small.code.at(cell.column, cell.row));
      ColourCode& here = touched[static_cast<std::size_t>(i / 100)];
      if (is_worse(worst, here)) here = worst;
    }
    const std::vector<CellClass> colours = fine.map().colours_at(centres);
    for (std::int64_t column = 0; column < large.code.columns(); ++column) {
      const auto here = static_cast<ColourCode>(large.code.at(column, row));
      for (std::int64_t i = 100 * column; i < 100 * (column + 1); ++i) {
        too_good += is_worse(colours[static_cast<std::size_t>(i)].code, here) ? 1 : 0;
      }
      too_bad += is_worse(here, touched[static_cast<std::size_t>(column)]) ? 1 : 0;
      red += here == ColourCode::red ? 1 : 0;
    }
  }
  BOOST_TEST(too_good == 0);
  BOOST_TEST(too_bad == 0);
  BOOST_TEST(red > 10);
}

BOOST_AUTO_TEST_CASE(bands_of_any_height_give_the_same_bytes) {
  const SmallMap map(with_blasts(50.0, {{{3123.0, 4456.0}, 500.0}, {{3400.0, 4300.0}, 20.0}}));
  const MapBand whole = map.whole();
  for (const std::int64_t height : {1, 7, 64}) {
    for (std::int64_t row = 100; row < 140; row += height) {
      const MapBand part = map.map().band(row, row + height, nullptr);
      for (std::int64_t r = 0; r < height; ++r) {
        BOOST_TEST(std::equal(part.code.row(r).begin(), part.code.row(r).end(), whole.code.row(row + r).begin()));
        BOOST_TEST(std::equal(part.risk.row(r).begin(), part.risk.row(r).end(), whole.risk.row(row + r).begin()));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(near_an_uncomputed_unit_every_colour_but_red_is_no_answer) {
  Study study = with_blasts(50.0, {{{2000.0, 2000.0}, 20000.0}});
  study.scenarios.push_back(blast("U0", 400000.0, 5e-6));  // yellow around the red
  study.units.push_back(unit_of("unknown", at({2500.0, 2000.0})));
  study.criteria.incomplete_radius_m = 700.0;
  const SmallMap map(study);
  const MapBand band = map.whole();
  const double red_m = lethal_m(20000.0);
  const double yellow_m = lethal_m(400000.0);
  BOOST_TEST(yellow_m > red_m + 150.0);
  BOOST_TEST(map.code_at(band, {2000.0, 2000.0}) == kRed);                       // 500 m from the unknown unit
  BOOST_TEST(map.code_at(band, {2000.0, 2000.0 + red_m + 100.0}) == kNoAnswer);  // yellow, but for the unknown unit
  BOOST_TEST(map.code_at(band, {2500.0, 2000.0}) == kNoAnswer);
  BOOST_TEST(map.code_at(band, {2000.0 - red_m - 100.0, 2000.0}) == kYellow);
  BOOST_TEST(map.code_at(band, {2500.0 + 870.0, 2000.0}) == kBlue);
  const CellIndex cell = study.grid.cell_at({2500.0, 2000.0}).value();
  BOOST_TEST((band.rule.at(cell.column, cell.row) == static_cast<std::uint8_t>(GoverningRule::incomplete_data)));
}

BOOST_AUTO_TEST_CASE(a_pipeline_that_is_not_drawn_as_a_line_is_not_computed) {
  Study study = empty_study(50.0);
  study.units.push_back(unit_of("drawn as a point", at({5000.0, 8000.0})));
  study.units.back().kind = UnitKind::pipeline;
  for (const Unit& unit : study.units) study.scenarios.push_back(blast(unit.id, 20000.0, 1e-3));
  study.criteria.incomplete_radius_m = 300.0;
  const SmallMap map(study);
  const MapBand band = map.whole();
  const UnitStatus& status = map.assessment().statuses.front();
  BOOST_TEST(!status.computed);
  BOOST_REQUIRE(!status.missing.empty());
  BOOST_TEST(status.missing.front().code == "line_source");
  BOOST_TEST(map.code_at(band, {5000.0, 8000.0}) == kNoAnswer);
  BOOST_TEST(map.code_at(band, {5000.0, 4000.0}) == kBlue);
  for (const double risk : band.risk.data()) BOOST_REQUIRE(risk == 0.0);
}

// What may happen anywhere along a line is as likely beside each metre of it, and risk ends as far from it as from a point.
BOOST_AUTO_TEST_CASE(risk_lies_along_a_line) {
  Study study = empty_study(50.0);
  Geometry line;
  line.lines = {{{1000.0, 1000.0}, {9000.0, 1000.0}}};
  study.units.push_back(unit_of("pipe", line));
  study.units.back().kind = UnitKind::pipeline;
  study.scenarios.push_back(blast("pipe", 20000.0, 1e-3));
  const SmallMap map(study);
  const MapBand band = map.whole();
  BOOST_TEST(map.assessment().statuses.front().computed);
  const RiskModel& risk = map.assessment().risk;
  const double radius_m = risk.reach_m(0);
  const auto at_aside = [&](double x, double aside) {
    return risk.risk_at(Point{x, 1000.0 + aside}, risk.all_units());
  };
  for (const double aside : {0.0, 0.3, 0.7, 0.95}) {
    const double chord_m = 2.0 * radius_m * std::sqrt(1.0 - aside * aside);
    BOOST_TEST(at_aside(5000.0, aside * radius_m) == 1e-3 * chord_m / 8000.0,
               boost::test_tools::tolerance(4.0 / chord_m));
  }
  BOOST_TEST(at_aside(5000.0, 1.01 * radius_m) == 0.0);
  BOOST_TEST(at_aside(1000.0, 0.0) == 0.5 * at_aside(5000.0, 0.0), boost::test_tools::tolerance(0.02));
  const std::int64_t row = study.grid.cell_at({5000.0, 1000.0}).value().row;
  const std::int64_t column = study.grid.cell_at({5000.0, 1000.0}).value().column;
  BOOST_TEST(band.risk.at(column, row) == at_aside(5000.0, 0.0), boost::test_tools::tolerance(0.02));
  for (double x = 1200.0; x <= 8800.0; x += 400.0)
    BOOST_TEST(map.code_at(band, {x, 1000.0}) == map.code_at(band, {5000.0, 1000.0}));
}

// However long the line, what reaches a few metres only is nowhere missed between the places that stand for it.
BOOST_AUTO_TEST_CASE(a_short_reach_is_not_lost_along_a_long_line) {
  Study study = empty_study(50.0);
  Geometry line;
  line.lines = {{{0.0, 1000.0}, {60000.0, 1000.0}}};
  study.units.push_back(unit_of("pipe", line));
  study.units.back().kind = UnitKind::pipeline;
  study.scenarios.push_back(blast("pipe", 1.0, 1e-3));
  const SmallMap map(study);
  const RiskModel& risk = map.assessment().risk;
  const double radius_m = risk.reach_m(0);
  BOOST_TEST(radius_m < 12.0);
  BOOST_TEST(radius_m > 4.0);
  const double chord_m = 2.0 * radius_m * std::sqrt(1.0 - 0.8 * 0.8);
  for (double x = 5000.0; x < 5040.0; x += 0.5) {
    const double here = risk.risk_at(Point{x, 1000.0 + 0.8 * radius_m}, risk.all_units());
    BOOST_TEST(std::abs(here * 60000.0 / 1e-3 - chord_m) < 4.001);
  }
  // Where the sum ends lies no farther from where the integral ends than the pieces allow.
  const double inside_m = 4.0 * 4.0 / (8.0 * radius_m) + 0.01;
  for (double x = 5000.0; x < 5040.0; x += 0.5)
    BOOST_TEST(risk.risk_at(Point{x, 1000.0 + radius_m - inside_m}, risk.all_units()) > 0.0);
}

BOOST_AUTO_TEST_CASE(colours_end_at_the_district_s_border_and_risk_with_the_data) {
  Study study = with_blasts(50.0, {{{3000.0, 3000.0}, 20000.0}});
  study.area = square(3000.0, 7000.0);
  study.margin_m = 1000.0;
  const SmallMap map(study);
  const MapBand band = map.whole();
  const CellIndex margin = study.grid.cell_at({2900.0, 3100.0}).value();
  BOOST_TEST(map.code_at(band, {3050.0, 3050.0}) == kRed);
  BOOST_TEST(map.code_at(band, {2900.0, 3100.0}) == kOutside);
  BOOST_TEST((band.rule.at(margin.column, margin.row) == static_cast<std::uint8_t>(GoverningRule::none)));
  BOOST_TEST(band.risk.at(margin.column, margin.row) == 1e-4, boost::test_tools::tolerance(1e-9));
  const CellIndex beyond = study.grid.cell_at({1500.0, 3100.0}).value();
  BOOST_TEST(std::isnan(band.risk.at(beyond.column, beyond.row)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
