// What an incident does to each protected target.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/zones/hazard.hpp"

namespace sise {

/// What a cloud leaves at a target, at its worst place and for the wind as given.
struct CloudExposure {
  double dose_kg_s_m3 = 0.0;
  std::optional<double> load_exponent;     ///< of the worst level; none: it counts the highest concentration
  std::optional<double> load_mg_m3_n_min;  ///< over the worst stretch of the exposure time
  double indoor_value = 0.0;               ///< indoors, for the worst wind, comparable with worst_level's value
  std::string indoor_level;                ///< name of the worst level that is met even indoors; empty: none
  bool shelter_ok = false;                 ///< indoors worst_level is not met
};

struct TargetExposure {
  std::string id;
  std::string name;
  double distance_m = 0.0;
  double value = 0.0;          ///< for the wind as given, worst place of the target
  double largest_value = 0.0;  ///< over all winds within the uncertainty
  std::string worst_level;     ///< name of the worst level that it may meet
  double arrival_s = 0.0;      ///< of the cloud at the target's nearest place
  double passing_s = 0.0;      ///< when the cloud has left its last place
  std::optional<CloudExposure> cloud;
};

/// The targets that some level may reach, worst level first, within it the highest value first.
[[nodiscard]] std::vector<TargetExposure> target_exposures(const Incident& incident, const Hazard& hazard,
                                                           const GridSpec& grid);

}  // namespace sise
