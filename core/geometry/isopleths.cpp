#include "core/geometry/isopleths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "core/geometry/open_chains.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/raster.hpp"

namespace sise {
namespace {

constexpr double nearest_to_centre = 1e-4;  // of the distance between two centres
constexpr double smallest_ring = 1e-6;      // of a cell's area

/// A row of samples at one northing. The raster's own samples are framed twice on each side: by the outer edge, where
/// the values repeat, and by NaN at the same place, which closes every region along that edge.
struct SampleRow {
  double y = 0.0;
  std::vector<double> values;
};

/// Where between samples a and b the level is crossed, as a fraction of the way from a.
double crossing(double a, double b, double level) {
  if (!std::isfinite(a) || !std::isfinite(b)) return 0.5;
  return std::clamp((level - a) / (b - a), nearest_to_centre, 1.0 - nearest_to_centre);
}

/// Consecutive vertices that coincide or lie on one horizontal or vertical line say nothing: both happen along the edge.
std::vector<Point> without_idle_vertices(const std::vector<Point>& ring) {
  std::vector<Point> kept;
  const auto idle = [](Point a, Point b, Point c) {
    return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y) || b == c;
  };
  for (const Point& p : ring) {
    while (kept.size() >= 2 && idle(kept[kept.size() - 2], kept.back(), p)) kept.pop_back();
    if (kept.empty() || kept.back() != p) kept.push_back(p);
  }
  while (kept.size() > 2 && idle(kept[kept.size() - 2], kept.back(), kept.front())) kept.pop_back();
  while (kept.size() > 2 && idle(kept.back(), kept[0], kept[1])) kept.erase(kept.begin());
  return kept;
}

/// Sides of a square, counter-clockwise; side k leads from corner k to corner k + 1.
enum Side : unsigned { south_side = 0, east_side = 1, north_side = 2, west_side = 3 };

/// One level. Each row of squares is worked through from west to east; a line enters a square through the north or west
/// side from what is known and leaves towards the east or south, or the other way round.
class LevelTracer {
 public:
  LevelTracer(double level, std::span<const double> x, double cell_area_m2)
      : level_(level),
        x_(x),
        smallest_ring_m2_(smallest_ring * cell_area_m2),
        above_(x.size(), 0),
        labels_above_(x.size(), 0),
        lower_above_(above_),
        lower_labels_(labels_above_),
        from_north_(x.size(), OpenChains::none) {}

  void add_squares(const SampleRow& upper, const SampleRow& lower) {
    for (std::size_t i = 0; i < x_.size(); ++i) lower_above_[i] = static_cast<std::uint8_t>(lower.values[i] > level_);
    label_lower_row();
    from_west_ = OpenChains::none;
    const std::size_t squares = x_.size() - 1;
    for (std::size_t i = 0; i < squares;) {
      if (i + 8 <= x_.size() && uniform(i)) {
        i += 7;  // eight equal samples above eight equal ones: seven squares without a line
        continue;
      }
      add_square(i, upper, lower);
      ++i;
    }
    std::swap(above_, lower_above_);
    std::swap(labels_above_, lower_labels_);
  }

  MultiPolygon finish() { return rings_.assemble(labels_); }

 private:
  [[nodiscard]] bool uniform(std::size_t i) const {
    std::uint64_t upper = 0;
    std::uint64_t lower = 0;
    std::memcpy(&upper, &above_[i], sizeof upper);
    std::memcpy(&lower, &lower_above_[i], sizeof lower);
    constexpr std::uint64_t all = 0x0101010101010101U;
    return upper == lower && (upper == 0 || upper == all);
  }

  void label_lower_row() {
    for (std::size_t i = 1; i < x_.size(); ++i) {  // sample 0 is NaN
      if (lower_above_[i] == 0) continue;
      const bool with_west = lower_above_[i - 1] != 0;
      const bool with_north = above_[i] != 0;
      if (with_west) {
        lower_labels_[i] = lower_labels_[i - 1];
        if (with_north && labels_above_[i] != lower_labels_[i]) labels_.unite(labels_above_[i], lower_labels_[i]);
      } else {
        lower_labels_[i] = with_north ? labels_above_[i] : labels_.make();
      }
    }
  }

  /// The square between samples i and i + 1 of both rows.
  void add_square(std::size_t i, const SampleRow& upper, const SampleRow& lower) {
    const std::array<bool, 4> inside{lower_above_[i] != 0, lower_above_[i + 1] != 0, above_[i + 1] != 0,
                                     above_[i] != 0};
    square_ = i;
    upper_ = &upper;
    lower_ = &lower;
    ends_ = {OpenChains::none, OpenChains::none, from_north_[i], from_west_};
    const bool saddle = inside[0] == inside[2] && inside[1] == inside[3] && inside[0] != inside[1];
    const bool joined = saddle && joined_saddle(i, inside[0]);
    for (unsigned side = 0; side < 4; ++side) {
      if (!inside[side] || inside[(side + 1) % 4]) continue;  // the line enters where the walk around leaves the region
      unsigned exit = (side + (joined ? 1U : 3U)) % 4;
      if (!saddle) {
        while (inside[exit] || !inside[(exit + 1) % 4]) exit = (exit + 3) % 4;
      }
      add_segment(side, exit);
    }
    from_north_[i] = ends_[south_side];
    from_west_ = ends_[east_side];
  }

  /// Whether the two inside corners of a saddle hang together; if so, they are labelled as one region.
  bool joined_saddle(std::size_t i, bool south_west_inside) {
    const double sum = upper_->values[i] + upper_->values[i + 1] + lower_->values[i] + lower_->values[i + 1];
    if (!(0.25 * sum > level_)) return false;
    if (south_west_inside) {
      labels_.unite(lower_labels_[i], labels_above_[i + 1]);
    } else {
      labels_.unite(labels_above_[i], lower_labels_[i + 1]);
    }
    return true;
  }

  void add_segment(unsigned entry, unsigned exit) {
    const bool entry_known = entry == north_side || entry == west_side;
    const bool exit_known = exit == north_side || exit == west_side;
    if (entry_known && exit_known) {
      const RegionLabels::Label label = labels_above_[entry == north_side ? square_ + 1 : square_];
      if (auto ring = chains_.join(ends_[entry], ends_[exit])) keep(label, *ring);
    } else if (entry_known) {
      chains_.append(ends_[entry], point_on(exit));
      ends_[exit] = ends_[entry];
    } else if (exit_known) {
      chains_.prepend(ends_[exit], point_on(entry));
      ends_[entry] = ends_[exit];
    } else {
      const OpenChains::Ends ends = chains_.start(point_on(entry));
      chains_.append(ends.tail, point_on(exit));
      ends_[entry] = ends.head;
      ends_[exit] = ends.tail;
    }
  }

  /// Only the east and south sides are asked: the others have their point already.
  [[nodiscard]] Point point_on(unsigned side) const {
    const std::size_t i = square_;
    if (side == east_side) {
      const double t = crossing(upper_->values[i + 1], lower_->values[i + 1], level_);
      return {x_[i + 1], upper_->y + t * (lower_->y - upper_->y)};
    }
    const double t = crossing(lower_->values[i], lower_->values[i + 1], level_);
    return {x_[i] + t * (x_[i + 1] - x_[i]), lower_->y};
  }

  void keep(RegionLabels::Label label, const std::vector<Point>& vertices) {
    std::vector<Point> ring = without_idle_vertices(vertices);
    Ring closed = ring;
    closed.push_back(ring.front());
    if (std::abs(signed_area_m2(closed)) < smallest_ring_m2_) return;
    rings_.add(label, std::move(ring));
  }

  double level_;
  std::span<const double> x_;
  double smallest_ring_m2_;

  OpenChains chains_;
  RegionLabels labels_;
  RegionRings rings_;

  std::vector<std::uint8_t> above_;  // samples of the upper row that exceed the level, and their regions
  std::vector<RegionLabels::Label> labels_above_;
  std::vector<std::uint8_t> lower_above_;
  std::vector<RegionLabels::Label> lower_labels_;
  std::vector<OpenChains::End> from_north_;  // open ends on the north side of each square
  OpenChains::End from_west_ = OpenChains::none;

  // The square at hand.
  std::size_t square_ = 0;
  const SampleRow* upper_ = nullptr;
  const SampleRow* lower_ = nullptr;
  std::array<OpenChains::End, 4> ends_{};
};

}  // namespace

class IsoplethTracer::Impl {
 public:
  Impl(const GridSpec& grid, std::span<const double> levels) : grid_(grid) {
    check_lattice(grid);
    const bool finite = std::all_of(levels.begin(), levels.end(), [](double level) { return std::isfinite(level); });
    if (!finite) throw std::invalid_argument("IsoplethTracer: a level is not finite");
    const Bounds edges = grid.bounds();
    x_.reserve(static_cast<std::size_t>(grid.columns) + 4);
    x_.insert(x_.end(), 2, edges.x_min);
    for (std::int64_t column = 0; column < grid.columns; ++column) x_.push_back(grid.centre({column, 0}).x);
    x_.insert(x_.end(), 2, edges.x_max);
    upper_ = outside(edges.y_max);
    lower_ = upper_;
    for (const double level : levels) tracers_.emplace_back(level, x_, grid.cell_area_m2());
  }

  void add_row(std::span<const double> values) {
    if (static_cast<std::int64_t>(values.size()) != grid_.columns) {
      throw std::invalid_argument("IsoplethTracer: a row must have one value per column");
    }
    if (rows_ == grid_.rows) throw std::logic_error("IsoplethTracer: more rows than the grid has");
    if (rows_ == 0) add_samples(values, grid_.y_max);
    add_samples(values, grid_.centre({0, rows_}).y);
    ++rows_;
    if (rows_ == grid_.rows) close(values);
  }

  std::vector<MultiPolygon> finish() {
    if (rows_ != grid_.rows || finished_) throw std::logic_error("IsoplethTracer: finish needs every row, once");
    finished_ = true;
    std::vector<MultiPolygon> regions;
    regions.reserve(tracers_.size());
    for (LevelTracer& tracer : tracers_) regions.push_back(tracer.finish());
    return regions;
  }

 private:
  [[nodiscard]] SampleRow outside(double y) const { return {y, std::vector<double>(x_.size(), nodata)}; }

  void add_samples(std::span<const double> values, double y) {
    lower_.y = y;
    std::copy(values.begin(), values.end(), lower_.values.begin() + 2);
    lower_.values[1] = values.front();
    lower_.values[x_.size() - 2] = values.back();
    add_squares();
  }

  void close(std::span<const double> last) {
    const double y_min = grid_.bounds().y_min;
    add_samples(last, y_min);
    lower_ = outside(y_min);
    add_squares();
  }

  void add_squares() {
    for (LevelTracer& tracer : tracers_) tracer.add_squares(upper_, lower_);
    std::swap(upper_, lower_);
  }

  GridSpec grid_;
  std::vector<double> x_;
  SampleRow upper_;
  SampleRow lower_;
  std::vector<LevelTracer> tracers_;
  std::int64_t rows_ = 0;
  bool finished_ = false;
};

IsoplethTracer::IsoplethTracer(const GridSpec& grid, const std::vector<double>& levels)
    : impl_(std::make_unique<Impl>(grid, levels)) {}
IsoplethTracer::~IsoplethTracer() = default;
IsoplethTracer::IsoplethTracer(IsoplethTracer&&) noexcept = default;
IsoplethTracer& IsoplethTracer::operator=(IsoplethTracer&&) noexcept = default;

void IsoplethTracer::add_row(std::span<const double> values) { impl_->add_row(values); }

std::vector<MultiPolygon> IsoplethTracer::finish() { return impl_->finish(); }

}  // namespace sise
