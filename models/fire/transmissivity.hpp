// The share of a flame's radiation that the humidity of the air lets through.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace sise {

enum class TransmissivityFormula {
  none,     ///< nothing is absorbed
  bagster,  ///< 2.02 (pw x)^-0.09
  wayne,    ///< polynomial in the logarithms of water vapour and carbon dioxide along the path
  api,      ///< 0.79 (100/r)^(1/16) (100/R)^(1/16)
};

constexpr std::array<TransmissivityFormula, 4> kTransmissivityFormulas{
    TransmissivityFormula::none, TransmissivityFormula::bagster, TransmissivityFormula::wayne,
    TransmissivityFormula::api};

[[nodiscard]] std::string_view name_of(TransmissivityFormula formula);
[[nodiscard]] std::optional<TransmissivityFormula> transmissivity_formula_from(std::string_view name);

/// Saturation pressure of water, Pa: 101325 exp(14.4114 - 5328/T). Source: Mudan and Croce, SFPE Handbook. Seen.
[[nodiscard]] double saturated_vapour_pa(double temperature_K);

/// Prepared once per case; asked for paths in m from the flame's surface.
///
/// bagster: D. H. Bagster and S. A. Pitblado 1989, pw in Pa; range of use 1e4 < pw x < 1e5 N/m. It would exceed 1 below
/// 2.4e3: held at 1.
/// wayne: F. D. Wayne, J. Loss Prev. Process Ind. 4 (1991) 86; 1.006 - 0.01171 lg X1 - 0.02368 lg^2 X1 - 0.03188 lg X2 +
/// 0.001164 lg^2 X2 with X1 = RH L Smm 288.651/T, X2 = L 273/T, Smm = exp(20.386 - 5132/T) mmHg; range of use 10-1000 m;
/// below 1 m of path the value at 1 m.
/// api: Brzustowski and Sommer as in API 521, r relative humidity in per cent, R in ft; range of use 100 to 500 ft,
/// relative humidity above 10 %. Confidence: seen for the forms, the range of API recalled.
class Transmissivity {
 public:
  /// Nothing is absorbed.
  Transmissivity() = default;
  /// relative_humidity above 0, at most 1 (a stated vapour pressure becomes a humidity by the caller); temperature_K.
  Transmissivity(TransmissivityFormula formula, double relative_humidity, double temperature_K);

  /// false: every path lets all through.
  [[nodiscard]] bool absorbs() const { return formula_ != TransmissivityFormula::none; }
  [[nodiscard]] double at(double path_m) const;
  /// Each equal to the byte to at(). `out` may be `path_m`.
  void at(std::span<const double> path_m, std::span<double> out) const;

  [[nodiscard]] bool in_range_of_use(double path_m) const;

 private:
  TransmissivityFormula formula_ = TransmissivityFormula::none;
  double relative_humidity_ = 0.0;
  double vapour_pa_ = 0.0;
  // log tau (bagster, api) or tau (wayne) is a polynomial in the logarithm of the path in m.
  double c0_ = 0.0;
  double c1_ = 0.0;
  double c2_ = 0.0;
};

}  // namespace sise
