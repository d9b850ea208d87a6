#include "models/explosion/inverse_powers.hpp"

#include <cmath>

namespace sise {
namespace {

constexpr double kBar = 1e5;
constexpr double kMegapascal = 1e6;
constexpr double kKilopascal = 1e3;

/// a/z + b/z^2 + c/z^3 + d/z^4.
double inverse_powers(double z, double a, double b, double c, double d = 0.0) {
  const double y = 1.0 / z;
  return y * (a + y * (b + y * (c + y * d)));
}

}  // namespace

double gb6722_overpressure_pa(double z) { return kBar * inverse_powers(z, 1.1, 4.3, 14.0); }

double sadovsky_overpressure_pa(double z) { return kMegapascal * inverse_powers(z, 0.084, 0.27, 0.7); }

double henrych_overpressure_pa(double z) {
  if (z <= 0.3) return kBar * inverse_powers(z, 14.0717, 5.5397, -0.3572, 0.00625);
  if (z <= 1.0) return kBar * inverse_powers(z, 6.1938, -0.3262, 2.1324);
  return kBar * inverse_powers(z, 0.662, 4.05, 3.288);
}

double brode_overpressure_pa(double z) {
  constexpr double kStandardPressure_pa = 101325.0;
  constexpr double kTntEnergy_J_kg = 4.52e6;
  static const double kSachs = std::cbrt(kStandardPressure_pa / kTntEnergy_J_kg);
  return kStandardPressure_pa * (inverse_powers(kSachs * z, 0.269, 0.119, 0.137) - 0.019);
}

double mills_overpressure_pa(double z) { return kKilopascal * inverse_powers(z, 108.0, -114.0, 1772.0); }

}  // namespace sise
