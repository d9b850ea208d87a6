#include "models/catalogue/physical_range.hpp"

#include <algorithm>

namespace sise {

const std::vector<PhysicalRange>& physical_ranges() {
  // Name, low, least, high.
  static const std::vector<PhysicalRange> kRanges{
      // Places and sizes
      {"x_m", -1e7, 1e-3, 1e7},
      {"y_m", -1e7, 1e-3, 1e7},
      {"z_m", 0.0, 1e-3, 1e5},
      {"r_m", 0.0, 1e-6, 1e7},
      {"x", -1e8, 1e-3, 1e8},
      {"y", -1e8, 1e-3, 1e8},
      {"bounds", -1e8, 1e-3, 1e8},
      {"lon", -180.0, 1e-9, 180.0},
      {"lat", -90.0, 1e-9, 90.0},
      {"longitude_deg", -180.0, 1e-9, 180.0},
      {"latitude_deg", -90.0, 1e-9, 90.0},
      {"cell_m", 0.0, 0.01, 1e6},
      {"margin_m", 0.0, 1e-3, 1e6},
      {"incomplete_radius_m", 0.0, 1e-3, 1e6},
      {"height_m", 0.0, 1e-6, 1e5},
      {"receptor_height_m", 0.0, 1e-3, 1e4},
      {"hole_height_m", 0.0, 1e-6, 1e4},
      {"liquid_head_m", 0.0, 1e-6, 1e4},
      {"break_at_m", 0.0, 1e-6, 1e7},
      {"length_m", 0.0, 1e-6, 1e7},
      {"pipe_length_m", 0.0, 1e-6, 1e7},
      {"pipe_diameter_m", 0.0, 1e-5, 100.0},
      {"pipe_roughness_m", 0.0, 1e-9, 1.0},
      {"diameter_m", 0.0, 1e-6, 1e4},
      {"diameter_mm", 0.0, 1e-3, 1e6},
      {"pool_diameter_m", 0.0, 1e-3, 1e4},
      {"hole_diameter_m", 0.0, 1e-6, 100.0},
      {"hole_diameter_mm", 0.0, 1e-3, 1e5},
      {"stack_diameter_m", 0.0, 1e-4, 100.0},
      {"width_m", 0.0, 1e-6, 1e5},
      {"min_thickness_m", 0.0, 1e-9, 10.0},
      {"bund_m2", 0.0, 1e-6, 1e8},
      {"vent_area_m2", 0.0, 1e-6, 1e6},
      {"floor_area_m2", 0.0, 1e-3, 1e9},
      {"volume_m3", 0.0, 1e-9, 1e8},
      {"cloud_volume_m3", 0.0, 1e-6, 1e10},
      {"initial_sigma_y_m", 0.0, 1e-9, 1e5},
      {"initial_sigma_z_m", 0.0, 1e-9, 1e5},
      // Amounts and rates
      {"rate_kg_s", 0.0, 1e-12, 1e7},
      {"mass_kg", 0.0, 1e-12, 1e11},
      {"tnt_kg", 0.0, 1e-9, 1e11},
      {"lpg_kg", 0.0, 1e-9, 1e10},
      {"inventory_t", 0.0, 1e-9, 1e8},
      {"inventory_kg", 0.0, 1e-6, 1e11},
      {"flammable_mass_kg", 0.0, 1e-9, 1e10},
      {"vessel_mass_kg", 0.0, 1e-6, 1e9},
      {"body_mass_kg", 0.0, 1e-3, 1e4},
      {"energy_J", 0.0, 1e-6, 1e20},
      {"burning_rate_kg_m2_s", 0.0, 1e-6, 100.0},
      {"blast_class", 0.0, 1.0, 10.0},
      {"vents", 0.0, 1.0, 1e4},
      {"people", 0.0, 1e-9, 1e9},
      {"people_shift", 0.0, 1e-9, 1e9},
      {"open_air_people", 0.0, 1e-9, 1e9},
      {"people_day", 0.0, 1e-12, 1e9},
      {"people_night", 0.0, 1e-12, 1e9},
      {"households", 0.0, 1e-3, 1e7},
      {"beds", 0.0, 1e-3, 1e7},
      {"frequency_per_year", 0.0, 1e-20, 1e6},
      {"frequency", 0.0, 1e-15, 1e6},  // of a rose: a share, a percentage or a count, which its reader tells apart
      // Times
      {"duration_s", 0.0, 1e-6, 1e9},
      {"spill_duration_s", 0.0, 1e-6, 1e9},
      {"stop_after_s", 0.0, 1e-6, 1e9},
      {"isolation_s", 0.0, 1e-3, 1e8},
      {"exposure_s", 0.0, 1e-6, 1e8},
      {"exposure_min", 0.0, 1e-3, 1e6},
      {"stay_s", 0.0, 1e-6, 1e8},
      {"t_s", 0.0, 1e-6, 1e9},
      {"at_s", 0.0, 1e-3, 1e8},
      {"averaging_time_s", 0.0, 1e-3, 1e7},
      {"half_life_s", 0.0, 1e-3, 1e12},
      {"reaction_s", 0.0, 1e-3, 1e5},
      {"leave_after_min", 0.0, 1e-3, 1e6},
      // Air and weather
      {"wind_speed_m_s", 0.0, 0.01, 120.0},
      {"speed_m_s", 0.0, 0.01, 120.0},
      {"calm_speed_m_s", 0.0, 0.01, 10.0},
      {"calm_below_m_s", 0.0, 0.01, 10.0},
      {"wind_height_m", 0.0, 0.01, 5000.0},
      {"transport_wind_min_height_m", 0.0, 0.01, 5000.0},
      {"roughness_m", 0.0, 1e-7, 100.0},
      {"mixing_height_m", 0.0, 1.0, 2e4},
      {"wind_from_deg", -360.0, 1e-9, 720.0},
      {"wind_from_uncertainty_deg", 0.0, 1e-9, 180.0},
      {"from_deg", 0.0, 1e-9, 360.0},
      {"jet_direction_deg", 0.0, 1e-9, 360.0},
      {"friction_velocity_m_s", 0.0, 1e-4, 20.0},
      {"obukhov_length_m", -1e12, 1e-3, 1e12},
      {"sigma_theta_deg", 0.0, 1e-3, 180.0},
      {"air_gradient_K_m", -10.0, 1e-9, 10.0},
      {"air_viscosity_m2_s", 0.0, 1e-7, 1e-2},
      {"relative_humidity", 0.0, 1e-6, 1.0},
      {"water_vapour_pa", 0.0, 1e-3, 2e5},
      {"deposition_velocity_m_s", 0.0, 1e-9, 10.0},
      {"air_changes_per_h", 0.0, 1e-4, 1e4},
      {"air_changes_per_hour", 0.0, 1e-4, 60.0},
      // States
      {"temperature_K", 0.0, 1.0, 1e4},
      {"temperature_C", -273.15, -273.1, 1e4},
      {"gas_temperature_K", 0.0, 1.0, 1e4},
      {"liquid_temperature_K", 0.0, 1.0, 1e4},
      {"ground_temperature_K", 0.0, 100.0, 1e3},
      {"exit_temperature_K", 0.0, 1.0, 1e4},
      {"burst_temperature_K", 0.0, 1.0, 1e4},
      {"boiling_point_K", 0.0, 1.0, 1e4},
      {"melting_point_K", 0.0, 1.0, 1e4},
      {"critical_temperature_K", 0.0, 1.0, 1e4},
      {"critical_pressure_Pa", 0.0, 1.0, 1e9},
      {"pressure_Pa", 0.0, 1e-3, 1e10},
      {"pressure_pa", 0.0, 1e-3, 1e10},
      {"pressure_abs_kPa", 0.0, 1e-6, 1e7},
      {"pressure_gauge_kPa", -102.0, 1e-6, 1e7},
      {"burst_pressure_pa", 0.0, 1.0, 1e11},
      {"reduced_pressure_pa", 0.0, 1.0, 1e8},
      {"vapour_pressure_pa", 0.0, 1e-12, 1e9},
      {"exit_velocity_m_s", 0.0, 1e-6, 1e4},
      {"jet_velocity_m_s", 0.0, 1e-3, 1e4},
      {"escape_speed_m_s", 0.0, 1e-3, 1e3},
      {"gas_sound_speed_m_s", 0.0, 1.0, 1e4},
      {"jet_angle_deg", -180.0, 1e-9, 360.0},
      {"angle_deg", -180.0, 1e-9, 360.0},
      {"launch_angle_deg", -90.0, 1e-9, 90.0},
      // Substances and materials
      {"molar_mass_kg_mol", 0.0, 1e-3, 100.0},
      {"acentric_factor", -2.0, 1e-6, 10.0},
      {"gamma", 0.0, 1.0, 2.0},
      {"liquid_density_kg_m3", 0.0, 1.0, 3e4},
      {"jet_density_kg_m3", 0.0, 1e-6, 3e4},
      {"liquid_heat_capacity_J_kgK", 0.0, 1.0, 1e6},
      {"heat_of_vaporization_J_kg", 0.0, 1.0, 1e9},
      {"heat_of_combustion_J_kg", 0.0, 1.0, 1e10},
      {"tnt_energy_J_kg", 0.0, 1.0, 1e9},
      {"kst_pa_m_s", 0.0, 1.0, 1e9},
      {"lfl_kg_m3", 0.0, 1e-9, 1e3},
      {"ufl_kg_m3", 0.0, 1e-9, 1e3},
      {"ground_conductivity_W_mK", 0.0, 1e-6, 1e5},
      {"ground_diffusivity_m2_s", 0.0, 1e-12, 1.0},
      {"emissive_power_w_m2", 0.0, 1.0, 1e8},
      {"fanning_factor", 0.0, 1e-6, 1.0},
      {"minor_losses", 0.0, 1e-6, 1e5},
      {"flame_mach", 0.0, 1e-6, 100.0},
      {"area_m2", 0.0, 1e-9, 1e8},
      {"liquid_fraction", 0.0, 1e-9, 1.0},
      {"vapour_fraction", 0.0, 1e-9, 1.0},
      {"gas_heat_capacity_J_kgK", 0.0, 1.0, 1e6},
      {"gas_gamma", 0.0, 1.0, 2.0},
      {"saturation_A", -1e4, 1e-6, 1e4},
      {"saturation_B_K", -1e6, 1e-6, 1e6},
      {"saturation_C_K", -1e4, 1e-6, 1e4},
      {"antoine_a", -1e4, 1e-6, 1e4},
      {"antoine_b_K", -1e6, 1e-6, 1e6},
      {"antoine_c_K", -1e4, 1e-6, 1e4},
      {"liquid_density_293K_kg_m3", 0.0, 1.0, 3e4},
      {"liquid_density_temperature_K", 0.0, 1.0, 1e4},
      {"vessel_pressure_pa", 0.0, 1e-3, 1e10},
      {"vessel_temperature_K", 0.0, 1.0, 1e4},
      // Effects
      {"concentration_mg_m3", 0.0, 1e-15, 1e9},
      {"concentration_ppm", 0.0, 1e-15, 1e6},
      {"volume_fraction", 0.0, 1e-18, 1.0},
      {"concentration_kg_m3", 0.0, 1e-21, 1e4},
      {"overpressure_pa", 0.0, 1e-3, 1e12},
      {"impulse_pa_s", 0.0, 1e-6, 1e12},
      {"radiation_w_m2", 0.0, 1e-6, 1e9},
      {"toxic_load_mg_m3_n_min", 0.0, 1e-12, 1e60},
      // Pure numbers
      {"discharge_coefficient", 0.0, 1e-6, 1.0},
      {"gas_discharge_coefficient", 0.0, 1e-6, 1.0},
      {"radiative_fraction", 0.0, 1e-9, 1.0},
      {"soot_fraction", 0.0, 1e-9, 1.0},
      {"blast_share", 0.0, 1e-9, 1.0},
      {"efficiency", 0.0, 1e-9, 1.0},
      {"level_probability", 0.0, 1e-15, 1.0},
      {"min_probability", 0.0, 1e-30, 1.0},
      {"indoor_day", 0.0, 1e-9, 1.0},
      {"indoor_night", 0.0, 1e-9, 1.0},
      {"day_fraction", 0.0, 1e-9, 1.0},
      {"least_coverage", 0.0, 1e-9, 1.0},
      {"ground_factor", 0.0, 1e-3, 10.0},
      {"dose_factor", 0.0, 1e-30, 1e30},
      {"a", -1e4, 1e-12, 1e4},
      {"b", -1e4, 1e-12, 1e4},
      {"n", 0.0, 1e-3, 100.0},
  };
  return kRanges;
}

const PhysicalRange* physical_range(std::string_view name) {
  const auto& all = physical_ranges();
  const auto found = std::find_if(all.begin(), all.end(), [&](const PhysicalRange& r) { return r.name == name; });
  return found == all.end() ? nullptr : &*found;
}

void keep_physical(ModelParameter& p) {
  const PhysicalRange* range = p.type == ParameterType::number ? physical_range(p.name) : nullptr;
  if (range == nullptr) return;
  p.at_most = std::min(p.at_most.value_or(range->high), range->high);
  if (p.above && *p.above >= 0.0) {
    // "above 0" becomes the least of what has to be there; a higher bound of the model's own stays.
    if (*p.above < range->least) {
      p.at_least = range->least;
      p.above.reset();
    }
    return;
  }
  if (!p.above) p.at_least = std::max(p.at_least.value_or(range->low), range->low);
}

}  // namespace sise
