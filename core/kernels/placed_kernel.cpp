#include "core/kernels/placed_kernel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/geometry/point_distance.hpp"
#include "core/kernels/line_sum.hpp"

namespace sise {
namespace {

constexpr double kTight = 2.0;  // places lie together that are no farther apart than so many times their distance
constexpr std::array<std::uint32_t, 1> kAll{SourceLine::whole};

Bounds box_of(std::span<const double> x_m, std::span<const double> y_m) {
  const auto [x_min, x_max] = std::minmax_element(x_m.begin(), x_m.end());
  const auto [y_min, y_max] = std::minmax_element(y_m.begin(), y_m.end());
  return {*x_min, *y_min, *x_max, *y_max};
}

/// A part of a line's risk on a square.
class PartOnSquare {
 public:
  PartOnSquare(const PlacedKernel& line, std::span<const std::uint32_t> stretches, const NodeSquare& square)
      : square_(square) {
    for (std::size_t i = 0; i < BlockNodes::count; ++i) {
      x_.at(i) = square.x + square.half_m * BlockNodes::place(i % BlockNodes::edge);
      y_.at(i) = square.y - square.half_m * BlockNodes::place(i / BlockNodes::edge);
    }
    add_outermost(line, stretches);
    const Bounds box = line.from_origin(square.box());
    std::vector<SourceWay> ways;
    for (const std::uint32_t index : stretches)
      line.along->add_ways(index, sise::distance_m(line.along->stretch(index).box, box), ways);
    line.add_ways(ways, x_, y_, values_);
    std::copy_n(values_.begin(), BlockNodes::count, at_nodes_.begin());
  }

  [[nodiscard]] const BlockNodes::Values& at_nodes() const { return at_nodes_; }
  /// Where an effect ends a little within the square, all nodes may lie on one side of its edge.
  [[nodiscard]] bool resolved(double beside_per_year) const {
    constexpr double kTolerance = 5e-3;
    constexpr double kNegligible = 1e-16;  // per year
    if (!BlockNodes::resolve(at_nodes_, beside_per_year)) return false;
    for (std::size_t i = BlockNodes::count; i < kPlaces; ++i) {
      const double off = std::abs(between_nodes(x_.at(i), y_.at(i)) - values_.at(i));
      if (off > kTolerance * (values_.at(i) + beside_per_year) + kNegligible) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t kPlaces = BlockNodes::count + 2;

  /// The place of the square that comes nearest to a stretch, and its corner on the other side.
  void add_outermost(const PlacedKernel& line, std::span<const std::uint32_t> stretches) {
    const Bounds box = line.from_origin(square_.box());
    const Bounds* nearest = &line.along->stretch(stretches.front()).box;
    for (const std::uint32_t index : stretches) {
      const Bounds& one = line.along->stretch(index).box;
      if (sise::distance_m(one, box) < sise::distance_m(*nearest, box)) nearest = &one;
    }
    const Point middle{line.x_m + 0.5 * (nearest->x_min + nearest->x_max),
                       line.y_m + 0.5 * (nearest->y_min + nearest->y_max)};
    const double half_m = square_.half_m;
    x_.at(BlockNodes::count) = std::clamp(middle.x, square_.x - half_m, square_.x + half_m);
    y_.at(BlockNodes::count) = std::clamp(middle.y, square_.y - half_m, square_.y + half_m);
    x_.back() = middle.x < square_.x ? square_.x + half_m : square_.x - half_m;
    y_.back() = middle.y < square_.y ? square_.y + half_m : square_.y - half_m;
  }

  [[nodiscard]] double between_nodes(double x, double y) const {
    const auto across = BlockNodes::weights((x - square_.x) / square_.half_m);
    const auto down = BlockNodes::weights((square_.y - y) / square_.half_m);
    double sum = 0.0;
    for (std::size_t i = 0; i < BlockNodes::count; ++i)
      sum += down.at(i / BlockNodes::edge) * across.at(i % BlockNodes::edge) * at_nodes_.at(i);
    return sum;
  }

  NodeSquare square_;
  std::array<double, kPlaces> x_{}, y_{}, values_{};
  BlockNodes::Values at_nodes_{};
};

}  // namespace

Bounds PlacedKernel::bounds() const {
  if (!along) return {x_m, y_m, x_m, y_m};
  const Bounds& box = along->stretch(SourceLine::whole).box;
  return {x_m + box.x_min, y_m + box.y_min, x_m + box.x_max, y_m + box.y_max};
}

double PlacedKernel::distance_m(const Bounds& box) const {
  return along ? along->distance_m(from_origin(box)) : sise::distance_m(bounds(), box);
}

double PlacedKernel::at(double x, double y) const {
  return along ? of_stretches(kAll, x, y) : kernel->at(x - x_m, y - y_m, grid_north_deg);
}

void PlacedKernel::evaluate(std::span<const double> x, std::span<const double> y, std::span<double> out) const {
  if (out.empty()) return;
  std::array<double, PolarPlaces::most> dx{};
  std::array<double, PolarPlaces::most> dy{};
  if (!along) {
    for (std::size_t from = 0; from < out.size(); from += PolarPlaces::most) {
      const std::size_t count = std::min(PolarPlaces::most, out.size() - from);
      for (std::size_t i = 0; i < count; ++i) {
        dx.at(i) = x[from + i] - x_m;
        dy.at(i) = y[from + i] - y_m;
      }
      kernel->evaluate(std::span(dx).first(count), std::span(dy).first(count), grid_north_deg,
                       out.subspan(from, count));
    }
    return;
  }
  const Bounds box = box_of(x, y);
  const double across_m = std::hypot(box.x_max - box.x_min, box.y_max - box.y_min);
  if (across_m > kTight * distance_m(box)) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = of_stretches(kAll, x[i], y[i]);
    return;
  }
  std::fill(out.begin(), out.end(), 0.0);
  add_ways(along->ways_from(from_origin(box), kAll, sharp_m(), reach_m()), x, y, out);
}

void PlacedKernel::add_ways(std::span<const SourceWay> ways, std::span<const double> x, std::span<const double> y,
                            std::span<double> out) const {
  LineSum sum(*kernel, grid_north_deg, out);
  for (const SourceWay& way : ways) {
    sum.along(way);
    for (std::size_t i = 0; i < out.size(); ++i) sum.add(i, {x[i] - x_m, y[i] - y_m});
  }
  sum.finish();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += by_discs(ways, {x[i], y[i]});
}

double PlacedKernel::by_discs(std::span<const SourceWay> ways, Point place, bool edged) const {
  double risk = 0.0;
  for (const LethalDisc& disc : kernel->discs()) {
    if (edged && kernel->goes_on(disc)) continue;
    for (const SourceWay& way : ways)
      risk += disc.frequency_per_year * way.share *
              share_in_disc(way.from, way.to, {place.x - x_m, place.y - y_m}, disc.radius_m);
  }
  return risk;
}

double PlacedKernel::of_stretches(std::span<const std::uint32_t> stretches, double x, double y) const {
  const Point place{x - x_m, y - y_m};
  const std::vector<SourceWay> ways =
      along->ways_from({place.x, place.y, place.x, place.y}, stretches, sharp_m(), reach_m());
  double risk = 0.0;
  add_ways(ways, {&x, 1}, {&y, 1}, {&risk, 1});
  return risk;
}

LineOnNodes put_on_nodes(const PlacedKernel& line, std::span<const std::uint32_t> stretches, const NodeSquare& square,
                         double near_m, double least_per_year) {
  const double edge_m = 2.0 * square.half_m;
  const double nearest_m = std::max(near_m, BlockNodes::nearest_of_edge * edge_m);
  const double reach_m = line.reach_m() + near_m;
  const Bounds box = line.from_origin(square.box());
  LineOnNodes on;
  on.least_per_year = least_per_year;
  std::array<std::vector<std::uint32_t>, 2> held{};  // within an edge, and beyond
  std::vector<std::uint32_t> open(stretches.rbegin(), stretches.rend());
  while (!open.empty()) {
    const std::uint32_t index = open.back();
    open.pop_back();
    const SourceLine::Stretch& one = line.along->stretch(index);
    const double distance = sise::distance_m(one.box, box);
    if (distance > reach_m) continue;
    const bool near = distance <= nearest_m;
    if (!near && one.is_small_from(distance, line.sharp_m())) {
      held.at(distance > edge_m ? 1 : 0).push_back(index);
    } else if (one.is_one_place() || (near && one.length_m <= BlockNodes::nearest_of_edge * edge_m)) {
      on.rest.push_back(index);
    } else {
      open.push_back(one.right);
      open.push_back(one.left);
    }
  }
  for (const std::vector<std::uint32_t>& some : held) {
    if (some.empty()) continue;
    const PartOnSquare part(line, some, square);
    if (part.resolved(on.least_per_year)) {
      const BlockNodes::Values& values = part.at_nodes();
      for (std::size_t i = 0; i < values.size(); ++i) on.values.at(i) += values[i];
      on.least_per_year += *std::min_element(values.begin(), values.end());
    } else {
      on.rest.insert(on.rest.end(), some.begin(), some.end());
    }
  }
  return on;
}

}  // namespace sise
