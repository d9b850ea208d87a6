// Fires and cloud explosions in the working method against direct integration, and what holds of them whatever the
// numbers.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "core/effects/effect.hpp"
#include "core/grid/parallel.hpp"
#include "core/kernels/kernel_builder.hpp"
#include "core/risk/risk_model.hpp"
#include "tests/core/risk/risk_direct.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

constexpr double kLowest = 1e-13;

const std::vector<std::pair<std::string, EffectEvent>>& every_kind() {
  static const std::vector<std::pair<std::string, EffectEvent>> kinds{
      {"fireball", fireball()},
      {"pool fire", pool_fire()},
      {"large pool fire", pool_fire(50.0)},
      {"jet fire", jet_fire()},
      {"jet fire along its own bearing", jet_fire(215.0)},
      {"flash fire", flash_fire()},
      {"multi-energy", cloud_explosion()},
      {"TNT equivalency", cloud_explosion(std::nullopt)}};
  return kinds;
}

RiskInputs inputs_of(const EffectEvent& event, WindRose rose) {
  RiskInputs inputs = inputs_with(std::move(rose), {unit_at("u", {500.0, 700.0}, {effect_case(1e-5, {event})})});
  inputs.units.front().convergence_deg = 1.3;
  return inputs;
}

/// The kernel of the first unit where it stands.
class Kernel {
 public:
  explicit Kernel(const RiskInputs& inputs)
      : grid_north_deg_(inputs.units.front().convergence_deg),
        kernel_(KernelBuilder(inputs).build(inputs.units.front())) {}

  [[nodiscard]] double at(double dx, double dy) const { return kernel_->at(dx, dy, grid_north_deg_); }
  [[nodiscard]] double reach_m() const { return kernel_->reach_m(); }
  [[nodiscard]] double cell_average(double dx, double dy, double cell_m) const {
    return kernel_->cell_average(dx, dy, cell_m, grid_north_deg_);
  }

 private:
  double grid_north_deg_;
  std::shared_ptr<const UnitKernel> kernel_;
};

Kernel kernel_of(const RiskInputs& inputs) { return Kernel(inputs); }

int check_against_oracle(const RiskInputs& inputs, const std::string& what, double lowest = kLowest) {
  const Kernel kernel = kernel_of(inputs);
  const Point source = inputs.units.front().source;
  int compared = 0;
  double bearing_deg = 3.0;
  for (double r = 2.0; r < kernel.reach_m(); r *= 1.23) {
    for (int turn = 0; turn < 4; ++turn) {
      bearing_deg += 76.3;
      const double angle = bearing_deg * std::numbers::pi / 180.0;
      const double dx = r * std::sin(angle);
      const double dy = r * std::cos(angle);
      const double value = kernel.at(dx, dy);
      const Point place{source.x + dx, source.y + dy};
      const double expected = risk_direct(inputs, place);
      if (std::max(value, expected) < lowest) continue;
      ++compared;
      const bool close = std::abs(value - expected) <= 0.01 * expected || taken_nearby(inputs, place, value);
      BOOST_TEST(close, what << ": r " << r << " m, bearing " << std::fmod(bearing_deg, 360.0) << ": " << value
                             << " instead of " << expected);
    }
  }
  return compared;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(effect_kernel)

BOOST_AUTO_TEST_CASE(every_kind_is_what_direct_integration_says) {
  const std::vector<Air> airs{{Stability::D, 4.5, 0.7}, {Stability::F, 1.5, 0.3}};
  for (const auto& [name, event] : every_kind()) {
    BOOST_TEST(check_against_oracle(inputs_of(event, rose_of(airs)), name) >= 5, name);
  }
}

BOOST_AUTO_TEST_CASE(kinds_together_with_a_toxic_release_and_an_explosion) {
  RiskInputs inputs = inputs_of(pool_fire(), rose_of({{Stability::C, 3.0, 1.0}}));
  std::vector<RiskCase>& cases = inputs.units.front().cases;
  cases.push_back(effect_case(3e-6, {cloud_explosion(), flash_fire()}));
  cases.push_back(effect_case(1e-6, {fireball()}));
  cases.push_back(explosion_case("bang", 2e-6, 300.0));
  cases.push_back(toxic_case("leak", 1e-5, 2.0, ammonia));
  BOOST_TEST(check_against_oracle(inputs, "mixed") > 20);
}

BOOST_AUTO_TEST_CASE(effects_that_happen_together_kill_survivors_only) {
  const std::vector<std::pair<std::string, std::vector<EffectEvent>>> together{
      {"pool fire and fireball", {pool_fire(), fireball(300.0)}},
      {"flash fire and explosion", {flash_fire(), cloud_explosion()}},
      {"jet fire and flash fire", {jet_fire(), flash_fire()}}};
  for (const auto& [name, effects] : together) {
    RiskInputs inputs = inputs_of(pool_fire(), rose_of({{Stability::D, 4.5, 0.6}, {Stability::F, 1.5, 0.4}}));
    inputs.units.front().cases = {effect_case(1e-5, effects)};
    BOOST_TEST(check_against_oracle(inputs, name) > 15);
  }
}

BOOST_AUTO_TEST_CASE(a_cut_off_of_unlikely_deaths_has_an_edge_of_its_own) {
  for (const double least : {0.01, 0.3}) {
    RiskInputs inputs = inputs_of(pool_fire(), rose_of({{Stability::D, 4.5, 0.6}, {Stability::F, 1.5, 0.4}}));
    inputs.harm.min_probability = least;
    BOOST_TEST(check_against_oracle(inputs, "pool fire, cut off") > 8);
    inputs.units.front().cases = {effect_case(1e-5, {jet_fire()})};
    BOOST_TEST(check_against_oracle(inputs, "jet fire, cut off") > 8);
    inputs.units.front().cases = {effect_case(1e-5, {fireball()})};
    BOOST_TEST(check_against_oracle(inputs, "fireball, cut off") > 8);
    inputs.units.front().cases = {toxic_case("leak", 1e-5, 4.0, ammonia),
                                  toxic_case("vent", 1e-5, 2.0, chlorine, 10.0)};
    // Where a plume's cut-off ends in a tip, so does what is left above it; there a table is less exact.
    BOOST_TEST(check_against_oracle(inputs, "toxic, cut off", 1e-8) > 15);
  }
}

BOOST_AUTO_TEST_CASE(a_fireball_knows_no_direction) {
  const Kernel kernel = kernel_of(inputs_of(fireball(), rose_of(all_airs)));
  for (const double r : {10.0, 100.0, 200.0, 260.0}) {
    const double north = kernel.at(0.0, r);
    BOOST_TEST(north > 0.0);
    for (double angle = 0.3; angle < 6.3; angle += 0.7) {
      BOOST_TEST(kernel.at(r * std::sin(angle), r * std::cos(angle)) == north, boost::test_tools::tolerance(1e-9));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_even_rose_makes_every_kind_round_but_the_jet_along_its_own_bearing) {
  for (const auto& [name, event] : every_kind()) {
    const RiskInputs inputs = inputs_of(event, even_rose({{Stability::D, 4.0, 1.0}}));
    const Kernel kernel = kernel_of(inputs);
    const double r = 0.3 * kernel.reach_m();
    const double north = kernel.at(0.0, r);
    const double south = kernel.at(0.0, -r);
    if (own_bearing_deg(event)) {
      BOOST_TEST(std::abs(north - south) > 0.1 * std::max(north, south), name);
    } else {
      BOOST_TEST(north == south, boost::test_tools::tolerance(1e-6));
      BOOST_TEST(kernel.at(r, 0.0) == north, boost::test_tools::tolerance(1e-6));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_turned_rose_turns_the_risk) {
  const std::vector<Air> airs{{Stability::D, 4.0, 1.0}};
  for (const auto& [name, event] : every_kind()) {
    if (own_bearing_deg(event)) continue;
    const Kernel kernel = kernel_of(inputs_of(event, rose_of(airs)));
    const Kernel turned = kernel_of(inputs_of(event, rose_of(airs, 90.0)));
    for (const double r : {0.1 * kernel.reach_m(), 0.4 * kernel.reach_m()}) {
      for (double angle = 0.2; angle < 6.3; angle += 0.9) {
        const double dx = r * std::sin(angle);
        const double dy = r * std::cos(angle);
        // A quarter turn clockwise takes (east, north) to (north, -east).
        BOOST_TEST(turned.at(dy, -dx) == kernel.at(dx, dy), boost::test_tools::tolerance(1e-6));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_rose_keeps_the_mean_around_a_circle) {
  // Whatever the rose, the mean over bearings is that of the even rose with the same air.
  const std::vector<Air> airs{{Stability::D, 4.0, 1.0}};
  for (const auto& [name, event] : every_kind()) {
    if (own_bearing_deg(event)) continue;
    const Kernel even = kernel_of(inputs_of(event, even_rose(airs)));
    const Kernel rose = kernel_of(inputs_of(event, rose_of(airs)));
    const double r = 0.25 * even.reach_m();
    double mean = 0.0;
    constexpr int kPlaces = 3600;
    for (int i = 0; i < kPlaces; ++i) {
      const double angle = 2.0 * std::numbers::pi * i / kPlaces;
      mean += rose.at(r * std::sin(angle), r * std::cos(angle)) / kPlaces;
    }
    BOOST_TEST(mean == even.at(r, 0.0), boost::test_tools::tolerance(1e-3));
  }
}

BOOST_AUTO_TEST_CASE(risk_on_the_unit_is_the_frequency_of_fires_that_stand_on_it) {
  for (const EffectEvent& event : {fireball(), pool_fire()}) {
    BOOST_TEST(kernel_of(inputs_of(event, rose_of(all_airs))).at(0.0, 0.0) == 1e-5, boost::test_tools::tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(risk_is_proportional_to_frequency_and_never_above_it) {
  for (const auto& [name, event] : every_kind()) {
    RiskInputs inputs = inputs_of(event, rose_of({{Stability::D, 4.0, 1.0}}));
    const Kernel once = kernel_of(inputs);
    inputs.units.front().cases.front().frequency_per_year *= 3.0;
    const Kernel thrice = kernel_of(inputs);
    for (double r = 1.0; r < once.reach_m(); r *= 1.7) {
      BOOST_TEST(once.at(r, 0.4 * r) <= 1e-5 * (1.0 + 1e-6));
      if (once.at(r, 0.4 * r) < kLowest) continue;
      BOOST_TEST(thrice.at(r, 0.4 * r) == 3.0 * once.at(r, 0.4 * r), boost::test_tools::tolerance(0.01));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cell_on_a_fire_holds_the_mean_over_its_area) {
  for (const auto& [name, event] : every_kind()) {
    const Kernel kernel = kernel_of(inputs_of(event, rose_of({{Stability::D, 4.0, 1.0}})));
    constexpr int kParts = 200;
    double sum = 0.0;
    for (int i = 0; i < kParts; ++i) {
      for (int j = 0; j < kParts; ++j) {
        sum += kernel.at(22.0 + 10.0 * ((i + 0.5) / kParts - 0.5), -14.0 + 10.0 * ((j + 0.5) / kParts - 0.5));
      }
    }
    const double mean = sum / (kParts * kParts);
    if (mean < kLowest) continue;  // behind a jet that points elsewhere
    BOOST_TEST(kernel.cell_average(22.0, -14.0, 10.0) == mean, boost::test_tools::tolerance(0.01));
  }
}

/// Of the square cell around a place, from 100 x 100 places.
double mean_around(const Kernel& kernel, double x_m, double y_m, double cell_m) {
  constexpr int kParts = 100;
  double sum = 0.0;
  for (int i = 0; i < kParts * kParts; ++i) {
    const double east = (i % kParts + 0.5) / kParts - 0.5;
    const double north = (static_cast<double>(i / kParts) + 0.5) / kParts - 0.5;
    sum += kernel.at(x_m + cell_m * east, y_m + cell_m * north);
  }
  return sum / (kParts * kParts);
}

/// Within 1 %, or the mean of a cell that lies no more than a tenth of its edge beside it: a jet that does not turn has an edge.
bool holds_the_mean(const Kernel& kernel, double x_m, double y_m, double cell_m) {
  const double average = kernel.cell_average(x_m, y_m, cell_m);
  const double mean = mean_around(kernel, x_m, y_m, cell_m);
  if (mean < kLowest || std::abs(average - mean) <= 0.01 * mean) return true;
  double least = mean;
  double most = mean;
  for (const auto& [east, north] :
       {std::pair(0.1, 0.0), std::pair(-0.1, 0.0), std::pair(0.0, 0.1), std::pair(0.0, -0.1)}) {
    const double beside = mean_around(kernel, x_m + east * cell_m, y_m + north * cell_m, cell_m);
    least = std::min(least, beside);
    most = std::max(most, beside);
  }
  return average >= least && average <= most;
}

BOOST_AUTO_TEST_CASE(cells_around_a_fire_hold_their_means_wherever_its_edges_end) {
  for (const auto& [name, event] : every_kind()) {
    const Kernel kernel = kernel_of(inputs_of(event, rose_of({{Stability::D, 4.0, 0.7}, {Stability::F, 1.5, 0.3}})));
    for (int column = -4; column <= 4; column += 2) {
      for (int row = -4; row <= 4; row += 2) {
        BOOST_TEST(holds_the_mean(kernel, 10.0 * column + 2.0, 10.0 * row - 3.0, 10.0),
                   name << " in column " << column << " and row " << row);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(same_bytes_for_any_threads_bands_and_cache) {
  RiskInputs inputs;
  inputs.rose = rose_of({{Stability::D, 4.0, 0.6}, {Stability::F, 1.5, 0.4}});
  inputs.harm = aqt3046();
  double x = 100.0;
  for (const auto& [name, event] : every_kind()) {
    inputs.units.push_back(unit_at(name, {x, 300.0 - 0.4 * x}, {effect_case(1e-5, {event})}));
    x += 90.0;
  }
  GridSpec grid;
  grid.y_max = 600.0;
  grid.cell_m = 10.0;
  grid.columns = 90;
  grid.rows = 70;
  const auto map = [&](int thread_count, std::int64_t rows, std::size_t cache) {
    set_threads(thread_count);
    const RiskModel model(inputs, {cache, 0});
    Raster<double> raster(grid.columns, grid.rows);
    for (std::int64_t row = 0; row < grid.rows; row += rows) {
      const std::int64_t end = std::min(grid.rows, row + rows);
      Raster<double> band(grid.columns, end - row);
      model.accumulate_rows(grid, row, end, band.view());
      std::copy(band.data().begin(), band.data().end(), raster.data().begin() + row * grid.columns);
    }
    set_threads(2);
    return raster;
  };
  const Raster<double> expected = map(1, 70, std::size_t{1} << 30);
  BOOST_TEST(*std::max_element(expected.data().begin(), expected.data().end()) > 1e-6);
  for (const auto& [thread_count, rows, cache] :
       {std::tuple{2, 70, std::size_t{1} << 30}, std::tuple{7, 70, std::size_t{1}}, std::tuple{1, 9, std::size_t{1}}}) {
    const Raster<double> other = map(thread_count, rows, cache);
    BOOST_TEST(std::memcmp(other.data().data(), expected.data().data(), expected.data().size() * sizeof(double)) == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
