#include "core/kernels/unit_kernel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/kernels/ring_axes.hpp"

namespace sise {
namespace {

constexpr int kFirstParts = 4;        // per cell edge, where an edge may pass through the cell
constexpr int kFirstSmoothParts = 2;  // elsewhere
constexpr int kMostParts = 32;
constexpr double kSettled = 0.002;  // relative change that ends the refinement

/// All around the source up to some distance, at an angle beyond it: there the risk bends as sharply as at an edge's end.
bool comes_out(const Rims& edges, const RimRow& row, double from_m, double to_m) {
  constexpr double kAllAround = 2.0;  // 1 - cos(half a turn)
  if (static_cast<double>(edges.versines()[row.at]) < kAllAround) return false;
  const auto place = [&](double r_m) {
    const double steps = (std::log1p(r_m / RingAxes::scale_m) - row.first_ln) * row.steps_per_ln;
    return static_cast<std::size_t>(std::clamp(steps, 0.0, static_cast<double>(row.steps)));
  };
  const std::size_t last = std::min(place(to_m) + 1, row.steps);
  for (std::size_t step = place(from_m); step < last; ++step) {
    const bool around = static_cast<double>(edges.versines()[row.at + step]) >= kAllAround;
    const bool next_around = static_cast<double>(edges.versines()[row.at + step + 1]) >= kAllAround;
    if (around != next_around) return true;
  }
  return false;
}

/// Turned through the rose an edge is smeared, except where a ring first or last meets it: within these distances the risk has
/// no such place.
bool smooth_between(const RimsOfCase& one, double from_m, double to_m) {
  const Rims& edges = one.edges->rims;
  if (from_m > edges.reach_m()) return true;
  if (!one.edges->turns) return false;
  return std::none_of(edges.rows().begin(), edges.rows().end(), [&](const RimRow& row) {
    const auto within = [&](double r_m) { return r_m >= from_m && r_m <= to_m; };
    if (row.first_m > to_m || row.last_m < from_m) return false;
    return within(row.first_m) || within(row.last_m) || comes_out(edges, row, from_m, to_m);
  });
}

/// A footprint that does not turn: inside or outside.
void add_own_rims(const RimsOfCase& rims, const PolarPlaces& places, double* out) {
  const Rims& edges = rims.edges->rims;
  for (std::size_t i = 0; i < places.count; ++i) {
    const double off_turns = std::remainder(places.turns.at(i) - rims.edges->own_bearing_deg / 360.0, 1.0);
    const double off_rad = 2.0 * std::numbers::pi * std::abs(off_turns);
    for (const RimRow& row : edges.rows()) {
      const auto edge = edges.edge(row, places.r_m.at(i));
      if (edge && off_rad <= edge->phi_rad) out[i] += rims.frequency_per_year * edge->jump;
    }
  }
}

}  // namespace

UnitKernel::UnitKernel(PolarTable table, RoundEffects round, std::vector<RimsOfCase> rims,
                       std::shared_ptr<const std::vector<RoseCumulative>> roses)
    : table_(std::move(table)),
      round_(std::move(round)),
      rims_(std::move(rims)),
      roses_(std::move(roses)),
      reach_m_(std::max(table_.reach_m(), round_.reach_m())) {
  for (const RimsOfCase& one : rims_) rims_reach_m_ = std::max(rims_reach_m_, one.edges->rims.reach_m());
  for (const RadialTail& tail : round_.tails) tails_reach_m_ = std::max(tails_reach_m_, tail.outer_m());
  for (const LethalDisc& disc : round_.discs) sharp_m_ = std::max(sharp_m_, disc.radius_m);
  sharp_m_ = std::max(sharp_m_, rims_reach_m_);
  reach_m_ = std::max(reach_m_, rims_reach_m_);
}

std::size_t UnitKernel::bytes() const {
  std::size_t sum = sizeof(*this) + table_.bytes();
  for (const RadialTail& tail : round_.tails) sum += tail.bytes();
  for (const RimsOfCase& one : rims_) sum += one.edges->rims.bytes();  // shared ones count for each that holds them
  return sum;
}

/// What the edges put on any place at a distance, at most.
double UnitKernel::most_by_rims(double r_m) const {
  double most = 0.0;
  for (const RimsOfCase& one : rims_) {
    const Rims& edges = one.edges->rims;
    if (r_m > edges.reach_m()) continue;
    for (const RimRow& row : edges.rows()) {
      const auto edge = edges.edge(row, r_m);
      if (!edge || edge->jump <= 0.0) continue;
      const RoseCumulative& rose = (*roses_)[row.rose];
      const double share =
          one.edges->turns ? std::min(rose.total, rose.most_per_turn * edge->phi_rad / std::numbers::pi) : 1.0;
      most += one.frequency_per_year * edge->jump * share;
    }
  }
  return most;
}

/// What any place at a distance has, at most: much cheaper to ask than many places.
double UnitKernel::most_at(double r_m) const {
  double most = most_by_rims(r_m) + table_.most_at(r_m);
  for (const RadialTail& tail : round_.tails) most += tail.at_square(r_m * r_m);
  for (const LethalDisc& disc : round_.discs) most += r_m <= disc.radius_m ? disc.frequency_per_year : 0.0;
  return most;
}

/// No place farther out has more: each kind of effect by itself, with its part of the level.
double UnitKernel::bound_above_m(double level_per_year) const {
  constexpr double kKinds = 3.0;  // the table, edges, and what is the same in every direction
  constexpr double kBetweenRings = 1.03;
  const double part = level_per_year / kKinds;
  constexpr double kNearest_m = 1.0;
  double bound_m = std::max(kNearest_m, table_.reach_above_m(part));
  double discs = 0.0;
  for (const LethalDisc& disc : round_.discs) discs += disc.frequency_per_year;
  for (const LethalDisc& disc : round_.discs) {
    if (discs > part) bound_m = std::max(bound_m, disc.radius_m);
  }
  const double tails = static_cast<double>(std::max<std::size_t>(round_.tails.size(), 1));
  for (const RadialTail& tail : round_.tails) {
    double r_m = tail.outer_m();
    while (r_m > bound_m && tail.at_square(r_m * r_m / (kBetweenRings * kBetweenRings)) < part / tails)
      r_m /= kBetweenRings;
    bound_m = std::max(bound_m, r_m);
  }
  double r_m = rims_reach_m_;
  while (r_m > bound_m && std::max(most_by_rims(r_m), most_by_rims(r_m / kBetweenRings)) < part) r_m /= kBetweenRings;
  return std::max(bound_m, r_m);
}

double UnitKernel::reach_above_m(double level_per_year, double within_m) const {
  constexpr std::size_t kBearings = 96;
  constexpr double kBetweenRings = 1.03;
  constexpr double kBetweenBearings = 0.8;  // a ring whose highest place has so much of the level may pass it elsewhere
  constexpr double kNearest_m = 1.0;
  const double edges_m = std::max(sharp_m_, tails_reach_m_);
  const double by_table_m = table_.reach_above_m(level_per_year);
  if (by_table_m >= edges_m) return by_table_m;  // beyond all edges and tails there is nothing but the table
  const double start_m = std::min({bound_above_m(level_per_year), std::max(edges_m, by_table_m), within_m});
  double least_m = by_table_m;
  for (const RimsOfCase& one : rims_) {  // a jet along its own bearing is too narrow to be met by chance
    if (!one.edges->turns && one.frequency_per_year > level_per_year)
      least_m = std::max(least_m, one.edges->rims.reach_m());
  }
  std::array<double, kBearings> x{};
  std::array<double, kBearings> y{};
  std::array<double, kBearings> risk{};
  for (double r_m = start_m; r_m > std::max(least_m, kNearest_m); r_m /= kBetweenRings) {
    if (most_at(r_m) <= kBetweenBearings * level_per_year) continue;
    for (std::size_t i = 0; i < kBearings; ++i) {
      const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(kBearings);
      x.at(i) = r_m * std::sin(angle);
      y.at(i) = r_m * std::cos(angle);
    }
    evaluate(x, y, 0.0, risk);
    if (*std::max_element(risk.begin(), risk.end()) > kBetweenBearings * level_per_year)
      return std::min(start_m, r_m * kBetweenRings);
  }
  return std::max(least_m, kNearest_m);
}

bool UnitKernel::goes_on(const LethalDisc& disc) const {
  return std::any_of(round_.tails.begin(), round_.tails.end(),
                     [&](const RadialTail& tail) { return tail.inner_m() == disc.radius_m; });
}

RimLookup UnitKernel::lookup(const RimsOfCase& one, const RimRow& row) const {
  const Rims& edges = one.edges->rims;
  const RoseCumulative& rose = (*roses_)[row.rose];
  RimLookup lookup;
  lookup.versines = edges.versines() + row.at;
  lookup.jumps = edges.jumps() + row.at;
  lookup.first_m = row.first_m;
  lookup.last_m = row.last_m;
  lookup.first_ln = row.first_ln;
  lookup.steps_per_ln = row.steps_per_ln;
  lookup.steps = static_cast<double>(row.steps);
  lookup.factor = one.frequency_per_year;
  lookup.sectors = rose.terms.data();
  lookup.stride = rose.stride;
  lookup.count = static_cast<double>(rose.sectors);
  lookup.first_turns = rose.first_turns;
  lookup.total = rose.total;
  return lookup;
}

void UnitKernel::add_edges(const RimsOfCase& one, const PolarPlaces& places, double* out) const {
  const Rims& edges = one.edges->rims;
  if (places.nearest_m > edges.reach_m()) return;
  if (!one.edges->turns) {
    add_own_rims(one, places, out);
    return;
  }
  for (const RimRow& row : edges.rows()) {
    if (places.nearest_m > row.last_m || places.farthest_m < row.first_m) continue;
    add_rim_lookup(lookup(one, row), places, out);
  }
}

void UnitKernel::smooth(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg,
                        std::span<double> out) const {
  PolarPlaces places;
  std::array<double, PolarPlaces::most> sums;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
  for (std::size_t from = 0; from < out.size(); from += PolarPlaces::most) {
    const std::size_t count = std::min(PolarPlaces::most, out.size() - from);
    places.set(dx_m.subspan(from, count), dy_m.subspan(from, count), grid_north_deg);
    sums.fill(0.0);
    table_.add(places, sums.data());
    for (const RimsOfCase& one : rims_) add_edges(one, places, sums.data());
    if (places.nearest_m <= tails_reach_m_) {
      for (const RadialTail& tail : round_.tails) {
        for (std::size_t i = 0; i < count; ++i) sums.at(i) += tail.at_square(places.r_m.at(i) * places.r_m.at(i));
      }
    }
    // Where one edge meets another their rounding may leave less than nothing.
    for (std::size_t i = 0; i < count; ++i) out[from + i] = std::max(0.0, sums.at(i));
  }
}

void UnitKernel::evaluate(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg,
                          std::span<double> out) const {
  smooth(dx_m, dy_m, grid_north_deg, out);
  for (const LethalDisc& disc : round_.discs) {
    const double r2 = disc.radius_m * disc.radius_m;
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] += dx_m[i] * dx_m[i] + dy_m[i] * dy_m[i] <= r2 ? disc.frequency_per_year : 0.0;
    }
  }
}

double UnitKernel::at(double dx_m, double dy_m, double grid_north_deg) const {
  double risk = 0.0;
  evaluate({&dx_m, 1}, {&dy_m, 1}, grid_north_deg, {&risk, 1});
  return risk;
}

double UnitKernel::smooth_average(double dx_m, double dy_m, double cell_m, double grid_north_deg, int parts) const {
  constexpr auto kMost = static_cast<std::size_t>(kMostParts);
  const auto n = static_cast<std::size_t>(parts);
  const double step = cell_m / parts;
  const double half = 0.5 * (cell_m - step);
  std::array<double, kMost * kMost> x;     // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::array<double, kMost * kMost> y;     // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::array<double, kMost * kMost> risk;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t i = 0; i < n * n; ++i) {
    const std::size_t row = i / n;
    x.at(i) = dx_m - half + static_cast<double>(i % n) * step;
    y.at(i) = dy_m - half + static_cast<double>(row) * step;
  }
  const std::span<double> values(risk.data(), n * n);
  smooth(std::span(x).first(n * n), std::span(y).first(n * n), grid_north_deg, values);
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(n * n);
}

double UnitKernel::cell_average(double dx_m, double dy_m, double cell_m, double grid_north_deg) const {
  const double half = 0.5 * cell_m;
  double discs_share = 0.0;
  for (const LethalDisc& disc : round_.discs) {
    const double area = disc_area_in_box(disc.radius_m, dx_m - half, dy_m - half, dx_m + half, dy_m + half);
    discs_share += disc.frequency_per_year * area / (cell_m * cell_m);
  }
  if (table_.empty() && rims_reach_m_ == 0.0 && tails_reach_m_ == 0.0) return discs_share;
  // Halving the step takes three quarters of a smooth field's error away, so that two means tell a third, better one. Where
  // an edge passes through the cell the third is no better than the finer of the two, and the same bound holds for it.
  const double from_m = std::hypot(dx_m, dy_m) - std::numbers::sqrt2 * half;
  const double to_m = from_m + 2.0 * std::numbers::sqrt2 * half;
  const bool smooth_here =
      from_m > std::max(0.0, tails_reach_m_) &&
      std::all_of(rims_.begin(), rims_.end(), [&](const RimsOfCase& one) { return smooth_between(one, from_m, to_m); });
  const int first_parts = smooth_here ? kFirstSmoothParts : kFirstParts;
  double coarse = smooth_average(dx_m, dy_m, cell_m, grid_north_deg, first_parts);
  double average = coarse;
  for (int parts = 2 * first_parts; parts <= kMostParts; parts *= 2) {
    const double fine = smooth_average(dx_m, dy_m, cell_m, grid_north_deg, parts);
    average = std::max(0.0, fine + (fine - coarse) / 3.0);
    if (std::abs(average - fine) <= kSettled * average) break;
    coarse = fine;
  }
  return discs_share + average;
}

}  // namespace sise
