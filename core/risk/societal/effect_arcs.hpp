// An effect on rings around its source, asked at few angles and known between them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/kernels/effect_death.hpp"
#include "core/risk/societal/polar_people.hpp"
#include "core/risk/societal/wind_directions.hpp"

namespace sise {

/// Angles off the axis at which effects are asked, closest together on the axis where flames and clouds are narrow, and
/// how the edges of bins lie between them. Between two of them ln(value) is linear in the square of the angle: so it is
/// for a plume, and for anything symmetric near the axis.
class ArcAngles {
 public:
  static constexpr std::size_t nodes = 40;

  explicit ArcAngles(const WindDirections& directions);

  [[nodiscard]] std::span<const double> cosines() const { return cosine_; }
  [[nodiscard]] std::span<const double> sines() const { return sine_; }
  /// Bins of half a turn.
  [[nodiscard]] std::size_t bins() const { return edges_.size() - 1; }
  /// From values at the nodes to those at the edges of bins, bins() + 1 of them.
  void at_edges(std::span<const float> at_nodes, std::vector<float>& edges) const;

 private:
  struct Edge {
    std::uint32_t node = 0;
    float on_next = 0.0F;
  };
  std::array<double, nodes> cosine_{}, sine_{};
  std::vector<Edge> edges_;
};

/// An effect in one weather, asked once on each ring when first wanted: it serves every place where its accidents start. On
/// rings between those of the kernels ln(value) is linear, save where a flame or a burning cloud is. One thread at a time.
class EffectArcs {
 public:
  /// `surely_lethal`: the value whose edge is looked for where a flame or a burning cloud ends between two angles.
  EffectArcs(EffectDeath death, double surely_lethal, PeopleRings rings);

  [[nodiscard]] const EffectDeath& death() const { return death_; }
  [[nodiscard]] const PeopleRings& rings() const { return rings_; }
  /// ln(value) at the angles on a ring.
  [[nodiscard]] std::span<const float> at_nodes(std::size_t ring, const ArcAngles& angles);

 private:
  using Row = std::array<float, ArcAngles::nodes>;

  [[nodiscard]] const Row& row(std::size_t ring, const ArcAngles& angles);
  [[nodiscard]] Row on_kernel_ring(std::size_t ring, const ArcAngles& angles);
  [[nodiscard]] Row asked(std::size_t ring, const ArcAngles& angles) const;
  void ask(double r_m, const ArcAngles& angles, std::span<const std::size_t> nodes, Row& row) const;
  [[nodiscard]] bool nearly_alike(const Row& inner, const Row& outer) const;
  [[nodiscard]] static Row mixed_rows(const Row& inner, const Row& outer, float t);
  [[nodiscard]] Row between(const Row& inner, const Row& outer, std::size_t ring, const ArcAngles& angles) const;
  [[nodiscard]] bool has_surface(float inside) const;
  [[nodiscard]] bool jumps_from(float inside, float outside) const;
  [[nodiscard]] float at(double r_m, double angle_squared) const;
  void fit_edge(double r_m, std::size_t inside, std::size_t outside, Row& row) const;

  EffectDeath death_;
  float surely_ln_;
  PeopleRings rings_;
  std::vector<std::unique_ptr<Row>> rows_;
};

}  // namespace sise
