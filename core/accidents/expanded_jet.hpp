// A gas that has left a vessel and expanded to ambient pressure.
#pragma once

namespace sise {

struct ExpandedJet {
  double speed_m_s = 0.0;
  double temperature_K = 0.0;
};

/// The isentropic jet of CPR 14E (Yellow Book) 1997, eqs. 6.37-6.40: seen. Where the pressure does not choke the hole, or
/// is the ambient one because it is not known: the speed of sound in the throat.
[[nodiscard]] ExpandedJet expanded_jet(double gamma, double specific_gas_constant_J_kgK, double temperature_K,
                                       double pressure_Pa, double ambient_pressure_Pa);

}  // namespace sise
