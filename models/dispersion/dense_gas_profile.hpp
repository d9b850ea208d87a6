// How the gas is spread within one slice of a dense cloud.
#pragma once
#include <span>

#include "models/dispersion/dense_gas_state.hpp"

namespace sise {

/// How a slice ends crosswind: even to b, fraying over sqrt(2) beta.
struct SliceEdges {
  double core_m = 0.0;
  double edge_m = 0.0;
};

/// Even in the middle, with edges like error functions across and like a Gaussian above (Ermak 1990, ch. 4).
class SliceProfile {
 public:
  /// `volume_fraction`: the slice's mean. `meander_m2` widens the edges crosswind.
  SliceProfile(const CloudSection& section, double volume_fraction, double meander_m2);

  /// Volume fraction beside and above the axis, the mean along a puff. Not limited to 1 near the source's edges.
  [[nodiscard]] double at(double y_m, double z_m) const { return across(y_m) * up(z_m); }
  /// The two factors of the same: over a whole slice each is needed once a line.
  [[nodiscard]] double across(double y_m) const;
  [[nodiscard]] double up(double z_m) const;
  /// At many places (at least 0; a block of numeric/lanes.hpp at most), within 1e-6 of the same.
  void across(std::span<const double> y_m, std::span<double> out) const;
  void up(std::span<const double> z_m, std::span<double> out) const;
  [[nodiscard]] SliceEdges edges() const;

 private:
  double mean_ = 0.0;
  double half_width_m_ = 0.0;
  double core_m_ = 0.0;
  double edge_m_ = 0.0;  ///< sqrt(2) beta
  double centre_m_ = 0.0;
  double sigma_m_ = 0.0;
  double height_m_ = 0.0;
};

/// How a puff lies along the wind: even in the middle, its ends frayed like a slice's edges.
struct PuffEnds {
  double time_s = 0.0;  ///< since the release began
  double x_m = 0.0;     ///< of the centre
  double half_length_m = 0.0;
  double core_length_m = 0.0;

  /// Concentration at x over the puff's mean: up to B_x/b_x in its middle.
  [[nodiscard]] double share(double at_m) const;
  /// The same of a part of the puff alone, from its front (0) to its back (1).
  [[nodiscard]] double share(double at_m, double from, double to) const;
  /// sqrt(2) beta_x: over this its ends fray.
  [[nodiscard]] double edge_m() const;
};

}  // namespace sise
