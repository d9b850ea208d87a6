// The risk of an effect that is the same in every direction, by distance.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace sise {

/// Where an effect without a direction may or may not kill: outside the disc where it surely does, out to where it hardly
/// does. ln of the risk is tabulated at even steps of the distance and interpolated linearly.
class RadialTail {
 public:
  /// risk_per_year: at inner_m and at even steps out to outer_m, at least two; positive.
  RadialTail(double inner_m, double outer_m, std::span<const double> risk_per_year);

  [[nodiscard]] double inner_m() const { return inner_m_; }
  [[nodiscard]] double outer_m() const { return outer_m_; }
  [[nodiscard]] std::size_t bytes() const { return ln_risk_.size() * sizeof(double); }
  /// At a squared distance; 0 within inner_m and beyond outer_m.
  [[nodiscard]] double at_square(double r2_m2) const;

 private:
  double inner_m_;
  double outer_m_;
  double steps_per_m_;
  std::vector<double> ln_risk_;
};

}  // namespace sise
