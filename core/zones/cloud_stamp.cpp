// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in order.
#include "core/zones/cloud_stamp.hpp"

#include <algorithm>
#include <cmath>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/zones/cloud_stamp.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                          // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kLanes>;
using Vector = hn::Vec<Tag>;

/// Lines of a tile, from `begin` to before `end`.
struct Interval {
  std::size_t begin = 0;
  std::size_t end = 0;

  // In whole registers.
  [[nodiscard]] std::size_t first() const { return begin / kLanes * kLanes; }
  [[nodiscard]] std::size_t last() const { return padded(end); }
};

/// The lines at first + i step that lie within half_m of a centre.
HWY_INLINE Interval within(double centre, double half_m, double first, double step, std::int64_t count) {
  const double middle = (centre - first) / step;
  const double half = half_m / std::abs(step);
  const auto most = static_cast<double>(count);
  return {static_cast<std::size_t>(std::clamp(std::ceil(middle - half), 0.0, most)),
          static_cast<std::size_t>(std::clamp(std::floor(middle + half) + 1.0, 0.0, most))};
}

/// out = exp(-(line - centre)^2 half_inverse_variance), whole registers around the interval.
HWY_INLINE void factors(const double* line, double centre, double half_inverse_variance, Interval where, double* out) {
  const Tag d;
  const Vector at = hn::Set(d, centre);
  const Vector scale = hn::Set(d, -half_inverse_variance);
  for (std::size_t i = where.first(); i < where.last(); i += hn::Lanes(d)) {
    const Vector away = hn::Sub(hn::LoadU(d, line + i), at);
    hn::StoreU(hn::Exp(d, hn::Mul(hn::Mul(away, away), scale)), d, out + i);
  }
}

/// For each row, the columns from begin to before end that the puff reaches there, as whole numbers in doubles.
HWY_INLINE void chords(const CloudPuff& puff, const CloudTile& tile, Interval rows, double* begin, double* end) {
  const Tag d;
  const Vector squared = hn::Set(d, puff.reach_m * puff.reach_m);
  const Vector per_cell = hn::Set(d, 1.0 / tile.cell_m);
  const Vector middle = hn::Set(d, (puff.x - tile.x.front()) / tile.cell_m);
  const Vector none = hn::Zero(d);
  const Vector most = hn::Set(d, static_cast<double>(tile.columns));
  for (std::size_t i = rows.first(); i < rows.last(); i += hn::Lanes(d)) {
    const Vector away = hn::Sub(hn::LoadU(d, tile.y.data() + i), hn::Set(d, puff.y));
    const Vector rest = hn::Max(hn::NegMulAdd(away, away, squared), none);
    const Vector half = hn::Mul(hn::Sqrt(rest), per_cell);
    const Vector from = hn::Ceil(hn::Sub(middle, half));
    const Vector to = hn::Add(hn::Floor(hn::Add(middle, half)), hn::Set(d, 1.0));
    hn::StoreU(hn::Min(hn::Max(from, none), most), d, begin + i);
    hn::StoreU(hn::Min(hn::Max(to, none), most), d, end + i);
  }
}

/// One row of one puff: cells += value * factor, whole registers around the interval.
HWY_INLINE void add_row(const double* factor, double value, Interval where, double* cells) {
  const Tag d;
  const Vector v = hn::Set(d, value);
  for (std::size_t i = where.first(); i < where.last(); i += hn::Lanes(d)) {
    hn::StoreU(hn::MulAdd(v, hn::LoadU(d, factor + i), hn::LoadU(d, cells + i)), d, cells + i);
  }
}

/// The same for two heights at once.
HWY_INLINE void add_rows(const double* factor, double value, double other_value, Interval where, double* cells,
                         double* other_cells) {
  const Tag d;
  const Vector v = hn::Set(d, value);
  const Vector w = hn::Set(d, other_value);
  for (std::size_t i = where.first(); i < where.last(); i += hn::Lanes(d)) {
    const Vector f = hn::LoadU(d, factor + i);
    hn::StoreU(hn::MulAdd(v, f, hn::LoadU(d, cells + i)), d, cells + i);
    hn::StoreU(hn::MulAdd(w, f, hn::LoadU(d, other_cells + i)), d, other_cells + i);
  }
}

std::int64_t add_puff(const CloudPuff& puff, std::span<const double> axis, const CloudTile& tile,
                      std::span<CloudCells> heights) {
  const Interval rows = within(puff.y, puff.reach_m, tile.y.front(), -tile.cell_m, tile.rows);
  const Interval columns = within(puff.x, puff.reach_m, tile.x.front(), tile.cell_m, tile.columns);
  if (rows.begin >= rows.end || columns.begin >= columns.end) return 0;
  using Line = std::array<double, kCloudEdge>;
  Line across;   // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read, as the next three
  Line upwards;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  Line begin;    // NOLINT(cppcoreguidelines-pro-type-member-init)
  Line end;      // NOLINT(cppcoreguidelines-pro-type-member-init)
  factors(tile.x.data(), puff.x, puff.half_inverse_variance, columns, across.data());
  factors(tile.y.data(), puff.y, puff.half_inverse_variance, rows, upwards.data());
  chords(puff, tile, rows, begin.data(), end.data());
  std::size_t visited = 0;
  for (std::size_t r = rows.begin; r < rows.end; ++r) {
    const Interval cells{static_cast<std::size_t>(begin[r]), static_cast<std::size_t>(end[r])};
    if (cells.begin >= cells.end) continue;
    visited += cells.end - cells.begin;
    const std::size_t start = r * tile.stride;
    std::size_t h = 0;
    for (; h + 1 < heights.size(); h += 2) {
      add_rows(across.data(), axis[h] * upwards[r], axis[h + 1] * upwards[r], cells, heights[h].data() + start,
               heights[h + 1].data() + start);
    }
    if (h < heights.size()) add_row(across.data(), axis[h] * upwards[r], cells, heights[h].data() + start);
  }
  return static_cast<std::int64_t>(visited * heights.size());
}

/// The puffs whose square touches the box, in their order.
template <class Visit>
HWY_INLINE void each_near(const CloudSnapshot& snapshot, const Bounds& box, const Visit& visit) {
  for (std::size_t group = 0; group < snapshot.groups.size(); ++group) {
    if (!touch(snapshot.groups[group], box)) continue;
    const std::size_t first = group * kCloudGroup;
    const std::size_t end = std::min(first + kCloudGroup, snapshot.puffs.size());
    for (std::size_t p = first; p < end; ++p) {
      if (touch(snapshot.puffs[p].square(), box)) visit(p);
    }
  }
}

std::int64_t add_to_tile(const CloudSnapshot& snapshot, const CloudTile& tile, std::span<CloudCells> heights) {
  std::int64_t visited = 0;
  const std::span<const double> axis = snapshot.axis_kg_m3;
  each_near(snapshot, tile.box, [&](std::size_t p) {
    visited += add_puff(snapshot.puffs[p], axis.subspan(p * heights.size(), heights.size()), tile, heights);
  });
  return visited;
}

std::int64_t add_to_places(const CloudSnapshot& snapshot, const CloudPlaces& places, std::span<CloudCells> heights) {
  const Tag d;
  std::int64_t visited = 0;
  each_near(snapshot, places.box, [&](std::size_t p) {
    const CloudPuff& puff = snapshot.puffs[p];
    const Vector scale = hn::Set(d, -puff.half_inverse_variance);
    const Vector farthest = hn::Set(d, puff.reach_m * puff.reach_m);
    for (std::size_t i = 0; i < places.x.size(); i += hn::Lanes(d)) {
      const Vector east = hn::Sub(hn::LoadU(d, places.x.data() + i), hn::Set(d, puff.x));
      const Vector north = hn::Sub(hn::LoadU(d, places.y.data() + i), hn::Set(d, puff.y));
      const Vector squared = hn::MulAdd(east, east, hn::Mul(north, north));
      const auto near = hn::Le(squared, farthest);
      if (hn::AllFalse(d, near)) continue;
      visited += static_cast<std::int64_t>(hn::CountTrue(d, near) * heights.size());
      const Vector share = hn::IfThenElseZero(near, hn::Exp(d, hn::Mul(squared, scale)));
      for (std::size_t h = 0; h < heights.size(); ++h) {
        double* cells = heights[h].data() + i;
        const Vector value = hn::Set(d, snapshot.axis_kg_m3[p * heights.size() + h]);
        hn::StoreU(hn::MulAdd(value, share, hn::LoadU(d, cells)), d, cells);
      }
    }
  });
  return visited;
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(add_to_tile);
HWY_EXPORT(add_to_places);

}  // namespace

CloudTile::CloudTile(const GridSpec& grid, const CellWindow& window)
    : cell_m(grid.cell_m),
      columns(window.columns),
      rows(window.rows),
      stride(padded(static_cast<std::size_t>(window.columns))) {
  for (std::size_t i = 0; i < kCloudEdge; ++i) {
    const auto step = static_cast<std::int64_t>(i);
    const Point centre = grid.centre({window.column + step, window.row + step});
    x[i] = centre.x;
    y[i] = centre.y;
  }
  box = cropped(grid, window).bounds();
}

std::int64_t add_puffs(const CloudSnapshot& snapshot, const CloudTile& tile, std::span<CloudCells> heights) {
  return HWY_DYNAMIC_DISPATCH(add_to_tile)(snapshot, tile, heights);
}

CloudPlaces::CloudPlaces(std::span<const Point> places)
    : x(padded(places.size()), places.front().x),
      y(padded(places.size()), places.front().y),
      box{places.front().x, places.front().y, places.front().x, places.front().y} {
  for (std::size_t i = 0; i < places.size(); ++i) {
    x[i] = places[i].x;
    y[i] = places[i].y;
    box = {std::min(box.x_min, x[i]), std::min(box.y_min, y[i]), std::max(box.x_max, x[i]), std::max(box.y_max, y[i])};
  }
}

std::int64_t add_puffs(const CloudSnapshot& snapshot, const CloudPlaces& places, std::span<CloudCells> heights) {
  return HWY_DYNAMIC_DISPATCH(add_to_places)(snapshot, places, heights);
}

}  // namespace sise
#endif
