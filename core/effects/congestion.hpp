// Where a drifting cloud meets pipework: the energy that explodes with force, region by region.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "models/dispersion/flammable_cloud.hpp"

namespace sise {

/// A part of a plant whose obstacles drive a flame to speed.
struct ObstructedRegion {
  std::string id;
  MultiPolygon area;        ///< on the ground, valid
  double height_m = 0.0;    ///< of the obstacles
  double free_share = 1.0;  ///< of the volume that gas can fill: 1 minus what the obstacles take
};

/// Where a cloud lies on the map.
struct CloudPlace {
  Point source;
  double towards_deg = 0.0;  ///< where the wind blows to, clockwise from grid north
};

/// What one region contributes: the input of a multi-energy blast.
struct ObstructedExplosion {
  std::string id;
  double volume_m3 = 0.0;  ///< free volume inside the region and the cloud's LFL envelope
  double energy_J = 0.0;
  Point centre;  ///< of that volume, on the ground
};

/// TNO's multi-energy method takes only the obstructed part of a cloud: E = 3.5 MJ/m3 times the free volume that region
/// and cloud share (stoichiometric hydrocarbon-air; CPR 14E 1997, section 5.5.3; confidence: seen). All regions
/// together hold no more than the cloud's flammable mass can give: else each is scaled down alike. Regions outside the
/// cloud are left out. Throws ModelError naming every region whose height, free share or shape is impossible.
[[nodiscard]] std::vector<ObstructedExplosion> obstructed_explosions(std::span<const ObstructedRegion> regions,
                                                                     const FlammableCloud& cloud,
                                                                     const CloudPlace& place,
                                                                     double heat_of_combustion_J_kg);

/// The cloud's LFL envelope at height z on the map; empty where it does not reach that height.
[[nodiscard]] MultiPolygon envelope_at(const FlammableCloud& cloud, const CloudPlace& place, double z_m);

}  // namespace sise
