// What a dense cloud is at one place (a plume) or one moment (a puff), and the state vectors that are integrated.
#pragma once
#include <Eigen/Core>

#include "models/dispersion/dense_gas_mixture.hpp"

namespace sise {

/// One slice through a plume, or a whole puff. Lengths from the source's centre; the cloud is even within h, B (and B_x).
struct CloudSection {
  double x_m = 0.0;     ///< of a puff: its centre
  double time_s = 0.0;  ///< of travel in a plume; since the release began in a puff
  double mass_fraction = 0.0;
  MixtureState mixture;
  double speed_m_s = 0.0;
  double height_m = 0.0;
  double centre_m = 0.0;  ///< z_c
  double half_width_m = 0.0;
  double core_m = 0.0;         ///< b: half width of the part that the edges have not reached
  double half_length_m = 0.0;  ///< B_x; 0: a plume
  double core_length_m = 0.0;  ///< b_x
  double slump_m_s = 0.0;      ///< V_g, crosswind
  double slump_along_m_s = 0.0;
  double climb_m_s = 0.0;  ///< W
  bool lifted = false;
  bool over_pool = false;
};

/// Per unit of half the cloud's width: the flux of mass, of heat from the ground, of momentum ...
enum PlumePart : int {
  kPlumeFlux,   ///< R = rho U B h: half the mass flux, kg/s
  kPlumeSpeed,  ///< U, m/s
  kPlumeHeat,   ///< G, W: heat taken from the ground
  kPlumeSlump,  ///< Y = R V_g
  kPlumeWidth,  ///< B
  kPlumeCore,   ///< b
  kPlumeCentre,
  kPlumeLift,  ///< Z = R W
  kPlumeTime,
  kPlumeParts
};
using PlumeVector = Eigen::Matrix<double, kPlumeParts, 1>;

enum PuffPart : int {
  kPuffMass,   ///< R = rho B B_x h: a quarter of the mass, kg
  kPuffDrift,  ///< X = R (U - (1-m) u): what the wind does not explain of the momentum
  kPuffHeat,
  kPuffSlump,  ///< Y_v = R V_g
  kPuffSlumpAlong,
  kPuffWidth,
  kPuffCore,
  kPuffLength,
  kPuffCoreLength,
  kPuffCentre,
  kPuffLift,
  kPuffPlace,  ///< x_c
  kPuffParts
};
using PuffVector = Eigen::Matrix<double, kPuffParts, 1>;

}  // namespace sise
