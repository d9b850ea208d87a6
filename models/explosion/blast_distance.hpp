// Where a blast curve takes a given value: the outermost place, or why there is none.
#pragma once
#include <vector>

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

/// For 1 kg of TNT, so that r_m is the scaled distance, m/kg^(1/3). Sampled once and asked often. Fits need not be
/// monotone and may step at a branch edge: the outermost crossing counts, and a value within a step is found at the
/// edge.
class ScaledDistances {
 public:
  explicit ScaledDistances(const ScaledBlast& blast);

  /// The quantity's unit is that of ScaledBlast::at.
  [[nodiscard]] BlastDistance to(double value) const;

 private:
  [[nodiscard]] BlastDistance::Status miss(double value) const;

  ScaledBlast blast_;
  std::vector<double> z_;  ///< from the outside inwards
  std::vector<double> values_;
};

}  // namespace sise
