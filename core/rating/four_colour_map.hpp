// The four-colour map, a band of rows at a time so that any region fits into any memory.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/geometry/box_index.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/rating/four_colours.hpp"
#include "core/rating/refined_cells.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

/// Rows [row_begin, row_begin + risk.rows()) of the map. Colours end at the district's border, risk with the data.
struct MapBand {
  std::int64_t row_begin = 0;
  Raster<double> risk;        ///< individual risk of all units, 1/yr; NaN outside the data
  Raster<std::uint8_t> code;  ///< ColourCode
  Raster<std::uint8_t> rule;  ///< GoverningRule

  /// The cell (of the whole grid) takes the colour where it is worse than what it has.
  void worsen(CellIndex cell, CellClass colour);
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
  ~FourColourMap();
  FourColourMap(const FourColourMap&) = delete;
  FourColourMap(FourColourMap&&) = delete;
  FourColourMap& operator=(const FourColourMap&) = delete;
  FourColourMap& operator=(FourColourMap&&) = delete;

  /// A cell takes the worst colour of any place in it (RefinedCells, worst_in()). Throws Interrupted. Same bytes
  /// whatever the bands and the number of threads.
  [[nodiscard]] MapBand band(std::int64_t row_begin, std::int64_t row_end, Progress* progress) const;

  [[nodiscard]] std::vector<CellClass> colours_at(std::span<const Point> places) const;

  /// The worst place of a geometry: of its vertices, edge and touched cells.
  [[nodiscard]] PlaceRating worst_over(const Geometry& geometry) const;
  /// The worst place of each of many, far cheaper than one by one.
  [[nodiscard]] std::vector<PlaceRating> worst_over(std::span<const Geometry* const> shapes, Progress* progress) const;

  /// Bytes that a band of `rows` rows needs while it is computed.
  [[nodiscard]] std::int64_t band_bytes(std::int64_t rows) const;

  /// Every bound at which a colour changes, for the stored Float32.
  [[nodiscard]] std::vector<double> risk_bounds() const;

  /// Where there are data: the area grown by the margin; empty when the whole grid is data.
  [[nodiscard]] const MultiPolygon& data_area() const { return data_area_; }

 private:
  /// A unit that could not be computed, and how far around it nothing but red can be said.
  struct IncompleteUnit {
    Geometry geometry;
    double reach_m = 0.0;
  };

  [[nodiscard]] CellClass by_risk(double risk_all, double risk_new) const;
  [[nodiscard]] CellClass with_neighbours(CellClass colour, Point place) const;
  void paint_neighbours(MapBand& band) const;
  void blank_outside(MapBand& band) const;
  [[nodiscard]] Raster<std::uint8_t> centre_codes(std::int64_t first, std::int64_t end, MapBand& band,
                                                  Progress* progress) const;

  const Study& study_;
  const RiskModel& risk_;
  ColourBounds existing_;
  ColourBounds fresh_;
  std::vector<OverpressureRings> rings_;
  BoxIndex ring_boxes_;  ///< where each of them says more than blue
  std::vector<IncompleteUnit> incomplete_;
  std::vector<std::size_t> new_units_;  ///< computed and new
  MultiPolygon data_area_;
  std::optional<PreparedArea> district_;  ///< none: the whole grid
  std::optional<PreparedArea> data_;      ///< data_area_, prepared; none: the whole grid is data
  std::unique_ptr<const RefinedCells> refined_;
};

}  // namespace sise
