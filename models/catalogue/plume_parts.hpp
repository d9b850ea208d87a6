// What the entries of models that disperse a release share.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/atmosphere/weather.hpp"
#include "models/catalogue/model.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// `wind_speed_m_s`, `stability`, `wind_height_m`, `roughness_m`, `temperature_K`, `pressure_Pa`, `mixing_height_m`,
/// `obukhov_length_m`.
[[nodiscard]] std::vector<ModelParameter> weather_parameters();
[[nodiscard]] Weather weather_of(const Parameters& p);

/// The options `sigma` and `transport_wind`.
[[nodiscard]] std::vector<ModelParameter> spread_parameters();
/// The points' `x_m`, `y_m`, `z_m`.
[[nodiscard]] std::vector<ModelParameter> place_parameters();

/// `sigma`, `transport_wind` and, where the case has it, `averaging_time_s`.
[[nodiscard]] PlumeOptions plume_options_of(const Parameters& p);

/// The option `averaging_time_s`.
[[nodiscard]] ModelParameter averaging_time_parameter();
/// `height_m` of the source.
[[nodiscard]] ModelParameter release_height_parameter();

/// `concentration_kg_m3` with the plume's `sigma_y_m` and `sigma_z_m` at x_m, and why the latter are missing upwind of
/// the source and without any wind.
[[nodiscard]] PointAnswer plume_answer(const GaussianPlume& plume, double x_m, double concentration_kg_m3);
/// Why a plume has no width there.
[[nodiscard]] Reason upwind_reason();
/// What descriptors say of these three.
[[nodiscard]] std::vector<ModelOutput> concentration_outputs();
/// A farthest distance, the reason why there is none, `outside_sigma_range` where it applies.
[[nodiscard]] FindAnswer plume_distance(std::optional<double> distance_m, std::vector<std::string> warnings);

/// One coordinate of all points.
[[nodiscard]] std::vector<double> column(const std::vector<Parameters>& at, const std::string& name);

/// "heavy_gas_passive_model" where the case's substance, released at this rate, is heavy after HJ 169-2018 (a passive
/// plume does not know that such a gas slumps); "gas_density_unknown" where nobody can tell. The gas leaves at its
/// boiling point or warmer.
[[nodiscard]] std::vector<std::string> heavy_gas_codes(const ModelInput& input, double rate_kg_s);
/// The same for a mass released at once.
[[nodiscard]] std::vector<std::string> heavy_puff_codes(const ModelInput& input, double mass_kg);
/// "above_pure_gas" where an answer of `concentration_kg_m3` exceeds the density of the pure gas, or of any gas where the
/// case names no substance.
void warn_above_pure_gas(ModelAnswer& answer, const ModelInput& input);

/// What descriptors say of these codes, of the curves' range and of the plume's own warnings.
[[nodiscard]] std::vector<ModelValidity> plume_validity();

}  // namespace sise
