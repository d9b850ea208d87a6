#include "core/rating/map_collector.hpp"

#include <algorithm>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/geometry/operations.hpp"

namespace sise {

MapCollector::MapCollector(const Study& study, std::vector<double> levels)
    : study_(study),
      levels_(std::move(levels)),
      polygonizer_(study.grid),
      tracer_(study.grid, levels_),
      by_level_(levels_.size()) {
  if (study.population && study.population->covered) covered_.emplace(*study.population->covered);
}

void MapCollector::add(const MapBand& band) {
  std::optional<PopulationGrid> people;
  if (study_.population) {
    const GridSpec part = cropped(study_.grid, {0, band.row_begin, study_.grid.columns, band.code.rows()});
    people = spread_over(part, *study_.population);
  }
  const PopulationGrid* known = people ? &*people : nullptr;
  count_classes(band, known);
  count_levels(band, known);
  for (std::int64_t row = 0; row < band.code.rows(); ++row) {
    polygonizer_.add_row(band.code.row(row));
    tracer_.add_row(band.risk.row(row));
  }
  for (const double risk : band.risk.data()) {
    if (risk > highest_risk_) highest_risk_ = risk;
  }
}

std::vector<std::uint8_t> MapCollector::covered(std::int64_t row) const {
  std::vector<std::uint8_t> mask(static_cast<std::size_t>(study_.grid.columns), 1);
  if (covered_) covered_->centres_inside(study_.grid, row, mask);
  return mask;
}

double MapCollector::mean_people(const PopulationGrid& people, std::int64_t column, std::int64_t row) const {
  const double day = study_.population->day_fraction;
  return day * people.day.at(column, row) + (1.0 - day) * people.night.at(column, row);
}

/// Sums of a row are added to the whole's, so that bands of any height give the same bytes.
void MapCollector::count_classes(const MapBand& band, const PopulationGrid* people) {
  for (std::int64_t row = 0; row < band.code.rows(); ++row) {
    const std::vector<std::uint8_t> known = covered(band.row_begin + row);
    std::array<double, 256> on_row{};
    for (std::int64_t column = 0; column < band.code.columns(); ++column) {
      const std::uint8_t code = band.code.at(column, row);
      CountedCells& counted = by_code_.at(code);
      ++counted.cells;
      if (known[static_cast<std::size_t>(column)] == 0) ++counted.uncovered;
      if (people != nullptr) on_row.at(code) += mean_people(*people, column, row);
    }
    for (std::size_t code = 0; code < on_row.size(); ++code) by_code_.at(code).people += on_row.at(code);
  }
}

void MapCollector::count_levels(const MapBand& band, const PopulationGrid* people) {
  for (std::int64_t row = 0; row < band.risk.rows(); ++row) {
    const std::vector<std::uint8_t> known = covered(band.row_begin + row);
    for (std::int64_t column = 0; column < band.risk.columns(); ++column) {
      const double here = people == nullptr ? 0.0 : mean_people(*people, column, row);
      for (std::size_t i = 0; i < levels_.size(); ++i) {
        if (!exceeds(band.risk.at(column, row), levels_[i])) continue;
        ++by_level_[i].cells;
        if (known[static_cast<std::size_t>(column)] == 0) ++by_level_[i].uncovered;
        by_level_[i].people += here;
      }
    }
  }
}

MapTotals MapCollector::finish() {
  MapTotals totals;
  totals.highest_risk = highest_risk_;
  std::map<int, MultiPolygon> shapes = polygonizer_.finish();
  shapes.erase(static_cast<int>(ColourCode::outside));
  for (auto& [code, shape] : shapes) {
    const CountedCells& counted = by_code_.at(static_cast<std::size_t>(code));
    totals.classes[code] = {counted.cells, static_cast<double>(counted.cells) * study_.grid.cell_area_m2(),
                            people_on(counted, study_), std::move(shape)};
  }
  std::vector<MultiPolygon> regions = tracer_.finish();
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const double area = area_m2(regions[i]);
    totals.regions.push_back({levels_[i], std::move(regions[i]), area, people_on(by_level_[i], study_)});
  }
  return totals;
}

}  // namespace sise
