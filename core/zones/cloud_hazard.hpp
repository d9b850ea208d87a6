// A cloud that comes and goes: a mass at once, a rate or a wind that changes, a release too short for a steady plume.
#pragma once
#include "core/zones/hazard.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// The winds of a fan that puffs are followed in are at most so far apart: a narrow cloud, some 4 degrees wide, is then
/// within 5 % of its highest anywhere between two of them.
inline constexpr double cloud_step_deg = 1.25;

/// A series of puffs (puff_series.hpp) in the wind as given and in a fan of winds, each turned as a whole by at most the
/// uncertainty, no more than cloud_step_deg apart: once the wind turns there is no axis and no symmetry left.
///
/// A place is compared with a level by the level's rule: the worst stretch of ∫C^n dt, or the highest concentration.
/// Indoors the cloud counts as one of its highest concentration that brings the same dose: sooner in, on the safe side.
class CloudHazard final : public Hazard {
 public:
  /// Throws ModelError for a release that puffs cannot be computed for.
  explicit CloudHazard(const Incident& incident);

  [[nodiscard]] ThreatValues at(std::span<const Point> places, const LoadRule& rule) const override;
  [[nodiscard]] ThreatRasters over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const override;
  /// Seen on coarse grids that grow until no edge cell meets a level; by the highest concentration, which no load
  /// exceeds.
  [[nodiscard]] std::optional<ThreatExtent> extent(const std::vector<ThreatLevel>& levels) const override;
  /// Arrival in the soonest wind and end in the latest; dose and load for the wind as given.
  [[nodiscard]] Passage passage(Point place, const LoadRule& rule) const override;
  [[nodiscard]] bool heeds_rules() const override { return true; }
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& /*rule*/) const override { return std::nullopt; }
  [[nodiscard]] std::string model() const override { return "puff_series"; }
  [[nodiscard]] std::vector<std::string> warnings() const override;

 private:
  [[nodiscard]] PuffSeries series(double turn_deg, double nearest_m) const;

  Incident incident_;
  double threshold_kg_m3_;           ///< the lowest level
  std::vector<double> turns_deg_{};  ///< the wind as given first
};

}  // namespace sise
