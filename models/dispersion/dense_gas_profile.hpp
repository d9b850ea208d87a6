// How the gas is spread within one slice of a dense cloud.
#pragma once
#include "models/dispersion/dense_gas_state.hpp"

namespace sise {

/// Even in the middle, with edges like error functions across and like a Gaussian above (Ermak 1990, ch. 4).
class SliceProfile {
 public:
  /// `volume_fraction`: the slice's mean. `meander_m2` widens the edges crosswind.
  SliceProfile(const CloudSection& section, double volume_fraction, double meander_m2);

  /// Volume fraction beside and above the axis; of a puff at its centre. Never above 1.
  [[nodiscard]] double at(double y_m, double z_m) const;
  /// How much denser a puff's middle is than its mean along the wind; 1 in a plume.
  [[nodiscard]] double crest() const;
  /// Of the crest, how much is there `ahead_m` of a puff's centre (0 to 1); 1 in a plume.
  [[nodiscard]] double presence(double ahead_m) const;

 private:
  double mean_ = 0.0;
  double half_width_m_ = 0.0;
  double core_m_ = 0.0;
  double edge_m_ = 0.0;  ///< sqrt(2) beta
  double length_m_ = 0.0;
  double core_length_m_ = 0.0;
  double edge_along_m_ = 0.0;
  double centre_m_ = 0.0;
  double sigma_m_ = 0.0;
  double height_m_ = 0.0;
};

}  // namespace sise
