// Lines against an integral that knows nothing of stretches and tables: a fine sum along the straight way, every half metre.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/kernels/kernel_builder.hpp"
#include "core/kernels/placed_kernel.hpp"
#include "core/kernels/risk_tree.hpp"
#include "tests/core/risk/risk_direct.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

constexpr double kLowestOfLine = 1e-8;  // of a line where something happens every thousand years

struct KindOfLine {
  std::string name;
  std::vector<RiskCase> cases;
};

const std::vector<KindOfLine>& kinds_of_line() {
  static const std::vector<KindOfLine> kinds{
      {"small pool fire", {effect_case(1e-3, {pool_fire(6.0)})}},
      {"pool fire", {effect_case(1e-3, {pool_fire(20.0)})}},
      {"jet fire", {effect_case(1e-3, {jet_fire()})}},
      {"jet fire along its own bearing", {effect_case(1e-3, {jet_fire(215.0)})}},
      {"flash fire", {effect_case(1e-3, {flash_fire()})}},
      {"fireball", {effect_case(1e-3, {fireball(500.0)})}},
      {"toxic cloud", {toxic_case("leak", 1e-3, 2.0, ammonia)}},
      {"mixed",
       {effect_case(1e-3, {pool_fire(15.0)}), effect_case(3e-4, {flash_fire(), cloud_explosion()}),
        effect_case(1e-3, {jet_fire()}), toxic_case("leak", 1e-3, 2.0, chlorine)}}};
  return kinds;
}

/// Many places at once, from each of many sources.
class FineSum {
 public:
  FineSum(const UnitKernel& kernel, Point from, Point to, double turn_deg)
      : kernel_(kernel), from_(from), to_(to), turn_deg_(turn_deg) {}

  [[nodiscard]] std::vector<double> at(const std::vector<Point>& places) const {
    constexpr double kApart_m = 0.5;
    const auto count = static_cast<int>(std::ceil(std::hypot(to_.x - from_.x, to_.y - from_.y) / kApart_m));
    std::vector<double> sum(places.size());
    std::vector<double> dx(places.size());
    std::vector<double> dy(places.size());
    std::vector<double> risk(places.size());
    for (int i = 0; i < count; ++i) {
      const double t = (i + 0.5) / count;
      for (std::size_t p = 0; p < places.size(); ++p) {
        dx[p] = places[p].x - std::lerp(from_.x, to_.x, t);
        dy[p] = places[p].y - std::lerp(from_.y, to_.y, t);
      }
      kernel_.evaluate(dx, dy, turn_deg_, risk);
      for (std::size_t p = 0; p < places.size(); ++p) sum[p] += risk[p] / count;
    }
    return sum;
  }

  /// The mean over a cell.
  [[nodiscard]] double mean(Point centre, double cell_m) const {
    const int parts = cell_m > 20.0 ? 20 : 10;
    std::vector<Point> places;
    for (int i = 0; i < parts * parts; ++i)
      places.push_back({centre.x + ((i % parts + 0.5) / parts - 0.5) * cell_m,
                        centre.y + ((i / parts + 0.5) / parts - 0.5) * cell_m});
    double sum = 0.0;
    for (const double risk : at(places)) sum += risk;
    return sum / (parts * parts);
  }

  /// Within a per cent, or what the sum takes within `moved_m` of the place.
  template <class Ask>
  [[nodiscard]] static bool agrees(double value, double expected, Point place, double moved_m, Ask ask) {
    if (std::abs(value - expected) <= 0.01 * expected) return true;
    double low = expected;
    double high = expected;
    for (const Point by : {Point{moved_m, 0.0}, {-moved_m, 0.0}, {0.0, moved_m}, {0.0, -moved_m}}) {
      const double there = ask(Point{place.x + by.x, place.y + by.y});
      low = std::min(low, there);
      high = std::max(high, there);
    }
    return value >= low && value <= high;
  }

 private:
  const UnitKernel& kernel_;
  Point from_, to_;
  double turn_deg_;
};

constexpr double kTurn_deg = 1.3;

PlacedKernel straight_line(Point from, Point to, std::shared_ptr<const UnitKernel> kernel) {
  const double length_m = std::hypot(to.x - from.x, to.y - from.y);
  const auto count = static_cast<int>(std::floor(length_m / 4.0));
  std::vector<LinePlace> places;
  for (int i = 0; i < count; ++i) {
    const double t = (i + 0.5) / count;
    places.push_back({{std::lerp(from.x, to.x, t), std::lerp(from.y, to.y, t)}, kTurn_deg});
  }
  PlacedKernel line{0, false, from.x, from.y, kTurn_deg, std::move(kernel)};
  line.along = std::make_shared<const SourceLine>(places, from, kTurn_deg);
  return line;
}

RiskInputs inputs_of_line(const KindOfLine& kind) {
  RiskInputs inputs = inputs_with(rose_of({{Stability::D, 4.5, 0.7}, {Stability::F, 1.5, 0.3}}),
                                  {unit_at("line", {0.0, 0.0}, kind.cases)});
  inputs.units.front().convergence_deg = kTurn_deg;
  return inputs;
}

std::shared_ptr<const UnitKernel> kernel_of_line(const KindOfLine& kind) {
  const RiskInputs inputs = inputs_of_line(kind);
  return KernelBuilder(inputs).build(inputs.units.front());
}

/// Of the kernel, for sources every step along the way: means of a cell that lies within five cells of one, sampled on a lattice
/// that moves from source to source, so that no edge falls between its places; beyond, its centre.
double mean_by_lattices(const UnitKernel& kernel, Point from, Point to, Point centre, double cell_m) {
  constexpr int kParts = 24;
  const auto sources = static_cast<int>(std::ceil(std::hypot(to.x - from.x, to.y - from.y) / (cell_m / 60.0)));
  double sum = 0.0;
  std::vector<double> dx;
  std::vector<double> dy;
  for (int i = 0; i < sources; ++i) {
    const double t = (i + 0.5) / sources;
    const Point off{centre.x - std::lerp(from.x, to.x, t), centre.y - std::lerp(from.y, to.y, t)};
    const bool averaged = std::hypot(off.x, off.y) <= 5.0 * cell_m;
    const int parts = averaged ? kParts : 1;
    const double east = averaged ? std::fmod(0.618034 * i, 1.0) : 0.5;
    const double north = averaged ? std::fmod(0.754878 * i, 1.0) : 0.5;
    dx.clear();
    dy.clear();
    for (int k = 0; k < parts * parts; ++k) {
      dx.push_back(off.x + ((k % parts + east) / parts - 0.5) * cell_m);
      dy.push_back(off.y + ((k / parts + north) / parts - 0.5) * cell_m);
    }
    std::vector<double> risk(dx.size());
    kernel.evaluate(dx, dy, kTurn_deg, risk);
    for (const double one : risk) sum += one / static_cast<double>(risk.size()) / sources;
  }
  return sum;
}

EffectEvent small_jet(double rate_kg_s) {
  EffectEvent event = jet_fire();
  std::get<JetFireEvent>(event).source.rate_kg_s = rate_kg_s;
  return event;
}

/// 48 × 48 cells, a line through their middle.
GridSpec cells_round_the_line(double cell_m) {
  GridSpec grid;
  grid.cell_m = cell_m;
  grid.columns = 48;
  grid.rows = 48;
  grid.y_max = 24.0 * cell_m;
  return grid;
}

Raster<double> cells_of(const GridSpec& grid, const PlacedKernel& line) {
  RiskTree tree(grid, 0, grid.rows, false, RiskScale(1e-2));
  tree.stamp({&line, 1}, nullptr);
  tree.settle(nullptr);
  Raster<double> all(grid.columns, grid.rows);
  tree.read_rows(0, grid.rows, all.view(), nullptr);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_integral)

BOOST_AUTO_TEST_CASE(single_places_have_the_integral_along_the_line) {
  const Point from{100.0, -300.0};
  const Point to{640.0, -60.0};
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const Point ahead{(to.x - from.x) / length, (to.y - from.y) / length};
  for (const KindOfLine& kind : kinds_of_line()) {
    const auto kernel = kernel_of_line(kind);
    const PlacedKernel line = straight_line(from, to, kernel);
    const FineSum fine(*kernel, from, to, kTurn_deg);
    std::vector<Point> places;
    for (const double along : {-0.2, -0.02, 0.003, 0.37, 0.61, 1.01, 1.4}) {
      double side = 1.0;
      for (const double off : {0.2, 2.0, 6.0, 11.0, 19.0, 33.0, 48.0, 75.0, 130.0, 260.0, 480.0, 1100.0}) {
        side = -side;
        places.push_back({from.x + along * length * ahead.x - side * off * ahead.y,
                          from.y + along * length * ahead.y + side * off * ahead.x});
      }
    }
    const std::vector<double> expected = fine.at(places);
    int compared = 0;
    for (std::size_t p = 0; p < places.size(); ++p) {
      const double value = line.at(places[p].x, places[p].y);
      if (std::max(value, expected[p]) < kLowestOfLine) continue;
      ++compared;
      const auto ask = [&](Point there) { return fine.at({there}).front(); };
      BOOST_TEST(FineSum::agrees(value, expected[p], places[p], 0.5, ask),
                 kind.name << " at place " << p << ": " << value << " instead of " << expected[p]);
    }
    BOOST_TEST(compared >= 6, kind.name << ": only " << compared << " places have any risk");
  }
}

BOOST_AUTO_TEST_CASE(a_pool_on_a_short_line_is_what_direct_integration_says) {
  const RiskInputs inputs = inputs_of_line(kinds_of_line().front());
  const Point from{0.0, 0.0};
  const Point to{40.0, 24.0};
  const PlacedKernel line = straight_line(from, to, KernelBuilder(inputs).build(inputs.units.front()));
  constexpr int kSources = 40;
  for (const Point place : {Point{20.0, 13.0}, {14.0, 18.0}, {46.0, 20.0}}) {
    double expected = 0.0;
    for (int i = 0; i < kSources; ++i) {
      RiskUnit there = inputs.units.front();
      const double t = (i + 0.5) / kSources;
      there.source = {std::lerp(from.x, to.x, t), std::lerp(from.y, to.y, t)};
      expected += risk_direct(inputs, there, place) / kSources;
    }
    BOOST_TEST(line.at(place.x, place.y) == expected, boost::test_tools::tolerance(0.02));
  }
}

BOOST_AUTO_TEST_CASE(cells_beside_the_line_hold_the_mean_of_the_integral) {
  for (const double cell_m : {10.0, 50.0}) {
    const GridSpec grid = cells_round_the_line(cell_m);
    const double middle_m = 24.0 * cell_m;
    // Cells on the line and within five cells of all of it hold means.
    const Point from{middle_m - 1.1 * cell_m, -0.7 * cell_m};
    const Point to{middle_m + 1.4 * cell_m, 0.9 * cell_m};
    for (const KindOfLine& kind : kinds_of_line()) {
      const auto kernel = kernel_of_line(kind);
      const PlacedKernel line = straight_line(from, to, kernel);
      const Raster<double> all = cells_of(grid, line);
      const FineSum fine(*kernel, from, to, kTurn_deg);
      for (const CellIndex cell : {CellIndex{24, 23}, {24, 24}, {23, 23}, {25, 22}, {22, 24}, {26, 24}, {21, 22}}) {
        const Point centre = grid.centre(cell);
        const double value = all.at(cell.column, cell.row);
        const auto ask = [&](Point there) { return fine.mean(there, cell_m); };
        const double expected = ask(centre);
        if (std::max(value, expected) < kLowestOfLine) continue;
        BOOST_TEST(FineSum::agrees(value, expected, centre, 0.1 * cell_m, ask),
                   kind.name << ", cell " << cell.column << " " << cell.row << " of " << cell_m << " m: " << value
                             << " instead of " << expected);
      }
    }
  }
}

// A cell that an effect narrower than a cell only grazes shows how means are kept between places of a source.
BOOST_AUTO_TEST_CASE(effects_narrower_than_a_cell_are_shared_out_to_half_a_per_cent) {
  const std::vector<KindOfLine> kinds{
      {"jet fire of 0.5 kg/s", {effect_case(1e-3, {small_jet(0.5)})}},
      {"jet fire of 3 kg/s", {effect_case(1e-3, {small_jet(3.0)})}},
      {"flash fire of 0.5 kg/s", {effect_case(1e-3, {FlashFireEvent{propane_release(0.5)}})}}};
  constexpr double kCell_m = 50.0;
  const GridSpec grid = cells_round_the_line(kCell_m);
  const double middle_m = 24.0 * kCell_m;
  const Point from{middle_m - 6.1 * kCell_m, -2.7 * kCell_m};
  const Point to{middle_m + 6.4 * kCell_m, 2.9 * kCell_m};
  for (const KindOfLine& kind : kinds) {
    const auto kernel = kernel_of_line(kind);
    const PlacedKernel line = straight_line(from, to, kernel);
    const Raster<double> all = cells_of(grid, line);
    double most = 0.0;
    for (std::int64_t row = 20; row < 28; ++row) most = std::max(most, all.at(23, row));
    BOOST_TEST(most > 1e-7);
    for (std::int64_t column = 22; column <= 25; ++column) {
      for (std::int64_t row = 22; row <= 26; ++row) {
        const double value = all.at(column, row);
        const double expected = mean_by_lattices(*kernel, from, to, grid.centre({column, row}), kCell_m);
        BOOST_TEST(std::abs(value - expected) <= 0.005 * most,
                   kind.name << ", cell " << column << " " << row << ": " << value << " instead of " << expected);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(cells_away_from_the_line_hold_the_integral_at_their_centres) {
  GridSpec grid;
  grid.cell_m = 10.0;
  grid.columns = 160;
  grid.rows = 160;
  grid.y_max = 800.0;
  const Point from{300.0, -110.0};
  const Point to{900.0, 170.0};
  for (const KindOfLine& kind : kinds_of_line()) {
    const auto kernel = kernel_of_line(kind);
    const PlacedKernel line = straight_line(from, to, kernel);
    const Raster<double> all = cells_of(grid, line);
    const FineSum fine(*kernel, from, to, kTurn_deg);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    for (std::int64_t n = 0; n < 400; ++n) {
      const CellIndex cell{(n * 37) % grid.columns, (n * 61) % grid.rows};
      const Point at = grid.centre(cell);
      const double along =
          std::clamp(((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length, 0.0, length);
      const double off =
          std::hypot(at.x - std::lerp(from.x, to.x, along / length), at.y - std::lerp(from.y, to.y, along / length));
      if (off < 52.0) continue;
      const double value = all.at(cell.column, cell.row);
      const auto ask = [&](Point there) { return fine.at({there}).front(); };
      const double expected = ask(at);
      if (std::max(value, expected) < kLowestOfLine) continue;
      BOOST_TEST(FineSum::agrees(value, expected, at, 1.0, ask),
                 kind.name << ", " << off << " m off: " << value << " instead of " << expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
