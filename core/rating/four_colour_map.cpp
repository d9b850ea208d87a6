#include "core/rating/four_colour_map.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr CellClass kUnanswered{ColourCode::no_answer, GoverningRule::incomplete_data};

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

Bounds bounds_of(const GridSpec& grid, CellIndex cell) {
  return {grid.x_edge(cell.column), grid.y_edge(cell.row + 1), grid.x_edge(cell.column + 1), grid.y_edge(cell.row)};
}

/// The cells of a grid that may lie within `reach_m` of a shape.
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
  if (study_.area) district_.emplace(*study_.area);
  if (!data_area_.empty()) data_.emplace(data_area_);
  for (std::size_t i = 0; i < study_.units.size(); ++i) {
    const UnitStatus& status = assessment.statuses[i];
    if (!status.missing.empty()) incomplete_.push_back({study_.units[i].geometry, status.unanswered_m});
    if (status.computed && counts_as_new(study_, study_.units[i])) new_units_.push_back(i);
  }
  std::vector<Bounds> speaking;
  speaking.reserve(rings_.size());
  for (const OverpressureRings& ring : rings_) speaking.push_back(grown(bounds(ring.geometry()), ring.reach_m()));
  ring_boxes_ = BoxIndex(std::move(speaking));
  const auto colour = [this](double all, double fresh) { return by_risk(all, fresh); };
  refined_ = std::make_unique<const RefinedCells>(risk_, study_.grid, colour);
}

FourColourMap::~FourColourMap() = default;

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
  ring_boxes_.touching({place.x, place.y, place.x, place.y}, [&](std::size_t i) {
    colour = worse(colour, {rings_[i].colour_at(place), GoverningRule::overpressure});
  });
  for (const IncompleteUnit& unit : incomplete_) {
    if (distance_m(place, unit.geometry) <= unit.reach_m) colour = worse(colour, kUnanswered);
  }
  return colour;
}

std::vector<CellClass> FourColourMap::colours_at(std::span<const Point> places) const {
  std::vector<CellClass> colours = refined_->colours_at(places);
  for (std::size_t i = 0; i < places.size(); ++i) colours[i] = with_neighbours(colours[i], places[i]);
  return colours;
}

void FourColourMap::paint_neighbours(MapBand& band) const {
  const GridSpec& grid = study_.grid;
  parallel_for(band.code.rows(), [&](std::int64_t of_band) {
    const std::int64_t row = band.row_begin + of_band;
    const auto paint = [&](const Geometry& unit, double reach_m, const auto& colour_in) {
      const CellBox box = cells_around(grid, unit, reach_m);
      if (row < box.row_begin || row >= box.row_end) return;
      for (std::int64_t column = box.column_begin; column < box.column_end; ++column) {
        const std::uint8_t here = band.code.at(column, of_band);
        if (here == static_cast<std::uint8_t>(ColourCode::red)) continue;  // nothing is worse
        band.worsen({column, row}, colour_in(bounds_of(grid, {column, row})));
      }
    };
    const Bounds whole = grid.bounds();
    const Bounds strip{whole.x_min, grid.y_edge(row + 1), whole.x_max, grid.y_edge(row)};
    ring_boxes_.touching(strip, [&](std::size_t i) {
      const OverpressureRings& ring = rings_[i];
      paint(ring.geometry(), ring.reach_m(), [&](const Bounds& cell) {
        return CellClass{ring.worst_in(cell), GoverningRule::overpressure};
      });
    });
    for (const IncompleteUnit& unit : incomplete_) {
      paint(unit.geometry, unit.reach_m, [&](const Bounds& cell) {
        const bool near = distance_m(cell, unit.geometry) <= unit.reach_m;
        return near ? kUnanswered : CellClass{ColourCode::outside, GoverningRule::none};
      });
    }
  });
}

/// Risk ends where the data end, colours where the district does: nobody rates what lies beyond its border.
void FourColourMap::blank_outside(MapBand& band) const {
  if (!data_ && !district_) return;
  parallel_for(band.code.rows(), [&](std::int64_t row) {
    std::vector<std::uint8_t> inside(static_cast<std::size_t>(study_.grid.columns));
    const auto blank = [&](const std::optional<PreparedArea>& area, const auto& cell) {
      if (!area) return;
      area->centres_inside(study_.grid, band.row_begin + row, inside);
      for (std::int64_t column = 0; column < study_.grid.columns; ++column) {
        if (inside[static_cast<std::size_t>(column)] == 0) cell(column);
      }
    };
    blank(data_, [&](std::int64_t column) { band.risk.at(column, row) = nodata; });
    blank(district_, [&](std::int64_t column) {
      band.code.at(column, row) = static_cast<std::uint8_t>(ColourCode::outside);
      band.rule.at(column, row) = static_cast<std::uint8_t>(GoverningRule::none);
    });
  });
}

/// The colours at the centres of rows [first, end); puts the risk of those that are the band's into it.
Raster<std::uint8_t> FourColourMap::centre_codes(std::int64_t first, std::int64_t end, MapBand& band,
                                                 Progress* progress) const {
  const std::int64_t columns = study_.grid.columns;
  Raster<double> all(columns, end - first);
  Raster<double> fresh(columns, end - first);
  RasterView<double> fresh_view = fresh.view();
  risk_.accumulate_rows(study_.grid, first, end, all.view(), new_units_.empty() ? nullptr : &fresh_view, progress);
  Raster<std::uint8_t> codes(columns, end - first);
  parallel_for(end - first, [&](std::int64_t row) {
    for (std::int64_t column = 0; column < columns; ++column) {
      codes.at(column, row) = static_cast<std::uint8_t>(by_risk(all.at(column, row), fresh.at(column, row)).code);
    }
    const std::int64_t of_band = first + row - band.row_begin;
    if (of_band < 0 || of_band >= band.risk.rows()) return;
    std::copy(all.row(row).begin(), all.row(row).end(), band.risk.row(of_band).begin());
  });
  return codes;
}

MapBand FourColourMap::band(std::int64_t row_begin, std::int64_t row_end, Progress* progress) const {
  const std::int64_t columns = study_.grid.columns;
  const std::int64_t rows = row_end - row_begin;
  MapBand band{row_begin, Raster<double>(columns, rows), Raster<std::uint8_t>(columns, rows),
               Raster<std::uint8_t>(columns, rows, static_cast<std::uint8_t>(GoverningRule::individual_risk))};
  const std::int64_t first = std::max<std::int64_t>(row_begin - 1, 0);
  const Raster<std::uint8_t> centres = centre_codes(first, std::min(row_end + 1, study_.grid.rows), band, progress);
  for (std::int64_t row = 0; row < rows; ++row) {
    const std::span<const std::uint8_t> codes = centres.row(row_begin - first + row);
    std::copy(codes.begin(), codes.end(), band.code.row(row).begin());
  }
  const std::vector<CellIndex> doubtful = refined_->doubtful(centres, first, row_begin, row_end);
  const std::vector<CellClass> worst = refined_->worst_in(doubtful);
  for (std::size_t i = 0; i < doubtful.size(); ++i) band.worsen(doubtful[i], worst[i]);
  paint_neighbours(band);
  blank_outside(band);
  return band;
}

void MapBand::worsen(CellIndex cell, CellClass colour) {
  std::uint8_t& here_code = code.at(cell.column, cell.row - row_begin);
  std::uint8_t& here_rule = rule.at(cell.column, cell.row - row_begin);
  const CellClass after = worse({static_cast<ColourCode>(here_code), static_cast<GoverningRule>(here_rule)}, colour);
  here_code = static_cast<std::uint8_t>(after.code);
  here_rule = static_cast<std::uint8_t>(after.rule);
}

PlaceRating FourColourMap::worst_over(const Geometry& geometry) const {
  const Geometry* const shape = &geometry;
  return worst_over({&shape, 1}, nullptr).front();
}

std::vector<PlaceRating> FourColourMap::worst_over(std::span<const Geometry* const> shapes, Progress* progress) const {
  std::vector<Point> places;
  std::vector<std::size_t> ends;  // of each shape's places
  for (const Geometry* shape : shapes) {
    const std::vector<Point> more = places_on(*shape, study_.grid, study_.grid.cell_m);
    places.insert(places.end(), more.begin(), more.end());
    ends.push_back(places.size());
  }
  std::vector<double> all(places.size());
  std::vector<double> fresh(places.size());
  risk_.risk_everywhere(places, all, fresh, progress);
  std::vector<PlaceRating> ratings(shapes.size());
  parallel_for(
      static_cast<std::int64_t>(shapes.size()),
      [&](std::int64_t item) {
        const auto shape = static_cast<std::size_t>(item);
        const std::size_t begin = shape == 0 ? 0 : ends[shape - 1];
        PlaceRating& worst = ratings[shape];
        for (std::size_t i = begin; i < ends[shape]; ++i) {
          const CellClass colour = with_neighbours(by_risk(all[i], fresh[i]), places[i]);
          if (i == begin || all[i] > worst.risk_all) {
            worst.risk_all = all[i];
            worst.worst_place = places[i];
          }
          worst.risk_new = std::max(worst.risk_new, fresh[i]);
          worst.colour = i == begin ? colour : worse(worst.colour, colour);
        }
      },
      progress, "units");
  return ratings;
}

std::int64_t FourColourMap::band_bytes(std::int64_t rows) const {
  constexpr std::int64_t kBytesPerCell = 3 * sizeof(double) + 4 * sizeof(std::uint8_t);
  return rows * study_.grid.columns * kBytesPerCell;
}

}  // namespace sise
