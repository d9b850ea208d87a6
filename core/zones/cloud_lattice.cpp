#include "core/zones/cloud_lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/zones/cloud_sweep.hpp"

namespace sise {
namespace {

constexpr double kInnermost_m = 100e3 / 32768.0;  // half side: fifteen doublings make 100 km
constexpr double kNodesPerSigma = 3.0;
constexpr std::size_t kMostIntervals = kCloudEdge - 3;
constexpr std::size_t kFewestIntervals = 8;
constexpr float kNothing = -300.0F;  // a logarithm that stands for nothing
constexpr std::size_t kCubic = 4;    // nodes of a cubic

constexpr std::size_t kNodeBytes = 5 * sizeof(float);  // of Layers

std::int64_t bytes_of(const CloudSnapshot& moment) {
  return static_cast<std::int64_t>(sizeof moment + moment.puffs.capacity() * sizeof(CloudPuff) +
                                   moment.groups.capacity() * sizeof(Bounds) +
                                   moment.axis_kg_m3.capacity() * sizeof(double));
}

float logarithm(double value) {
  return value > 0.0 ? std::max(kNothing, static_cast<float>(std::log(value))) : kNothing;
}

/// Lagrange's weights of the nodes -1, 0, 1, 2 for a place between 0 and 1.
std::array<double, kCubic> weights(double t) {
  const double a = t + 1.0;
  const double c = t - 1.0;
  const double d = t - 2.0;
  return {-t * c * d / 6.0, a * c * d / 2.0, -a * t * d / 2.0, a * t * c / 6.0};
}

/// A place among the nodes of a patch: between node (column, row) and the next ones.
struct Among {
  std::size_t first = 0;  ///< of the four by four nodes around it, in the patch's order
  std::size_t nodes = 0;  ///< on a side
  double along = 0.0;     ///< of the interval, 0 to 1
  double up = 0.0;

  [[nodiscard]] std::size_t node(std::size_t i, std::size_t j) const { return first + j * nodes + i; }
};

/// Straight between the four nodes around a place: where the cloud ends a cubic would swing.
double straight(const std::vector<float>& ln, const Among& at) {
  const auto value = [&](std::size_t i, std::size_t j) {
    const float l = ln[at.node(i, j)];
    return l > kNothing ? std::exp(static_cast<double>(l)) : 0.0;
  };
  return std::lerp(std::lerp(value(1, 1), value(2, 1), at.along), std::lerp(value(1, 2), value(2, 2), at.along), at.up);
}

double between(const std::vector<float>& ln, const Among& at) {
  const std::array<double, kCubic> x = weights(at.along);
  const std::array<double, kCubic> y = weights(at.up);
  double sum = 0.0;
  for (std::size_t j = 0; j < kCubic; ++j) {
    double row = 0.0;
    for (std::size_t i = 0; i < kCubic; ++i) {
      const float l = ln[at.node(i, j)];
      if (l <= kNothing) return straight(ln, at);
      row += x[i] * static_cast<double>(l);
    }
    sum += y[j] * row;
  }
  return std::exp(sum);
}

/// Straight between the four nodes around; next to places that the moment never comes to, that of the nearest node.
double moment(const std::vector<float>& s, const Among& at) {
  const auto value = [&](std::size_t i, std::size_t j) { return static_cast<double>(s[at.node(i, j)]); };
  const double all =
      std::lerp(std::lerp(value(1, 1), value(2, 1), at.along), std::lerp(value(1, 2), value(2, 2), at.along), at.up);
  return std::isnan(all) ? value(at.along < 0.5 ? 1 : 2, at.up < 0.5 ? 1 : 2) : all;
}

}  // namespace

CloudLattice::CloudLattice(CloudOfPuffs cloud, std::vector<CloudQuestion> questions)
    : cloud_(std::move(cloud)), questions_(std::move(questions)) {
  for (CloudQuestion& question : questions_) {
    check_question(question);
    question.mean = false;
  }
}

double CloudLattice::half_side_m() const { return rungs_.empty() ? 0.0 : rungs_.back().half_m; }

void CloudLattice::grow_to_threshold(double farthest_m, Progress* progress) {
  while (half_side_m() < farthest_m) {
    const bool inside = met_;
    if (!add_rung(progress) && inside) return;
  }
}

void CloudLattice::grow(double reach_m, Progress* progress) {
  while (half_side_m() < reach_m) static_cast<void>(add_rung(progress));
}

bool CloudLattice::in_hole(const Rung& rung, std::size_t patch) const {
  const auto within = [&](std::size_t i) {
    const double middle = (static_cast<double>(i) + 0.5) * rung.patch_m - rung.half_m;
    return std::abs(middle) < rung.hole_m;
  };
  return within(patch % rung.patches) && within(patch / rung.patches);
}

CloudLattice::Rung CloudLattice::rung_around(double hole_m) const {
  Rung rung;
  rung.hole_m = hole_m;
  rung.half_m = hole_m > 0.0 ? 2.0 * hole_m : kInnermost_m;
  const double side_m = rung.half_m - rung.hole_m;
  const double apart_m = cloud_.narrowest_m(rung.nearest_m()) / kNodesPerSigma;
  const double pieces = std::max(1.0, std::ceil(side_m / (static_cast<double>(kMostIntervals) * apart_m)));
  rung.patch_m = side_m / pieces;
  rung.patches = static_cast<std::size_t>(std::lround(2.0 * rung.half_m / rung.patch_m));
  rung.intervals =
      std::clamp(static_cast<std::size_t>(std::ceil(rung.patch_m / apart_m)), kFewestIntervals, kMostIntervals);
  return rung;
}

std::int64_t CloudLattice::bytes(double reach_m) const {
  const auto of_nodes = [](std::size_t nodes) { return static_cast<std::int64_t>(nodes * kNodeBytes); };
  std::int64_t all = moments_bytes_;
  std::size_t most_nodes = 0;  // of a patch
  for (const Rung& rung : rungs_) {
    most_nodes = std::max(most_nodes, rung.nodes() * rung.nodes());
    all += static_cast<std::int64_t>(rung.layers.size() * sizeof(Layers));
    for (const Layers& layers : rung.layers) all += of_nodes(layers.ln_peak.size());
  }
  for (double hole_m = half_side_m(); hole_m < reach_m;) {
    const Rung rung = rung_around(hole_m);
    const std::size_t in_patch = rung.nodes() * rung.nodes();
    const auto patches = static_cast<double>(rung.patches * rung.patches);
    const double inside = rung.hole_m / rung.half_m;
    const auto outside = static_cast<std::size_t>(std::ceil(patches * (1.0 - inside * inside)));
    all += of_nodes(outside * in_patch * questions_.size());
    most_nodes = std::max(most_nodes, in_patch);
    hole_m = rung.half_m;
  }
  // Of each thread: a few numbers of each place, and for each question sums as far back as its window reaches.
  constexpr std::size_t kOfAll = 12;
  constexpr std::size_t kOfQuestion = 136;
  const std::size_t numbers = most_nodes * (kOfAll + kOfQuestion * questions_.size());
  return all + threads() * static_cast<std::int64_t>(numbers * sizeof(double));
}

bool CloudLattice::add_rung(Progress* progress) {
  Rung rung = rung_around(half_side_m());
  rung.layers.resize(rung.patches * rung.patches * questions_.size());
  const double reach_m = rung.half_m + 2.0 * rung.apart_m();
  const Point centre = cloud_.source;
  const Bounds box{centre.x - reach_m, centre.y - reach_m, centre.x + reach_m, centre.y + reach_m};
  const PuffSeries series = cloud_.series(rung.nearest_m());
  const std::vector<CloudSnapshot> snapshots = cloud_snapshots(series, centre, box, questions_.front(), progress);
  std::int64_t moments_bytes = 0;
  for (const CloudSnapshot& moment : snapshots) moments_bytes += bytes_of(moment);
  moments_bytes_ = std::max(moments_bytes_, moments_bytes);
  const auto patches = static_cast<std::int64_t>(rung.patches * rung.patches);
  const auto one = [&](std::int64_t patch) {
    const auto i = static_cast<std::size_t>(patch);
    if (!in_hole(rung, i)) fill(rung, snapshots, i);
  };
  parallel_for(patches, one, progress, "cloud");
  bool met = false;
  goes_on_ = false;
  each_met(rung, [&](const Met& node) {
    met = true;
    const double out_m = std::max(std::abs(node.east_m), std::abs(node.north_m));
    goes_on_ = goes_on_ || out_m > rung.half_m - 0.5 * node.apart_m;
  });
  met_ = met_ || met;
  rungs_.push_back(std::move(rung));
  return met;
}

void CloudLattice::fill(Rung& rung, std::span<const CloudSnapshot> snapshots, std::size_t patch) const {
  const std::size_t nodes = rung.nodes();
  const double apart_m = rung.apart_m();
  // Node (0, 0) is one interval south-west of the patch; a grid's rows go from north to south.
  const std::size_t patch_row = patch / rung.patches;
  const double west =
      cloud_.source.x - rung.half_m + static_cast<double>(patch % rung.patches) * rung.patch_m - apart_m;
  const double south = cloud_.source.y - rung.half_m + static_cast<double>(patch_row) * rung.patch_m - apart_m;
  const auto side = static_cast<std::int64_t>(nodes);
  const GridSpec grid{
      west - 0.5 * apart_m, south + (static_cast<double>(nodes) - 0.5) * apart_m, apart_m, side, side, ""};
  const CloudTile tile(grid, grid.whole());
  CloudPassage passed(questions_, tile.size());
  if (sweep(snapshots, tile, {&passed, 1}) == 0) return;
  for (std::size_t q = 0; q < questions_.size(); ++q) {
    Layers& layers = rung.layers[patch * questions_.size() + q];
    for (auto* all : {&layers.ln_peak, &layers.ln_load, &layers.ln_dose, &layers.arrival_s, &layers.end_s}) {
      all->reserve(nodes * nodes);
    }
    for (std::size_t j = 0; j < nodes; ++j) {
      for (std::size_t i = 0; i < nodes; ++i) {
        const CloudValues values = passed.values(q, (nodes - 1 - j) * tile.stride + i);
        layers.ln_peak.push_back(logarithm(values.peak_kg_m3));
        layers.ln_load.push_back(logarithm(values.window_load));
        layers.ln_dose.push_back(logarithm(values.dose_kg_s_m3));
        layers.arrival_s.push_back(static_cast<float>(values.arrival_s));
        layers.end_s.push_back(static_cast<float>(values.end_s));
      }
    }
  }
}

void CloudLattice::each_met(const Rung& rung, const std::function<void(const Met&)>& visit) const {
  const float least = logarithm(questions_.front().threshold_kg_m3);
  const double apart_m = rung.apart_m();
  for (std::size_t patch = 0; patch < rung.patches * rung.patches; ++patch) {
    const Layers& layers = rung.layers[patch * questions_.size()];
    if (layers.ln_peak.empty()) continue;
    const std::size_t patch_row = patch / rung.patches;
    const double west = static_cast<double>(patch % rung.patches) * rung.patch_m - rung.half_m;
    const double south = static_cast<double>(patch_row) * rung.patch_m - rung.half_m;
    for (std::size_t j = 0; j <= rung.intervals; ++j) {
      for (std::size_t i = 0; i <= rung.intervals; ++i) {
        if (layers.ln_peak[(j + 1) * rung.nodes() + i + 1] < least) continue;
        visit({west + static_cast<double>(i) * apart_m, south + static_cast<double>(j) * apart_m, apart_m});
      }
    }
  }
}

void CloudLattice::each_met(const std::function<void(const Met&)>& visit) const {
  for (const Rung& rung : rungs_) each_met(rung, visit);
}

PassedCloud CloudLattice::at(std::size_t question, Point place) const {
  const double east = place.x - cloud_.source.x;
  const double north = place.y - cloud_.source.y;
  constexpr double kNever = std::numeric_limits<double>::quiet_NaN();
  const PassedCloud none{.arrival_s = kNever, .end_s = kNever};
  const double out_m = std::max(std::abs(east), std::abs(north));
  const auto rung =
      std::lower_bound(rungs_.begin(), rungs_.end(), out_m, [](const Rung& one, double r) { return one.half_m < r; });
  if (rung == rungs_.end()) return none;
  const auto cut = [&](double m, std::size_t& patch, std::size_t& node, double& share) {
    const double in_patches = (m + rung->half_m) / rung->patch_m;
    patch = std::min(static_cast<std::size_t>(in_patches), rung->patches - 1);
    const double in_nodes = (in_patches - static_cast<double>(patch)) * static_cast<double>(rung->intervals);
    node = std::min(static_cast<std::size_t>(in_nodes), rung->intervals - 1);
    share = in_nodes - static_cast<double>(node);
  };
  std::size_t patch_column = 0;
  std::size_t patch_row = 0;
  std::size_t column = 0;
  std::size_t row = 0;
  Among among;
  cut(east, patch_column, column, among.along);
  cut(north, patch_row, row, among.up);
  const Layers& layers = rung->layers[(patch_row * rung->patches + patch_column) * questions_.size() + question];
  if (layers.ln_peak.empty()) return none;
  among.nodes = rung->nodes();
  among.first = row * among.nodes + column;
  return {between(layers.ln_peak, among), between(layers.ln_load, among), between(layers.ln_dose, among),
          moment(layers.arrival_s, among), moment(layers.end_s, among)};
}

}  // namespace sise
