#include "core/kernels/rims.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/ring_axes.hpp"

namespace sise {
namespace {

constexpr double kStep = 0.02;  // of ln(1 + r/5 m): a tenth of a metre at the source, 2 % far from it
constexpr double kFewestSteps = 48.0;
constexpr double kSameRadius = 3e-5;

double ln_of(double r_m) { return std::log1p(r_m / RingAxes::scale_m); }

/// 1 − cos φ at a place, without cancellation where it lies close to the axis.
double versine_of(double x_m, double y_m) {
  const double r_m = std::hypot(x_m, y_m);
  if (!(r_m > 0.0)) return 0.0;
  return x_m > 0.0 ? y_m * y_m / (r_m * (r_m + x_m)) : 1.0 - x_m / r_m;
}

/// Where the chord from (x, y) by (dx, dy) comes to the distance r on its way out, 0 to 1.
double chord_place(double x, double y, double dx, double dy, double r_m) {
  const double length2 = dx * dx + dy * dy;
  if (!(length2 > 0.0)) return 0.0;
  const double along = x * dx + y * dy;
  const double root = along * along - length2 * (x * x + y * y - r_m * r_m);
  return std::clamp((-along + std::sqrt(std::max(root, 0.0))) / length2, 0.0, 1.0);
}

}  // namespace

/// Vertices by falling distance.
void Rims::add_branch(std::span<const Vertex> falling, double sign, bool down_to_source, std::size_t rose) {
  const double outer_m = falling.front().r_m;
  const double inner_m = falling.back().r_m;
  RimRow row;
  row.first_m = down_to_source ? 0.0 : inner_m;
  row.last_m = outer_m;
  row.first_ln = ln_of(row.first_m);
  const double span = ln_of(outer_m) - row.first_ln;
  if (!(span > 0.0)) return;
  row.at = versines_.size();
  row.steps = static_cast<std::size_t>(std::max(std::ceil(span / kStep), kFewestSteps));
  row.steps_per_ln = static_cast<double>(row.steps) / span;
  row.rose = rose;
  const auto ln_at = [&](std::size_t i) { return row.first_ln + static_cast<double>(i) / row.steps_per_ln; };
  std::size_t below = falling.size() - 1;  // the vertex at or below the distance
  std::size_t reached = 0;                 // first step on the curve itself
  for (std::size_t i = 0; i <= row.steps; ++i) {
    // At either end exactly the vertex: a hair farther in lies outside the curve.
    const double between_m = RingAxes::scale_m * std::expm1(ln_at(i));
    const double r_m = i == row.steps ? outer_m : (i == 0 && !down_to_source ? inner_m : between_m);
    while (below > 1 && falling[below - 1].r_m < r_m) --below;
    const Vertex& a = falling[below];
    const Vertex& b = falling[below - 1];
    if (down_to_source && r_m < inner_m) reached = i + 1;
    const double t = chord_place(a.x_m, a.y_m, b.x_m - a.x_m, b.y_m - a.y_m, r_m);
    const double x_m = a.x_m + t * (b.x_m - a.x_m);
    const double y_m = a.y_m + t * (b.y_m - a.y_m);
    const bool behind = b.x_m < 0.0 && a.x_m <= 0.0 && a.y_m == 0.0 && b.y_m == 0.0;
    versines_.push_back(static_cast<float>(behind ? 2.0 : versine_of(x_m, y_m)));
    jumps_.push_back(static_cast<float>(sign * (a.jump + t * (b.jump - a.jump))));
  }
  for (std::size_t i = 0; i < reached; ++i) versines_[row.at + i] = 2.0F;
  if (reached > 0 && reached <= row.steps) {
    // 1 − cos φ passes 2 straight where the ring leaves the region behind.
    const double from_edge = ln_at(reached) - ln_of(inner_m);
    const double to_edge = 1.0 / row.steps_per_ln - from_edge;
    if (from_edge > 0.0) {
      const double over = (2.0 - static_cast<double>(versines_[row.at + reached])) * to_edge / from_edge;
      versines_[row.at + reached - 1] = static_cast<float>(2.0 + std::min(over, 1.0));
    }
  }
  reach_m_ = std::max(reach_m_, outer_m);
  rows_.push_back(row);
}

void Rims::add(const HalfCurve& curve, std::span<const double> jumps, std::size_t rose) {
  std::vector<Vertex> all;
  for (std::size_t k = 0; k < curve.x_m.size(); ++k) {
    const double r_m = std::hypot(curve.x_m[k], curve.y_m[k]);
    all.push_back({r_m, curve.x_m[k], curve.y_m[k], jumps[k]});
  }
  const bool around_source = curve.x_m.back() < 0.0 && curve.x_m.front() > 0.0;
  // A stretch of a circle about the source is crossed by no ring: it parts two branches.
  const auto direction = [&](std::size_t k) {
    const double from = all[k].r_m;
    const double to = all[k + 1].r_m;
    return to < from * (1.0 - kSameRadius) ? -1 : (to > from * (1.0 + kSameRadius) ? 1 : 0);
  };
  int last_direction = 0;
  std::size_t level_from = 0;  // where the stretch of a circle began that the last branch ended at
  for (std::size_t from = 0; from + 1 < all.size();) {
    const int before = last_direction;
    last_direction = direction(from);
    std::size_t to = from + 1;
    while (to + 1 < all.size() && direction(to) == last_direction) ++to;
    if (last_direction == 0) level_from = from;
    if (last_direction != 0) {
      std::vector<Vertex> branch(all.begin() + static_cast<std::ptrdiff_t>(from),
                                 all.begin() + static_cast<std::ptrdiff_t>(to) + 1);
      const bool falls = last_direction < 0;
      // A ring whose radius lies within the stretch must meet one of its two branches.
      if (before == 0) {
        double& begins_m = branch.front().r_m;
        begins_m = falls ? std::max(begins_m, all[level_from].r_m) : std::min(begins_m, all[level_from].r_m);
      }
      if (!falls) std::reverse(branch.begin(), branch.end());
      add_branch(branch, falls ? 1.0 : -1.0, around_source && falls && to + 1 == all.size(), rose);
    }
    from = to;
  }
  if (around_source && last_direction >= 0) {
    // What lies behind is inside as far as the hindmost point: an edge straight behind.
    Vertex back = all.back();
    if (last_direction == 0) back.r_m = std::max(back.r_m, all[level_from].r_m);
    const std::vector<Vertex> behind{back, {0.0, 0.0, 0.0, back.jump}};
    add_branch(behind, 1.0, false, rose);
  }
}

std::optional<RimEdge> Rims::edge(const RimRow& row, double r_m) const {
  if (r_m < row.first_m || r_m > row.last_m) return std::nullopt;
  const double place = std::clamp((ln_of(r_m) - row.first_ln) * row.steps_per_ln, 0.0, static_cast<double>(row.steps));
  const std::size_t step = std::min(static_cast<std::size_t>(place), row.steps - 1);
  const double t = place - static_cast<double>(step);
  const auto lerp = [&](const std::vector<float>& values) {
    const auto a = static_cast<double>(values[row.at + step]);
    return a + t * (static_cast<double>(values[row.at + step + 1]) - a);
  };
  return RimEdge{2.0 * std::asin(std::sqrt(0.5 * std::clamp(lerp(versines_), 0.0, 2.0))), lerp(jumps_)};
}

std::vector<RimEdge> Rims::edges(std::size_t rose, double r_m) const {
  std::vector<RimEdge> found;
  for (const RimRow& row : rows_) {
    if (row.rose != rose) continue;
    if (const auto here = edge(row, r_m)) found.push_back(*here);
  }
  std::sort(found.begin(), found.end(), [](const RimEdge& a, const RimEdge& b) { return a.phi_rad < b.phi_rad; });
  return found;
}

std::size_t Rims::bytes() const {
  return rows_.size() * sizeof(RimRow) + (versines_.size() + jumps_.size()) * sizeof(float);
}

}  // namespace sise
