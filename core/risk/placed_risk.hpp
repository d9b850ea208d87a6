// Sums of kernels at places.
#pragma once
#include <cstddef>
#include <span>

#include "core/geometry/geometry.hpp"
#include "core/kernels/placed_kernel.hpp"
#include "core/risk/box_nodes.hpp"

namespace sise {

/// out[i] += the kernel's risk at place i. Where the places lie close together beside how far the source is, the kernel is
/// asked at 6 × 6 nodes around them and interpolated, to a thousandth; `box` holds them all.
void add_risk(const PlacedKernel& kernel, std::span<const Point> places, const Bounds& box, std::span<double> out);

}  // namespace sise
