// The four-colour map, a band of rows at a time so that any region fits into any memory.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/geometry/prepared_area.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/rating/four_colours.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

/// Rows [row_begin, row_begin + risk.rows()) of the map.
struct MapBand {
  std::int64_t row_begin = 0;
  Raster<double> risk;        ///< individual risk of all units, 1/yr; NaN outside the data
  Raster<std::uint8_t> code;  ///< ColourCode
  Raster<std::uint8_t> rule;  ///< GoverningRule
};

/// The colour of the worst place of a shape, in parts.
struct PlaceRating {
  double risk_all = 0.0;
  Point worst_place;  ///< where risk_all is met
  double risk_new = 0.0;
  CellClass colour;
};

class FourColourMap {
 public:
  /// Keeps a reference: the assessment must outlive it.
  explicit FourColourMap(const Assessment& assessment);

  /// Throws Interrupted. Same bytes whatever the bands and the number of threads.
  [[nodiscard]] MapBand band(std::int64_t row_begin, std::int64_t row_end, Progress* progress) const;

  /// The worst place of a geometry: its vertices, edge and touched cells.
  [[nodiscard]] PlaceRating worst_over(const Geometry& geometry) const;

  /// Bytes that a band of `rows` rows needs while it is computed.
  [[nodiscard]] std::int64_t band_bytes(std::int64_t rows) const;

  /// Every bound at which a colour changes, for the stored Float32.
  [[nodiscard]] std::vector<double> risk_bounds() const;

  /// Where there are data: the area grown by the margin; empty when the whole grid is data.
  [[nodiscard]] const MultiPolygon& data_area() const { return data_area_; }

 private:
  [[nodiscard]] CellClass by_risk(double risk_all, double risk_new) const;
  [[nodiscard]] CellClass with_neighbours(CellClass colour, Point place) const;
  void paint_neighbours(MapBand& band) const;
  void blank_outside(MapBand& band) const;

  const Study& study_;
  const RiskModel& risk_;
  ColourBounds existing_;
  ColourBounds fresh_;
  std::vector<OverpressureRings> rings_;
  std::vector<Geometry> incomplete_;    ///< of units that could not be computed
  std::vector<std::size_t> new_units_;  ///< computed and new
  MultiPolygon data_area_;
  std::optional<PreparedArea> data_;  ///< data_area_, prepared; none: the whole grid is data
};

}  // namespace sise
