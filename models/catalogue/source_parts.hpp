// What a plume's entry takes beyond a rate and a height: stack, shape, losses.
#pragma once
#include <optional>
#include <vector>

#include "models/catalogue/model.hpp"
#include "models/dispersion/source_plume.hpp"

namespace sise {

/// Of the source: `stack_diameter_m`, `exit_velocity_m_s`, `exit_temperature_K`, `length_m`, `width_m`, `angle_deg`,
/// `initial_sigma_y_m`, `initial_sigma_z_m`; of the weather `air_gradient_K_m`; of the options `deposition_velocity_m_s`,
/// `half_life_s`.
[[nodiscard]] std::vector<ModelParameter> source_detail_parameters();

/// `effective_height_m`, `remaining_fraction` at each point, `plume_rise_m` and `final_rise_distance_m` of a stack.
[[nodiscard]] std::vector<ModelOutput> source_detail_outputs();

/// The plume where the case gives any of these; nullopt: a bare point. Throws ModelError for half a stack.
[[nodiscard]] std::optional<SourcePlume> detailed_plume(const Parameters& p);

/// "cold_plume_may_sink" where gas leaves a stack colder than the air.
[[nodiscard]] std::vector<std::string> stack_codes(const Parameters& p);

}  // namespace sise
