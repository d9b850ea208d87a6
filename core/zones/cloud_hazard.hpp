// A cloud that comes and goes: a mass at once, a rate or a wind that changes, a release too short for a steady plume.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/zones/cloud_lattice.hpp"
#include "core/zones/dense_growth.hpp"
#include "core/zones/hazard.hpp"
#include "core/zones/indoor_share.hpp"
#include "core/zones/ring_field.hpp"
#include "models/atmosphere/sigma.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// A series of puffs (puff_series.hpp) in the wind as given, followed once and kept on a lattice (cloud_lattice.hpp) as far as
/// the lowest level is met. The uncertainty turns every wind of the incident alike, and so the whole cloud about its
/// source: over all winds a place sees what passes over the arc of its circle, looked at a fifth of the narrowest cloud's
/// sigma apart (within half a per cent of the highest anywhere between), without gaps at any distance.
///
/// A place is compared with a level by the level's rule: the worst stretch of ∫C^n dt, or the highest concentration.
/// Indoors the cloud counts as one of its highest concentration that brings the same dose: sooner in, on the safe side.
///
/// A dense cloud is a row of puffs too (dense_growth.hpp).
class CloudHazard final : public Hazard {
 public:
  /// Throws ModelError for a release that puffs cannot be computed for.
  explicit CloudHazard(const Incident& incident);
  CloudHazard(const CloudHazard&) = delete;  // its lattice asks it for puffs
  CloudHazard(CloudHazard&&) = delete;
  CloudHazard& operator=(const CloudHazard&) = delete;
  CloudHazard& operator=(CloudHazard&&) = delete;
  ~CloudHazard() override = default;

  [[nodiscard]] ThreatValues at(std::span<const Point> places, const LoadRule& rule) const override;
  [[nodiscard]] ThreatRasters over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const override;
  /// Where the lattice meets the lowest level, turned; by the highest concentration, which no load exceeds.
  [[nodiscard]] std::optional<ThreatExtent> extent(const std::vector<ThreatLevel>& levels) const override;
  /// Arrival in the soonest wind and end in the latest; dose and load for the wind as given.
  [[nodiscard]] Passage passage(Point place, const LoadRule& rule) const override;
  [[nodiscard]] bool heeds_rules() const override { return true; }
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& /*rule*/) const override { return std::nullopt; }
  /// The lattice, a wider one where the grid reaches beyond it, and circles for the turned winds.
  [[nodiscard]] std::int64_t bytes(const GridSpec& grid) const override;
  [[nodiscard]] std::string model() const override { return "puff_series"; }
  [[nodiscard]] std::vector<std::string> warnings() const override { return warnings_; }

 private:
  [[nodiscard]] PuffSeries series(double nearest_m) const;
  [[nodiscard]] std::vector<CloudQuestion> questions() const;
  [[nodiscard]] std::size_t question_of_rule(const LoadRule& rule) const;
  /// Null without a room.
  [[nodiscard]] const IndoorShare* share_of_rule(const LoadRule& rule) const;
  /// The steady concentration that a cloud counts as outdoors, at most that of pure gas.
  [[nodiscard]] double outdoors(const PassedCloud& cloud, const LoadRule& rule) const;
  [[nodiscard]] double half_width_rad() const;
  /// Sigma of the narrowest cloud at a distance.
  [[nodiscard]] double narrowest_m(double r_m) const;
  /// A fifth of the angle that it covers.
  [[nodiscard]] double step_rad(double r_m) const;
  /// What passes over the arc of a place's circle, the place itself first.
  [[nodiscard]] std::vector<PassedCloud> on_arc(Point place, std::size_t question) const;
  [[nodiscard]] RingField rings_over(const GridSpec& grid) const;
  void take_turns(const CloudLattice& lattice, const GridSpec& grid, const LoadRule& rule, Progress* progress,
                  ThreatRasters& result) const;

  Incident incident_;
  std::vector<WindStep> winds_;  ///< as bearings on the grid
  std::optional<DensePuffs> dense_{};
  std::vector<SigmaCurves> curves_{};  ///< of the winds, where the cloud is passive
  std::vector<LoadRule> rules_;
  std::vector<IndoorShare> shares_{};  ///< of the rules, and of the highest concentration; empty without a room
  double threshold_kg_m3_;             ///< the lowest level
  std::vector<std::string> warnings_;
  CloudLattice lattice_;
};

}  // namespace sise
