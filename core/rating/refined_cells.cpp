#include "core/rating/refined_cells.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr double kSpacing_m = 10.0;
constexpr std::int64_t kMostSteps = 16;
constexpr std::int64_t kNearCells = 3;        // around a unit's cell, where fields are steep
constexpr std::size_t kMostPlaces = 250'000;  // held at once

constexpr CellClass kNothing = {ColourCode::outside, GoverningRule::none};

/// Corner of the lattice (or a cell), counted from the grid's north-west: the order of rows first.
struct Corner {
  std::int64_t row = 0;
  std::int64_t column = 0;
  auto operator<=>(const Corner&) const = default;
};

}  // namespace

RefinedCells::RefinedCells(const RiskModel& risk, const GridSpec& grid, RiskColour colour)
    : risk_(risk),
      grid_(grid),
      colour_(std::move(colour)),
      steps_(std::clamp<std::int64_t>(static_cast<std::int64_t>(std::ceil(grid.cell_m / kSpacing_m)), 1, kMostSteps)) {}

std::vector<CellClass> RefinedCells::colours_at(std::span<const Point> places) const {
  std::vector<double> all(places.size());
  std::vector<double> fresh(places.size());
  risk_.risk_everywhere(places, all, fresh);
  std::vector<CellClass> colours;
  colours.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) colours.push_back(colour_(all[i], fresh[i]));
  return colours;
}

std::vector<CellClass> RefinedCells::worst_in(std::span<const CellIndex> cells) const {
  const auto per_cell = static_cast<std::size_t>((steps_ + 1) * (steps_ + 1));
  const std::size_t batch = std::max<std::size_t>(1, kMostPlaces / per_cell);
  std::vector<CellClass> worst;
  worst.reserve(cells.size());
  for (std::size_t begin = 0; begin < cells.size(); begin += batch) {
    const std::vector<CellClass> some = worst_in_batch(cells.subspan(begin, std::min(batch, cells.size() - begin)));
    worst.insert(worst.end(), some.begin(), some.end());
  }
  return worst;
}

/// Neighbouring cells share corners, which are asked once.
std::vector<CellClass> RefinedCells::worst_in_batch(std::span<const CellIndex> cells) const {
  std::vector<Corner> corners;
  for (const CellIndex& cell : cells) {
    for (std::int64_t row = 0; row <= steps_; ++row) {
      for (std::int64_t column = 0; column <= steps_; ++column) {
        corners.push_back({cell.row * steps_ + row, cell.column * steps_ + column});
      }
    }
  }
  std::sort(corners.begin(), corners.end());
  corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
  std::vector<Point> places;
  places.reserve(corners.size());
  const double step_m = grid_.cell_m / static_cast<double>(steps_);
  for (const Corner& corner : corners) {
    places.push_back({grid_.x_min + static_cast<double>(corner.column) * step_m,
                      grid_.y_max - static_cast<double>(corner.row) * step_m});
  }
  // Where accidents start: of a long line thousands of places, so each is asked only with the cell that holds it.
  std::map<Corner, CellClass> at_sources;
  for (const CellIndex& cell : cells) at_sources.try_emplace({cell.row, cell.column}, kNothing);
  std::vector<CellClass*> held;
  const std::size_t first_source = places.size();
  for (const std::size_t unit : risk_.all_units()) {
    for (const Point& source : sources_of(risk_.unit(unit))) {
      const auto cell = grid_.cell_at(source);
      if (!cell) continue;
      const auto asked = at_sources.find({cell->row, cell->column});
      if (asked == at_sources.end()) continue;
      held.push_back(&asked->second);
      places.push_back(source);
    }
  }
  const std::vector<CellClass> colours = colours_at(places);
  for (std::size_t i = 0; i < held.size(); ++i) *held[i] = worse(*held[i], colours[first_source + i]);

  std::vector<CellClass> worst;
  worst.reserve(cells.size());
  for (const CellIndex& cell : cells) {
    CellClass here = kNothing;
    for (std::int64_t row = 0; row <= steps_; ++row) {
      const Corner first{cell.row * steps_ + row, cell.column * steps_};
      const auto at =
          static_cast<std::size_t>(std::lower_bound(corners.begin(), corners.end(), first) - corners.begin());
      for (std::size_t i = 0; i <= static_cast<std::size_t>(steps_); ++i) here = worse(here, colours[at + i]);
    }
    worst.push_back(worse(here, at_sources.at({cell.row, cell.column})));
  }
  return worst;
}

std::vector<CellIndex> RefinedCells::doubtful(const Raster<std::uint8_t>& centres, std::int64_t first_row,
                                              std::int64_t row_begin, std::int64_t row_end) const {
  const std::int64_t columns = grid_.columns;
  Raster<std::uint8_t> asked(columns, row_end - row_begin);
  const auto code = [&](std::int64_t column, std::int64_t row) {
    return static_cast<ColourCode>(centres.at(column, row - first_row));
  };
  parallel_for(row_end - row_begin, [&](std::int64_t i) {
    const std::int64_t row = row_begin + i;
    for (std::int64_t column = 0; column < columns; ++column) {
      bool doubt = row == 0 || column == 0 || row + 1 == grid_.rows || column + 1 == columns;
      for (std::int64_t r = row - 1; r <= row + 1 && !doubt; ++r) {
        for (std::int64_t c = column - 1; c <= column + 1 && !doubt; ++c) {
          doubt = is_worse(code(c, r), code(column, row));
        }
      }
      asked.at(column, i) = doubt ? 1 : 0;
    }
  });
  for (const std::size_t unit : risk_.all_units()) {
    for (const Point& source : sources_of(risk_.unit(unit))) {
      const auto column = static_cast<std::int64_t>(std::floor((source.x - grid_.x_min) / grid_.cell_m));
      const auto row = static_cast<std::int64_t>(std::floor((grid_.y_max - source.y) / grid_.cell_m));
      const std::int64_t last_row = std::min(row + kNearCells, row_end - 1);
      const std::int64_t last_column = std::min(column + kNearCells, columns - 1);
      for (std::int64_t r = std::max(row - kNearCells, row_begin); r <= last_row; ++r) {
        for (std::int64_t c = std::max<std::int64_t>(column - kNearCells, 0); c <= last_column; ++c) {
          asked.at(c, r - row_begin) = 1;
        }
      }
    }
  }
  std::vector<CellIndex> cells;
  for (std::int64_t row = row_begin; row < row_end; ++row) {
    for (std::int64_t column = 0; column < columns; ++column) {
      if (asked.at(column, row - row_begin) != 0 && code(column, row) != ColourCode::red)
        cells.push_back({column, row});
    }
  }
  return cells;
}

}  // namespace sise
