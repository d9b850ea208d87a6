#include "core/risk/societal/effect_arcs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace sise {
namespace {

/// Values beyond these kill nobody or everybody whatever they are; within a flame, say, one is infinite. Not farther apart
/// than they need be: across a jump the edge lies where the line between two angles passes the deadly value.
struct Bounded {
  double least = 0.0;
  double most = 0.0;

  [[nodiscard]] float ln(double value) const {
    return static_cast<float>(std::log(value >= least ? std::min(value, most) : least));  // NaN: the least
  }
};

Bounded bounded(EffectQuantity quantity) {
  switch (quantity) {
    case EffectQuantity::radiation_w_m2:
      return {1.0, 1e5};
    case EffectQuantity::overpressure_pa:
      return {10.0, 1e7};
    default:
      return {2e-3, 500.0};  // of the lower flammable limit
  }
}

double angle_of(std::size_t node) {
  const double part = static_cast<double>(node) / static_cast<double>(ArcAngles::nodes - 1);
  return std::numbers::pi * part * part;
}

/// Where a node lies between its neighbours, by the squares of the angles.
float middle_in_square(std::size_t node) {
  const auto squared = [](std::size_t i) { return angle_of(i) * angle_of(i); };
  return static_cast<float>((squared(node) - squared(node - 1)) / (squared(node + 1) - squared(node - 1)));
}

}  // namespace

ArcAngles::ArcAngles(const WindDirections& directions) {
  for (std::size_t i = 0; i < nodes; ++i) {
    cosine_.at(i) = std::cos(angle_of(i));
    sine_.at(i) = std::sin(angle_of(i));
  }
  const auto squared = [](double angle) { return angle * angle; };
  std::size_t node = 0;
  for (std::size_t edge = 0; edge <= directions.count() / 2; ++edge) {
    const double angle = directions.step_rad() * static_cast<double>(edge);
    while (node + 2 < nodes && angle_of(node + 1) <= angle) ++node;
    const double from = squared(angle_of(node));
    const double t = (squared(angle) - from) / (squared(angle_of(node + 1)) - from);
    edges_.push_back({static_cast<std::uint32_t>(node), static_cast<float>(std::min(1.0, t))});
  }
}

void ArcAngles::at_edges(std::span<const float> at_nodes, std::vector<float>& edges) const {
  edges.resize(edges_.size());
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const float here = at_nodes[edges_[e].node];
    edges[e] = here + edges_[e].on_next * (at_nodes[edges_[e].node + 1] - here);
  }
}

EffectArcs::EffectArcs(EffectDeath death, double surely_lethal, PeopleRings rings)
    : death_(std::move(death)), surely_ln_(static_cast<float>(std::log(surely_lethal))), rings_(rings) {}

std::span<const float> EffectArcs::at_nodes(std::size_t ring, const ArcAngles& angles) { return row(ring, angles); }

const EffectArcs::Row& EffectArcs::row(std::size_t ring, const ArcAngles& angles) {
  if (ring >= rows_.size()) rows_.resize(ring + 1);
  if (rows_[ring]) return *rows_[ring];
  Row found;
  const std::size_t inner = ring / rings_.parts * rings_.parts;
  if (ring == inner) {
    found = on_kernel_ring(ring, angles);
  } else {
    found = between(row(inner, angles), row(inner + rings_.parts, angles), ring, angles);
  }
  rows_[ring] = std::make_unique<Row>(found);
  return *rows_[ring];
}

/// Burning clouds end, and so do flames: what they do does not fade out from there.
bool EffectArcs::has_surface(float inside) const {
  switch (death_.effect().quantity()) {
    case EffectQuantity::flame:
      return inside >= surely_ln_;
    case EffectQuantity::radiation_w_m2:
      return inside >= bounded(EffectQuantity::radiation_w_m2).ln(std::numeric_limits<double>::infinity());
    default:
      return false;
  }
}

bool EffectArcs::jumps_from(float inside, float outside) const { return outside < surely_ln_ && has_surface(inside); }

/// Every second angle first; between two that are nearly alike the next is interpolated.
EffectArcs::Row EffectArcs::asked(std::size_t ring, const ArcAngles& angles) const {
  constexpr std::size_t n = ArcAngles::nodes;
  constexpr float kAlike = 0.15F;
  const double r_m = rings_.ring_m(ring);
  Row row{};
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < n; i += 2) wanted.push_back(i);
  if (wanted.back() + 1 < n) wanted.push_back(n - 1);
  ask(r_m, angles, wanted, row);
  wanted.clear();
  for (std::size_t i = 1; i + 1 < n; i += 2) {
    const float before = row.at(i - 1);
    const float after = row.at(i + 1);
    const bool flat = std::abs(before - after) <= kAlike && has_surface(before) == has_surface(after);
    if (!flat) wanted.push_back(i);
    row.at(i) = before + middle_in_square(i) * (after - before);
  }
  ask(r_m, angles, wanted, row);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    if (jumps_from(row.at(i), row.at(i + 1))) fit_edge(r_m, i, i + 1, row);
    if (jumps_from(row.at(i + 1), row.at(i))) fit_edge(r_m, i + 1, i, row);
  }
  return row;
}

void EffectArcs::ask(double r_m, const ArcAngles& angles, std::span<const std::size_t> nodes, Row& row) const {
  const Bounded bounds = bounded(death_.effect().quantity());
  std::array<double, ArcAngles::nodes> x{};
  std::array<double, ArcAngles::nodes> y{};
  std::array<double, ArcAngles::nodes> value{};
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    x.at(k) = r_m * angles.cosines()[nodes[k]];
    y.at(k) = r_m * angles.sines()[nodes[k]];
  }
  const auto first = [&](std::span<double> all) { return all.first(nodes.size()); };
  death_.effect().values(first(x), first(y), first(value));
  for (std::size_t k = 0; k < nodes.size(); ++k) row.at(nodes[k]) = bounds.ln(value.at(k));
}

/// On the rings of the kernels every second one is asked first as well.
bool EffectArcs::nearly_alike(const Row& inner, const Row& outer) const {
  constexpr float kAlike = 0.35F;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (has_surface(inner.at(i)) != has_surface(outer.at(i))) return false;
    if (!has_surface(inner.at(i)) && std::abs(inner.at(i) - outer.at(i)) > kAlike) return false;
  }
  return true;
}

EffectArcs::Row EffectArcs::on_kernel_ring(std::size_t ring, const ArcAngles& angles) {
  const std::size_t step = rings_.parts;
  if (ring / step % 2 == 0) return asked(ring, angles);
  const Row& inner = row(ring - step, angles);
  const Row& outer = row(ring + step, angles);
  return nearly_alike(inner, outer) ? mixed_rows(inner, outer, 0.5F) : asked(ring, angles);
}

EffectArcs::Row EffectArcs::mixed_rows(const Row& inner, const Row& outer, float t) {
  Row row{};
  for (std::size_t i = 0; i < row.size(); ++i) row.at(i) = inner.at(i) + t * (outer.at(i) - inner.at(i));
  return row;
}

EffectArcs::Row EffectArcs::between(const Row& inner, const Row& outer, std::size_t ring,
                                    const ArcAngles& angles) const {
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (has_surface(inner.at(i)) != has_surface(outer.at(i))) return asked(ring, angles);
  }
  return mixed_rows(inner, outer, static_cast<float>(ring % rings_.parts) / static_cast<float>(rings_.parts));
}

float EffectArcs::at(double r_m, double angle_squared) const {
  const double angle = std::sqrt(angle_squared);
  return bounded(death_.effect().quantity()).ln(death_.effect().value(r_m * std::cos(angle), r_m * std::sin(angle)));
}

/// Sets the value inside so that the line to the next angle is lethal as far as the flame is.
void EffectArcs::fit_edge(double r_m, std::size_t inside, std::size_t outside, Row& row) const {
  constexpr int kHalvings = 5;
  constexpr float kMost = 0.95F;
  const double from = angle_of(inside) * angle_of(inside);
  const double to = angle_of(outside) * angle_of(outside);
  double lethal = 0.0;
  double not_lethal = 1.0;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (lethal + not_lethal);
    (at(r_m, from + middle * (to - from)) >= surely_ln_ ? lethal : not_lethal) = middle;
  }
  const float t = std::min(kMost, static_cast<float>(0.5 * (lethal + not_lethal)));
  const float fitted = (surely_ln_ - t * row.at(outside)) / (1.0F - t);
  row.at(inside) = has_surface(fitted) ? fitted : row.at(inside);
}

}  // namespace sise
