// Threat zones of one incident: what is certainly and what is possibly inside each level, and who is there.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/zones/hazard.hpp"
#include "core/zones/people.hpp"
#include "core/zones/target_exposure.hpp"

namespace sise {

/// The part of a possible zone where the level is met even indoors: who is there must leave; elsewhere in the zone a
/// house is shelter enough.
struct LeaveZone {
  MultiPolygon area;
  double area_m2 = 0.0;
  double max_distance_m = 0.0;
  PeopleKnown people;
};

struct ThreatZone {
  std::size_t level = 0;  ///< index into the incident's levels
  bool certain = false;   ///< true: inside for every wind within the uncertainty; false: for at least one
  MultiPolygon area;
  double area_m2 = 0.0;
  double max_distance_m = 0.0;  ///< of the zone from the source
  bool cut_by_frame = false;    ///< the level is met at the grid's edge: the zone goes on beyond it
  PeopleKnown people;
  std::vector<std::string> targets;  ///< ids of the targets that it touches, in the incident's order
  std::optional<LeaveZone> leave;    ///< of a possible zone of a cloud
};

struct ThreatResult {
  GridSpec grid;
  std::string model;                        ///< "steady_plume", "puff_series", "fire_or_explosion"
  std::vector<ThreatRasters> fields;        ///< one, or one for each rule that the levels have
  std::vector<LoadRule> rules;              ///< of the fields
  std::vector<std::size_t> field_of_level;  ///< index into `fields`
  std::vector<ThreatZone> zones;            ///< per level: possible, then certain
  std::vector<TargetExposure> targets;      ///< those that some level may reach, worst first
  std::vector<std::string> warnings;
};

/// The rules that the levels need fields for: one for all where the hazard does not heed them.
[[nodiscard]] std::vector<LoadRule> field_rules(const Incident& incident, const Hazard& hazard);

/// Some zone goes on beyond the grid.
[[nodiscard]] bool any_cut_by_frame(const ThreatResult& result);

/// Throws ModelError, Interrupted.
[[nodiscard]] ThreatResult threat_zones(const Incident& incident, const Hazard& hazard, const GridSpec& grid,
                                        Progress* progress = nullptr);

}  // namespace sise
