// What the entries of release models share: properties that a case may state, moments asked for, answers by time.
#pragma once
#include <string_view>
#include <vector>

#include "models/catalogue/model.hpp"
#include "models/release/release_history.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

/// `hole_diameter_m`, `discharge_coefficient` and `stop_after_s` of a vessel.
[[nodiscard]] std::vector<ModelParameter> hole_parameters();

/// The option `hole_shape`: circle, triangle, rectangle.
[[nodiscard]] ModelParameter hole_shape_parameter();

/// `pressure_pa` (absolute) in the vessel; what it is when a case does not state it stands in `text`.
[[nodiscard]] ModelParameter vessel_pressure_parameter(Text text, bool required);
[[nodiscard]] ModelParameter vessel_temperature_parameter(Text text, bool required);

/// Properties of the substance that a case may state itself: "molar_mass_kg_mol", "gamma", "boiling_point_K" ...
[[nodiscard]] std::vector<ModelParameter> property_parameters(const std::vector<std::string_view>& names);

/// The case's substance with the properties that the case states in place of the table's.
[[nodiscard]] Substance substance_of(const ModelInput& input, const std::vector<std::string_view>& names);

/// The same as a fluid. A stated boiling point moves
/// the vapour pressure with it, as do the vapour pressures `stated` for other temperatures.
[[nodiscard]] Fluid fluid_of(const ModelInput& input, const std::vector<std::string_view>& names,
                             std::vector<VapourPoint> stated = {});

/// The point's `t_s`, from 0.
[[nodiscard]] ModelParameter moment_parameter();

/// The moments of the points and of the mean rates, ascending, each once.
[[nodiscard]] std::vector<double> moments_of(const ModelInput& input);

/// Rate, released mass, pressure, temperature and vapour fraction at a moment; rates and masses of the whole release.
[[nodiscard]] std::vector<ModelOutput> release_outputs();

/// The derived `flash_fraction`.
[[nodiscard]] ModelOutput flash_fraction_output();

/// The answers at the points, the derived numbers that release_outputs() names, the warnings.
[[nodiscard]] ModelAnswer release_answer(const ReleaseHistory& history, const ModelInput& input);

/// What the descriptors of several release models say of their range.
[[nodiscard]] std::vector<ModelValidity> liquid_validity();

void append(std::vector<ModelParameter>& parameters, std::vector<ModelParameter> more);

}  // namespace sise
