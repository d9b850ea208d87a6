#include "models/dispersion/surface_sink.hpp"

#include <algorithm>

namespace sise {
namespace {

constexpr double kReferenceHeight_m = 1.0;  // of a deposition velocity

}  // namespace

SurfaceSink::SurfaceSink(const SurfaceLayer& air, double deposition_velocity_m_s)
    : acts_(deposition_velocity_m_s > 0.0) {
  if (!acts_) return;
  const double below = air.resistance_s_m(std::max(kReferenceHeight_m, air.state().roughness_m));
  surface_s_m_ = std::max(1.0 / deposition_velocity_m_s - below, 0.0);
  limited_ = surface_s_m_ == 0.0;
}

}  // namespace sise
