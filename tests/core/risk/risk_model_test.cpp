#include "core/risk/risk_model.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <csignal>
#include <cstring>
#include <numbers>
#include <vector>

#include "core/grid/parallel.hpp"
#include "models/base/error.hpp"
#include "tests/core/risk/risk_direct.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::vector<Air> two_airs{{Stability::D, 4.0, 0.7}, {Stability::F, 1.5, 0.3}};

std::vector<RiskUnit> three_units() {
  std::vector<RiskUnit> units{
      unit_at("a", {503.0, 498.0}, {toxic_case("a1", 1e-4, 2.0, ammonia)}),
      unit_at("b", {900.0, 300.0}, {toxic_case("b1", 1e-5, 0.5, chlorine, 5.0), explosion_case("b2", 1e-6, 500.0)}),
      unit_at("c", {-2500.0, 500.0}, {toxic_case("c1", 1e-5, 20.0, chlorine)})};
  units[1].is_new = true;
  return units;
}

GridSpec grid_of(double cell_m, double x_min = 0.0, double y_max = 1000.0, std::int64_t cells = 100) {
  GridSpec grid;
  grid.x_min = x_min;
  grid.y_max = y_max;
  grid.cell_m = cell_m;
  grid.columns = cells;
  grid.rows = cells;
  return grid;
}

Raster<double> stamped(const RiskModel& model, const GridSpec& grid, std::int64_t rows_at_once) {
  Raster<double> all(grid.columns, grid.rows);
  for (std::int64_t row = 0; row < grid.rows; row += rows_at_once) {
    const std::int64_t end = std::min(row + rows_at_once, grid.rows);
    model.accumulate_rows(grid, row, end, all.view().window(0, row, grid.columns, end - row));
  }
  return all;
}

double risk_at(const RiskModel& model, Point place) { return model.risk_at(place, model.all_units()); }

Point around(Point centre, double r_m, double bearing_deg) {
  const double angle = bearing_deg * std::numbers::pi / 180.0;
  return {centre.x + r_m * std::sin(angle), centre.y + r_m * std::cos(angle)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(risk_model)

BOOST_AUTO_TEST_CASE(trap_mirrored_axes_wind_from_the_north_endangers_the_south) {
  WindRose rose;
  rose.rows = {{0.0, Stability::D, 4.0, 1.0}};
  const RiskModel model(inputs_with(rose, {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 5.0, ammonia)})}));
  const double south = risk_at(model, {0.0, -200.0});
  BOOST_TEST(south > 1e-6);
  BOOST_TEST(risk_at(model, {0.0, 200.0}) < 1e-9 * south);
  BOOST_TEST(risk_at(model, {200.0, 0.0}) < 1e-9 * south);
}

BOOST_AUTO_TEST_CASE(trap_mirrored_axes_wind_from_the_west_endangers_the_east) {
  WindRose rose;
  rose.rows = {{270.0, Stability::D, 4.0, 1.0}};
  const RiskModel model(inputs_with(rose, {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 5.0, ammonia)})}));
  BOOST_TEST(risk_at(model, {200.0, 0.0}) > 1e-6);
  BOOST_TEST(risk_at(model, {-200.0, 0.0}) < 1e-15);
}

BOOST_AUTO_TEST_CASE(trap_grid_north_convergence_turns_true_bearings_into_the_grid) {
  // Grid north points 5 degrees east of true north, so true south is grid bearing 175.
  WindRose rose;
  rose.rows = {{0.0, Stability::F, 2.0, 1.0}};
  RiskUnit unit = unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 5.0, ammonia)});
  const RiskModel straight(inputs_with(rose, {unit}));
  unit.convergence_deg = 5.0;
  const RiskModel turned(inputs_with(rose, {unit}));
  for (const double bearing : {160.0, 175.0, 180.0, 193.0}) {
    BOOST_TEST(risk_at(turned, around({}, 600.0, bearing - 5.0)) == risk_at(straight, around({}, 600.0, bearing)),
               boost::test_tools::tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(turning_the_rose_turns_the_field) {
  const auto units = [] { return std::vector{unit_at("u", {10.0, 20.0}, {toxic_case("c", 1e-4, 5.0, chlorine)})}; };
  const RiskModel straight(inputs_with(rose_of(two_airs), units()));
  const RiskModel turned(inputs_with(rose_of(two_airs, 37.5), units()));
  for (const double r : {40.0, 333.0, 2500.0}) {
    for (double bearing = 1.0; bearing < 360.0; bearing += 23.0) {
      BOOST_TEST(risk_at(turned, around({10.0, 20.0}, r, bearing + 37.5)) ==
                     risk_at(straight, around({10.0, 20.0}, r, bearing)),
                 boost::test_tools::tolerance(1e-3));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_even_rose_gives_circles) {
  const RiskModel model(
      inputs_with(even_rose(two_airs), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 5.0, chlorine)})}));
  for (const double r : {20.0, 150.0, 1100.0}) {
    const double north = risk_at(model, {0.0, r});
    BOOST_TEST(north > 0.0);
    for (double bearing = 0.0; bearing < 360.0; bearing += 11.3) {
      BOOST_TEST(risk_at(model, around({}, r, bearing)) == north, boost::test_tools::tolerance(2e-5));
    }
  }
}

BOOST_AUTO_TEST_CASE(contours_have_no_spokes) {
  // Around the source risk may rise and fall with the rose, but not oscillate from node to node: on a fine circle the
  // number of turning points stays that of the rose (two favoured directions per air).
  const RiskModel model(
      inputs_with(rose_of(two_airs), {unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 5.0, chlorine)})}));
  for (const double r : {50.0, 400.0, 3000.0}) {
    std::vector<double> ring;
    for (int i = 0; i < 7200; ++i) ring.push_back(risk_at(model, around({}, r, 0.05 * i)));
    int turns = 0;
    const double noise = 2e-5 * *std::max_element(ring.begin(), ring.end());
    double extreme = ring.front();
    bool rising = true;
    for (const double value : ring) {
      if (rising ? value > extreme : value < extreme) extreme = value;
      if (std::abs(value - extreme) > noise) {
        rising = !rising;
        extreme = value;
        ++turns;
      }
    }
    BOOST_TEST(turns <= 9, "at " << r << " m: " << turns);
  }
}

BOOST_AUTO_TEST_CASE(frequencies_doubled_double_the_risk) {
  std::vector<RiskUnit> doubled = three_units();
  for (RiskUnit& unit : doubled) {
    for (RiskCase& c : unit.cases) c.frequency_per_year *= 2.0;
  }
  const RiskModel once(inputs_with(rose_of(two_airs), three_units()));
  const RiskModel twice(inputs_with(rose_of(two_airs), doubled));
  for (const Point place : {Point{0.0, 0.0}, Point{520.0, 480.0}, Point{910.0, 310.0}, Point{2000.0, 3000.0}}) {
    BOOST_TEST(risk_at(twice, place) == 2.0 * risk_at(once, place), boost::test_tools::tolerance(1e-5));
  }
}

BOOST_AUTO_TEST_CASE(risk_is_the_sum_over_units_and_contributions_tell_the_shares) {
  const RiskModel model(inputs_with(rose_of(two_airs), three_units()));
  const Point place{800.0, 400.0};
  double sum = 0.0;
  for (const std::size_t& unit : model.all_units()) sum += model.risk_at(place, {&unit, 1});
  BOOST_TEST(sum == risk_at(model, place), boost::test_tools::tolerance(1e-15));

  const auto all = model.contributions(place, model.all_units(), 10);
  BOOST_REQUIRE(all.size() == 3U);
  BOOST_TEST(all[0].risk_per_year >= all[1].risk_per_year);
  BOOST_TEST(all[1].risk_per_year >= all[2].risk_per_year);
  BOOST_TEST(all[0].risk_per_year == model.risk_at(place, {&all[0].unit, 1}));
  BOOST_TEST(model.contributions(place, model.all_units(), 2).size() == 2U);
}

BOOST_AUTO_TEST_CASE(equal_contributions_come_in_the_order_of_the_units) {
  const RiskCase bang = explosion_case("x", 1e-6, 1000.0);
  const RiskModel model(inputs_with(
      even_rose(two_airs),
      {unit_at("a", {0.0, 0.0}, {bang}), unit_at("b", {0.0, 0.0}, {bang}), unit_at("far", {900.0, 0.0}, {bang})}));
  const auto all = model.contributions({10.0, 0.0}, model.all_units(), 3);
  BOOST_REQUIRE(all.size() == 2U);  // zeros are left out
  BOOST_TEST(all[0].unit == 0U);
  BOOST_TEST(all[1].unit == 1U);
}

BOOST_AUTO_TEST_CASE(an_explosion_is_a_disc_of_its_frequency) {
  const RiskModel model(
      inputs_with(even_rose(two_airs), {unit_at("u", {0.0, 0.0}, {explosion_case("x", 1e-6, 1000.0)})}));
  BOOST_TEST(std::abs(model.reach_m(0) - 67.9) < 0.05);
  BOOST_TEST(risk_at(model, {67.8, 0.0}) == 1e-6);
  BOOST_TEST(risk_at(model, {0.0, -68.1}) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_unit_without_cases_casts_no_risk) {
  const RiskModel model(inputs_with(rose_of(two_airs), {unit_at("u", {0.0, 0.0}, {})}));
  BOOST_TEST(model.reach_m(0) == 0.0);
  BOOST_TEST(risk_at(model, {0.0, 0.0}) == 0.0);
}

BOOST_AUTO_TEST_CASE(trap_calm_counts_as_one_metre_per_second) {
  const auto unit = [] { return std::vector{unit_at("u", {0.0, 0.0}, {toxic_case("c", 1e-4, 1.0, ammonia)})}; };
  const RiskModel calm(inputs_with(even_rose({{Stability::F, 0.0, 1.0}}), unit()));
  const RiskModel slow(inputs_with(even_rose({{Stability::F, 1.0, 1.0}}), unit()));
  BOOST_TEST(risk_at(slow, {300.0, 0.0}) > 0.0);
  BOOST_TEST(risk_at(calm, {300.0, 0.0}) == risk_at(slow, {300.0, 0.0}));
}

BOOST_AUTO_TEST_CASE(rasters_hold_centre_values_away_from_the_sources_and_averages_beside_them) {
  const RiskModel model(inputs_with(rose_of(two_airs), three_units()));
  const GridSpec grid = grid_of(10.0);
  const Raster<double> raster = stamped(model, grid, 100);
  BOOST_TEST(raster.at(10, 10) == risk_at(model, grid.centre({10, 10})), boost::test_tools::tolerance(2e-3));
  // Cell (50, 50) holds the source of unit a; its mean by brute force from the oracle.
  double mean = 0.0;
  for (int i = 0; i < 40; ++i) {
    for (int j = 0; j < 40; ++j) {
      mean += risk_direct(model.inputs(), {500.125 + 0.25 * i, 490.125 + 0.25 * j}) / 1600.0;
    }
  }
  BOOST_TEST(raster.at(50, 50) == mean, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(the_total_of_a_raster_does_not_depend_on_where_the_grid_starts) {
  std::vector<RiskUnit> units{unit_at("a", {503.0, 498.0}, {toxic_case("a1", 1e-4, 0.05, ammonia)})};
  const RiskModel model(inputs_with(rose_of(two_airs), units));
  std::vector<double> totals;
  for (const double shift : {0.0, 2.5, 5.0, 8.1}) {
    const Raster<double> raster = stamped(model, grid_of(10.0, -500.0 + shift, 1500.0 - 0.7 * shift, 200), 200);
    double total = 0.0;
    for (const double value : raster.data()) total += value;
    totals.push_back(total);
  }
  for (const double total : totals) BOOST_TEST(total == totals.front(), boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_CASE(same_bytes_for_any_threads_memory_and_cutting) {
  const GridSpec grid = grid_of(10.0, 0.0, 1000.0, 700);  // more than one top block
  const int before = threads();
  set_threads(1);
  const RiskModel reference(inputs_with(rose_of(two_airs), three_units()));
  const Raster<double> expected = stamped(reference, grid, grid.rows);
  for (const int count : {2, 7}) {
    set_threads(count);
    for (const std::size_t bytes : {RiskBudget::default_kernel_bytes, std::size_t{1}}) {
      const RiskModel model(inputs_with(rose_of(two_airs), three_units()),
                            {bytes, bytes == 1 ? RiskTree::root_cells : 0});
      const Raster<double> raster = stamped(model, grid, count == 2 ? grid.rows : 37);
      BOOST_TEST(std::memcmp(raster.data().data(), expected.data().data(), expected.data().size_bytes()) == 0,
                 count << " threads, kernels in " << bytes << " bytes");
    }
  }
  set_threads(before);
}

BOOST_AUTO_TEST_CASE(new_units_are_kept_apart_too) {
  const RiskModel model(inputs_with(rose_of(two_airs), three_units()));
  const GridSpec grid = grid_of(10.0);
  Raster<double> all(grid.columns, grid.rows);
  Raster<double> new_only(grid.columns, grid.rows);
  RasterView<double> new_view = new_only.view();
  model.accumulate_rows(grid, 0, grid.rows, all.view(), &new_view);
  const std::size_t new_unit = 1;
  BOOST_TEST(new_only.at(20, 20) == model.risk_at(grid.centre({20, 20}), {&new_unit, 1}),
             boost::test_tools::tolerance(2e-3));
  BOOST_TEST(all.at(20, 20) > new_only.at(20, 20));
}

BOOST_AUTO_TEST_CASE(kernels_take_the_memory_that_was_announced) {
  const RiskModel model(inputs_with(rose_of(two_airs), three_units()));
  BOOST_TEST(model.kernels().held_bytes() == 0U);
  model.build_kernels(nullptr);
  std::size_t sum = 0;
  for (const std::size_t unit : model.all_units()) sum += model.kernel(unit)->bytes();
  BOOST_TEST(model.kernels().held_bytes() == sum);
  BOOST_TEST(static_cast<double>(sum) == static_cast<double>(model.kernels().all_bytes()),
             boost::test_tools::tolerance(0.2));
}

BOOST_AUTO_TEST_CASE(equal_units_share_a_kernel_wherever_they_stand) {
  std::vector<RiskUnit> units = three_units();
  units.push_back(units.front());
  units.back().id = "again";
  units.back().source = {-300.0, 40.0};
  units.back().convergence_deg = 2.0;
  const RiskModel model(inputs_with(rose_of(two_airs), units));
  BOOST_TEST(model.kernels().distinct() == 3U);
  BOOST_TEST(model.kernel(0) == model.kernel(3));
  const std::size_t again = 3;
  const std::size_t first = 0;
  const Point there = around({503.0, 498.0}, 400.0, 77.0);
  const Point here = around({-300.0, 40.0}, 400.0, 75.0);
  BOOST_TEST(model.risk_at(here, {&again, 1}) == model.risk_at(there, {&first, 1}), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_kernel_that_may_be_held_is_built_once) {
  const RiskModel model(inputs_with(rose_of(two_airs), three_units()));
  const auto before = model.kernel(0);
  model.build_kernels(nullptr);
  BOOST_TEST(model.kernel(0) == before);
  const RiskModel forgetful(inputs_with(rose_of(two_airs), three_units()), {1, 0});
  BOOST_TEST(forgetful.kernel(0) != forgetful.kernel(0));
}

BOOST_AUTO_TEST_CASE(an_interrupt_stops_the_work) {
  class Cancelled : public Progress {
   public:
    void report(std::string_view, double) override {}
    [[nodiscard]] bool cancelled() const override { return true; }
  };
  Cancelled stop;
  const RiskModel model(inputs_with(rose_of(two_airs), three_units()));
  const GridSpec grid = grid_of(10.0);
  Raster<double> all(grid.columns, grid.rows);
  BOOST_CHECK_THROW(model.accumulate_rows(grid, 0, grid.rows, all.view(), nullptr, &stop), Interrupted);
}

BOOST_AUTO_TEST_CASE(risk_is_a_probability_however_often_an_accident_is_said_to_happen) {
  const WindRose rose = even_rose(two_airs);
  const RiskModel model(inputs_with(rose, {unit_at("a", {500.0, 500.0}, {explosion_case("a1", 1e5, 500.0)})}));
  BOOST_TEST(risk_at(model, {505.0, 505.0}) == 1.0);
  const GridSpec grid = grid_of(10.0);
  const Raster<double> all = stamped(model, grid, 50);
  BOOST_TEST(*std::max_element(all.data().begin(), all.data().end()) == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
