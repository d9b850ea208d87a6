// What the entries of fire models share.
#pragma once
#include <string>
#include <vector>

#include "models/catalogue/model.hpp"
#include "models/fire/receiver.hpp"
#include "models/fire/transmissivity.hpp"

namespace sise {

/// Weather `temperature_K`, `relative_humidity`, `water_vapour_pa`; options `transmissivity`, `receiver`.
[[nodiscard]] std::vector<ModelParameter> radiation_parameters();

/// Without any humidity stated nothing is absorbed. Throws ModelError where humidity is stated twice, or not at all for a
/// formula that was asked for.
[[nodiscard]] Transmissivity transmissivity_of(const Parameters& settings);

[[nodiscard]] Receiver receiver_of(const Parameters& settings);

[[nodiscard]] ModelOutput radiation_output();

/// What the fire models' descriptors say of the air.
[[nodiscard]] ModelValidity transmissivity_validity();

/// "emissive_power_not_observed" above 400 kW/m2.
[[nodiscard]] std::vector<std::string> emissive_power_codes(double emissive_power_w_m2);
[[nodiscard]] ModelValidity emissive_power_validity();

/// The code that goes with a number beyond the transmissivity's range of use; none within it.
[[nodiscard]] std::vector<std::string> transmissivity_codes(bool in_range_of_use);

[[nodiscard]] Reason radiation_not_reached();

}  // namespace sise
