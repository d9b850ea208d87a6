// How fast a pool of liquid burns.
#pragma once

namespace sise {

/// m_inf (1 - exp(-k beta D)), kg/(m2 s). Source: V. Babrauskas, Fire Technology 19 (1983) 251. Confidence: seen.
[[nodiscard]] double babrauskas_burning_rate(double largest_kg_m2_s, double k_beta_1_m, double diameter_m);

/// 0.001 Hc / (Hv + cp (Tb - Ta)), kg/(m2 s); a liquid that boils below the air's temperature needs no heating.
/// Source: D. S. Burgess, M. Hertzberg 1974; CPR 14E 1997, section 6.5.4. Confidence: seen.
[[nodiscard]] double burgess_burning_rate(double heat_of_combustion_J_kg, double heat_of_vaporization_J_kg,
                                          double heat_capacity_J_kgK, double boiling_point_K, double air_temperature_K);

}  // namespace sise
