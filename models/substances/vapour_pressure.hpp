// The vapour pressure of a pure liquid, inside its Antoine range and beyond.
#pragma once
#include <optional>
#include <vector>

namespace sise {

/// log10 p = a - b / (T + c), p in Pa, T in K, fitted between two temperatures.
struct AntoineFit {
  double a = 0.0;
  double b_K = 0.0;
  double c_K = 0.0;
  double min_K = 0.0;
  double max_K = 0.0;
};

/// A vapour pressure that somebody states for one temperature.
struct VapourPoint {
  double temperature_K = 0.0;
  double pressure_Pa = 0.0;
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
///
/// Points that a case states win over both: with one, the whole curve is multiplied so that it passes through it (the
/// heat of vaporization behind its slope stays); with two, the curve is the straight line ln p over 1/T through them
/// (Clausius and Clapeyron).
class VapourPressure {
 public:
  VapourPressure(std::optional<AntoineFit> antoine, std::optional<CriticalPoint> critical,
                 std::vector<VapourPoint> stated = {});

  /// Something is known to compute from.
  [[nodiscard]] bool known() const { return is_line() || antoine_.has_value() || critical_.has_value(); }
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
  [[nodiscard]] bool is_line() const { return stated_.size() > 1; }
  [[nodiscard]] double hottest_K() const;
  [[nodiscard]] double coldest_K(double asked_K) const;
  [[nodiscard]] double table_Pa(double temperature_K) const;
  [[nodiscard]] double line_Pa(double temperature_K) const;

  std::optional<AntoineFit> antoine_;
  std::optional<CriticalPoint> critical_;
  std::vector<VapourPoint> stated_;
  double scale_ = 1.0;  ///< what takes the table's curve through the stated point
};

}  // namespace sise
