// Threat zones of one incident: what is certainly and what is possibly inside each level, and who is there.
#pragma once
#include <string>
#include <vector>

#include "core/exposure/incident.hpp"
#include "core/exposure/threat_field.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"

namespace sise {

struct ThreatZone {
  std::size_t level = 0;  ///< index into the incident's levels
  bool certain = false;   ///< true: inside for every wind within the uncertainty; false: for at least one
  MultiPolygon area;
  double area_m2 = 0.0;
  double max_distance_m = 0.0;  ///< of the zone from the source
  double people_day = 0.0;
  double people_night = 0.0;
  std::vector<std::string> targets;  ///< ids of the targets that it touches, in the incident's order
};

struct TargetExposure {
  std::string id;
  std::string name;
  double distance_m = 0.0;
  double value = 0.0;          ///< for the wind as given, worst place of the target
  double largest_value = 0.0;  ///< over all winds within the uncertainty
  std::string worst_level;     ///< name of the worst level that it may meet; empty: none
  double arrival_s = 0.0;
  double passing_s = 0.0;  ///< end of the cloud's passage
};

struct ThreatResult {
  GridSpec grid;
  Raster<float> central;  ///< incident's quantity, for the wind as given
  Raster<float> largest;
  Raster<float> smallest;
  std::vector<ThreatZone> zones;        ///< per level: possible, then certain
  std::vector<TargetExposure> targets;  ///< those that some level may reach, worst first
  std::vector<std::string> warnings;
};

/// The grid that holds the lowest level's zone: its reach and 10 % more, in the directions that the wind can take.
/// Throws InputError when no level is reached anywhere.
[[nodiscard]] GridSpec threat_grid(const Incident& incident, const ThreatField& field, double cell_m,
                                   const std::string& crs);

/// Throws ModelError, Interrupted.
[[nodiscard]] ThreatResult threat_zones(const Incident& incident, const ThreatField& field, const GridSpec& grid,
                                        Progress* progress = nullptr);

}  // namespace sise
