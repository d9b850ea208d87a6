// Dry deposition as the plume feels it.
#pragma once
#include "models/atmosphere/surface_layer.hpp"

namespace sise {

/// Corrected source depletion (Horst 1984): the rate falls along x by the flux to the ground, and the profile f becomes
/// f (r_s + R(z))/(r_s + mean R), R the resistance of the air below z and its mean weighted with the flow u f. The surface's
/// own resistance r_s = 1/v - R(1 m) is what the deposition velocity v at 1 m leaves (at the roughness length, if that is
/// above 1 m). Where 1/v is below R(1 m), the air cannot bring down so much: r_s = 0, `limited`.
class SurfaceSink {
 public:
  /// velocity >= 0.
  SurfaceSink(const SurfaceLayer& air, double deposition_velocity_m_s);

  [[nodiscard]] bool acts() const { return acts_; }
  [[nodiscard]] bool limited() const { return limited_; }
  /// r_s + R(z), s/m.
  [[nodiscard]] double resistance_s_m(const SurfaceLayer& air, double z_m) const {
    return surface_s_m_ + air.resistance_s_m(z_m);
  }

 private:
  bool acts_ = false;
  bool limited_ = false;
  double surface_s_m_ = 0.0;
};

}  // namespace sise
