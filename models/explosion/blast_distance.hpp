// Where a blast curve takes a given value: the outermost place, or why there is none.
#pragma once
#include "models/explosion/scaled_blast.hpp"

namespace sise {

struct BlastDistance {
  enum class Status {
    found,
    not_given,           ///< the curve does not give this quantity
    not_reached,         ///< nowhere does the curve take this value
    inside_inner_edge,   ///< it would be nearer than the fit reaches
    outside_outer_edge,  ///< it would be farther than the fit reaches
  };
  Status status = Status::not_reached;
  double r_m = 0.0;  ///< the distance found, or that of the edge passed
};

/// For 1 kg of TNT, so that r_m is the scaled distance. Fits need not be monotone and may step at a branch edge: the
/// outermost crossing counts, and a value within a step is found at the edge.
[[nodiscard]] BlastDistance scaled_distance_to(const ScaledBlast& blast, double value);

}  // namespace sise
