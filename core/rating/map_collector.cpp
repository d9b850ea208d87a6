#include "core/rating/map_collector.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/geometry/operations.hpp"
#include "core/zones/population_grid.hpp"

namespace sise {

MapCollector::MapCollector(const Study& study, std::vector<double> levels)
    : study_(study),
      levels_(std::move(levels)),
      polygonizer_(study.grid),
      tracer_(study.grid, levels_),
      people_by_level_(levels_.size(), 0.0) {
  if (study.area) area_.emplace(*study.area);
}

void MapCollector::add(const MapBand& band) {
  count_people(band);
  const auto columns = static_cast<std::size_t>(study_.grid.columns);
  std::vector<std::uint8_t> counted(columns, 1);
  for (std::int64_t r = 0; r < band.code.rows(); ++r) {
    const std::span<const std::uint8_t> codes = band.code.row(r);
    const std::span<const double> risk = band.risk.row(r);
    polygonizer_.add_row(codes);
    tracer_.add_row(risk);
    if (area_) area_->centres_inside(study_.grid, band.row_begin + r, counted);
    for (std::size_t c = 0; c < columns; ++c) {
      if (risk[c] > totals_.highest_risk) totals_.highest_risk = risk[c];
      if (counted[c] != 0) ++totals_.in_area[codes[c]].cells;
    }
  }
}

void MapCollector::count_people(const MapBand& band) {
  if (!study_.population) return;
  const GridSpec part = cropped(study_.grid, {0, band.row_begin, study_.grid.columns, band.code.rows()});
  const PopulationGrid people = spread_over(part, *study_.population);
  add_people_per_code(band.code.view(), people, people_by_code_);
  const double day = study_.population->day_fraction;
  for (std::int64_t row = 0; row < band.risk.rows(); ++row) {
    for (std::int64_t column = 0; column < band.risk.columns(); ++column) {
      const double here = day * people.day.at(column, row) + (1.0 - day) * people.night.at(column, row);
      for (std::size_t i = 0; i < levels_.size(); ++i) {
        if (exceeds(band.risk.at(column, row), levels_[i])) people_by_level_[i] += here;
      }
    }
  }
}

double MapCollector::mean_people(const PeopleInside& people) const {
  const double day = study_.population->day_fraction;
  return day * people.day + (1.0 - day) * people.night;
}

MapTotals MapCollector::finish() {
  for (auto& [code, totals] : totals_.in_area)
    totals.area_m2 = static_cast<double>(totals.cells) * study_.grid.cell_area_m2();
  totals_.class_shapes = polygonizer_.finish();
  std::vector<MultiPolygon> regions = tracer_.finish();
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const double area = area_m2(regions[i]);
    totals_.regions.push_back({levels_[i], std::move(regions[i]), area, people_by_level_[i]});
  }
  for (const auto& [code, shape] : totals_.class_shapes) totals_.shape_area_m2[code] = area_m2(shape);
  for (const auto& [code, people] : people_by_code_) totals_.shape_people[code] = mean_people(people);
  return std::move(totals_);
}

}  // namespace sise
