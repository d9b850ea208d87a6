// One function per model: its entry in the catalogue.
#pragma once
#include "models/catalogue/model.hpp"

namespace sise {

[[nodiscard]] Model gaussian_plume_entry();
[[nodiscard]] Model gaussian_puff_entry();
[[nodiscard]] Model similarity_plume_entry();
[[nodiscard]] Model dense_gas_entry();
[[nodiscard]] Model tnt_entry();
[[nodiscard]] Model multi_energy_entry();
[[nodiscard]] Model baker_strehlow_tang_entry();
[[nodiscard]] Model vapour_cloud_tnt_entry();
[[nodiscard]] Model vessel_burst_entry();
[[nodiscard]] Model bleve_entry();
[[nodiscard]] Model fragments_entry();
[[nodiscard]] Model dust_explosion_entry();
[[nodiscard]] Model fireball_entry();
[[nodiscard]] Model pool_fire_entry();
[[nodiscard]] Model jet_fire_entry();
[[nodiscard]] Model flash_fire_entry();
[[nodiscard]] Model probit_entry();
[[nodiscard]] Model vessel_gas_entry();
[[nodiscard]] Model vessel_liquid_entry();
[[nodiscard]] Model vessel_two_phase_entry();
[[nodiscard]] Model pipe_gas_entry();
[[nodiscard]] Model pool_evaporation_entry();

}  // namespace sise
