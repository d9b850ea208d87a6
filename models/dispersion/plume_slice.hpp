// A cross-section of a steady plume: how much of it is richer than a given concentration.
#pragma once
#include <array>
#include <cstddef>

#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// Square to the wind at a distance x > 0. The plume must not be in calm air: there a cross-section is no Gaussian.
/// Refers to the plume, which must outlive it.
class PlumeSlice {
 public:
  PlumeSlice(const GaussianPlume& plume, double x_m);

  /// Highest concentration of the slice, which stands on the axis at peak_height_m().
  [[nodiscard]] double peak_kg_m3() const { return peak_kg_m3_; }
  [[nodiscard]] double peak_height_m() const { return peak_height_m_; }

  /// Mass, per metre along the wind, of the part richer than the level: closed across the wind, by quadrature over the
  /// height between the edges of that part. Accurate to 1e-7.
  [[nodiscard]] double mass_above_kg_m(double level_kg_m3) const;

 private:
  [[nodiscard]] double on_axis_kg_m3(double z_m) const;
  template <std::size_t n>
  void on_axis_kg_m3(const std::array<double, n>& z_m, std::array<double, n>& out_kg_m3) const;
  void find_peak();
  [[nodiscard]] double lower_edge_m(double level_kg_m3) const;
  [[nodiscard]] double upper_edge_m(double level_kg_m3) const;

  const GaussianPlume* plume_;
  double x_m_;
  double sigma_y_m_;
  double sigma_z_m_;
  double height_m_;  ///< of the release
  double top_m_;     ///< the lid, or infinity
  double peak_kg_m3_ = 0.0;
  double peak_height_m_ = 0.0;
};

}  // namespace sise
