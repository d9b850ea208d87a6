// The vapour pressure of a pure liquid, inside its Antoine range and beyond.
#pragma once
#include <optional>

namespace sise {

/// log10 p = a - b / (T + c), p in Pa, T in K, fitted between two temperatures.
struct AntoineFit {
  double a = 0.0;
  double b_K = 0.0;
  double c_K = 0.0;
  double min_K = 0.0;
  double max_K = 0.0;
};

struct CriticalPoint {
  double temperature_K = 0.0;
  double pressure_Pa = 0.0;
  double acentric_factor = 0.0;
};

[[nodiscard]] double antoine_pressure_Pa(const AntoineFit& fit, double temperature_K);

/// Lee and Kesler 1975, corresponding states: ln(p/pc) = f0(T/Tc) + w f1(T/Tc). Up to the critical temperature.
/// As printed in Poling, Prausnitz and O'Connell, The Properties of Gases and Liquids, 5th ed. 2001, section 7-4.
/// Confidence: recalled; the test compares it with the Antoine fits of the substance table.
[[nodiscard]] double lee_kesler_pressure_Pa(const CriticalPoint& critical, double temperature_K);

/// Antoine inside its range. Outside, Lee-Kesler scaled to meet the fit at the edge, so that the curve has no step and
/// each pressure one boiling point; above the range the scale fades to 1 at the critical temperature.
class VapourPressure {
 public:
  VapourPressure(std::optional<AntoineFit> antoine, std::optional<CriticalPoint> critical);

  /// Something is known to compute from.
  [[nodiscard]] bool known() const { return antoine_.has_value() || critical_.has_value(); }
  /// Within the measured range: no estimate.
  [[nodiscard]] bool measured_at(double temperature_K) const;
  /// The curve can be asked at this temperature.
  [[nodiscard]] bool covers(double temperature_K) const;
  /// Throws ModelError where the curve does not reach: above the critical temperature, or outside an Antoine range
  /// without critical constants.
  [[nodiscard]] double at(double temperature_K) const;
  /// The temperature with this vapour pressure, between `coldest_K` and the end of the curve.
  /// Throws ModelError where there is none.
  [[nodiscard]] double boiling_temperature_K(double pressure_Pa, double coldest_K) const;

 private:
  [[nodiscard]] double hottest_K() const;

  std::optional<AntoineFit> antoine_;
  std::optional<CriticalPoint> critical_;
};

}  // namespace sise
