// A cloud that comes and goes: a mass at once, a rate or a wind that changes, a release too short for a steady plume.
#pragma once
#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "core/zones/cloud_field.hpp"
#include "core/zones/dense_growth.hpp"
#include "core/zones/hazard.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// A series of puffs (puff_series.hpp) in the wind as given. The uncertainty turns every wind of the incident alike, and so
/// the whole cloud about its source: over all winds a place sees what passes over the arc of its circle, looked at a fifth
/// of the narrowest cloud's sigma apart (within half a per cent of the highest anywhere between), without gaps at any
/// distance.
///
/// A place is compared with a level by the level's rule: the worst stretch of ∫C^n dt, or the highest concentration.
/// Indoors the cloud counts as one of its highest concentration that brings the same dose: sooner in, on the safe side.
///
/// A dense cloud is a row of puffs too (dense_growth.hpp).
class CloudHazard final : public Hazard {
 public:
  /// Throws ModelError for a release that puffs cannot be computed for.
  explicit CloudHazard(const Incident& incident);

  [[nodiscard]] ThreatValues at(std::span<const Point> places, const LoadRule& rule) const override;
  [[nodiscard]] ThreatRasters over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const override;
  /// Seen on coarse grids that grow until no edge cell meets a level, then turned; by the highest concentration, which no
  /// load exceeds.
  [[nodiscard]] std::optional<ThreatExtent> extent(const std::vector<ThreatLevel>& levels) const override;
  /// Arrival in the soonest wind and end in the latest; dose and load for the wind as given.
  [[nodiscard]] Passage passage(Point place, const LoadRule& rule) const override;
  [[nodiscard]] bool heeds_rules() const override { return true; }
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& /*rule*/) const override { return std::nullopt; }
  [[nodiscard]] std::string model() const override { return "puff_series"; }
  [[nodiscard]] std::vector<std::string> warnings() const override;

 private:
  struct Worst;
  [[nodiscard]] PuffSeries series(double nearest_m) const;
  [[nodiscard]] CloudQuestion question(const LoadRule& rule) const;
  /// The steady concentration that a cloud counts as outdoors, at most that of pure gas.
  [[nodiscard]] double outdoors(double peak_kg_m3, double window_load, const LoadRule& rule) const;
  [[nodiscard]] double half_width_rad() const;
  /// A fifth of the angle that the narrowest cloud's sigma covers at a distance.
  [[nodiscard]] double step_rad(double r_m) const;
  /// Where the arc of a place's circle is looked at, the place itself first.
  [[nodiscard]] std::vector<Point> arc_of(Point place) const;
  void take_turns(const GridSpec& grid, const LoadRule& rule, Progress* progress, ThreatRasters& result,
                  Worst& worst) const;

  Incident incident_;
  std::vector<WindStep> winds_;  ///< as bearings on the grid
  std::optional<DensePuffs> dense_{};
  double threshold_kg_m3_;                    ///< the lowest level
  mutable std::atomic<bool> goes_on_{false};  ///< the lowest level is met where extent() looks no farther
};

}  // namespace sise
