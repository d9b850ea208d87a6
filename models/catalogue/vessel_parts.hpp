// What the entries of bursting vessels share: an energy that drives a blast, told as TNT.
#pragma once
#include <vector>

#include "models/catalogue/radial_case.hpp"

namespace sise {

/// Options `blast_share`, `tnt_energy_J_kg`, `curve`, `ground_factor`; weather `pressure_Pa`; the point's `r_m`.
[[nodiscard]] std::vector<ModelParameter> vessel_blast_parameters(double default_share);

/// The blast of the share of `energy_J` that the settings give it; warns of `near_field`.
[[nodiscard]] RadialCase vessel_blast_case(double energy_J, const Parameters& settings);

/// `overpressure_pa`, `energy_J`, `tnt_kg`, `effective_tnt_kg`.
[[nodiscard]] std::vector<ModelOutput> vessel_blast_outputs();
[[nodiscard]] std::vector<ModelValidity> vessel_blast_validity();

}  // namespace sise
