#include "core/rating/area_statistics.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "core/rating/enterprise_places.hpp"
#include "core/zones/population_grid.hpp"

namespace sise {
namespace {

constexpr int kOutside = static_cast<int>(ColourCode::outside);

/// People of each cell of a row; empty without a source.
std::vector<double> people_of_row(const std::optional<PopulationGrid>& people, double day, std::int64_t row) {
  std::vector<double> mean;
  if (!people) return mean;
  for (std::int64_t column = 0; column < people->day.columns(); ++column) {
    mean.push_back(day * people->day.at(column, row) + (1.0 - day) * people->night.at(column, row));
  }
  return mean;
}

/// The colour of each enterprise's worst unit.
std::map<std::string, ColourCode> worst_of_enterprises(const Study& study, std::span<const ColourCode> colours) {
  std::map<std::string, ColourCode> worst;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    ColourCode& so_far = worst.try_emplace(study.units[i].enterprise_key(), ColourCode::outside).first->second;
    if (is_worse(colours[i], so_far)) so_far = colours[i];
  }
  return worst;
}

}  // namespace

std::optional<int> worst_colour(const AreaColours& colours) {
  std::optional<ColourCode> worst;
  for (const auto& [code, colour] : colours) {
    if (colour.cells == 0) continue;
    const auto as_code = static_cast<ColourCode>(code);
    if (!worst || is_worse(as_code, *worst)) worst = as_code;
  }
  if (!worst) return std::nullopt;
  return static_cast<int>(*worst);
}

AreaStatistics::AreaStatistics(const Study& study, std::span<const MultiPolygon> shapes)
    : study_(study), areas_(shapes), counts_(shapes.size() + 1) {
  if (study.population && study.population->covered) covered_.emplace(*study.population->covered);
}

/// The area of every cell of a row, the rest for none.
std::vector<std::size_t> AreaStatistics::owners(const MapBand& band, std::int64_t row) {
  const std::int64_t at = band.row_begin + row;
  const double y = study_.grid.centre({0, at}).y;
  std::vector<std::size_t> owner(static_cast<std::size_t>(study_.grid.columns), areas_.size());
  for (std::size_t area = 0; area < areas_.size(); ++area) {
    if (y < areas_.bounds(area).y_min || y > areas_.bounds(area).y_max) continue;
    for (const PreparedArea::Run& run : areas_.area(area).runs_inside(study_.grid, at)) {
      for (std::int64_t column = run.begin; column < run.end; ++column) {
        std::size_t& first = owner[static_cast<std::size_t>(column)];
        if (first == areas_.size()) {
          first = area;
        } else if (band.code.at(column, row) != kOutside) {
          ++overlaps_[{first, area}];
        }
      }
    }
  }
  return owner;
}

/// Sums of a row are added to the whole's, so that bands of any height give the same bytes.
void AreaStatistics::add(const MapBand& band) {
  std::optional<PopulationGrid> people;
  if (study_.population) {
    people = spread_over(cropped(study_.grid, {0, band.row_begin, study_.grid.columns, band.code.rows()}),
                         *study_.population);
  }
  const double day = study_.population ? study_.population->day_fraction : 0.0;
  std::vector<std::uint8_t> known(static_cast<std::size_t>(study_.grid.columns), 1);
  for (std::int64_t row = 0; row < band.code.rows(); ++row) {
    if (covered_) covered_->centres_inside(study_.grid, band.row_begin + row, known);
    const std::vector<double> mean = people_of_row(people, day, row);
    const std::vector<std::size_t> owner = owners(band, row);
    std::map<std::pair<std::size_t, int>, CountedCells> on_row;
    auto run = on_row.end();  // neighbours are mostly of one area and one colour
    for (std::size_t column = 0; column < owner.size(); ++column) {
      const std::pair key{owner[column], int{band.code.at(static_cast<std::int64_t>(column), row)}};
      if (key.second == kOutside) continue;
      if (run == on_row.end() || run->first != key) run = on_row.try_emplace(key).first;
      CountedCells& counted = run->second;
      ++counted.cells;
      if (known[column] == 0) ++counted.uncovered;
      if (!mean.empty()) counted.people += mean[column];
    }
    for (const auto& [key, counted] : on_row) {
      CountedCells& sum = counts_[key.first][key.second];
      sum.cells += counted.cells;
      sum.uncovered += counted.uncovered;
      sum.people += counted.people;
    }
  }
}

AreaSums AreaStatistics::finish(std::span<const ColourCode> colours) {
  if (colours.size() != study_.units.size())
    throw std::invalid_argument("AreaStatistics: one colour per unit of the study");
  std::vector<AreaColours> all(counts_.size());
  for (std::size_t area = 0; area < counts_.size(); ++area) {
    for (const auto& [code, counted] : counts_[area]) {
      all[area][code] = {counted.cells, static_cast<double>(counted.cells) * study_.grid.cell_area_m2(),
                         people_on(counted, study_), 0};
    }
  }
  const std::map<std::string, ColourCode> worst = worst_of_enterprises(study_, colours);
  for (const auto& [name, place] : enterprise_places(study_)) {
    const ColourCode colour = worst.at(name);
    if (colour == ColourCode::outside) continue;  // beyond the district
    ++all[areas_.first_with(place)][static_cast<int>(colour)].enterprises;
  }
  AreaSums sums;
  sums.rest = std::move(all.back());
  all.pop_back();
  sums.areas = std::move(all);
  sums.overlaps = overlaps_;
  return sums;
}

}  // namespace sise
