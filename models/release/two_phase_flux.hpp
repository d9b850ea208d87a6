// Mass flux of a liquid that boils on its way through a hole or a short pipe.
#pragma once
#include <optional>
#include <string_view>

#include "models/substances/fluid.hpp"

namespace sise {

enum class TwoPhaseFlow {
  hj169,   ///< HJ 169-2018 F.5-F.8: flash at 0.55 of the upstream pressure, then Bernoulli with the mixture's density
  omega,   ///< Leung's homogeneous equilibrium model: one parameter for the compressibility of the mixture
  fauske,  ///< Fauske's model: no time to boil in a sharp hole, equilibrium after 0.1 m of pipe
};

[[nodiscard]] std::optional<TwoPhaseFlow> two_phase_flow_from(std::string_view name);

/// Upstream: a liquid at this temperature under at least its own vapour pressure.
struct TwoPhaseUpstream {
  double pressure_Pa = 0.0;
  double temperature_K = 0.0;
  double ambient_pressure_Pa = 0.0;
};

/// Q/(Cd A) = sqrt(2 rho_m (p - pc)), 1/rho_m = Fv/rho_v + (1 - Fv)/rho_l, Fv = cp (T - Tc)/Hv at pc and its boiling
/// point Tc. The standard prints the critical pressure as "0.55 Pa"; it is read as 0.55 p, and where that lies below
/// ambient the flow is not critical and pc is ambient pressure. A liquid that does not boil at pc flows by Bernoulli to
/// the higher of its vapour pressure and ambient. HJ 169-2018 annex F; confidence: seen in implementations that quote
/// it.
[[nodiscard]] double hj169_flux_kg_m2_s(const Fluid& fluid, const TwoPhaseUpstream& upstream);

/// omega = cp T ps rho_l (v_vl / Hv)^2. With es = ps/p and eta the pressure ratio in the hole,
/// G^2 = 2 p rho_l [1 - es + omega es ln(es/eta) - (omega - 1)(es - eta)] / [omega (es/eta - 1) + 1]^2, at its maximum
/// over eta from ambient to saturation: saturated (es = 1) and subcooled liquids alike, as in API 520 part I annex C.2.
/// Leung 1986, AIChE J. 32, 1743; Leung and Grolmes 1988. Confidence: corroborated (limits checked).
[[nodiscard]] double omega_flux_kg_m2_s(const Fluid& fluid, const TwoPhaseUpstream& upstream);
[[nodiscard]] double omega_parameter(const Fluid& fluid, double temperature_K);
/// Where G of a saturated liquid has its maximum: eta^2 + (w^2 - 2w)(1 - eta)^2 + 2 w^2 ln eta + 2 w^2 (1 - eta) = 0.
[[nodiscard]] double omega_critical_ratio(double omega);

/// G^2 = 2 rho_l (p - ps) + (Hv / v_vl)^2 / (N T cp), N = Hv^2 / (2 (ps - pa) rho_l v_vl^2 T cp) + min(L, 0.1 m)/0.1 m.
/// Without pipe this is Bernoulli to ambient, from 0.1 m on the equilibrium rate model.
/// Fauske 1985; Crowl and Louvar, Chemical Process Safety, section 4-7. Confidence: recalled; its limits are tested.
[[nodiscard]] double fauske_flux_kg_m2_s(const Fluid& fluid, const TwoPhaseUpstream& upstream, double pipe_length_m);

/// Equilibrium rate model: Hv / v_vl / sqrt(T cp). Crowl and Louvar 4-104.
[[nodiscard]] double equilibrium_rate_kg_m2_s(double heat_of_vaporization_J_kg, double volume_change_m3_kg,
                                              double heat_capacity_J_kgK, double temperature_K);

}  // namespace sise
