// Constants that more than one formula uses. A source that states another value keeps its own, beside its formula.
#pragma once
#include <limits>
#include <numbers>

namespace sise {

inline constexpr double kGravity_m_s2 = 9.80665;                  // standard gravity, ISO 80000-3
inline constexpr double kGasConstant_J_mol_K = 8.31446261815324;  // CODATA 2018, exact
inline constexpr double kDegree = std::numbers::pi / 180.0;       // radians in a degree
inline constexpr double kSecondsPerMinute = 60.0;
inline constexpr double kRoot2Pi = 2.5066282746310005;  // sqrt(2 pi)
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] constexpr double square(double x) { return x * x; }

}  // namespace sise
