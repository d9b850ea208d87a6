#include "core/zones/population_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace sise {
namespace {

/// The cells that one side of a patch covers, and the share of the side in each.
struct Shares {
  std::int64_t first = 0;
  std::vector<double> share;
  double inside = 0.0;  ///< of the whole side
};

/// `from` and `to` are distances from the grid's edge in the direction of rising index; cells ≥ 0 and < count exist.
Shares shares_of(double from, double to, double cell_m, std::int64_t count) {
  const double end = static_cast<double>(count) * cell_m;
  const double begin_inside = std::max(from, 0.0);
  const double end_inside = std::min(to, end);
  Shares shares;
  if (!(begin_inside < end_inside)) return shares;
  shares.inside = (end_inside - begin_inside) / (to - from);
  shares.first = std::min(static_cast<std::int64_t>(begin_inside / cell_m), count - 1);
  for (std::int64_t i = shares.first; i < count && static_cast<double>(i) * cell_m < end_inside; ++i) {
    const double low = std::max(from, static_cast<double>(i) * cell_m);
    const double high = std::min(to, static_cast<double>(i + 1) * cell_m);
    shares.share.push_back(std::max(0.0, high - low) / (to - from));
  }
  return shares;
}

void add_outside(PopulationGrid& people, const PopulationPatch& patch, double share) {
  people.outside.day += share * patch.people_day;
  people.outside.night += share * patch.people_night;
}

void add_to_cell(PopulationGrid& people, CellIndex cell, const PopulationPatch& patch, double share) {
  people.day.at(cell.column, cell.row) += share * patch.people_day;
  people.night.at(cell.column, cell.row) += share * patch.people_night;
}

void add_point(PopulationGrid& people, const GridSpec& grid, const PopulationPatch& patch) {
  if (const auto cell = grid.cell_at(patch.centre)) {
    add_to_cell(people, *cell, patch, 1.0);
  } else {
    add_outside(people, patch, 1.0);
  }
}

void add_square(PopulationGrid& people, const GridSpec& grid, const PopulationPatch& patch) {
  const double half = 0.5 * patch.size_m;
  const double from_west = patch.centre.x - grid.x_min;
  const double from_north = grid.y_max - patch.centre.y;
  const Shares rows = shares_of(from_north - half, from_north + half, grid.cell_m, grid.rows);
  if (rows.share.empty()) {  // most patches, when the grid is a band of a larger one
    add_outside(people, patch, 1.0);
    return;
  }
  const Shares columns = shares_of(from_west - half, from_west + half, grid.cell_m, grid.columns);
  for (std::size_t r = 0; r < rows.share.size(); ++r) {
    for (std::size_t c = 0; c < columns.share.size(); ++c) {
      const CellIndex cell{columns.first + static_cast<std::int64_t>(c), rows.first + static_cast<std::int64_t>(r)};
      add_to_cell(people, cell, patch, rows.share[r] * columns.share[c]);
    }
  }
  add_outside(people, patch, 1.0 - rows.inside * columns.inside);
}

}  // namespace

PopulationGrid spread_over(const GridSpec& grid, const Population& population) {
  PopulationGrid people{Raster<double>(grid.columns, grid.rows), Raster<double>(grid.columns, grid.rows), {}};
  for (const PopulationPatch& patch : population.patches) {
    if (patch.size_m > 0.0) {
      add_square(people, grid, patch);
    } else {
      add_point(people, grid, patch);
    }
  }
  return people;
}

void add_people_per_code(RasterView<const std::uint8_t> codes, const PopulationGrid& people,
                         std::map<int, PeopleInside>& totals) {
  if (codes.columns() != people.day.columns() || codes.rows() != people.day.rows()) {
    throw std::invalid_argument("add_people_per_code: codes and people have different shapes");
  }
  constexpr std::size_t all_codes = 256;
  for (std::int64_t row = 0; row < codes.rows(); ++row) {
    std::array<PeopleInside, all_codes> sums{};
    std::array<bool, all_codes> seen{};
    for (std::int64_t column = 0; column < codes.columns(); ++column) {
      const std::size_t code = codes.at(column, row);
      seen.at(code) = true;
      sums.at(code).day += people.day.at(column, row);
      sums.at(code).night += people.night.at(column, row);
    }
    for (std::size_t code = 0; code < all_codes; ++code) {
      if (!seen.at(code)) continue;
      PeopleInside& total = totals[static_cast<int>(code)];
      total.day += sums.at(code).day;
      total.night += sums.at(code).night;
    }
  }
}

}  // namespace sise
