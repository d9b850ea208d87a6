// What several entries of the catalogue share: parameters, reasons, numbers from the case or from the substance.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/catalogue/model.hpp"
#include "models/explosion/blast_distance.hpp"

namespace sise {

/// The point's `r_m`, above 0.
[[nodiscard]] ModelParameter distance_parameter(Text text);

/// `pressure_Pa` and `temperature_K` of the air.
[[nodiscard]] ModelParameter air_pressure_parameter();
[[nodiscard]] ModelParameter air_temperature_parameter();

/// The options `curve` and `ground_factor` of models that end in a TNT equivalent.
[[nodiscard]] ModelParameter blast_curve_parameter(const std::string& default_curve);
[[nodiscard]] ModelParameter ground_factor_parameter();

/// An optional number of the source, above 0.
[[nodiscard]] ModelParameter positive_source(const std::string& name, const std::string& unit, Text text);

/// The source's `heat_of_combustion_J_kg`, which a substance may give instead.
[[nodiscard]] ModelParameter heat_of_combustion_parameter();

/// An option that takes one of these names, the first where nothing is stated.
[[nodiscard]] ModelParameter choice_option(const std::string& name, Text text, std::vector<std::string> choices);

/// The findable `overpressure_pa`.
[[nodiscard]] ModelOutput overpressure_output();
/// A number of the case.
[[nodiscard]] ModelOutput derived_output(const std::string& name, const std::string& unit, Text text);

/// Speed of sound in dry air of this temperature, m/s.
[[nodiscard]] double sound_speed_m_s(double temperature_K);

/// The number that the case states, else the substance's property; throws ModelError naming both when neither has it.
[[nodiscard]] double number_or_property(const ModelInput& input, const std::string& name, const std::string& property);

/// Throws ModelError when the case names a substance that does not burn.
void require_flammable(const ModelInput& input);

/// nullopt for NaN and infinities.
[[nodiscard]] std::optional<double> finite_or_none(double value);

/// Why a blast model that ends at r_edge found no distance.
[[nodiscard]] Reason why_no_distance(const BlastDistance& distance);

}  // namespace sise
