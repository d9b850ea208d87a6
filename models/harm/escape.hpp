// People who run from a fire: the dose falls as they get away from it.
#pragma once
#include <functional>

namespace sise {

/// Source: CPR 16E (Green Book) 1992, ch. 1: 5 s to react, then 4 m/s until the radiation is below 1 kW/m2; recalled.
struct Escape {
  double reaction_s = 5.0;
  double speed_m_s = 4.0;
  double safe_radiation_w_m2 = 1000.0;
};

/// How long the starting radiation would have to act to give the same dose (q^(4/3) t), where it falls with the square of
/// the distance from the fire's centre:
/// reaction + 3/5 x0/u (1 - (1 + u t/x0)^(-5/3)), t the time of running, which ends when the radiation is safe or the
/// fire, after fire_s, is out.
[[nodiscard]] double effective_exposure_s(const Escape& escape, double radiation_w_m2, double distance_m,
                                          double fire_s);

/// The dose in (W/m2)^(4/3) s of somebody who starts at distance_m and runs straight away, for any radiation over the
/// distance (falling outwards), by quadrature to 1e-8.
[[nodiscard]] double escape_dose(const Escape& escape, const std::function<double(double)>& radiation_w_m2_at_m,
                                 double distance_m, double fire_s);

}  // namespace sise
