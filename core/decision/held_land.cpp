#include "core/decision/held_land.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <limits>
#include <mutex>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/geometry/box_index.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/grid/parallel.hpp"
#include "core/kernels/risk_tree.hpp"
#include "core/rating/four_colours.hpp"
#include "core/risk/all_frequencies.hpp"
#include "core/zones/population_grid.hpp"
#include "models/base/error.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

constexpr TargetClass kHomes = TargetClass::general_1;  // as strict as schools and hospitals
constexpr std::int64_t kRowsAtOnce = 64;

/// Units that one limit judges together.
struct HeldBy {
  const std::vector<std::size_t>* units;
  double limit_per_year;
};

std::vector<HeldBy> tests_of(const Enterprise& enterprise, const RulePack& rules) {
  std::vector<HeldBy> tests;
  if (enterprise.computed.size() > enterprise.fresh.size())
    tests.push_back({&enterprise.computed, rules.individual_risk_existing.of(kHomes).value});
  if (!enterprise.fresh.empty()) tests.push_back({&enterprise.fresh, rules.individual_risk_new.of(kHomes).value});
  return tests;
}

std::vector<PlacedKernel> kernels_of(const Assessment& assessment, const Projection& projection,
                                     const std::vector<std::size_t>& units, const EnterpriseState& state) {
  std::vector<PlacedKernel> kernels = assessment.risk.placed(units);
  if (state.east_m == 0.0 && state.north_m == 0.0) return kernels;
  for (PlacedKernel& kernel : kernels) {
    kernel.x_m += state.east_m;
    kernel.y_m += state.north_m;
    kernel.grid_north_deg = projection.convergence_deg({kernel.x_m, kernel.y_m});
  }
  return kernels;
}

/// Where kernels together may exceed a level.
Bounds around(const std::vector<PlacedKernel>& kernels, double level_per_year) {
  const double each = level_per_year / static_cast<double>(std::max<std::size_t>(kernels.size(), 1));
  Bounds box = kernels.front().bounds();
  for (const PlacedKernel& kernel : kernels) {
    const double reach = kernel.kernel->reach_above_m(each);
    const Bounds one = grown(kernel.bounds(), reach);
    box = {std::min(box.x_min, one.x_min), std::min(box.y_min, one.y_min), std::max(box.x_max, one.x_max),
           std::max(box.y_max, one.y_max)};
  }
  return box;
}

CellWindow together(const CellWindow& a, const CellWindow& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const std::int64_t column = std::min(a.column, b.column);
  const std::int64_t row = std::min(a.row, b.row);
  return {column, row, std::max(a.column + a.columns, b.column + b.columns) - column,
          std::max(a.row + a.rows, b.row + b.rows) - row};
}

/// A part of the result: cells of a window of its own.
template <class Held>
void join(HeldCells& all, const CellWindow& window, Held held) {
  const CellWindow whole = together(all.window, window);
  if (whole.empty()) return;
  Raster<std::uint8_t> larger(whole.columns, whole.rows, 0);
  for (std::int64_t row = 0; row < all.window.rows; ++row) {
    for (std::int64_t column = 0; column < all.window.columns; ++column) {
      larger.at(all.window.column - whole.column + column, all.window.row - whole.row + row) = all.held.at(column, row);
    }
  }
  for (std::int64_t row = 0; row < window.rows; ++row) {
    for (std::int64_t column = 0; column < window.columns; ++column) {
      if (held(CellIndex{column, row}))
        larger.at(window.column - whole.column + column, window.row - whole.row + row) = 1;
    }
  }
  all.window = whole;
  all.held = std::move(larger);
}

void add_risk_cells(const Assessment& assessment, const Projection& projection, const HeldBy& test,
                    const EnterpriseState& state, HeldCells& all, Progress* progress) {
  const GridSpec& grid = assessment.study.grid;
  // Half the frequency exceeds a limit where the whole exceeds twice the limit.
  const double level = test.limit_per_year / state.share;
  const std::vector<PlacedKernel> kernels = kernels_of(assessment, projection, *test.units, state);
  const CellWindow window = window_over(grid, around(kernels, level));
  if (window.empty()) return;
  const GridSpec part = cropped(grid, window);
  RiskTree tree(part, 0, part.rows, false, RiskScale(all_frequencies(assessment.risk, *test.units)));
  tree.stamp(kernels, progress);
  tree.settle(progress);
  Raster<double> risk(part.columns, part.rows);
  tree.read_rows(0, part.rows, risk.view(), nullptr);
  join(all, window, [&](CellIndex cell) { return exceeds(risk.at(cell.column, cell.row), level); });
}

void add_charge_cells(const Assessment& assessment, std::size_t unit, const EnterpriseState& state, HeldCells& all) {
  const Study& study = assessment.study;
  const UnitStatus& status = assessment.statuses[unit];
  if (!status.explosive || !status.charge) return;
  const BlastCurve curve = blast_curve_from(study.criteria.rules.blast_curve).value();
  const double limit = study.criteria.rules.overpressure.of(kHomes).value;
  const Geometry shape = translated(study.units[unit].geometry, state.east_m, state.north_m);
  const OverpressureRings rings(shape, status.charge->tnt_kg, curve, {limit, limit, limit});
  const Bounds box = bounds(shape);
  const double reach = rings.reach_m();
  const CellWindow window =
      window_over(study.grid, {box.x_min - reach, box.y_min - reach, box.x_max + reach, box.y_max + reach});
  if (window.empty()) return;
  const GridSpec part = cropped(study.grid, window);
  join(all, window, [&](CellIndex cell) { return rings.colour_at(part.centre(cell)) != ColourCode::blue; });
}

/// The lowest of all classes.
double strictest(const LimitTable& limits) {
  double lowest = limits.by_class.front().value;
  for (const Limit& limit : limits.by_class) lowest = std::min(lowest, limit.value);
  return lowest;
}

void include(std::optional<Bounds>& all, const Bounds& box) {
  if (!all) {
    all = box;
    return;
  }
  *all = {std::min(all->x_min, box.x_min), std::min(all->y_min, box.y_min), std::max(all->x_max, box.x_max),
          std::max(all->y_max, box.y_max)};
}

}  // namespace

std::optional<Bounds> reach_of(const Assessment& assessment, const Enterprise& enterprise) {
  const Study& study = assessment.study;
  const RulePack& rules = study.criteria.rules;
  std::optional<Bounds> reach;
  if (enterprise.computed.size() > enterprise.fresh.size())
    include(reach, around(assessment.risk.placed(enterprise.computed), strictest(rules.individual_risk_existing)));
  if (!enterprise.fresh.empty())
    include(reach, around(assessment.risk.placed(enterprise.fresh), strictest(rules.individual_risk_new)));
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  for (const std::size_t unit : enterprise.units) {
    const UnitStatus& status = assessment.statuses[unit];
    if (!status.explosive || !status.charge) continue;
    constexpr double kEverywhere_m = std::numeric_limits<double>::infinity();
    const double within_m =
        distance_to_overpressure_m(curve, status.charge->tnt_kg, strictest(rules.overpressure)).value_or(kEverywhere_m);
    include(reach, grown(bounds(study.units[unit].geometry), within_m));
  }
  return reach;
}

HeldCells held_cells(const Assessment& assessment, const Projection& projection, const Enterprise& enterprise,
                     const EnterpriseState& state, Progress* progress) {
  HeldCells all;
  for (const HeldBy& test : tests_of(enterprise, assessment.study.criteria.rules))
    add_risk_cells(assessment, projection, test, state, all, progress);
  for (const std::size_t unit : enterprise.units) add_charge_cells(assessment, unit, state, all);
  return all;
}

Raster<double> people_of_district(const Study& study, const Progress* progress) {
  const GridSpec& grid = study.grid;
  Raster<double> people(grid.columns, grid.rows, 0.0);
  for (std::int64_t first = 0; study.population && first < grid.rows; first += kRowsAtOnce) {
    if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
    const CellWindow band{0, first, grid.columns, std::min(kRowsAtOnce, grid.rows - first)};
    const PopulationGrid spread = spread_over(cropped(grid, band), *study.population);
    const double day = study.population->day_fraction;
    for (std::int64_t row = 0; row < band.rows; ++row) {
      for (std::int64_t column = 0; column < band.columns; ++column) {
        people.at(column, first + row) = day * spread.day.at(column, row) + (1.0 - day) * spread.night.at(column, row);
      }
    }
  }
  if (!study.area) return people;
  const PreparedArea district(*study.area);
  std::vector<std::uint8_t> inside(static_cast<std::size_t>(grid.columns));
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    district.centres_inside(grid, row, inside);
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      if (inside[static_cast<std::size_t>(column)] == 0) people.at(column, row) = nodata;
    }
  }
  return people;
}

HeldLand held_land(const Assessment& assessment, const Projection& projection,
                   const std::vector<Enterprise>& enterprises, Progress* progress) {
  const GridSpec& grid = assessment.study.grid;
  HeldLand land{Raster<std::int32_t>(grid.columns, grid.rows, HeldLand::nobody),
                std::vector<CellWindow>(enterprises.size())};
  std::mutex taking;
  parallel_for(
      static_cast<std::int64_t>(enterprises.size()),
      [&](std::int64_t item) {
        const auto e = static_cast<std::size_t>(item);
        const HeldCells cells = held_cells(assessment, projection, enterprises[e], {}, nullptr);
        land.windows[e] = cells.window;
        const std::lock_guard lock(taking);  // one or several: whoever comes first, the answer is the same
        for (std::int64_t row = 0; row < cells.window.rows; ++row) {
          for (std::int64_t column = 0; column < cells.window.columns; ++column) {
            if (cells.held.at(column, row) == 0) continue;
            std::int32_t& holder = land.holder.at(cells.window.column + column, cells.window.row + row);
            holder = holder == HeldLand::nobody ? static_cast<std::int32_t>(e) : HeldLand::several;
          }
        }
      },
      progress, "held");
  return land;
}

std::int64_t held_land_bytes(const GridSpec& grid) {
  constexpr std::int64_t kCellBytes = 4 + 8;  // who holds it, and the people there
  return grid.cells() * kCellBytes;
}

std::int64_t held_cells_bytes(const GridSpec& grid) {
  // The bundled district's largest windows hold one to two million cells of 10 m: their sum, risk and masks.
  constexpr std::int64_t kWindowCells = 2'000'000;
  constexpr std::int64_t kWindowCellBytes = 20;
  return std::min(grid.cells(), kWindowCells) * kWindowCellBytes;
}

}  // namespace sise
