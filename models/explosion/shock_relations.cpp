#include "models/explosion/shock_relations.hpp"

#include <cmath>

namespace sise {
namespace {
constexpr double kSevenAmbient_pa = 7.0 * kStandardPressure_pa;
}

double shock_reflected_pa(double overpressure_pa) {
  return 2.0 * overpressure_pa * (kSevenAmbient_pa + 4.0 * overpressure_pa) / (kSevenAmbient_pa + overpressure_pa);
}

double shock_dynamic_pressure_pa(double overpressure_pa) {
  return 2.5 * overpressure_pa * overpressure_pa / (kSevenAmbient_pa + overpressure_pa);
}

double shock_speed_m_s(double overpressure_pa) {
  return kStandardSoundSpeed_m_s * std::sqrt(1.0 + 6.0 * overpressure_pa / kSevenAmbient_pa);
}

}  // namespace sise
