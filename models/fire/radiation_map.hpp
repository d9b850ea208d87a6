// A flame's radiation over a whole raster: from a table where that is good enough, from the model itself elsewhere.
#pragma once
#include <functional>
#include <span>

#include "models/fire/jet_fire.hpp"
#include "models/fire/pool_fire.hpp"
#include "models/numeric/plane_table.hpp"

namespace sise {

/// Prepared once per flame and receiver (measured: a pool 2 ms, a jet 23 ms); then a place costs about twice what one
/// vector exponential and one square root cost, except in and close to the flame. Within 0.5 % of the model (test), and
/// equal to it close to the flame; NaN inside it.
class RadiationMap {
 public:
  RadiationMap(const PoolFire& fire, Receiver receiver);
  RadiationMap(const ChamberlainJet& jet, Receiver receiver);

  /// Radiation on the ground at (x downwind, y across), W/m2. Any batch size; one length; `out` overlaps no input.
  void radiations_w_m2(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out_w_m2) const;

 private:
  PlaneTable::Function direct_;
  PlaneTable table_;
};

}  // namespace sise
