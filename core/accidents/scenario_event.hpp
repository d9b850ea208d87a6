// From what a table or an incident says of a fire or an explosion to the event that the models ask for.
#pragma once
#include <string>
#include <vector>

#include "core/accidents/effect_event.hpp"
#include "core/study/scenario.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Share of a fireball's heat that is radiated where the burst pressure is not known: CCPS (CPQRA 2nd ed. 2000, section
/// 2.2.5) gives 0.3 below and 0.4 above the relief pressure; the larger is on the safe side. Confidence: seen.
inline constexpr double unknown_burst_radiative_fraction = 0.4;

struct ScenarioEvent {
  EffectEvent event;
  std::vector<std::string> warnings;  ///< `surrogate_property`, `recalled_property`
};

/// Properties come from the substance, for a mixture without its own from its first surrogate that has them.
///
/// - fireball: mass; radiative fraction by the burst pressure where pressure_abs_Pa is given.
/// - pool_fire: diameter; burning rate of the substance (Babrauskas, else Burgess).
/// - jet_fire: rate; the speed of the gas expanded to ambient pressure from pressure_abs_Pa (expanded_jet), the vessel at
///   ambient temperature; along the ground.
/// - flash_fire, vce: the plume of the rate; vce also with a flammable mass alone.
///
/// Adds a problem for every number and property that is missing, for a substance that does not burn too, and returns
/// something to go on with. `ambient` gives temperature and pressure. Not for toxic scenarios (std::invalid_argument).
[[nodiscard]] ScenarioEvent scenario_event(const Scenario& scenario, const SubstanceTable& substances,
                                           const Weather& ambient, Problems& problems);

/// A gas that has left a vessel and expanded to ambient pressure.
struct ExpandedJet {
  double speed_m_s = 0.0;
  double temperature_K = 0.0;
};

/// The isentropic jet of CPR 14E (Yellow Book) 1997, eqs. 6.37-6.40: seen. Where the pressure does not choke the hole, or
/// is the ambient one because it is not known: the speed of sound in the throat.
[[nodiscard]] ExpandedJet expanded_jet(double gamma, double specific_gas_constant_J_kgK, double temperature_K,
                                       double pressure_Pa, double ambient_pressure_Pa);

}  // namespace sise
