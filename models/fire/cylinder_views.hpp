// The view factors of a leaning cylinder from many places around it at once.
#pragma once
#include <span>

#include "models/fire/receiver.hpp"
#include "models/fire/view_factor.hpp"

namespace sise {

/// A flame on the ground as a cylinder with level ends, its axis leaning towards +x.
struct LeaningCylinder {
  double radius_m = 0.0;
  double length_m = 0.0;  ///< along the axis
  double tilt_rad = 0.0;
};

/// tilted_cylinder_around() for a receiver at places (x, y) on the ground, counted from the centre of the base; all spans
/// have one length. NaN below the flame. A place gets the same bytes whatever the batch it comes in.
void tilted_cylinder_views(const LeaningCylinder& body, Receiver receiver, std::span<const double> x_m,
                           std::span<const double> y_m, std::span<double> out);

}  // namespace sise
