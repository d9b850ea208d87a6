#include "core/rating/four_colour_map.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

MultiPolygon data_area_of(const Study& study) {
  if (!study.area) return {};
  if (study.margin_m <= 0.0) return *study.area;
  return buffer(as_geometry(*study.area), study.margin_m);
}

std::vector<OverpressureRings> rings_of(const Study& study, const std::vector<UnitStatus>& statuses) {
  const BlastCurve curve = blast_curve_from(study.criteria.rules.blast_curve).value_or(BlastCurve::gb6722);
  const ColourBounds bounds = colour_bounds(study.criteria.rules.overpressure);
  std::vector<OverpressureRings> rings;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    if (statuses[i].explosive && statuses[i].charge) {
      rings.emplace_back(study.units[i].geometry, statuses[i].charge->tnt_kg, curve, bounds);
    }
  }
  return rings;
}

/// The cells of a grid whose centres may lie within `reach_m` of a shape.
struct CellBox {
  std::int64_t column_begin, column_end, row_begin, row_end;
};

CellBox cells_around(const GridSpec& grid, const Geometry& geometry, double reach_m) {
  const Bounds box = bounds(geometry);
  const auto column = [&](double x) { return static_cast<std::int64_t>(std::floor((x - grid.x_min) / grid.cell_m)); };
  const auto row = [&](double y) { return static_cast<std::int64_t>(std::floor((grid.y_max - y) / grid.cell_m)); };
  return {std::clamp<std::int64_t>(column(box.x_min - reach_m), 0, grid.columns),
          std::clamp<std::int64_t>(column(box.x_max + reach_m) + 1, 0, grid.columns),
          std::clamp<std::int64_t>(row(box.y_max + reach_m), 0, grid.rows),
          std::clamp<std::int64_t>(row(box.y_min - reach_m) + 1, 0, grid.rows)};
}

}  // namespace

FourColourMap::FourColourMap(const Assessment& assessment)
    : study_(assessment.study),
      risk_(assessment.risk),
      existing_(colour_bounds(study_.criteria.rules.individual_risk_existing)),
      fresh_(colour_bounds(study_.criteria.rules.individual_risk_new)),
      rings_(rings_of(study_, assessment.statuses)),
      data_area_(data_area_of(study_)) {
  if (!data_area_.empty()) data_.emplace(data_area_);
  for (std::size_t i = 0; i < study_.units.size(); ++i) {
    if (!assessment.statuses[i].computed) {
      incomplete_.push_back(study_.units[i].geometry);
      continue;
    }
    if (counts_as_new(study_, study_.units[i])) new_units_.push_back(i);
  }
}

std::vector<double> FourColourMap::risk_bounds() const {
  std::vector<double> all(existing_.begin(), existing_.end());
  all.insert(all.end(), fresh_.begin(), fresh_.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

CellClass FourColourMap::by_risk(double risk_all, double risk_new) const {
  const CellClass all{colour_of(risk_all, existing_), GoverningRule::individual_risk};
  const CellClass fresh{colour_of(risk_new, fresh_), GoverningRule::individual_risk};
  return worse(all, fresh);
}

CellClass FourColourMap::with_neighbours(CellClass colour, Point place) const {
  for (const OverpressureRings& ring : rings_) {
    colour = worse(colour, {ring.colour_at(place), GoverningRule::overpressure});
  }
  if (colour.code != ColourCode::blue) return colour;
  for (const Geometry& unit : incomplete_) {
    if (distance_m(place, unit) <= study_.criteria.incomplete_radius_m) {
      return {ColourCode::no_answer, GoverningRule::incomplete_data};
    }
  }
  return colour;
}

void FourColourMap::paint_neighbours(MapBand& band) const {
  const std::int64_t row_end = band.row_begin + band.code.rows();
  const auto paint = [&](const Geometry& unit, double reach_m, const auto& recolour) {
    const CellBox box = cells_around(study_.grid, unit, reach_m);
    const std::int64_t first = std::max(box.row_begin, band.row_begin);
    const std::int64_t last = std::min(box.row_end, row_end);
    if (first >= last) return;
    parallel_for(last - first, [&](std::int64_t i) {
      const std::int64_t row = first + i;
      for (std::int64_t column = box.column_begin; column < box.column_end; ++column) {
        auto& code = band.code.at(column, row - band.row_begin);
        auto& rule = band.rule.at(column, row - band.row_begin);
        const CellClass before{static_cast<ColourCode>(code), static_cast<GoverningRule>(rule)};
        const CellClass after = recolour(before, study_.grid.centre({column, row}));
        code = static_cast<std::uint8_t>(after.code);
        rule = static_cast<std::uint8_t>(after.rule);
      }
    });
  };
  for (const OverpressureRings& ring : rings_) {
    paint(ring.geometry(), ring.reach_m(), [&](CellClass before, Point place) {
      return worse(before, {ring.colour_at(place), GoverningRule::overpressure});
    });
  }
  for (const Geometry& unit : incomplete_) {
    paint(unit, study_.criteria.incomplete_radius_m, [&](CellClass before, Point place) {
      const bool unknown =
          before.code == ColourCode::blue && distance_m(place, unit) <= study_.criteria.incomplete_radius_m;
      return unknown ? CellClass{ColourCode::no_answer, GoverningRule::incomplete_data} : before;
    });
  }
}

void FourColourMap::blank_outside(MapBand& band) const {
  if (!data_) return;
  parallel_for(band.code.rows(), [&](std::int64_t row) {
    std::vector<std::uint8_t> known(static_cast<std::size_t>(study_.grid.columns));
    data_->centres_inside(study_.grid, band.row_begin + row, known);
    for (std::int64_t column = 0; column < study_.grid.columns; ++column) {
      if (known[static_cast<std::size_t>(column)] != 0) continue;
      band.risk.at(column, row) = nodata;
      band.code.at(column, row) = static_cast<std::uint8_t>(ColourCode::outside);
      band.rule.at(column, row) = static_cast<std::uint8_t>(GoverningRule::none);
    }
  });
}

MapBand FourColourMap::band(std::int64_t row_begin, std::int64_t row_end, Progress* progress) const {
  const std::int64_t rows = row_end - row_begin;
  const std::int64_t columns = study_.grid.columns;
  MapBand band{row_begin, Raster<double>(columns, rows), Raster<std::uint8_t>(columns, rows),
               Raster<std::uint8_t>(columns, rows)};
  Raster<double> fresh(columns, rows);
  RasterView<double> fresh_view = fresh.view();
  risk_.accumulate_rows(study_.grid, row_begin, row_end, band.risk.view(), new_units_.empty() ? nullptr : &fresh_view,
                        progress);
  parallel_for(rows, [&](std::int64_t row) {
    for (std::int64_t column = 0; column < columns; ++column) {
      const CellClass colour = by_risk(band.risk.at(column, row), fresh.at(column, row));
      band.code.at(column, row) = static_cast<std::uint8_t>(colour.code);
      band.rule.at(column, row) = static_cast<std::uint8_t>(colour.rule);
    }
  });
  paint_neighbours(band);
  blank_outside(band);
  return band;
}

PlaceRating FourColourMap::worst_over(const Geometry& geometry) const {
  PlaceRating worst;
  bool first = true;
  for (const Point& place : places_on(geometry, study_.grid, study_.grid.cell_m)) {
    const double all = risk_.risk_at(place, risk_.all_units());
    const double fresh = risk_.risk_at(place, new_units_);
    const CellClass colour = with_neighbours(by_risk(all, fresh), place);
    if (first || all > worst.risk_all) {
      worst.risk_all = all;
      worst.worst_place = place;
    }
    worst.risk_new = std::max(worst.risk_new, fresh);
    worst.colour = first ? colour : worse(worst.colour, colour);
    first = false;
  }
  return worst;
}

std::int64_t FourColourMap::band_bytes(std::int64_t rows) const {
  constexpr std::int64_t kBytesPerCell = 2 * sizeof(double) + 3 * sizeof(std::uint8_t);
  return rows * study_.grid.columns * kBytesPerCell;
}

}  // namespace sise
