// A plume as functions of the distance alone: what rises, what is left, how tall and how wide.
#pragma once
#include <optional>
#include <vector>

#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/plume_rise.hpp"

namespace sise {

/// What may be said of a plume beyond its rate and height.
struct ColumnDetails {
  std::optional<StackGas> stack{};           ///< it rises
  std::optional<double> air_gradient_K_m{};  ///< of the potential temperature, for the rise in stable air
  double initial_sigma_y_m = 0.0;            ///< of the source itself
  double initial_sigma_z_m = 0.0;
  double deposition_velocity_m_s = 0.0;  ///< onto dry ground
  std::optional<double> half_life_s{};   ///< in the air
};

/// The plume of gaussian_plume.hpp with plume rise, a source of its own size, dry deposition and decay. Without any of
/// them it is that plume, to rounding.
///
/// Rise: PlumeRise with the wind at the top of the stack; the plume's axis is never below the ground. Size: virtual
/// distances at which the curves have the source's own sigma (ISC3 vol. II, section 1.2.2). Deposition depletes the
/// source (Chamberlain 1953): dQ/dx = -v_d C_y(x, 0) with C_y the crosswind integral at the ground, so that what is
/// missing in the air lies on the ground. Decay: dQ/dx = -ln 2/(T u) Q with the transport wind.
///
/// Throws ModelError: in calm air (below 0.5 m/s there is no distance to speak of), where the plume would rise through
/// the lid, and for what GaussianPlume and PlumeRise refuse.
class PlumeColumn {
 public:
  PlumeColumn(const PlumeSource& source, const Weather& weather, const PlumeOptions& options,
              const ColumnDetails& details);

  /// Integral of the concentration across the wind, kg/m2; zero for x <= 0 and above the lid.
  [[nodiscard]] double crosswind_integral_kg_m2(double x_m, double z_m) const;
  [[nodiscard]] double sigma_y_m(double x_m) const;
  [[nodiscard]] double sigma_z_m(double x_m) const;
  /// Of the plume's axis above ground.
  [[nodiscard]] double height_m(double x_m) const;
  [[nodiscard]] double transport_wind_m_s(double x_m) const;
  /// Share of the release that is still in the air at x >= 0.
  [[nodiscard]] double remaining(double x_m) const;

  [[nodiscard]] const std::optional<PlumeRise>& rise() const { return rise_; }
  [[nodiscard]] std::vector<std::string> warnings() const { return plain_.warnings(); }

 private:
  [[nodiscard]] double unit_integral_s_m2(double x_m, double z_m) const;
  [[nodiscard]] double loss_per_m(double x_m) const;
  void check_lid() const;
  void prepare_losses();

  GaussianPlume plain_;  ///< checks what it is given
  Weather weather_;
  SigmaCurves sigma_;
  WindProfile wind_;
  ColumnDetails details_;
  std::optional<double> fixed_wind_m_s_;
  std::optional<PlumeRise> rise_;
  double virtual_y_m_ = 0.0;
  double virtual_z_m_ = 0.0;
  std::vector<double> loss_at_m_;  ///< empty: nothing is lost
  std::vector<double> loss_;       ///< -ln(remaining) there
};

}  // namespace sise
