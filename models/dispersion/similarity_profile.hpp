// The vertical profile of the similarity plume, over arrays.
#pragma once
#include <optional>
#include <span>

namespace sise {

/// What changes from point to point. All spans have the same length, at most kBlock.
struct ProfilePoints {
  std::span<const double> z_m;         ///< above 0
  std::span<const double> half_s;      ///< half the exponent of the profile
  std::span<const double> log_offset;  ///< half_s ln(B/mean height)
  std::span<const double> mixed;       ///< 0: free; 1: mixed evenly below the lid; read only where there is one
};

/// out = exp(-(q - q_h)^2) e^(-2 q q_h) I0(2 q q_h) with q = (B z/mean)^(s/2) and q_h the same at the source's height: the
/// solution for power laws of wind and diffusivity when the diffusivity grows like z (Huang 1979); exp(-(B z/mean)^s) for
/// a source at the ground, the same with height of source and place exchanged.
/// Below a lid the images at 2 lid - z and 2 lid + z are added and give way to a uniform 1 as `mixed` says; above it: 0.
void profile_values(const ProfilePoints& points, double source_height_m, std::optional<double> lid_m,
                    std::span<double> out);

}  // namespace sise
