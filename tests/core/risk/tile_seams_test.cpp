// Blocks of a map meet without a seam, whatever kind of accident it shows: the map's error against the risk itself does not step
// where one block ends and the next begins.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/kernels/risk_tree.hpp"
#include "core/risk/risk_model.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

constexpr std::int64_t kLeastBlock = 16;

struct Kind {
  std::string name;
  RiskCase one;
  double cell_m;  ///< so that its risk reaches over several blocks
};

RiskCase dense_case() {
  RiskCase c = toxic_case("dense", 1e-4, 3.0, chlorine);
  c.toxic->dispersion = dense_dispersion;
  c.toxic->gas.molar_mass_kg_mol = 0.0709;
  c.toxic->gas.temperature_K = 293.15;
  c.toxic->gas.density_kg_m3 = 2.95;
  return c;
}

std::vector<Kind> every_kind() {
  return {{"toxic", toxic_case("toxic", 1e-4, 5.0, chlorine), 5.0},
          {"dense", dense_case(), 5.0},
          {"explosion", explosion_case("explosion", 1e-5, 5000.0), 0.5},
          {"fireball", effect_case(1e-5, {fireball(20000.0)}), 1.0},
          {"pool fire", effect_case(1e-5, {pool_fire()}), 0.5},
          {"jet fire", effect_case(1e-5, {jet_fire()}), 0.5},
          {"jet fire along its bearing", effect_case(1e-5, {jet_fire(70.0)}), 0.5},
          {"flash fire", effect_case(1e-5, {flash_fire()}), 1.0},
          {"cloud explosion", effect_case(1e-5, {cloud_explosion()}), 1.0}};
}

/// Two top blocks wide and high and a little more; the source near where they meet, on no edge.
GridSpec grid_around(double cell_m) {
  GridSpec grid;
  grid.cell_m = cell_m;
  grid.columns = 2 * RiskTree::root_cells + 40;
  grid.rows = 2 * RiskTree::root_cells + 40;
  grid.x_min = -531.3 * cell_m;
  grid.y_max = 498.7 * cell_m;
  return grid;
}

/// The largest step of the relative error from a cell to the next.
struct Steps {
  double inside = 0.0;
  double across = 0.0;  ///< where a block ends between the two
  std::size_t compared = 0;
};

class Errors {
 public:
  explicit Errors(const Kind& kind)
      : grid_(grid_around(kind.cell_m)),
        model_(inputs_with(rose_of({{Stability::D, 4.0, 0.7}, {Stability::F, 1.5, 0.3}}),
                           {unit_at("u", {0.0, 0.0}, {kind.one})})),
        map_(grid_.columns, grid_.rows) {
    model_.accumulate_rows(grid_, 0, grid_.rows, map_.view());
  }

  [[nodiscard]] Steps steps() const {
    constexpr std::int64_t kStride = 41;  // lines of cells apart, in both directions
    Steps all;
    for (std::int64_t line = 3; line < std::min(grid_.rows, grid_.columns); line += kStride) {
      along(
          all,
          [line](std::int64_t i) {
            return CellIndex{i, line};
          },
          grid_.columns);
      along(
          all,
          [line](std::int64_t i) {
            return CellIndex{line, i};
          },
          grid_.rows);
    }
    return all;
  }

 private:
  template <class CellAt>
  void along(Steps& all, CellAt cell_at, std::int64_t count) const {
    const PlacedKernel kernel = model_.placed(model_.all_units()).front();
    std::optional<double> before;
    for (std::int64_t i = 0; i < count; ++i) {
      const std::optional<double> here = error(kernel, cell_at(i));
      if (here && before) {
        double& most = i % kLeastBlock == 0 ? all.across : all.inside;
        most = std::max(most, std::abs(*here - *before));
        ++all.compared;
      }
      before = here;
    }
  }

  /// None near the source, where a cell holds its mean, nor where next to nobody dies.
  [[nodiscard]] std::optional<double> error(const PlacedKernel& kernel, CellIndex cell) const {
    constexpr double kAveraged = 6.5;
    constexpr double kLeast_per_year = 1e-13;
    const Point place = grid_.centre(cell);
    const double risk = kernel.at(place.x, place.y);
    if (std::hypot(place.x, place.y) < kAveraged * grid_.cell_m || !(risk > kLeast_per_year)) return std::nullopt;
    return map_.at(cell.column, cell.row) / risk - 1.0;
  }

  GridSpec grid_;
  RiskModel model_;
  Raster<double> map_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tile_seams)

BOOST_AUTO_TEST_CASE(no_seam_shows_where_blocks_meet) {
  for (const Kind& kind : every_kind()) {
    const Steps steps = Errors(kind).steps();
    BOOST_TEST_CONTEXT(kind.name << ": inside " << steps.inside << ", across " << steps.across) {
      BOOST_TEST(steps.compared > 400U);
      BOOST_TEST(steps.inside < 1e-3);
      BOOST_TEST(steps.across < 2e-3);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
