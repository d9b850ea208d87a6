// How a dense cloud takes in air, and what slows it.
#pragma once
#include <optional>
#include <string_view>

#include "models/dispersion/dense_gas_spread.hpp"
#include "models/dispersion/dense_gas_state.hpp"

namespace sise {

/// How the air's own stability damps the mixing of a dense cloud.
enum class DenseMixing {
  weighted,  ///< the less, the denser the cloud still is: it does not feel the stratification around it
  ermak,     ///< always, as SLAB does
};

[[nodiscard]] std::string_view name_of(DenseMixing mixing);
[[nodiscard]] std::optional<DenseMixing> dense_mixing_from(std::string_view name);

/// Rates at which the mean air flows in (m/s) and forces on half a plume per length (N/m), or on a quarter of a puff (N).
struct Entrainment {
  double mean_wind_m_s = 0.0;  ///< over the cloud's own depth
  double top_wind_m_s = 0.0;   ///< at its top
  double top_m_s = 0.0;        ///< w
  double side_m_s = 0.0;       ///< v
  double front_m_s = 0.0;      ///< v_x
  double force_along_N_m = 0.0;
  double force_slump_N_m = 0.0;
  double force_slump_along_N_m = 0.0;
  double force_lift_N_m = 0.0;
  double heat_W_m = 0.0;  ///< from the ground
};

/// Ermak 1990, ch. 3; the damping by the air's stability and the curves far away are our own (docs/models/dense_gas.md).
class DenseEntrainment {
 public:
  DenseEntrainment(const DenseGasAir& air, const MoistAir& moist, DenseSpread spread, DenseMixing mixing);

  /// `pool_m_s`: upward speed of the vapour of a pool below the cloud, else 0.
  [[nodiscard]] Entrainment into(const CloudSection& cloud, double pool_m_s) const;
  [[nodiscard]] const DenseGasAir& air() const { return air_; }
  [[nodiscard]] const DenseSpread& spread() const { return spread_; }
  [[nodiscard]] double air_density_kg_m3() const { return air_density_kg_m3_; }

 private:
  struct Turbulence;
  [[nodiscard]] Turbulence turbulence(const CloudSection& cloud, double mean_wind_m_s, double pool_m_s) const;
  [[nodiscard]] double top(const CloudSection& cloud, const Turbulence& t, double top_wind_m_s) const;
  void add_forces(const CloudSection& cloud, const Turbulence& t, Entrainment& into) const;

  DenseGasAir air_;
  double air_K_ = 0.0;
  double air_density_kg_m3_ = 0.0;
  DenseSpread spread_;
  DenseMixing mixing_;
  double shape_4m_ = 0.0;
};

}  // namespace sise
