// What a unit's record says beyond its substance and quantity; the scenario generator asks for it.
#pragma once
#include <optional>
#include <string>

namespace sise {

struct UnitDetails {
  std::string cas;
  std::optional<double> connection_m;  ///< bore of the largest connection
  std::string isolation_class;         ///< AA to CC of API RP 581, or automatic, remote, manual
  std::string containment;  ///< single, shell, double, full, in_ground, mounded; vented, silo; arm, ship, rail ...
  std::optional<double> transfers_per_year;
  std::optional<double> hours_per_year;   ///< of transfers, all together
  std::optional<double> length_m;         ///< of pipe
  std::optional<double> valve_spacing_m;  ///< between the block valves of a line
  std::optional<double> valve_closing_s;  ///< until these are closed, from the moment that it leaks
  std::optional<double> volume_m3;
  std::optional<double> kst_bar_m_s;
  std::optional<double> transports_per_year;  ///< loaded vehicles or wagons
  std::string route;                          ///< motorway, rural, urban; fast, slow
  std::optional<double> stay_h;               ///< that each vehicle is parked
  std::optional<double> present_share;        ///< of the year; 0 to 1
  /// Of its accidents' frequency what falls into the day, 0 to 1; none: as long as the population's day lasts.
  std::optional<double> day_share;
};

}  // namespace sise
